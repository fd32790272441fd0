"""How the site is built: ``sphinx-build -n -W docs <folder>``.

Names are documented where users import them (`danvankheo.Quantity`), not where they live
(`danvankheo.domain.quantities.Quantity`). The hooks below see to that, and tell of enumerations and
units what no docstring can.
"""

from enum import Enum

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.pycode import ModuleAnalyzer
from sphinx.roles import XRefRole
from sphinx.util.docutils import SphinxRole

import danvankheo
from danvankheo import FindingCode, Quantity, Reason, Unit, format_quantity

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
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx_codeautolink",
    "sphinx_copybutton",
]
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3
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
default_role = "name"

# What is ignored: the standard library, whose own pages are out of reach without a network; type
# variables; and the words of a finding's sentence, which no caller takes apart. All else must resolve.
nitpick_ignore_regex = [
    ("py:.*", r"(collections|datetime|decimal|fractions|numbers|os|pathlib|typing)\..*"),
    ("py:.*", r"danvankheo\.calc\.(ranking\.T|rollup\._Key)"),
    ("py:class", r"danvankheo\.auditing\.wording\.(Language|Listing|Measured|Words)"),
]


class NameRole(SphinxRole):
    """Single backticks of a docstring: a link if the name is public, and else code.

    A plain lower-case word (`value`, `change`) is more often a field than the function of that name.
    """

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the link, which must resolve, or the code."""
        name = self.text.removeprefix("danvankheo.")
        head, _, field = name.partition(".")
        plain_word = head == self.text and head.isalpha() and head.islower()
        if head not in danvankheo.__all__ or plain_word:
            return [nodes.literal(self.rawtext, self.text)], []
        is_field = field in getattr(getattr(danvankheo, head), "__annotations__", ())
        text = f"{self.text} <danvankheo.{head if is_field else name}>"
        return XRefRole()("py:obj", self.rawtext, text, self.lineno, self.inliner)


def keep_members(app: Sphinx, what: str, name: str, obj: object, skip: bool, options: object) -> bool | None:
    """Show members of enumerations, also those without a docstring."""
    return False if isinstance(obj, Enum) else None


def no_call_of_enumerations(
    app: Sphinx, what: str, name: str, obj: object, options: object, signature: str, returned: str
) -> tuple[str, str] | None:
    """Leave out "(value)", which is how enumerations look a member up."""
    return ("", "") if isinstance(obj, type) and issubclass(obj, Enum) else None


def tell_of_values(app: Sphinx, what: str, name: str, obj: object, options: object, lines: list[str]) -> None:
    """Say what a member of an enumeration means in Vietnamese, and what a unit is."""
    match _documented(name):
        case Unit() as unit:
            base = unit.to_base()
            lines[:] = [
                unit.label
                if unit == base
                else f"{unit.label} = {format_quantity(Quantity(1, unit).to(base))}"
            ]
        case FindingCode() as code:
            lines[:] = [f"{code.severity.label}: {code.vietnamese}"]
        case Reason() as reason:
            lines[:] = [reason.english, "", reason.vietnamese]
        case Enum() as member:
            lines[:0] = [member.label, ""] if getattr(member, "label", "") else []
        case _ if what == "data":
            lines[:] = _docstring_of_data(name)
    if what in {"attribute", "property", "data"}:
        lines[:1] = [f":{line}" for line in lines[:1]]  # or napoleon takes words before a colon for a type


def _documented(name: str) -> object:
    """Return what is documented; autodoc passes the value of a member instead."""
    found: object = danvankheo
    for part in name.split(".")[1:]:
        found = getattr(found, part, None)
    return found


def _docstring_of_data(name: str) -> list[str]:
    """Return the docstring below an assignment, which stands in the module where the name lives."""
    package, _, last = name.rpartition(".")
    home = f"{package}.{danvankheo._HOME_OF[last]}" if package == "danvankheo" else package
    return [*ModuleAnalyzer.for_module(home).find_attr_docs().get(("", last), ())]


def setup(app: Sphinx) -> None:
    """Connect the hooks."""
    app.add_role("name", NameRole())
    app.connect("autodoc-skip-member", keep_members)
    app.connect("autodoc-process-signature", no_call_of_enumerations)
    app.connect("autodoc-process-docstring", tell_of_values, priority=400)  # before napoleon
