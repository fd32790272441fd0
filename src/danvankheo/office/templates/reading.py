"""A collection workbook that came back: its movement, and what in it is wrong, cell by cell."""

import json
from collections.abc import Mapping
from typing import Final

import attrs

from danvankheo.auditing.findings.codes import Severity
from danvankheo.documents.text import loads
from danvankheo.documents.values import read_unit
from danvankheo.domain.movement import Movement
from danvankheo.domain.units import Unit
from danvankheo.errors import DanVanKheoError, DocumentError, Problem
from danvankheo.office.address import Address
from danvankheo.office.grid import Cell, Grid
from danvankheo.office.paper import Paper
from danvankheo.office.tables.words import letters_of
from danvankheo.office.templates.layout import (
    ABOUT_LINES,
    ABOUT_SHEET,
    CHOICES_SHEET,
    GUIDE_SHEET,
    REST,
    SHEETS,
    TemplateColumn,
    TemplateSheet,
)
from danvankheo.office.templates.marks import EDITION, MARK_SHEET, edition_of
from danvankheo.office.templates.rows import Record, records_in
from danvankheo.office.templates.writing import head_of

_KNOWN: Final = frozenset(
    {GUIDE_SHEET, ABOUT_SHEET, CHOICES_SHEET, MARK_SHEET, *(each.name for each in SHEETS)}
)
_LOOKED: Final = 20
_MOST_ROUNDS: Final = 50
FORM: Final = "sổ thu thập số liệu"
"""What the template is called where collections say which form they used."""


@attrs.frozen(kw_only=True)
class Fault:
    """Something wrong in a collection workbook: where, and what should stand there."""

    address: Address
    vietnamese: str
    english: str
    severity: Severity = Severity.ERROR


@attrs.frozen(kw_only=True)
class ReadTemplate:
    """What a collection workbook holds.

    Args:
        movement: the movement; None where not even its name and period can be read.
        places: the cells of each record, by its path: ``$.contributions[0]``.
        faults: what is wrong; rows with a fault are left out.
        form: which edition it is.
    """

    movement: Movement | None
    places: Mapping[str, tuple[Address, ...]] = attrs.field(factory=dict[str, tuple[Address, ...]])
    faults: tuple[Fault, ...] = ()
    form: str = FORM


def read_template(paper: Paper) -> ReadTemplate:
    """Return what a collection workbook holds."""
    edition = edition_of(paper)
    if edition != EDITION:
        fault = Fault(
            address=Address(paper.file),
            vietnamese=f"sổ thu thập thuộc bản {edition}, chỉ đọc được bản {EDITION}; hãy cập nhật phần mềm",
            english=f"a workbook of edition {edition}; this release reads {EDITION}",
        )
        return ReadTemplate(movement=None, faults=(fault,))
    return _Reader(paper).read()


class _Reader:
    """Reads one workbook."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.grids: dict[str, Grid] = {grid.address.sheet: grid for grid in paper.grids}
        self.faults: list[Fault] = []
        self.money: Unit = read_unit(self.grids[MARK_SHEET].text_at(3, 1))
        self.record: Record = {}
        self.where: dict[str, Address] = {}
        self.lists: dict[str, list[tuple[Record, tuple[Address, ...]]]] = {}

    def read(self) -> ReadTemplate:
        """Return what it holds."""
        self._about()
        for sheet in SHEETS:
            self._sheet(sheet)
        for name, grid in self.grids.items():
            if name not in _KNOWN and not grid.hidden:
                self._fault(
                    grid.address,
                    "trang thêm vào sổ, không đọc",
                    "a sheet of its own, not read",
                    Severity.WARNING,
                )
        movement = self._movement()
        places = {
            f"$.{name}[{at}]": addresses
            for name, rows in self.lists.items()
            for at, (_, addresses) in enumerate(rows)
        }
        return ReadTemplate(movement=movement, places=places, faults=tuple(self.faults))

    def _about(self) -> None:
        grid = self.grids.get(ABOUT_SHEET)
        if grid is None:
            self._fault(
                Address(self.paper.file),
                f"thiếu trang “{ABOUT_SHEET}”",
                f"the sheet “{ABOUT_SHEET}” is missing",
            )
            return
        by_head = {letters_of(line.head): line for line in ABOUT_LINES}
        cells: dict[str, Cell] = {}
        rest = ""
        for row in range(1, grid.rows + 1):
            label = letters_of(grid.text_at(row, 1))
            if label == letters_of(REST):
                rest = "".join(_raw(grid.at(row, column)) for column in range(2, grid.columns + 1))
            elif label in by_head:
                key = by_head[label].key
                self.where[key] = grid.address_of(row, 2, head=by_head[label].head)
                cell = grid.at(row, 2)
                if cell is not None:
                    cells[key] = cell
        records = self._records(grid.address, ABOUT_LINES, cells, rest, self.where)
        self.record = records[0][0] if records else {}

    def _sheet(self, layout: TemplateSheet) -> None:
        rows: list[tuple[Record, tuple[Address, ...]]] = []
        self.lists[layout.list] = rows
        grid = self.grids.get(layout.name)
        if grid is None:
            self._fault(
                Address(self.paper.file),
                f"thiếu trang “{layout.name}”",
                f"the sheet “{layout.name}” is missing",
            )
            return
        head, columns, rest = self._heads(grid, layout)
        if not columns:
            self._fault(
                grid.address, "không thấy hàng đầu cột của mẫu", "the heads of the template are not there"
            )
            return
        if not rest:
            self._fault(
                grid.address,
                "thiếu cột “Phần máy ghi”",
                "the last, hidden column is missing",
                Severity.WARNING,
            )
        for row in range(head + 1, grid.rows + 1):
            cells = {
                column.key: cell
                for number, column in columns.items()
                if column.key and (cell := grid.at(row, number)) is not None
            }
            kept = _raw(grid.at(row, rest)) if rest else ""
            if not cells and not kept:
                continue
            where = {
                column.key: grid.address_of(row, number, head=column.head)
                for number, column in columns.items()
            }
            missing = [key for key, cell in cells.items() if not cell.cached]
            if missing:
                self._fault(
                    where[missing[0]],
                    "công thức chưa có kết quả; hãy mở bằng Excel rồi lưu lại",
                    "a formula without a result: open the file in Excel and save it",
                )
                continue
            if row in grid.hidden_rows:
                self._fault(
                    grid.address_of(row, 1), "dòng đang ẩn, vẫn được lấy", "a hidden row, taken all the same",
                    Severity.INFO,
                )  # fmt: skip
            for record, keys in self._records(grid.address_of(row, 1), layout.columns, cells, kept, where):
                rows.append((record, tuple(where[key] for key in keys if key in where)))

    def _heads(self, grid: Grid, layout: TemplateSheet) -> tuple[int, dict[int, TemplateColumn], int]:
        """Return the row of the heads, the columns by their number, and that of the last one."""
        by_head = {letters_of(head_of(column, self.money)): column for column in layout.columns}
        best: tuple[int, dict[int, TemplateColumn]] = (0, {})
        for row in range(1, min(grid.rows, _LOOKED) + 1):
            found = {
                column: by_head[name]
                for column in range(1, grid.columns + 1)
                if (name := letters_of(grid.text_at(row, column))) in by_head
            }
            if len(found) > len(best[1]):
                best = row, found
        head, columns = best
        if len(columns) < len(layout.columns):
            lost = [head_of(each, self.money) for each in layout.columns if each not in columns.values()]
            if columns:
                names = ", ".join(f"“{name}”" for name in lost)
                self._fault(grid.address, f"thiếu cột {names}", f"the columns {names} are missing")
        rest = next(
            (
                column
                for column in range(1, grid.columns + 1)
                if letters_of(grid.text_at(head, column)) == letters_of(REST)
            ),
            0,
        )
        for column in range(1, grid.columns + 1):
            said = any(grid.text_at(row, column).strip() for row in range(head + 1, grid.rows + 1))
            if column not in columns and column != rest and said:
                self._fault(
                    grid.address_of(head, column),
                    "cột thêm vào mẫu, không đọc",
                    "a column of its own, not read",
                    Severity.WARNING,
                )
        return head, columns, rest

    def _records(
        self,
        row: Address,
        columns: tuple[TemplateColumn, ...],
        cells: Mapping[str, Cell],
        rest: str,
        where: Mapping[str, Address],
    ) -> list[tuple[Record, tuple[str, ...]]]:
        try:
            records, wrong = records_in(columns, cells, rest, self.money)
        except (ValueError, AttributeError, TypeError, AssertionError):
            self._fault(
                row, "phần máy ghi của dòng đã bị sửa", "the last, hidden cell of the row was changed"
            )
            return []
        for key, error in wrong:
            self._fault(where.get(key, row), error.vietnamese, error.english)
        return records

    def _movement(self) -> Movement | None:
        """Return the movement of what is sound; rows that it cannot hold become faults."""
        for _ in range(_MOST_ROUNDS):
            document = {
                "version": 1,
                **self.record,
                **{name: [record for record, _ in rows] for name, rows in self.lists.items() if rows},
            }
            try:
                return loads(json.dumps(document))
            except DocumentError as error:
                if not self._without(error.problems):
                    return None
            except DanVanKheoError as error:
                self._fault(Address(self.paper.file), error.vietnamese, error.english)
                return None
        return None

    def _without(self, problems: tuple[Problem, ...]) -> bool:
        """Drop the rows that problems are about; return whether there are such, and no other problems."""
        dropped: dict[str, set[int]] = {}
        stuck = False
        for problem in problems:
            name = problem.loc[0] if problem.loc else ""
            at = problem.loc[1] if len(problem.loc) > 1 else None
            english, vietnamese = problem.sentences
            if isinstance(name, str) and name in self.lists and isinstance(at, int):
                addresses = self.lists[name][at][1]
                place = addresses[0] if addresses else self.grids[_sheet_of(name)].address
                self._fault(place, vietnamese, english)
                dropped.setdefault(name, set()).add(at)
                continue
            stuck = True
            self._fault(self.where.get(str(name), Address(self.paper.file)), vietnamese, english)
        for name, places in dropped.items():
            self.lists[name] = [row for at, row in enumerate(self.lists[name]) if at not in places]
        return not stuck

    def _fault(
        self, address: Address, vietnamese: str, english: str, severity: Severity = Severity.ERROR
    ) -> None:
        self.faults.append(Fault(address=address, vietnamese=vietnamese, english=english, severity=severity))


def _sheet_of(name: str) -> str:
    return next(each.name for each in SHEETS if each.list == name)


def _raw(cell: Cell | None) -> str:
    if cell is None:
        return ""
    return cell.value if isinstance(cell.value, str) else cell.text
