"""What the command line says in Vietnamese where click has English."""

import json
import re
from typing import Final

import attrs
import click

from danvankheo.printing import ESCAPED

CONVENTION_HELP: Final = (
    "Cách đọc 1,500: vi là 1,5; en là 1500. Nếu không chọn, chương trình báo có hai cách hiểu."
)


@attrs.frozen
class Outcome:
    """What a command prints on its output, and its exit code, where that is not 0."""

    text: str
    code: int


class BadDataError(Exception):
    """Files that hold no usable data; the text is what the user sees."""


class UnreadableError(Exception):
    """Files that cannot be read at all; the text is what the user sees."""


def of_options(text: str) -> str:
    """Return a message about arguments as one about the options of the command line.

    >>> of_options('nêu sheet= là một trong: A, B'), of_options('convention="vi"')
    ('nêu --sheet là một trong: A, B', '--convention vi')
    """
    text = re.sub(r"\b([a-z_]+)=True\b", lambda found: _option(found[1]), text)
    text = re.sub(r"\b([a-z_]+)=\"([^\"]*)\"", lambda found: f"{_option(found[1])} {found[2]}", text)
    return re.sub(r"(?<![\w-])([a-z_]+)=(?=[ ,;.)]|$)", lambda found: _option(found[1]), text)


def _option(argument: str) -> str:
    return f"--{argument.replace('_', '-')}"


def to_json(data: object) -> str:
    """Return data as JSON for a person or a program to read."""
    return escaped_json(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


def escaped_json(text: str) -> str:
    """Return JSON with escapes in place of what a terminal would obey; it means the same."""
    return ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


class HelpInVietnamese(click.Command):
    """A command whose help has Vietnamese headings."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line that says how to call it."""
        pieces = [piece.replace("OPTIONS", "TÙY CHỌN") for piece in self.collect_usage_pieces(ctx)]
        pieces = [piece.replace("COMMAND [ARGS]...", "LỆNH …") for piece in pieces]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="Cách dùng: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, and the commands of a group."""
        options = (option for option in self.get_params(ctx) if isinstance(option, click.Option))
        told = [record for option in options if (record := option.get_help_record(ctx)) is not None]
        with formatter.section("Tùy chọn"):
            formatter.write_dl(told)
        if isinstance(self, click.Group):
            commands = [(name, self.commands[name].get_short_help_str(70)) for name in self.commands]
            with formatter.section("Lệnh"):
                formatter.write_dl(commands)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option that shows the help."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Hiển thị hướng dẫn này."
        return option


def usage_message(error: click.ClickException) -> str:
    """Return what is wrong with a call, and where help is."""
    match error:
        case click.NoSuchOption():
            near = f" Có phải là {' hoặc '.join(error.possibilities)}?" if error.possibilities else ""
            text = f"Không có tùy chọn {error.option_name}.{near}"
        case click.MissingParameter():
            name = error.param.human_readable_name.rstrip("…") if error.param else ""
            text = f"Thiếu {name}."
        case click.BadParameter():
            name = error.param.opts[0] if error.param and error.param.opts else ""
            kind = error.param.type if error.param else None
            choices = ", ".join(map(str, kind.choices)) if isinstance(kind, click.Choice) else ""
            wrong = error.message.split("'")[1:2]
            text = (
                f"{name} không nhận “{''.join(wrong)}”; chọn một trong: {choices}."
                if choices
                else f"{name} không nhận {error.message}."
            )
        case click.UsageError() if error.message.startswith("Got unexpected extra argument"):
            text = f"Lệnh chưa đúng: thừa {error.message.partition('(')[2].rstrip(')')}."
        case click.BadOptionUsage():
            text = f"Tùy chọn {error.option_name} còn thiếu giá trị."
        case _:
            text = f"Lệnh chưa đúng: {error.format_message()}"
    context = error.ctx if isinstance(error, click.UsageError) else None
    path = context.command_path if context else "danvankheo"
    return f"{text}\nXem hướng dẫn: {path} --help"
