"""Official statistics of an award year: forms 0601, 0602 and 0603, filled in from movements, sums checked."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from danvankheo.awarding.statistics_form import InnerSum, StatisticsForm, StatisticsRow, check_year, known
from danvankheo.checking import checked_each, chosen
from danvankheo.domain.award import (
    Award,
    AwardForm,
    AwardKind,
    EmulationTitle,
    GrantingLevel,
    RecipientGroups,
)
from danvankheo.domain.movement import DurationClass, Movement
from danvankheo.domain.periods import Period
from danvankheo.locale_vi import statistics_forms as forms

_AS_UNITS: Final = "movement_statistics.as_units"
_MOVEMENT_COLUMN: Final[Mapping[GrantingLevel, int]] = {
    GrantingLevel.CENTRAL: 1,
    GrantingLevel.MINISTRY: 2,
    GrantingLevel.PROVINCE: 2,
    GrantingLevel.UNIT: 3,
}
_DURATIONS: Final = dict(zip(DurationClass, ("06", "07", "08", "09", "10"), strict=True))


def movement_statistics(
    movements: Iterable[Movement],
    year: Period,
    *,
    as_units: Iterable[GrantingLevel | str] = (),
) -> StatisticsForm:
    """Return form 0601.N/BNV-TĐKT: how many emulation movements, by who launched them and how long they run.

    Scope (rows 02 to 05) and way (11, 12) are not in the records and stay unknown.

    Args:
        movements: the movements of the year, each once; one whose period shares no day with it is left out
            and named.
        year: the award year, ``Period.award_year(2026)``: from 1-12-2025 to 30-11-2026.
        as_units: levels that are counted in column 4, "cơ quan, đơn vị", besides units. The form as it was
            seen does not say where those launched by a commune or a district go; so they are left out and
            counted in a note, unless you say so.

    Raises:
        InvalidValueError: no award year.

    >>> def launched(level):
    ...     period = Period.year(2026)
    ...     return Movement(name="Dân vận khéo", period=period, launch_level=level, duration="one_year")
    >>> both = [launched("province"), launched("commune")]
    >>> form = movement_statistics(both, Period.award_year(2026))
    >>> form.row("01").counts, form.row("07").counts, form.notes[0]
    ((1, 0, 1, 0), (1, 0, 1, 0), '1 phong trào do cấp xã phát động chưa xếp được cột, không có trong biểu.')
    """
    check_year(year, "movement_statistics")
    columns = dict(_MOVEMENT_COLUMN) | {chosen(each, GrantingLevel, _AS_UNITS): 3 for each in as_units}
    notes: list[str] = []
    outside = 0
    unplaced: Counter[str] = Counter()
    counts: dict[str, list[int]] = {code: [0, 0, 0, 0] for code in ("01", *_DURATIONS.values())}
    for movement in checked_each(movements, Movement, "movement_statistics"):
        if not movement.period.overlaps(year):
            outside += 1
            continue
        column = columns.get(movement.launch_level) if movement.launch_level else None
        if column is None:
            unplaced[movement.launch_level.label if movement.launch_level else ""] += 1
            continue
        for code in ("01", *([_DURATIONS[movement.duration]] if movement.duration else [])):
            counts[code][0] += 1
            counts[code][column] += 1
    for label, count in unplaced.items():
        who = f"do {label} phát động" if label else "không nêu cấp phát động"
        notes.append(f"{count} phong trào {who} chưa xếp được cột, không có trong biểu.")
    if outside:
        notes.append(f"{outside} phong trào ngoài năm thống kê, không có trong biểu.")
    dated = sum(counts[code][0] for code in _DURATIONS.values())
    if dated < counts["01"][0]:
        notes.append(f"{counts['01'][0] - dated} phong trào không nêu thời gian, không có ở dòng 06 đến 10.")
    notes.append("Dòng 02 đến 05 (phạm vi) và 11, 12 (hình thức): hồ sơ không nêu.")
    rows = [
        StatisticsRow(code=code, label=label, counts=tuple(counts[code]) if code in counts else (None,) * 4)
        for code, label in forms.MOVEMENT_ROWS.items()
    ]
    sums = [
        InnerSum(
            rule=f"dòng {row.code}: 2 + 3 + 4 = 1",
            column="1",
            parts=sum(known(row.counts[1:])),
            whole=known(row.counts)[0],
        )
        for row in rows
        if None not in row.counts
    ]
    code, title = forms.MOVEMENTS
    return StatisticsForm(
        code=code, title=title, year=year, columns=forms.MOVEMENT_COLUMNS, rows=tuple(rows),
        notes=tuple(notes), sums=tuple(sums),
    )  # fmt: skip


def state_awards(movements: Iterable[Movement], year: Period) -> StatisticsForm:
    """Return form 0602.N/BNV-TĐKT: awards of the State, by form and by receiver.

    Awards count by the day of their decision; those without one that says the award year are left out and
    counted in a note. The records do not tell the two prizes apart, nor who proposed.

    Raises:
        InvalidValueError: no award year.

    >>> from datetime import date
    >>> award = Award(form=EmulationTitle.GOVERNMENT_FLAG, collectives=1, decided=date(2026, 3, 2))
    >>> form = state_awards([Movement(name="Dân vận khéo", period=Period.year(2026), awards=(award,))],
    ...                     Period.award_year(2026))
    >>> form.rows[0].counts
    (1, 0, None, None, 0, 1, 0, 0, 0)
    """
    check_year(year, "state_awards")
    awards, notes = _awards_of(movements, year, _state_column, "state_awards")
    receivers = ("recipients", "collectives", "households", "individuals")
    rows = []
    prizes = sum(award.recipients for award, column in awards if column == _PRIZE)
    for label, receiver in zip(forms.STATE_ROWS, receivers, strict=True):
        counts = [0] * len(forms.STATE_COLUMNS)
        for award, column in awards:
            count = int(getattr(award, receiver))
            counts[0] += count
            counts[column] += count
        split: list[int | None] = [*counts]
        split[_PRIZE] = split[_PRIZE + 1] = None if prizes or receiver == "recipients" else 0
        rows.append(StatisticsRow(code="", label=label, counts=tuple(split)))
    if prizes:
        notes.append(f"{prizes} giải thưởng có trong tổng số, hồ sơ không tách cột 3 và 4.")
    notes += _mixed(award for award, _ in awards)
    notes.append("Các dòng theo cơ quan trình: hồ sơ không nêu. Mã dòng của biểu chưa kiểm chứng được.")
    code, title = forms.STATE_AWARDS
    return StatisticsForm(
        code=code, title=title, year=year, columns=forms.STATE_COLUMNS, rows=tuple(rows),
        notes=tuple(notes), sums=tuple(_receiver_sums(rows, (1, 2, 3))),
    )  # fmt: skip


_PRIZE: Final = 2
_STATE: Final[Mapping[AwardForm | EmulationTitle, int]] = {
    AwardForm.ORDER: 1,
    AwardForm.MEDAL: 1,
    AwardForm.PRIZE: _PRIZE,
    AwardForm.STATE_HONOUR: 4,
    EmulationTitle.GOVERNMENT_FLAG: 5,
    EmulationTitle.NATIONAL_EMULATION_FIGHTER: 7,
}


def _state_column(award: Award) -> int | None:
    if award.form is AwardForm.BANG_KHEN and award.level is GrantingLevel.CENTRAL:
        return 6
    return _STATE.get(award.form)


_PROVINCIAL: Final[Mapping[AwardForm | EmulationTitle, int]] = {
    EmulationTitle.PROVINCIAL_EMULATION_FIGHTER: 2,
    EmulationTitle.PROVINCIAL_FLAG: 3,
}
_OF_PROVINCE: Final = (GrantingLevel.PROVINCE, GrantingLevel.MINISTRY)
_OF_LEVEL: Final[Mapping[AwardForm, int]] = {AwardForm.BANG_KHEN: 1, AwardForm.COMMEMORATIVE_MEDAL: 4}
_KINDS: Final[Mapping[AwardKind, str]] = {
    AwardKind.REGULAR: "11",
    AwardKind.THEMATIC_MOVEMENT: "12",
    AwardKind.THEMATIC: "12",
    AwardKind.AD_HOC: "13",
    AwardKind.EXTERNAL: "14",
    AwardKind.LONG_SERVICE: "15",
    AwardKind.TENURE: "16",
}
_POSITIONS: Final[Mapping[str, str]] = {
    "06": "provincial_leaders",
    "07": "department_heads",
    "08": "business_people",
    "09": "other_leaders",
    "10": "direct_workers",
}


def provincial_awards(movements: Iterable[Movement], year: Period) -> StatisticsForm:
    """Return form 0603.N/BNV-TĐKT: awards of a province or a ministry, by form, receiver and kind.

    Awards count by the day of their decision, as in `state_awards`. Groups of receivers (03, 06 to 10) and
    kinds (11 to 16) count as far as the records state them; what they do not state is in a note, and the sum
    that then does not come out is marked in `StatisticsForm.sums`. Both kinds "chuyên đề", which the law
    split on 1-10-2026, stand in row 12; row 17 is not in the records.

    Raises:
        InvalidValueError: no award year.

    >>> from datetime import date
    >>> award = Award(form=AwardForm.BANG_KHEN, level="province", collectives=2, individuals=3,
    ...               decided=date(2026, 3, 2), kind=AwardKind.THEMATIC_MOVEMENT)
    >>> form = provincial_awards([Movement(name="Dân vận khéo", period=Period.year(2026), awards=(award,))],
    ...                          Period.award_year(2026))
    >>> form.row("01").counts, form.row("05").counts, form.row("12").counts
    ((5, 5, 0, 0, 0), (3, 3, 0, 0, 0), (5, 5, 0, 0, 0))
    >>> [each.rule for each in form.sums if not each.holds]
    ['06 + … + 10 = 05', '06 + … + 10 = 05']
    """
    check_year(year, "provincial_awards")
    awards, notes = _awards_of(movements, year, _provincial_column, "provincial_awards")
    counts: dict[str, list[int]] = {code: [0] * 5 for code in forms.PROVINCIAL_ROWS if code != "17"}

    def add(code: str, column: int, count: int) -> None:
        counts[code][0] += count
        counts[code][column] += count

    for award, column in awards:
        add("01", column, award.recipients)
        add("02", column, award.collectives)
        add("04", column, award.households)
        add("05", column, award.individuals)
        groups = award.groups
        if groups is not None:
            add("03", column, groups.enterprises or 0)
            for code, name in _POSITIONS.items():
                add(code, column, getattr(groups, name) or 0)
        if award.kind is not None:
            add(_KINDS[award.kind], column, award.recipients)
    notes += _mixed(award for award, _ in awards)
    without = sum(award.recipients for award, _ in awards if award.kind is None)
    if without:
        notes.append(f"{without} khen thưởng không nêu loại hình, không có ở dòng 11 đến 16.")
    ungrouped = sum(award.individuals - _positions(award.groups) for award, _ in awards)
    if ungrouped > 0:
        notes.append(f"{ungrouped} cá nhân không nêu nhóm, không có ở dòng 06 đến 10.")
    notes.append("Dòng 17 (kháng chiến): hồ sơ không nêu.")
    rows = [
        StatisticsRow(code=code, label=label, counts=tuple(counts[code]) if code in counts else (None,) * 5)
        for code, label in forms.PROVINCIAL_ROWS.items()
    ]
    rules = (
        ("02 + 04 + 05 = 01", ("02", "04", "05"), "01"),
        ("06 + … + 10 = 05", tuple(_POSITIONS), "05"),
        ("11 + … + 17 = 01", tuple(dict.fromkeys(_KINDS.values())), "01"),
    )
    sums = [
        InnerSum(
            rule=rule, column=number, parts=sum(counts[part][at] for part in parts), whole=counts[whole][at]
        )
        for rule, parts, whole in rules
        for at, (number, _) in enumerate(forms.PROVINCIAL_COLUMNS)
    ]
    sums += [
        InnerSum(rule=f"dòng {code}: 2 + … + 5 = 1", column="1", parts=sum(of_row[1:]), whole=of_row[0])
        for code, of_row in counts.items()
    ]
    code, title = forms.PROVINCIAL_AWARDS
    return StatisticsForm(
        code=code, title=title, year=year, columns=forms.PROVINCIAL_COLUMNS, rows=tuple(rows),
        notes=tuple(notes), sums=tuple(sums),
    )  # fmt: skip


def _provincial_column(award: Award) -> int | None:
    if isinstance(award.form, AwardForm):
        return _OF_LEVEL.get(award.form) if award.level in _OF_PROVINCE else None
    return _PROVINCIAL.get(award.form)


def _positions(groups: RecipientGroups | None) -> int:
    return groups.of_positions if groups else 0


def _awards_of(
    movements: Iterable[Movement], year: Period, column_of: Callable[[Award], int | None], where: str
) -> tuple[list[tuple[Award, int]], list[str]]:
    """Return the awards that a form counts, each with its column, and what is left out."""
    found: list[tuple[Award, int]] = []
    undated = other = 0
    for movement in checked_each(movements, Movement, where):
        for award in movement.awards:
            column = column_of(award)
            if column is None:
                continue
            if award.award_year is None:
                undated += award.recipients
            elif award.award_year != year:
                other += award.recipients
            else:
                found.append((award, column))
    notes = []
    if undated:
        notes.append(f"{undated} khen thưởng không nêu ngày quyết định, không có trong biểu.")
    if other:
        notes.append(f"{other} khen thưởng của năm thống kê khác, không có trong biểu.")
    return found, notes


def _mixed(awards: Iterable[Award]) -> list[str]:
    mixed = sum(award.mixed for award in awards)
    return [f"{mixed} tập thể, cá nhân chưa tách riêng: chỉ có trong tổng số."] if mixed else []


def _receiver_sums(rows: Sequence[StatisticsRow], parts: Sequence[int]) -> list[InnerSum]:
    sums = []
    for at, (number, _) in enumerate(forms.STATE_COLUMNS):
        column = [row.counts[at] for row in rows]
        if None not in column:
            of_rows = known(column)
            sums.append(
                InnerSum(
                    rule="tập thể + hộ + cá nhân = tổng số",
                    column=number,
                    parts=sum(of_rows[part] for part in parts),
                    whole=of_rows[0],
                )
            )
    return sums
