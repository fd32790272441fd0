"""Every public name and where it is found: at the top, else in its home."""

from importlib import import_module

import danvankheo

HOMES = (
    "danvankheo",
    "danvankheo.units",
    "danvankheo.calc",
    "danvankheo.auditing",
    "danvankheo.awarding",
    "danvankheo.law",
    "danvankheo.places",
    "danvankheo.charts",
    "danvankheo.office",
    "danvankheo.scanning",
    "danvankheo.drafting",
    "danvankheo.documents",
    "danvankheo.reporting",
    "danvankheo.formatting",
    "danvankheo.reading",
    "danvankheo.errors",
    "danvankheo.frames",
    "danvankheo.testing",
)


def names_by_home() -> dict[str, dict[str, object]]:
    """Return what each home lists, with its value."""
    modules = {home: import_module(home) for home in HOMES}
    return {
        home: {name: getattr(module, name) for name in module.__all__} for home, module in modules.items()
    }


# `frames` and `testing` have names of their own that mean another thing: `frames.share`, `testing.units`.
PUBLIC: dict[str, object] = {
    name: value
    for home, names in reversed(names_by_home().items())
    if home not in {"danvankheo.frames", "danvankheo.testing"}
    for name, value in names.items()
} | {name: getattr(danvankheo, name) for name in danvankheo.__all__}
