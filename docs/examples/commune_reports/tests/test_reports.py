"""The province's report, from files and from drawn movements."""

import os
import re
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
from commune_reports.report import Report, Section, report_of
from hypothesis import given
from hypothesis import strategies as st

import danvankheo as dvk
from danvankheo import Indicator, IndicatorKind, Movement, Period, Place, PlaceKind, PlaceLevel, testing

DATA = Path(__file__).parents[1] / "data"
YEAR = Period.year(2025)
GIA_LAI = Place(name="Gia Lai", kind=PlaceKind.PROVINCE, code="52")
IA_SUONG = Place(name="Ia Sương", kind=PlaceKind.COMMUNE, code="90001", parent=GIA_LAI)
TAN_LAP = Place(name="Tân Lập", kind=PlaceKind.COMMUNE, code="90002", parent=GIA_LAI)


def communes(*, inconsistent: bool = False) -> st.SearchStrategy[Movement]:
    """Movements as communes report them: of one year, each of a commune or ward."""
    kinds = [PlaceKind.COMMUNE, PlaceKind.WARD]
    places = testing.places(kinds=kinds, existing_in=YEAR)
    return testing.movements(periods=st.just(YEAR), places=places, inconsistent=inconsistent)


def lists_of_communes(*, min_size: int = 0) -> st.SearchStrategy[list[Movement]]:
    """Reports of different communes."""
    return st.lists(communes(), min_size=min_size, max_size=4, unique_by=lambda movement: movement.place)


def section(movements, title):
    report = report_of(Collected(tuple(movements), {}))
    return next((part for part in report.sections if part.title == title), None)


def report_from(place, *indicators, name="Dân vận khéo", period=YEAR):
    return Movement(name=name, period=period, place=place, indicators=indicators)


def poor(part, whole, period=None):
    kind = IndicatorKind.POVERTY_RATE
    return Indicator(
        name="Hộ nghèo", kind=kind, part=part, whole=whole, unit=dvk.counted("hộ"), period=period
    )


# The example data


def test_the_province_adds_up_to_the_last_dong_and_tells_what_is_unknown():
    movements = collect(DATA).movements
    assert section(movements, "Kết quả chung").lines == (
        "Nhân dân đóng góp khoảng 800.450.000 đồng.",
        "1 khoản tiền không nêu số lượng.",
        "Nhân dân đóng góp 4.671 ngày công.",
        "Nhân dân đóng góp 9.080 m2 đất.",
        "Nhân dân đóng góp 120 cây xanh.",
        "Tỷ lệ hộ nghèo, năm 2025: 855/13.419 hộ (6,37%).",
        "Tỷ lệ tham gia bảo hiểm y tế, năm 2025: 33.660/36.585 người (92,00%), 1 báo cáo chưa nêu.",
        "Tỷ lệ trường đạt chuẩn quốc gia, năm 2025: 18/23 trường (78,26%).",
        "Tỷ lệ xã đạt chuẩn nông thôn mới, năm 2025: 1/1 xã (100,00%).",
    )
    assert section(movements, "Khen thưởng").lines == ("Giấy khen: 17 tập thể.", "Giấy khen: 35 cá nhân.")


def test_the_figure_that_cannot_be_true_is_named_with_its_commune():
    first = section(collect(DATA).movements, "Số liệu cần xem lại").lines[0]
    assert first.startswith(
        "Lỗi (xã Đăk Lành, tỉnh Gia Lai): Tỷ lệ trường đạt chuẩn quốc gia: 6/8 trường = 75%"
    )


# What is left out


@given(movement=...)
def test_a_broken_file_is_left_out_with_its_problems(tmp_path_factory, movement: Movement):
    folder = tmp_path_factory.mktemp("reports")
    dvk.save(movement, folder / "a.json")
    (folder / "b.json").write_text('{"version": 1, "name": ""}', encoding="utf-8")
    found = collect(folder)
    assert found.left_out["b.json"] == [
        '$.name: không được để trống, tệp ghi ""',
        "$.period: thiếu mục này",
    ]
    commune = movement.place and movement.place.at(PlaceLevel.COMMUNE)
    assert (found.movements == (movement,)) == (commune is not None)


@given(lists_of_communes(min_size=1))
def test_who_reports_twice_is_left_out_and_the_others_are_not(tmp_path_factory, movements):
    folder = tmp_path_factory.mktemp("reports")
    for number, movement in enumerate([*movements, movements[0]]):
        dvk.save(movement, folder / f"{number}.json")
    found = collect(folder)
    assert {"0.json", f"{len(movements)}.json"} <= set(found.left_out)
    assert movements[0] not in found.movements


@pytest.mark.parametrize("parent", [None, attrs.evolve(GIA_LAI, code="")])
def test_one_code_is_one_commune_whatever_else_is_told_of_it(tmp_path, parent):
    dvk.save(report_from(IA_SUONG), tmp_path / "a.json")
    dvk.save(report_from(attrs.evolve(IA_SUONG, parent=parent)), tmp_path / "b.json")
    dvk.save(report_from(TAN_LAP), tmp_path / "c.json")
    dvk.save(report_from(IA_SUONG, period=Period.year(2026)), tmp_path / "d.json")
    found = collect(tmp_path)
    assert found.left_out == {
        "a.json": ["trùng nơi và thời gian với b.json"],
        "b.json": ["trùng nơi và thời gian với a.json"],
    }
    assert [movement.period.code for movement in found.movements] == ["2025", "2026"]


def test_a_report_of_no_commune_is_left_out_and_those_of_the_communes_stand(tmp_path):
    town = Place(name="An Khê", kind=PlaceKind.TOWN, parent=GIA_LAI)
    for name, place in {"khong": None, "thi-xa": town, "tinh": GIA_LAI, "xa": IA_SUONG}.items():
        dvk.save(report_from(place), tmp_path / f"{name}.json")
    found = collect(tmp_path)
    assert list(found.left_out) == ["khong.json", "thi-xa.json", "tinh.json"]
    assert [movement.place for movement in found.movements] == [IA_SUONG]


def test_a_hamlet_beside_its_commune_is_left_out_with_it(tmp_path):
    hamlet = Place(name="3", kind=PlaceKind.LANG, parent=IA_SUONG)
    elsewhere = Place(name="3", kind=PlaceKind.LANG, parent=TAN_LAP)
    for name, place in {"lang": hamlet, "lang-khac": elsewhere, "xa": IA_SUONG}.items():
        dvk.save(report_from(place), tmp_path / f"{name}.json")
    assert list(collect(tmp_path).left_out) == ["lang.json", "xa.json"]


def test_what_cannot_be_opened_is_named_and_the_rest_is_reported(tmp_path):
    dvk.save(report_from(IA_SUONG), tmp_path / "A.JSON")
    (tmp_path / "b.json").mkdir()
    (tmp_path / "c.json").symlink_to("khong-co")
    (tmp_path / "d.txt").write_text("ghi chú", encoding="utf-8")
    found = collect(tmp_path)
    assert [movement.place for movement in found.movements] == [IA_SUONG]
    assert list(found.left_out) == ["b.json", "c.json"]
    assert all(problem.startswith("không đọc được: ") for [problem] in found.left_out.values())


# Sums


@given(lists_of_communes(), st.randoms())
def test_the_order_of_the_files_does_not_matter(movements, random):
    lines = section(movements, "Kết quả chung")
    random.shuffle(movements)
    assert section(movements, "Kết quả chung") == lines


@given(lists_of_communes(), st.integers(0, 4))
def test_the_province_is_the_sum_of_its_communes_in_any_grouping(movements, cut):
    whole = dvk.summarise(movements)
    assert dvk.calc.merge(dvk.summarise(movements[:cut]), dvk.summarise(movements[cut:])) == whole
    for level in (PlaceLevel.COMMUNE, PlaceLevel.PROVINCE):
        assert dvk.calc.merge(*dvk.roll_up(movements, by=level).values()) == whole


@given(lists_of_communes())
def test_every_number_of_the_totals_is_read_again(movements):
    told = section(movements, "Kết quả chung")
    for line in told.lines if told else ():
        read = {at for fact in dvk.scan(line) for at in range(*fact.span)}
        assert {found.start() for found in re.finditer(r"\d", line)} <= read, line


@given(lists_of_communes(min_size=1))
def test_every_sum_of_money_is_printed_to_the_last_dong(movements):
    """What a reader of running text finds in the report is what the summary holds."""
    told = section(movements, "Kết quả chung")
    text = "\n".join(told.lines) if told else ""
    printed = [fact.quantity for fact in dvk.scan(text) if fact.kind is dvk.scanning.FactKind.MONEY]
    money = [
        line.quantity
        for line in dvk.summarise(movements).contributions
        if line.kind is dvk.ContributionKind.MONEY and line.quantity is not None
    ]
    assert [(each.value, each.unit.base) for each in printed if each] == [
        (each.value, each.unit.base) for each in money
    ]


def test_figures_of_two_years_are_told_and_ranked_apart():
    last_year = Period.year(2024)
    report = report_of(
        Collected(
            (
                report_from(IA_SUONG, poor(300, 1000, last_year), poor(100, 1000)),
                report_from(TAN_LAP, poor(200, 1000)),
            ),
            {},
        )
    )
    assert report.sections[0].lines == (
        "Tỷ lệ hộ nghèo, năm 2024: 300/1.000 hộ (30,00%).",
        "Tỷ lệ hộ nghèo, năm 2025: 300/2.000 hộ (15,00%).",
    )
    [ranking] = [part for part in report.sections if part.title.startswith("Xếp hạng")]
    assert ranking.title == "Xếp hạng: tỷ lệ hộ nghèo, năm 2025"
    assert ranking.rows == (
        ("1", "xã Ia Sương, tỉnh Gia Lai", "100/1.000 hộ (10,00%)"),  # as reported, not 1/10
        ("2", "xã Tân Lập, tỉnh Gia Lai", "200/1.000 hộ (20,00%)"),
    )


def test_a_plan_and_a_whole_are_told_apart():
    of_all = Indicator(name="Nhà ở", part=9, whole=10, unit=dvk.counted("nhà"))
    planned = attrs.evolve(of_all, whole_is_plan=True)
    assert sorted(section([report_from(IA_SUONG, of_all, planned)], "Kết quả chung").lines) == [
        "Nhà ở, năm 2025: 9/10 nhà (90,00%).",
        "Nhà ở, so với kế hoạch, năm 2025: 9/10 nhà (90,00%).",
    ]


def test_names_and_abbreviations_keep_their_capitals():
    told = Indicator(name="Tỷ lệ BHYT của người Chăm", part=5, whole=10, unit=dvk.counted("người"))
    [line] = section([report_from(IA_SUONG, told)], "Kết quả chung").lines
    assert line == "Tỷ lệ BHYT của người Chăm, năm 2025: 5/10 người (50,00%)."


def test_two_provinces_have_a_table_of_their_own():
    other = Place(
        name="Lơ Pang", kind=PlaceKind.COMMUNE, parent=Place(name="Đắk Lắk", kind=PlaceKind.PROVINCE)
    )
    both = section([report_from(IA_SUONG), report_from(other)], "Theo tỉnh, thành phố")
    assert [row[0] for row in both.rows] == ["Tỉnh Đắk Lắk", "Tỉnh Gia Lai"]
    assert section([report_from(IA_SUONG)], "Theo tỉnh, thành phố") is None


# Findings


@given(lists_of_communes(min_size=1), testing.indicators(inconsistent=True))
def test_what_cannot_be_true_is_listed_as_an_error(movements, wrong: Indicator):
    movements[-1] = attrs.evolve(movements[-1], indicators=(wrong,))
    report = report_of(Collected(tuple(movements), {}))
    assert not report.sound
    assert section(movements, "Số liệu cần xem lại").lines[0].startswith("Lỗi (")


# Pages


TAGS = {"html", "head", "meta", "title", "body", "h1", "h2", "p", "table", "tr", "th", "td"}


class Page(HTMLParser):
    """The tags and the text of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)

    def handle_data(self, data):
        self.text += data


HOSTILE = st.sampled_from(
    ["<script>alert(1)</script>", '"><b onclick="x">', "&lt;b&gt;", "</td>", "a|b", "1. a", "- a", "`*_#~"]
)


@given(lists_of_communes(min_size=1), HOSTILE | st.text("<>&\"'`|*_-#[]()\\ aế1.", min_size=1), HOSTILE)
def test_names_never_become_markup(movements, name, file):
    try:
        place = attrs.evolve(movements[0].place, name=name)
        movements[0] = attrs.evolve(movements[0], place=place, name=name)
    except dvk.InvalidValueError:
        return  # danvankheo takes no such name
    report = report_of(Collected(tuple(movements), {file: [name]}))
    page = Page(to_html(report))
    assert page.tags <= TAGS
    assert report.title in page.text
    assert f"{file}: {name}" in page.text
    assert not re.search(r"(?<!\\)<", to_markdown(report).replace("\\\\", ""))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("<b>&lt;", r"\<b\>\&lt;"),
        ("a|b\nc", r"a\|b c"),
        ("- a", r"\- a"),
        ("1. a", r"1\. a"),
        ("---", r"\---"),
        ("-5,3%", "-5,3%"),
        ("12.345 đồng", "12.345 đồng"),
    ],
)
def test_markdown_shows_a_text_as_it_is(text, written):
    page = to_markdown(Report("Báo cáo", (Section("Mục", (text,), ("Ô",), ((text,),)),), sound=True))
    assert f"\n- {written}\n" in page
    assert f"\n| {written} |\n" in page


# The command


def test_the_command_writes_a_page_and_tells_by_its_code_that_something_is_wrong(tmp_path):
    target = tmp_path / "bao-cao.html"
    done = subprocess.run(
        [sys.executable, "-m", "commune_reports", str(DATA), "-o", str(target)], check=False
    )
    assert done.returncode == 1  # one figure cannot be true
    assert "<h1>Phong trào “Dân vận khéo” tỉnh Gia Lai, năm 2025: 6 báo cáo</h1>" in target.read_text("utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["bao-cao.html"]


def test_a_sound_folder_is_printed_as_markdown(tmp_path, capsys):
    dvk.save(dvk.load(DATA / "tan-lap.json"), tmp_path / "tan-lap.json")
    assert main([str(tmp_path)]) == 0
    assert "Nhân dân đóng góp 55.200.000 đồng." in capsys.readouterr().out.replace("\\", "")


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (["khong-co"], "khong-co: "),
        ([str(DATA), "-o", "bao-cao.docx"], "chỉ ghi được .md hay .html"),
        ([str(DATA), "-o", "khong-co/bao-cao.md"], "khong-co"),
        ([str(DATA), "-o", "thu-muc.md"], "thu-muc.md"),
    ],
)
def test_what_cannot_be_done_is_told_and_leaves_nothing_behind(tmp_path, monkeypatch, capsys, call, told):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "thu-muc.md").mkdir()
    with pytest.raises(SystemExit) as stopped:
        main(call)
    assert stopped.value.code == 2
    error = capsys.readouterr().err
    assert told in error
    assert ".part" not in error
    assert [path.name for path in tmp_path.iterdir()] == ["thu-muc.md"]


def test_a_page_that_is_written_anew_stays_where_and_whose_it_was(tmp_path):
    page, link = tmp_path / "bao-cao.HTML", tmp_path / "link.html"
    page.write_text("cũ", encoding="utf-8")
    page.chmod(0o664)
    link.symlink_to(page.name)
    main([str(DATA), "-o", str(link)])
    assert link.is_symlink()
    assert page.read_text("utf-8").startswith("<!doctype html>")
    assert page.stat().st_mode & 0o777 == 0o664
    main([str(DATA), "-o", str(page)])
    assert page.read_text("utf-8").startswith("<!doctype html>")


@pytest.mark.skipif(sys.platform == "win32", reason="an open file is not replaced there")
def test_who_reads_the_old_page_reads_it_to_its_end(tmp_path):
    page = tmp_path / "bao-cao.md"
    page.write_text("cũ", encoding="utf-8")
    with page.open(encoding="utf-8") as reader:
        main([str(DATA), "-o", str(page)])
        assert reader.read() == "cũ"
    assert page.read_text("utf-8").startswith("# Phong trào")


@pytest.mark.skipif(sys.platform in {"darwin", "win32"}, reason="names of files are text there")
def test_a_name_that_is_no_text_is_reported(tmp_path, capsys):
    with open(os.fsencode(tmp_path) + b"/\xff.json", "wb") as file:
        file.write(b"{")
    assert main([str(tmp_path)]) == 1
    assert "udcff.json" in capsys.readouterr().out


def test_an_empty_folder_has_a_report_that_says_so(tmp_path):
    assert report_of(collect(tmp_path)).title == "Không có báo cáo nào dùng được"


def test_a_rate_of_no_known_figure_is_not_zero():
    half = Indicator(
        name="Hộ nghèo",
        kind=dvk.IndicatorKind.POVERTY_RATE,
        value=dvk.Quantity(Decimal("2.04"), dvk.units.PERCENT),
    )
    movement = Movement(name="Dân vận khéo", period=YEAR, indicators=(half,))
    assert section([movement], "Kết quả chung").lines == ("Tỷ lệ hộ nghèo, năm 2025: chưa đủ số liệu.",)
