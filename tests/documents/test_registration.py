"""The library's records in classes, documents and converters of other people."""

import json
from datetime import date
from decimal import Decimal
from functools import cache

import attrs
import pytest
from cattrs import Converter, UnstructureStrategy, transform_error
from cattrs.preconf import json as std_json
from cattrs.preconf import msgspec, orjson
from hypothesis import given
from hypothesis import strategies as st

import danvankheo
from danvankheo import (
    AwardForm,
    Contribution,
    ContributionKind,
    DocumentError,
    EmulationTitle,
    Movement,
    PartialDate,
    Period,
    Place,
    Quantity,
    QuantityRange,
    Summary,
    documents,
    dumps,
    summarise,
)
from danvankheo.units import MILLION_DONG
from support import AN_KHE, movements


@attrs.frozen
class Submission:
    """A class of somebody else, with every way of holding our records."""

    sender: str
    pages: int
    fee: Decimal
    received: date
    movement: Movement
    total: Summary | None
    gifts: list[Contribution] = attrs.field(factory=list)
    by_commune: dict[str, tuple[Movement, ...]] = attrs.field(factory=dict)
    by_kind: dict[ContributionKind, Quantity | None] = attrs.field(factory=dict)
    by_period: dict[Period, Summary] = attrs.field(factory=dict)
    place: Place | None = None
    when: Period | date | PartialDate | None = None
    decided: date | PartialDate | None = None
    issued: date | PartialDate = date(2022, 1, 1)
    form: AwardForm | EmulationTitle = AwardForm.GIAY_KHEN
    worth: Quantity | QuantityRange | None = None


MAKERS = {
    "plain": Converter,
    "one error": lambda: Converter(detailed_validation=False),
    "strict": lambda: Converter(forbid_extra_keys=True, omit_if_default=True, prefer_attrib_converters=True),
    "json": std_json.make_converter,
    "orjson": orjson.make_converter,
    "msgspec": msgspec.make_converter,
}
every_converter = pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)


@cache
def registered(make):
    """A converter that knows our records, with hooks of its owner besides."""
    hooks = make()
    hooks.register_unstructure_hook(Decimal, str)
    hooks.register_structure_hook(Decimal, lambda raw, _: Decimal(raw))
    if not hasattr(hooks, "dumps"):  # one of cattrs.preconf knows dates
        hooks.register_unstructure_hook(date, lambda day: f"{day:%d/%m/%Y}")
        hooks.register_structure_hook(date, lambda raw, _: date(*reversed([int(x) for x in raw.split("/")])))
    documents.register(hooks)
    return hooks


def through_text(hooks, value):
    """Write and read a value as people do with this converter."""
    if hasattr(hooks, "dumps"):
        return hooks.loads(hooks.dumps(value), type(value))
    return hooks.structure(json.loads(json.dumps(hooks.unstructure(value))), type(value))


@given(data=st.data())
def test_what_is_written_is_read_back_in_every_converter(data):
    movement = data.draw(movements())
    quantity = Quantity(Decimal("154.40"), MILLION_DONG)
    sent = Submission(
        sender="Tú An", pages=2, fee=Decimal("1.50"), received=date(2022, 11, 2), movement=movement,
        total=data.draw(st.none() | st.just(summarise(movement))), gifts=list(movement.contributions),
        by_commune={"An Khê": (movement,)}, by_kind={ContributionKind.MONEY: quantity, ContributionKind.LAND: None},
        by_period={movement.period: summarise(movement)}, place=movement.place,
        when=data.draw(st.sampled_from([None, movement.period, date(2022, 11, 2), PartialDate(day=2, month=11)])),
        decided=movement.reviewed, issued=movement.reviewed or date(2022, 1, 1),
        form=data.draw(st.sampled_from([*AwardForm, *EmulationTitle])),
        worth=data.draw(st.sampled_from([None, quantity, QuantityRange(quantity, quantity)])),
    )  # fmt: skip
    for name, make in MAKERS.items():
        assert through_text(registered(make), sent) == sent, name


@every_converter
def test_our_records_are_written_as_in_our_documents(make):
    movement = danvankheo.load("docs/examples/an-khe-2022.json")
    written = registered(make).unstructure(movement)
    assert {"version": 1, **written} == json.loads(dumps(movement))


@every_converter
def test_other_types_stay_as_they_were(make):
    """Ours are strict; theirs are as loose as they want them."""
    before, after = make(), registered(make)
    if hasattr(before, "dumps"):
        assert after.unstructure(date(2022, 11, 2)) == before.unstructure(date(2022, 11, 2))
    assert after.structure("5", int) == before.structure("5", int) == 5
    assert after.structure(5, str) == before.structure(5, str) == "5"
    assert after.structure([1, "2"], tuple[int, ...]) == before.structure([1, "2"], tuple[int, ...]) == (1, 2)
    with pytest.raises(DocumentError):
        after.structure({"name": 5, "kind": "town"}, Place)


@attrs.frozen
class TownOfTheirs(Place):
    """A subclass is read as strictly."""

    mayor: str = ""


def test_records_that_people_derive_from_ours_have_the_hooks_too():
    hooks = registered(Converter)
    town = TownOfTheirs(name="An Khê", kind=AN_KHE.kind, mayor="Lê Thị Hoa")
    assert hooks.structure(hooks.unstructure(town), TownOfTheirs) == town
    with pytest.raises(DocumentError, match=r"\$\.mayor: expected text"):
        hooks.structure({"name": "An Khê", "kind": "town", "mayor": 5}, TownOfTheirs)


BAD = {
    "sender": "Tú An",
    "pages": "hai",
    "fee": "1.5",
    "received": "2022-11-02",
    "movement": {
        "name": "Dân vận khéo",
        "period": "2022",
        "indicators": [{"name": "Trường", "part": "hai bảy"}],
    },
    "total": {"movements": "1", "colour": "red"},
    "gifts": [{"unknown_kind": "land"}, {"quantity": {"amount": 1.5, "unit": "hectare"}, "model": "\n"}],
    "by_commune": {"An Khê": [{"name": "Dân vận khéo", "period": "2022"}, None]},
    "when": "the year 2022",
    "issued": None,
    "form": "certificate",
    "worth": {"low": {"amount": "1", "unit": "hectare"}},
}


@pytest.mark.parametrize("library", [std_json, orjson, msgspec], ids=["json", "orjson", "msgspec"])
def test_every_problem_is_told_with_its_path(library):
    hooks = registered(library.make_converter)
    with pytest.raises(Exception, match="Submission") as caught:
        hooks.loads(json.dumps(BAD), Submission)
    assert {problem.path: problem.got for problem in documents.problems(caught.value)} == {
        "$.movement.indicators[0].part": '"hai bảy"',
        "$.total.movements": '"1"',
        "$.total.colour": '"colour"',
        "$.gifts[1].quantity.amount": "1.5",
        "$.gifts[1].model": '"\\n"',
        '$.by_commune["An Khê"][1]': "null",
        "$.when": '"the year 2022"',
        "$.issued": "null",
        "$.form": '"certificate"',
        "$.worth.high": "nothing",
    }
    assert "invalid value for type, expected int @ $.pages" in transform_error(caught.value)


def test_a_converter_that_stops_at_the_first_error_tells_all_of_that_record():
    hooks = registered(MAKERS["one error"])
    with pytest.raises(DocumentError) as caught:
        hooks.structure(BAD["gifts"], list[Contribution])
    assert [problem.path for problem in documents.problems(caught.value)] == ["$.quantity.amount", "$.model"]


def test_errors_of_others_have_no_problems_of_ours():
    assert documents.problems(ValueError("theirs")) == ()


def test_a_document_as_deep_as_the_stack_is_refused():
    raw: object = {"name": "An Khê", "kind": "town"}
    for _ in range(5000):
        raw = {"name": "An Khê", "kind": "town", "parent": raw}
    hooks = registered(Converter)
    with pytest.raises(DocumentError, match="brackets in brackets"):
        hooks.structure(raw, Place)


def test_a_converter_can_be_registered_twice_and_with_tuples_as_its_own_way():
    hooks = Converter(unstruct_strat=UnstructureStrategy.AS_TUPLE)
    documents.register(hooks)
    documents.register(hooks)
    gift = Contribution(unknown_kind=ContributionKind.LAND)
    assert hooks.unstructure(gift) == {"unknown_kind": "land"}
    assert hooks.structure({"unknown_kind": "land"}, Contribution) == gift
