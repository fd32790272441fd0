"""One file, and all that it gives to a collection. Whatever is wrong with it stays in what is returned."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import attrs

from danvankheo.auditing.findings.codes import Severity
from danvankheo.documents.text import loads
from danvankheo.domain.periods import Period
from danvankheo.domain.places import Place
from danvankheo.errors import DocumentError
from danvankheo.formatting.names import format_place
from danvankheo.office.address import Address
from danvankheo.office.checking.audit import audit_read
from danvankheo.office.collecting.forms import Form
from danvankheo.office.collecting.of_paper import PaperMovements
from danvankheo.office.collecting.paths import Named
from danvankheo.office.collecting.records import CollectedFigure, CollectingProblem, ProblemKind, Sent
from danvankheo.office.collecting.senders import Senders
from danvankheo.office.failures import UnreadableFileError
from danvankheo.office.marking.letters import sender_of
from danvankheo.office.paper import Paper
from danvankheo.office.reader import read_bytes
from danvankheo.office.shown.show import SignsOf
from danvankheo.office.source import source_of
from danvankheo.office.tables.figures import NotUnderstood
from danvankheo.office.tables.reading import TableReading
from danvankheo.office.templates.marks import is_template
from danvankheo.office.templates.reading import read_template

_JSON: Final = ".json"
_LISTS: Final = ("contributions", "indicators", "awards", "models", "model_counts", "stated_totals")


@attrs.frozen(kw_only=True)
class How:
    """How files are to be collected.

    Args:
        name: what the movement is called.
        period: the period that is collected; None takes each file's own.
        senders: the places that are expected.
        places: the places of files that do not name theirs, by what the files are called.
        forms: what columns mean.
        signs: with whose signs Excel's numbers are shown.
        audit: whether each file is audited.
    """

    name: str
    period: Period | None
    senders: Senders
    places: Mapping[str, Place] = attrs.field(hash=False)
    forms: tuple[Form, ...] = ()
    signs: SignsOf = "vi"
    audit: bool = True


@attrs.frozen(kw_only=True)
class Gathered:
    """What one file gives.

    Args:
        file: what it is called.
        digest: of its content; empty where it could not be read at all.
        head: who sends it, as its official head says.
        sent: the movements that it holds.
        problems: what is wrong with it.
        not_understood: what of it was not used, and why.
    """

    file: str
    digest: str = ""
    head: str = ""
    sent: tuple[Sent, ...] = ()
    problems: tuple[CollectingProblem, ...] = ()
    not_understood: tuple[NotUnderstood, ...] = ()


def gather(named: Named, how: How) -> Gathered:
    """Return what a file gives; never raises for what is in it.

    Raises:
        ModuleNotFoundError: a library that is not installed: no fault of the file.
    """
    digest = ""
    try:
        data = source_of(named.path, "office.collect").data
        digest = hashlib.sha256(data).hexdigest()
        if named.path.suffix.lower() == _JSON:
            return _of_document(named, data, digest)
        found = _of_paper(read_bytes(data, named.name, signs=how.signs), how)
        return attrs.evolve(found, digest=digest, problems=(*found.problems, *_empty(found)))
    except ModuleNotFoundError:
        raise
    except UnreadableFileError as error:
        english = error.english.partition(": ")[2]
        return _unread(named, digest, error.why_vietnamese, english)
    except OSError as error:
        said = error.strerror or str(error)
        return _unread(named, digest, f"không mở được ({said})", f"cannot be opened ({said})")
    except Exception as error:  # noqa: BLE001  # one bad file never stops the rest, whatever it does to a reader
        said = f"{type(error).__name__}: {error}"[:200]
        return _unread(
            named, digest, f"đọc tệp gặp lỗi ngoài dự kiến ({said})", f"failed in an unexpected way ({said})"
        )


def _empty(found: Gathered) -> Iterable[CollectingProblem]:
    """Yield that a file holds no figures, where nothing else is wrong with it."""
    held = any(getattr(sent.movement, name) for sent in found.sent for name in _LISTS)
    if not held and not any(problem.severity is Severity.ERROR for problem in found.problems):
        yield CollectingProblem(
            kind=ProblemKind.NO_FIGURES,
            address=Address(found.file),
            vietnamese="không thấy số liệu nào trong tệp",
            english="there are no figures in the file",
        )


def _unread(named: Named, digest: str, vietnamese: str, english: str) -> Gathered:
    problem = CollectingProblem(
        kind=ProblemKind.UNREADABLE, address=Address(named.name), vietnamese=vietnamese, english=english
    )
    return Gathered(file=named.name, digest=digest, problems=(problem,))


def _of_document(named: Named, data: bytes, digest: str) -> Gathered:
    """Return the movement of a saved document."""
    try:
        movement = loads(data)
    except DocumentError as error:
        if any(problem.loc in ((), ("version",)) for problem in error.problems):
            said = "không phải tệp số liệu phong trào do danvankheo lưu", "no saved movement"
            return _unread(named, digest, *said)
        problems = tuple(
            CollectingProblem(
                kind=ProblemKind.UNREADABLE,
                address=Address(named.name),
                vietnamese=problem.vietnamese,
                english=problem.english,
            )
            for problem in error.problems
        )
        return Gathered(file=named.name, digest=digest, problems=problems)
    return Gathered(file=named.name, digest=digest, sent=(Sent(file=named.name, movement=movement),))


def _of_paper(paper: Paper, how: How) -> Gathered:
    if is_template(paper):
        read = read_template(paper)
        problems = tuple(
            CollectingProblem(
                kind=ProblemKind.NOT_IN_FORM,
                address=fault.address,
                vietnamese=fault.vietnamese,
                english=fault.english,
                severity=fault.severity,
            )
            for fault in read.faults
        )
        if read.movement is None:
            return Gathered(file=paper.file, problems=problems)
        sent = Sent(file=paper.file, movement=read.movement, figures=_figures(read.places), form=read.form)
        return Gathered(file=paper.file, sent=(sent,), problems=problems)
    named = how.senders.in_file_name(paper.file)
    made = PaperMovements(
        paper,
        name=how.name,
        period=how.period,
        place=how.places.get(paper.file),
        otherwise=named,
        forms=how.forms,
        senders=how.senders,
    )
    sent_here = made.sent()
    problems_here = [*made.problems]
    if named is not None and made.named_by_file:
        problems_here.append(_by_name(paper, named))
    if any(each.movement.place is None for each in sent_here):
        problems_here.append(_no_place(paper))
    if how.audit:
        problems_here += _audited(paper, made.plain)
    return Gathered(
        file=paper.file,
        head=sender_of(paper),
        sent=sent_here,
        problems=tuple(problems_here),
        not_understood=tuple(made.not_understood),
    )


def _by_name(paper: Paper, named: Place) -> CollectingProblem:
    where = format_place(named)
    return CollectingProblem(
        kind=ProblemKind.PLACE_FROM_NAME,
        address=Address(paper.file),
        vietnamese=f"tệp không ghi nơi báo cáo; lấy {where} theo tên tệp",
        english=f"the file names no place; {where} is taken from its name",
    )


def _no_place(paper: Paper) -> CollectingProblem:
    return CollectingProblem(
        kind=ProblemKind.NO_PLACE,
        address=Address(paper.file),
        vietnamese="tệp không ghi nơi báo cáo, nên không kiểm được gửi trùng; hãy nêu nơi của tệp",
        english="the file names no place, so doubles cannot be seen; give it in places=",
    )


def _figures(places: Mapping[str, Sequence[Address]]) -> tuple[CollectedFigure, ...]:
    return tuple(CollectedFigure(path=path, addresses=tuple(where)) for path, where in places.items())


def _audited(paper: Paper, readings: Sequence[TableReading]) -> Iterable[CollectingProblem]:
    for finding in audit_read([paper], [readings]):
        if finding.severity is not Severity.INFO:
            yield CollectingProblem(
                kind=ProblemKind.AUDIT,
                address=finding.address,
                vietnamese=finding.vietnamese,
                english=finding.english,
                severity=finding.severity,
            )
