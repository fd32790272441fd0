"""Number words against ICU's and num2words', interleaved; each has its own wording.

ICU writes "lẻ" where the formal style has "linh". PyICU, which also reads words, needs a compiler
to install; without it ICU writes through icu4py and does not read.
"""

from functools import partial

from num2words import num2words
from race import Way, race

from danvankheo import number_to_words, words_to_number

try:
    import icu
except ModuleNotFoundError:
    from icu4py.locale import Locale
    from icu4py.messageformat import MessageFormat

    _SPELLER = MessageFormat("{number, spellout}", Locale("vi"))

    def spell(number: int) -> str:
        """Return the words that ICU writes, through a message."""
        return str(_SPELLER.format({"number": number}))

    read = None
else:
    _FORMAT = icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, icu.Locale("vi"))
    spell = _FORMAT.format

    def read(words: str) -> int:
        """Return the number that ICU reads."""
        return int(_FORMAT.parse(words).getInt64())


NUMBERS = (105, 2022, 1_234_567, 987_654_321_005)
WRITE: dict[str, list[Way | None]] = {
    str(number): [
        (number_to_words(number), partial(number_to_words, number)),
        (spell(number), partial(spell, number)),
        (num2words(number, lang="vi"), partial(num2words, number, lang="vi")),
    ]
    for number in NUMBERS
}  # fmt: skip
READ: dict[str, list[Way | None]] = {
    str(number): [
        (number, partial(words_to_number, number_to_words(number))),
        (number, partial(read, spell(number))) if read else None,
    ]
    for number in NUMBERS
}

if __name__ == "__main__":
    race("words, ns a call", ("ours", "ICU", "num2words"), WRITE, ((1, 0), (2, 0)))
    print()
    race("reading words, ns a call", ("ours", "ICU"), READ, ((1, 0),))
