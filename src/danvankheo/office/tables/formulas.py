"""Formulas that a table prints: "3 = 4+5" under a head, "A=I+II" in the name of a row."""

import re
from typing import Final

import attrs

from danvankheo.office.tables.numbers import tidy

_LABEL: Final = r"\(?(?:[IVX]{1,6}|[0-9]{1,3}[a-z]?|[A-Za-zĐđ])(?:\.[0-9]{1,2})?\)?"
_SUM: Final = rf"{_LABEL}(?: ?[+\-–] ?{_LABEL})*"
_NUMBER_OF_COLUMN: Final = re.compile(r"[(\[]? ?([0-9]{1,3}[a-z]?|[A-Za-z]) ?[)\]]?")
_STATED: Final = re.compile(rf"(?P<left>{_LABEL})? ?(?:=|\(=?|:) ?(?P<right>.+?)\)?$")
_TERM: Final = re.compile(rf"([+\-–])? ?({_LABEL})")
_RATIO: Final = re.compile(
    rf"\(?(?P<above>{_SUM})\)? ?[:/÷] ?\(?(?P<below>{_SUM})\)?(?: ?[x×*] ?100 ?%?| ?%)?"
)
_HUNDRED_FIRST: Final = re.compile(
    rf"\(?(?P<above>{_LABEL})\)? ?[x×*] ?100 ?%? ?[:/÷] ?\(?(?P<below>{_LABEL})\)?"
)
_PRODUCT: Final = re.compile(rf"(?P<one>{_LABEL}) ?[x×*] ?(?P<other>{_LABEL})")
_IN_NAME: Final = re.compile(r"\(([^()]*(?:\([^()]*\)[^()]*)*)\)|=\s*([^()]+)$")


@attrs.frozen(kw_only=True)
class Formula:
    """What a table says a column or a row is made of.

    Args:
        label: what it is the formula of, where that stands before the "=".
        above: the labels that are added, with 1, or taken away, with −1.
        below: by what they are divided; empty for a sum.
        times: by what they are multiplied; empty for a sum.
        text: as printed.
    """

    label: str = ""
    above: tuple[tuple[str, int], ...]
    below: tuple[tuple[str, int], ...] = ()
    times: str = ""
    text: str = ""

    @property
    def is_sum(self) -> bool:
        """Whether only sums and differences are in it."""
        return not self.below and not self.times


def column_label(text: str) -> tuple[str, Formula | None] | None:
    """Return the number of a column and its formula, or None for a text that is no such number.

    >>> column_label("(3)")
    ('3', None)
    >>> column_label("3 = 4+5")[1].above, column_label("7 (6:3)")[1].below
    ((('4', 1), ('5', 1)), (('3', 1),))
    >>> column_label("Tổng số") is None
    True
    """
    text = tidy(text)
    if len(text) > 60:
        return None
    plain = _NUMBER_OF_COLUMN.fullmatch(text)
    if plain is not None:
        return _bare(plain[1]), None
    found = _STATED.fullmatch(text)
    if found is None or found["left"] is None:
        return None
    formula = _formula(found["right"], _bare(found["left"]), text)
    return None if formula is None else (formula.label, formula)


def formula_in_name(name: str) -> Formula | None:
    """Return the formula that the name of a row or a head states.

    >>> formula_in_name("TỔNG SỐ (A+B) (1)").above
    (('A', 1), ('B', 1))
    >>> found = formula_in_name("Bội chi ngân sách nhà nước (III= I - II)")
    >>> found.label, found.above
    ('III', (('I', 1), ('II', -1)))
    >>> formula_in_name("Giai đoạn (2021-2025)") is None
    True
    """
    for match in _IN_NAME.finditer(tidy(name)):
        inner = (match[1] or match[2]).strip()
        label, _, right = inner.rpartition("=")
        formula = _formula(right.strip(), _bare(label), inner)
        if formula is not None and (len(formula.above) > 1 or formula.below):
            return formula
    return None


def _formula(right: str, label: str, text: str) -> Formula | None:
    right = right.strip()
    if re.fullmatch(_SUM, right):
        terms = _terms(right)
        return Formula(label=label, above=terms, text=text) if terms else None
    ratio = _RATIO.fullmatch(right) or _HUNDRED_FIRST.fullmatch(right)
    if ratio is not None:
        return Formula(label=label, above=_terms(ratio["above"]), below=_terms(ratio["below"]), text=text)
    product = _PRODUCT.fullmatch(right)
    if product is not None:
        return Formula(
            label=label, above=((_bare(product["one"]), 1),), times=_bare(product["other"]), text=text
        )
    return None


def _terms(text: str) -> tuple[tuple[str, int], ...]:
    return tuple((_bare(found[2]), -1 if found[1] in ("-", "–") else 1) for found in _TERM.finditer(text))


def _bare(label: str) -> str:
    return label.strip(" ()[]")
