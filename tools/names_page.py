"""The docs page of all public names: what each home holds, with the first line of each docstring."""

from collections.abc import Iterator
from enum import Enum
from importlib import import_module
from inspect import cleandoc, isclass, isfunction, ismodule

HOMES = {
    "danvankheo": "What most programs take",
    "danvankheo.units": "Units, and how they are combined",
    "danvankheo.calc": "Pure calculations",
    "danvankheo.formatting": "Written as Vietnamese reports write it",
    "danvankheo.reading": "Read from Vietnamese",
    "danvankheo.scanning": "Figures of running text",
    "danvankheo.drafting": "Movements drafted from them",
    "danvankheo.auditing": "Can these figures all be true?",
    "danvankheo.law": "What the law said on a day",
    "danvankheo.awarding": "What an award is worth",
    "danvankheo.places": "Units of administration by day",
    "danvankheo.office": "Files of Word, Excel and PDF",
    "danvankheo.reporting": "Reports",
    "danvankheo.charts": "Pictures of figures",
    "danvankheo.documents": "Saved and loaded",
    "danvankheo.errors": "What can go wrong",
    "danvankheo.frames": "The same for columns of dataframes",
    "danvankheo.testing": "Hypothesis strategies and scores",
}

INTRODUCTION = """# Every public name

Made from the code (`nox -s pages`): a name stands once a home, with the first line of its docstring.
"""


def page() -> str:
    """Return the page, in Markdown."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    yield INTRODUCTION
    for home, about in HOMES.items():
        module = import_module(home)
        yield f"## {home} ({len(module.__all__)})\n"
        yield f"{about}.\n"
        yield "| Name | What it is |"
        yield "|---|---|"
        yield from (f"| `{name}` | {_about(getattr(module, name))} |" for name in module.__all__)
        yield ""


def _about(value: object) -> str:
    """Return the first paragraph of what a name says of itself; of a plain value, how it shows itself."""
    if not (isclass(value) or isfunction(value) or ismodule(value)):
        shown = value.name if isinstance(value, Enum) else str(value)
        return f"{type(value).__name__}: {shown[:60]}".replace("|", "\\|")
    first = cleandoc(value.__doc__ or "").partition("\n\n")[0]
    return " ".join(first.split()).replace("``", "`").replace("|", "\\|")
