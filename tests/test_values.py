"""Every public class: pickle, copy, evolve, hash, frozen, repr; other processes and threads."""

import copy
import datetime
import os
import pickle
import subprocess
import sys
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from inspect import isabstract
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import danvankheo
from danvankheo import DanVanKheoError, Quantity
from danvankheo.calc import Comparisons, RollUp
from danvankheo.testing.register import STRATEGIES
from every_value import CASES, DICTS, ERRORS, SEQUENCES
from public import PUBLIC

PROTOCOLS = range(pickle.HIGHEST_PROTOCOL + 1)
CLASSES = [  # those of papers: tests/office/test_records.py
    made
    for made in PUBLIC.values()
    if isinstance(made, type) and not made.__module__.startswith("danvankheo.office")
]
ENUMS = [kind for kind in CLASSES if issubclass(kind, Enum)]

MAPPINGS = {"Habit.per_fact", "Problem.details", "Table.allowed"}
"""Fields that hold what a caller could change in place; they are typed as read-only and left out of hashes."""

every_value = pytest.mark.parametrize(
    "case", CASES, ids=[f"{type(case.value).__name__}-{at}" for at, case in enumerate(CASES)]
)
every_error = pytest.mark.parametrize("error", ERRORS, ids=[type(error).__name__ for error in ERRORS])
every_enum = pytest.mark.parametrize("kind", ENUMS, ids=lambda kind: kind.__name__)


def copies(value):
    """Every way in which Python copies a value."""
    for protocol in PROTOCOLS:
        yield pickle.loads(pickle.dumps(value, protocol))
    yield copy.copy(value)
    yield copy.deepcopy(value)


def test_every_public_class_has_an_instance_here():
    """A new public class fails here until `every_value` has one of it."""
    here = (
        {type(case.value) for case in CASES}
        | {type(error) for error in ERRORS}
        | {*ENUMS, *DICTS, *SEQUENCES, RollUp, Comparisons}
    )
    assert [kind.__name__ for kind in CLASSES if kind not in here and not isabstract(kind)] == []
    abstract = [kind for kind in CLASSES if isabstract(kind)]
    assert all(any(issubclass(each, kind) for each in here) for kind in abstract)


def test_a_roll_up_is_a_dict_however_it_is_copied(example_folder):
    rolled = danvankheo.roll_up([danvankheo.load("docs/examples/an-khe-2022.json")], by="period")
    assert isinstance(rolled, dict)
    for each in copies(rolled):
        assert (type(each), each) == (RollUp, rolled)


@pytest.mark.parametrize("kind", DICTS, ids=lambda kind: kind.__name__)
def test_rows_and_options_are_plain_dicts_with_every_key(kind):
    assert set(DICTS[kind]) == set(kind.__annotations__)
    assert all(each == DICTS[kind] for each in copies(DICTS[kind]))


@every_value
def test_copies_are_equal_and_hash_alike(case):
    """Hashes are taken before and after, so that one that is kept inside is copied, or made anew."""
    value = case.value
    before = list(copies(value))
    known = hash(value)
    for each in (*before, *copies(value)):
        assert type(each) is type(value)
        assert each == value
        assert hash(each) == known
        assert {value: "found"}[each] == "found"
        assert repr(each) == repr(value)


@every_value
def test_evolve_makes_another_value_and_leaves_the_first(case):
    value = case.value
    known, shown = hash(value), repr(value)
    fields = {field.alias: getattr(value, field.name) for field in attrs.fields(type(value))}
    other = attrs.evolve(value, **case.changed)
    assert other != value
    assert len({other, value, attrs.evolve(value)}) == 2
    assert (hash(value), repr(value)) == (known, shown)
    assert attrs.evolve(other, **{name: fields[name] for name in case.changed}) == value


@every_value
def test_evolve_checks_as_the_constructor_does(case):
    """Whatever a field may hold, it may not hold an object of no type at all."""
    for field in attrs.fields(type(case.value)):
        if field.validator or field.converter:
            with pytest.raises(DanVanKheoError):
                attrs.evolve(case.value, **{field.alias: object()})


@every_value
def test_values_are_frozen(case):
    value = case.value
    for field in attrs.fields(type(value)):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(value, field.name, getattr(value, field.name))
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            delattr(value, field.name)
        held = getattr(value, field.name)
        assert not isinstance(held, list | set | bytearray)
        assert not isinstance(held, Mapping) or f"{type(value).__name__}.{field.name}" in MAPPINGS
    with pytest.raises(AttributeError):
        value.colour = "red"
    assert not hasattr(value, "__dict__")


@every_value
def test_the_repr_makes_the_value_again_or_is_short(case):
    """A repr in angle brackets, or one that holds such a one, is for the eye: one short line."""
    text = repr(case.value)
    assert "\n" not in text
    if "<" in text:
        assert len(text) < 250
        return
    names = PUBLIC | {"Decimal": Decimal, "Fraction": Fraction, "datetime": datetime}
    assert eval(text, names) == case.value


@every_enum
def test_members_stay_themselves_and_show_as_the_expression_that_means_them(kind):
    for member in kind:
        assert all(each is member for each in copies(member))
        assert kind(member.value) is member
        assert eval(repr(member), PUBLIC) is member


@every_error
def test_errors_keep_what_they_say(error):
    """Errors compare by identity, as Python's do, and are not frozen: raising one sets its traceback."""
    error.add_note("an-khe-2022.json")
    for each in copies(error):
        assert type(each) is type(error)
        assert each is not error
        assert (str(each), each.args, each.__notes__) == (str(error), error.args, error.__notes__)
        assert vars(each) == vars(error)
        assert getattr(each, "vietnamese", "") == getattr(error, "vietnamese", "")
        assert len({each, error, error}) == 2
    with pytest.raises(type(error)):
        raise error


_MAKE = """
import pickle, sys
from every_value import CASES
values = [case.value for case in CASES]
for value in values:
    hash(value)
pickle.dump(values, sys.stdout.buffer)
"""
_FIND = """
import pickle, sys
from every_value import CASES
loaded = pickle.load(sys.stdin.buffer)
for value, case in zip(loaded, CASES, strict=True):
    assert value == case.value, value
    assert hash(value) == hash(case.value), value
    assert {value: 1}[case.value] and case.value in {value}, value
print(hash("a text"))
"""


def _run(code: str, seed: str, data: bytes = b"") -> bytes:
    paths = os.pathsep.join([str(Path(__file__).parent), *sys.path])
    env = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": paths}
    return subprocess.run(
        [sys.executable, "-c", code], input=data, env=env, check=True, capture_output=True
    ).stdout


def test_hashes_that_are_kept_do_not_travel_to_a_process_that_hashes_otherwise():
    """Python hashes texts anew in every process: a hash that came along would never be found again."""
    pickled = _run(_MAKE, "1")
    assert len({_run(_FIND, seed, pickled) for seed in ("1", "2")}) == 2


_THREADS = """
import sys, threading
from decimal import getcontext
sys.setswitchinterval(1e-6)
import danvankheo as dvk

THREADS = 8
together = threading.Barrier(THREADS)
found = [{} for _ in range(THREADS)]
failed = []

def work(at):
    try:
        together.wait()
        names = dvk.__all__
        start = at * len(names) // THREADS  # each begins elsewhere, and they meet
        for name in (*names[start:], *names[:start]):
            found[at][name] = id(getattr(dvk, name))
        together.wait()
        found[at]["book"] = id(dvk.law.LawBook.official())
        together.wait()
        getcontext().prec = 1 + at
        getcontext().rounding = ["ROUND_UP", "ROUND_FLOOR"][at % 2]
        found[at]["texts"] = texts()
    except BaseException as error:
        failed.append(error)
        together.abort()

def texts():
    gift = dvk.parse_quantity("hơn 154,4 triệu đồng")
    movement = dvk.draft_movement("Phong trào “Dân vận khéo” năm 2022: 27/28 trường (96,42%).").movement
    return (
        dvk.format_money(999_999_999, scale_word="auto", decimals=1),
        dvk.format_percent(dvk.share(27, 28), decimals=12),
        dvk.format_quantity(gift + gift.to(dvk.units.DONG)),
        dvk.number_to_words(154_400_001),
        dvk.loads(dvk.dumps(movement)) == movement,
        str(dvk.audit(movement)[0]),
        dvk.award_money(dvk.Award(form=dvk.AwardForm.GIAY_KHEN, collectives=1)).payable,
    )

threads = [threading.Thread(target=work, args=(at,)) for at in range(THREADS)]
for thread in threads: thread.start()
for thread in threads: thread.join()
assert not failed, failed
assert all(each == found[0] for each in found), found
assert found[0]["texts"] == texts()
"""


def test_first_use_from_many_threads_gives_one_object_and_the_same_texts():
    """Whatever decimal context a thread has set, and whoever comes first."""
    _run(_THREADS, "0")


def test_a_hash_is_not_pickled():
    """What the process test rests on: the hash that a value keeps is no part of its state."""
    gift = Quantity(5, danvankheo.units.DONG)
    fresh = pickle.dumps(gift)
    hash(gift)
    assert pickle.dumps(gift) == fresh


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_constants_stay_the_ones_that_they_are(protocol):
    constants = [value for value in PUBLIC.values() if isinstance(value, danvankheo.Unit)]
    assert len(constants) > 20
    for constant in constants:
        assert pickle.loads(pickle.dumps(constant, protocol)) is constant
        assert copy.deepcopy(constant) is constant
    made = danvankheo.counted("hộ").scaled(danvankheo.units.Scale.THOUSAND)
    assert pickle.loads(pickle.dumps(made, protocol)) == made


@pytest.mark.parametrize("name", STRATEGIES)
@given(data=st.data())
def test_what_is_drawn_can_be_pasted_back(name, data):
    """With the names of the homes, and those of Python's own that a repr has."""
    value = data.draw(st.from_type(PUBLIC[name]))
    names = PUBLIC | {"Decimal": Decimal, "datetime": datetime}
    assert eval(repr(value), names) == value
    assert eval(repr(value), names).__class__ is value.__class__


@pytest.mark.parametrize(("name", "strategy"), STRATEGIES.items())
def test_registered_strategies_show_as_the_call_that_makes_them(name, strategy):
    assert repr(st.from_type(PUBLIC[name])) == f"{strategy}()"
