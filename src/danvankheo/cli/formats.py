"""The forms in which commands print a report, and the option that names one."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, TypeVar

import click

from danvankheo.cli.terminal import to_terminal
from danvankheo.reporting.blocks import Document
from danvankheo.reporting.render import to_html, to_markdown

Command = TypeVar("Command", bound=Callable[..., object])

WRITERS: Final[Mapping[str, Callable[[Document], str]]] = MappingProxyType(
    {"text": to_terminal, "markdown": to_markdown, "html": to_html}
)
"""What writes a report in each form."""


def format_option(*more: str) -> Callable[[Command], Command]:
    """Return the option ``--format`` of a command, which passes the form on as ``form``.

    Args:
        more: forms of data that the command writes besides those of `WRITERS`.
    """
    _, *others, last = (*WRITERS, *more)
    return click.option(
        "--format",
        "form",
        type=click.Choice([*WRITERS, *more]),
        default="text",
        metavar="DẠNG",
        help=f"Dạng in: text (mặc định, xem trên màn hình), {', '.join(others)} hay {last}.",
    )
