"""Periods that are added up: each by itself, unless a span is stated that holds them all."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TypeVar

import attrs
import click

from danvankheo.cli.messages import BadDataError
from danvankheo.domain.periods import Period
from danvankheo.errors import InvalidValueError
from danvankheo.formatting.dates import format_period
from danvankheo.formatting.phrases import enumeration
from danvankheo.reporting.coverage import Coverage, read_period

Command = TypeVar("Command", bound=Callable[..., object])


@attrs.frozen
class Span:
    """A stated stretch of time, within which figures of several periods may be added up.

    Args:
        first: the period with which it begins.
        last: the period with which it ends; the same, if it is of one.
    """

    first: Period
    last: Period

    @property
    def text(self) -> str:
        """The span in words: "từ quý II/2025 đến quý II/2026"."""
        if self.first == self.last:
            return format_period(self.first)
        return f"từ {format_period(self.first)} đến {format_period(self.last)}"

    def holds(self, period: Period) -> bool:
        """Return whether a period lies in it."""
        return self.start <= period.start and period.end <= self.last.end

    @property
    def start(self) -> date:
        """Its first day."""
        return self.first.start


def read_span(text: str) -> Span | None:
    """Return the span that a text states; None if it states none, or may state several.

    >>> read_span("2025-Q2/2026-Q2").text, read_span("quý II/2025/quý II/2026").text
    ('từ quý II/2025 đến quý II/2026', 'từ quý II/2025 đến quý II/2026')
    >>> read_span("stage:2021/2025").text, read_span("2026-Q2/2025-Q2")
    ('giai đoạn 2021-2025', None)
    """
    whole = _period(text)
    if whole:
        return Span(whole, whole)
    cuts = [at for at, letter in enumerate(text) if letter == "/"]
    pairs = [(_period(text[:at]), _period(text[at + 1 :])) for at in cuts]
    found = [
        Span(first, last)
        for first, last in pairs
        if first and last and first.start <= last.start and first.end <= last.end
    ]
    return found[0] if len(found) == 1 else None


def span_option(command: Command) -> Command:
    """Add the option that states a span."""
    return click.option(
        "--span",
        type=_SpanType(),
        metavar="KỲ/KỲ",
        help="Cộng chung các kỳ trong khoảng này, như 2025-Q2/2026-Q2 hay 2026.",
    )(command)


def check_span(covered: Sequence[Coverage], span: Span) -> None:
    """Check that all figures are of times within a span.

    Raises:
        BadDataError: some are not, or their time is not stated.
    """
    unknown = _sources(each for each in covered if each.period is None)
    lines = [f"{source}: có số liệu không ghi kỳ, chưa rõ có thuộc {span.text} không" for source in unknown]
    for period in sorted({each.period for each in covered if each.period and not span.holds(each.period)}):
        sources = ", ".join(_sources(each for each in covered if each.period == period))
        lines.append(f"{sources}: {format_period(period)} nằm ngoài {span.text}")
    if lines:
        raise BadDataError("\n".join([*lines, f"Có {len(lines)} lỗi; chưa cộng gì."]))


def periods_text(periods: Iterable[Period]) -> str:
    """Return periods as a list in a sentence, cut off where it grows long."""
    names = [format_period(period) for period in periods]
    most = 8
    return enumeration(names[:most]) if len(names) <= most else f"{', '.join(names[:most])}, …"


def span_of(periods: Sequence[Period]) -> str:
    """Return the value of ``--span`` that holds all of some periods."""
    first = min(periods, key=lambda period: (period.start, period.end))
    last = max(periods, key=lambda period: (period.end, period.start))
    proposed = f"{first.code}/{last.code}"
    if read_span(proposed) is None:  # one holds the other, or a code has a stroke of its own
        proposed = f"{first.start.isoformat()}/{last.end.isoformat()}"
    return proposed


class _SpanType(click.ParamType[Span]):
    name = "span"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Span:
        if isinstance(value, Span):
            return value
        span = read_span(str(value))
        if span is None:
            self.fail(f"“{value}”; viết như 2025-Q2/2026-Q2, kỳ trước đứng trước", param, ctx)
        return span


def _period(text: str) -> Period | None:
    try:
        return read_period(text, None)
    except InvalidValueError:
        return None


def _sources(covered: Iterable[Coverage]) -> list[str]:
    return [*dict.fromkeys(each.source for each in covered)]
