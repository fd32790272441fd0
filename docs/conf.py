"""How the site is built: ``sphinx-build -n -W docs <folder>``.

Names are documented where users import them (`danvankheo.Quantity`), not where they live
(`danvankheo.domain.quantities.Quantity`). The hooks below see to that, and tell of enumerations and
units what no docstring can.
"""

from enum import Enum
from importlib import import_module

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.pycode import ModuleAnalyzer
from sphinx.transforms import SphinxTransform

import danvankheo
from danvankheo import Quantity, Unit, format_quantity
from danvankheo.auditing import FindingCode
from danvankheo.errors import Reason
from danvankheo.public_names import listed

_TOP = [name for name, module in listed("danvankheo").items() if module == "danvankheo"]
_HOMES = {  # by its shortest name each, so the top comes last
    name: home
    for home in (*(f"danvankheo.{each}" for each in ("formatting", "reading", "charts", *_TOP)), "danvankheo")
    for name in import_module(home).__all__
    if name not in _TOP
}

_DEFINED = {"danvankheo.units": "danvankheo.domain.units"}

project = "danvankheo"
copyright = "the danvankheo maintainers"
release = version = danvankheo.__version__
html_title = f"danvankheo {release}"
html_theme = "furo"
html_static_path = ["_static"]
html_css_files = ["custom.css"]
html_copy_source = False
exclude_patterns = ["examples", "_build"]

extensions = [
    "myst_nb",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx_codeautolink",
    "sphinx_copybutton",
]
myst_heading_anchors = 3
nb_execution_mode = "off"  # the notebook is stored with what it shows; a test runs it
highlight_language = "text"
copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True

autodoc_default_options = {"members": True}
toc_object_entries_show_parents = "hide"
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
python_use_unqualified_type_names = True
python_maximum_signature_line_length = 120
napoleon_numpy_docstring = False
napoleon_use_rtype = False
default_role = "code"  # see LinkNames

# What is ignored: other projects, whose own pages are out of reach without a network; type variables;
# and what a value is made of that no caller takes apart. All else must resolve.
nitpick_ignore_regex = [
    ("py:.*", r"(cattrs|collections|datetime|decimal|fractions|hypothesis|numbers|os|pathlib|typing)\..*"),
    ("py:.*", r"narwhals\..*"),
    ("py:exc", "InvalidArgument"),  # of Hypothesis
    ("py:.*", r"danvankheo\.(calc\.ranking\.T|calc\.rollup\._Key|notebooks\.tables\.Key)"),
    ("py:class", r"danvankheo\.auditing\.findings\.wording\.(Listing|Measured|Words)"),
    ("py:class", r"danvankheo\.(domain\.shown\.Shown|drafting\.draft\.Readable)"),
    ("py:class", r"danvankheo\.office\.tables\.(regions|numbers|formulas)\..*"),
]


class LinkNames(SphinxTransform):
    """Links what stands in backticks, in pages and docstrings, if it is a public name.

    A plain lower-case word (`value`, `change`) is more often a field than the function of that name; a
    page says `value_in_money()` if it means the function.
    """

    default_priority = 500

    def apply(self, **_: object) -> None:
        """Wrap each such name in a reference, which must resolve."""
        for code in list(self.document.findall(nodes.literal)):
            text = code.astext().removeprefix("danvankheo.")
            called = text.partition("(")[0]
            head, _, member = called.partition(".")
            plain_word = text == code.astext() and text.isalpha() and text.islower()
            if head not in _HOMES or plain_word or isinstance(code.parent, pending_xref):
                continue
            named = getattr(import_module(_HOMES[head]), head)
            has_target = isinstance(named, type) and member and member not in named.__annotations__
            target = f"{_HOMES[head]}.{called if has_target else head}"
            code.replace_self(self._reference(code.deepcopy(), target))

    def _reference(self, code: nodes.Node, target: str) -> pending_xref:
        where = {"refdoc": self.env.docname, "refdomain": "py", "reftype": "obj"}
        return pending_xref("", code, reftarget=target, refexplicit=True, refwarn=True, **where)


def skip_member(app: Sphinx, what: str, name: str, obj: object, skip: bool, options: object) -> bool | None:
    """Leave members of enumerations to `tell_of_values`, and out how a record names its own checks."""
    return True if isinstance(obj, Enum) or name == "RULES" else None


def simpler_signature(
    app: Sphinx, what: str, name: str, obj: object, options: object, signature: str, returned: str
) -> tuple[str, str] | None:
    """Leave out how enumerations look a member up, and how attrs says that a default is made anew."""
    if isinstance(obj, type) and issubclass(obj, Enum):
        return "", ""
    return (signature.replace("NOTHING", "..."), returned) if signature else None


def tell_of_values(app: Sphinx, what: str, name: str, obj: object, options: object, lines: list[str]) -> None:
    """Say what docstrings cannot: the members of an enumeration, what a unit is, what an alias is for."""
    if isinstance(obj, Unit):
        base = obj.to_base()
        equal = "" if obj == base else f" = {format_quantity(Quantity(1, obj).to(base))}"
        lines[:] = [obj.label + equal]
    elif what == "data":
        lines[:] = _docstring_of_data(name)
    elif isinstance(obj, type) and issubclass(obj, Enum):
        docstrings = ModuleAnalyzer.for_module(obj.__module__).find_attr_docs()
        for member in obj:
            told = docstrings.get((obj.__name__, member.name)) or _sentences(member)
            lines += ["", f".. py:attribute:: {member.name}", f"   :value: {member.value!r}", ""]
            lines += [f"   {line}" for line in told]
    if what in {"attribute", "data", "property"}:
        lines[:1] = [f":{line}" for line in lines[:1]]  # or napoleon takes words before a colon for a type


def _sentences(member: Enum) -> list[str]:
    match member:
        case FindingCode():
            return [f"{member.severity.label}: {member.vietnamese}"]
        case Reason():
            return [f"{member.english} · {member.vietnamese}"]
        case _:
            return [getattr(member, "label", "")]


def _docstring_of_data(name: str) -> list[str]:
    """Return the docstring below an assignment, which stands in the module where the name lives."""
    package, _, last = name.rpartition(".")
    home = listed(package)[last] if hasattr(import_module(package), "__path__") else _DEFINED[package]
    return [*ModuleAnalyzer.for_module(home).find_attr_docs().get(("", last), ())]


def setup(app: Sphinx) -> None:
    """Connect the hooks."""
    app.add_transform(LinkNames)
    app.connect("autodoc-skip-member", skip_member)
    app.connect("autodoc-process-signature", simpler_signature)
    app.connect("autodoc-process-docstring", tell_of_values, priority=400)  # before napoleon
