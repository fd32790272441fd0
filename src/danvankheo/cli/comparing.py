"""Reports of two periods side by side: the options of `report`, and what they print."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final, TypeVar

import click

from danvankheo.calc.comparison import Basis, Compared, Comparison
from danvankheo.calc.same_places import compare_movements
from danvankheo.cli.document_files import check_output, write_document
from danvankheo.cli.inputs import DOCUMENTS, Inputs, check_coverage, read_named
from danvankheo.cli.messages import BadDataError, of_options
from danvankheo.domain.movement import Movement
from danvankheo.domain.quantities import Quantity
from danvankheo.errors import InvalidValueError
from danvankheo.formatting.phrases import place_name
from danvankheo.reporting.blocks import Document, Items, Title
from danvankheo.reporting.coverage import coverage_of
from danvankheo.reporting.of_comparison import report_of_comparison
from danvankheo.reporting.of_many import group_name

Command = TypeVar("Command", bound=Callable[..., object])

_BASES: Final[Mapping[str, Basis]] = {
    "cung-ky": Basis.SAME_PERIOD,
    "ky-truoc": Basis.BEFORE,
    "ke-hoach": Basis.PLAN,
    "chi-tieu": Basis.TARGET,
    **{basis.value: basis for basis in Basis},
}


def compare_options(command: Command) -> Command:
    """Add the options that put reports beside those of another period."""
    basis = click.option(
        "--basis",
        type=click.Choice([*_BASES]),
        metavar="CĂN CỨ",
        help="Tệp của --compare là gì: cung-ky, ky-truoc, ke-hoach hay chi-tieu; không nêu thì xét theo kỳ.",
    )
    compare = click.option(
        "--compare",
        "compared",
        multiple=True,
        metavar="TỆP",
        help="So với báo cáo kỳ khác hay kế hoạch: một tệp, hoặc thư mục các tệp .json; ghi được nhiều lần.",
    )
    return compare(basis(command))


def read_all(names: Sequence[str]) -> dict[str, Movement]:
    """Return the movements of files, folders and patterns, of which every one must be usable.

    Raises:
        UnreadableError: one cannot be read.
        BadDataError: one is no document, or holds the same figures as another.
    """
    inputs = Inputs.of(names, DOCUMENTS, strict=True)
    named = read_named(inputs)
    inputs.check(any_used=bool(named))
    return named


def comparison_of(
    movements: Sequence[Movement],
    names: Sequence[str],
    *,
    by: str | None,
    basis: str | None,
    accept: bool,
    charts: bool,
) -> tuple[Comparison, Mapping[object, Comparison] | None, Document]:
    """Return reports beside those of other files: all of them, by group, and as a document.

    Args:
        movements: the reports of the later period.
        names: files or folders of the others.
        by: by what they are grouped, if by anything.
        basis: what the others are.
        accept: whether several reports of one place and time are added up.
        charts: whether each figure of several groups has a chart.

    Raises:
        BadDataError: files that cannot be read or compared.
    """
    named = read_all(names)
    others = [*named.values()]
    check_coverage([coverage_of(source, each) for source, each in named.items()], accept=accept)
    of = _BASES[basis] if basis else _basis(movements, others)
    try:
        together = compare_movements(movements, others, basis=of)
        groups = compare_movements(movements, others, by=by, basis=of) if by else None
    except InvalidValueError as error:
        raise BadDataError(of_options(error.vietnamese)) from None
    report = report_of_comparison(together, groups, first=_FIRST.get(by or "", "Nơi"), charts=charts)
    return together, groups, _with_coverage(report, movements, others)


_FIRST: Final = {"field": "Lĩnh vực", "organizer": "Đơn vị tổ chức"}


def _basis(movements: Sequence[Movement], others: Sequence[Movement]) -> Basis:
    """Return what earlier reports are, by their period."""
    periods = {each.period for each in movements}, {each.period for each in others}
    try:
        last_year = {period.same_period_last_year() for period in periods[0]}
    except InvalidValueError:  # longer than a year
        return Basis.BEFORE
    return Basis.SAME_PERIOD if last_year == periods[1] else Basis.BEFORE


def _with_coverage(report: Document, movements: Sequence[Movement], others: Sequence[Movement]) -> Document:
    """Return the report with the places that only one side has, by their names."""
    ours, theirs = ({place_name(each.place) for each in side if each.place} for side in (movements, others))
    items = [
        f"{head}: {', '.join(sorted(names))}."
        for head, names in (
            ("Chỉ có báo cáo kỳ này", ours - theirs),
            ("Chỉ có báo cáo kỳ so sánh", theirs - ours),
        )
        if names
    ]
    if not items:
        return report
    blocks = (*report.blocks, Title("Nơi báo cáo"), Items(tuple(items)))
    return Document(title=report.title, subtitle=report.subtitle, blocks=blocks)


def write_comparison(
    document: Document, movements: Sequence[Movement], output: str, layout: str | None
) -> None:
    """Write a comparison to a file; in Word under the head of those who report."""
    from danvankheo.office.writing.letterhead import letterhead_of  # noqa: PLC0415

    check_output(output)
    head = letterhead_of(movements)
    write_document(document, output, layout=layout or "nd30", letterhead=head)


def comparison_data(together: Comparison, groups: Mapping[object, Comparison] | None) -> dict[str, object]:
    """Return a comparison as plain data: exact figures as texts."""
    data: dict[str, object] = {
        "basis": together.basis.value,
        "lines": [_line(line) for line in together.lines],
    }
    if together.periods:
        data["periods"] = [period.code for period in together.periods]
    if groups is not None:
        data["groups"] = [
            {"group": group_name(key), "lines": [_line(line) for line in each.lines]}
            for key, each in groups.items()
        ]
    return data


def _line(line: Compared) -> dict[str, object]:
    told: dict[str, object] = {"part": line.key.part.value, "what": line.key.what}
    if line.key.unit:
        told["unit"] = line.key.unit.code if line.key.unit.measure != "counted" else line.key.unit.name
    for name in ("now", "before", "difference", "growth", "attainment"):
        value = getattr(line, name)
        told[name] = (
            None if value is None else f"{value.amount:f}" if isinstance(value, Quantity) else str(value)
        )
    return told | {"why": [why.value for why in line.why], "approximate": line.is_approximate}
