"""Vietnamese text of whole columns: the twins of `format_number`, `format_percent` and `format_money`.

Texts are cut out of 21 digits with zeros in front: that works on every engine, where regular
expressions and number formats differ.
"""

from typing import Final, TypeAlias

import narwhals.stable.v2 as nw
from narwhals.stable.v2.typing import IntoFrameT

from danvankheo.bilingual import Words
from danvankheo.calc.arithmetic import Rounding, known_rounding
from danvankheo.checking import check_type, chosen
from danvankheo.domain.quantities import Approximation
from danvankheo.domain.units import DONG, Dimension, Scale, Unit
from danvankheo.errors import invalid
from danvankheo.formatting.money import AUTO, FIXED, MoneyScale, MoneyScaleLike, MoneyStyle, currency_name
from danvankheo.frames.division import divmod_, goes_up
from danvankheo.frames.rates import checked_scale
from danvankheo.frames.work import LARGEST, MAX_DECIMALS, ZERO, Work, beyond, first_of, flag
from danvankheo.locale_vi.cldr import symbols
from danvankheo.reasons import Reason

_DIGITS: Final = 19
_MOST_OF_MONEY: Final = 9  # with the nine zeros of a tỷ a power of ten still fits an Int64

_Pieces: TypeAlias = list[nw.Expr]


def format_number(
    table: IntoFrameT,
    *,
    number: str,
    out: str,
    scale: int = 0,
    decimals: int | None = None,
    rounding: Rounding = Rounding.HALF_UP,
    grouping: bool = True,
) -> IntoFrameT:
    """Return the table with a column of numbers as Vietnamese text.

    The twin of `danvankheo.format_number`: the same letters for every row.

    Args:
        table: a frame of any engine, eager or lazy.
        number: the column: whole numbers, each of 1/10**scale.
        out: the column of text that is written; null for null.
        scale: what the column counts: 2 for hundredths.
        decimals: so many decimals, rounded once; None writes the exact value at its shortest.
        rounding: how the last digit is chosen.
        grouping: whether dots separate the thousands.

    Raises:
        InvalidValueError: a column that is missing or not of whole numbers; a number beyond 9·10^18,
            in a lazy frame when it runs.

    >>> import polars as pl
    >>> table = pl.DataFrame({"cong_e2": [73_100, 123_450, None]})
    >>> format_number(table, number="cong_e2", out="ngay_cong", scale=2)["ngay_cong"].to_list()
    ['731', '1.234,5', None]
    """
    work = Work.on(table, "frames.format_number", whole=(number,))
    _start(work, number)
    places = _checked(scale, decimals, work.where)
    text = _number(work, places, decimals, known_rounding(rounding), grouping=grouping)
    return work.give(out, _unless_null(number, text), text=True)


def format_percent(
    table: IntoFrameT,
    *,
    percent: str,
    out: str,
    scale: int,
    decimals: int | None = None,
    rounding: Rounding = Rounding.HALF_UP,
) -> IntoFrameT:
    """Return the table with a column of rates as Vietnamese percentages.

    The twin of `danvankheo.format_percent`.

    Args:
        table: a frame of any engine, eager or lazy.
        percent: the column of rates, in 1/10**scale of a percent, as `share` writes them.
        out: the column of text that is written; null for null.
        scale: what the column counts: 2 where 9643 is 96,43%.
        decimals: so many decimals of the percentage; None writes the exact value.
        rounding: how the last digit is chosen.

    Raises:
        InvalidValueError: as `format_number`.

    >>> import polars as pl
    >>> table = pl.DataFrame({"ty_le_e2": [9643, 10_000]})
    >>> format_percent(table, percent="ty_le_e2", out="ty_le", scale=2)["ty_le"].to_list()
    ['96,43%', '100%']
    """
    work = Work.on(table, "frames.format_percent", whole=(percent,))
    _start(work, percent)
    text = _number(work, _checked(scale, decimals, work.where), decimals, known_rounding(rounding))
    return work.give(out, _unless_null(percent, [*text, nw.lit(symbols().percent)]), text=True)


def format_money(
    table: IntoFrameT,
    *,
    amount: str,
    out: str,
    scale: int = 0,
    unit: Unit = DONG,
    scale_word: MoneyScaleLike | None = None,
    decimals: int | None = None,
    rounding: Rounding = Rounding.HALF_UP,
    per: str = "",
    approximation: Approximation | None = None,
    approximations: str = "",
    style: MoneyStyle = "plain",
) -> IntoFrameT:
    """Return the table with a column of money as reports write it.

    The twin of `danvankheo.format_money`, with the same options.

    Args:
        table: a frame of any engine, eager or lazy.
        amount: the column: whole numbers, each of 1/10**scale of `unit`.
        out: the column of text that is written; null for null.
        scale: what the column counts, 0 to 9: 0 for whole đồng, 2 for cents.
        unit: the unit of the numbers.
        scale_word: ``full``, ``thousand``, ``million``, ``billion``, ``auto`` or ``compound``; None keeps
            the unit's own scale word.
        decimals: so many decimals, rounded once; the exact value if None.
        rounding: how the last digit is chosen.
        per: what the amount is for each of, such as ``người/năm``.
        approximation: the word before every amount.
        approximations: or the column of such words, as in `CONTRIBUTIONS`.
        style: ``plain``, ``symbol``, ``code`` or ``sign``, as in `danvankheo.format_money`.

    Raises:
        InvalidValueError: not money; both kinds of approximation; as `format_number`.

    >>> import polars as pl
    >>> gifts = pl.DataFrame({"dong": [154_400_000, 3_645_000_000, 500_000], "tu": ["over", None, None]})
    >>> texts = format_money(gifts, amount="dong", out="tien", scale_word="auto", approximations="tu")
    >>> texts["tien"].to_list()
    ['hơn 154,4 triệu đồng', '3,645 tỷ đồng', '500.000 đồng']
    >>> format_money(gifts, amount="dong", out="tien", scale_word="compound")["tien"].to_list()
    ['154 triệu 400 nghìn đồng', '3 tỷ 645 triệu đồng', '500 nghìn đồng']
    """
    where = "frames.format_money"
    words = [approximations] if approximations else []
    work = Work.on(table, where, whole=(amount,), other=words)
    check_type(unit, Unit, f"{where}.unit")
    if unit.dimension is not Dimension.MONEY:
        raise invalid(where, Reason.DIMENSION, unit.label, allowed=Words("tiền", "money"))
    if approximations and approximation is not None:
        raise invalid(where, Reason.OWN_OPTIONS, approximations, options="approximation=")
    how = None if scale_word is None else chosen(scale_word, MoneyScale, f"{where}.scale_word")
    rounding = known_rounding(rounding)
    places = _checked(scale, decimals, where, most=_MOST_OF_MONEY)
    _start(work, amount)
    if how is None:
        text = _following(unit.scale, _number(work, places, decimals, rounding))
    else:
        places -= unit.scale.zeros  # đồng after "triệu" are whole millions: so many zeros are missing
        if how is MoneyScale.AUTO:
            text = _fitting(work, places, decimals, rounding)
        elif how is MoneyScale.COMPOUND:
            text = _compound(work, places, decimals, rounding)
        else:
            word = FIXED[how]
            text = _following(word, _number(work, places + word.zeros, decimals, rounding))
    rate = per or unit.rate
    name = currency_name(unit, style, where)
    text.append(nw.lit(f" {name}/{rate}" if rate else f" {name}"))
    if approximation is not None:
        word_before = chosen(approximation, Approximation, f"{where}.approximation")
        text.insert(0, nw.lit(_before(word_before)))
    for column in words:
        text.insert(0, _words_of(column))
    return work.give(out, _unless_null(amount, text), text=True)


def _checked(scale: int, decimals: int | None, where: str, *, most: int = MAX_DECIMALS) -> int:
    if decimals is not None:
        checked_scale(decimals, f"{where}.decimals")
    return checked_scale(scale, f"{where}.scale", most=most)


def _start(work: Work[IntoFrameT], column: str) -> None:
    """Write the size of a column's numbers (``size``) and which are below zero (``minus``)."""
    here = nw.col(column)
    work.stop_where(beyond(here))
    work.let(number=nw.when(here.is_null()).then(ZERO).otherwise(work.unless_stopped(here)))
    work.let(size=work.col("number").abs(), minus=flag(work.col("number") < 0))


def _unless_null(column: str, pieces: _Pieces) -> nw.Expr:
    return nw.when(~nw.col(column).is_null()).then(nw.concat_str(pieces))


def _number(
    work: Work[IntoFrameT],
    places: int,
    decimals: int | None,
    rounding: Rounding,
    *,
    grouping: bool = True,
    tag: str = "",
) -> _Pieces:
    """Return the pieces of the text of ``size`` / 10**places with its sign; working columns end in `tag`."""
    digits, kept = _rounded(work, places, decimals, rounding, tag)
    whole, rest = _split(work, digits, kept, tag)
    text = _grouped(work, whole, _DIGITS - kept) if grouping else work.col(whole).cast(nw.String)
    pieces = [_sign(work, digits), text]
    if decimals is None:
        return [*pieces, _shortest(work.col(rest), kept)] if kept else pieces
    if decimals:
        pieces.append(nw.lit(symbols().decimal))
    if kept:
        pieces.append(_padded(work.col(rest), kept))
    if decimals > kept:
        pieces.append(nw.lit("0" * (decimals - kept)))
    return pieces


def _rounded(
    work: Work[IntoFrameT], places: int, decimals: int | None, rounding: Rounding, tag: str
) -> tuple[str, int]:
    """Write ``size`` rounded as a working column; return its name, and what power of ten it counts."""
    name = f"digits{tag}"
    if places < 0:
        zeros = 10**-places
        work.stop_where(work.col("size") > LARGEST // zeros)
        work.let(**{name: work.unless_stopped(work.col("size")) * zeros})
        return name, 0
    if decimals is None or decimals >= places:
        work.let(**{name: work.col("size")})
        return name, places
    step = 10 ** (places - decimals)
    divmod_(work, "size", step, q="q", r="r")
    divisor, negative = nw.lit(step, nw.Int64), work.col("minus") == 1
    up = goes_up(work, rounding, "q", r=work.col("r"), d=divisor, negative=negative)
    work.let(**{name: work.col("q") + (ZERO if up is None else flag(up))})
    return name, decimals


def _sign(work: Work[IntoFrameT], digits: str) -> nw.Expr:
    """Return the minus sign of what is below zero as printed: no zero has one."""
    below = (work.col("minus") == 1) & (work.col(digits) > 0)
    return nw.when(below).then(nw.lit(symbols().minus)).otherwise(nw.lit(""))


def _split(work: Work[IntoFrameT], digits: str, kept: int, tag: str) -> tuple[str, str]:
    """Write what stands before and after the comma; return the names of both."""
    if not kept:
        return digits, ""
    whole, rest = f"whole{tag}", f"rest{tag}"
    divmod_(work, digits, 10**kept, q=whole, r=rest)
    return whole, rest


def _grouped(work: Work[IntoFrameT], whole: str, most: int) -> nw.Expr:
    """Return whole numbers of at most so many digits with dots between groups of three."""
    number = work.col(whole)
    width = max(3, -(-most // 3) * 3)
    if width == 3:
        return number.cast(nw.String)
    led = f"led_{whole}"
    work.let(**{led: _led(number, width)})  # once, not once for each group
    groups = [work.col(led).str.slice(start, 3) for start in range(1, width, 3)]
    dot = symbols().group
    text = nw.concat_str(groups, separator=dot).str.strip_chars_start(f"0{dot}")
    return nw.when(number == 0).then(nw.lit("0")).otherwise(text)


def _padded(whole: nw.Expr, width: int) -> nw.Expr:
    return _led(whole, width).str.slice(1, width)


def _led(whole: nw.Expr, width: int) -> nw.Expr:
    """Return so many digits of whole numbers, zeros in front, after one letter that is none of them."""
    if width < _DIGITS:
        return (whole + nw.lit(10**width, nw.Int64)).cast(nw.String)  # cheaper than zeros put before a text
    return nw.concat_str(nw.lit("0" * width), whole.cast(nw.String)).str.tail(width + 1)


def _shortest(rest: nw.Expr, width: int) -> nw.Expr:
    """Return the comma and the decimals without zeros at the end; nothing if they are all zeros."""
    decimals = _padded(rest, width).str.strip_chars_end("0")
    return nw.when(rest == 0).then(nw.lit("")).otherwise(nw.concat_str(nw.lit(symbols().decimal), decimals))


def _following(scale: Scale, text: _Pieces) -> _Pieces:
    return [*text, nw.lit(f" {scale.label}")] if scale.label else text


def _fitting(work: Work[IntoFrameT], places: int, decimals: int | None, rounding: Rounding) -> _Pieces:
    """Return the text after the scale word that keeps each amount short."""
    scales = (*(scale for scale, _ in AUTO), Scale.BILLION)
    for scale in scales:
        text = _number(work, places + scale.zeros, decimals, rounding, tag=scale.name)
        work.let(**{f"text{scale.name}": nw.concat_str(_following(scale, text))})
    chosen = work.col(f"text{scales[-1].name}")
    for scale, limit in reversed(AUTO):
        printed = max(0, places + scale.zeros if decimals is None else min(decimals, places + scale.zeros))
        small = work.col(f"digits{scale.name}") < min(limit * 10**printed, LARGEST + 1)
        chosen = nw.when(small).then(work.col(f"text{scale.name}")).otherwise(chosen)
    return [chosen]


def _compound(work: Work[IntoFrameT], places: int, decimals: int | None, rounding: Rounding) -> _Pieces:
    """Return the text with a scale word after each part, as in "3 tỷ 645 triệu"."""
    digits, kept = _rounded(work, places, decimals, rounding, "")
    whole, rest = _split(work, digits, kept, "")
    work.let(left=work.col(whole))
    parts = [_sign(work, digits)]
    for scale in (Scale.BILLION, Scale.MILLION, Scale.THOUSAND):
        divmod_(work, "left", 10**scale.zeros, q=scale.name, r="left")
        here = work.col(scale.name)
        text = nw.concat_str(_grouped(work, scale.name, _DIGITS - scale.zeros), nw.lit(f" {scale.label} "))
        parts.append(nw.when(here > 0).then(text).otherwise(nw.lit("")))
    decimal = [_shortest(work.col(rest), kept)] if kept else []
    last = nw.concat_str(work.col("left").cast(nw.String), *decimal)
    none_left = work.col("left") == 0
    if kept:
        none_left &= work.col(rest) == 0
    parts.append(nw.when(none_left & (work.col(whole) > 0)).then(nw.lit("")).otherwise(last))
    work.let(compound=nw.concat_str(parts).str.strip_chars_end(" "))
    return [work.col("compound")]


def _words_of(column: str) -> nw.Expr:
    """Return the word before each amount; what is no word of `Approximation` leaves no text at all."""
    here = nw.col(column)
    chosen = [(here == word.value, nw.lit(_before(word))) for word in Approximation]
    return first_of([(here.is_null(), nw.lit("")), *chosen])


def _before(word: Approximation) -> str:
    return f"{word.label} " if word.label else ""
