"""Lists of those who are commended, as offices write them: names, whose they are, the form, where."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

import attrs

from danvankheo.awarding.listing import Honoree
from danvankheo.checking import check_type
from danvankheo.domain.award import AwardForm, EmulationTitle, Recipient, as_form
from danvankheo.errors import InvalidValueError, invalid
from danvankheo.locale_vi import table_heads
from danvankheo.office.address import Address
from danvankheo.office.grid import Grid
from danvankheo.office.paper import Paper
from danvankheo.office.tables.award_rows import form_named
from danvankheo.office.tables.words import is_total, letters_of
from danvankheo.printing import shown
from danvankheo.reasons import Reason

_HEADS: Final[Mapping[str, tuple[str, ...]]] = {
    "name": table_heads.HONOREES,
    "kind": table_heads.HONOREE_KINDS,
    "form": table_heads.HONOREE_FORMS,
    "unit": table_heads.HONOREE_UNITS,
    "reason": table_heads.HONOREE_REASONS,
}
_NUMBERS: Final = ("stt", "tt", "số tt", "số thứ tự")
_KINDS: Final = {
    "tập thể": Recipient.COLLECTIVE,
    "hộ gia đình": Recipient.HOUSEHOLD,
    "hộ": Recipient.HOUSEHOLD,
    "gia đình": Recipient.HOUSEHOLD,
    "cá nhân": Recipient.INDIVIDUAL,
    **{recipient.value: recipient for recipient in Recipient},
}
_GROUP: Final = re.compile(
    r"(?:(?:[ivx]+|[a-zđ]|\d+)[.)\-–/ ]+)?(?P<kind>tập thể|hộ gia đình|hộ|gia đình|cá nhân)"
    r"(?:[ :(]+\d[^)]*\)?)?[.: ]*"
)
_MOST_HEAD_ROWS: Final = 60


@attrs.frozen(kw_only=True)
class UnclearName:
    r"""A row of a list that was not understood.

    Args:
        address: where it stands.
        text: the name there.
        vietnamese: what is wrong.
        english: the same in English.

    >>> from danvankheo import office
    >>> paper = office.read_bytes("TT,Họ và tên,Hình thức\n1,Rơ Châm Hyưt,Giấy khen\n".encode(), "a.csv")
    >>> print(office.award_names(paper).unclear[0])
    a.csv, dòng 2, cột “Họ và tên”: “Rơ Châm Hyưt” là tập thể, hộ gia đình hay cá nhân?
    """

    address: Address
    text: str
    vietnamese: str
    english: str

    def __str__(self) -> str:
        """Return where it is and what is wrong, in Vietnamese."""
        return f"{self.address}: {self.vietnamese}"


@attrs.frozen(kw_only=True)
class AwardNames:
    r"""The names of a list.

    Args:
        honorees: the names, in the order of the list.
        addresses: where each stands.
        unclear: the rows that were not understood; they are not among the names.

    >>> from danvankheo import office
    >>> text = "TT,Họ và tên,Đối tượng,Hình thức\n1,Rơ Châm Hyưt,cá nhân,Giấy khen\n"
    >>> read = office.award_names(office.read_bytes(text.encode(), "danh-sach.csv"))
    >>> read.honorees[0].form.label, str(read.addresses[0])
    ('giấy khen', 'danh-sach.csv, dòng 2, cột “Họ và tên”')
    """

    honorees: tuple[Honoree, ...]
    addresses: tuple[Address, ...]
    unclear: tuple[UnclearName, ...]


def award_names(paper: Paper, *, form: AwardForm | EmulationTitle | str | None = None) -> AwardNames:
    r"""Return those who are commended in the tables of a paper.

    A table is taken that has a column of names and one of forms, of units, of reasons or of whose they are.
    Whether a name is of a collective, a household or a person is said by a column, by a row above ("I. Tập
    thể"), by the head of the column of names, by the title that it gets, or by the name itself ("Hộ ông …",
    "Bà …"); what nothing says is unclear, and never guessed.

    Args:
        paper: the list, as `read` gives it: Word, Excel, CSV, a web page.
        form: the form of all, where the list has no column of forms.

    Raises:
        InvalidValueError: no table of names.

    >>> from danvankheo import office
    >>> rows = "I. Hộ gia đình,", "Đinh Văn Hơn,thôn 3", "II. Tập thể,", "Thôn 3,xã Tú An"
    >>> text = "\n".join(("Họ và tên,Địa chỉ", *rows))
    >>> read = office.award_names(office.read_bytes(text.encode(), "a.csv"), form="giay_khen")
    >>> [(one.name, one.recipient.label, one.unit) for one in read.honorees]
    [('Đinh Văn Hơn', 'hộ gia đình', 'thôn 3'), ('Thôn 3', 'tập thể', 'xã Tú An')]
    """
    check_type(paper, Paper, "award_names")
    given = as_form(form) if form is not None else None
    if given is not None and not isinstance(given, AwardForm | EmulationTitle):
        raise invalid("award_names.form", Reason.ONE_OF, form, allowed=", ".join(AwardForm))
    found: list[tuple[Honoree, Address] | UnclearName] = []
    tables = 0
    for grid in paper.grids:
        columns = _head(grid)
        if columns is not None:
            tables += 1
            found += _rows(grid, *columns, given)
    if not tables:
        heads = "“Họ và tên”, “Hình thức”"
        raise invalid("award_names", Reason.ONE_OF, paper.file, allowed=heads)
    names = [each for each in found if not isinstance(each, UnclearName)]
    return AwardNames(
        honorees=tuple(one for one, _ in names),
        addresses=tuple(address for _, address in names),
        unclear=tuple(each for each in found if isinstance(each, UnclearName)),
    )


def _head(grid: Grid) -> tuple[int, dict[str, int]] | None:
    """Return the row of the head and the columns by what they hold; None where it is no list of names."""
    for row in range(1, min(grid.rows, _MOST_HEAD_ROWS) + 1):
        columns: dict[str, int] = {}
        for column in range(1, grid.columns + 1):
            text = letters_of(grid.text_at(row, column).replace("\n", " "))
            for what, heads in _HEADS.items():
                if text in heads and what not in columns:
                    columns[what] = column
                    break
        if "name" in columns and len(columns) > 1:
            return row, columns
    return None


def _rows(
    grid: Grid, head: int, columns: Mapping[str, int], form: AwardForm | EmulationTitle | None
) -> Iterator[tuple[Honoree, Address] | UnclearName]:
    of_column = _KINDS.get(letters_of(grid.text_at(head, columns["name"])).removeprefix("tên "))
    of_rows: Recipient | None = None
    title = " ".join(grid.text_at(head, columns["name"]).split())
    for row in range(head + 1, grid.rows + 1):
        cells = {what: " ".join(grid.text_at(row, column).split()) for what, column in columns.items()}
        texts = [grid.text_at(row, column).strip() for column in range(1, grid.columns + 1)]
        filled = [text for text in texts if text]
        group = next((found for text in filled if (found := _GROUP.fullmatch(text.casefold()))), None)
        if group is not None and not cells.get("form") and not cells.get("unit"):
            of_rows = _KINDS[group["kind"]]
            continue
        if not filled or any(is_total(text) for text in filled) or _are_numbers(filled):
            continue
        address = grid.address_of(row, columns["name"], head=title)
        if not cells["name"]:
            continue
        kind = _kind(cells, of_rows or of_column)
        yield _one(cells, kind, form, address)


def _are_numbers(texts: list[str]) -> bool:
    """Return whether a row holds numbers of columns alone."""
    return all(re.fullmatch(r"\(?\d{1,2}\)?", text) for text in texts)


def _kind(cells: Mapping[str, str], otherwise: Recipient | None) -> Recipient | None:
    """Return whose a name is, as far as the row, those above it or the name itself say it."""
    said = _KINDS.get(letters_of(cells.get("kind", "")))
    if said is not None:
        return said
    low = f"{cells['name'].casefold()} "
    if low.startswith(table_heads.HOUSEHOLD_NAMES):
        return Recipient.HOUSEHOLD
    return otherwise or (Recipient.INDIVIDUAL if low.startswith(table_heads.PERSON_NAMES) else None)


def _one(
    cells: Mapping[str, str],
    kind: Recipient | None,
    form: AwardForm | EmulationTitle | None,
    address: Address,
) -> tuple[Honoree, Address] | UnclearName:
    name, written = cells["name"], cells.get("form", "")
    of = form_named(written) if written else form
    if of is None:
        if written:
            said = f"{shown(written)} không phải hình thức, danh hiệu nào đã biết"
            return _unclear(address, name, said, f"no known form: {shown(written)}")
        return _unclear(address, name, f"“{name}” chưa ghi hình thức khen thưởng", "no form of award")
    if isinstance(of, EmulationTitle):
        if kind is not None and kind is not of.recipient:
            said = f"{of.label} chỉ dành cho {of.recipient.label}, danh sách ghi {kind.label}"
            return _unclear(address, name, said, f"{of.value} is for {of.recipient.value}, not {kind.value}")
        kind = of.recipient
    if kind is None:
        question = f"“{name}” là tập thể, hộ gia đình hay cá nhân?"
        return _unclear(address, name, question, "collective, household or individual?")
    try:
        one = Honoree(
            name=name, recipient=kind, form=of, unit=cells.get("unit", ""), reason=cells.get("reason", "")
        )
    except InvalidValueError as error:
        return _unclear(address, name, error.vietnamese, error.english)
    return one, address


def _unclear(address: Address, text: str, vietnamese: str, english: str) -> UnclearName:
    return UnclearName(address=address, text=text, vietnamese=vietnamese, english=english)
