"""The audit of whole papers: tables, text, text against tables, paper against paper."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from danvankheo.checking import check_type, checked_each
from danvankheo.office.checking.against_tables import audit_text_against_tables
from danvankheo.office.checking.between import audit_between
from danvankheo.office.checking.figures import in_unit
from danvankheo.office.checking.findings import PaperFinding, PaperFindings
from danvankheo.office.checking.texts import audit_text, facts_of
from danvankheo.office.checking.within import Within, audit_within, not_checked_of
from danvankheo.office.paper import Paper
from danvankheo.office.tables.figures import TableFigure
from danvankheo.office.tables.reading import TableReading, read_tables


def audit_paper(paper: Paper) -> PaperFindings:
    """Return what is wrong in a paper, in the order of its places.

    Checked are sums down rows and across columns, stated formulas, shares, attainments and changes, parts
    against wholes, sums over time, flows, tables against each other, the text by itself and against the
    tables. A true paper gives no error and no warning.

    Args:
        paper: the paper, as `danvankheo.office.read` returns it.

    >>> from danvankheo.office.grid import Cell, Grid
    >>> from danvankheo.office.address import Address
    >>> from danvankheo.office.paper import PaperKind
    >>> head, east, west = ["TT", "Ấp", "Tiền (triệu đồng)"], ["1", "Đông", "96,5"], ["2", "Tây", "20"]
    >>> texts = [head, east, west, ["", "Cộng", "118,5"]]
    >>> cells = [
    ...     Cell(row=row, column=column, text=text)
    ...     for row, line in enumerate(texts, 1)
    ...     for column, text in enumerate(line, 1)
    ... ]
    >>> grid = Grid(address=Address(table=1), rows=4, columns=3, cells=tuple(cells))
    >>> found = audit_paper(Paper(file="bieu.docx", kind=PaperKind.WORD, blocks=(grid,)))
    >>> str(found[0].address), found[0].correction
    ('bảng 1, dòng 4, cột “Tiền (triệu đồng)”', '116,5')
    >>> print(found[0].vietnamese)
    tổng ghi 118,5 triệu đồng, các dòng 2–3 cộng lại được 116,5 triệu đồng (lệch 2,0 triệu đồng); có thể \
phải là 116,5 triệu đồng.
    """
    check_type(paper, Paper, "office.audit_paper")
    return audit_papers([paper])


def audit_papers(papers: Iterable[Paper]) -> PaperFindings:
    """Return what is wrong in papers that belong together, each by itself and against the others.

    A summary is compared with the papers that it sums up, this year's figures of last year with last year's
    paper. Findings are sorted by file and place.
    """
    every = [*checked_each(papers, Paper, "office.audit_papers")]
    return audit_read(every, [read_tables(paper) for paper in every])


def audit_read(every: Sequence[Paper], readings: Sequence[Sequence[TableReading]]) -> PaperFindings:
    """Return what is wrong in papers whose tables are read already."""
    findings: list[PaperFinding] = []
    not_checked = []
    checked = 0
    wrong: list[TableFigure] = []
    for paper, own in zip(every, readings, strict=True):
        within = audit_within(own)
        findings += within.findings
        not_checked += not_checked_of(own, within)
        checked += sum(len(pattern.instances) for pattern in within.patterns)
        wrong += [figure for cause in within.causes for figure in (cause.figure, *cause.followers)]
        paragraphs = facts_of(paper)
        findings += audit_text(paragraphs)
        findings += audit_text_against_tables(paragraphs, own, _mended(within))
        checked += sum(map(len, paragraphs))
    findings += audit_between([reading for own in readings for reading in own], wrong)
    return PaperFindings(
        findings=tuple(sorted(_once(findings))),
        not_checked=tuple(sorted(not_checked, key=lambda each: each.address)),
        checked=checked,
    )


def _mended(within: Within) -> dict[int, Fraction]:
    """Return what wrong figures would have to be, in base units."""
    found: dict[int, Fraction] = {}
    for cause in within.causes:
        if cause.slip is not None:
            unit = in_unit(cause.figure)
            found[id(cause.figure)] = Fraction(cause.slip.to) * (
                Fraction(unit.size) if unit is not None else 1
            )
    return found


def _once(findings: Sequence[PaperFinding]) -> list[PaperFinding]:
    """Return findings without a second one of the same code at the same place."""
    seen: dict[object, PaperFinding] = {}
    for each in findings:
        seen.setdefault((each.code, each.address), each)
    return [*seen.values()]
