"""Which files a call names: those of folders too, in an order that no file system decides."""

import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Final, NamedTuple
from unicodedata import normalize

from danvankheo.bilingual import Words
from danvankheo.checking import checked_iterable
from danvankheo.errors import invalid
from danvankheo.files import StrPath, path_of
from danvankheo.locale_vi.collation import sort_key
from danvankheo.office.source import SUFFIXES
from danvankheo.reasons import Reason

MOST_FILES: Final = 20_000
"""Files of one collection."""

_TEMPORARY: Final = ("~$", ".", "#")  # what Word, LibreOffice and editors put beside a file that is open
_SUFFIXES: Final = SUFFIXES | {".json"}


class Named(NamedTuple):
    """A file, and what addresses call it: its name, with folders where the name alone is not enough."""

    path: Path
    name: str


def files_of(paths: StrPath | Iterable[StrPath], where: str) -> list[Named]:
    """Return the files that paths name, sorted by what they are called.

    Folders are gone through with all that is in them, hidden and temporary files aside.

    Raises:
        InvalidValueError: no path; a path named twice is taken once; more files than any province sends.
        FileNotFoundError: there is no such file.
    """
    wanted = Words("đường dẫn của tệp, thư mục", "paths of files and folders")
    given = [paths] if isinstance(paths, str | os.PathLike) else [*checked_iterable(paths, where, wanted)]
    found: dict[Path, str] = {}
    for one in given:
        path = Path(path_of(one, where))
        if path.is_dir():
            for inside in path.rglob("*"):
                relative = inside.relative_to(path)
                hidden = any(part.startswith(_TEMPORARY) for part in relative.parts)
                if not hidden and inside.suffix.lower() in _SUFFIXES and inside.is_file():
                    found.setdefault(inside.absolute(), relative.as_posix())
        elif not path.exists():
            raise FileNotFoundError(2, os.strerror(2), str(path))
        else:
            found[path.absolute()] = path.name
    if len(found) > MOST_FILES:
        most = f"{MOST_FILES:,}".replace(",", ".")
        allowed = Words(f"không quá {most} tệp", f"at most {MOST_FILES} files")
        raise invalid(f"{where}.paths", Reason.ONE_OF, len(found), allowed=allowed)
    times = Counter(normalize("NFC", name) for name in found.values())
    named = [
        Named(path, name if times[normalize("NFC", name)] == 1 else path.as_posix())
        for path, name in found.items()
    ]
    return sorted(
        named, key=lambda each: (sort_key(normalize("NFC", each.name)), each.name, each.path.as_posix())
    )
