"""The extras of the package, and what to install where a library of one is missing.

The hint names the libraries themselves: that works for an installed package and for a checkout alike.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_FRAMES: Final = ("narwhals",)

EXTRAS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "cli": ("click", "rich"),
        "testing": ("hypothesis",),
        "plot": ("matplotlib",),
        "frames": _FRAMES,
        "polars": (*_FRAMES, "polars"),
        "duckdb": (*_FRAMES, "duckdb", "pyarrow"),
        "pandas": (*_FRAMES, "pandas", "pyarrow"),
        "pyarrow": (*_FRAMES, "pyarrow"),
        "spark": (*_FRAMES, "pyspark", "pyarrow"),
        "excel": (*_FRAMES, "polars", "fastexcel", "xlsxwriter", "pyarrow"),
        "progress": ("tqdm",),
        "office": ("python-docx", "openpyxl", "pdfplumber", "lxml", "xlrd", "xlsxwriter"),
    }
)
"""What each extra installs; a test holds that it is what ``pyproject.toml`` says."""


def missing(where: str, name: str, extra: str) -> ModuleNotFoundError:
    """Return the error for a library that is not installed.

    Args:
        where: what needs it.
        name: the library.
        extra: the extra that brings it.

    >>> print(missing("danvankheo.frames", "narwhals", "frames"))
    danvankheo.frames needs narwhals: pip install narwhals (the extra “frames” of danvankheo)
    """
    libraries = " ".join(EXTRAS[extra])
    hint = f"{where} needs {name}: pip install {libraries} (the extra “{extra}” of danvankheo)"
    return ModuleNotFoundError(hint, name=name)


def missing_vi(name: str | None, extra: str) -> str:
    """Return the same in Vietnamese, as the command line says it.

    >>> missing_vi("rich", "cli")
    'Chưa cài gói rich. Cài bằng lệnh: pip install click rich (phần “cli” của danvankheo)'
    """
    libraries = " ".join(EXTRAS[extra])
    return f"Chưa cài gói {name}. Cài bằng lệnh: pip install {libraries} (phần “{extra}” của danvankheo)"
