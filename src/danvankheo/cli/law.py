"""``danvankheo law``: what applied on a day, with its source."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

import click

from danvankheo.cli.formats import WRITERS, Command, format_option
from danvankheo.cli.inputs import why_unread
from danvankheo.cli.messages import BadDataError, HelpInVietnamese, UnreadableError, to_json
from danvankheo.domain.dates import PartialDate
from danvankheo.errors import DocumentError, InvalidValueError, ReadingError
from danvankheo.law.book import LawBook
from danvankheo.law.tables import Confidence, Entry, Table, reaches
from danvankheo.printing import printable
from danvankheo.reading.dates import parse_date
from danvankheo.reporting.of_law import report_of_law

_EPILOG: Final = """\b
Ví dụ:
  danvankheo law
  danvankheo law --on 2022-11-02
  danvankheo law base-salary --on 2022-11-02
  danvankheo law award-coefficient giay_khen_commune
  danvankheo law muc-thuong-tinh --table ninh-thuan.toml
"""


def confidence_option() -> Callable[[Command], Command]:
    """Return the option ``--min-confidence`` of every command that looks the law up."""
    return click.option(
        "--min-confidence",
        type=click.Choice([str(each.value) for each in Confidence if each is not Confidence.UNCONFIRMED]),
        metavar="MỨC",
        help="Chỉ dùng quy định có độ tin cậy từ mức: high (văn bản gốc), medium (nguồn thứ cấp tin cậy) "
        "hay low (nguồn chưa có văn bản gốc); dưới mức ấy thì coi là chưa rõ.",
    )


@click.command(cls=HelpInVietnamese, epilog=_EPILOG, short_help="Tra quy định theo ngày, kèm căn cứ.")
@click.argument("name", required=False, metavar="[BẢNG]")
@click.argument("key", nargs=-1, metavar="[MÃ]…")
@click.option(
    "--on", metavar="NGÀY", help="Chỉ xem quy định áp dụng vào ngày này, như 2022-11-02 hay 2/11/2022."
)
@click.option("--table", "table_file", metavar="TỆP", help="Dùng thêm bảng quy định (TOML) của địa phương.")
@confidence_option()
@format_option("json")
def law(
    name: str | None,
    key: tuple[str, ...],
    *,
    on: str | None,
    table_file: str | None,
    min_confidence: str | None,
    form: str,
) -> str:
    """Tra BẢNG: mức lương cơ sở, hệ số tiền thưởng, chuẩn nghèo … theo thời gian.

    Không ghi BẢNG thì liệt kê các bảng, hoặc mọi quy định áp dụng vào NGÀY. Quy định chưa kiểm chứng
    được thì ghi là chưa rõ, không đoán.
    """
    book = read_book(table_file)
    day = read_day(on, "--on") if on is not None else None
    if name is None and day is None and form == "text":
        width = max(map(len, book.tables))
        lines = [
            f"{told.replace('_', '-'):{width}}  {book.tables[told].title}" for told in sorted(book.tables)
        ]
        return "\n".join(lines) + "\n"
    least = read_confidence(min_confidence)
    key = tuple(word.replace("-", "_") for word in key)
    tables = [_table(book, name, key)] if name is not None else list(book.tables.values())
    if form == "json":
        rows = [(table, row) for table in tables for row in table.entries if row.key[: len(key)] == key]
        return to_json([_data(*told, day, least) for told in rows if day is None or told[1].covers(day)])
    names = [table.name for table in tables]
    return WRITERS[form](report_of_law(book, names, on=day, key=key, min_confidence=least))


def _table(book: LawBook, name: str, key: tuple[str, ...]) -> Table:
    """Return the table that is asked for; the first words of a key are enough.

    Raises:
        BadDataError: there is none, or none of its rows has a key that begins so.
    """
    try:
        table = book.table(name)
        if len(key) > len(table.keys) or any(
            word not in table.allowed[allowed] for word, allowed in zip(key, table.keys, strict=False)
        ):
            table.check_key((*key, *[""] * (len(table.keys) - len(key))))
    except InvalidValueError as error:
        raise BadDataError(error.vietnamese) from None
    return table


def read_book(table_file: str | None) -> LawBook:
    """Return the library's tables, with one of the user's if a file is named.

    Raises:
        BadDataError: the file is no sound table.
        UnreadableError: it cannot be read.
    """
    if table_file is None:
        return LawBook.official()
    shown = printable(table_file)
    try:
        return LawBook.official().load(Path(table_file))
    except DocumentError as error:
        raise BadDataError(
            "\n".join(f"{shown}: {problem.vietnamese}" for problem in error.problems)
        ) from None
    except OSError as error:
        raise UnreadableError(f"{shown}: {why_unread(error)}") from None


def read_day(text: str, option: str) -> date:
    """Return the day that an option names.

    Raises:
        BadDataError: no day of the calendar, or one without its year.
    """
    try:
        day = parse_date(text)
    except ReadingError as error:
        raise BadDataError(f"{option} {error.vietnamese}") from None
    if isinstance(day, PartialDate):
        raise BadDataError(f"{option} {printable(text)}: phải có đủ ngày, tháng, năm")
    return day


def read_confidence(asked: str | None) -> Confidence | None:
    """Return the least confidence that the option names; None takes all."""
    return Confidence(asked) if asked else None


def _data(table: Table, row: Entry, day: date | None, least: Confidence | None) -> dict[str, object]:
    """Return a row; a value that is less sure than asked for is left out and named as too weak."""
    weak = least is not None and not reaches(row.confidence, least)
    return {
        "table": table.name,
        **dict(zip(table.keys, row.key, strict=True)),
        "since": row.since.isoformat(),
        "until": row.until.isoformat() if row.until else None,
        "value": None if row.value is None or weak else str(row.value),
        "without": row.without.value if row.without else None,
        "at_most": row.at_most,
        "unit": table.unit,
        "source": row.source,
        "article": row.article or None,
        "confidence": row.confidence.value,
        "note": row.note or None,
        "checked": table.checked_of(row).isoformat(),
        **({"too_weak": weak} if least else {}),
        **({"assumed": day > table.checked_of(row)} if day else {}),
    }
