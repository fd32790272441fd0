"""How official papers look, as data: each measure with what the rule allows, what is used, and its source.

Nghị định 30/2020/NĐ-CP rules papers of the State, Hướng dẫn 36-HD/VPTW those of the Party. Sizes are in
points, distances in millimetres. Where a rule leaves a range, the value is the one most papers have; where
a rule was not seen word for word, the measure says so.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import attrs

from danvankheo.domain.labels import Labelled

_DECREE: Final = "Nghị định 30/2020/NĐ-CP, Phụ lục I"
_GUIDE: Final = "Hướng dẫn 36-HD/VPTW (03/4/2018), Phụ lục 3"
_USAGE: Final = "theo mẫu thường dùng, chưa đối chiếu nguyên văn"


class PaperPart(Labelled):
    """A part of an official paper that has its own lettering."""

    NATION = "nation", "Quốc hiệu"
    MOTTO = "motto", "Tiêu ngữ"
    PARTY = "party", "tiêu đề “Đảng Cộng sản Việt Nam”"
    SUPERIOR = "superior", "tên cơ quan chủ quản"
    ISSUER = "issuer", "tên cơ quan ban hành"
    NUMBER = "number", "số, ký hiệu"
    PLACE_AND_DAY = "place_and_day", "địa danh, thời gian"
    KIND = "kind", "tên loại văn bản"
    ABOUT = "about", "trích yếu"
    ABOUT_OF_LETTER = "about_of_letter", "trích yếu công văn"
    TO = "to", "Kính gửi"
    BODY = "body", "nội dung"
    HEADING = "heading", "tiêu đề mục"
    CAPACITY = "capacity", "quyền hạn, chức vụ người ký"
    SIGNER = "signer", "họ tên người ký"
    RECIPIENTS = "recipients", "từ “Nơi nhận”"
    RECIPIENT = "recipient", "tên nơi nhận"
    APPENDIX = "appendix", "từ “Phụ lục”"
    APPENDIX_TITLE = "appendix_title", "tiêu đề phụ lục"
    APPENDIX_OF = "appendix_of", "thông tin kèm theo của phụ lục"
    PAGE_NUMBER = "page_number", "số trang"


@attrs.frozen(kw_only=True)
class Lettering:
    """How the letters of a part are.

    Args:
        size: the size that is used, in points.
        most: the largest that the rule allows; the smallest is `least`.
        least: the smallest.
        bold: whether they are bold.
        italic: whether they are italic.
        capitals: whether all of them are capitals.
        underlined: whether they are underlined.
        source: what says so.
    """

    size: int
    least: int
    most: int
    bold: bool = False
    italic: bool = False
    capitals: bool = False
    underlined: bool = False
    source: str


def _state(least: int, most: int, *, size: int = 0, **looks: bool) -> Lettering:
    source = f"{_DECREE}, Phần I, mục V"
    return Lettering(size=size or most, least=least, most=most, source=source, **looks)


def _party(size: int, least: int = 0, most: int = 0, *, source: str = _GUIDE, **looks: bool) -> Lettering:
    return Lettering(size=size, least=least or size, most=most or size, source=source, **looks)


@attrs.frozen(kw_only=True)
class Margins:
    """How far a text is from the edges of its paper, in millimetres.

    Args:
        top: from above.
        bottom: from below.
        left: on the left.
        right: on the right.
        source: what says so.
    """

    top: int
    bottom: int
    left: int
    right: int
    source: str


@attrs.frozen(kw_only=True)
class Layout:
    """How a kind of official paper looks.

    Args:
        name: its short name, as the command line takes it.
        title: the rule that it follows.
        margins: how far the text is from the edges of A4.
        parts: the lettering of each part.
        indent: how far the first line of a paragraph begins to the right, in millimetres.
        spacing: the least room below a paragraph, in points.
        top_right: what stands on the right of the head, line by line, with its part.
        star: whether a star stands below the issuing body, as on papers of the Party.
        number_word: what stands before the number: "Số: " or "Số ".
        for_body: the sign before the body in whose name one signs: "TM. " or "T/M ".
        font: the font.

    >>> from danvankheo.office.writing.layouts import LAYOUTS
    >>> nd30 = LAYOUTS["nd30"]
    >>> nd30.margins.left, nd30.parts[PaperPart.NATION].size, LAYOUTS["hd36"].for_body
    (30, 12, 'T/M ')
    """

    name: str
    title: str
    margins: Margins
    parts: Mapping[PaperPart, Lettering]
    indent: int
    spacing: int
    top_right: tuple[tuple[PaperPart, str], ...]
    star: bool
    number_word: str
    for_body: str
    font: str = "Times New Roman"


ND30: Final = Layout(
    name="nd30",
    title="Nghị định 30/2020/NĐ-CP",
    # 20-25, 20-25, 30-35 and 15-20 mm.
    margins=Margins(top=20, bottom=20, left=30, right=15, source=f"{_DECREE}, Phần I, mục I.3"),
    parts=MappingProxyType(
        {
            # The smaller size: so the nation stands on one line beside the issuing body.
            PaperPart.NATION: _state(12, 13, size=12, bold=True, capitals=True),
            PaperPart.MOTTO: _state(13, 14, size=13, bold=True),
            PaperPart.SUPERIOR: _state(12, 13, size=12, capitals=True),
            PaperPart.ISSUER: _state(12, 13, size=12, bold=True, capitals=True),
            PaperPart.NUMBER: _state(13, 13),
            PaperPart.PLACE_AND_DAY: _state(13, 14, italic=True),
            PaperPart.KIND: _state(13, 14, bold=True, capitals=True),
            PaperPart.ABOUT: _state(13, 14, bold=True),
            PaperPart.ABOUT_OF_LETTER: _state(12, 13),
            PaperPart.TO: _state(13, 14),
            PaperPart.BODY: _state(13, 14),
            PaperPart.HEADING: _state(13, 14, bold=True),
            PaperPart.CAPACITY: _state(13, 14, bold=True, capitals=True),
            PaperPart.SIGNER: _state(13, 14, bold=True),
            PaperPart.RECIPIENTS: _state(12, 12, bold=True, italic=True),
            PaperPart.RECIPIENT: _state(11, 11),
            PaperPart.APPENDIX: _state(14, 14, bold=True),
            PaperPart.APPENDIX_TITLE: _state(13, 14, bold=True, capitals=True),
            PaperPart.APPENDIX_OF: _state(13, 14, italic=True),
            PaperPart.PAGE_NUMBER: _state(13, 14),
        }
    ),
    indent=10,  # 1 or 1,27 cm
    spacing=6,
    top_right=(
        (PaperPart.NATION, "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        (PaperPart.MOTTO, "Độc lập - Tự do - Hạnh phúc"),
    ),
    star=False,
    number_word="Số: ",
    for_body="TM. ",
)

HD36: Final = Layout(
    name="hd36",
    title="Hướng dẫn 36-HD/VPTW",
    margins=Margins(top=20, bottom=20, left=30, right=15, source=_USAGE),
    parts=MappingProxyType(
        {
            PaperPart.PARTY: _party(15, bold=True, capitals=True),
            PaperPart.SUPERIOR: _party(14, capitals=True),
            PaperPart.ISSUER: _party(14, bold=True, capitals=True),
            PaperPart.NUMBER: _party(14),
            PaperPart.PLACE_AND_DAY: _party(14, italic=True),
            PaperPart.KIND: _party(16, 15, 16, bold=True, capitals=True),
            PaperPart.ABOUT: _party(14, 14, 15, bold=True),
            PaperPart.ABOUT_OF_LETTER: _party(12, italic=True),
            PaperPart.TO: _party(14, source=_USAGE),
            PaperPart.BODY: _party(14, 14, 15),
            PaperPart.HEADING: _party(14, 14, 15, bold=True),
            PaperPart.CAPACITY: _party(14, bold=True, capitals=True, source=_USAGE),
            PaperPart.SIGNER: _party(14, bold=True, source=_USAGE),
            PaperPart.RECIPIENTS: _party(14, underlined=True, source=_USAGE),
            PaperPart.RECIPIENT: _party(12, source=_USAGE),
            PaperPart.APPENDIX: _party(14, bold=True, source=_USAGE),
            PaperPart.APPENDIX_TITLE: _party(14, bold=True, capitals=True, source=_USAGE),
            PaperPart.APPENDIX_OF: _party(14, italic=True, source=_USAGE),
            PaperPart.PAGE_NUMBER: _party(14, source=_USAGE),
        }
    ),
    indent=10,
    spacing=6,
    top_right=((PaperPart.PARTY, "Đảng Cộng sản Việt Nam"),),
    star=True,
    number_word="Số ",
    for_body="T/M ",
)

LAYOUTS: Final[Mapping[str, Layout]] = MappingProxyType({each.name: each for each in (ND30, HD36)})
"""The layouts by their short names."""
