"""What a refused call says, in both languages: which call and argument, what was wanted, what came."""

import inspect
from contextlib import suppress
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import product
from pathlib import Path

import polars as pl
import pytest

import danvankheo as dvk
from danvankheo import frames
from public import PUBLIC

_, *_ROWS = (
    line.split("\t")
    for line in (Path(__file__).parent / "vectors" / "refusals.tsv").read_text("utf-8").splitlines()
)
_NAMES = PUBLIC | {
    "Decimal": Decimal,
    "Fraction": Fraction,
    "date": date,
    "quantity": dvk.parse_quantity,
    "percent": lambda figure: dvk.Quantity(Decimal(figure), dvk.units.PERCENT),
    "MOVEMENT": dvk.Movement(name="Dân vận khéo", period=dvk.Period.year(2022)),
    "GIAY_KHEN": dvk.Award(
        form=dvk.AwardForm.GIAY_KHEN,
        level=dvk.GrantingLevel.COMMUNE,
        decided=date(2022, 5, 5),
        individuals=1,
    ),
}


@pytest.mark.parametrize(("call", "english", "vietnamese"), _ROWS, ids=[row[0] for row in _ROWS])
def test_a_refusal_names_the_argument_and_what_was_wanted(call, english, vietnamese):
    with pytest.raises(dvk.DanVanKheoError) as refused:
        eval(call, dict(_NAMES))
    assert (str(refused.value), refused.value.vietnamese) == (english, vietnamese)


_WRONG = [
    None,
    4,
    "xyz",
    [1],
    [None],
    {},
    {"a": 1},
    object(),
    1.5,
    True,
    dvk.units.DONG,
    dvk.Quantity(1, dvk.units.DONG),
    dvk.Period.year(2022),
    _NAMES["MOVEMENT"],
    _NAMES["GIAY_KHEN"],
    [_NAMES["MOVEMENT"]],
    lambda item: item,
]
# A path that is none is a TypeError, as of `open`; and what writes files is not called with any.
_FILES = {
    "load", "save", "read", "mark", "write_letter", "write_excel", "write_word", "fill_template",
}  # fmt: skip
_CALLS = [
    name
    for name, call in _NAMES.items()
    if name in PUBLIC and inspect.isfunction(call) and name not in _FILES
]


@pytest.mark.parametrize("name", _CALLS)
def test_whatever_a_function_is_called_with_its_error_is_one_of_ours(name):
    call = _NAMES[name]
    needed = [each for each in inspect.signature(call).parameters.values() if each.default is each.empty]
    places = [each for each in needed if each.kind in {each.POSITIONAL_ONLY, each.POSITIONAL_OR_KEYWORD}]
    names = [each.name for each in needed if each.kind is each.KEYWORD_ONLY]
    several = len(places) + len(names)
    for wrong in product(_WRONG, repeat=several) if several <= 2 else zip(*[_WRONG] * several, strict=True):
        with suppress(dvk.DanVanKheoError):
            answer = call(*wrong[: len(places)], **dict(zip(names, wrong[len(places) :], strict=True)))
            if inspect.isgenerator(answer):
                list(answer)


_TABLE = pl.DataFrame({"a": [1, 2], "b": [3, 4], "year": [2021, 2022], "t": ["x", "y"]})
_FRAME_CALLS = {
    frames.share: {"part": "a", "whole": "b", "out": "x", "scale": 2},
    frames.attainment: {"actual": "a", "plan": "b", "out": "x", "scale": 1},
    frames.growth: {"now": "a", "before": "b", "out": "x", "scale": 2},
    frames.points: {"now": "a", "before": "b", "out": "x"},
    frames.rank: {"key": "a", "out": "x"},
    frames.year_before: {"value": "a", "out": "x", "by": "t"},
    frames.roll_up: {"by": ["t"], "sums": ["a"]},
    frames.audit_ratio: {"part": "a", "whole": "b", "percent": "a", "out": "x", "scale": 2},
    frames.format_number: {"number": "a", "out": "x"},
    frames.format_percent: {"percent": "a", "out": "x", "scale": 2},
    frames.format_money: {"amount": "a", "out": "x"},
}


@pytest.mark.parametrize("call", _FRAME_CALLS, ids=lambda call: call.__name__)
def test_whatever_a_function_of_frames_is_called_with_its_error_is_one_of_ours(call):
    right = _FRAME_CALLS[call]
    assert set(call(_TABLE, **right).columns)
    for parameter in inspect.signature(call).parameters.values():
        for wrong in _WRONG:
            with suppress(dvk.DanVanKheoError):
                if parameter.kind is parameter.KEYWORD_ONLY:
                    call(_TABLE, **right | {parameter.name: wrong})
                else:
                    call(wrong, **right)


@pytest.mark.parametrize("call", [frames.from_movements, frames.summarise, dvk.documents.register])
@pytest.mark.parametrize("wrong", [None, 4, "xyz", [1], {"a": 1}], ids=repr)
def test_what_is_no_movement_table_or_converter_is_named(call, wrong):
    with pytest.raises(dvk.InvalidValueError, match=call.__name__):
        call(wrong)
