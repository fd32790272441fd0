"""The audit: one check against a plain line and the grim package, sizes to 10^30, a report of 10 000 facts."""

import time
from decimal import (
    ROUND_DOWN,
    ROUND_HALF_DOWN,
    ROUND_HALF_EVEN,
    ROUND_HALF_UP,
    ROUND_UP,
    Decimal,
)
from fractions import Fraction
from random import Random

from race import race

from danvankheo import (
    Contribution,
    Indicator,
    Movement,
    Period,
    Quantity,
    audit,
    check_ratio,
    counted,
    round_to,
)
from danvankheo.auditing import check_part, wholes_of
from danvankheo.units import MILLION_DONG, PERCENT

try:
    from grim.mean_tester import consistency_check
except ModuleNotFoundError:
    consistency_check = None

MODES = (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_HALF_DOWN, ROUND_DOWN, ROUND_UP)
FACTS = 10_000


def plain_ratio(part: int, whole: int, percent: Decimal) -> list[bool]:
    """Return which roundings of part / whole give a percentage, by one decimal division."""
    exact = Decimal(100 * part) / whole
    return [exact.quantize(percent, mode) == percent for mode in MODES]


def grim_part(whole: str, mean: str) -> list[bool]:
    """Return which roundings allow a mean of so many zeros and ones."""
    return [consistency_check(mean, whole, mode) for mode in MODES]


def procedures(names: str) -> object:
    """Return procedures by their names, as checks give them."""
    from danvankheo import Rounding

    return tuple(Rounding(name) for name in names.split())


def one_check() -> None:
    """Race one check of each kind."""
    printed = Quantity(Decimal("96.42"), PERCENT)
    cut = [False, False, False, True, False]

    def checked() -> object:
        return check_ratio(27, 28, printed).procedures

    def parts(whole: int) -> object:
        return check_part(whole, printed).procedures

    race(
        "ns a check",
        ("plain", "grim", "danvankheo"),
        {
            "27/28 beside 96,42%": (
                (cut, lambda: plain_ratio(27, 28, Decimal("96.42"))),
                None,
                (procedures("truncate"), checked),
            ),
            "96,42% of 28, part unknown": (
                None,
                (cut, lambda: grim_part("28", "0.9642")) if consistency_check else None,
                (procedures("truncate"), lambda: parts(28)),
            ),
        },
        ((2, 0), (2, 1)),
    )


def sizes() -> None:
    """Print how a search grows with its numbers: hardly."""
    print("\nmicroseconds a search      10^3      10^9     10^30")
    for name, call in (
        ("wholes of a part", lambda n: wholes_of(n, "2,04%")),
        ("hơn a in b, beside p", lambda n: check_ratio(f"hơn {n}", 2 * n, "55,5%")),
    ):
        times = []
        for power in (3, 9, 30):
            number = 12 * 10 ** (power - 1)
            start = time.perf_counter()
            for _ in range(50):
                call(number)
            times.append((time.perf_counter() - start) / 50 * 1e6)
        print(f"{name:22}{''.join(f'{each:10.0f}' for each in times)}")


def report() -> Movement:
    """Return a movement of indicators and gifts, some of them wrong."""
    random, indicators = Random(22), []
    for number in range(FACTS // 2):
        whole = random.randint(20, 20_000)
        part = random.randint(0, whole)
        value = round_to(Fraction(100 * part, whole), 2) + Decimal(random.choice([0, 0, 0, 1])) / 100
        indicators.append(
            Indicator(
                name=f"Chỉ tiêu {number}",
                part=part,
                whole=whole,
                unit=counted("hộ"),
                value=Quantity(value, PERCENT),
                earlier=Quantity(max(value - 3, Decimal(0)), PERCENT),
                change=Quantity(Decimal("3.00"), PERCENT),
            )
        )
    gifts = tuple(
        Contribution(quantity=Quantity(Decimal(random.randint(1, 999)) / 10, MILLION_DONG))
        for _ in range(FACTS // 2)
    )
    total = sum(gift.quantity.amount for gift in gifts if gift.quantity)
    return Movement(
        name="Dân vận khéo",
        period=Period.year(2022),
        indicators=tuple(indicators),
        contributions=gifts,
        stated_totals=(Quantity(total, MILLION_DONG),),
    )


def main() -> None:
    """Print the figures."""
    one_check()
    sizes()
    movement = report()
    start = time.perf_counter()
    findings = audit(movement)
    seconds = time.perf_counter() - start
    start = time.perf_counter()
    letters = sum(len(str(finding)) for finding in findings)
    telling = time.perf_counter() - start
    print(
        f"\n{FACTS} facts: {seconds:.2f} s, {len(findings)} findings; {letters} letters of them {telling:.2f} s"
    )


if __name__ == "__main__":
    main()
