"""Pieces: each reader returns one, none is changed afterwards, and the context adds what it says."""

from decimal import Decimal

import attrs
import pytest

from danvankheo import Attainment, Direction, Period, Quantity, counted, scan
from danvankheo.domain.stated import LocalArea, OrderOfMagnitude
from danvankheo.scanning import FactKind, Mark, Role
from danvankheo.scanning.amounts import amount_at, bare_count_at, order_at
from danvankheo.scanning.context import in_context
from danvankheo.scanning.pieces import Piece, Skip, alone, amount_piece
from danvankheo.scanning.running_text import RunningText
from danvankheo.scanning.scanner import read_pieces
from danvankheo.scanning.statements import attainment_at, change_at
from danvankheo.scanning.symbols import document_at
from danvankheo.scanning.time_lists import listed_times
from danvankheo.scanning.times import time_at
from danvankheo.units import DONG, HECTARE, KILOGRAM, METRE, PERCENT, SQUARE_METRE, TIMES, WORKDAY

LONG = (
    "Năm 2022, xã có 27/28 trường (96,42%) đạt chuẩn, tăng 3,05% so với năm 2021; bà con hiến 260 m2 đất, "
    "góp 731 ngày công và 154,4 triệu đồng, đạt 105% kế hoạch tỉnh, 54% dự toán xã. Tặng giấy khen cho 5 tập thể, "
    "8 cá nhân theo Quyết định số 16/QĐ-UBND. Giảm bình quân từ 1,5 - 2%. So với đầu năm, hộ nghèo giảm 12 hộ."
)


def running(text):
    return RunningText(text, "test")


@pytest.mark.parametrize(
    ("read", "kind", "span"),
    [
        (lambda: amount_at(running("hơn 5 triệu đồng"), 0), FactKind.MONEY, (0, 16)),
        (lambda: order_at(running("hàng trăm hộ"), 0), FactKind.COUNT, (0, 12)),
        (
            lambda: bare_count_at(running("kinh tế 52, xã hội"), 8, counted("mô hình")),
            FactKind.COUNT,
            (8, 10),
        ),
        (lambda: change_at(running("tăng 3,05%"), 0), FactKind.CHANGE, (0, 10)),
        (lambda: change_at(running("tăng từ 5% lên 8%"), 0), FactKind.CHANGE, (0, 17)),
        (lambda: change_at(running("gấp đôi"), 0), FactKind.CHANGE, (0, 7)),
        (lambda: change_at(running("giảm từ 5 - 8%"), 0), FactKind.RANGE, (5, 14)),
        (lambda: change_at(running("tăng lên 120 hộ"), 0), FactKind.COUNT, (9, 15)),
        (lambda: attainment_at(running("đạt 105% kế hoạch"), 0), FactKind.ATTAINMENT, (0, 17)),
        (lambda: document_at(running("Chỉ thị số 16/CT-TTg"), 11, 0), FactKind.DOCUMENT, (0, 20)),
        (lambda: time_at(running("ngày 02/11/2022"), 0), FactKind.DATE, (5, 15)),
        (lambda: time_at(running("quý 2/2022"), 0), FactKind.PERIOD, (0, 10)),
        (lambda: time_at(running("năm học 2025/26"), 0), FactKind.PERIOD, (0, 15)),
        (lambda: listed_times(running("tháng 3 và 4/2022"), 0)[0], FactKind.PERIOD, (0, 7)),
    ],
)
def test_every_reader_returns_one_piece(read, kind, span):
    piece = read()
    assert type(piece) is Piece
    assert (piece.kind, (piece.start, piece.end)) == (kind, span)


@pytest.mark.parametrize(
    ("text", "end"), [("ngày 30/2", 9), ("ngày 2/11/2022 âm lịch", 22), ("02/11/2022 14:30", 16)]
)
def test_what_only_looks_like_a_time_is_skipped(text, end):
    assert time_at(running(text), 0) == Skip(end)


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (Quantity(5, DONG), FactKind.MONEY),
        (Quantity(5, WORKDAY), FactKind.LABOUR),
        (Quantity(5, HECTARE), FactKind.LAND),
        (Quantity(5, SQUARE_METRE), FactKind.LAND),
        (Quantity(5, METRE), FactKind.GOODS),
        (Quantity(5, KILOGRAM), FactKind.GOODS),
        (Quantity(5, PERCENT), FactKind.PERCENT),
        (Quantity(5, counted("hộ")), FactKind.COUNT),
        (Quantity(5, counted("bao xi măng")), FactKind.GOODS),
        (Quantity(5, counted("tháng")), FactKind.PERIOD),
        (OrderOfMagnitude(words="hàng trăm", unit=DONG), FactKind.MONEY),
        (LocalArea(amount=Decimal(2), unit="sào"), FactKind.LAND),
    ],
    ids=str,
)
def test_the_kind_of_an_amount_follows_from_its_unit(value, kind):
    assert amount_piece(3, 8, value) == Piece(kind, 3, 8, value)
    assert alone(amount_piece(3, 8, value)) == amount_piece(3, 8, value)


def test_times_alone_are_counted():
    marks = frozenset({Mark.TYPO})
    times = amount_piece(3, 8, Quantity(5, TIMES.per("năm")), marks, "compound")
    assert times.kind is FactKind.PERCENT
    assert alone(times) == Piece(
        FactKind.COUNT, 3, 8, Quantity(5, counted("lần").per("năm")), form="compound", marks=marks
    )


def test_the_unit_of_a_piece_is_that_of_its_one_quantity():
    assert change_at(running("tăng 3,05%"), 0).unit == PERCENT
    assert change_at(running("tăng từ 5% lên 8%"), 0).unit is None
    assert attainment_at(running("đạt 105% kế hoạch"), 0).unit == PERCENT
    assert order_at(running("hàng trăm hộ"), 0).unit == counted("hộ")
    assert time_at(running("quý 2/2022"), 0).unit is None


def test_pieces_are_frozen():
    piece = Piece(FactKind.PERIOD, 0, 8, Period.year(2022))
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        piece.subject = "trường"


def test_context_leaves_the_pieces_that_it_is_given_as_they_are():
    text, pieces = read_pieces(LONG)
    bare = [
        attrs.evolve(
            piece,
            role=None,
            subject="",
            marks=piece.marks - {Mark.DONATED, Mark.BASE_IS_RATE, Mark.RESTATES_RATIO},
        )
        for piece in pieces
    ]
    before = tuple(bare)
    told = in_context(text, bare)
    assert tuple(bare) == before
    assert [(piece.role, piece.subject) for piece in told] == [
        (piece.role, piece.subject) for piece in pieces
    ]
    assert told != bare


def test_what_the_words_around_say():
    facts = {fact.surface: fact for fact in scan(LONG)}
    assert (facts["96,42%"].role, facts["96,42%"].marks) == (Role.SHARE, {Mark.RESTATES_RATIO})
    assert (facts["tăng 3,05%"].comparator, facts["tăng 3,05%"].marks) == ("năm 2021", {Mark.BASE_IS_RATE})
    assert facts["260 m2"].marks == {Mark.DONATED}
    assert facts["đạt 105% kế hoạch"].comparator == "kế hoạch tỉnh"
    assert (facts["54% dự toán"].kind, facts["54% dự toán"].comparator) == (FactKind.ATTAINMENT, "dự toán")
    assert facts["54% dự toán"].value == Attainment(figure=Quantity(54, PERCENT), target="dự toán")
    assert [(facts[each].kind, facts[each].form) for each in ("5 tập thể", "8 cá nhân")] == [
        (FactKind.AWARD, "giấy khen")
    ] * 2
    assert facts["từ 1,5 - 2%"].direction is Direction.DOWN
    assert facts["giảm 12 hộ"].comparator == "đầu năm"


def test_readers_of_places_where_nothing_stands_return_none():
    text = running("xã An Khê")
    assert amount_at(text, 0) is order_at(text, 0) is change_at(text, 0) is attainment_at(text, 0) is None
    assert document_at(text, 0, 0) is time_at(text, 0) is None
    assert listed_times(text, 0) == []
