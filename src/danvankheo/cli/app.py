"""The program and its Vietnamese voice: help, usage errors, exit codes.

Exit codes: 0 done, 1 findings or invalid data, 2 wrong call.
"""

import os
import sys
from typing import Final

import click

from danvankheo import __version__
from danvankheo.cli.messages import BadDataError, HelpInVietnamese, usage_message
from danvankheo.cli.report import report

_DONE: Final = 0
_BAD_DATA: Final = 1
_WRONG_CALL: Final = 2


class _Program(HelpInVietnamese, click.Group):
    """A group of commands that speaks Vietnamese."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the arguments name."""
        if args[0] not in self.commands and not args[0].startswith("-"):
            ctx.fail(f"không có lệnh {args[0]}; có: {', '.join(self.commands)}")
        return super().resolve_command(ctx, args)


@click.group(
    cls=_Program,
    context_settings={"help_option_names": ["-h", "--help"]},
    no_args_is_help=True,
    epilog="Ví dụ: danvankheo report an-khe-2022.json",
)
@click.version_option(__version__, "-V", "--version", message="%(version)s", help="Hiện phiên bản.")
def program() -> None:
    """Tính toán và trình bày số liệu phong trào thi đua, như “Dân vận khéo”."""


program.add_command(report)


def run(args: list[str] | None = None) -> int:
    """Run the program and return its exit code; nothing but a bug leaves a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    try:
        code = program.main(args, prog_name="danvankheo", standalone_mode=False)
        sys.stdout.flush()
    except BadDataError as error:
        click.echo(str(error), err=True)
        return _BAD_DATA
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        return _WRONG_CALL
    except click.ClickException as error:
        click.echo(usage_message(error), err=True)
        return _WRONG_CALL
    except (click.Abort, KeyboardInterrupt):
        return _WRONG_CALL
    except BrokenPipeError:  # the reader of a pipe left early, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _DONE
    return code if isinstance(code, int) else _DONE
