"""A collection as a workbook for people, or as JSON: live sums, problems and their cells, what is missing."""

import json
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, Final, TypeAlias

from danvankheo.calc.totals import total
from danvankheo.domain.contribution import ContributionKind
from danvankheo.domain.quantities import Approximation, Quantity
from danvankheo.domain.units import Unit
from danvankheo.errors import invalid
from danvankheo.files import StrPath, path_of, replaced
from danvankheo.formatting.dates import format_period
from danvankheo.formatting.names import format_place
from danvankheo.office.address import column_letters
from danvankheo.office.collecting.collection import Collection
from danvankheo.office.collecting.pages import repeated_words, sender_names, why_not_added
from danvankheo.office.collecting.records import Sent
from danvankheo.office.writing.workbooks import Workbook, as_cell, new_workbook
from danvankheo.reasons import Reason

Worksheet: TypeAlias = Any  # XlsxWriter has no types
Format: TypeAlias = Any
Cell: TypeAlias = str | Decimal | int

_WHERE: Final = "Collection.save"
_DIGITS: Final = 15
_LONGEST: Final = 32_000
_TITLE: Final = "Tổng hợp số liệu các nơi gửi"


def save_collection(collection: Collection, path: StrPath) -> None:
    """Write a collection as a workbook (.xlsx) or JSON (.json), whole or not at all."""
    name = path_of(path, _WHERE)
    suffix = Path(name).suffix.lower()
    if suffix == ".json":
        text = json.dumps(collection.as_data(), ensure_ascii=False, indent=2)
        with replaced(name) as file:
            file.write_text(f"{text}\n", encoding="utf-8", newline="\n")
        return
    if suffix != ".xlsx":
        raise invalid(f"{_WHERE}.path", Reason.ONE_OF, suffix, allowed=".xlsx, .json")
    with replaced(name) as file, new_workbook(file, _WHERE) as book:
        _Writer(book, collection).write()


class _Writer:
    """Writes the sheets of one workbook."""

    def __init__(self, book: Workbook, collection: Collection) -> None:
        self.book = book
        self.collection = collection
        self.names = sender_names(collection.sent)
        book.set_properties({"title": _TITLE})
        self.bold: Format = book.add_format({"bold": True})
        self.title: Format = book.add_format({"bold": True, "font_size": 14})
        self.head: Format = book.add_format(
            {"bold": True, "border": 1, "bg_color": "#DDE8F3", "text_wrap": True, "valign": "vcenter"}
        )
        self.cell: Format = book.add_format({"border": 1, "text_wrap": True, "valign": "top"})
        self.formats: dict[tuple[int, bool], Format] = {}

    def write(self) -> None:
        """Write all sheets, the sums first."""
        self._sums()
        self._figures()
        self._lists()

    def number(self, decimals: int, *, bold: bool = False) -> Format:
        """Return the format of a number with some decimals."""
        key = decimals, bold
        if key not in self.formats:
            code = "#,##0" + ("." + "0" * decimals if decimals else "")
            self.formats[key] = self.book.add_format(
                {"border": 1, "bold": bold, "num_format": code, "valign": "top"}
            )
        return self.formats[key]

    def _sums(self) -> None:
        sheet = self.book.add_worksheet("Tổng hợp")
        sheet.write_string(0, 0, _TITLE, self.title)
        sheet.write_string(1, 0, self.collection.report().subtitle)
        counted = [each for each in self.collection.sent if each.counts]
        units = _units_of(counted)
        heads = ["TT", "Nơi báo cáo", "Kỳ", *(_head_of(kind, unit) for kind, unit in units)]
        heads += ["Số ước lượng", "Tệp"]
        first = 4
        self._heads(sheet, first - 1, heads)
        for at, each in enumerate(counted):
            self._sums_of(sheet, first + at, at + 1, each, units)
        last = first + len(counted)
        why = why_not_added(self.collection)
        if why:
            sheet.write_string(last + 1, 1, f"Chưa cộng: {why}.", self.bold)
        elif counted:
            self._total(sheet, first, last, units)
        sheet.set_column(0, 0, 5)
        sheet.set_column(1, 1, 34)
        sheet.set_column(2, 2, 14)
        sheet.set_column(3, 2 + len(units), 18)
        sheet.set_column(3 + len(units), 4 + len(units), 26)
        sheet.freeze_panes(first, 2)
        sheet.repeat_rows(first - 1)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)

    def _sums_of(
        self,
        sheet: Worksheet,
        row: int,
        number: int,
        sent: Sent,
        units: Sequence[tuple[ContributionKind, Unit]],
    ) -> None:
        held = {
            (each.kind, each.quantity.unit): each.quantity
            for each in total(sent.movement.contributions)
            if each.quantity is not None
        }
        sheet.write_number(row, 0, number, self.cell)
        sheet.write_string(row, 1, self.names[sent.sender], self.cell)
        sheet.write_string(row, 2, format_period(sent.movement.period), self.cell)
        about = []
        for at, key in enumerate(units):
            quantity = held.get(key)
            if quantity is None:
                sheet.write_blank(row, 3 + at, None, self.cell)
            else:
                self._number(sheet, row, 3 + at, quantity.amount)
                if quantity.approximation is not Approximation.EXACTLY:
                    about.append(f"{_kind_words(key[0])}: {quantity.approximation.label}")
        sheet.write_string(row, 3 + len(units), "; ".join(about), self.cell)
        sheet.write_string(row, 4 + len(units), sent.file, self.cell)

    def _total(
        self, sheet: Worksheet, first: int, last: int, units: Sequence[tuple[ContributionKind, Unit]]
    ) -> None:
        sums = {
            (each.kind, each.quantity.unit): each.quantity for each in self.collection.total if each.quantity
        }
        sheet.write_string(last, 0, "", self.head)
        sheet.write_string(last, 1, "Tổng cộng", self.head)
        sheet.write_string(last, 2, "", self.head)
        for at, key in enumerate(units):
            letters = column_letters(4 + at)
            amount = sums[key].amount
            decimals = _decimals(amount)
            formula = f"=SUM({letters}{first + 1}:{letters}{last})"
            if _fits(amount):
                sheet.write_formula(last, 3 + at, formula, self.number(decimals, bold=True), as_cell(amount))
            else:  # more digits than Excel keeps
                sheet.write_string(last, 3 + at, _plain(amount), self.head)
        sheet.write_string(last, 3 + len(units), "", self.head)
        sheet.write_string(last, 4 + len(units), "", self.head)

    def _figures(self) -> None:
        heads = (
            "Nơi báo cáo", "Kỳ", "Loại", "Lĩnh vực", "Số lượng", "Đơn vị tính", "Ước lượng", "Nội dung",
            "Người đóng góp", "Tệp", "Vị trí", "Tình trạng",
        )  # fmt: skip
        rows: list[tuple[Cell, ...]] = []
        for each in self.collection.sent:
            fields = {figure.path: figure.field for figure in each.figures}
            for at, gift in enumerate(each.movement.contributions):
                path = f"$.contributions[{at}]"
                quantity, field = gift.quantity, fields.get(path)
                rows.append(
                    (
                        format_place(gift.place) if gift.place is not None else self.names[each.sender],
                        format_period(each.movement.period),
                        gift.kind.label,
                        field.label if field is not None else "",
                        quantity.amount if quantity is not None else "…",
                        quantity.unit.label if quantity is not None else "",
                        _approximation(quantity),
                        gift.purpose,
                        gift.giver.name if gift.giver is not None else "",
                        each.file,
                        each.addresses_of(path)[0].without_file().vietnamese,
                        each.standing.label,
                    )
                )
        self._sheet("Số liệu", heads, rows, widths=(30, 14, 11, 16, 14, 14, 10, 30, 24, 26, 26, 22))

    def _lists(self) -> None:
        held = self.collection
        self._sheet(
            "Vấn đề",
            ("Mức", "Loại", "Tệp", "Vị trí", "Nội dung"),
            [
                (
                    each.severity.label,
                    each.kind.vietnamese,
                    each.file,
                    each.address.without_file().vietnamese,
                    each.vietnamese,
                )
                for each in (*held.problems, *held.likely)
            ],
            widths=(10, 26, 26, 30, 80),
        )
        rows: list[tuple[Cell, ...]] = [("Chưa gửi", format_place(place), "") for place in held.missing]
        rows += [("Gửi trùng", repeated_words(each), ", ".join(each.files)) for each in held.repeated]
        self._sheet("Thiếu, trùng", ("Loại", "Nơi", "Tệp"), rows, widths=(12, 70, 50))
        self._sheet(
            "Chưa dùng",
            ("Tệp", "Vị trí", "Nguyên văn", "Lý do"),
            [
                (each.address.file, each.address.without_file().vietnamese, each.text, each.vietnamese)
                for each in held.not_understood
            ],
            widths=(26, 30, 30, 70),
        )

    def _sheet(
        self, name: str, heads: Sequence[str], rows: Iterable[Sequence[Cell]], *, widths: Sequence[int]
    ) -> None:
        sheet = self.book.add_worksheet(name)
        self._heads(sheet, 0, heads)
        count = 0
        for count, row in enumerate(rows, 1):
            for column, value in enumerate(row):
                if isinstance(value, str):
                    sheet.write_string(count, column, value[:_LONGEST], self.cell)
                else:
                    self._number(sheet, count, column, Decimal(value))
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.freeze_panes(1, 0)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        if count:
            sheet.autofilter(0, 0, count, len(heads) - 1)

    def _heads(self, sheet: Worksheet, row: int, heads: Sequence[str]) -> None:
        for column, head in enumerate(heads):
            sheet.write_string(row, column, head, self.head)

    def _number(self, sheet: Worksheet, row: int, column: int, amount: Decimal) -> None:
        if _fits(amount):
            sheet.write_number(row, column, as_cell(amount), self.number(_decimals(amount)))
        else:
            sheet.write_string(row, column, _plain(amount), self.cell)


def _units_of(sent: Iterable[Sent]) -> list[tuple[ContributionKind, Unit]]:
    gifts = [gift for each in sent for gift in each.movement.contributions]
    return [(each.kind, each.quantity.unit) for each in total(gifts) if each.quantity is not None]


def _head_of(kind: ContributionKind, unit: Unit) -> str:
    """Return the head of a column of sums: "Tiền (đồng)", but "Ngày công"."""
    return _kind_words(kind) if kind.label == unit.label else f"{_kind_words(kind)} ({unit.label})"


def _kind_words(kind: ContributionKind) -> str:
    return kind.label.capitalize()


def _approximation(quantity: Quantity | None) -> str:
    if quantity is None or quantity.approximation is Approximation.EXACTLY:
        return ""
    return quantity.approximation.label


def _decimals(amount: Decimal) -> int:
    exponent = amount.normalize().as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def _fits(amount: Decimal) -> bool:
    return len(amount.normalize().as_tuple().digits) <= _DIGITS and abs(amount.adjusted()) <= _DIGITS


def _plain(amount: Decimal) -> str:
    return f"{amount:f}".replace(".", ",")
