"""The province's report, from files and from drawn movements."""

import subprocess
import sys
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path

import attrs
import pytest
from commune_reports.cli import main
from commune_reports.collect import Collected, collect
from commune_reports.pages import to_html, to_markdown
from commune_reports.report import report_of
from hypothesis import given
from hypothesis import strategies as st

import danvankheo as dvk
from danvankheo import Indicator, Movement, Period, PlaceKind
from danvankheo.testing import strategies

DATA = Path(__file__).parents[1] / "data"
YEAR = Period.year(2025)


def communes(*, inconsistent: bool = False) -> st.SearchStrategy[Movement]:
    """Movements as communes report them: of one year, each of a commune or ward."""
    kinds = [PlaceKind.COMMUNE, PlaceKind.WARD]
    places = strategies.places(kinds=kinds, existing_in=YEAR)
    return strategies.movements(periods=st.just(YEAR), places=places, inconsistent=inconsistent)


def lists_of_communes(*, min_size: int = 0) -> st.SearchStrategy[list[Movement]]:
    """Reports of different communes."""
    return st.lists(communes(), min_size=min_size, max_size=4, unique_by=lambda movement: movement.place)


def section(movements, title):
    report = report_of(Collected(tuple(movements), {}))
    return next((part for part in report.sections if part.title == title), None)


# The example data


def test_the_province_adds_up_to_the_last_dong():
    lines = section(collect(DATA).movements, "Kết quả chung").lines
    assert "Nhân dân đóng góp khoảng 800.450.000 đồng." in lines
    assert "1 khoản tiền không nêu số lượng." in lines
    assert "Tỷ lệ hộ nghèo: 855/13.419 hộ (6,37%)." in lines


def test_the_figure_that_cannot_be_true_is_named_with_its_commune():
    first = section(collect(DATA).movements, "Số liệu cần xem lại").lines[0]
    assert first.startswith(
        "Lỗi (xã Krông Năng, tỉnh Gia Lai): Tỷ lệ trường đạt chuẩn quốc gia: 45/60 trường = 75%"
    )


# What is left out


@given(movement=...)
def test_a_broken_file_is_left_out_with_its_problems(tmp_path_factory, movement: Movement):
    folder = tmp_path_factory.mktemp("reports")
    dvk.save(movement, folder / "a.json")
    (folder / "b.json").write_text('{"version": 1, "name": ""}', encoding="utf-8")
    found = collect(folder)
    assert found.left_out["b.json"] == [
        '$.name: cần chuỗi không để trống, gặp ""',
        "$.period: cần khóa này, gặp không có gì",
    ]
    assert (found.movements == (movement,)) == (movement.place is not None)


@given(lists_of_communes(min_size=1))
def test_who_reports_twice_is_left_out_and_the_others_are_not(tmp_path_factory, movements):
    folder = tmp_path_factory.mktemp("reports")
    for number, movement in enumerate([*movements, movements[0]]):
        dvk.save(movement, folder / f"{number}.json")
    found = collect(folder)
    assert {"0.json", f"{len(movements)}.json"} <= set(found.left_out)
    assert movements[0] not in found.movements


# Sums


@given(lists_of_communes(), st.randoms())
def test_the_order_of_the_files_does_not_matter(movements, random):
    lines = section(movements, "Kết quả chung")
    random.shuffle(movements)
    assert section(movements, "Kết quả chung") == lines


@given(lists_of_communes(min_size=1))
def test_every_sum_of_money_is_printed_to_the_last_dong(movements):
    """What a reader of running text finds in the report is what the summary holds."""
    told = section(movements, "Kết quả chung")
    text = "\n".join(told.lines) if told else ""
    printed = [fact.quantity for fact in dvk.scan(text) if fact.kind is dvk.FactKind.MONEY]
    money = [
        line.quantity
        for line in dvk.summarise(movements).contributions
        if line.kind is dvk.ContributionKind.MONEY and line.quantity is not None
    ]
    assert [(each.value, each.unit.base) for each in printed if each] == [
        (each.value, each.unit.base) for each in money
    ]


# Findings


@given(lists_of_communes(min_size=1), strategies.indicators(inconsistent=True))
def test_what_cannot_be_true_is_listed_as_an_error(movements, wrong: Indicator):
    movements[-1] = attrs.evolve(movements[-1], indicators=(wrong,))
    report = report_of(Collected(tuple(movements), {}))
    assert not report.sound
    assert section(movements, "Số liệu cần xem lại").lines[0].startswith("Lỗi (")


# Pages


class Tags(HTMLParser):
    """The tags of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.found.add(tag)


@given(lists_of_communes())
def test_names_never_become_markup(movements):
    page = to_html(report_of(Collected(tuple(movements), {"<script>.json": ["<b>"]})))
    assert Tags(page).found <= {
        "html",
        "head",
        "meta",
        "title",
        "body",
        "h1",
        "h2",
        "p",
        "table",
        "tr",
        "th",
        "td",
    }
    assert "<b>" not in to_markdown(report_of(Collected(tuple(movements), {"<b>.json": ["<b>"]})))


# The command


def test_the_command_writes_a_page_and_tells_by_its_code_that_something_is_wrong(tmp_path):
    target = tmp_path / "bao-cao.html"
    done = subprocess.run(
        [sys.executable, "-m", "commune_reports", str(DATA), "-o", str(target)], check=False
    )
    assert done.returncode == 1  # one figure cannot be true
    assert "<h1>Phong trào “Dân vận khéo” tỉnh Gia Lai, năm 2025: 6 báo cáo</h1>" in target.read_text("utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["bao-cao.html"]


def test_a_sound_folder_is_printed_as_markdown(tmp_path, capsys, monkeypatch):
    dvk.save(dvk.load(DATA / "tan-lap.json"), tmp_path / "tan-lap.json")
    monkeypatch.setattr(sys.stdout, "reconfigure", lambda **_: None, raising=False)
    assert main([str(tmp_path)]) == 0
    assert "Nhân dân đóng góp 55.200.000 đồng." in capsys.readouterr().out.replace("\\", "")


def test_no_folder_is_a_wrong_call(tmp_path):
    with pytest.raises(SystemExit) as told:
        main([str(tmp_path / "khong-co")])
    assert told.value.code == 2


def test_an_empty_folder_has_a_report_that_says_so(tmp_path):
    assert report_of(collect(tmp_path)).title == "Không có báo cáo nào dùng được"


def test_a_rate_of_no_known_figure_is_not_zero():
    half = Indicator(
        name="Hộ nghèo", kind=dvk.IndicatorKind.POVERTY_RATE, value=dvk.Quantity(Decimal("2.04"), dvk.PERCENT)
    )
    movement = Movement(name="Dân vận khéo", period=YEAR, indicators=(half,))
    assert section([movement], "Kết quả chung").lines == ("Tỷ lệ hộ nghèo: chưa đủ số liệu.",)
