"""Names with what each gets: the list that goes with a decision to commend."""

from collections.abc import Iterable
from datetime import date

import attrs

from danvankheo.awarding.money import award_money
from danvankheo.awarding.records import AwardLine, AwardMoney
from danvankheo.checking import checked_each
from danvankheo.choices import member
from danvankheo.domain.award import Award, AwardForm, EmulationTitle, GrantingLevel, Recipient, as_form
from danvankheo.domain.organizations import Organization
from danvankheo.domain.quantities import Quantity
from danvankheo.domain.shown import ShownByField
from danvankheo.domain.units import DONG
from danvankheo.domain.validators import a, a_name, a_text, maybe, nfc
from danvankheo.law.book import LawBook
from danvankheo.law.tables import Confidence, Unknown


def _recipient(value: Recipient | str) -> Recipient:
    return value if isinstance(value, Recipient) else member(Recipient, value)


def _level(value: GrantingLevel | str | None) -> GrantingLevel | None:
    return value if value is None or isinstance(value, GrantingLevel) else member(GrantingLevel, value)


@attrs.frozen(kw_only=True, repr=False)
class Honoree(ShownByField):
    """One who is commended: a person, a household or a collective, with the form.

    Args:
        name: the name as it is to be printed.
        recipient: which of the three it is; a title knows its own.
        form: the form of commendation, or the title.
        unit: of which unit or where, as it is to be printed.
        reason: for what.
        level: who grants it, if not the level of the whole list.

    >>> Honoree(name="Rơ Châm Hyưt", recipient="individuals", form="giay_khen").form.label
    'giấy khen'
    """

    name: str = attrs.field(converter=nfc, validator=a_name)
    recipient: Recipient = attrs.field(converter=_recipient, validator=a(Recipient))
    form: AwardForm | EmulationTitle = attrs.field(converter=as_form, validator=a(AwardForm, EmulationTitle))
    unit: str = attrs.field(default="", converter=nfc, validator=a_text)
    reason: str = attrs.field(default="", converter=nfc, validator=a_text)
    level: GrantingLevel | None = attrs.field(
        default=None, converter=_level, validator=maybe(a(GrantingLevel))
    )


@attrs.frozen(kw_only=True, repr=False)
class AwardListLine(ShownByField):
    """One name of a list with what it gets.

    Args:
        honoree: the name.
        money: what the award of it alone is worth.

    >>> from danvankheo import AwardForm, GrantingLevel
    >>> one = Honoree(name="Rơ Châm Hyưt", recipient="individuals", form="giay_khen")
    >>> (line,) = award_list([one], level="commune", decided=date(2026, 3, 2)).lines
    >>> line.line.exact_each, line.payable
    (Quantity(Decimal('702000'), DONG), Quantity(Decimal('710000'), DONG))
    """

    honoree: Honoree
    money: AwardMoney

    @property
    def line(self) -> AwardLine | None:
        """Coefficient, amounts and rules; None where they are not known."""
        return next(iter(self.money.lines), None)

    @property
    def payable(self) -> Quantity | Unknown:
        """What is to be paid, or why that is not known."""
        return self.money.payable


@attrs.frozen(kw_only=True, repr=False)
class AwardList(ShownByField):
    """A list of names with what each gets.

    Args:
        lines: the names, in the order given.
        granter: who grants them.

    >>> award_list([], level="commune", decided=date(2026, 3, 2)).payable
    Quantity(Decimal('0'), DONG)
    """

    lines: tuple[AwardListLine, ...]
    granter: Organization | None = None

    @property
    def payable(self) -> Quantity:
        """The sum of what is known and rests on no assumption."""
        return self.payable_if("")

    def payable_if(self, assumption: str) -> Quantity:
        """Return the sum of what is known under one of `assumptions`, or under none."""
        known = [line.payable for line in self.lines if line.money.assumption == assumption]
        return sum((each for each in known if isinstance(each, Quantity)), start=Quantity(0, DONG))

    @property
    def assumptions(self) -> tuple[str, ...]:
        """What the amounts of some lines take for granted, each of it once."""
        return tuple(dict.fromkeys(line.money.assumption for line in self.lines if line.money.assumption))

    @property
    def is_complete(self) -> bool:
        """Whether every amount is known."""
        return all(isinstance(line.payable, Quantity) for line in self.lines)

    @property
    def repeated(self) -> tuple[tuple[int, int], ...]:
        """Pairs of lines, from 0, that name the same one of the same unit for the same form.

        >>> one = Honoree(name="Rơ Châm Hyưt", recipient="individuals", form="giay_khen")
        >>> award_list([one, one], level="commune", decided=date(2026, 3, 2)).repeated
        ((0, 1),)
        """
        seen: dict[object, int] = {}
        found: list[tuple[int, int]] = []
        for at, line in enumerate(self.lines):
            one = line.honoree
            name, unit = (" ".join(text.casefold().split()) for text in (one.name, one.unit))
            key = name, unit, one.recipient, one.form
            if key in seen:
                found.append((seen[key], at))
            else:
                seen[key] = at
        return tuple(found)


def award_list(
    honorees: Iterable[Honoree],
    *,
    level: GrantingLevel | str | None = None,
    granter: Organization | None = None,
    decided: date | None = None,
    order: str | None = None,
    honour: str | None = None,
    law: LawBook | None = None,
    min_confidence: Confidence | None = None,
) -> AwardList:
    """Return what each of many names gets, by the law of the day of the decision.

    Args:
        honorees: the names, each with its form.
        level: who grants what has no level of its own.
        granter: the body that grants; a Party committee's amounts have an assumption, see `award_money`.
        decided: the day of the decision; without it amounts are unknown.
        order: as for `award_money`.
        honour: likewise.
        law: likewise.
        min_confidence: likewise.

    Raises:
        InvalidValueError: a title that its receiver cannot get; a level that had ended on the day.

    >>> names = [
    ...     Honoree(name="Thôn An Xuân 2", recipient="collectives", form="giay_khen"),
    ...     Honoree(name="Hộ ông Đinh Văn Hơn", recipient="households", form="giay_khen"),
    ...     Honoree(name="Rơ Châm Hyưt", recipient="individuals", form="giay_khen"),
    ... ]
    >>> made = award_list(names, level="commune", decided=date(2026, 3, 2))
    >>> [str(line.payable.amount) for line in made.lines], str(made.payable)
    (['1410000', '1060000', '710000'], '3.180.000 đồng')
    """
    of_all = _level(level)
    worth: dict[object, AwardMoney] = {}
    lines: list[AwardListLine] = []
    for one in checked_each(honorees, Honoree, "award_list"):
        kind = one.recipient, one.form, one.level or of_all
        if kind not in worth:
            award = Award(
                form=one.form,
                level=one.level or of_all,
                granter=granter,
                decided=decided,
                collectives=int(one.recipient is Recipient.COLLECTIVE),
                households=int(one.recipient is Recipient.HOUSEHOLD),
                individuals=int(one.recipient is Recipient.INDIVIDUAL),
            )
            worth[kind] = award_money(
                award, order=order, honour=honour, law=law, min_confidence=min_confidence
            )
        lines.append(AwardListLine(honoree=one, money=worth[kind]))
    return AwardList(lines=tuple(lines), granter=granter)
