"""``danvankheo draft``: a movement drafted from a text."""

import json
from pathlib import Path
from typing import Final

import click

from danvankheo.cli.inputs import STANDARD_INPUT
from danvankheo.cli.messages import BadDataError, HelpInVietnamese, UnreadableError, to_json
from danvankheo.cli.texts import read_texts
from danvankheo.documents.text import dumps
from danvankheo.domain.periods import PartialPeriod, Period
from danvankheo.drafting.draft import Draft, draft_movement
from danvankheo.errors import InvalidValueError, ReadingError
from danvankheo.reading.periods import parse_period
from danvankheo.reasons import Reason
from danvankheo.scanning.data import fact_data

_EPILOG: Final = """\b
Ví dụ:
  danvankheo draft an-khe-2022.txt > an-khe.json
  danvankheo audit an-khe.json
  danvankheo draft --name "Dân vận khéo" --period "năm 2022" bai-bao.txt
  danvankheo draft --sources bai-bao.txt | less
"""


@click.command(cls=HelpInVietnamese, epilog=_EPILOG, short_help="Lập bản nháp tệp JSON từ một văn bản.")
@click.argument("file", metavar="TỆP")
@click.option("--name", metavar="TÊN", help="Tên phong trào, nếu văn bản không đặt trong ngoặc kép.")
@click.option("--period", metavar="THỜI KỲ", help="Thời kỳ của số liệu, như “năm 2022”, “quý III/2022”.")
@click.option("--source", metavar="NGUỒN", help="Nguồn của số liệu; mặc định là tên tệp.")
@click.option("--sources", is_flag=True, help="In kèm vị trí từng số liệu trong văn bản, dạng JSON.")
def draft(file: str, *, name: str | None, period: str | None, source: str | None, sources: bool) -> str:
    """Lập bản nháp số liệu phong trào từ văn bản trong TỆP để người dùng sửa lại rồi lưu.

    In ra tệp JSON mà report và audit đọc được; số liệu chưa rõ thuộc mục nào được liệt kê riêng, không bỏ
    sót. TỆP là “-” thì đọc từ đầu vào chuẩn.
    """
    read = next(iter(read_texts([file])))
    if read.problem:
        raise UnreadableError(f"{read.name}: {read.problem}")
    try:
        made = draft_movement(
            read.text,
            name=name,
            period=_period(period) if period else None,
            source=source if source is not None else _source_of(file),
        )
    except (InvalidValueError, ReadingError) as error:
        raise BadDataError(f"{read.name}: {_in_words(error)}") from None
    _tell_unplaced(made)
    return to_json(_data(made)) if sources else dumps(made.movement)


def _period(text: str) -> Period:
    """Return the period that an option names, in words or by its code."""
    try:
        return Period.from_code(text)
    except InvalidValueError:
        told = parse_period(text)
    if isinstance(told, PartialPeriod):
        raise BadDataError(f"--period {text}: thiếu năm")
    return told


def _source_of(file: str) -> str:
    return "" if file == STANDARD_INPUT else Path(file).name


def _in_words(error: InvalidValueError | ReadingError) -> str:
    """Return an error as a user of the command line understands it."""
    if error.reason is Reason.TOLD:
        return f"không thấy {error.details['what_vi']}; hãy nêu bằng --{error.details['argument']}"
    return error.vietnamese


def _tell_unplaced(made: Draft) -> None:
    lines = [f"Bỏ qua {error.vietnamese}" for error in made.dropped]
    if made.unplaced:
        lines.append(f"Chưa xếp được {len(made.unplaced)} số liệu vào mục nào:")
        lines += [
            f"  {fact.span[0]}–{fact.span[1]} {fact.kind.label}: {' '.join(fact.surface.split())}"
            + (f" ({fact.subject})" if fact.subject else "")
            for fact in made.unplaced
        ]
    if lines:
        click.echo("\n".join(lines), err=True)


def _data(made: Draft) -> dict[str, object]:
    """Return a draft as plain data: the movement, and each fact with its path."""
    return {
        "movement": json.loads(dumps(made.movement)),
        "placed": [{"path": placed.path, **fact_data(placed.fact)} for placed in made.placed],
        "unplaced": [fact_data(fact) for fact in made.unplaced],
    }
