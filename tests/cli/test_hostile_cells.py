"""What the cells of a table, the names of a report and a full disk do to the command line: nothing."""

import errno
import json

import pytest

from danvankheo import frames
from danvankheo.cli import tables
from danvankheo.cli.app import run
from danvankheo.cli.messages import escaped_json, to_json
from danvankheo.cli.terminal import to_terminal
from danvankheo.printing import ESCAPED
from danvankheo.reporting.blocks import Document, paragraphs, section
from danvankheo.reporting.figure_table import FigureTable
from danvankheo.reporting.render import to_html, to_markdown

HOSTILE = "\x1b]0;x\x07\x1b[2J\x9b2J\x00\x7f\u202e12\u2066\u200f"


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "gifts.csv"
    path.write_text(
        f'kind,unit,amount,approximation,purpose\nlabour,workday,1,,"Đường {HOSTILE}"\n', encoding="utf-8"
    )
    return str(path)


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json"])
def test_a_cell_of_a_table_does_not_drive_the_terminal(table, capsys, form):
    assert run(["totals", table, "--by", "purpose", "--format", form]) == 0
    out = capsys.readouterr().out
    assert not ESCAPED.search(out)
    assert "Đường" in out
    if form == "json":
        assert json.loads(out)["totals"][0]["purpose"] == f"Đường {HOSTILE}"
    else:
        assert "x9b" in out
        assert "u202e" in out


def test_the_stored_cell_stays_as_it_is(table, tmp_path):
    stored = frames.read_file(table, frames.CONTRIBUTIONS)["purpose"].to_list()
    assert stored == [f"Đường {HOSTILE}"]
    assert run(["totals", table, "--by", "purpose", "--output", str(tmp_path / "sums.parquet")]) == 0
    written = frames.read_file(tmp_path / "sums.parquet", frames.TOTALS)
    assert written["purpose"].to_list() == stored


@pytest.mark.parametrize("draw", [to_terminal, to_markdown, to_html])
def test_no_part_of_a_report_holds_what_is_never_drawn(draw):
    cells = FigureTable.of_texts((HOSTILE,), ((HOSTILE,),))
    blocks = section(HOSTILE, text=HOSTILE, items=(HOSTILE,), table=cells)
    drawn = draw(Document(title=HOSTILE, subtitle=HOSTILE, blocks=[*paragraphs(HOSTILE), *blocks]))
    assert not ESCAPED.search(drawn)
    assert "".join(drawn.split()).count("u2066") >= 8  # a terminal may break the line within


def test_letters_marks_and_blanks_are_drawn_as_they_are():
    plain = "Thôn “Ía\u0301” \u00a0\u2009½ 𝄞"
    report = Document(title=plain)
    assert f"<h1>{plain}</h1>" in to_html(report)
    assert plain in to_terminal(report)


def test_data_for_programs_means_the_same_with_escapes():
    for text in (
        to_json({HOSTILE: [HOSTILE]}),
        escaped_json(json.dumps({HOSTILE: [HOSTILE]}, ensure_ascii=False)),
    ):
        assert json.loads(text) == {HOSTILE: [HOSTILE]}
        assert not ESCAPED.search(text)


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "ổ đĩa đã đầy"),
        (OSError("the writer stopped"), "the writer stopped"),
        (OSError(errno.ENOTTY, "odd device"), "odd device"),
    ],
)
def test_a_file_that_cannot_be_written_is_said_with_its_reason(table, capsys, monkeypatch, error, why):
    def full(*_args, **_kwargs):
        raise error

    monkeypatch.setattr(tables, "write_file", full)
    assert run(["totals", table, "--output", "sums.xlsx"]) == 2
    assert capsys.readouterr().err == f"Không ghi được sums.xlsx: {why}\n"
