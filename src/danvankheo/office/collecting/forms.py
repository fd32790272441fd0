"""What the columns of an office's own ledger mean, given once and kept as a small TOML file beside it."""

import json
import tomllib
from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

import attrs

from danvankheo.bilingual import Words
from danvankheo.checking import check_type, close_to
from danvankheo.documents.values import read_unit, write_unit
from danvankheo.domain.indicator import IndicatorKind
from danvankheo.domain.labels import Labelled
from danvankheo.domain.units import SQUARE_METRE, WORKDAY, Dimension, Unit, counted
from danvankheo.errors import DanVanKheoError, invalid
from danvankheo.files import StrPath, path_of, replaced
from danvankheo.office.tables.columns import ColumnKind
from danvankheo.office.tables.words import letters_of
from danvankheo.reasons import Reason

_VERSION: Final = 1
_LARGEST: Final = 2**20
_LEAVE_OUT: Final = "leave-out"
_WHERE: Final = "office.load_form"


class MeaningKind(Labelled):
    """What a column of figures is, where it is given.

    >>> from danvankheo import office
    >>> office.part("poverty_rate").kind.label
    'số đạt'
    """

    GIFT = "gift", "đóng góp"
    PART = "part", "số đạt"
    WHOLE = "whole", "tổng số"
    RATE = "rate", "tỷ lệ"


@attrs.frozen(kw_only=True)
class Meaning:
    """What the figures of a column are: make one with `money`, `part` and the like.

    Args:
        kind: a gift, or the part, the whole or the rate of an indicator.
        unit: in what the figures are written; None for what the cell or the head says.
        indicator: of which indicator: one of the known kinds, or a name.

    >>> from danvankheo import office
    >>> meaning: office.Meaning = office.part("poverty_rate")
    >>> meaning.kind, meaning.indicator, meaning.unit
    (MeaningKind.PART, IndicatorKind.POVERTY_RATE, None)
    """

    kind: MeaningKind
    unit: Unit | None = None
    indicator: IndicatorKind | str = ""


ColumnMeaning: TypeAlias = Meaning | ColumnKind | Unit | str | None
"""What a column is: a `Meaning`; a kind of column; the unit of its figures; None to leave it out."""


def money(unit: Unit) -> Meaning:
    """Return that a column holds money given, in a unit.

    >>> from danvankheo.units import MILLION_DONG
    >>> money(MILLION_DONG).unit
    MILLION_DONG
    """
    check_type(unit, Unit, "office.money")
    if unit.dimension is not Dimension.MONEY:
        raise invalid("office.money", Reason.TYPE, unit.label, type=Words("đơn vị tiền", "a unit of money"))
    return Meaning(kind=MeaningKind.GIFT, unit=unit)


def labour(unit: Unit = WORKDAY) -> Meaning:
    """Return that a column holds days of work given.

    >>> labour().unit
    WORKDAY
    """
    check_type(unit, Unit, "office.labour")
    return Meaning(kind=MeaningKind.GIFT, unit=unit)


def land(unit: Unit = SQUARE_METRE) -> Meaning:
    """Return that a column holds land given.

    >>> land().unit
    SQUARE_METRE
    """
    check_type(unit, Unit, "office.land")
    return Meaning(kind=MeaningKind.GIFT, unit=unit)


def goods(what: Unit | str) -> Meaning:
    """Return that a column counts things given: ``goods("suất quà")``.

    >>> goods("suất quà").unit
    counted('suất quà')
    """
    return Meaning(kind=MeaningKind.GIFT, unit=what if isinstance(what, Unit) else counted(what))


def part(indicator: IndicatorKind | str) -> Meaning:
    """Return that a column holds how many are so: the poor households of ``part("poverty_rate")``.

    Args:
        indicator: one of the known kinds or its code, or a name of your own.
    """
    return Meaning(kind=MeaningKind.PART, indicator=_indicator(indicator))


def whole(indicator: IndicatorKind | str) -> Meaning:
    """Return that a column holds of how many: all households of ``whole("poverty_rate")``."""
    return Meaning(kind=MeaningKind.WHOLE, indicator=_indicator(indicator))


def rate(indicator: IndicatorKind | str) -> Meaning:
    """Return that a column holds the percentage that is printed beside part and whole."""
    return Meaning(kind=MeaningKind.RATE, indicator=_indicator(indicator))


def _indicator(name: IndicatorKind | str) -> IndicatorKind | str:
    check_type(name, str, "Meaning.indicator")
    codes = {kind.value for kind in IndicatorKind}
    return IndicatorKind(name) if name in codes else name


@attrs.frozen(kw_only=True)
class Form:
    """What the columns of ledgers of one habit mean.

    Args:
        name: what it is called in reports.
        columns: by head as written, or all heads with " / " between them, what a column is. Case, blanks and
            signs at the ends of a head do not matter.
        sheets: the only sheets that are looked at; all if none is named.

    >>> from danvankheo.units import MILLION_DONG
    >>> form = Form(name="Sổ của xã", columns={"Đóng góp": money(MILLION_DONG), "Ghi chú": None})
    >>> print(form.toml)
    version = 1
    name = "Sổ của xã"
    <BLANKLINE>
    [columns]
    "Đóng góp" = { gift = "million_dong" }
    "Ghi chú" = "leave-out"
    <BLANKLINE>
    """

    name: str = attrs.field(validator=attrs.validators.instance_of(str))
    columns: Mapping[str, ColumnMeaning] = attrs.field(converter=dict, hash=False)
    sheets: tuple[str, ...] = attrs.field(default=(), converter=tuple)

    def __attrs_post_init__(self) -> None:
        """Check what columns are."""
        kinds = {kind.value for kind in ColumnKind}
        for head, meaning in self.columns.items():
            if not isinstance(head, str) or not letters_of(head):
                raise invalid("Form.columns", Reason.TEXT, head)
            known = meaning is None or isinstance(meaning, Meaning | Unit) or meaning in kinds
            if not known:
                allowed = ", ".join(sorted(kinds))
                raise invalid(
                    "Form.columns", Reason.ONE_OF, meaning, allowed=allowed, **close_to(meaning, kinds)
                )

    @property
    def toml(self) -> str:
        """The form as it is saved."""
        lines = [f"version = {_VERSION}", f"name = {_quoted(self.name)}"]
        if self.sheets:
            lines.append(f"sheets = [{', '.join(map(_quoted, self.sheets))}]")
        lines += ["", "[columns]"]
        lines += [f"{_quoted(head)} = {_written(meaning)}" for head, meaning in self.columns.items()]
        return "\n".join(lines) + "\n"


def save_form(form: Form, path: StrPath) -> None:
    """Write a form to a TOML file: whoever looks sees the old file or the new, never half.

    Raises:
        OSError: the file cannot be written.

    >>> from danvankheo import office
    >>> form = office.Form(name="Sổ hộ nghèo", columns={"Hộ nghèo": office.part("poverty_rate")})
    >>> office.save_form(form, "so-ho-ngheo.toml")
    >>> office.load_form("so-ho-ngheo.toml") == form
    True
    """
    check_type(form, Form, "office.save_form")
    with replaced(path_of(path, "office.save_form")) as file:
        file.write_text(form.toml, encoding="utf-8", newline="\n")


def load_form(path: StrPath) -> Form:
    """Return the form that a TOML file holds; inverse of `save_form`.

    Raises:
        InvalidValueError: it is no TOML, or no form of a version that is read; the error names the entry.
        OSError: the file cannot be read.
    """
    with open(path_of(path, _WHERE), "rb") as file:
        data = file.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise invalid(_WHERE, Reason.SIZE, len(data), most=_LARGEST)
    try:
        held = tomllib.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise invalid(_WHERE, Reason.TYPE, str(error), type="TOML") from None
    return _form(held)


def _form(held: Mapping[str, object]) -> Form:
    allowed = ("version", "name", "sheets", "columns")
    for key in held:
        if key not in allowed:
            keys = ", ".join(allowed)
            raise invalid(f"{_WHERE}.{key}", Reason.KNOWN_KEY, key, allowed=keys, **close_to(key, allowed))
    if held.get("version") != _VERSION:
        raise invalid(f"{_WHERE}.version", Reason.VERSION, held.get("version"), allowed=str(_VERSION))
    columns, sheets, name = held.get("columns"), held.get("sheets", []), held.get("name", "")
    if not isinstance(columns, Mapping):
        raise invalid(f"{_WHERE}.columns", Reason.OBJECT, columns)
    if not isinstance(sheets, list) or not all(isinstance(sheet, str) for sheet in sheets):
        raise invalid(f"{_WHERE}.sheets", Reason.LIST, sheets)
    if not isinstance(name, str):
        raise invalid(f"{_WHERE}.name", Reason.TEXT, name)
    return Form(
        name=name, columns={head: _read(head, said) for head, said in columns.items()}, sheets=tuple(sheets)
    )


def _read(head: str, said: object) -> ColumnMeaning:
    where = f"{_WHERE}.columns.{head}"
    if said == _LEAVE_OUT:
        return None
    if isinstance(said, str):
        kinds = [kind.value for kind in ColumnKind]
        if said not in kinds:
            raise invalid(
                where, Reason.ONE_OF, said, allowed=", ".join([_LEAVE_OUT, *kinds]), **close_to(said, kinds)
            )
        return ColumnKind(said)
    if isinstance(said, Mapping) and len(said) == 1:
        ((key, value),) = said.items()
        if key in ("part", "whole", "rate") and isinstance(value, str):
            return Meaning(kind=MeaningKind(key), indicator=_indicator(value))
        if key in ("gift", "unit"):
            try:
                unit = read_unit(value)
            except DanVanKheoError:
                raise invalid(where, Reason.TYPE, value, type=Words("một đơn vị", "a unit")) from None
            return unit if key == "unit" else Meaning(kind=MeaningKind.GIFT, unit=unit)
    allowed = "gift, unit, part, whole, rate, leave-out"
    raise invalid(where, Reason.ONE_OF, said, allowed=allowed)


def _written(meaning: ColumnMeaning) -> str:
    if meaning is None:
        return _quoted(_LEAVE_OUT)
    if isinstance(meaning, Unit):
        return f"{{ unit = {_value(write_unit(meaning))} }}"
    if not isinstance(meaning, Meaning):
        return _quoted(str(meaning))
    if meaning.kind is MeaningKind.GIFT:
        assert meaning.unit is not None
        return f"{{ gift = {_value(write_unit(meaning.unit))} }}"
    return f"{{ {meaning.kind.value} = {_quoted(str(meaning.indicator))} }}"


def _value(written: str | Mapping[str, str]) -> str:
    if isinstance(written, str):
        return _quoted(written)
    inside = ", ".join(f"{_quoted(key)} = {_value(value)}" for key, value in written.items())
    return f"{{ {inside} }}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def heads_in(form: Form, heads: Sequence[str]) -> tuple[str, ...]:
    """Return the heads of a form that a table has: its lowest heads and whole paths are given."""
    there = {letters_of(head) for head in heads}
    return tuple(head for head in form.columns if letters_of(head) in there)
