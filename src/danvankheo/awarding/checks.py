"""Rules of awarding that are no amounts, checked, each answer with the rule that it rests on."""

from collections.abc import Sequence
from datetime import date
from typing import Final

import attrs

from danvankheo.awarding.records import AwardMoney
from danvankheo.awarding.together import Payment, paid_together
from danvankheo.bilingual import Words
from danvankheo.checking import check_type, checked_each
from danvankheo.domain.award import EmulationTitle
from danvankheo.domain.dates import PartialDate, first_day
from danvankheo.domain.labels import Labelled
from danvankheo.domain.organizations import Organization, OrganizationKind
from danvankheo.domain.places import Place
from danvankheo.domain.validators import check_day
from danvankheo.errors import invalid
from danvankheo.law.book import LawBook
from danvankheo.law.tables import Applied, Confidence, Unknown
from danvankheo.reasons import Reason

_RULES: Final = "award_rule"


class RuleVerdict(Labelled):
    """What a rule says of an award.

    >>> [verdict.label for verdict in RuleVerdict]
    ['được', 'không được', 'chưa rõ']
    """

    ALLOWED = "allowed", "được"
    NOT_ALLOWED = "not_allowed", "không được"
    UNCLEAR = "unclear", "chưa rõ"


@attrs.frozen(kw_only=True)
class Ruling:
    """What rules of the law say of an award, and who says so.

    Args:
        verdict: whether the award, or its money, is allowed.
        because: why, as a Vietnamese sentence.
        rules: the rules of the day, each with its source and confidence, or that none is known.

    >>> from danvankheo import PlaceKind
    >>> town = Place(name="An Khê", kind=PlaceKind.TOWN)
    >>> ruling = check_dissolved(town, decided=date(2025, 11, 20))
    >>> ruling.verdict.label, ruling.rules[0].source
    ('không được', 'Thông tư 15/2025/TT-BNV')
    """

    verdict: RuleVerdict
    because: str
    rules: tuple[Applied | Unknown, ...]

    def __str__(self) -> str:
        """Return why, as a Vietnamese sentence."""
        return self.because


def check_dissolved(
    unit: Place | Organization,
    *,
    decided: date,
    until: date | None = None,
    law: LawBook | None = None,
    min_confidence: Confidence | None = None,
) -> Ruling:
    """Return whether a unit may be awarded on a day: none that a reorganisation dissolved before it.

    The rule is that of Thông tư 15/2025/TT-BNV, in force from 5-8-2025; of earlier days none is known.

    Args:
        unit: the place, or the organisation, that would get the award; the Party, State, Front and
            union bodies of a place end with it.
        decided: the day of the decision.
        until: the last day on which the unit existed, if its place does not say; a later day than
            the decision's says that it still existed then.
        law: other tables than the library's.
        min_confidence: how sure the rule has to be; a less sure one leaves the question open.

    Raises:
        InvalidValueError: an argument of another type.

    >>> from danvankheo import PlaceKind
    >>> board = Organization(name="Hội Nông dân xã Tú An")
    >>> check_dissolved(board, decided=date(2026, 1, 5), until=date(2025, 6, 30)).because
    'Hội Nông dân xã Tú An kết thúc ngày 30/06/2025, trước ngày quyết định 05/01/2026.'
    >>> check_dissolved(board, decided=date(2026, 1, 5)).verdict.label
    'chưa rõ'
    """
    if not isinstance(unit, Place | Organization):
        kinds = {"type": Words("Place hoặc Organization", "Place or Organization")}
        raise invalid("check_dissolved.unit", Reason.TYPE, unit, **kinds)
    for name, day in (("decided", decided), *((("until", until),) if until is not None else ())):
        check_day(day, f"check_dissolved.{name}")
    rule = (
        _book(law, "check_dissolved")
        .at(decided, min_confidence=min_confidence)
        .applied(_RULES, "dissolved_unit")
    )
    ends = [end for end in (until, *_ends(unit)) if end]
    called = f"{unit.kind.label} {unit.name}" if isinstance(unit, Place) else unit.name
    called = called[:1].upper() + called[1:]
    if not ends:
        because = f"{called}: chưa rõ còn hoạt động vào ngày quyết định {decided:%d/%m/%Y} hay không."
        return Ruling(verdict=RuleVerdict.UNCLEAR, because=because, rules=(rule,))
    end = min(ends)
    if end >= decided:
        because = f"{called} còn hoạt động vào ngày quyết định {decided:%d/%m/%Y}."
        return Ruling(verdict=RuleVerdict.ALLOWED, because=because, rules=(rule,))
    verdict = RuleVerdict.NOT_ALLOWED if isinstance(rule, Applied) else RuleVerdict.UNCLEAR
    because = f"{called} kết thúc ngày {end:%d/%m/%Y}, trước ngày quyết định {decided:%d/%m/%Y}."
    return Ruling(verdict=verdict, because=because, rules=(rule,))


def check_together(
    money: Sequence[AwardMoney], *, law: LawBook | None = None, min_confidence: Confidence | None = None
) -> tuple[Ruling, ...]:
    """Return, for awards that one recipient gets at the same time, whether each is paid, and by what rule.

    The verdicts are those of `paid_together`; each comes with the rules that it rests on, of the day
    of its decision. Where no rule is known for that day, it is unclear.

    Args:
        money: what each is worth, as `award_money` answers.
        law: other tables than the library's.
        min_confidence: how sure the rules have to be; a less sure one leaves the question open.

    Raises:
        InvalidValueError: something else than what `award_money` answers.

    >>> from danvankheo import Award, Period, award_money
    >>> both = [
    ...     award_money(Award(form=title, individuals=1, decided=date(2026, 1, 5), period=Period.year(2025)))
    ...     for title in (EmulationTitle.ADVANCED_WORKER, EmulationTitle.GRASSROOTS_EMULATION_FIGHTER)
    ... ]
    >>> [(ruling.verdict.value, ruling.rules[0].rule) for ruling in check_together(both)][0]
    ('not_allowed', 'Nghị định 152/2025/NĐ-CP, Điều 49')
    """
    awards = tuple(checked_each(money, AwardMoney, "check_together"))
    book = _book(law, "check_together")
    rulings: list[Ruling] = []
    for at, (one, payment) in enumerate(zip(awards, paid_together(awards), strict=True)):
        others = [other for place, other in enumerate(awards) if place != at]
        day = _day(one)
        rules: tuple[Applied | Unknown, ...] = ()
        if day is not None:
            law_of_the_day = book.at(day, min_confidence=min_confidence)
            rules = tuple(law_of_the_day.applied(_RULES, rule) for rule in _rules_beside(one, others))
        known = bool(rules) and all(isinstance(rule, Applied) for rule in rules)
        verdict = _VERDICTS[payment] if known or not others else RuleVerdict.UNCLEAR
        rulings.append(
            Ruling(verdict=verdict, because=f"{payment.label[:1].upper()}{payment.label[1:]}.", rules=rules)
        )
    return tuple(rulings)


def _ends(unit: Place | Organization) -> tuple[date | None, ...]:
    """Return the last days of a unit as far as its place states them.

    A commune goes on when the district above it ends, and so does a school in it: only the place
    itself counts, and of organisations only the bodies of a place.
    """
    if isinstance(unit, Place):
        return unit.until, unit.kind.until
    if unit.place is None or unit.kind not in _BODIES_OF_PLACES:
        return ()
    return _ends(unit.place)


_BODIES_OF_PLACES: Final = frozenset(
    {
        OrganizationKind.PARTY_COMMITTEE,
        OrganizationKind.PARTY_STANDING_BOARD,
        OrganizationKind.PARTY_AGENCY,
        OrganizationKind.PEOPLES_COUNCIL,
        OrganizationKind.PEOPLES_COMMITTEE,
        OrganizationKind.FATHERLAND_FRONT,
        OrganizationKind.FARMERS_UNION,
        OrganizationKind.YOUTH_UNION,
        OrganizationKind.WOMENS_UNION,
        OrganizationKind.VETERANS_ASSOCIATION,
    }
)

_VERDICTS: Final = {
    Payment.PAID: RuleVerdict.ALLOWED,
    Payment.NOT_PAID: RuleVerdict.NOT_ALLOWED,
    Payment.UNCLEAR: RuleVerdict.UNCLEAR,
}


def _rules_beside(one: AwardMoney, others: Sequence[AwardMoney]) -> list[str]:
    """Return which rules say whether an award is paid beside others."""
    is_title = isinstance(one.award.form, EmulationTitle)
    alike = [isinstance(other.award.form, EmulationTitle) is is_title for other in others]
    rules = ["titles_together" if is_title else "forms_together"] if any(alike) else []
    return [*rules, "title_and_form"] if not all(alike) else rules


def _day(money: AwardMoney) -> date | None:
    decided = money.decided
    if isinstance(decided, PartialDate):
        return first_day(decided) if decided.year is not None else None
    return decided


def _book(law: LawBook | None, where: str) -> LawBook:
    if law is None:
        return LawBook.official()
    check_type(law, LawBook, f"{where}.law")
    return law
