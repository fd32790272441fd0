"""``danvankheo draft``: a movement drafted from a text."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import click

from danvankheo.bilingual import Words
from danvankheo.cli.inputs import STANDARD_INPUT, Inputs, called, files_options
from danvankheo.cli.messages import BadDataError, HelpInVietnamese, Outcome, to_json
from danvankheo.cli.papers import PAPERS
from danvankheo.cli.texts import Read, read_texts
from danvankheo.cli.words_typed import period_typed, place_typed
from danvankheo.documents.text import dumps
from danvankheo.domain.movement import Movement
from danvankheo.domain.periods import Period
from danvankheo.domain.places import Place
from danvankheo.drafting.draft import Draft, draft_movement
from danvankheo.errors import InvalidValueError, ReadingError
from danvankheo.files import replaced
from danvankheo.printing import visible
from danvankheo.reasons import Reason
from danvankheo.reporting.of_drafts import draft_page
from danvankheo.scanning.data import fact_data

if TYPE_CHECKING:
    from danvankheo.office.paper import Paper

_EPILOG: Final = """\b
Ví dụ:
  danvankheo draft an-khe-2022.txt > an-khe.json
  danvankheo audit an-khe.json
  danvankheo draft --name "Dân vận khéo" --period "năm 2022" bai-bao.txt
  danvankheo draft --sources bai-bao.txt | less
  danvankheo draft --output nhap --review --place "xã Tú An, tỉnh Gia Lai" thu-muc-bao-cao/
  danvankheo draft --name "Dân vận khéo" --period "quý III/2026" so-dong-gop.xlsx
"""


@click.command(cls=HelpInVietnamese, epilog=_EPILOG, short_help="Lập bản nháp tệp JSON từ văn bản.")
@files_options
@click.option("--name", metavar="TÊN", help="Tên phong trào, nếu văn bản không nêu.")
@click.option("--period", metavar="THỜI KỲ", help="Thời kỳ của số liệu, như “năm 2022”, “quý III/2022”.")
@click.option("--place", metavar="NƠI", help="Nơi của số liệu, như “xã Tú An, tỉnh Gia Lai”.")
@click.option("--source", metavar="NGUỒN", help="Nguồn của số liệu; mặc định là tên tệp.")
@click.option("--sources", is_flag=True, help="In kèm vị trí từng số liệu trong văn bản, dạng JSON.")
@click.option("--output", metavar="THƯ MỤC", help="Ghi mỗi bản nháp thành một tệp JSON trong thư mục này.")
@click.option("--review", is_flag=True, help="Cùng --output: ghi thêm trang HTML để soát từng bản nháp.")
def draft(
    files: tuple[str, ...],
    *,
    strict: bool,
    problems_file: str | None,
    name: str | None,
    period: str | None,
    place: str | None,
    source: str | None,
    sources: bool,
    output: str | None,
    review: bool,
) -> str | Outcome:
    """Lập bản nháp số liệu phong trào từ văn bản trong mỗi TỆP (Word, PDF, trang web, văn bản thường).

    Người dùng sửa lại rồi lưu.

    In ra tệp JSON mà report và audit đọc được; số liệu chưa rõ thuộc mục nào được liệt kê riêng, không bỏ
    sót. Nhiều tệp, cả thư mục hay mẫu tên như “quy-2/*.docx” thì dùng --output. TỆP là “-” thì đọc từ đầu vào
    chuẩn.
    """
    known = _Known(
        name, period_typed(period) if period else None, place_typed(place) if place else None, source
    )
    inputs = Inputs.of(files, PAPERS, strict=strict, list_file=problems_file)
    if output is None:
        if len(inputs.names) > 1 or review:
            raise click.UsageError("nhiều tệp, hoặc --review, thì cần --output THƯ MỤC")
        reads = [*read_texts(inputs)]
        inputs.check(any_used=bool(reads))
        return inputs.outcome(_drafted(reads[0], known).printed(sources=sources))
    lines = _into_folder(inputs, Path(output), known, sources=sources, review=review)
    inputs.check(any_used=bool(lines), nothing="chưa lập được bản nháp nào")
    return inputs.outcome("".join(f"{line}\n" for line in lines), done="các tệp khác đã lập xong bản nháp")


def _into_folder(inputs: Inputs, folder: Path, known: "_Known", *, sources: bool, review: bool) -> list[str]:
    """Write the draft of each file into a folder, and return what was written."""
    folder.mkdir(parents=True, exist_ok=True)
    lines: list[str] = []
    for read in read_texts(inputs):
        if inputs.strict and inputs.left_out:
            break
        try:
            made = _drafted(read, known)
        except BadDataError as error:
            inputs.leave(read.name, [str(error).removeprefix(f"{read.name}: ")])
            continue
        stem = _free_stem(folder, Path(read.name).stem)
        _write(folder / f"{stem}.json", made.printed(sources=sources))
        if review:
            _write(folder / f"{stem}.html", draft_page(made.draft, name=read.name))
        lines.append(f"{visible(read.name)} → {visible(str(folder / stem))}.json")
    return lines


class _Known(NamedTuple):
    """What the user knows better than the texts."""

    name: str | None
    period: Period | None
    place: Place | None
    source: str | None


class _Made(NamedTuple):
    """A draft, and its cells where a paper has tables."""

    draft: Draft
    movement: Movement
    cells: list[list[str]] | None = None

    def printed(self, *, sources: bool) -> str:
        """Return the movement as JSON, or with the place of each figure."""
        if not sources:
            return dumps(self.movement)
        data = {**_data(self.draft), "movement": json.loads(dumps(self.movement))}
        return to_json(data if self.cells is None else {**data, "cells": self.cells})


def _drafted(read: Read, known: _Known) -> _Made:
    """Return the draft of one text or paper, and say on the error output what is left."""
    source = known.source if known.source is not None else _source_of(read.name)
    try:
        if read.paper is not None:
            return _of_paper(read.paper, known, source)
        made = draft_movement(
            read.text, name=known.name, period=known.period, place=known.place, source=source
        )
    except (InvalidValueError, ReadingError) as error:
        raise BadDataError(f"{read.name}: {_in_words(error)}") from None
    _tell_unplaced(made)
    return _Made(made, made.movement)


def _free_stem(folder: Path, stem: str) -> str:
    """Return a name that no file of the folder has: a draft that was corrected is never overwritten."""
    names = (stem, *(f"{stem}-{number}" for number in range(2, 10_000)))
    return next(name for name in names if not (folder / f"{name}.json").exists())


def _write(path: Path, text: str) -> None:
    with replaced(path) as temporary:
        temporary.write_text(text, encoding="utf-8", newline="\n")


def _of_paper(paper: "Paper", known: _Known, source: str) -> _Made:
    """Return the draft of a paper of Office, its tables too."""
    from danvankheo.office.drafts import draft_paper  # noqa: PLC0415

    made = draft_paper(paper, name=known.name, period=known.period, place=known.place, source=source)
    _tell_unplaced(made.text)
    lines = []
    if made.entries:
        lines.append(f"Đã lấy {len(made.entries)} mục từ bảng.")
    if made.aside:
        lines.append(f"Chưa lấy {len(made.aside)} mục trong bảng, vì phần lời đã nêu loại số liệu ấy:")
        lines += [
            f"  {visible(entry.addresses[0].without_file().vietnamese)}"
            for entry in made.aside
            if entry.addresses
        ]
    lines += [f"Bỏ qua {visible(str(one))}" for one in made.left_out]
    if lines:
        click.echo("\n".join(lines), err=True)
    cells = [[address.block + address.cell for address in entry.addresses] for entry in made.entries]
    return _Made(made.text, made.movement, cells)


def _source_of(file: str) -> str:
    return "" if file == called(STANDARD_INPUT) else Path(file).name


def _in_words(error: InvalidValueError | ReadingError) -> str:
    """Return an error as a user of the command line understands it."""
    if error.reason is Reason.TOLD:
        what = error.details["what"]
        missing = what.vietnamese if isinstance(what, Words) else what
        return f"không thấy {missing}; hãy nêu bằng --{error.details['argument']}"
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
