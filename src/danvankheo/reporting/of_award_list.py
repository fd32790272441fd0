"""The list of those commended, with their money: the table that goes with a decision."""

from collections.abc import Iterable, Sequence
from typing import Final

from danvankheo.awarding.listing import AwardList, AwardListLine
from danvankheo.awarding.records import AwardMoney
from danvankheo.checking import check_type, checked_each
from danvankheo.domain.award import EmulationTitle
from danvankheo.domain.quantities import Quantity
from danvankheo.domain.units import DONG
from danvankheo.formatting.dates import format_date
from danvankheo.formatting.money import format_money
from danvankheo.formatting.numbers import format_number
from danvankheo.formatting.phrases import calm, sentence
from danvankheo.formatting.words import money_to_words
from danvankheo.law.tables import Unknown
from danvankheo.reporting.blocks import Block, Document, Note, Prose, Signature, Signer
from danvankheo.reporting.figure_table import FigureTable, TableColumn, Value, ValueKind, text_column
from danvankheo.reporting.of_law import told

TITLE: Final = "Danh sách khen thưởng và tiền thưởng"
SIGNERS: Final = (Signer(post="NGƯỜI LẬP BIỂU"), Signer(post="KẾ TOÁN"), Signer(post="THỦ TRƯỞNG ĐƠN VỊ"))
"""Who signs a list of payments, if nobody says."""

_OF_PARTY: Final = (
    "Cấp ủy Đảng tặng: số tiền trên tính {assumption}; chưa kiểm chứng được mức áp dụng cho người ngoài Đảng."
    " Nếu theo mức của Đảng: {own}, chưa làm tròn."
)


def report_of_award_list(
    listed: AwardList, *, title: str = TITLE, subtitle: str = "", signers: Sequence[Signer] = SIGNERS
) -> Document:
    """Return the list as a document: the table, its sum in figures and in words, numbered notes, signatures.

    What is not known is "…" with the reason in a note, and in no sum. What rests on an assumption, as a Party
    committee's awards do, has a sum of its own that says so.

    Args:
        listed: the list.
        title: its title.
        subtitle: what stands below, such as the number of the decision.
        signers: who signs.

    >>> from datetime import date
    >>> from danvankheo.awarding import Honoree, award_list
    >>> one = Honoree(name="Rơ Châm Hyưt", recipient="individuals", form="giay_khen", unit="thôn 3")
    >>> document = report_of_award_list(award_list([one], level="commune", decided=date(2026, 3, 2)))
    >>> document.blocks[0].rows[0][:7]
    ('1', 'Rơ Châm Hyưt', 'thôn 3', 'Giấy khen (cá nhân)', '702.000', '710.000', '710.000')
    >>> document.blocks[1].text
    'Tổng số tiền: 710.000 đồng (bằng chữ: Bảy trăm mười nghìn đồng).'
    """
    check_type(listed, AwardList, "report_of_award_list")
    for name, text in (("title", title), ("subtitle", subtitle)):
        check_type(text, str, f"report_of_award_list.{name}")
    signed = tuple(checked_each(signers, Signer, "report_of_award_list.signers"))
    notes = _Notes()
    marks = [notes.of(line) for line in listed.lines]
    blocks: list[Block] = [_table(listed, marks)] if listed.lines else []
    blocks += (Prose(text) for text in _totals(listed))
    blocks += notes.blocks
    blocks += (Note(text) for text in _remarks(listed))
    if signed:
        blocks.append(Signature(signed))
    return Document(title=title, subtitle=subtitle or _subtitle(listed), blocks=blocks)


def _subtitle(listed: AwardList) -> str:
    """Return who decided and when, as far as all lines agree."""
    days = dict.fromkeys(line.money.decided for line in listed.lines)
    day = next(iter(days)) if len(days) == 1 else None
    who = f"{calm(listed.granter.name)} tặng" if listed.granter else ""
    when = f"quyết định {format_date(day, style='long')}" if day else ""
    return sentence(", ".join(filter(None, (who, when))))


def _table(listed: AwardList, marks: Sequence[str]) -> FigureTable:
    lines = listed.lines
    sums = _sums(listed)
    empty = [""] * len(sums)
    exact: list[Value] = [line.line.exact_each if line.line else None for line in lines]
    payable: list[Value] = [_known(line.line.payable_each if line.line else None) for line in lines]
    totals: list[Value] = [_known(line.payable) for line in lines]
    columns = [
        text_column("STT", [*(format_number(at) for at in range(1, len(lines) + 1)), *empty]),
        text_column("Tên", [*(line.honoree.name for line in lines), *(head for head, _, _ in sums)]),
        text_column("Đơn vị, địa chỉ", [*(line.honoree.unit for line in lines), *empty]),
        text_column("Hình thức", [*(_form(line) for line in lines), *empty]),
        _money("Mức tính", [*exact, *empty]),
        _money("Mức thưởng", [*payable, *empty]),
        _money("Thành tiền", [*totals, *(amount for _, amount, _ in sums)]),
        text_column("Căn cứ", [*marks, *empty]),
    ]
    if all(not line.honoree.unit for line in lines):
        del columns[2]
    signed = text_column("Ký nhận", [""] * (len(lines) + len(sums)))
    return FigureTable(columns=(*columns, signed), sums=tuple(rows for _, _, rows in sums))


def _sums(listed: AwardList) -> list[tuple[str, Quantity, tuple[int, ...]]]:
    """Return the sums of a list: what is certain, and what rests on each assumption."""
    found = []
    for assumption in dict.fromkeys(line.money.assumption for line in listed.lines):
        rows = tuple(
            at
            for at, line in enumerate(listed.lines)
            if line.money.assumption == assumption and isinstance(line.payable, Quantity)
        )
        whole = all(
            isinstance(line.payable, Quantity) for line in listed.lines if line.money.assumption == assumption
        )
        if rows:
            scope = "" if whole else " (phần đã xác định)"
            head = f"Tổng cộng{scope}{f', {assumption}' if assumption else ''}"
            found.append((head, listed.payable_if(assumption), rows))
    return found


def _money(head: str, cells: Iterable[Value]) -> TableColumn:
    return TableColumn(head=head, cells=tuple(cells), kind=ValueKind.MONEY, unit=DONG)


def _known(amount: Quantity | Unknown | None) -> Value:
    return amount if isinstance(amount, Quantity) else None


def _form(line: AwardListLine) -> str:
    """Return the form, whose it is unless the title says it, and for what."""
    one = line.honoree
    whose = "" if isinstance(one.form, EmulationTitle) else f" ({one.recipient.label})"
    form = f"{sentence(one.form.label)}{whose}"
    return f"{form}: {one.reason}" if one.reason else form


def _totals(listed: AwardList) -> Iterable[str]:
    """Yield each sum in figures and in words."""
    for head, amount, _ in _sums(listed):
        what = head.replace("Tổng cộng", "Tổng số tiền", 1)
        words = sentence(money_to_words(amount))
        yield f"{what}: {format_money(amount, scale_word='full')} (bằng chữ: {words})."


class _Notes:
    """The sources of amounts, and what is unknown, each once and with its number."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def of(self, line: AwardListLine) -> str:
        """Return the numbers of the notes to a line: "1, 3"."""
        texts = [*self._rules(line.money), *(f"Chưa rõ: {unknown}" for unknown in line.money.unknown)]
        if line.money.assumption:
            texts.append(_party(line.money))
        for text in texts:
            self._numbers.setdefault(text, len(self._numbers) + 1)
        return ", ".join(map(str, sorted({self._numbers[text] for text in texts})))

    @staticmethod
    def _rules(money: AwardMoney) -> Iterable[str]:
        return dict.fromkeys(told(rule) for line in money.lines for rule in line.rules)

    @property
    def blocks(self) -> list[Note]:
        """The notes themselves, in the order of their numbers."""
        return [Note(_ended(text), number) for text, number in self._numbers.items()]


def _party(money: AwardMoney) -> str:
    """Return what a Party committee's amount takes for granted, with its own scale beside it."""
    if not money.party:
        return f"Cấp ủy Đảng tặng: số tiền trên tính {_as_said(money)}; mức của Đảng chưa rõ."
    own = "; ".join(
        f"{line.called} {format_money(line.exact_each, scale_word='full')}" for line in money.party
    )
    return _OF_PARTY.format(assumption=_as_said(money), own=own)


def _as_said(money: AwardMoney) -> str:
    """Return an assumption as it goes on in a sentence: "theo mức của Nhà nước"."""
    return money.assumption.removeprefix("nếu ")


def _remarks(listed: AwardList) -> Iterable[str]:
    """Yield what is to be known of the list: caveats of the law, and names that stand there twice."""
    said = dict.fromkeys(
        caveat for line in listed.lines if not line.money.assumption for caveat in line.money.caveats
    )
    yield from map(_ended, said)
    for first, second in listed.repeated:
        yield (
            f"Dòng {format_number(second + 1)} trùng dòng {format_number(first + 1)}: "
            f"{listed.lines[second].honoree.name}; cần kiểm tra trước khi chi."
        )


def _ended(text: str) -> str:
    return text if text.endswith(".") else f"{text}."
