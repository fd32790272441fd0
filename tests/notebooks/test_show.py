"""What is shown says what the record says, in Vietnamese, and nothing in it becomes markup."""

import json
import re
import subprocess
import sys
from datetime import date
from decimal import Decimal
from fractions import Fraction
from html.parser import HTMLParser
from io import StringIO

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.vendor.pretty import pretty
from rich.console import Console

import danvankheo as dvk
from danvankheo import (
    Award,
    Contribution,
    Indicator,
    InvalidValueError,
    Movement,
    Organization,
    Period,
    PlaceLevel,
    Quantity,
    audit,
    award_money,
    check_ratio,
    load,
    rank,
    roll_up,
    scan,
    summarise,
    table,
    testing,
)
from danvankheo.calc import summary_rows
from danvankheo.domain.shown import Shown
from danvankheo.notebooks.labels import FIELDS, RECORDS
from danvankheo.notebooks.show import html_of
from danvankheo.units import DONG, MILLION_DONG
from public import PUBLIC

NASTY = "<script>alert('=1+1')</script> [bold]&"


class Page(HTMLParser):
    """The tags and the text of HTML, which must be well nested."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.words, self.open = set(), [], []
        self.feed(html)
        self.close()
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open[-1:] != ["style"]:
            self.words.append(data)

    @property
    def text(self):
        return " ".join(" ".join(self.words).split())


def drawn(value, width=200):
    buffer = StringIO()
    Console(file=buffer, width=width, force_terminal=False).print(value)
    return buffer.getvalue()


SHOWN = st.one_of(
    testing.movements(),
    testing.summaries(),
    testing.indicators(),
    testing.contributions(),
    testing.awards(),
    testing.models(),
    testing.places(),
    testing.quantities(),
    testing.periods(),
    testing.document_refs(),
    testing.changes(),
    testing.movements(inconsistent=True).map(lambda movement: audit(movement)[0]),
    testing.report_texts().map(lambda marked: scan(marked.text)[0]),
)


@given(SHOWN)
def test_anything_shows_as_sound_html_and_in_a_terminal(value):
    page = Page(value._repr_html_())
    assert page.tags <= {
        "div",
        "style",
        "h3",
        "h4",
        "p",
        "ul",
        "li",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "span",
    }
    assert page.text
    assert drawn(value).strip()


def test_a_quantity_shows_as_vietnamese():
    gift = Quantity(154, MILLION_DONG, dvk.Approximation.OVER)
    assert Page(gift._repr_html_()).text == "hơn 154 triệu đồng"
    assert drawn(gift) == "hơn 154 triệu đồng\n"


def test_within_lists_and_dicts_of_a_terminal_values_are_vietnamese(example_folder):
    an_khe = load("docs/examples/an-khe-2022.json")
    findings = audit(an_khe)
    shown = drawn([*findings], width=1000)
    for finding in findings:
        assert f"'{finding.severity.label}'" in shown
        assert f"'{finding.told()}'" in shown
    assert drawn({"đất": [Quantity(3, dvk.units.HECTARE)]}) == "{'đất': [Quantity('3 ha')]}\n"
    assert drawn([MILLION_DONG, Period.year(2022)]) == "[Unit('triệu đồng'), Period('năm 2022')]\n"
    assert "quantity=Quantity('hơn 154,4 triệu đồng')" in drawn(an_khe.contributions)
    assert "value=Quantity('12 triệu đồng')" in drawn([*scan("Góp 12 triệu đồng.")])
    for value in (findings, an_khe.contributions, roll_up([an_khe], by="period"), scan("Góp 12 triệu đồng.")):
        assert "Dimension" not in drawn(value)


@given(SHOWN)
def test_anything_shows_within_a_list_as_it_does_alone(value):
    shown = drawn([value], width=10_000)
    assert type(value).__name__ in shown
    assert "factor=" not in shown


CELLS = st.text(st.sampled_from("ab  12.,%/đồng"), max_size=30)


@given(st.data())
def test_no_number_is_broken_whatever_the_width(data):
    columns = data.draw(st.integers(1, 5))
    rows = data.draw(st.lists(st.tuples(*[CELLS] * columns), min_size=1, max_size=4))
    numeric = frozenset(data.draw(st.sets(st.integers(0, columns - 1))))
    made = dvk.reporting.FigureTable.of_texts(("Số liệu",) * columns, tuple(rows), figures=numeric)
    lines = drawn(made, width=data.draw(st.integers(35, 120))).splitlines()
    words = {word for line in lines for word in line.split()}
    for row in rows:
        for column in numeric:
            assert set(row[column].split()) <= words
    letters = sorted("".join("".join(row) for row in rows).replace(" ", ""))
    drawn_letters = sorted("".join(words_of(lines)))
    assert all(drawn_letters.count(letter) >= letters.count(letter) for letter in letters)


def words_of(lines):
    return [word for line in lines for word in line.split()]


def test_a_summary_fits_a_terminal_of_eighty_columns(example_folder):
    lines = drawn(summarise(load("docs/examples/an-khe-2022.json")), width=80).splitlines()
    assert max(map(len, lines)) <= 80
    assert any("214.400.000" in line for line in lines)


def test_a_table_without_room_for_its_figures_is_a_list():
    head, cells = tuple(f"Cột {at}" for at in range(9)), ("1.234.567.890",) * 9
    made = dvk.reporting.FigureTable.of_texts(head, (cells, cells), figures=frozenset(range(9)))
    assert drawn(made, width=80).splitlines()[0] == "Cột 0: 1.234.567.890"
    assert drawn(made, width=80).count("1.234.567.890") == 18


def test_names_never_become_markup():
    movement = Movement(
        name=NASTY,
        period=Period.year(2022),
        organizer=Organization(name=NASTY),
        indicators=(Indicator(name=NASTY, part=1, whole=2),),
        contributions=(Contribution(quantity=Quantity(5, DONG), purpose=NASTY),),
    )
    for value in (movement, movement.indicators[0], movement.contributions[0], table(movement.indicators)):
        page = Page(value._repr_html_())
        assert "script" not in page.tags
        assert NASTY in page.text
        assert NASTY in drawn(value)


def test_a_movement_shows_its_report(example_folder):
    page = Page(load("docs/examples/an-khe-2022.json")._repr_html_())
    assert "27/28 trường (96,43%; nguồn ghi 96,42%)" in page.text
    assert {"h3", "h4", "table"} <= page.tags


def test_a_check_shows_its_sentence():
    assert Page(check_ratio(45, 60, "85%")._repr_html_()).text.startswith(
        "45/60 = 75%; làm tròn cách nào cũng không ra"
    )


# Tables


def test_findings_are_a_table_worst_first(example_folder):
    told = table(audit(load("docs/examples/an-khe-2022.json")))
    assert [row[0] for row in told.rows] == ["cảnh báo", "lưu ý", "lưu ý"]
    assert told.head == ("Mức độ", "Nhận xét", "Nơi ghi")
    assert told.rows[0][2] == "$.indicators[1]"


def test_findings_of_several_reports_tell_which():
    sound = Movement(name="Dân vận khéo", period=Period.year(2022))
    wrong = attrs.evolve(sound, indicators=(Indicator(name="Trường", part=29, whole=28),))
    assert [row[2] for row in table(audit([sound, wrong])).rows] == ["báo cáo 2: $.indicators[0]"]


def test_facts_are_a_table():
    told = table(scan("Góp 12 triệu đồng, hiến 260 m2 đất."))
    assert [row[:2] for row in told.rows] == [("tiền", "12 triệu đồng"), ("diện tích", "260 m2")]


def test_records_are_a_table_of_the_fields_that_any_of_them_tells(example_folder):
    told = table(load("docs/examples/an-khe-2022.json").contributions)
    assert told.head == ("Số liệu", "Nội dung", "Gồm")
    assert told.rows[3] == ("gần 60 triệu đồng", "lắp đèn chiếu sáng", "5 tuyến đường")
    assert told.numeric == {0}


def test_a_ranking_is_a_table():
    ranked = rank(["An Khê", "Chư Păh"], key={"An Khê": Fraction(27, 28), "Chư Păh": None}.get)
    assert table(ranked).rows == (("1", "An Khê", "96,43"), ("…", "Chư Păh", "…"))


def test_a_roll_up_is_a_table_with_a_row_a_group(example_folder):
    movements = [load(f"docs/examples/{name}-2022.json") for name in ("an-khe", "chu-pah", "cho-don")]
    told = table(roll_up(movements, by=PlaceLevel.PROVINCE))
    assert told.head[:4] == ("Nơi", "Tiền (triệu đồng)", "Ngày công", "Đất (m2)")
    assert [row[:2] for row in told.rows] == [("Tỉnh Bắc Kạn", "…"), ("Tỉnh Gia Lai", "khoảng 214,4")]
    assert told.numeric == {*range(1, len(told.head))}


def test_nothing_is_an_empty_table():
    assert table([]).rows == ()
    assert Page(table([])._repr_html_()).text == "Không có số liệu nào."


def test_one_record_is_a_table_of_its_fields():
    movement = load("docs/examples/an-khe-2022.json")
    found = table(movement)
    assert found.head == ("Phong trào", "")
    assert dict(found.rows)["Nơi"] == "thị xã An Khê, tỉnh Gia Lai"
    assert table(Quantity(5, DONG)).rows == (("Số lượng", "5"), ("Đơn vị", "đồng"))
    assert table(audit(movement)[0]) == table(audit(movement)[:1])
    assert table(found) is found


def test_award_money_is_a_table_of_its_recipients():
    one = Award(form="giấy khen", level="commune", collectives=1, individuals=2, decided=date(2026, 3, 2))
    money = award_money(one)
    assert table(money).rows[0] == ("Tập thể", "1", "0,6", "1.404.000", "1.410.000", "1.410.000")
    assert table(money).totals == 1
    unknown = award_money(attrs.evolve(one, decided=None))
    assert table([money, unknown]).rows[1][2:4] == ("3", "…")
    assert table(unknown).rows[0][-1].startswith("Ngày ký quyết định: thiếu thông tin")
    assert table([money, money]).rows[-1] == ("Tổng cộng", "", "", "5.660.000")


@pytest.mark.parametrize("told", [1, [1, 2], [Quantity(1, DONG), Period.year(2022)], "text"])
def test_what_is_no_table_is_refused(told):
    with pytest.raises(InvalidValueError) as refused:
        table(told)
    assert "records" not in refused.value.vietnamese


# Summaries as plain rows


@given(testing.summaries())
def test_rows_hold_every_sum_of_a_summary_exactly(summary):
    rows = summary_rows(summary)
    assert len({tuple(row) for row in rows}) <= 1  # the same keys in each
    amounts = [row["amount"] for row in rows if row["part"] == "contributions" and row["amount"] is not None]
    assert amounts == [line.quantity.amount for line in summary.contributions if line.quantity]
    assert [row["rate"] for row in rows if row["part"] == "indicators"] == [
        line.rate for line in summary.indicators
    ]
    recipients = sum(row["amount"] for row in rows if row["part"] == "awards")
    assert recipients == sum(line.recipients for line in summary.awards)


def test_what_is_unknown_is_none_and_not_zero(example_folder):
    poor = next(
        row
        for row in summary_rows(summarise(load("docs/examples/an-khe-2022.json")))
        if row["what"] == "tỷ lệ hộ nghèo"
    )
    assert (poor["amount"], poor["whole"], poor["rate"], poor["known"], poor["unknown"]) == (
        None,
        None,
        None,
        0,
        1,
    )


# Plain text: what Hypothesis and IPython print


def test_a_record_prints_as_the_call_that_makes_it():
    movement = Movement(
        name="Dân vận khéo",
        period=Period.year(2022),
        contributions=(Contribution(quantity=Quantity(60, MILLION_DONG), purpose="lắp đèn chiếu sáng"),),
    )
    printed = pretty(movement)
    assert "note" not in printed
    assert eval(printed, PUBLIC | {"Decimal": Decimal}) == movement


@given(SHOWN)
def test_a_record_prints_within_the_line(value):
    assert all(len(line) < 200 for line in pretty(value).split("\n") if "<Finding" not in line)


# What must be complete


def test_every_field_of_a_shown_record_has_a_label():
    kinds = [
        kind
        for kind in PUBLIC.values()
        if isinstance(kind, type) and issubclass(kind, Shown) and attrs.has(kind)
    ]
    assert len(kinds) > 20
    told = {kind for kind in kinds if kind.__name__ in RECORDS}
    assert {kind.__name__ for kind in told} == set(RECORDS)
    assert not {field.name for kind in told for field in attrs.fields(kind)} - set(FIELDS)


@given(SHOWN)
def test_every_shape_has_words(value):
    words = re.sub(r"<style>.*?</style>|<[^>]*>", "", html_of(value), flags=re.DOTALL)
    assert words.strip()
    assert "None" not in words


def test_the_domain_loads_nothing_of_this_until_something_is_shown():
    code = """
import sys
from danvankheo import Quantity
from danvankheo.units import DONG
assert not any(name.startswith("danvankheo.notebooks") for name in sys.modules)
print(Quantity(5, DONG)._repr_html_())
assert "rich" not in sys.modules
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8")
    assert done.stdout == '<span lang="vi">5 đồng</span>\n'


def test_a_table_of_any_values_has_vietnamese_heads():
    for values in (
        [Quantity(5, MILLION_DONG, dvk.Approximation.OVER)],
        [MILLION_DONG.per("người/năm")],
        [Movement(name="Dân vận khéo", period=Period.year(2022), source="báo")],
        [summarise(Movement(name="Dân vận khéo", period=Period.year(2022)))],
    ):
        names = {field.name for field in attrs.fields(type(values[0]))}
        assert not names & {*table(values).head}
    assert table([Quantity(5, MILLION_DONG, dvk.Approximation.OVER)]).head == (
        "Số lượng",
        "Đơn vị",
        "Từ ước lượng",
    )


def test_ranked_movements_say_where_and_when(example_folder):
    an_khe = load("docs/examples/an-khe-2022.json")
    (row,) = table(rank([an_khe], key=lambda movement: Fraction(99, 4099))).rows
    assert row[1:] == ("Thị xã An Khê", "2,42")


def test_a_report_of_nothing_given_names_no_zero():
    given = (
        Contribution(quantity=Quantity(0, dvk.units.SQUARE_METRE)),
        Contribution(quantity=Quantity(5, DONG)),
    )
    movement = Movement(name="Dân vận khéo", period=Period.year(2022), contributions=given)
    assert "Nhân dân đã đóng góp 5 đồng." in Page(movement._repr_html_()).text
    nothing = attrs.evolve(movement, contributions=given[:1])
    assert "Nhân dân đã đóng góp" not in Page(nothing._repr_html_()).text


def test_rows_of_a_summary_become_json_without_losing_a_digit(example_folder):
    rows = summary_rows(summarise(load("docs/examples/an-khe-2022.json")))
    read = json.loads(json.dumps(rows, default=str))
    assert [row["amount"] for row in read] == [row["amount"] and str(row["amount"]) for row in rows]
    assert {"27/28"} <= {row["rate"] for row in read}


def test_comparisons_by_group_are_a_table_with_a_row_a_group(example_folder):
    an_khe = dvk.load("docs/examples/an-khe-2022.json")
    made = dvk.calc.compare({"A": dvk.summarise(an_khe)}, {"A": dvk.summarise(an_khe)})
    assert "A" in str(table(made))
    assert "<table>" in made._repr_html_()


def test_a_ranking_of_pairs_and_of_movements_has_names():
    two = [dvk.Movement(name="A", period=dvk.Period.year(year)) for year in (2021, 2022)]
    ranked = dvk.rank(two, key=lambda each: each.period.start.year)
    assert [row[0] for row in table(ranked).rows] == ["1", "2"]
    pairs = dvk.rank([("Ia Sơn", 3), ("An Khê", None)], key=lambda pair: pair[1])
    assert [row[:2] for row in table(pairs).rows] == [("1", "Ia Sơn"), ("…", "An Khê")]
