"""The program and its Vietnamese voice: help, usage errors, exit codes.

A command returns what it has to say; only here is it written, whole, so that nothing is ever
printed half. Exit codes: 0 done, 1 findings or invalid data, 2 wrong call.
"""

import os
import sys
from io import TextIOWrapper
from typing import Final

import click

from danvankheo import __version__
from danvankheo.cli.audit import audit
from danvankheo.cli.award import award
from danvankheo.cli.chart import chart
from danvankheo.cli.collect import collect
from danvankheo.cli.draft import draft
from danvankheo.cli.inputs import why_unwritten
from danvankheo.cli.law import law
from danvankheo.cli.messages import BadDataError, HelpInVietnamese, Outcome, UnreadableError, usage_message
from danvankheo.cli.parse import parse
from danvankheo.cli.places import places
from danvankheo.cli.report import report
from danvankheo.cli.scan import scan
from danvankheo.cli.template import template
from danvankheo.cli.totals import totals
from danvankheo.cli.words import words

_DONE: Final = 0
_BAD_DATA: Final = 1
_WRONG_CALL: Final = 2


class _Program(HelpInVietnamese, click.Group):
    """A group of commands whose messages are Vietnamese."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the arguments name."""
        if args[0] not in self.commands and not args[0].startswith("-"):
            ctx.fail(f"không có lệnh “{args[0]}”; các lệnh: {', '.join(self.commands)}")
        return super().resolve_command(ctx, args)


@click.group(
    cls=_Program,
    context_settings={"help_option_names": ["-h", "--help"]},
    no_args_is_help=True,
    epilog="Ví dụ: danvankheo report an-khe-2022.json",
)
@click.version_option(__version__, "-V", "--version", message="%(version)s", help="Hiển thị phiên bản.")
def program() -> None:
    """Tính toán, đọc và viết số liệu phong trào thi đua, như “Dân vận khéo”."""


for _command in (
    report,
    totals,
    collect,
    template,
    chart,
    audit,
    scan,
    draft,
    award,
    law,
    places,
    parse,
    words,
):
    program.add_command(_command)


def run(args: list[str] | None = None) -> int:
    """Run the program and return its exit code; nothing but a bug leaves a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # not so under a test that captures output
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        output = program.main(args, prog_name="danvankheo", standalone_mode=False)
    except BadDataError as error:
        return _told(str(error), _BAD_DATA)
    except UnreadableError as error:
        return _told(str(error), _WRONG_CALL)
    except click.exceptions.NoArgsIsHelpError as error:
        return _told(error.format_message(), _WRONG_CALL)
    except click.ClickException as error:
        return _told(usage_message(error), _WRONG_CALL)
    except (click.Abort, KeyboardInterrupt):
        return _WRONG_CALL
    except OSError as error:  # click itself writes the help
        return _told(f"Không ghi được kết quả: {why_unwritten(error)}", _WRONG_CALL)
    if isinstance(output, Outcome):
        return _written(output.text) or output.code
    return _written(output) if isinstance(output, str) else _DONE


def _written(output: str) -> int:
    """Write the output and return the exit code."""
    try:
        if sys.stdout is None:
            raise OSError(0, "đầu ra chuẩn đã đóng")
        sys.stdout.write(output)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader of a pipe left early, as `head` does
        _discard_output()
    except OSError as error:
        _discard_output()
        return _told(f"Không ghi được kết quả: {why_unwritten(error)}", _WRONG_CALL)
    return _DONE


def _discard_output() -> None:
    """Let Python's own flush at exit go nowhere, instead of failing a second time."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _told(message: str, code: int) -> int:
    click.echo(message, err=True)
    return code
