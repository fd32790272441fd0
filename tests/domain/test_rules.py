"""Rules between fields: what they need, when they are asked, and that a mistake in one is loud."""

import json
from datetime import date
from typing import ClassVar

import attrs
import pytest

import danvankheo
from danvankheo import (
    Award,
    AwardForm,
    Contribution,
    DocumentError,
    Indicator,
    InvalidValueError,
    Model,
    ModelCount,
    Movement,
    Organization,
    Period,
    Place,
    PlaceKind,
    loads,
)
from danvankheo.documents.registration import read
from danvankheo.domain.rules import Consistent, Rule, rules
from danvankheo.domain.validators import a_label, a_name
from danvankheo.errors import invalid
from danvankheo.reasons import Reason

PUBLIC = [getattr(danvankheo, name) for name in danvankheo.__all__]
RECORDS = [kind for kind in PUBLIC if isinstance(kind, type) and issubclass(kind, Consistent)]


def _first_before_second(first, second):
    if first > second:
        yield invalid("Pair.first", Reason.STARTS_FIRST, first)


def _second_is_short(second):
    return (invalid("Pair.second", Reason.NOT_EMPTY, second),) if len(second) > 3 else ()


@attrs.frozen(kw_only=True)
class Pair(Consistent):
    """Two names in order, the second of them short."""

    first: str = attrs.field(validator=a_name)
    second: str = attrs.field(validator=a_name)
    third: str = attrs.field(default="", validator=a_label)

    RULES: ClassVar = rules(_first_before_second, _second_is_short)


def problems(raw, kind=Pair):
    with pytest.raises(DocumentError) as caught:
        read(raw, kind)
    return [problem.path for problem in caught.value.problems]


def test_a_rule_needs_what_its_parameters_are_called():
    assert [rule.needs for rule in Pair.RULES] == [("first", "second"), ("second",)]
    assert Pair(first="a", second="b") == read({"first": "a", "second": "b"}, Pair)


def test_the_first_broken_rule_is_raised():
    with pytest.raises(InvalidValueError, match=r"Pair\.first"):
        Pair(first="z", second="long")
    with pytest.raises(InvalidValueError, match=r"Pair\.second"):
        Pair(first="a", second="long")


def test_a_document_says_all_that_is_broken():
    assert problems({"first": "z", "second": "long"}) == ["$.first", "$.second"]


def test_a_rule_is_asked_where_all_is_sound_that_it_needs_and_only_there():
    assert problems({"first": "", "second": "long"}) == ["$.first", "$.second"]
    assert problems({"second": "long"}) == ["$.first", "$.second"]
    assert problems({"first": "z", "second": ""}) == ["$.second"]
    assert problems({"first": "z", "second": "b", "third": 3}) == ["$.third", "$.first"]
    assert problems({"first": "z", "second": "b", "fourth": ""}) == ["$.fourth", "$.first"]


def test_what_is_left_out_is_known_to_rules():
    def needs_third(third):
        return (invalid("Pair.third", Reason.NOT_EMPTY, third),) if not third else ()

    @attrs.frozen(kw_only=True)
    class Triple(Pair):
        RULES: ClassVar = rules(needs_third)

    assert problems({"first": 1, "second": "b"}, Triple) == ["$.first", "$.third"]


def _typo(models):
    return [invalid("Movement.models", Reason.UNIQUE, model.naem) for model in models]


SOUND = {"version": 1, "name": "Dân vận khéo", "period": "2022", "models": [{"name": "Tiếng kẻng"}]}


@pytest.mark.parametrize("document", [SOUND, SOUND | {"name": ""}, SOUND | {"colour": "red"}])
def test_a_typo_in_a_rule_is_never_swallowed(monkeypatch, document):
    """Neither where a record is made, nor where what is wrong with a document is looked for."""
    monkeypatch.setattr(Movement, "RULES", (*Movement.RULES, *rules(_typo)))
    with pytest.raises(AttributeError, match="naem"):
        Movement(name="Dân vận khéo", period=Period.year(2022), models=[Model(name="Tiếng kẻng")])
    with pytest.raises(AttributeError, match="naem"):
        loads(json.dumps(document))


@attrs.frozen(kw_only=True)
class Misspelt(Consistent):
    """A record with a rule that needs what it has not."""

    first: str = attrs.field(validator=a_name)

    RULES: ClassVar = rules(_second_is_short)


@pytest.mark.parametrize("raw", [{"first": "a"}, {"first": 1}, {}])
def test_a_rule_that_needs_what_is_no_field_is_never_passed_over(raw):
    with pytest.raises(AttributeError, match="second"):
        Misspelt(first="a")
    with pytest.raises(TypeError, match=r"Misspelt: _second_is_short needs \['second'\]"):
        read(raw, Misspelt)


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
def test_rules_of_records_need_fields_of_theirs(kind):
    names = {field.name for field in attrs.fields(kind)}
    for rule in kind.RULES:
        assert isinstance(rule, Rule)
        assert rule.needs
        assert set(rule.needs) <= names


ENDED = Place(name="An Khê", kind=PlaceKind.TOWN)
BODY = Organization(name="Ủy ban nhân dân thị xã", place=ENDED)
AFTER = Period.year(2026)


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"place": ENDED}, "place"),
        ({"organizer": BODY}, "organizer.place"),
        ({"models": [Model(name="A"), Model(name="B", place=ENDED)]}, "models[1].place"),
        ({"models": [Model(name="A", lead=BODY)]}, "models[0].lead.place"),
        (
            {"models": [Model(name="A", partners=[Organization(name="B"), BODY])]},
            "models[0].partners[1].place",
        ),
        ({"indicators": [Indicator(name="A", part=1, place=ENDED)]}, "indicators[0].place"),
        ({"contributions": [Contribution(unknown_kind="land", place=ENDED)]}, "contributions[0].place"),
        ({"contributions": [Contribution(unknown_kind="land", giver=BODY)]}, "contributions[0].giver.place"),
        (
            {"awards": [Award(form=AwardForm.GIAY_KHEN, individuals=1, granter=BODY)]},
            "awards[0].granter.place",
        ),
        ({"models": [Model(name="A", level="district")]}, "models[0].level"),
        ({"model_counts": [ModelCount(count=1, level="district")]}, "model_counts[0].level"),
        ({"awards": [Award(form=AwardForm.GIAY_KHEN, individuals=1, level="district")]}, "awards[0].level"),
    ],
    ids=lambda case: case if isinstance(case, str) else "",
)
def test_places_and_levels_of_a_movement_existed_in_its_time(fields, path):
    """In the movement's time, or in that of the record that names them."""
    with pytest.raises(InvalidValueError) as caught:
        Movement(name="Dân vận khéo", period=AFTER, **fields)
    assert caught.value.field == f"Movement.{path}"
    assert Movement(name="Dân vận khéo", period=Period.year(2024), **fields)
    (name, given), *_ = fields.items()
    if name in {"models", "indicators", "awards"}:
        earlier = [attrs.evolve(each, period=Period.year(2024)) for each in given]
        assert Movement(name="Dân vận khéo", period=AFTER, **{name: earlier})
    if name == "contributions":
        for when in (Period.year(2024), date(2024, 5, 1)):
            assert Movement(
                name="Dân vận khéo",
                period=AFTER,
                contributions=[attrs.evolve(each, when=when) for each in given],
            )
