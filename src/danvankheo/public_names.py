"""Public names of a package: listed once, in its ``__init__.pyi``, and loaded with their first use.

So an editor, a type checker and Python read the same list, and ``import danvankheo`` costs next to nothing.
"""

import sys
from _ast import ImportFrom, Module, PyCF_ONLY_AST
from collections.abc import Callable, Mapping
from importlib import import_module
from threading import RLock
from types import MappingProxyType
from typing import Final, NamedTuple, Protocol, cast

# Two threads that come into a package by different modules can wait for each other's import.
_LOADING: Final = RLock()


class _Loader(Protocol):
    def get_data(self, path: str) -> bytes: ...


class PublicNames(NamedTuple):
    """What a package takes from here: ``__getattr__, __dir__, __all__ = public_names(__name__)``."""

    getattr: Callable[[str], object]
    dir: Callable[[], list[str]]
    all: list[str]


def public_names(package: str, needs: Mapping[str, str] = MappingProxyType({})) -> PublicNames:
    """Return the lazy names of a package, from the imports of its ``__init__.pyi``.

    Args:
        package: its full name; it is being imported.
        needs: libraries that may be missing, and the extra that brings each.

    >>> from danvankheo import law
    >>> names = public_names("danvankheo.law")
    >>> "at" in names.all, names.getattr("at") is law.at
    (True, True)
    """
    module = sys.modules[package]
    homes = listed(package)

    def load(name: str) -> object:
        if name not in homes:
            hint = _elsewhere(package, homes, name)
            raise AttributeError(f"module {package!r} has no attribute {name!r}{hint}", name=name, obj=module)
        home = homes[name]
        with _LOADING:
            if home == package:  # a package below, such as `danvankheo.law`
                return import_module(f"{package}.{name}")
            value = getattr(_imported(home, package, needs), name)
        setattr(module, name, value)
        return value

    return PublicNames(load, lambda: sorted(homes), sorted(homes))


def _elsewhere(package: str, homes: Mapping[str, str], name: str) -> str:
    """Return where a name is that a package lacks: in a package below it, or at the top.

    Python itself adds the name of the package that is nearest.
    """
    if name.startswith("_"):  # asked by tools, never meant
        return ""
    below = [f"{package}.{home}" for home, of in homes.items() if of == package]
    top, _, _ = package.partition(".")
    for home in (*below, top):
        if name in getattr(import_module(home), "__all__", ()):
            return f"; it is {home}.{name}"
    return ""


def _imported(home: str, package: str, needs: Mapping[str, str]) -> object:
    try:
        return import_module(home)
    except ModuleNotFoundError as error:
        library = str(error.name).partition(".")[0]
        if library not in needs:
            raise
        from danvankheo.extras import missing  # noqa: PLC0415  # seldom

        raise missing(package, library, needs[library]) from None


def listed(package: str) -> dict[str, str]:
    """Return the names that the stub of a package imports, and the module of each."""
    spec = sys.modules[package].__spec__
    assert spec is not None
    assert spec.origin is not None
    stub = spec.origin.removesuffix(".py") + ".pyi"
    text = cast("_Loader", spec.loader).get_data(stub)  # works in zip files too
    tree = cast("Module", compile(text, stub, "exec", PyCF_ONLY_AST))
    imports = (node for node in tree.body if isinstance(node, ImportFrom))
    return {alias.name: str(node.module) for node in imports for alias in node.names}
