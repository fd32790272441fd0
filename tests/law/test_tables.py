"""The tables of law: what applied on each day, and what the loader refuses."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvankheo import DocumentError, InvalidValueError, law
from danvankheo.law import Applied, Confidence, LawBook, Unknown
from danvankheo.law.loader import read_table

BOOK = LawBook.official()
DAY = timedelta(days=1)


def every_day(first, last):
    day = first
    while day <= last:
        yield day
        day += DAY


def test_every_day_from_2013_to_2030_has_one_base_salary_or_a_stated_unknown():
    seen = {}
    for day in every_day(date(2013, 1, 1), date(2030, 12, 31)):
        answer = law.at(day).applied("base_salary")
        if isinstance(answer, Unknown):
            assert answer.reason.value == "unconfirmed"
            assert day < date(2013, 7, 1)
        else:
            assert answer.since <= day
            assert answer.until is None or day <= answer.until
            seen[answer.value] = seen.get(answer.value, 0) + 1
    assert list(seen) == sorted(seen)


@pytest.mark.parametrize(
    ("day", "before", "after"),
    [
        (date(2016, 5, 1), 1_150_000, 1_210_000),
        (date(2017, 7, 1), 1_210_000, 1_300_000),
        (date(2018, 7, 1), 1_300_000, 1_390_000),
        (date(2019, 7, 1), 1_390_000, 1_490_000),
        (date(2020, 7, 1), 1_490_000, 1_490_000),  # the rise of resolution 86/2019 never came
        (date(2023, 7, 1), 1_490_000, 1_800_000),
        (date(2024, 7, 1), 1_800_000, 2_340_000),
        (date(2026, 7, 1), 2_340_000, 2_530_000),
    ],
)
def test_the_day_before_and_the_day_of_each_change_of_salary(day, before, after):
    assert law.at(day - DAY).applied("base_salary").value == before
    assert law.at(day).applied("base_salary").value == after


@pytest.mark.parametrize(
    ("day", "decree"),
    [
        (date(2017, 10, 1), "91/2017"), (date(2023, 12, 31), "91/2017"), (date(2024, 1, 1), "98/2023"),
        (date(2025, 6, 30), "98/2023"), (date(2025, 7, 1), "152/2025"), (date(2027, 2, 28), "152/2025"),
    ],
)  # fmt: skip
def test_each_decree_on_its_first_and_last_day(day, decree):
    assert decree in law.at(day).applied("award_decree").value


@pytest.mark.parametrize("day", [date(2017, 9, 30), date(2027, 3, 1)])
def test_no_decree_is_known_before_and_after(day):
    assert law.at(day).applied("award_decree").reason.value == "not_covered"


def test_levels_of_government_poverty_lines_and_criteria_by_their_day():
    before, after = law.at(date(2025, 6, 30)), law.at(date(2025, 7, 1))
    assert (
        before.applied("local_government_levels").value,
        after.applied("local_government_levels").value,
    ) == (3, 2)
    assert law.at(date(2021, 12, 31)).applied("poverty_line", "rural").value == 700_000
    assert law.at(date(2022, 1, 1)).applied("poverty_line", "rural").value == 1_500_000
    assert law.at(date(2027, 1, 1)).applied("poverty_line", "urban").value == 2_800_000
    assert law.at(date(2026, 2, 15)).applied("new_rural_criteria").value == 10
    assert law.at(date(2026, 2, 14)).applied("new_rural_criteria").reason.value == "unconfirmed"


def test_every_value_has_a_source_and_what_is_unconfirmed_has_no_value():
    for table in BOOK.tables.values():
        for entry in table.entries:
            assert entry.source
            without = entry.confidence is Confidence.UNCONFIRMED or entry.without is not None
            assert (entry.value is None) == without
            assert not (entry.without and entry.confidence is Confidence.UNCONFIRMED)


@given(st.sampled_from(sorted(BOOK.tables)), st.dates(date(1990, 1, 1), date(2050, 1, 1)), st.data())
def test_every_day_has_one_answer(name, day, data):
    table = BOOK.tables[name]
    key = tuple(data.draw(st.sampled_from(sorted(table.allowed[word]))) for word in table.keys)
    answer = BOOK.at(day).applied(name, *key)
    covering = [entry for entry in table.of(key) if entry.covers(day)]
    assert len(covering) <= 1
    assert isinstance(answer, Applied) == bool(
        covering and covering[0].value is not None and not covering[0].at_most
    )
    if isinstance(answer, Applied):
        assert answer.is_assumed == (day > table.checked)


def test_the_history_of_a_table_is_in_the_order_of_time():
    told = law.history("award_coefficient", "giay_khen_commune")
    assert [line.value for line in told] == [Decimal("0.15"), Decimal("0.15"), Decimal("0.3")]
    assert law.history("base-salary") == law.history("base_salary")
    assert [line.since for line in law.history("base_salary")] == sorted(
        line.since for line in law.history("base_salary")
    )


@pytest.mark.parametrize(
    ("call", "word"),
    [
        (lambda: law.at("2022-11-02"), "date"),
        (lambda: law.at(datetime(2022, 11, 2)), "date"),  # noqa: DTZ001
        (lambda: law.at(date(2022, 1, 1)).applied("salary"), "one of"),
        (lambda: law.at(date(2022, 1, 1)).applied("poverty_line"), "one word for each of: area"),
        (lambda: law.at(date(2022, 1, 1)).applied("poverty_line", "hills"), "rural, urban"),
        (lambda: law.at(date(2022, 1, 1)).applied("base_salary", "rural"), "no key"),
        (lambda: law.at(date(2022, 1, 1)).applied("award_decree").number, "a number"),
        (lambda: law.history(5), "one of"),
    ],
    ids=range(8),
)
def test_wrong_questions_are_refused(call, word):
    with pytest.raises(InvalidValueError, match=word):
        call()


HEAD = """
name = "household_gift"
title = "Mức thưởng của tỉnh"
title_en = "a province's own rate"
unit = "đồng"
checked = 2026-01-01
"""
ROW = '{ since = 2015-01-01, value = "40000000", source = "Quyết định của tỉnh", confidence = "high" }'


def rows(*entries):
    return (HEAD + "entry = [" + ",\n".join(entries) + "]").encode()


def test_a_table_of_ones_own_changes_no_other_book(tmp_path):
    path = tmp_path / "tinh.toml"
    path.write_bytes(rows(ROW))
    book = law.load(path)
    assert book.at(date(2020, 1, 1)).applied("household_gift").value == 40_000_000
    assert book.at(date(2022, 11, 2)).applied("base_salary").value == 1_490_000
    with pytest.raises(InvalidValueError):
        law.at(date(2020, 1, 1)).applied("household_gift")


def test_a_table_of_ones_own_may_take_the_place_of_one(tmp_path):
    path = tmp_path / "salary.toml"
    path.write_bytes(rows(ROW).replace(b"household_gift", b"base_salary"))
    assert law.load(path).at(date(2022, 1, 1)).applied("base_salary").value == 40_000_000
    assert law.at(date(2022, 1, 1)).applied("base_salary").value == 1_490_000


def test_a_table_of_ones_own_holds_only_what_is_ones_own(tmp_path):
    """The rows of other keys stay; a mark of byte order and a hyphen in a name do no harm."""
    path = tmp_path / "own.toml"
    text = HEAD.replace("household_gift", "award_coefficient").replace('"đồng"', '"lần mức lương cơ sở"')
    row = ROW.replace("{ ", '{ award = "giay_khen_commune", ').replace("40000000", "0.5")
    path.write_text(
        f'\ufeff{text}keys = ["award"]\nentry = [{row}]\n[allowed.award]\ngiay_khen_commune = "Giấy khen cấp xã"',
        encoding="utf-8",
    )
    day = law.load(path).at(date(2026, 1, 2))
    assert day.applied("award_coefficient", "giay_khen_commune").value == Decimal("0.5")
    assert day.applied("award_coefficient", "order_labour_1").value == 9
    path.write_bytes(rows(ROW).replace(b"household_gift", b"muc-thuong"))
    assert law.load(path).at(date(2026, 1, 2)).applied("muc-thuong").value == 40_000_000


def test_no_caller_can_change_the_book():
    law.LawBook.official().tables["base_salary"] = None
    assert law.at(date(2022, 11, 2)).applied("base_salary").value == 1_490_000


def entry(**changed):
    told = {"since": "2015-01-01", "value": '"1"', "source": '"A"', "confidence": '"high"'} | changed
    return "{ " + ", ".join(f"{key} = {value}" for key, value in told.items() if value is not None) + " }"


REFUSED = [
    (rows(entry(colour='"red"')), "$.entry[0].colour", "known-key"),
    (rows(entry(source=None)), "$.entry[0].source", "present"),
    (rows(entry(source='" "')), "$.entry[0].source", "not-empty"),
    (rows(entry(since=None)), "$.entry[0].since", "present"),
    (rows(entry(since='"2015"')), "$.entry[0].since", "date"),
    (rows(entry(since="2015-01-01T00:00:00")), "$.entry[0].since", "date"),
    (rows(entry(until="2014-01-01")), "$.entry[0].until", "starts-first"),
    (rows(entry(until='"2015"')), "$.entry[0].until", "date"),
    (rows(entry(until="2015-01-01T00:00:00")), "$.entry[0].until", "date"),
    (rows(entry(article='" "')), "$.entry[0].article", "not-empty"),
    (rows(entry(note='""')), "$.entry[0].note", "not-empty"),
    (rows(entry(value="1.5")), "$.entry[0].value", "numeral"),
    (rows(entry(value='"một"')), "$.entry[0].value", "numeral"),
    (rows(entry(value='"-1"')), "$.entry[0].value", "numeral"),
    (rows(entry(value='"1e999999999"')), "$.entry[0].value", "numeral"),
    (rows(entry(value='"NaN"')), "$.entry[0].value", "numeral"),
    (rows(entry(value=None)), "$.entry[0].value", "unconfirmed-value"),
    (rows(entry(confidence='"unconfirmed"')), "$.entry[0].value", "unconfirmed-value"),
    (rows(entry(without='"ended"')), "$.entry[0].value", "unconfirmed-value"),
    (
        rows(entry(value=None, confidence='"unconfirmed"', without='"ended"')),
        "$.entry[0].value",
        "unconfirmed-value",
    ),
    (rows(entry(value=None, without='"ceiling"')), "$.entry[0].without", "one-of"),
    (rows(entry(checked='"2015"')), "$.entry[0].checked", "date"),
    (rows(entry(confidence='"sure"')), "$.entry[0].confidence", "one-of"),
    (rows(entry(at_most='"yes"')), "$.entry[0].at_most", "truth"),
    (rows(entry(until="2015-12-31"), entry(since="2016-01-02")), "$.entry[1].since", "no-gap"),
    (rows(entry(until="2015-12-31"), entry(since="2015-12-31")), "$.entry[1].since", "no-overlap"),
    (rows(entry(), entry(since="2016-01-01")), "$.entry[1].since", "no-overlap"),
    (
        rows(entry(until="2016-12-31", since="2016-01-01"), entry(since="2015-01-01")),
        "$.entry[1].since",
        "no-overlap",
    ),
    (rows("5"), "$.entry[0]", "object"),
    (rows(), "$.entry", "list"),
    (HEAD.encode(), "$.entry", "present"),
    (rows(ROW).replace(b'unit = "\xc4\x91\xe1\xbb\x93ng"', b""), "$.unit", "present"),
    (rows(ROW) + b'\ncolour = "red"', "$.colour", "known-key"),
    (rows(ROW) + b"\nkeys = 5", "$.keys", "list"),
    (rows(ROW) + b'\nkeys = ["place", 5]', "$.keys[1]", "not-empty"),
    (rows(ROW) + b'\ntext = "no"', "$.text", "truth"),
    (rows(ROW) + b'\nkeys = ["place"]\n[allowed.place]\na = "A"', "$.entry[0].place", "present"),
    (
        rows(entry(place='"b"')) + b'\nkeys = ["place"]\n[allowed.place]\na = "A"',
        "$.entry[0].place",
        "one-of",
    ),
    (rows(ROW) + b"\nallowed = 5", "$.allowed", "object"),
    (rows(ROW) + b'\nkeys = ["place"]\n[allowed]\nplace = ["a"]', "$.allowed.place", "object"),
    (rows(ROW) + b'\nkeys = ["place"]\n[allowed.place]\na = ""', "$.allowed.place.a", "not-empty"),
    (rows(ROW) + b'\nname = "twice"', "the end", "toml"),
    (rows(ROW) + b"\n%\n", "line 8, column 1", "toml"),
    (rows(ROW) + b'\nkeys = ["a", "a"]', "$.keys", "unrepeated-key"),
    (rows(ROW) + b'\nkeys = ["source"]', "$.keys", "unrepeated-key"),
    (rows(entry(value="9" * 5000)), "$", "toml"),
    (rows(entry(value='"1_000"')), "$.entry[0].value", "numeral"),
    (rows(entry(value='"1e3"')), "$.entry[0].value", "numeral"),
    (b"a = " + b"[" * 20_000, "$", "depth"),
    (b"a = " + (b"[#" + b"a" * 50 + b"\n") * 5_000, "$", "depth"),
    (b".".join([b"a"] * 50_000) + b" = 1", "$", "depth"),
    (rows(entry(since="2015-02-30")), "line 7, column 20", "toml"),
    (b"\xff", "$", "utf-8"),
]


@pytest.mark.parametrize(("content", "path", "code"), REFUSED)
def test_an_unsound_table_is_refused_with_file_and_place(content, path, code):
    with pytest.raises(DocumentError) as refused:
        read_table(content, "tinh.toml")
    problems = [(problem.path, problem.reason.value) for problem in refused.value.problems]
    assert (path, code) in problems, problems
    assert str(refused.value).startswith("tinh.toml: ")


@pytest.mark.parametrize(
    ("content", "english", "vietnamese"),
    [
        (rows(ROW) + b"\n%\n", "line 8, column 1: expected ", "dòng 8, cột 1: sai cú pháp TOML "),
        (rows(ROW) + b'\nname = "twice"', "the end: expected ", "cuối tệp: sai cú pháp TOML "),
        (
            rows(entry(until="2014-01-01")),
            "$.entry[0].until: expected ",
            "$.entry[0].until: ngày đầu không được sau ",
        ),
    ],
)
def test_the_place_of_an_error_is_named_in_both_languages(content, english, vietnamese):
    with pytest.raises(DocumentError) as caught:
        read_table(content, "tinh.toml")
    (problem,) = caught.value.problems
    assert str(problem).startswith(english)
    assert problem.vietnamese.startswith(vietnamese)


def test_every_problem_is_told_at_once():
    with pytest.raises(DocumentError) as refused:
        read_table(rows(entry(source=None, colour='"red"'), entry(since='"x"')), "a.toml")
    assert len(refused.value.problems) == 3


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_any_bytes_are_a_table_or_refused(content):
    with pytest.raises(DocumentError):
        read_table(content, "a.toml")


def test_a_file_beyond_the_bound_is_refused(tmp_path):
    path = tmp_path / "long.toml"
    path.write_bytes(rows(ROW) + b"#" * 2**20)
    with pytest.raises(DocumentError, match="at most"):
        law.load(path)
