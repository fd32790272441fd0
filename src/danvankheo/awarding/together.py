"""Several awards of one recipient at the same time: which of them are paid."""

from collections.abc import Sequence

from danvankheo.awarding.records import AwardMoney
from danvankheo.checking import checked_each
from danvankheo.domain.award import EmulationTitle, Recipient
from danvankheo.domain.labels import Labelled


class Payment(Labelled):
    """Whether an award is paid beside others that the same recipient gets at the same time.

    >>> Payment.NOT_PAID.label
    'không nhận thêm: cùng thời gian đã có danh hiệu cao hơn'
    """

    PAID = "paid", "được nhận tiền thưởng"
    NOT_PAID = "not_paid", "không nhận thêm: cùng thời gian đã có danh hiệu cao hơn"
    UNCLEAR = "unclear", "chưa rõ: thiếu thời gian, thành tích hoặc mức tiền"


def paid_together(money: Sequence[AwardMoney]) -> tuple[Payment, ...]:
    """Return, for awards that one recipient gets at the same time, which of them are paid.

    Titles of different periods are all paid, of the same period only the highest. Forms are each
    paid if period and achievement differ. A title and a form are both paid (Nghị định
    152/2025/NĐ-CP art. 49). What period or reason do not say is unclear.

    Args:
        money: what each is worth, as `award_money` answers; `Award.period` and `Award.reason` tell
            the time and the achievement.

    >>> from datetime import date
    >>> from danvankheo import Award, Period, award_money
    >>> both = [
    ...     award_money(Award(form=title, individuals=1, decided=date(2026, 1, 5), period=Period.year(2025)))
    ...     for title in (EmulationTitle.ADVANCED_WORKER, EmulationTitle.GRASSROOTS_EMULATION_FIGHTER)
    ... ]
    >>> [payment.value for payment in paid_together(both)]
    ['not_paid', 'paid']
    """
    awards = tuple(checked_each(money, AwardMoney, "paid_together"))
    return tuple(_payment(at, awards) for at in range(len(awards)))


def _payment(at: int, money: Sequence[AwardMoney]) -> Payment:
    """Return whether one of several awards is paid."""
    one = money[at]
    is_title = isinstance(one.award.form, EmulationTitle)
    told = [
        _title(one, other, is_first=at < place) if is_title else _form(one, other)
        for place, other in enumerate(money)
        if place != at and isinstance(other.award.form, EmulationTitle) is is_title
    ]
    if Payment.NOT_PAID in told:
        return Payment.NOT_PAID
    return Payment.UNCLEAR if Payment.UNCLEAR in told else Payment.PAID


def _recipient(money: AwardMoney) -> Recipient | None:
    form = money.award.form
    return form.recipient if isinstance(form, EmulationTitle) else None


def _form(one: AwardMoney, other: AwardMoney) -> Payment:
    """Return whether a form is paid beside another form."""
    periods = one.award.period, other.award.period
    reasons = one.award.reason, other.award.reason
    if None in periods or "" in reasons:
        return Payment.UNCLEAR
    apart = periods[0] != periods[1] and reasons[0] != reasons[1]
    return Payment.PAID if apart else Payment.UNCLEAR


def _title(one: AwardMoney, other: AwardMoney, *, is_first: bool) -> Payment:
    """Return whether a title is paid beside another title; of two equal ones the first is."""
    if one.award.period is None or other.award.period is None:
        return Payment.UNCLEAR
    if one.award.period != other.award.period:
        return Payment.PAID
    if _recipient(one) is not _recipient(other):
        return Payment.PAID  # a collective's and a person's: no one has both
    if not (one.lines and other.lines):
        return Payment.UNCLEAR
    mine, theirs = one.lines[0].exact_each, other.lines[0].exact_each  # what each recipient gets
    higher = mine > theirs or (mine.value == theirs.value and is_first)
    return Payment.PAID if higher else Payment.NOT_PAID
