"""The letters of a Word paragraph as it reads: insertions in, deletions out, each stretch with its run."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

import attrs
from docx.oxml.ns import qn
from lxml.etree import _Element

from danvankheo.office.legacy_letters import Letters, in_unicode, letters_of_font

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_HOLDERS: Final = frozenset(
    _W + name
    for name in (
        "ins",
        "moveTo",
        "hyperlink",
        "smartTag",
        "fldSimple",
        "sdtContent",
        "customXml",
        "dir",
        "bdo",
    )
)
_GONE: Final = frozenset({_W + "del", _W + "moveFrom"})
_SIGNS: Final = {
    _W + "tab": "\t",
    _W + "ptab": "\t",
    _W + "br": "\n",
    _W + "cr": "\n",
    _W + "noBreakHyphen": "-",
}
_OFF: Final = frozenset({"0", "false", "off"})
_DEEPEST_STYLE: Final = 12


@attrs.frozen
class Stretch:
    """Letters of a paragraph that stand in one element of one run.

    Args:
        text: the letters, as shown.
        run: the run; the whole formula for one of mathematics.
        node: the element that holds them.
    """

    text: str
    run: _Element
    node: _Element


@attrs.define
class Reading:
    """What is met on reading a document: its styles, and what is to be reported.

    Args:
        fonts: the font of each style, with those that it is based on looked through; "" is the default.
        levels: the level of heading of each style that has one.
        inserted: how many insertions stand in.
        deleted: how many deletions were left out.
        unseen: how many runs are formatted as hidden.
        legacy: how many runs of each old font were turned into Unicode.
    """

    fonts: Mapping[str, str]
    levels: Mapping[str, int]
    inserted: int = 0
    deleted: int = 0
    unseen: int = 0
    legacy: Counter[tuple[str, Letters]] = attrs.Factory(Counter[tuple[str, Letters]])


def reading_of(styles: _Element | None) -> Reading:
    """Return the reading of a document with a part of styles."""
    if styles is None:
        return Reading({}, {})
    by_id = {style.get(_W + "styleId", ""): style for style in styles.iter(_W + "style")}
    default = styles.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr/{_W}rFonts")
    fonts = {"": "" if default is None else default.get(_W + "ascii", "")}
    levels: dict[str, int] = {}
    for name, style in by_id.items():
        at: _Element | None = style
        for _ in range(_DEEPEST_STYLE):
            if at is None:
                break
            font = at.find(f"{_W}rPr/{_W}rFonts")
            if name not in fonts and font is not None and font.get(_W + "ascii"):
                fonts[name] = font.get(_W + "ascii", "")
            level = _value(at.find(f"{_W}pPr/{_W}outlineLvl"))
            if name not in levels and level.isdigit() and int(level) < 9:
                levels[name] = int(level) + 1
            at = by_id.get(_value(at.find(_W + "basedOn")))
    return Reading(fonts, levels)


def stretches(paragraph: _Element, reading: Reading) -> Iterator[Stretch]:
    """Yield the letters of a paragraph in order; its text boxes are none of them."""
    style = _value(paragraph.find(f"{_W}pPr/{_W}pStyle"))
    yield from _inside(paragraph, reading, reading.fonts.get(style) or reading.fonts.get("", ""))


def text_of(paragraph: _Element, reading: Reading) -> str:
    """Return the text of a paragraph as it reads."""
    return "".join(stretch.text for stretch in stretches(paragraph, reading))


def level_of(paragraph: _Element, reading: Reading) -> int:
    """Return the level of a heading; 0 of what is none."""
    own = _value(paragraph.find(f"{_W}pPr/{_W}outlineLvl"))
    if own.isdigit():
        return int(own) + 1 if int(own) < 9 else 0
    return reading.levels.get(_value(paragraph.find(f"{_W}pPr/{_W}pStyle")), 0)


def is_bold(paragraph: _Element, reading: Reading) -> bool:
    """Return whether all letters of a paragraph are made bold; where there are none, nothing is."""
    said = [
        stretch
        for stretch in stretches(paragraph, attrs.evolve(reading, legacy=Counter()))
        if stretch.text.strip()
    ]
    return bool(said) and all(_is_on(stretch.run.find(f"{_W}rPr/{_W}b")) for stretch in said)


def text_boxes(paragraph: _Element) -> Iterator[_Element]:
    """Yield what text boxes anchored in a paragraph hold; each once, however often Word stores it."""
    for box in paragraph.iter(_W + "txbxContent"):
        over = {parent.tag for parent in _parents(box, paragraph)}
        if _MC + "Fallback" not in over and _W + "txbxContent" not in over and not over & _GONE:
            yield box


def _parents(element: _Element, until: _Element) -> Iterator[_Element]:
    for parent in element.iterancestors():
        if parent is until:
            return
        yield parent


def _inside(holder: _Element, reading: Reading, font: str) -> Iterator[Stretch]:
    for child in holder:
        tag = child.tag
        if tag == _W + "r":
            yield from _of_run(child, reading, font)
        elif tag in _HOLDERS:
            reading.inserted += tag in {_W + "ins", _W + "moveTo"}
            yield from _inside(child, reading, font)
        elif tag == _W + "sdt":
            content = child.find(_W + "sdtContent")
            if content is not None:
                yield from _inside(content, reading, font)
        elif tag in _GONE:
            reading.deleted += 1
        elif tag in {_M + "oMath", _M + "oMathPara"}:
            yield Stretch(_formula(child), child, child)


def _of_run(run: _Element, reading: Reading, font: str) -> Iterator[Stretch]:
    look = run.find(_W + "rPr")
    letters: Letters | None = None
    if look is not None and _is_on(look.find(_W + "vanish")):
        reading.unseen += 1
        return
    named = None if look is None else look.find(_W + "rFonts")
    styled = "" if look is None else reading.fonts.get(_value(look.find(_W + "rStyle")), "")
    own = (named.get(_W + "ascii") if named is not None else "") or styled or font
    letters = letters_of_font(own)
    for node in run:
        if node.tag == _W + "t" and node.text:
            if letters is not None and not node.text.isascii():
                reading.legacy[own, letters] += 1
            yield Stretch(in_unicode(node.text, letters), run, node)
        elif node.tag in _SIGNS:
            yield Stretch(_SIGNS[node.tag], run, node)
        elif node.tag == _W + "sym" and (sign := _symbol(node)):
            yield Stretch(sign, run, node)


def _symbol(node: _Element) -> str:
    """Return a symbol of a font where it is a letter of Unicode; those of picture fonts are not."""
    code = node.get(_W + "char", "")
    try:
        sign = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return sign if sign.isprintable() and not "\ue000" <= sign <= "\uf8ff" else ""


def _formula(element: _Element) -> str:
    """Return a formula of mathematics in one line: fractions with "/"."""
    if element.tag == _M + "f":
        above, below = element.find(_M + "num"), element.find(_M + "den")
        return (
            f"{_formula(above) if above is not None else ''}/{_formula(below) if below is not None else ''}"
        )
    if element.tag == _M + "t":
        return element.text or ""
    return "".join(_formula(child) for child in element if isinstance(child.tag, str))


def _value(element: _Element | None) -> str:
    return "" if element is None else element.get(qn("w:val"), "")


def _is_on(element: _Element | None) -> bool:
    return element is not None and element.get(qn("w:val"), "1") not in _OFF
