"""What must hold before figures of several tables and documents are added up."""

import filecmp
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import click

from danvankheo.cli.inputs import check_coverage
from danvankheo.cli.messages import BadDataError
from danvankheo.cli.spans import Span, check_span, periods_text, span_of
from danvankheo.domain.periods import Period
from danvankheo.frames.combining import Gathering
from danvankheo.printing import printable
from danvankheo.reporting.coverage import Coverage
from danvankheo.reporting.place_names import LEVELS, homonyms, lowest

DOCUMENTS: Final = ""
"""What the table of all documents is called: no file is called so."""


def all_of(problems: Sequence[str]) -> str:
    """Return every problem, and how many there are."""
    return "\n".join([*problems, f"Có {len(problems)} lỗi; chưa cộng gì."])


def copies(names: Sequence[str]) -> dict[str, str]:
    """Return the files that hold the very same bytes as another before them, with that one."""
    found: dict[str, str] = {}
    sizes: dict[int, list[str]] = {}
    for name in names:
        try:
            alike = sizes.setdefault(Path(name).stat().st_size, [])
            same = (other for other in alike if filecmp.cmp(other, name, shallow=False))
            first = next(same, None)
        except OSError:  # reported where it is read
            continue
        if first is None:
            alike.append(name)
        else:
            found[name] = first
    return found


def check_what_is_added(
    documents: Sequence[Coverage],
    gathered: Gathering,
    *,
    by: Sequence[str],
    span: Span | None,
    accept: bool,
    dated: bool,
) -> None:
    """Check that what is added up stands once, of one period or as asked, and of places that are one.

    Args:
        documents: of which places and times the documents are.
        gathered: those of the tables; that of all documents is called `DOCUMENTS`.
        by: the columns to group by.
        span: the stretch of time over which periods are added up, if one is stated.
        accept: whether several files may cover one place and time.
        dated: whether all tables have a column of periods.

    Raises:
        BadDataError: it is not; with what to do.
    """
    problems = [f"{name}: {problem.vietnamese}" for name, problem in gathered.problems if name != DOCUMENTS]
    if problems:
        raise BadDataError(all_of(problems))
    of_tables = [each for each in gathered.coverage if each.source != DOCUMENTS]
    covered = [*documents, *of_tables]
    check_coverage(covered, accept=accept)
    if len({each.source for each in covered}) > 1:
        for name in dict.fromkeys(each.source for each in of_tables if lowest(each.names) < 0):
            text = f"Chú ý: {name} có số liệu không ghi thuộc nơi nào, không đối chiếu được với tệp khác."
            click.echo(text, err=True)
    levels = [level for level in LEVELS if level.name.lower() in by]
    alike = homonyms([each.names for each in gathered.coverage], levels)
    if alike:
        name, level = next(iter(alike.items()))
        raise BadDataError(
            f"Có nhiều nơi cùng tên: {', '.join(map(printable, alike))}.\n"
            f"Hãy thêm cột để phân biệt: --by {','.join([level.name.lower(), *by])}."
        )
    if span:
        check_span(covered, span)
    else:
        _check_periods(gathered.coverage if "year" in by else covered, by, "period" if dated else "year")


def _check_periods(covered: Sequence[Coverage], by: Sequence[str], column: str) -> None:
    """Check that no two periods would be added into one figure; the column is one that would part them."""
    if "period" in by:
        return
    groups: dict[int | None, set[Period]] = {}
    for period in (each.period for each in covered if each.period):
        one_year = period.start.year if period.start.year == period.end.year else None
        groups.setdefault(one_year if "year" in by else None, set()).add(period)
    mixed = groups.get(None, set())
    if len(mixed) > 1:
        periods = sorted(mixed)
        raise BadDataError(
            f"Có {len(periods)} kỳ khác nhau ({periods_text(periods)}), không cộng chung.\n"
            f"Hãy thêm --by {','.join([*by, column])} để tách từng kỳ, "
            f"hoặc --span {span_of(periods)} để cộng chung cả khoảng ấy."
        )
    unknown = [*dict.fromkeys(each.source for each in covered if each.period is None)]
    if mixed and unknown:
        text = (
            f"Chú ý: {', '.join(unknown)} có số liệu không ghi kỳ, được cộng chung với {periods_text(mixed)}."
        )
        click.echo(text, err=True)
