"""A letter to each sender whose files have problems: which, where, what to do."""

from collections.abc import Sequence
from typing import Final

from danvankheo.auditing.findings.codes import Severity
from danvankheo.formatting.dates import format_period
from danvankheo.formatting.names import format_place
from danvankheo.office.collecting.collection import Collection
from danvankheo.office.collecting.records import CollectingProblem, ProblemKind
from danvankheo.office.collecting.senders import Senders
from danvankheo.printing import visible

_GROUPS: Final = (
    (Severity.ERROR, "Cần sửa"),
    (Severity.WARNING, "Cần xem lại"),
    (Severity.INFO, "Đề nghị kiểm tra giúp"),
)
_OURS: Final = frozenset({ProblemKind.PERIOD_ASSUMED, ProblemKind.PLACE_FROM_NAME, ProblemKind.FORM_IN_PART})
"""What is ours to know, and no fault of whoever sent the file."""


def letters_of(collection: Collection, *, signed: str = "") -> dict[str, str]:
    """Return one letter for each sender that has something to correct, send or explain."""
    by_sender: dict[str, dict[str, list[CollectingProblem]]] = {}
    for problem in (*collection.problems, *collection.likely):
        if problem.kind not in _OURS:
            sender = _sender(collection, problem.file)
            by_sender.setdefault(sender, {}).setdefault(problem.file, []).append(problem)
    twice: dict[str, list[str]] = {}
    for each in collection.undecided:
        place = format_place(each.place) if each.place is not None else each.files[0]
        twice.setdefault(place, []).append(
            f"Đã nhận nhiều tệp cho {format_period(each.period)}: {', '.join(each.files)}. "
            f"Đề nghị cho biết tệp nào là bản chính thức."
        )
    letters = {
        sender: _letter(sender, by_sender.get(sender, {}), twice.get(sender, []), signed)
        for sender in dict.fromkeys((*by_sender, *twice))
    }
    for absent in collection.missing:
        words = format_place(absent)
        letters.setdefault(words, _reminder(words, collection, signed))
    return letters


def _sender(collection: Collection, file: str) -> str:
    """Return whose a file is: the one place of its movements, else its official head, else its name."""
    places = {
        each.sender for each in collection.sent if each.file == file and each.movement.place is not None
    }
    if len(places) == 1:
        return places.pop()
    named = Senders(collection.expected).in_file_name(file)
    if named is not None:
        return format_place(named)
    return collection.heads.get(file) or f"đơn vị lập tệp “{file}”"


def _letter(sender: str, files: dict[str, list[CollectingProblem]], twice: Sequence[str], signed: str) -> str:
    said = [f"Kính gửi: {visible(sender)}", ""]
    for file, problems in files.items():
        said += [f"Qua soát số liệu trong tệp “{visible(file)}”:", ""]
        for severity, title in _GROUPS:
            group = [each for each in problems if each.severity is severity]
            if group:
                said.append(f"{title} ({len(group)}):")
                said += [f"{at}. {_line(each)}" for at, each in enumerate(group, 1)]
                said.append("")
    said += [line for each in twice for line in (each, "")]
    said.append("Trân trọng.")
    return "\n".join([*said, visible(signed)] if signed else said)


def _line(problem: CollectingProblem) -> str:
    where = problem.address.without_file().vietnamese
    return f"{where}: {visible(problem.vietnamese)}" if where else visible(problem.vietnamese)


def _reminder(place: str, collection: Collection, signed: str) -> str:
    when = f" {format_period(collection.period)}" if collection.period is not None else ""
    said = [
        f"Kính gửi: {visible(place)}",
        "",
        f"Đến nay chưa nhận được số liệu{when}. Đề nghị gửi sớm.",
        "",
        "Trân trọng.",
    ]
    return "\n".join([*said, visible(signed)] if signed else said)
