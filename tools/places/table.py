"""The table of places: units of 30-6-2025, units since, and what became of what, with how sure it is."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from notes import Said, folded, said_of
from sources import CATALOGUE_DAY, Current, Named, catalogue, first_mapping, resolution_of, second_mapping

BEFORE: Final = "2025-06-30"
TWO_LEVELS: Final = "2025-07-01"
PROVINCES_MERGED: Final = "202/2025/QH15 2025-06-12"

# In force: the resolution of the catalogue's note, with the day of its own last article. The notes give
# the day of signature only.
IN_FORCE: Final = {
    "30/2026/QH16 2026-04-24": "2026-04-30",
    "237/NQ-UBTVQH16 2026-04-14": "2026-04-30",
    "36/2026/QH16 2026-08-24": "2026-09-01",
    "39/2026/QH16 2026-08-24": "2026-09-20",
    "388/NQ-UBTVQH16 2026-08-04": "2026-09-20",
}
# What the first mapping lacks: note of 09817, "một phần xã Văn Khê" (Mê Linh).
MISSING: Final = {("09013", "09817")}
# What it has alone, against the note of 28087, which lists its parts in full.
FALSE: Final = {("28036", "28087")}
# Names that a unit had before 30-6-2025: Thừa Thiên Huế is Huế since 1-1-2025 (175/2024/QH15).
FORMER: Final = {"46": "Thừa Thiên Huế"}

_HOW: Final = {"named": "", "renamed": "~", "kept": "=", "district": "*"}


class Edge(NamedTuple):
    """A pair of units, what the note of the new one says, and which sources have it."""

    old: str
    new: str
    said: Said | None
    source: str

    def written(self) -> str:
        """Return it as it stands in the row of the new unit: the old code and its marks."""
        how = "?" if self.said is None else _HOW[self.said.how] + ("/" if self.said.part else "")
        return f"{self.old}{how}{self.source}"


class Table(NamedTuple):
    """All that the files hold, and what was left out on the way."""

    old: Mapping[str, Named]
    other: Mapping[str, str]
    provinces: Mapping[str, Current]
    communes: Mapping[str, Current]
    edges: tuple[Edge, ...]
    mixed_up: tuple[tuple[str, str], ...]


def made(folder: Path) -> Table:
    """Return the table, made of the packages in a folder."""
    provinces, communes = catalogue(folder)
    old, pairs = first_mapping(folder)
    second_names, second = second_mapping(folder)
    other = _other_spellings(old, second_names)
    mixed_up = _mixed_up(pairs, old)
    edges: list[Edge] = []
    by_new: defaultdict[str, list[str]] = defaultdict(list)
    for was, becomes in sorted((pairs | MISSING) - mixed_up - FALSE):
        by_new[becomes].append(was)
    for becomes, of in sorted(by_new.items()):
        names = [(was, tuple(filter(None, (old[was].name, *other.get(was, "").split("|"))))) for was in of]
        said = said_of(communes[becomes].note, becomes, _with_kind(names, old))
        for was in of:
            source = "!" if (was, becomes) in MISSING else "" if (was, becomes) in second else "-"
            edges.append(Edge(was, becomes, said.get(was), source))
    return Table(old, other, provinces, communes, tuple(edges), tuple(sorted(mixed_up | FALSE)))


def write(table: Table, folder: Path) -> None:
    """Write the files, one a stage of the map, in the order of the codes."""
    old_rows = [
        [unit.code, unit.kind, unit.name, unit.parent, table.other.get(unit.code, "")]
        for unit in sorted(table.old.values(), key=_order)
    ]
    _write(folder / f"{BEFORE}.tsv", ["code", "kind", "name", "parent", "other_names"], old_rows)
    merged = _provinces_of(table)
    of_commune: defaultdict[str, list[str]] = defaultdict(list)
    for edge in table.edges:
        of_commune[edge.new].append(edge.written())
    first = _first_resolutions(table.communes)
    rows = [
        [code, "municipality" if kind == "municipality" and not _is_later(current) else "province", name, "",
         PROVINCES_MERGED if len(merged[code]) > 1 else "", " ".join(merged[code])]
        for code, current in sorted(table.provinces.items())
        for kind, name in [(current.unit.kind, current.unit.name)]
    ]  # fmt: skip
    rows += [
        [code, "commune" if _is_later(current) else current.unit.kind, current.unit.name, current.unit.parent,
         first[current.unit.parent], " ".join(of_commune[code])]
        for code, current in sorted(table.communes.items())
    ]  # fmt: skip
    _write(folder / f"{TWO_LEVELS}.tsv", ["code", "kind", "name", "parent", "resolution", "made_of"], rows)
    later = [
        [IN_FORCE[_resolution(current)], code, current.unit.kind, _resolution(current)]
        for code, current in sorted({**table.provinces, **table.communes}.items())
        if _is_later(current)
    ]
    _write(folder / "2026.tsv", ["since", "code", "kind", "resolution"], sorted(later))
    (folder / "checked.txt").write_text(f"{CATALOGUE_DAY}\n", encoding="utf-8")


def _mixed_up(pairs: Iterable[tuple[str, str]], old: Mapping[str, Named]) -> set[tuple[str, str]]:
    """Return pairs that mix up old units of one name: the new unit's other parts lie in another district.

    A new unit that is given two old ones of one kind and name has one of them: that of the district, or
    else of the old province, from which the rest of it comes.
    """
    by_new: defaultdict[str, list[str]] = defaultdict(list)
    for was, becomes in pairs:
        by_new[becomes].append(was)
    wrong: set[tuple[str, str]] = set()
    for becomes, of in by_new.items():
        alike: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for was in of:
            alike[old[was].kind, folded(old[was].name)].append(was)
        alone = [same[0] for same in alike.values() if len(same) == 1]
        for same in alike.values():
            if len(same) > 1:
                right = _nearest(same, becomes, alone, old)
                wrong |= {(was, becomes) for was in same if was != right}
    return wrong


def _nearest(same: list[str], becomes: str, alone: list[str], old: Mapping[str, Named]) -> str:
    def near(was: str) -> tuple[bool, bool, bool]:
        district = old[was].parent
        province = old[district].parent
        districts = {old[other].parent for other in alone}
        return (
            district in districts,
            was == becomes,
            province in {old[each].parent for each in districts if each in old},
        )

    best, second = sorted(same, key=near, reverse=True)[:2]
    if near(best) == near(second):
        raise SystemExit(f"{becomes}: {best} and {second} are equally near; decide by hand")
    return best


def _with_kind(
    names: Iterable[tuple[str, tuple[str, ...]]], old: Mapping[str, Named]
) -> list[tuple[str, tuple[str, ...]]]:
    """Return names of numbers with their kind, as the notes have them: "Phường 4"."""
    return [
        (code, tuple(f"phường {name}" for name in of) if of[0].isdigit() and old[code].kind == "ward" else of)
        for code, of in names
    ]


def _other_spellings(old: Mapping[str, Named], second: Mapping[str, str]) -> dict[str, str]:
    """Return spellings of the second source that differ by more than the place of a tone mark."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for code, unit in old.items():
        district = old[unit.parent] if len(code) == 5 else None
        if district is None:
            continue
        for each, key in ((unit, code), (district, f"d{code}"), (old[district.parent], f"p{code}")):
            name = second.get(key, "")
            if name and folded(name) != folded(each.name):
                found[each.code][name] += 1
    other = {code: "|".join(name for name, _ in names.most_common()) for code, names in found.items()}
    return other | FORMER


def _provinces_of(table: Table) -> dict[str, list[str]]:
    """Return the old provinces of each new one, by their communes; none may be divided."""
    of: defaultdict[str, set[str]] = defaultdict(set)
    into: defaultdict[str, set[str]] = defaultdict(set)
    for edge in table.edges:
        unit = table.old[edge.old]
        province = unit.parent if len(unit.code) == 3 else table.old[unit.parent].parent
        new = table.communes[edge.new].unit.parent
        of[new].add(province)
        into[province].add(new)
    divided = {province for province, among in into.items() if len(among) > 1}
    if divided:
        raise SystemExit(f"provinces that were divided: {divided}")
    return {new: sorted(old) if len(old) > 1 else [f"{next(iter(old))}="] for new, old in of.items()}


def _first_resolutions(communes: Mapping[str, Current]) -> dict[str, str]:
    """Return the resolution of 2025 for the communes of each province; a later note hides its own."""
    of: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for current in communes.values():
        if not _is_later(current):
            of[current.unit.parent][resolution_of(current.note)] += 1
    for province, found in of.items():
        if len(found) != 1:
            raise SystemExit(f"{province}: several resolutions {found}")
    return {province: found.most_common(1)[0][0] for province, found in of.items()}


def _resolution(current: Current) -> str:
    if current.unit.parent:
        return resolution_of(current.note)
    number, _, day = current.note.partition(" - ")
    return f"{number} {'-'.join(reversed(day.split('/')))}" if day else ""


def _is_later(current: Current) -> bool:
    """Return whether the note is of a change after 1-7-2025; an unknown one stops the making."""
    resolution = _resolution(current)
    if resolution.endswith("2025-06-16") or resolution in ("", PROVINCES_MERGED):
        return False
    if resolution not in IN_FORCE:
        raise SystemExit(f"{current.unit}: {resolution} is new; say in IN_FORCE from which day it applies")
    return True


def _order(unit: Named) -> tuple[int, str]:
    return len(unit.code), unit.code


def _write(path: Path, heads: list[str], rows: Iterable[list[str]]) -> None:
    lines = ["\t".join(heads), *("\t".join(row).rstrip("\t") for row in rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
