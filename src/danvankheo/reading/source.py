"""The text that a reader reads, tidied, and errors that point into it as it came."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Final
from unicodedata import is_normalized, normalize

from danvankheo.bilingual import Words
from danvankheo.domain.marks import lower as lower  # noqa: PLC0414  # readers have it from here
from danvankheo.errors import AmbiguousTextError, InvalidValueError, ReadingError, detailed, invalid
from danvankheo.reasons import Reason

LONGEST_PHRASE: Final = 10_000
"""Characters that a reader looks at; a number of 200 digits in words stays below."""

_TIDY: Final = re.compile(r"[!-~À-ɏḀ-ỹ]+(?: [!-~À-ɏḀ-ỹ]+)*")


class Source:
    """A text with composed letters, one blank for any run of blanks, and none at the ends.

    Attributes:
        text: the tidied text.
        low: the same in lower case, letter for letter.
    """

    __slots__ = ("_raw", "_reader", "low", "text")

    def __init__(self, raw: str, reader: str) -> None:
        if not isinstance(raw, str):
            raise invalid(reader, Reason.TEXT, raw)
        self._raw, self._reader = raw, reader
        if len(raw) > LONGEST_PHRASE:
            raise ReadingError(reader, raw, LONGEST_PHRASE, Reason.TEXT_LENGTH, {"most": str(LONGEST_PHRASE)})
        self.text: str = tidy(raw)
        self.low: str = lower(self.text)

    def goes_on(self, position: int) -> bool:
        """Return whether a word or a numeral that was read up to a position goes on after it."""
        rest = self.low[position : position + 2]
        return rest[:1].isalnum() or (rest[:1] in ("/", ".", ",") and rest[1:].isdigit())

    def error_at(self, reason: Reason, position: int, **details: object) -> ReadingError:
        """Return the error that points at a position of the tidied text."""
        where = self._raw_position(position)
        return ReadingError(self._reader, self._raw, where, reason, detailed(details))

    def value_error_at(self, error: InvalidValueError, position: int) -> ReadingError:
        """Return the error of a text whose words are sound and whose value is not."""
        return ReadingError(
            self._reader, self._raw, self._raw_position(position), error.reason, dict(error.details)
        )

    def ambiguous(
        self,
        reason: Reason,
        position: int,
        readings: Mapping[str, object],
        choose: Words,
        *,
        meanings: Sequence[Words],
        labels: Sequence[Words] = (),
    ) -> AmbiguousTextError:
        """Return the error that carries every reading of a text that has several.

        Args:
            reason: why it is refused.
            position: where in the tidied text.
            readings: each reading, by name.
            choose: what to do about it.
            meanings: each reading as the message writes it, in the same order.
            labels: the same as a choice shows it, where that should be plainer.
        """
        details = {
            "choose": choose,
            "meanings": Words(
                " hoặc ".join(meaning.vietnamese for meaning in meanings),
                " or ".join(meaning.english for meaning in meanings),
            ),
        }
        where = self._raw_position(position)
        named = dict(zip(readings, labels or meanings, strict=True))
        return AmbiguousTextError(
            self._reader, self._raw, where, reason, details, readings=dict(readings), labels=named
        )

    def _raw_position(self, position: int) -> int:
        """Return where a position of the tidied text lies in the text as it came."""
        raw = self._raw
        if position >= len(self.text):
            return len(raw)
        if self.text == raw:
            return position
        return bisect_right(range(len(raw)), position, key=lambda end: len(tidy(raw[: end + 1])))


def tidy(raw: str) -> str:
    """Return text with composed letters, one blank for any run of blanks, and none at the ends.

    Full-width digits and signs, as Asian keyboards type them, become plain ones.
    """
    if _TIDY.fullmatch(raw) and is_normalized("NFC", raw):
        return raw
    return " ".join(normalize("NFC", raw).translate(_FULL_WIDTH).split())


_FULL_WIDTH: Final = {0xFEE0 + ord(sign): sign for sign in "0123456789.,%/+-()"}
