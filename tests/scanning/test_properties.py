"""What holds for every text: places, order, encodings, sentences, what the formatters wrote."""

import re
from datetime import date
from decimal import Decimal
from unicodedata import normalize

from hypothesis import given
from hypothesis import strategies as st

from danvankheo import (
    Approximation,
    Attainment,
    Change,
    Direction,
    FromTo,
    Period,
    Quantity,
    QuantityRange,
    Ratio,
    counted,
    format_attainment,
    format_change,
    format_date,
    format_document,
    format_from_to,
    format_period,
    format_quantity,
    format_range,
    format_ratio,
    number_to_words,
    parse_document,
    scan,
)
from danvankheo.scanning import FactKind, fact_data
from danvankheo.units import (
    DONG,
    HECTARE,
    KILOMETRE,
    MILLION_DONG,
    PERCENT,
    PERCENTAGE_POINT,
    SQUARE_METRE,
    TONNE,
    WORKDAY,
)

VOCABULARY = """
từ đến hơn gần trên dưới khoảng ước đạt tăng giảm gấp vượt chiếm còn lên xuống so với kế hoạch chỉ tiêu năm tháng ngày quý
    giai đoạn nhiệm kỳ hai ba năm mười trăm nghìn triệu tỷ rưỡi nửa hàng chục vài đồng m2 ha công ngày công hộ xã tập thể cá nhân giấy khen
    tặng hiến góp tổ thôn số thứ 12 27/28 96,42% 1.200 2022 2-11 16/CT-TTg 0900.000.789 7h30 “ ” ( ) , . ; : - – % / phần trở lên
"""
WORDS = st.sampled_from([*VOCABULARY.split(), " ", "\n"])
TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(WORDS, max_size=30).map(" ".join),
    st.lists(WORDS, max_size=30).map("".join),
)


@given(TEXTS)
def test_places_are_in_the_text_in_order_and_apart(text):
    """Facts overlap only where a dated period lies inside a change from one figure to another."""
    facts = scan(text)
    outer = None
    for fact in facts:
        start, end = fact.span
        assert 0 <= start < end <= len(text)
        assert fact.surface == text[start:end]
        if outer and start < outer.span[1]:
            assert isinstance(outer.value, FromTo)
            assert fact.kind is FactKind.PERIOD
            assert end <= outer.span[1]
        else:
            outer = fact
    assert [*facts] == sorted(facts, key=lambda fact: fact.span[0])


@given(TEXTS)
def test_decomposed_letters_say_the_same(text):
    """The same text in decomposed letters has the same facts, at the places of its own letters."""
    composed, decomposed = normalize("NFC", text), normalize("NFD", text)
    one, other = scan(composed), scan(decomposed)
    assert [{**fact_data(fact), "span": 0, "surface": ""} for fact in one] == [
        {**fact_data(fact), "span": 0, "surface": ""} for fact in other
    ]
    assert [normalize("NFC", fact.surface) for fact in other] == [fact.surface for fact in one]


@given(TEXTS, st.sampled_from(["\u00a0", "\u2009", "  ", "\u2003"]))
def test_blanks_of_any_kind_say_the_same(text, blank):
    one, other = scan(text), scan(text.replace(" ", blank))
    if (
        "\n" not in text
        and not re.search(r"\d \d", text)
        and " " in text
        and normalize("NFC", text) == text
        and text.isprintable()
    ):
        assert [fact.value for fact in one] == [fact.value for fact in other]


PLAIN = st.sampled_from(
    ["Bà con phấn khởi.", "Đường làng sạch đẹp hơn trước.", "Ai cũng đồng tình.", "Trời mưa."]
)


@given(
    st.lists(
        st.sampled_from(
            [
                "Có 12 hộ nghèo.",
                "Góp hơn 3 tỷ đồng và hiến 260 m2 đất.",
                "Đạt 27/28 trường (96,42%).",
                "Tặng giấy khen cho 10 tập thể, 20 cá nhân.",
                "Giảm từ 5% năm 2020 xuống còn 2%.",
            ]
        ),
        min_size=1,
        max_size=4,
    ),
    st.data(),
)
def test_a_sentence_without_figures_changes_nothing(sentences, data):
    """It adds no fact, and takes nothing from those before and behind it but their place."""
    at = data.draw(st.integers(0, len(sentences)))
    more = [*sentences[:at], data.draw(PLAIN), *sentences[at:]]

    def told(texts):
        return [{**fact_data(fact), "span": None} for fact in scan(" ".join(texts))]

    assert told(more) == told(sentences)


@given(TEXTS, st.sampled_from(["\u00ad", "\u200b", "\u200b\u2060", "\ufeff"]), st.data())
def test_letters_that_are_not_seen_change_nothing(text, unseen, data):
    """They lie inside the surface or outside it, and what is read stays the same."""
    at = data.draw(st.integers(0, len(text)))
    more = text[:at] + unseen + text[at:]
    if normalize("NFC", text) == text:
        assert [fact.value for fact in scan(more)] == [fact.value for fact in scan(text)]
        assert all(fact.surface == more[slice(*fact.span)] for fact in scan(more))
        assert not any(fact.surface[-1] in unseen for fact in scan(more))


@given(TEXTS)
def test_reading_twice_is_reading_once(text):
    assert scan(text) == scan(text)


AMOUNTS = st.decimals(Decimal("0.1"), 10**6, places=1).map(
    lambda number: number if number % 1 else number.to_integral_value()
)
WHOLE = st.integers(2, 10**6).map(Decimal)
APPROXIMATIONS = st.sampled_from(Approximation)
MEASURED = st.builds(
    Quantity,
    AMOUNTS,
    st.sampled_from([MILLION_DONG, SQUARE_METRE, HECTARE, KILOMETRE, TONNE, PERCENT]),
    APPROXIMATIONS,
)
COUNTED = st.builds(
    Quantity, WHOLE, st.sampled_from([DONG, WORKDAY, counted("hộ"), counted("mô hình"), counted("suất quà"), counted("tập thể")]), APPROXIMATIONS
)  # fmt: skip
FRAMES = st.sampled_from(
    ["Kết quả được {}.", "Theo báo cáo: {}; tiếp tục phát huy", "Nhờ đó, {} ở địa phương."]
)


def only(text):
    (fact,) = scan(text)
    return fact


@given(MEASURED | COUNTED, FRAMES)
def test_a_quantity_that_was_written_is_found(quantity, frame):
    fact = only(frame.format(format_quantity(quantity)))
    assert fact.quantity == quantity
    assert fact.surface == format_quantity(quantity)


@given(st.integers(2, 10**9), FRAMES)
def test_a_number_in_words_is_found(number, frame):
    assert only(frame.format(f"{number_to_words(number)} hộ")).quantity.value == number


@given(st.integers(0, 500), st.integers(11, 500), FRAMES)
def test_a_ratio_that_was_written_is_found(part, whole, frame):
    ratio = Ratio(part=part, whole=whole, unit=counted("trường"))
    assert only(frame.format(format_ratio(ratio))).value == ratio


@given(AMOUNTS, AMOUNTS, st.sampled_from([PERCENT, MILLION_DONG]), FRAMES)
def test_a_range_that_was_written_is_found(one, other, unit, frame):
    low, high = sorted([Quantity(one, unit), Quantity(other, unit)])
    span = QuantityRange(low, high)
    found = only(frame.format(format_range(span))).value
    assert (found.low.value, found.high.value) == (low.value, high.value)


@given(
    AMOUNTS,
    AMOUNTS,
    st.sampled_from([PERCENT, MILLION_DONG, DONG, TONNE]),
    st.sampled_from(["năm", "kg", "người/tháng", "ha"]),
    st.sampled_from([" - ", " đến ", "-", " – "]),
)
def test_a_rate_that_is_printed_once_holds_for_both_ends(one, other, unit, rate, join):
    """Whatever the ends are, the same as where it is printed twice."""
    low, high = sorted([Quantity(one.quantize(1), unit), Quantity(other.quantize(1), unit)])
    once = f"từ {format_quantity(low)}{join}{format_quantity(high)}/{rate}"
    twice = f"từ {format_quantity(low)}/{rate}{join}{format_quantity(high)}/{rate}"
    if low.value > 1:
        assert only(f"Kết quả {once}.").value == only(f"Kết quả {twice}.").value
        assert only(f"Kết quả {once}.").value.low.unit == unit.per(rate)


@given(st.integers(2, 10**6), st.sampled_from([" 2", "2"]), st.sampled_from(["m", "km"]), st.booleans())
def test_a_raised_figure_that_came_down_is_still_an_area(number, raised, unit, apart):
    text = f"Bà con hiến {number}{' ' if apart else ''}{unit}{raised} đất."
    assert only(text).value == only(f"Bà con hiến {number} {unit}2 đất.").value


@given(
    st.lists(
        st.tuples(st.integers(2, 99), st.sampled_from(["tầng", "phòng", "lớp", "tổ", "xã", "khối"])),
        min_size=2,
        max_size=6,
    )
)
def test_counts_stand_side_by_side_without_a_sign(counts):
    """A number before the head of a name counts it; so what follows is no name."""
    text = "Huyện có " + " ".join(f"{number} {noun}" for number, noun in counts)
    assert [(fact.quantity.value, fact.quantity.unit.name) for fact in scan(text)] == counts


@given(
    AMOUNTS,
    st.sampled_from([PERCENT, PERCENTAGE_POINT, MILLION_DONG]),
    st.sampled_from([Direction.UP, Direction.DOWN]),
    st.sampled_from(["", "cùng kỳ", "kế hoạch"]),
)
def test_a_change_that_was_written_is_found(amount, unit, direction, against):
    change = Change(direction=direction, size=Quantity(amount, unit), relative_to=against)
    fact = only(f"Kết quả {format_change(change)}.")
    assert (fact.value.direction, fact.value.size, fact.comparator) == (direction, change.size, against)


@given(
    AMOUNTS,
    AMOUNTS,
    st.sampled_from([PERCENT, MILLION_DONG]),
    st.sampled_from([Direction.UP, Direction.DOWN]),
)
def test_a_change_told_by_its_ends_is_found(before, after, unit, direction):
    change = FromTo(before=Quantity(before, unit), after=Quantity(after, unit), direction=direction)
    assert only(f"Tỷ lệ {format_from_to(change)}.").value == change


@given(AMOUNTS, st.sampled_from(["reach", "exceed"]), st.sampled_from(["kế hoạch", "chỉ tiêu", "dự toán"]))
def test_an_attainment_that_was_written_is_found(amount, mode, target):
    met = Attainment(figure=Quantity(amount, PERCENT), mode=mode, target=target)
    assert only(f"Thu ngân sách {format_attainment(met)}.").value == met


@given(st.dates(date(1900, 1, 1)), st.sampled_from(["slash", "slash_short", "long", "official"]))
def test_a_date_that_was_written_is_found(day, style):
    assert only(f"Hội nghị họp ngày {format_date(day, style=style).removeprefix('ngày ')}.").value == day


@given(
    st.sampled_from(["2022", "2022-Q3", "2022-H1", "2022-11", "2023-M9", "stage:2021/2025", "term:2020/2025", "school:2021/2022", "2022-10-17/2022-11-18"])
)  # fmt: skip
def test_a_period_that_was_written_is_found(code):
    period = Period.from_code(code)
    assert only(f"Trong {format_period(period)}, xã họp.").value == period


@given(
    st.sampled_from(
        [
            "Chỉ thị số 16/CT-TTg",
            "Nghị định số 152/2025/NĐ-CP",
            "Hướng dẫn số 36-HD/VPTW",
            "Kế hoạch số 112/KH-UBND",
        ]
    )
)
def test_a_document_that_was_written_is_found(text):
    document = parse_document(text)
    assert only(f"Thực hiện {format_document(document)} của cấp trên.").value == document
