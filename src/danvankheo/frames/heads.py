"""What columns are called in files: the names of the schemas, or Vietnamese heads.

The table below is data: for each column the head that is written, then others that are read.
"""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from danvankheo.bilingual import Words
from danvankheo.checking import close_to
from danvankheo.domain.marks import composed
from danvankheo.domain.validators import LONGEST_NAME
from danvankheo.errors import DocumentError, Problem, invalid, problem_at
from danvankheo.frames.schema import CONTEXT, CONTRIBUTIONS, Column, ColumnType, TableSchema
from danvankheo.locale_vi import table_heads
from danvankheo.printing import shown
from danvankheo.reasons import Reason

Heads: TypeAlias = Literal["en", "vi"]
"""Which heads a file gets: the columns' own names, or Vietnamese ones."""

TOTALS: Final = TableSchema(
    name="totals",
    meaning="one row a sum of contributions, as `total` gives it",
    columns=(
        *CONTEXT,
        *CONTRIBUTIONS.columns[len(CONTEXT) :],
        Column(
            name="count",
            type=ColumnType.WHOLE,
            meaning="how many contributions it is of",
            unit="contributions",
            needed=True,
            filled=True,
        ),
    ),
)
"""The columns of a table of totals; those that it is not grouped by are not there."""

HEADS_SHOWN: Final = 20
"""Unknown heads of which each is a problem of its own; the others are counted."""

MAY_BE_LACKING: Final = frozenset({"approximation"})
"""Columns that a file of people may lack: all its figures are then as they stand."""

UNUSED: Final = "\0"
"""What the name of a column begins with that holds numbers of rows or remarks, and is left out."""

_Words: TypeAlias = dict[str, tuple[str, ...]]

_PLACES_AND_TIMES: Final[_Words] = {
    "movement": ("Số thứ tự phong trào",),
    "period": ("Thời kỳ", "Kỳ"),
    "year": ("Năm",),
    "province": ("Tỉnh", "Tỉnh, thành phố", "Tỉnh/thành phố"),
    "district": ("Huyện", "Quận, huyện", "Quận/huyện"),
    "commune": ("Xã", "Xã, phường", "Xã/phường", "Xã, phường, thị trấn", "Phường", "Xã, phường, đặc khu"),
    "community": (
        "Thôn", "Thôn, tổ dân phố", "Thôn/tổ dân phố", "Cộng đồng dân cư", "Làng", "Ấp", "Bản", "Buôn",
        "Khóm", "Khu phố", "Tổ dân phố", "Thôn, làng", "Thôn, bản", "Ấp/khu phố",
    ),
    "organizer": ("Đơn vị tổ chức", "Cơ quan tổ chức"),
}  # fmt: skip
_OF_FIELDS: Final[_Words] = {
    "field": ("Lĩnh vực",),
    "other_field": ("Lĩnh vực khác",),
}
_OF_MODELS: Final[_Words] = {
    "status": ("Trạng thái",),
    "subject": ("Đối tượng",),
    "level": ("Cấp",),
}
_OF_GIFTS: Final[_Words] = {
    "model": ("Mã mô hình",),
    "giver": ("Bên đóng góp", "Đơn vị đóng góp", "Người đóng góp"),
    "purpose": ("Mục đích", "Nội dung"),
    "kind": ("Loại đóng góp", "Loại"),
    "unit": ("Đơn vị tính", "Đơn vị", "ĐVT"),
    "amount": ("Số lượng", "Số tiền hoặc số lượng"),
    "approximation": ("Từ ước lượng", "Ước lượng"),
}

HEADS: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = MappingProxyType(
    {
        "movements": _PLACES_AND_TIMES
        | {
            "name": ("Tên phong trào", "Phong trào"),
            "launch_level": ("Cấp phát động",),
            "duration": ("Thời gian thực hiện",),
        },
        "models": _PLACES_AND_TIMES
        | _OF_FIELDS
        | _OF_MODELS
        | {"id": ("Mã mô hình",), "name": ("Tên mô hình", "Mô hình")},
        "model_counts": _PLACES_AND_TIMES | _OF_FIELDS | _OF_MODELS | {"count": ("Số mô hình",)},
        "contributions": _PLACES_AND_TIMES | _OF_FIELDS | _OF_GIFTS,
        "indicators": _PLACES_AND_TIMES
        | {
            "indicator": ("Chỉ tiêu", "Tên chỉ tiêu"),
            "kind": ("Chỉ tiêu dùng chung",),
            "unit": ("Đơn vị tính", "Đơn vị", "ĐVT"),
            "whole_is_plan": ("Mẫu số là kế hoạch",),
            "part": ("Tử số",),
            "whole": ("Mẫu số", "Tổng số"),
            "value": ("Giá trị công bố", "Giá trị"),
            "value_unit": ("Đơn vị của giá trị",),
            "value_decimals": ("Số chữ số thập phân",),
            "value_approximation": ("Từ ước lượng của giá trị",),
        },
        "awards": _PLACES_AND_TIMES
        | {
            "form": ("Hình thức khen thưởng", "Hình thức, danh hiệu", "Hình thức"),
            "collectives": ("Tập thể", "Số tập thể"),
            "households": ("Hộ gia đình", "Số hộ gia đình"),
            "individuals": ("Cá nhân", "Số cá nhân"),
            "mixed": ("Chưa phân loại",),
            "kind": ("Loại hình khen thưởng", "Loại hình"),
            "award_year": ("Năm thống kê khen thưởng",),
            "enterprises": ("Doanh nghiệp", "Số doanh nghiệp"),
            "provincial_leaders": ("Lãnh đạo cấp tỉnh, bộ",),
            "department_heads": ("Lãnh đạo sở, ngành",),
            "business_people": ("Doanh nhân",),
            "other_leaders": ("Lãnh đạo khác",),
            "direct_workers": ("Người trực tiếp công tác, lao động", "Người trực tiếp"),
            "women": ("Nữ", "Số nữ"),
        },
        "totals": _PLACES_AND_TIMES | _OF_FIELDS | _OF_GIFTS | {"count": ("Số khoản",)},
    }
)
"""Vietnamese heads by table and column: first the one that is written, then others that are read."""


def written_heads(names: Iterable[str], schema: TableSchema | None, heads: Heads) -> dict[str, str]:
    """Return the heads of those columns that are written under another name than their own.

    Raises:
        InvalidValueError: two columns with the same head.

    >>> written_heads(["year", "amount", "ma_so"], CONTRIBUTIONS, "vi")
    {'year': 'Năm', 'amount': 'Số lượng'}
    """
    columns = schema.columns if schema is not None and heads == "vi" else ()
    known = {column.name: first for column in columns for first in _heads_of(column, schema)[:1]}
    written = {name: known[name] for name in names if name in known}
    for name in names:
        if name in written.values():
            raise invalid("frames.write_file", Reason.HEAD_ONCE, name)
    return written


def renaming(heads: Sequence[str], schema: TableSchema, extra: Iterable[str]) -> dict[str, str]:
    """Return the columns of those heads that are not their names.

    Raises:
        DocumentError: heads that are unknown, repeated or missing, all of them.
    """
    columns, problems = columns_of(heads, schema, extra=extra)
    if problems:
        raise DocumentError(tuple(problems))
    return {head: column for head, column in zip(heads, columns, strict=True) if head != column}


def columns_of(
    heads: Sequence[str], schema: TableSchema, *, extra: Iterable[str] = (), by_people: bool = False
) -> tuple[list[str], list[Problem]]:
    """Return the columns that the heads of a file stand for, and what is wrong with the heads.

    Letter case, blanks and the form of Vietnamese letters do not matter.

    Args:
        heads: the heads, in the order of the file.
        schema: what the file holds.
        extra: heads that the schema has not, and that are kept as they are.
        by_people: whether the file may number its rows ("TT"), remark on them ("Ghi chú"), and lack the
            columns of `MAY_BE_LACKING`. Columns of numbers and remarks get names that begin with `UNUSED`.

    Returns:
        A column for each head, and every unknown, repeated and missing one, of unknown ones 20 and how
        many more; the columns are of use only if there are no problems.

    >>> columns_of(["Loại", "Đơn vị tính", "SỐ LƯỢNG", "Ước lượng"], CONTRIBUTIONS)
    (['kind', 'unit', 'amount', 'approximation'], [])
    >>> heads = ["kind", "Loại", "Ghi chú", "unit", "approximation"]
    >>> for problem in columns_of(heads, CONTRIBUTIONS)[1]:
    ...     print(problem.path, problem.reason.value, problem.got)
    Loại head-once "Loại" beside "kind"
    Ghi chú head "Ghi chú"
    amount column nothing
    """
    known = {_plain(head): name for head, name in _pairs(schema)} | {_plain(name): name for name in extra}
    all_heads = [head for head, _ in _pairs(schema)]
    found: dict[str, str] = {}
    columns: list[str] = []
    problems: list[Problem] = []
    unknown = repeated = 0
    called = {column.name: (*_heads_of(column, schema), column.name)[0] for column in schema.columns}
    details = {"allowed": Words(", ".join(called.values()), ", ".join(schema.names))}
    for at, head in enumerate(heads):
        name = known.get(_plain(head))
        if name is None and by_people and _plain(head) in _UNUSED_HEADS:
            name = f"{UNUSED}{at}"
        if name is None:
            unknown += 1
            if unknown <= HEADS_SHOWN:
                path = head if len(head) <= LONGEST_NAME else f"{head[:LONGEST_NAME]}…"
                where = path if head.strip() else Words("cột không có tên", path)
                words: dict[str, str | Words] = {**details, **close_to(head, all_heads)}
                problems.append(problem_at(where, Reason.HEAD, shown(head), words))
        elif name in found:
            repeated += 1
            if repeated <= HEADS_SHOWN:
                one, other = shown(found[name]), shown(head)
                both = Words(f"{other} và {one}", f"{other} beside {one}")
                problems.append(problem_at(head, Reason.HEAD_ONCE, both, {}))
        else:
            found[name] = head
        columns.append(name or head)
    for count, reason in ((unknown, Reason.HEAD), (repeated, Reason.HEAD_ONCE)):
        if count > HEADS_SHOWN:
            more = count - HEADS_SHOWN
            got = Words("nhiều lần", f"{more} more")
            problems.append(problem_at(Words(f"… và {more} cột nữa", "…"), reason, got, details))
    needed = [column.name for column in schema.columns if column.needed]
    lacking = MAY_BE_LACKING if by_people else frozenset()
    missing = [name for name in needed if name not in found and name not in lacking]
    problems += (
        problem_at(Words(f"“{called[name]}”", name), Reason.COLUMN, "nothing", {"allowed": name})
        for name in missing
    )
    return columns, problems


def column_named(head: str, schema: TableSchema) -> str | None:
    """Return the column of a schema that a head stands for; None for none.

    >>> column_named("LÀNG", CONTRIBUTIONS), column_named("Tiền (triệu đồng)", CONTRIBUTIONS)
    ('community', None)
    """
    plain = _plain(head)
    return next((name for known, name in _pairs(schema) if _plain(known) == plain), None)


def _pairs(schema: TableSchema) -> Iterable[tuple[str, str]]:
    for column in schema.columns:
        yield from ((head, column.name) for head in (*_heads_of(column, schema), column.name))


def _heads_of(column: Column, schema: TableSchema | None) -> tuple[str, ...]:
    """Return the Vietnamese heads of a column; none where nobody gave any."""
    published = HEADS.get(schema.name, _PLACES_AND_TIMES) if schema else _PLACES_AND_TIMES
    return column.heads or published.get(column.name, ())


def _plain(head: str) -> str:
    """Return a head as heads are compared; one that is longer than any name as it is."""
    if len(head) > LONGEST_NAME:
        return head
    return " ".join(composed(head).casefold().replace("_", " ").split())


_UNUSED_HEADS: Final = frozenset(map(_plain, (*table_heads.NUMBERING, *table_heads.REMARKS)))
