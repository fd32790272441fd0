"""``danvankheo award --list``: a list of names in, the list of payments out."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final, TypeVar

import click

from danvankheo.awarding.listing import award_list
from danvankheo.cli.document_files import write_document
from danvankheo.cli.inputs import bytes_of, called, why_unread
from danvankheo.cli.law import read_confidence
from danvankheo.cli.messages import BadDataError, UnreadableError, of_options
from danvankheo.cli.papers import UnreadPaperError, paper_of
from danvankheo.cli.texts import LARGEST_TEXT
from danvankheo.domain.award import GrantingLevel
from danvankheo.domain.organizations import Organization
from danvankheo.errors import InvalidValueError
from danvankheo.law.book import LawBook
from danvankheo.reporting.blocks import Document
from danvankheo.reporting.of_award_list import report_of_award_list

Command = TypeVar("Command", bound=Callable[..., object])

_LEVELS: Final[Mapping[str, GrantingLevel]] = {
    "xa": GrantingLevel.COMMUNE,
    "huyen": GrantingLevel.DISTRICT,
    "tinh": GrantingLevel.PROVINCE,
    "bo": GrantingLevel.MINISTRY,
    "trung-uong": GrantingLevel.CENTRAL,
    "don-vi": GrantingLevel.UNIT,
    **{level.value: level for level in GrantingLevel},
}
_MOST_UNCLEAR: Final = 50


def list_options(command: Command) -> Command:
    """Add the options of a list of names."""
    options = (
        click.option(
            "--list",
            "list_file",
            metavar="TỆP",
            help="Danh sách tên (Word, Excel, CSV), để lập danh sách chi tiền."
        ),
        click.option(
            "--level", type=click.Choice([*_LEVELS]), metavar="CẤP",
            help="Cấp khen thưởng của danh sách: xa, huyen, tinh, bo, trung-uong, don-vi.",
        ),
        click.option("--granter", metavar="TÊN", help="Cơ quan, cấp ủy tặng, như “Đảng ủy xã Cửu An”."),
        click.option(
            "--form", "award_form", metavar="HÌNH THỨC",
            help="Hình thức của mọi tên nếu danh sách không có cột ấy, như giay_khen, bang_khen.",
        ),
        click.option(
            "--output", metavar="TỆP", help="Với --list: ghi ra tệp .docx, .xlsx, .html hay .md."
        ),
    )  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command


def list_of(
    name: str,
    *,
    level: str | None,
    granter: str | None,
    form: str | None,
    day: date | None,
    order: str | None,
    honour: str | None,
    book: LawBook | None,
    confidence: str | None,
) -> Document:
    """Return the list of payments of a list of names.

    Raises:
        BadDataError: a row that is not understood, each with its place; no row at all; no day, no level.
    """
    from danvankheo.office.honorees import award_names  # noqa: PLC0415  # files of Word and Excel

    if day is None:
        raise BadDataError("Cần ngày ký quyết định: thêm --on, như --on 2026-07-02.")
    try:
        paper = paper_of(name, bytes_of(name, LARGEST_TEXT))
        read = award_names(paper, form=form)
        if read.unclear:
            raise BadDataError(_unclear([str(each) for each in read.unclear]))
        if not read.honorees:
            raise BadDataError(f"{name}: danh sách không có tên nào.")
        listed = award_list(
            read.honorees,
            level=_LEVELS[level] if level else None,
            granter=Organization(name=granter) if granter else None,
            decided=day,
            order=order,
            honour=honour,
            law=book,
            min_confidence=read_confidence(confidence),
        )
    except UnreadPaperError as error:
        raise BadDataError(f"{called(name)}: {error}") from None
    except OSError as error:
        raise UnreadableError(f"{called(name)}: {why_unread(error)}") from None
    except InvalidValueError as error:
        raise BadDataError(of_options(error.vietnamese)) from None
    return report_of_award_list(listed)


def write_list(document: Document, output: str, *, granter: str | None, day: date | None) -> None:
    """Write a list to a file; in Word under the head of an office, of the Party for a Party committee."""
    from danvankheo.awarding.party import is_of_party  # noqa: PLC0415
    from danvankheo.office.writing.letterhead import Letterhead  # noqa: PLC0415

    of_party = granter is not None and is_of_party(Organization(name=granter))
    head = Letterhead(issuer=granter or "", day=day, kind="Danh sách", about="khen thưởng và tiền thưởng")
    write_document(document, output, layout="hd36" if of_party else "nd30", letterhead=head)


def _unclear(lines: list[str]) -> str:
    more = len(lines) - _MOST_UNCLEAR
    shown = [*lines[:_MOST_UNCLEAR], *([f"… còn {more} dòng khác."] if more > 0 else [])]
    return "\n".join([*shown, f"Có {len(lines)} dòng chưa rõ; chưa lập danh sách."])
