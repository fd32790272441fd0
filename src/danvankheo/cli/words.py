"""``danvankheo words``: a number or an amount of money in words."""

from decimal import Decimal
from typing import Final

import click

from danvankheo.cli.messages import CONVENTION_HELP, BadDataError, HelpInVietnamese, to_json
from danvankheo.domain.quantities import Quantity
from danvankheo.errors import InvalidValueError, ReadingError
from danvankheo.formatting.words import (
    FiveWord,
    FourWord,
    ThousandWord,
    WordStyle,
    ZeroWord,
    money_to_words,
    number_to_words,
)
from danvankheo.locale_vi import numerals
from danvankheo.reading.numbers import ConventionLike, parse_number
from danvankheo.reading.quantities import parse_money
from danvankheo.reasons import Reason

_EPILOG: Final = """\b
Ví dụ:
  danvankheo words 1.234.567
  danvankheo words --zero lẻ --thousand ngàn 1.005
  danvankheo words --even "154,4 triệu đồng"
"""


_ZERO: Final = "linh (mặc định) hay lẻ: một trăm linh năm."
_THOUSAND: Final = "nghìn (mặc định) hay ngàn."
_FOUR: Final = "tư (mặc định) hay bốn sau mươi: hai mươi tư."
_FIVE: Final = "lăm (mặc định) hay nhăm sau mươi: hai mươi lăm."


@click.command(
    cls=HelpInVietnamese,
    epilog=_EPILOG,
    short_help="Viết số hoặc số tiền bằng chữ.",
    context_settings={"ignore_unknown_options": True},  # -5 is a number
)
@click.argument("number", metavar="SỐ")
@click.option("--even", is_flag=True, help="Thêm “chẵn” sau số tiền, như trên chứng từ.")
@click.option("--zero", type=click.Choice(numerals.MISSING_TEN), default="linh", metavar="CHỮ", help=_ZERO)
@click.option(
    "--thousand", type=click.Choice(numerals.THOUSAND), default="nghìn", metavar="CHỮ", help=_THOUSAND
)
@click.option("--four", type=click.Choice(numerals.FOUR_AFTER_TEN), default="tư", metavar="CHỮ", help=_FOUR)
@click.option("--five", type=click.Choice(numerals.FIVE_AFTER_TEN), default="lăm", metavar="CHỮ", help=_FIVE)
@click.option("--convention", type=click.Choice(["vi", "en"]), metavar="KIỂU", help=CONVENTION_HELP)
@click.option("--json", "as_json", is_flag=True, help="In dạng JSON.")
def words(
    number: str,
    *,
    even: bool,
    zero: ZeroWord,
    thousand: ThousandWord,
    four: FourWord,
    five: FiveWord,
    convention: ConventionLike | None,
    as_json: bool,
) -> str:
    """Viết SỐ bằng chữ: một số như 1.234.567 hoặc số tiền như “154,4 triệu đồng”."""
    style: WordStyle = {"zero": zero, "thousand": thousand, "four": four, "five": five}
    try:
        amount = _amount_of(number, convention)
        spelled = (
            money_to_words(amount, even=even, **style)
            if isinstance(amount, Quantity) or even
            else number_to_words(amount, **style)
        )
    except (ReadingError, InvalidValueError) as error:
        raise BadDataError(error.vietnamese) from None
    if as_json:
        value = amount.value if isinstance(amount, Quantity) else amount
        return to_json({"text": number, "value": f"{value:f}", "words": spelled})
    return spelled + "\n"


def _amount_of(text: str, convention: ConventionLike | None) -> Quantity | Decimal:
    """Return the number or the money that a text states."""
    try:
        return parse_number(text, convention=convention)
    except ReadingError as error:
        if error.reason is not Reason.DIGITS:  # a numeral with a fault
            raise
    return parse_money(text, convention=convention)
