"""A collection: what many files hold together, and the one exact total that can be said of it."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Literal

import attrs

from danvankheo.auditing.findings.codes import Severity
from danvankheo.bilingual import Words
from danvankheo.calc.rollup import Grouping, RollUp, roll_up
from danvankheo.calc.totals import summarise
from danvankheo.domain.movement import Movement
from danvankheo.domain.periods import Period
from danvankheo.domain.places import Place, PlaceLevel
from danvankheo.domain.summary import Summary, Total
from danvankheo.errors import invalid
from danvankheo.files import StrPath
from danvankheo.formatting.dates import format_period
from danvankheo.office.collecting.records import CollectingProblem, RepeatedSender, Sent, Standing
from danvankheo.office.tables.figures import NotUnderstood
from danvankheo.reasons import Reason
from danvankheo.reporting.blocks import Document


@attrs.frozen(kw_only=True, eq=False)
class Collection:
    """What many files hold together. `str` and notebooks show it as a page in Vietnamese.

    Args:
        sent: what each file holds, in the order of the files: its movements, each with its cells.
        problems: what is wrong, or worth a look, with its place.
        missing: the expected places of which no file came.
        repeated: places that more than one file is of, and which of these are copies.
        not_understood: what of the files was not used, and why.
        likely: the second look: slips by a thousand, copied figures, unusual rates; never errors.
        expected: the places that should have sent something.
        period: the period that was collected, if one was asked for.
        files: all files that were looked at.
        heads: who sends each file, as its official head says.

    >>> from danvankheo import Period, office
    >>> found = office.collect(
    ...     "docs/examples/office/nop",
    ...     period=Period.quarter(2026, 2),
    ...     expected=["xã Ia Sơn", "xã Ia Nhơn", "xã An Thành", "xã Kbang"],
    ... )
    >>> [place.name for place in found.missing], str(found.undecided[0])
    (['Kbang'], 'xã Ia Nhơn, quý II/2026: ia-nhon-gui-lai.docx, ia-nhon.docx')
    """

    sent: tuple[Sent, ...] = attrs.field(repr=False)
    problems: tuple[CollectingProblem, ...] = attrs.field(default=(), repr=False)
    missing: tuple[Place, ...] = attrs.field(default=(), repr=False)
    repeated: tuple[RepeatedSender, ...] = attrs.field(default=(), repr=False)
    not_understood: tuple[NotUnderstood, ...] = attrs.field(default=(), repr=False)
    likely: tuple[CollectingProblem, ...] = attrs.field(default=(), repr=False)
    expected: tuple[Place, ...] = attrs.field(default=(), repr=False)
    period: Period | None = None
    files: tuple[str, ...] = ()
    heads: Mapping[str, str] = attrs.field(factory=lambda: MappingProxyType({}), repr=False)

    @property
    def movements(self) -> tuple[Movement, ...]:
        """The movements that count."""
        return tuple(each.movement for each in self.sent if each.counts)

    @property
    def undecided(self) -> tuple[RepeatedSender, ...]:
        """The places that sent twice, of which nobody has said which file counts."""
        return tuple(each for each in self.repeated if not each.decided)

    @property
    def complete(self) -> bool:
        """Whether nobody is missing, nothing is double, and no file has an error."""
        return not self.missing and not self.undecided and not self.of(Severity.ERROR)

    def of(self, severity: Severity) -> tuple[CollectingProblem, ...]:
        """Return the problems of one severity."""
        return tuple(each for each in self.problems if each.severity is severity)

    def problems_of(self, file: str) -> tuple[CollectingProblem, ...]:
        """Return the problems of one file, and what the second look says of it."""
        return tuple(each for each in (*self.problems, *self.likely) if each.file == file)

    def check(self) -> None:
        """Check that one total can be said.

        Raises:
            InvalidValueError: a place sent twice and nobody said which file counts; or the movements are of
                several periods and none was asked for.
        """
        if self.undecided:
            first = self.undecided[0]
            raise invalid(
                "Collection.total",
                Reason.SENT_ONCE,
                str(first),
                more=str(len(self.undecided)),
            )
        periods = sorted({movement.period for movement in self.movements})
        if self.period is None and len(periods) > 1:
            named = Words(
                ", ".join(map(format_period, periods[:6])), ", ".join(period.code for period in periods[:6])
            )
            raise invalid("Collection.total", Reason.ONE_PERIOD, len(periods), periods=named)

    def summary(self) -> Summary:
        """Return the exact totals of all that counts.

        Raises:
            InvalidValueError: as `check`.
        """
        self.check()
        return summarise(self.movements)

    @property
    def total(self) -> tuple[Total, ...]:
        """The exact sums of contributions by kind and base unit.

        Raises:
            InvalidValueError: as `check`.
        """
        return self.summary().contributions

    def roll_up(
        self, *, by: PlaceLevel | Grouping | Literal["commune", "province", "period", "field"]
    ) -> RollUp[Any]:
        """Return one summary a group, as `danvankheo.roll_up` does; two periods only with ``by="period"``.

        Raises:
            InvalidValueError: as `check`, and no such grouping.
        """
        if by in (Grouping.PERIOD, "period"):
            if self.undecided:
                self.check()
        else:
            self.check()
        found: RollUp[Any] = roll_up(self.movements, by=by)  # type: ignore[arg-type]  # any of the groupings
        return found

    def sent_by(self, standing: Standing) -> Iterator[Sent]:
        """Yield what was sent and stands so."""
        return (each for each in self.sent if each.standing is standing)

    def report(self) -> Document:
        """Return the page that `str` shows: totals, senders, problems, what is missing and double."""
        from danvankheo.office.collecting.pages import page_of  # noqa: PLC0415  # loaded when it is looked at

        return page_of(self)

    def as_data(self) -> dict[str, object]:
        """Return everything as plain data for JSON: figures as text, places in words, movements as saved."""
        from danvankheo.office.collecting.data import data_of  # noqa: PLC0415

        return data_of(self)

    def save(self, path: StrPath) -> None:
        """Write a workbook (.xlsx) of results and problems, or JSON (.json).

        Raises:
            InvalidValueError: another kind of file.
            ModuleNotFoundError: XlsxWriter is not installed; the message names the extra.
            OSError: the file cannot be written.
        """
        from danvankheo.office.collecting.workbook import save_collection  # noqa: PLC0415

        save_collection(self, path)

    def letters(self, *, signed: str = "") -> dict[str, str]:
        """Return one letter for each sender that has problems, listing them."""
        from danvankheo.office.collecting.letters import letters_of  # noqa: PLC0415

        return letters_of(self, signed=signed)

    def __str__(self) -> str:
        """Return the page in plain text."""
        return str(self.report())
