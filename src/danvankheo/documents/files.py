"""Documents as files."""

import os

from danvankheo.documents.text import LONGEST_DOCUMENT, dumps, loads
from danvankheo.domain.movement import Movement
from danvankheo.errors import DocumentError
from danvankheo.files import StrPath, path_of, replaced


def load(path: StrPath) -> Movement:
    """Return the movement that a JSON file holds; inverse of `save`.

    Raises:
        DocumentError: the file is no such document; it carries every problem and the path.
        InvalidValueError: no path.
        OSError: the file cannot be read.

    >>> load("docs/examples/an-khe-2022.json").place.name
    'An Khê'
    """
    with open(path_of(path, "load"), "rb") as file:
        data = file.read(LONGEST_DOCUMENT + 1)
    try:
        return loads(data)
    except DocumentError as error:
        raise DocumentError(error.problems, os.fspath(path)) from None


def save(movement: Movement, path: StrPath) -> None:
    """Write a movement to a JSON file: whoever looks sees the old file or the new, never half.

    Raises:
        InvalidValueError: no path.
        OSError: the file cannot be written; the old one stands as it was.

    >>> from danvankheo import Period
    >>> save(Movement(name="Dân vận khéo", period=Period.year(2022)), "dan-van-kheo.json")
    >>> load("dan-van-kheo.json").name
    'Dân vận khéo'
    """
    with replaced(path_of(path, "save")) as whole:
        whole.write_text(dumps(movement), encoding="utf-8", newline="\n")
