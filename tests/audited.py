"""Reports to be audited, and the codes that the audit gives them."""

from decimal import Decimal

from hypothesis import strategies as st

from danvankheo import (
    Contribution,
    Indicator,
    Movement,
    Period,
    Quantity,
    audit,
    counted,
    round_to,
)
from danvankheo.auditing import (
    Nature,
    Reported,
)
from danvankheo.auditing.figures.reported import PROCEDURES
from danvankheo.units import (
    MILLION_DONG,
    PERCENT,
)
from support import AN_KHE


def percent(text):
    return Quantity(Decimal(text), PERCENT)


def movement(year=2022, place=AN_KHE, **fields):
    return Movement(name="Dân vận khéo", period=Period.year(year), place=place, **fields)


def report(**fields):
    return Movement(name="Dân vận khéo", period=Period.year(2022), **fields)


def found(*movements, **options):
    """Codes with the paths of the facts that they are about."""
    return [
        (finding.code.value, *(f"{fact.document}{fact.path}" for fact in finding.facts))
        for finding in audit(movements, **options)
    ]


def codes(*movements, **options):
    return [code for code, *_ in found(*movements, **options)]


def codes_of(**indicator):
    return [
        finding.code.value for finding in audit(report(indicators=(Indicator(name="Chỉ tiêu", **indicator),)))
    ]


def gifts(*amounts, unit=MILLION_DONG):
    return tuple(
        Contribution(quantity=Quantity(Decimal(amount), unit), purpose=f"việc {amount}") for amount in amounts
    )


HOUSEHOLDS = counted("hộ")


procedures = st.sampled_from(PROCEDURES)


def rate(value, decimals, rounding):
    """A percentage as a writer prints it."""
    return Reported(round_to(value, decimals, rounding=rounding), Nature.RATE, PERCENT)


def printed(value, decimals, rounding, nature=Nature.MEASURE):
    return Reported(round_to(value, decimals, rounding=rounding), nature)
