"""The option ``--by``: columns to group by, by their English or Vietnamese names."""

from collections.abc import Callable, Sequence
from types import MappingProxyType
from typing import Final, TypeVar
from unicodedata import combining, normalize

import click

from danvankheo.printing import printable

Command = TypeVar("Command", bound=Callable[..., object])

NAMES: Final = MappingProxyType(
    {
        "period": ("ky", "thoi-ky"),
        "year": ("nam",),
        "province": ("tinh", "tinh-thanh-pho"),
        "district": ("huyen", "quan-huyen"),
        "commune": ("xa", "xa-phuong"),
        "community": ("thon", "thon-to-dan-pho"),
        "organizer": ("don-vi", "don-vi-to-chuc"),
        "field": ("linh-vuc",),
        "other_field": ("linh-vuc-khac",),
        "model": ("mo-hinh",),
        "giver": ("nguoi-dong-gop",),
        "purpose": ("noi-dung", "muc-dich"),
    }
)
"""The columns, each with what else it is called; marks, capitals and blanks do not matter."""

_COLUMNS: Final = {
    other: name for name, others in NAMES.items() for other in (name.replace("_", "-"), *others)
}


def column_called(text: str) -> str | None:
    """Return the column that a name means; None if it means none.

    >>> column_called("xã"), column_called("Linh vuc"), column_called("commune"), column_called("màu")
    ('commune', 'field', 'commune', None)
    """
    low = normalize("NFD", text.strip().casefold()).replace("đ", "d")
    plain = "".join(letter for letter in low if not combining(letter))
    return _COLUMNS.get("-".join(plain.replace("_", " ").replace("-", " ").split()))


def choices_text(columns: Sequence[str]) -> str:
    """Return the columns to choose from, as the help lists them: "province (tinh), commune (xa)"."""
    return ", ".join(f"{name} ({NAMES[name][0]})" for name in columns)


class Columns(click.ParamType[tuple[str, ...]]):
    """Names of columns with commas between them."""

    name = "columns"

    def __init__(self, columns: Sequence[str], *, most: int | None = None) -> None:
        """Take the columns to choose from, and how many may be chosen."""
        self._columns, self._most = columns, most

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Return the columns that a text names, each once."""
        found: dict[str, None] = {}
        for name in str(value).split(","):
            column = column_called(name)
            if column not in self._columns:
                shown = f"“{printable(name.strip())}”" if name.strip() else "tên trống"
                self.fail(f"{shown}; chọn trong: {choices_text(self._columns)}", param, ctx)
            assert column is not None
            found[column] = None
        if self._most is not None and len(found) > self._most:
            self.fail(f"{len(found)} cột; chỉ chọn được {self._most}", param, ctx)
        return tuple(found)


def by_option(
    columns: Sequence[str], *, most: int | None = None, note: str = ""
) -> Callable[[Command], Command]:
    """Return the option ``--by`` of a command.

    Args:
        columns: the columns to choose from.
        most: how many may be chosen.
        note: what its help says besides.
    """
    metavar = "CỘT" if most == 1 else "CỘT,…"
    several = "một cột" if most == 1 else "các cột"
    text = f"Gộp theo {several}: {choices_text(columns)}; có dấu hay không đều được.{note}"
    return click.option("--by", type=Columns(columns, most=most), metavar=metavar, help=text)
