"""Documents of the command line as files: Word, Excel, web pages, Markdown."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from danvankheo.cli.inputs import why_unwritten
from danvankheo.cli.messages import BadDataError, UnreadableError
from danvankheo.errors import InvalidValueError, LongNumberWarning
from danvankheo.extras import missing_vi
from danvankheo.files import replaced
from danvankheo.printing import printable
from danvankheo.reporting.blocks import Document
from danvankheo.reporting.render import to_html, to_markdown

if TYPE_CHECKING:
    from danvankheo.office.writing.letterhead import Letterhead

TEXTS: Final = {".html": to_html, ".md": to_markdown}
SUFFIXES: Final = (".docx", ".xlsx", *TEXTS)
"""What the names of files end in that can be written."""


def check_output(output: str | None) -> None:
    """Check that a file to be written is of a kind that can be, before anything is read.

    Raises:
        UsageError: it is not.
    """
    if output is not None and Path(output).suffix.lower() not in SUFFIXES:
        raise click.UsageError(f"--output cần tệp {', '.join(SUFFIXES)}; lệnh ghi “{printable(output)}”")


@contextmanager
def writing(output: str) -> Iterator[None]:
    """Write a file in the block, say so, and say in Vietnamese why it could not be.

    Raises:
        UnreadableError: it cannot be written, or a library is missing.
        BadDataError: something in it that such a file cannot hold.
    """
    try:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always", LongNumberWarning)
            yield
    except ModuleNotFoundError as error:
        raise UnreadableError(missing_vi(error.name, "office")) from None
    except InvalidValueError as error:
        raise BadDataError(error.vietnamese) from None
    except OSError as error:
        raise UnreadableError(f"Không ghi được {printable(output)}: {why_unwritten(error)}") from None
    if caught:
        click.echo("Chú ý: số dài hơn 15 chữ số được ghi dưới dạng chữ, vì Excel sẽ làm tròn.", err=True)
    click.echo(f"Đã ghi {printable(output)}", err=True)


def write_document(
    document: Document, output: str, *, layout: str = "nd30", letterhead: "Letterhead | None" = None
) -> None:
    """Write a document to a file of the kind that its name promises, whole or not at all.

    Raises:
        UnreadableError: it cannot be written, or a library is missing.
        BadDataError: something in it that such a file cannot hold.
    """
    suffix = Path(output).suffix.lower()
    with writing(output):
        if suffix == ".docx":
            from danvankheo.office.writing.word import write_word  # noqa: PLC0415

            write_word(document, output, layout=layout, letterhead=letterhead)
        elif suffix == ".xlsx":
            from danvankheo.office.writing.excel import write_excel  # noqa: PLC0415

            write_excel(document, output)
        else:
            with replaced(output) as whole:
                whole.write_text(TEXTS[suffix](document), encoding="utf-8", newline="\n")
