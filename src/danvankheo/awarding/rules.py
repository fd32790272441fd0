"""Which values of the law an award's money rests on: the same on every day that its decision can be of."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from danvankheo.awarding.records import Scheme
from danvankheo.domain.award import Award, AwardForm, EmulationTitle, GrantingLevel, Recipient
from danvankheo.domain.numbers import EXACT, Number, decimal_from
from danvankheo.errors import invalid
from danvankheo.law.book import LawBook
from danvankheo.law.tables import Applied, Confidence, Entry, Unknown, UnknownReason, reaches
from danvankheo.reasons import Reason

# Which row of the table of coefficients a form is, by who grants it. A bằng khen of a unit is one of
# a military region or a national university.
_ROWS: Final[Mapping[tuple[AwardForm, GrantingLevel], str]] = {
    (AwardForm.BANG_KHEN, GrantingLevel.CENTRAL): "bang_khen_prime_minister",
    (AwardForm.BANG_KHEN, GrantingLevel.MINISTRY): "bang_khen_province",
    (AwardForm.BANG_KHEN, GrantingLevel.PROVINCE): "bang_khen_province",
    (AwardForm.BANG_KHEN, GrantingLevel.UNIT): "bang_khen_corps",
    (AwardForm.GIAY_KHEN, GrantingLevel.UNIT): "giay_khen_unit",
    (AwardForm.GIAY_KHEN, GrantingLevel.DISTRICT): "giay_khen_district",
    (AwardForm.GIAY_KHEN, GrantingLevel.COMMUNE): "giay_khen_commune",
}
_PRIME_MINISTER: Final = "thủ tướng"
_HERO: Final = "hero"
# Which factors of the table of recipients the forms have; all others have those of "form".
_FACTORS: Final[Mapping[AwardForm | EmulationTitle, str]] = {
    AwardForm.ORDER: "order",
    AwardForm.MEDAL: "medal",
    AwardForm.STATE_HONOUR: "state_honour",
}


class Rules:
    """What applied on every day that a decision can be of."""

    def __init__(self, book: LawBook, first: date, last: date, least: Confidence | None) -> None:
        """Look the law up in a book, on the days from the first to the last."""
        self._first = book.at(first, min_confidence=least)
        self._last = book.at(last, min_confidence=least)

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day that the decision can be of."""
        return self._first.day, self._last.day

    def called(self, name: str, *key: str) -> str:
        """Return what the last word of a key is called in Vietnamese."""
        table = self._first.book.table(name)
        return table.allowed[table.keys[-1]][key[-1]]

    def applied(self, name: str, *key: str) -> Applied | Unknown:
        """Return what applied, if it was the same on all of the days."""
        one, other = self._first.applied(name, *key), self._last.applied(name, *key)
        if isinstance(one, Applied) and isinstance(other, Applied):
            if (one.value, one.source, one.article) == (other.value, other.source, other.article):
                return other if reaches(one.confidence, other.confidence) else one  # the less sure one
        elif isinstance(one, Unknown) and isinstance(other, Unknown) and one.reason == other.reason:
            return one
        changed = self._change(name, *key)
        note = (
            f"thay đổi từ ngày {changed:%d/%m/%Y}; phải có ngày ký quyết định"
            if changed
            else "phải có ngày ký quyết định"
        )
        what = one.title if isinstance(one, Applied) else one.what
        return Unknown(what=what, reason=UnknownReason.NOT_TOLD, note=note)

    def coefficient(
        self, award: Award, order: str | None, honour: str | None, scheme: Scheme
    ) -> Applied | Unknown:
        """Return the coefficient of a form or a title, before the factor of the recipient."""
        if scheme is Scheme.PARTY:
            note = "chưa có mức của Đảng cho đối tượng này; hãy nêu ở coefficients="
            return Unknown(what="Hệ số tiền thưởng", reason=UnknownReason.UNCONFIRMED, note=note)
        if isinstance(award.form, EmulationTitle):
            return self.applied("award_coefficient", award.form.value)
        if award.form is AwardForm.ORDER:
            if order is None:
                note = "chưa nêu huân chương nào, hạng nào (order= hay --order)"
                return Unknown(what="Hệ số huân chương", reason=UnknownReason.NOT_TOLD, note=note)
            return self.applied("award_coefficient", f"order_{order}")
        if award.form is AwardForm.STATE_HONOUR:
            if honour is None:
                note = "chưa nêu danh hiệu nào (honour= hay --honour)"
                return Unknown(
                    what="Hệ số danh hiệu vinh dự nhà nước", reason=UnknownReason.NOT_TOLD, note=note
                )
            return self.applied("award_coefficient", f"state_honour_{honour}")
        if award.form in (AwardForm.COMMEMORATIVE_MEDAL, AwardForm.MEDAL):
            return self.applied("award_coefficient", award.form.value)
        row = row_of(award)
        if row is not None:
            return self.applied("award_coefficient", row)
        if award.level is None:
            note = "chưa nêu cấp nào tặng"
            return Unknown(what=f"Hệ số {award.form.label}", reason=UnknownReason.NOT_TOLD, note=note)
        note = f"chưa có hệ số cho {award.form.label} do {award.level.label} tặng"
        return Unknown(what=f"Hệ số {award.form.label}", reason=UnknownReason.UNCONFIRMED, note=note)

    def of_recipient(
        self,
        award: Award,
        recipient: Recipient,
        base: Applied | Unknown,
        own: Mapping[Recipient, Number],
    ) -> tuple[Decimal, tuple[Applied, ...]] | Unknown:
        """Return by what the base salary is multiplied for a kind of recipient, and by what rules."""
        if recipient in own:
            return _own_coefficient(own[recipient], recipient, base), ()
        if isinstance(base, Unknown):
            return base
        if isinstance(award.form, EmulationTitle):
            return base.number, (base,)
        of = _FACTORS.get(award.form, "form")
        if base.key[-1].endswith(_HERO):
            of = _HERO
        factor = self.applied("award_recipient", of, recipient.value)
        if isinstance(factor, Unknown):
            return factor
        return EXACT.multiply(base.number, factor.number), (base, factor)

    def rounding(self, scheme: Scheme, asked: Number | None) -> Decimal | Applied | Unknown:
        """Return to what multiple amounts are rounded up."""
        if asked is not None:
            step = decimal_from(asked, "award_money.round_up_to")
            if step <= 0:
                raise invalid("award_money.round_up_to", Reason.POSITIVE, asked)
            return step
        if scheme is Scheme.PARTY:
            note = "chưa rõ cách làm tròn tiền thưởng của Đảng; hãy nêu ở round_up_to="
            return Unknown(what="Cách làm tròn", reason=UnknownReason.UNCONFIRMED, note=note)
        applied = self.applied("award_rounding")
        if isinstance(applied, Applied) and applied.number <= 0:
            raise invalid("law.award_rounding", Reason.POSITIVE, applied.number)
        return applied

    def _change(self, name: str, *key: str) -> date | None:
        """Return the first of the days on which something else applied than on the first."""
        entries = [*self._first.book.table(name).of(key)]
        said = {_said(entry) for entry in entries if entry.covers(self._first.day)}
        return next(
            (
                entry.since
                for entry in entries
                if self._first.day < entry.since <= self._last.day and _said(entry) not in said
            ),
            None,
        )


def _said(entry: Entry) -> tuple[object, ...]:
    return entry.value, entry.without, entry.rule


def row_of(award: Award) -> str | None:
    """Return the row of coefficients that a form is; of central bodies only the Prime Minister's is known."""
    if award.level is None or not isinstance(award.form, AwardForm):
        return None
    row = _ROWS.get((award.form, award.level))
    granter = award.granter
    if row == "bang_khen_prime_minister" and granter is not None:
        return row if _PRIME_MINISTER in granter.name.lower() else None
    return row


def _own_coefficient(asked: Number, recipient: Recipient, base: Applied | Unknown) -> Decimal:
    """Return the caller's coefficient, which keeps to the law's ceiling."""
    where = f"award_money.coefficients[{recipient.value}]"
    coefficient = decimal_from(asked, where)
    if coefficient <= 0:
        raise invalid(where, Reason.POSITIVE, asked)
    if isinstance(base, Unknown) and base.at_most is not None and coefficient > base.at_most:
        raise invalid(where, Reason.IN_RANGE, asked, low=0, high=base.at_most)
    return coefficient
