"""Rules between fields: what they need, when they are asked, and that a mistake in one is loud."""

import json
from typing import ClassVar

import attrs
import pytest

import danvankheo
from danvankheo import DocumentError, InvalidValueError, Model, Movement, Period, loads
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
