"""Reading one table from a file, strictly: whatever is wrong is refused with its file and place."""

import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Final, TypeGuard

from danvankheo.bilingual import Words
from danvankheo.errors import DocumentError, Problem, problem_at
from danvankheo.law.tables import Confidence, Entry, Table, UnknownReason, Value
from danvankheo.printing import shown
from danvankheo.reasons import Reason

LARGEST_TABLE: Final = 2**20
"""Bytes of a file; a table of law is far smaller."""

_TABLE_KEYS: Final = {"name", "title", "title_en", "unit", "checked", "entry"}
_OPTIONAL_TABLE_KEYS: Final = {"keys", "allowed", "text"}
_ENTRY_KEYS: Final = {"since", "source", "confidence"}
_OPTIONAL_ENTRY_KEYS: Final = {"until", "value", "article", "note", "at_most", "without", "checked"}
_WITHOUT: Final = (UnknownReason.ENDED, UnknownReason.NOT_LAID_DOWN)
_DAY: Final = timedelta(days=1)
_PLACE: Final = re.compile(r"\(at (?:line ([0-9]+), column ([0-9]+)|end of document)\)")
_DEEP: Final = re.compile(r"(?<![\w\"'-])(?:[\w\"'-]+\s*\.\s*){32}|(?:[\[{][^\[{\]}]{0,40}){32}")
_NUMBER: Final = re.compile(r"[0-9]{1,30}(?:\.[0-9]{1,30})?")


def read_table(content: bytes, source: str) -> Table:
    """Return the table that a TOML file holds.

    Args:
        content: the file's bytes.
        source: the file's name, for errors.

    Raises:
        DocumentError: every problem at once: bad TOML (a key twice is one), unknown or missing keys,
            wrong types, words that are not allowed, a missing source, gaps and overlaps in time.
    """
    reader = _Reader()
    data = _toml(content, source)
    table = reader.table(data)
    if reader.problems or table is None:
        raise DocumentError(tuple(reader.problems), source)
    return table


def _toml(content: bytes, source: str) -> Mapping[str, object]:
    """Return what a TOML file holds.

    Raises:
        DocumentError: it is none, or deeper than a table is.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise DocumentError((Problem("$", Reason.UTF8, "bytes"),), source) from None
    if _DEEP.search(text):  # the parser's time grows with the square of a dotted key
        raise DocumentError((Problem("$", Reason.DEPTH, "dots or brackets"),), source)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DocumentError((_syntax(str(error)),), source) from None
    except RecursionError:
        raise DocumentError((Problem("$", Reason.DEPTH, "brackets in brackets"),), source) from None
    except ValueError as error:  # an integer of thousands of digits
        raise DocumentError((Problem("$", Reason.TOML, shown(str(error))),), source) from None


def _syntax(message: str) -> Problem:
    """Return what is wrong with a TOML file, with its line and column."""
    place = _PLACE.search(message)
    if place is None:
        return Problem("$", Reason.TOML, shown(message))
    line, column = place.groups()
    where = Words(f"dòng {line}, cột {column}", f"line {line}, column {column}")
    if line is None:
        where = Words("cuối tệp", "the end")
    return problem_at(where, Reason.TOML, shown(message[: place.start()].strip()))


def read_table_file(path: Path) -> Table:
    """Return the table of a file.

    Raises:
        DocumentError: as `read_table`, or a file that is too long.
        OSError: the file cannot be read.
    """
    with path.open("rb") as file:
        content = file.read(LARGEST_TABLE + 1)
    if len(content) > LARGEST_TABLE:
        problem = Problem("$", Reason.SIZE, f"> {LARGEST_TABLE}", {"most": str(LARGEST_TABLE)})
        raise DocumentError((problem,), path.name)
    return read_table(content, path.name)


class _Reader:
    """Reads one table and keeps every problem."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def table(self, data: Mapping[str, object]) -> Table | None:
        """Return the table, or None where it cannot be made."""
        self._check_keys("$", data, _TABLE_KEYS, _OPTIONAL_TABLE_KEYS)
        keys = self._words("$.keys", data.get("keys", []))
        if len(set(keys)) < len(keys) or set(keys) & (_ENTRY_KEYS | _OPTIONAL_ENTRY_KEYS):
            self._refuse("$.keys", Reason.UNREPEATED_KEY, ", ".join(keys))
            return None
        allowed = self._allowed(data.get("allowed", {}), keys)
        texts = data.get("text", False)
        if not isinstance(texts, bool):
            self._refuse("$.text", Reason.TRUTH, texts)
        rows = data.get("entry", [])
        if not isinstance(rows, list) or not rows:
            self._refuse("$.entry", Reason.LIST, rows)
            return None
        found = [
            self._entry(f"$.entry[{at}]", row, keys, allowed, texts=texts is True)
            for at, row in enumerate(rows)
        ]
        checked = self._day("$.checked", data.get("checked"))
        names = {
            name: self._text(f"$.{name}", data.get(name)) for name in ("name", "title", "title_en", "unit")
        }
        entries = [entry for entry in found if entry is not None]
        if self.problems or checked is None:
            return None
        self._check_times(entries)
        return Table(**names, keys=keys, allowed=allowed, checked=checked, entries=tuple(entries))

    def _entry(
        self,
        path: str,
        row: object,
        keys: tuple[str, ...],
        allowed: Mapping[str, Mapping[str, str]],
        *,
        texts: bool,
    ) -> Entry | None:
        if not isinstance(row, dict):
            self._refuse(path, Reason.OBJECT, row)
            return None
        before = len(self.problems)
        self._check_keys(path, row, _ENTRY_KEYS | set(keys), _OPTIONAL_ENTRY_KEYS)
        key = tuple(
            self._choice(f"{path}.{name}", row.get(name), tuple(allowed.get(name, ()))) for name in keys
        )
        since = self._day(f"{path}.since", row.get("since"))
        until = self._day(f"{path}.until", row["until"]) if "until" in row else None
        checked = self._day(f"{path}.checked", row["checked"]) if "checked" in row else None
        without = self._choice(f"{path}.without", row["without"], _WITHOUT) if "without" in row else ""
        confidence = self._choice(f"{path}.confidence", row.get("confidence"), tuple(Confidence))
        value = self._value(f"{path}.value", row["value"], texts=texts) if "value" in row else None
        at_most = row.get("at_most", False)
        if not isinstance(at_most, bool):
            self._refuse(f"{path}.at_most", Reason.TRUTH, at_most)
        if since and until and until < since:
            self._refuse(f"{path}.until", Reason.STARTS_FIRST, until.isoformat())
        if not confidence or since is None or len(self.problems) > before:
            return None
        said = ("value" in row) + ("without" in row) + (confidence == Confidence.UNCONFIRMED)
        if said != 1:
            self._refuse(f"{path}.value", Reason.UNCONFIRMED_VALUE, confidence)
        source = self._text(f"{path}.source", row.get("source"))
        article = self._text(f"{path}.article", row["article"]) if "article" in row else ""
        note = self._text(f"{path}.note", row["note"]) if "note" in row else ""
        return Entry(
            since=since, until=until, value=value, key=key, source=source, article=article,
            confidence=Confidence(confidence), note=note, at_most=at_most is True,
            without=UnknownReason(without) if without else None, checked=checked,
        )  # fmt: skip

    def _check_times(self, entries: list[Entry]) -> None:
        """Check that the rows of each key follow each other day by day, in the order of the file."""
        last: dict[tuple[str, ...], Entry] = {}
        for at, entry in enumerate(entries):
            before = last.get(entry.key)
            last[entry.key] = entry
            if before is None:
                continue
            if before.until is None or entry.since <= before.until:
                self._refuse(f"$.entry[{at}].since", Reason.NO_OVERLAP, entry.since.isoformat())
            elif entry.since != before.until + _DAY:
                self._refuse(f"$.entry[{at}].since", Reason.NO_GAP, entry.since.isoformat())

    def _check_keys(
        self, path: str, data: Mapping[str, object], needed: set[str], optional: set[str]
    ) -> None:
        for name in sorted(needed - set(data)):
            self._refuse(f"{path}.{name}", Reason.PRESENT, None)
        for name in data:
            if name not in needed | optional:
                allowed = {"allowed": ", ".join(sorted(needed | optional))}
                self.problems.append(Problem(f"{path}.{name}", Reason.KNOWN_KEY, shown(data[name]), allowed))

    def _allowed(self, data: object, keys: tuple[str, ...]) -> dict[str, dict[str, str]]:
        """Return the words that each key can be, with what they are called in Vietnamese."""
        if not isinstance(data, dict):
            self._refuse("$.allowed", Reason.OBJECT, data)
            return {}
        self._check_keys("$.allowed", data, set(keys), set())
        allowed: dict[str, dict[str, str]] = {}
        for name in keys:
            words = data.get(name, {})
            if not isinstance(words, dict):
                self._refuse(f"$.allowed.{name}", Reason.OBJECT, words)
                continue
            allowed[name] = {word: self._text(f"$.allowed.{name}.{word}", words[word]) for word in words}
        return allowed

    def _words(self, path: str, data: object) -> tuple[str, ...]:
        if not isinstance(data, list):
            self._refuse(path, Reason.LIST, data)
            return ()
        return tuple(self._text(f"{path}[{at}]", word) for at, word in enumerate(data))

    def _choice(self, path: str, word: object, allowed: tuple[str, ...]) -> str:
        if isinstance(word, str) and word in allowed:
            return word
        if word is not None:  # a missing one was reported
            gaps = {"allowed": ", ".join(allowed)}
            self.problems.append(Problem(path, Reason.ONE_OF, shown(word), gaps))
        return ""

    def _text(self, path: str, text: object) -> str:
        if isinstance(text, str) and text.strip() and text.isprintable():
            return text
        if text is not None:
            self._refuse(path, Reason.NOT_EMPTY, text)
        return ""

    def _day(self, path: str, day: object) -> date | None:
        if _is_day(day):
            return day
        if day is not None:
            self._refuse(path, Reason.DATE, day)
        return None

    def _value(self, path: str, value: object, *, texts: bool) -> Value | None:
        """Return a number, which TOML writes as a text so that its digits are kept, or a text."""
        if texts:
            return self._text(path, value)
        if isinstance(value, str) and _NUMBER.fullmatch(value):
            return Decimal(value)
        self._refuse(path, Reason.NUMERAL, value)
        return None

    def _refuse(self, path: str, reason: Reason, got: object) -> None:
        self.problems.append(Problem(path, reason, "nothing" if got is None else shown(got)))


def _is_day(value: object) -> TypeGuard[date]:
    return isinstance(value, date) and not isinstance(value, datetime)
