"""The yearly review: every row once, the longest unchecked first, what is unsure never left out."""

import runpy
from datetime import date
from pathlib import Path

from danvankheo.law import LawBook

TOOL = runpy.run_path(str(Path(__file__).parents[2] / "tools" / "law_review.py"))


def test_every_row_stands_there_once_by_age_and_confidence():
    rows = TOOL["rows_by_age"](LawBook.official(), date(2026, 12, 1))
    book = LawBook.official()
    assert len(rows) == sum(len(table.entries) for table in book.tables.values())
    assert [row.age for row in rows] == sorted((row.age for row in rows), reverse=True)
    assert rows[0].age == 8
    assert rows[0].entry.confidence.value == "unconfirmed"
    text = [*TOOL["lines"](rows)]
    assert len(text) == len(rows) + 1
    assert f"{len(rows)} rows" in text[-1]
    assert any("\tended\t" in line for line in text)
    assert any("\t<= 0.6\t" in line for line in text)


def test_a_row_that_is_too_old_is_a_failure(capsys):
    assert TOOL["main"](["--on", "2026-12-01", "--older-than", "365"]) == 0
    out = capsys.readouterr().out
    assert "\tunconfirmed\t" in out
    assert "\thigh\t" not in out
    assert TOOL["main"](["--on", "2027-12-02", "--older-than", "365"]) == 1
    assert "\thigh\tbase_salary\t" in capsys.readouterr().out
    assert TOOL["main"](["--on", "2026-12-01"]) == 0
    assert "(not on this day)" in capsys.readouterr().out
