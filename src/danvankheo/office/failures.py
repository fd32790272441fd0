"""Why a file cannot be read as a paper, in the user's words, with what to do about it."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Self

import attrs

from danvankheo.bilingual import Words, in_english, in_vietnamese
from danvankheo.choices import Choice, new_member
from danvankheo.errors import DanVanKheoError
from danvankheo.printing import printable


class Unreadable(Choice, StrEnum):
    """Why a file cannot be read; its value is the stable code."""

    english: str
    vietnamese: str

    def __new__(cls, code: str, english: str, vietnamese: str) -> Self:
        """Make a member whose value is the code alone."""
        return new_member(cls, code, english=english, vietnamese=vietnamese)

    EMPTY = "empty", "the file is empty", "tệp trống, không có gì bên trong"
    TOO_LARGE = (
        "too-large",
        "the file is larger than {most}; divide it",
        "tệp lớn hơn {most}; hãy tách thành nhiều tệp nhỏ",
    )
    OLD_WORD = (
        "old-word",
        "this is a Word file of the old kind (.doc): open it in Word and save it as .docx",
        "đây là tệp Word cũ (.doc): hãy mở bằng Word rồi lưu lại dưới dạng .docx",
    )
    OTHER_OFFICE = (
        "other-office",
        "this is {kind}: save it as {instead}",
        "đây là {kind}: hãy lưu lại dưới dạng {instead}",
    )
    ENCRYPTED = (
        "encrypted",
        "the file is protected by a password: take the password off, then try again",
        "tệp có đặt mật khẩu: hãy gỡ mật khẩu rồi thử lại",
    )
    SCANNED = (
        "scanned",
        "this PDF holds pictures of pages (a scan) and no text: ask for the Word or Excel file, or run a "
        "text recogniser and check its figures",
        "tệp PDF này là ảnh chụp (bản quét), không có chữ: hãy xin bản Word, Excel, hoặc dùng phần mềm nhận "
        "dạng chữ rồi soát lại số liệu",
    )
    PICTURE = (
        "picture",
        "this is a picture, not a document: ask for the Word or Excel file",
        "đây là tệp ảnh, không phải văn bản: hãy xin bản Word hoặc Excel",
    )
    ARCHIVE = (
        "archive",
        "this is a compressed archive: unpack it and name the files in it",
        "đây là tệp nén: hãy giải nén rồi chọn các tệp bên trong",
    )
    PROGRAM = "program", "this is a program, not a document", "đây là tệp chương trình, không phải văn bản"
    UNKNOWN = (
        "unknown",
        "this is no Word, Excel, CSV, HTML, PDF or text file",
        "đây không phải tệp Word, Excel, CSV, HTML, PDF hay văn bản thường",
    )
    DAMAGED = (
        "damaged",
        "the file is damaged or was cut off in copying ({cause}): ask for it again",
        "tệp hỏng hoặc bị mất một phần khi sao chép, gửi ({cause}): hãy xin lại tệp",
    )
    EXPANDS = (
        "expands",
        "the file grows to more than {most} when it is unpacked, as no report does",
        "tệp khi mở ra lớn hơn {most}, quá lớn so với một báo cáo",
    )
    ENTITIES = (
        "entities",
        "the file defines XML entities, which office programs never write",
        "tệp có khai báo thực thể XML, là thứ không có trong tệp do Word, Excel lập",
    )
    TOO_MANY_CELLS = (
        "too-many-cells",
        "{where} has more than {most} cells: divide it",
        "{where} có hơn {most} ô: hãy tách nhỏ",
    )
    TOO_FAR = (
        "too-far",
        "{where} reaches to {cell}: delete the rows and columns past the table, then save it",
        "{where} kéo dài đến ô {cell}: hãy xóa các dòng, cột thừa ngoài bảng rồi lưu lại",
    )
    TOO_LONG = (
        "too-long",
        "the text has more than {most} paragraphs or pages: divide it",
        "văn bản có hơn {most} đoạn hoặc trang: hãy tách nhỏ",
    )
    TOO_DEEP = (
        "too-deep",
        "tables or parts of the page stand in each other more than {most} deep",
        "bảng hoặc phần của trang lồng nhau quá {most} tầng",
    )
    ENCODING = (
        "text-encoding",
        "the letters are in no encoding that is known here: save the file as UTF-8",
        "không nhận ra mã chữ của tệp: hãy lưu lại dưới dạng UTF-8 (trong Excel: “CSV UTF-8”)",
    )
    NO_TABLE_OF_TEXT = (
        "no-text",
        "nothing can be read in the file: no text and no table",
        "không đọc được gì trong tệp: không có chữ, không có bảng",
    )


@attrs.define(eq=False, slots=False)
class UnreadableFileError(DanVanKheoError, ValueError):
    """A file that cannot be read as a paper: which, why, and what to do.

    Args:
        file: what the file is called.
        reason: the stable reason; its value is the code.
        details: what fills the gaps of its wording.

    >>> error = UnreadableFileError("bao-cao.doc", Unreadable.OLD_WORD)
    >>> error.reason.value
    'old-word'
    >>> print(error.vietnamese)
    bao-cao.doc: đây là tệp Word cũ (.doc): hãy mở bằng Word rồi lưu lại dưới dạng .docx
    """

    file: str
    reason: Unreadable  # type: ignore[assignment]  # causes of its own, by the same name
    details: Mapping[str, str | Words] = attrs.field(factory=dict[str, str | Words])

    @property
    def why_vietnamese(self) -> str:
        """The cause in Vietnamese, without the name of the file."""
        words = in_vietnamese(self.details)
        return self.reason.vietnamese.format_map(words)

    @property
    def vietnamese(self) -> str:
        """The file and the cause, in Vietnamese."""
        return f"{printable(self.file)}: {self.why_vietnamese}"

    @property
    def english(self) -> str:
        """The file and the cause, in English."""
        return f"{printable(self.file)}: {self.reason.english.format_map(in_english(self.details))}"

    def __str__(self) -> str:
        """Return the file and the cause, in English."""
        return self.english
