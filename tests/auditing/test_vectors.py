"""The table of audited figures: what each kind of check says of what a report prints."""

import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from danvankheo import Approximation, Change, Direction, Quantity, Rounding, check_ratio, counted
from danvankheo.auditing import (
    Family,
    Habit,
    Nature,
    Reading,
    Reported,
    check_attainment,
    check_bounds,
    check_chain,
    check_change,
    check_cumulative,
    check_mentions,
    check_shares,
    check_sum,
    least_correction,
    missing_part,
    parts_of,
    quotient,
    smallest_ratio,
    value_before,
    wholes_of,
)
from danvankheo.units import DONG, PERCENT, Scale

CASES = [
    json.loads(line)
    for line in (Path(__file__).parent.parent / "vectors" / "audit.jsonl").read_text("utf-8").splitlines()
]
MODES = {"attain": "reach", "exceed": "exceed", "short": "short"}
FIELDS = {"percent": "percent", "part": "numerator", "whole": "denominator"}
VIOLATIONS = {
    "share-over-100": "share_over_100",
    "part-over-whole": "part_over_whole",
    "count-not-whole": "count_not_whole",
    "cumulative-falls": "cumulative_falls",
}


def reported(told):
    """Return a printed figure of the table."""
    nature = Nature(told["nature"])
    if nature in (Nature.SHARE, Nature.RATE):
        unit = PERCENT
    else:
        unit = DONG if nature is Nature.MEASURE else counted("hộ")
        scale = next(scale for scale in Scale if scale.zeros == told.get("scale", 0))
        unit = unit if scale is Scale.ONE else unit.scaled(scale)
    approximation = Approximation(told.get("approx", "exactly"))
    return Reported(Decimal(told["digits"]), nature, unit, approximation)


def procedure(name):
    return Family(name) if name in ("nearest", "any") else Rounding(name.replace("trunc", "truncate"))


def names(procedures):
    return [way.value.replace("truncate", "trunc") for way in procedures]


def interval(found):
    if found is None:
        return None
    return {
        "lo": None if found.low is None else str(found.low),
        "lo_closed": found.low_closed,
        "hi": None if found.high is None else str(found.high),
        "hi_closed": found.high_closed,
    }


def wholes(found):
    count = found.count
    return {"min": found.smallest, "max": found.largest, "count": count}


def change_of(told):
    figure = reported(told)
    size = Quantity(figure.amount, PERCENT, figure.approximation)
    return Change(direction=Direction(told["direction"]), size=size)


def options(given):
    found = {}
    if "procedure" in given:
        found["rounding"] = procedure(given["procedure"])
    if "reading" in given:
        found["reading"] = Reading(given["reading"])
    return found


def plain(number):
    return None if number is None else f"{number:f}"


def ratio_of(given):
    check = check_ratio(
        *(reported(given[key]) for key in ("numerator", "denominator", "percent")), **options(given)
    )
    published = check.published
    return check, {
        "procedures": names(check.procedures),
        "verdict": check.verdict.value,
        "exact": None if check.exact is None else str(check.exact),
        "published": None
        if published is None
        else {way.value.replace("truncate", "trunc"): plain(told) for way, told in published.items()},
    }


def attainment_of(given):
    check = check_attainment(
        *(reported(given[key]) for key in ("actual", "plan", "percent")),
        mode=MODES[given["wording"]],
        **options(given),
    )
    wordings = {mode: wording for wording, mode in MODES.items()}
    return check, {
        "exact": None if check.exact is None else str(check.exact),
        "procedures": names(check.procedures),
        "verdict": check.verdict.value,
        "fits_wording": [wordings[mode] for mode in check.fitting_modes],
    }


def change_check(given):
    previous = reported(given["previous"]) if given.get("previous") else None
    kinds = {key: value for key, value in options(given).items() if key == "reading"}
    check = check_change(
        reported(given["current"]),
        reported(given["change"]),
        before=previous,
        direction=Direction(given["direction"]),
        **kinds,
    )
    return check, {
        "points": names(check.points),
        "relative": names(check.relative),
        "verdict": check.verdict.value,
    }


def sum_check(given):
    weights = [Fraction(weight) for weight in given["weights"]] if given.get("weights") else None
    check = check_sum(
        reported(given["total"]),
        [reported(part) for part in given["parts"]],
        weights=weights,
        **options(given),
    )
    return check, {
        "difference": str(check.difference),
        "procedures": names(check.procedures),
        "verdict": check.verdict.value,
    }


def shares_check(given):
    check = check_shares(
        [reported(part) for part in given["parts"]], counts=given.get("counts"), **options(given)
    )
    return check, {
        "sum": plain(Decimal(check.sum.numerator) / Decimal(check.sum.denominator)),
        "largest_remainder": check.is_largest_remainder,
        "procedures": names(check.procedures),
        "verdict": check.verdict.value,
    }


def mentions_check(given):
    check = check_mentions([reported(fact) for fact in given["facts"]], **options(given))
    return check, {
        "procedures": names(check.procedures),
        "verdict": check.verdict.value,
        "common_half_up": interval(check.common),
    }


def report_of(given):
    makers = {
        "ratio": ratio_of,
        "attainment": attainment_of,
        "sum": sum_check,
        "shares": shares_check,
        "duplicates": mentions_check,
    }
    per_fact = {}
    for fact in given["facts"]:
        if fact["kind"] == "change":
            check, _ = change_check(fact)
            per_fact[fact["id"]] = check.points if fact["as"] == "points" else check.relative
        else:
            per_fact[fact["id"]] = makers[fact["kind"]](fact)[0].procedures

    habit = Habit(per_fact=per_fact)
    return {
        "per_fact": {name: names(found) for name, found in habit.per_fact.items()},
        "explaining": names(habit.explaining),
        "best": names(habit.best),
        "outliers": {names([way])[0]: list(facts) for way, facts in habit.outliers.items()},
        "discriminating": list(habit.discriminating),
        "impossible": list(habit.impossible),
    }


def chain_of(given):
    total = change_of(given["total_change"]) if given.get("total_change") else None
    check = check_chain(
        [None if value is None else reported(value) for value in given["values"]],
        [change_of(change) for change in given["changes"]],
        total_change=total,
        **options(given),
    )
    return {"procedures": names(check.procedures), "broken_at": check.broken_at}


def previous_of(given):
    found = value_before(
        reported(given["current"]),
        reported(given["change"]),
        direction=Direction(given["direction"]),
        **options(given),
    )
    return {"points": interval(found.points), "relative": interval(found.relative)}


def bounds_of(given):
    chosen = options(given)
    found = []
    if "share" in given:
        found += check_bounds(reported(given["share"]), **chosen).findings()
    if "count" in given:
        found += check_bounds(reported(given["count"]), **chosen).findings()
    if "part" in given:
        found += check_bounds(reported(given["part"]), whole=reported(given["whole"]), **chosen).findings()
    if "cumulative" in given:
        check = check_cumulative([reported(value) for value in given["cumulative"]], **chosen)
        found += [check.finding()] if check.verdict.value == "impossible" else []
    return {"violations": [VIOLATIONS[finding.code.value] for finding in found]}


def correction_of(given):
    found = least_correction(
        *(reported(given[key]) for key in ("numerator", "denominator", "percent")),
        rounding=procedure(given["procedure"]),
    )
    least = found.least
    return {
        "percent": plain(found.percent),
        "numerator": found.part,
        "denominator": found.whole,
        "minimal": None
        if least is None
        else {
            "field": FIELDS[least.field],
            "to": plain(least.to) if least.field == "percent" else int(least.to),
            "edits": least.edits,
        },
    }


def smallest_of(given):
    found = smallest_ratio(reported(given["percent"]), **options(given))
    return {
        "numerator": None if found is None else found.numerator,
        "denominator": None if found is None else found.denominator,
    }


ANSWERS = {
    "interval": lambda given: {"interval": interval(reported(given["reported"]).interval(**options(given)))},
    "ratio": lambda given: ratio_of(given)[1],
    "denominator": lambda given: wholes(
        wholes_of(reported(given["numerator"]), reported(given["percent"]), **options(given))
    ),
    "numerator": lambda given: wholes(
        parts_of(reported(given["denominator"]), reported(given["percent"]), **options(given))
    ),
    "smallest": smallest_of,
    "previous": previous_of,
    "change": lambda given: change_check(given)[1],
    "sum": lambda given: sum_check(given)[1],
    "missing_part": lambda given: {
        "interval": interval(
            missing_part(
                reported(given["total"]), [reported(part) for part in given["parts"]], **options(given)
            )
        )
    },
    "shares": lambda given: shares_check(given)[1],
    "chain": chain_of,
    "attainment": lambda given: attainment_of(given)[1],
    "duplicates": lambda given: mentions_check(given)[1],
    "quotient": lambda given: {
        "interval": interval(
            quotient(reported(given["numerator"]), reported(given["denominator"]), **options(given))
        )
    },
    "bounds": bounds_of,
    "correction": correction_of,
    "report": report_of,
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['id']}-{case['kind']}")
def test_the_table_of_audited_figures(case):
    assert ANSWERS[case["kind"]](case["given"]) == case["gold"]


def test_the_table_has_every_kind():
    assert {case["kind"] for case in CASES} == set(ANSWERS)
