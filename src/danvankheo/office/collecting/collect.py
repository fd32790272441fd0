"""``collect``: many files become one collection, whatever is wrong with some of them."""

import os
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from typing import Final

import attrs

from danvankheo.bilingual import Words
from danvankheo.checking import check_type, checked_each
from danvankheo.domain.movement import Movement
from danvankheo.domain.periods import Period
from danvankheo.domain.places import Place
from danvankheo.errors import invalid
from danvankheo.files import StrPath
from danvankheo.formatting.dates import format_period
from danvankheo.formatting.names import format_place
from danvankheo.office.address import Address
from danvankheo.office.collecting.collection import Collection
from danvankheo.office.collecting.forms import Form, load_form
from danvankheo.office.collecting.gathering import Gathered, How, gather
from danvankheo.office.collecting.likely import likely
from danvankheo.office.collecting.paths import Named, files_of
from danvankheo.office.collecting.records import (
    CollectingProblem,
    ProblemKind,
    RepeatedSender,
    Sent,
    Standing,
)
from danvankheo.office.collecting.senders import (
    Senders,
    missing,
    moved,
    nearest_of,
    one_form,
    place_named,
    places_of,
)
from danvankheo.office.shown.show import SignsOf
from danvankheo.reasons import Reason
from danvankheo.reporting.coverage import Coverage, coverage_of, overlaps, repeated

_WHERE: Final = "office.collect"
_LEAST_FOR_PROCESSES: Final = 16
_CHUNK: Final = 4

Watch = Callable[[int, int, str], None]
"""What is called after each file: how many are done, of how many, and what the last one is called."""


def collect(
    paths: StrPath | Iterable[StrPath],
    *,
    name: str = "Dân vận khéo",
    period: Period | None = None,
    expected: Iterable[Place | str] = (),
    places: Mapping[str, Place | str] | None = None,
    form: Form | StrPath | Sequence[Form | StrPath] = (),
    accept: Iterable[str] = (),
    leave_out: Iterable[str] = (),
    earlier: Iterable[Movement] = (),
    audit: bool = True,
    signs: SignsOf = "vi",
    processes: int = 1,
    watch: Watch | None = None,
) -> Collection:
    """Return what files and folders of files hold together: movements, problems, who is missing or double.

    Every file is read by itself: one that is damaged is a problem in the list and stops nothing. The result
    does not depend on the order of the paths, nor on that of the file system.

    Args:
        paths: files and folders: Word, Excel, OpenDocument, CSV, PDF, web pages, text, saved movements, and
            collection workbooks that `template` wrote.
        name: what the movement is called.
        period: the period that is collected. A file that states none is taken to be of it, and that is said;
            what is of another period is set aside, and that is said too. Without it each file states its own.
        expected: the places that should have sent something, as `Place` or in words.
        places: the places of files that do not name theirs, by what the files are called.
        form: what columns mean, where their heads do not say it; or the TOML file of that.
        accept: files to count as they stand, where a place sent several or one is of another period. The
            others of the same place and period are set aside.
        leave_out: files that do not count, such as a summary of the others.
        earlier: movements of last year or of the period before, for the second look.
        audit: whether the figures within each file are audited too.
        signs: with whose signs Excel's numbers are shown.
        processes: how many processes read files. More than one needs the guard `if __name__ == "__main__"`.
        watch: is called after each file, to show how far it is.

    Raises:
        InvalidValueError: an argument that is none; names in `places` or `accept` that no file has.
        FileNotFoundError: a path that is not there.
        ModuleNotFoundError: a library that is not installed.

    >>> from danvankheo import Period, office
    >>> folder, quarter = "docs/examples/office/nop", Period.quarter(2026, 2)
    >>> found = office.collect(folder, period=quarter, accept=["ia-nhon-gui-lai.docx"])
    >>> [str(total.quantity) for total in found.total]
    ['596.300.000 đồng', '1.070 ngày công', '350 m2']
    >>> for problem in found.problems[:1]:
    ...     print(problem)
    ia-hrung.xlsx: tệp hỏng hoặc bị mất một phần khi sao chép, gửi (không giải nén được các phần bên trong): \
hãy xin lại tệp
    """
    check_type(name, str, f"{_WHERE}.name")
    earlier = tuple(checked_each(earlier, Movement, f"{_WHERE}.earlier"))
    files = files_of(paths, _WHERE)
    named = {each.name for each in files}
    accepted = _known(accept, named, "accept")
    known = {} if places is None else places
    _known(known, named, "places")
    how = How(
        name=name,
        period=period,
        senders=Senders(places_of(expected, f"{_WHERE}.expected")),
        places={
            file: place if isinstance(place, Place) else place_named(place, f"{_WHERE}.places")
            for file, place in known.items()
        },
        forms=_forms(form),
        signs=signs,
        audit=audit,
    )
    gathered = [*_gathered(files, how, processes, watch)]
    return _together(gathered, how, accepted, _known(leave_out, named, "leave_out"), earlier)


def _known(names: Iterable[str], files: set[str], argument: str) -> frozenset[str]:
    if isinstance(names, str):
        raise invalid(
            f"{_WHERE}.{argument}", Reason.TYPE, names, type=Words("nhiều tên tệp", "several names")
        )
    found = frozenset(names)
    for name in sorted(found - files):
        allowed = ", ".join(sorted(files)[:20])
        raise invalid(f"{_WHERE}.{argument}", Reason.ONE_OF, name, allowed=allowed)
    return found


def _forms(form: Form | StrPath | Sequence[Form | StrPath]) -> tuple[Form, ...]:
    given = [form] if isinstance(form, Form | str | os.PathLike) else form
    return tuple(each if isinstance(each, Form) else load_form(each) for each in given)


def _gathered(files: Sequence[Named], how: How, processes: int, watch: Watch | None) -> Iterator[Gathered]:
    """Yield what each file gives, in the order of the files, however many processes read them."""
    read = partial(gather, how=how)
    if processes <= 1 or len(files) < _LEAST_FOR_PROCESSES:
        yield from _watched(map(read, files), files, watch)
        return
    with ProcessPoolExecutor(max_workers=processes, mp_context=get_context("spawn")) as pool:
        yield from _watched(pool.map(read, files, chunksize=_CHUNK), files, watch)


def _watched(done: Iterable[Gathered], files: Sequence[Named], watch: Watch | None) -> Iterator[Gathered]:
    for at, each in enumerate(done, 1):
        if watch is not None:
            watch(at, len(files), each.file)
        yield each


def _together(
    gathered: Sequence[Gathered],
    how: How,
    accepted: frozenset[str],
    left_out: frozenset[str],
    earlier: Sequence[Movement],
) -> Collection:
    problems = [problem for each in gathered for problem in each.problems]
    copies = _copies(gathered)
    forms = one_form((sent.movement for each in gathered for sent in each.sent), how.senders)
    sent = [_placed(one, forms, problems, copies.get(each.file)) for each in gathered for one in each.sent]
    sent = [attrs.evolve(one, standing=Standing.SET_ASIDE) if one.file in left_out else one for one in sent]
    sent = _of_period(sent, how, accepted, problems)
    repeats = [*_identical(sent, copies)]
    sent, decided = _decided(sent, accepted)
    repeats += decided
    there = [one.movement.place for one in sent if one.movement.place is not None]
    expected = how.senders.expected
    if expected:
        problems += _unexpected(sent, expected)
    counted = [one for one in sent if one.counts]
    return Collection(
        sent=tuple(sent),
        problems=tuple(sorted(problems, key=_by_place)),
        missing=tuple(missing(expected, there)),
        repeated=tuple(sorted(repeats, key=lambda each: each.files)),
        not_understood=tuple(left for each in gathered for left in each.not_understood),
        likely=tuple(sorted(likely(counted, earlier), key=_by_place)),
        expected=expected,
        period=how.period,
        files=tuple(each.file for each in gathered),
        heads={each.file: each.head for each in gathered if each.head},
    )


def _by_place(problem: CollectingProblem) -> tuple[object, ...]:
    address = problem.address
    return (
        problem.file,
        address.position,
        address.row,
        address.column,
        problem.kind.value,
        problem.vietnamese,
    )


def _copies(gathered: Sequence[Gathered]) -> dict[str, str]:
    """Return the files that are copies of another one byte for byte, each with the one that counts.

    That is the one with the shortest name: "an-thanh.xlsx", not "an-thanh (1).xlsx".
    """
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for each in gathered:
        if each.digest and each.sent:
            alike[each.digest].append(each.file)
    found: dict[str, str] = {}
    for files in alike.values():
        original = min(files, key=lambda file: (len(file), file))
        found |= dict.fromkeys((file for file in files if file != original), original)
    return found


def _identical(sent: Sequence[Sent], copies: Mapping[str, str]) -> Iterator[RepeatedSender]:
    for original in dict.fromkeys(copies.values()):
        movement = next(each.movement for each in sent if each.file == original)
        files = (original, *(copy for copy, first in copies.items() if first == original))
        yield RepeatedSender(
            place=movement.place, period=movement.period, files=files, identical=True, decided=True
        )


def _placed(
    sent: Sent, forms: Mapping[Place, Place], problems: list[CollectingProblem], original: str | None
) -> Sent:
    """Return what was sent with its place in the form that all share, a copy marked as one."""
    movement = sent.movement
    if movement.place is not None and forms[movement.place] != movement.place:
        try:
            movement = moved(movement, movement.place, forms[movement.place])
        except ValueError as error:  # such as a place that did not exist then
            problems.append(
                CollectingProblem(
                    kind=ProblemKind.REFUSED,
                    address=Address(sent.file),
                    vietnamese=getattr(error, "vietnamese", str(error)),
                    english=str(error),
                )
            )
    standing = Standing.COPY if original is not None else sent.standing
    return attrs.evolve(sent, movement=movement, standing=standing)


def _of_period(
    sent: Sequence[Sent], how: How, accepted: frozenset[str], problems: list[CollectingProblem]
) -> list[Sent]:
    """Return what was sent with that of other periods set aside, unless its file is accepted."""
    asked = how.period
    if asked is None:
        return [*sent]
    within = {one.file for one in sent if _is_within(one.movement.period, asked)}
    done: list[Sent] = []
    for one in sent:
        own = one.movement.period
        if _is_within(own, asked) or one.file in accepted or not one.counts:
            done.append(one)
            continue
        done.append(attrs.evolve(one, standing=Standing.OTHER_PERIOD))
        beside = {} if one.file not in within else {"severity": ProblemKind.PERIOD_ASSUMED.severity}
        problems.append(
            CollectingProblem(
                kind=ProblemKind.OTHER_PERIOD,
                address=one.figures[0].addresses[0] if one.figures else Address(one.file),
                vietnamese=f"số liệu {format_period(own)}, đang tổng hợp {format_period(asked)}; không cộng",
                english=f"figures of {own.code}, while {asked.code} is collected; not added",
                **beside,
            )
        )
    return done


def _is_within(inner: Period, outer: Period) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _decided(sent: Sequence[Sent], accepted: frozenset[str]) -> tuple[list[Sent], list[RepeatedSender]]:
    """Return what was sent with doubles marked, and the doubles: of one place and time, or within another."""
    done = [*sent]
    repeats = [*_same_sender(done, accepted)]
    repeats += _one_in_another(done, accepted)
    return done, repeats


def _covered(done: Sequence[Sent]) -> list[Coverage]:
    return [
        coverage_of(str(at), one.movement)
        for at, one in enumerate(done)
        if one.counts and one.movement.place is not None
    ]


def _same_sender(done: list[Sent], accepted: frozenset[str]) -> Iterator[RepeatedSender]:
    """Yield the places of which several files came for one time, and mark what was sent."""
    for found in repeated(_covered(done)):
        group = [int(source) for source in found.sources]
        files = tuple(dict.fromkeys(done[at].file for at in group))
        if len(files) == 1:
            continue  # rows of one table
        chosen = accepted.intersection(files)
        for at in group:
            counts = done[at].file in chosen
            standing = Standing.COUNTED if counts else Standing.SET_ASIDE if chosen else Standing.UNDECIDED
            done[at] = attrs.evolve(done[at], standing=standing)
        movement = done[group[0]].movement
        yield RepeatedSender(place=movement.place, period=movement.period, files=files, decided=bool(chosen))


def _one_in_another(done: list[Sent], accepted: frozenset[str]) -> Iterator[RepeatedSender]:
    """Yield the places whose figures may hold those of another file: a summary beside what it sums up."""
    inside: defaultdict[int, list[int]] = defaultdict(list)
    for one, other in overlaps(_covered(done)):
        wide, small = sorted(
            (int(one.source), int(other.source)), key=lambda at: _width(done[at]), reverse=True
        )
        if done[wide].file != done[small].file:
            inside[wide].append(small)
    for wide, members in inside.items():
        by_wide = done[wide].file in accepted
        by_members = {at for at in members if done[at].file in accepted}
        decided = by_wide or len(by_members) == len(members)
        if not decided:
            for at in (wide, *members):
                done[at] = attrs.evolve(done[at], standing=Standing.UNDECIDED)
        elif not by_wide:
            done[wide] = attrs.evolve(done[wide], standing=Standing.SET_ASIDE)
        else:
            for at in set(members) - by_members:
                done[at] = attrs.evolve(done[at], standing=Standing.SET_ASIDE)
        movement = done[wide].movement
        files = tuple(dict.fromkeys(done[at].file for at in (wide, *sorted(members))))
        yield RepeatedSender(place=movement.place, period=movement.period, files=files, decided=decided)


def _width(sent: Sent) -> tuple[int, int]:
    place = sent.movement.place
    return (int(place.level) if place is not None else 0, sent.movement.period.days)


def _unexpected(sent: Sequence[Sent], expected: Sequence[Place]) -> Iterator[CollectingProblem]:
    """Yield the places that sent something and are not expected, with the one that may be meant."""
    seen: set[Hashable] = set()
    for one in sent:
        place = one.movement.place
        if place is None or place in expected or (place, one.file) in seen:
            continue
        seen.add((place, one.file))
        near = nearest_of(place, expected)
        hint, hint_en = (f"; có phải {near}?", f"; is it {near}?") if near else ("", "")
        yield CollectingProblem(
            kind=ProblemKind.NOT_EXPECTED,
            address=Address(one.file),
            vietnamese=f"{format_place(place)} không có trong danh sách nơi phải báo cáo{hint}",
            english=f"{format_place(place)} is not in the list of places that report{hint_en}",
        )
