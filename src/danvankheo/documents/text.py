"""Documents as text: one movement, a version, and all errors at once."""

import json
from collections import Counter
from typing import Any, Final, NoReturn

from danvankheo.bilingual import Words
from danvankheo.checking import check_type
from danvankheo.documents.converter import structured, unstructured
from danvankheo.documents.diagnosis import ROOT, RepeatedKeys, problems_of
from danvankheo.documents.shapes import shape_of
from danvankheo.domain.movement import Movement
from danvankheo.errors import DocumentError, Problem, invalid, problem_at
from danvankheo.printing import shown
from danvankheo.reasons import Reason

VERSION: Final = 1
"""The version that `dumps` writes."""

LONGEST_DOCUMENT: Final = 256 * 1024 * 1024
"""No document is longer; a file of a million contributions has half of that."""

_READABLE: Final = (1,)
_OUTSIDE: Final = ("version", "$schema")


def dumps(movement: Movement) -> str:
    """Return a movement as a JSON document; inverse of `loads`.

    Numbers are texts, dates are in ISO form, what is not stated is left out.

    >>> from danvankheo import Period
    >>> print(dumps(Movement(name="Dân vận khéo", period=Period.year(2022))))
    {
      "version": 1,
      "name": "Dân vận khéo",
      "period": "2022"
    }
    <BLANKLINE>
    """
    check_type(movement, Movement, "dumps")
    body = {"version": VERSION, **unstructured(movement)}
    return json.dumps(body, ensure_ascii=False, indent=2) + "\n"


def loads(text: str | bytes) -> Movement:
    """Return the movement of a JSON document of any version; inverse of `dumps`.

    Args:
        text: JSON of at most 256 MiB; bytes are UTF-8, a byte-order mark is passed over.

    Raises:
        DocumentError: the text is no such document; it carries every problem with its path.
        InvalidValueError: neither text nor bytes.

    >>> loads('{"version": 1, "name": "Dân vận khéo", "period": "2022"}').period.code
    '2022'
    >>> loads('{"version": 1, "name": "", "indicators": [{"name": "Trường", "part": "hai bảy"}]}')
    Traceback (most recent call last):
    danvankheo.errors.DocumentError: $.name: expected text that is not blank, got ""
    $.period: expected this key, got nothing
    $.indicators[0].part: expected a number, got "hai bảy"
    """
    if not isinstance(text, str | bytes | bytearray):
        raise invalid("loads", Reason.TYPE, text, type=Words("chuỗi hoặc bytes", "text or bytes"))
    raw, repeated = _parsed(_decoded(text))
    outside = _outside_problems(raw)
    if isinstance(raw, dict) and not repeated and not outside:
        body = {key: value for key, value in raw.items() if key not in _OUTSIDE}
        try:
            movement: Movement = structured(body, Movement)
        except Exception:  # whatever it was, the diagnosis says it better
            problems = problems_of(raw, shape_of(Movement), outside=_OUTSIDE)
            if not problems:
                raise
            raise DocumentError(problems) from None
        return movement
    raise DocumentError(problems_of(raw, shape_of(Movement), outside=_OUTSIDE, found=outside))


def _outside_problems(raw: object) -> list[Problem]:
    """Return what is wrong with the keys that are about the document, not about the movement."""
    problems: list[Problem] = []
    if not isinstance(raw, dict):
        return problems
    version, schema = raw.get("version"), raw.get("$schema", "")
    if version is None:
        problems.append(Problem("$.version", Reason.PRESENT, "nothing", loc=("version",)))
    elif not isinstance(version, int) or isinstance(version, bool) or version not in _READABLE:
        details = {"allowed": ", ".join(str(version) for version in _READABLE)}
        problems.append(Problem("$.version", Reason.VERSION, shown(version), details, loc=("version",)))
    if not isinstance(schema, str):
        problems.append(Problem("$.$schema", Reason.TEXT, shown(schema), loc=("$schema",)))
    return problems


def _decoded(text: str | bytes | bytearray) -> str:
    if len(text) > LONGEST_DOCUMENT:
        raise DocumentError((Problem(ROOT, Reason.SIZE, "more", {"most": str(LONGEST_DOCUMENT)}),))
    if isinstance(text, str):
        return text.removeprefix("\ufeff")
    try:
        return text.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        byte = f"byte 0x{text[error.start]:02x}"
        got = Words(f"{byte} ở vị trí {error.start}", f"{byte} at position {error.start}")
        raise DocumentError((problem_at(ROOT, Reason.UTF8, got),)) from None


def _parsed(text: str) -> tuple[object, bool]:
    """Return what JSON says, and whether some object repeats a key."""
    repeats = False

    def members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal repeats
        made = dict(pairs)
        if len(made) == len(pairs):
            return made
        repeats = True
        marked = RepeatedKeys(made)
        counts = Counter(key for key, _ in pairs)
        marked.repeated = tuple(key for key, count in counts.items() if count > 1)
        return marked

    try:
        return json.loads(text, object_pairs_hook=members, parse_constant=_no_constant), repeats
    except json.JSONDecodeError as error:
        found = shown(text[error.pos : error.pos + 20]) if error.pos < len(text) else "the end"
        where = Words(f"dòng {error.lineno}, cột {error.colno}", f"line {error.lineno}, column {error.colno}")
        raise DocumentError((problem_at(where, Reason.JSON, found),)) from None
    except RecursionError:
        raise DocumentError((Problem(ROOT, Reason.DEPTH, "brackets in brackets"),)) from None
    except ValueError as error:  # NaN, or an integer of thousands of digits
        raise DocumentError((Problem(ROOT, Reason.JSON, shown(str(error))),)) from None


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)
