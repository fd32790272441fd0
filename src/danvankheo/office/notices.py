"""What a reader of files has to report: read, but not quite as it stands in the file."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Self

import attrs

from danvankheo.bilingual import Words, in_english, in_vietnamese
from danvankheo.choices import Choice, new_member
from danvankheo.office.address import Address


class NoticeKind(Choice, StrEnum):
    """What was done on reading that one should know of; its value is the stable code."""

    english: str
    vietnamese: str

    def __new__(cls, code: str, english: str, vietnamese: str) -> Self:
        """Make a member whose value is the code alone."""
        return new_member(cls, code, english=english, vietnamese=vietnamese)

    ENCODING = "encoding", "read as {encoding}", "đọc theo mã {encoding}"
    SEPARATOR = "separator", "columns are divided by {separator}", "các cột cách nhau bằng {separator}"
    DECIMAL_SIGN = "decimal-sign", "decimals follow {sign}", "dấu thập phân là {sign}"
    LEGACY_FONT = (
        "legacy-font",
        "letters of {font} ({encoding}) were turned into Unicode in {count} places",
        "đã đổi chữ của phông {font} ({encoding}) sang Unicode ở {count} chỗ",
    )
    CHANGES_ACCEPTED = (
        "changes-accepted",
        "read as if all tracked changes were accepted: {inserted} insertions, {deleted} deletions",
        "đọc như đã chấp nhận mọi sửa đổi đang theo dõi: {inserted} chỗ thêm, {deleted} chỗ xóa",
    )
    NO_RESULT = (
        "no-result",
        "{count} formulas without a result, counted as not stated: open the file in Excel and save it",
        "{count} công thức chưa có kết quả, coi như chưa nêu: hãy mở bằng Excel rồi lưu lại",
    )
    HIDDEN = "hidden", "hidden: {what}", "đang ẩn: {what}"
    NAMED_OTHERWISE = (
        "named-otherwise",
        "named {suffix}, but it is {kind}",
        "đuôi tệp là {suffix} nhưng thực ra là {kind}",
    )
    LEFT_OUT = "left-out", "not read: {what}", "không đọc: {what}"
    RECOGNISED = (
        "recognised",
        "pages {pages} are pictures with recognised letters, which may be wrong",
        "trang {pages} là ảnh quét kèm chữ do máy nhận dạng, có thể sai; hãy soát lại với bản gốc",
    )
    ROUNDED_BY_EXCEL = (
        "stored-inexactly",
        "{count} numbers carry a trace of binary calculation and were read to 15 digits, as Excel does",
        "{count} số có sai số nhỏ do máy tính, đã lấy đến 15 chữ số như Excel",
    )


@attrs.frozen
class Notice:
    """One thing to know about how a file was read.

    Args:
        kind: the stable kind; its value is the code.
        address: where; the file as a whole if no block is named.
        details: what fills the gaps of the wording.

    >>> print(Notice(NoticeKind.ENCODING, Address("so-lieu.csv"), {"encoding": "Windows-1258"}))
    so-lieu.csv: đọc theo mã Windows-1258
    """

    kind: NoticeKind
    address: Address
    details: Mapping[str, str | Words] = attrs.field(factory=dict[str, str | Words], hash=False)

    @property
    def vietnamese(self) -> str:
        """The notice as a Vietnamese sentence, with the place."""
        words = in_vietnamese(self.details)
        return f"{self.address.vietnamese}: {self.kind.vietnamese.format_map(words)}"

    @property
    def english(self) -> str:
        """The notice in English, with the place."""
        return f"{self.address.english}: {self.kind.english.format_map(in_english(self.details))}"

    def __str__(self) -> str:
        """Return the notice in Vietnamese."""
        return self.vietnamese
