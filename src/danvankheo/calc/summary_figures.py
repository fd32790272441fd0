"""The figures of a summary one by one, each with what it is of; and one of them for every group."""

from collections.abc import Hashable, Iterator, Mapping
from fractions import Fraction
from typing import TypeVar

import attrs

from danvankheo.bilingual import Words
from danvankheo.checking import check_type, close_to
from danvankheo.domain.award import AwardForm, EmulationTitle, Recipient
from danvankheo.domain.contribution import ContributionKind
from danvankheo.domain.indicator import IndicatorKind
from danvankheo.domain.labels import Labelled
from danvankheo.domain.periods import Period
from danvankheo.domain.quantities import Quantity
from danvankheo.domain.shown import ShownByField
from danvankheo.domain.summary import AwardTotal, IndicatorTotal, ModelCountTotal, ModelTally, Summary, Total
from danvankheo.domain.units import Unit, counted
from danvankheo.errors import invalid
from danvankheo.reasons import Reason

Key = TypeVar("Key", bound=Hashable)

MODELS = counted("mô hình")
"""What numbers of models count."""


class SummaryPart(Labelled):
    """The parts of a summary.

    >>> [part.label for part in SummaryPart]
    ['Đóng góp', 'Mô hình nêu tên', 'Số mô hình', 'Chỉ tiêu', 'Khen thưởng']
    """

    CONTRIBUTIONS = "contributions", "Đóng góp"
    MODELS = "models", "Mô hình nêu tên"
    MODEL_COUNTS = "model_counts", "Số mô hình"
    INDICATORS = "indicators", "Chỉ tiêu"
    AWARDS = "awards", "Khen thưởng"


@attrs.frozen(kw_only=True, repr=False, cache_hash=True)
class FigureKey(ShownByField):
    """What a figure of a summary is of, whatever its period.

    Args:
        part: the part of the summary.
        what: what it is of, in Vietnamese.
        of: what tells it from others that are called alike.
        unit: what it counts or measures; of a rate, what its parts count.

    >>> from danvankheo import load, summarise
    >>> key = figures_of(summarise([load("docs/examples/an-khe-2022.json")]))[0].key
    >>> key.what, key.unit.label
    ('tiền', 'đồng')
    """

    part: SummaryPart
    what: str
    of: tuple[Hashable, ...]
    unit: Unit | None


@attrs.frozen(kw_only=True, repr=False)
class SummaryFigure(ShownByField):
    """One figure of a summary.

    Args:
        key: what it is of.
        value: a sum or a count as a quantity, a rate as a fraction; None where nobody states it.
        period: of an indicator.
        known: how many contributions or reports it is of.
        unknown: how many more state no figure and are not in it.

    >>> from danvankheo import load, summarise
    >>> figures_of(summarise([load("docs/examples/an-khe-2022.json")]))[0].value
    Quantity(Decimal('214400000'), DONG, Approximation.ABOUT)
    """

    key: FigureKey
    value: Quantity | Fraction | None
    period: Period | None = None
    known: int = 0
    unknown: int = 0


def figures_of(summary: Summary) -> tuple[SummaryFigure, ...]:
    """Return every total, count and rate of a summary.

    >>> from danvankheo import load, summarise
    >>> for figure in figures_of(summarise([load("docs/examples/an-khe-2022.json")]))[:4]:
    ...     print(figure.key.part.label, "–", figure.key.what, figure.value)
    Đóng góp – tiền khoảng 214.400.000 đồng
    Đóng góp – ngày công 731 ngày công
    Đóng góp – đất 260 m2
    Mô hình nêu tên – quốc phòng - an ninh 3 mô hình
    """
    check_type(summary, Summary, "figures_of")
    return (
        *_contributions(summary.contributions),
        *(_tally(tally) for tally in summary.models),
        *(_count(stated, summary.movements) for stated in summary.model_counts),
        *(_indicator(line) for line in summary.indicators),
        *(figure for line in summary.awards for figure in _awards(line)),
    )


def _contributions(totals: tuple[Total, ...]) -> Iterator[SummaryFigure]:
    """Yield sums; what nobody stated the quantity of is counted beside the other sums of its kind."""
    unknown = {line.kind: line.count for line in totals if line.quantity is None}
    for line in totals:
        if line.quantity is not None or all(o.quantity is None for o in totals if o.kind is line.kind):
            unit = line.quantity.unit if line.quantity else None
            yield SummaryFigure(
                key=FigureKey(
                    part=SummaryPart.CONTRIBUTIONS, what=line.kind.label, of=(line.kind,), unit=unit
                ),
                value=line.quantity,
                known=line.count if line.quantity else 0,
                unknown=unknown.get(line.kind, 0),
            )


def _tally(tally: ModelTally) -> SummaryFigure:
    of = (tally.field, tally.other_field, tally.status)
    what = _joined(tally.status, tally.other_field or tally.field, otherwise="không nêu lĩnh vực")
    key = FigureKey(part=SummaryPart.MODELS, what=what, of=of, unit=MODELS)
    return SummaryFigure(key=key, value=Quantity(tally.count, MODELS), known=tally.count)


def _count(stated: ModelCountTotal, movements: int) -> SummaryFigure:
    of = (stated.subject, stated.level, stated.status, stated.field, stated.other_field)
    field = stated.other_field or stated.field
    what = _joined(stated.subject, stated.level, stated.status, field, otherwise="tất cả")
    key = FigureKey(part=SummaryPart.MODEL_COUNTS, what=what, of=of, unit=MODELS)
    unknown = max(movements - stated.reports, 0)
    return SummaryFigure(key=key, value=Quantity(stated.count, MODELS), known=stated.reports, unknown=unknown)


def _indicator(line: IndicatorTotal) -> SummaryFigure:
    what = f"{line.label}, so với kế hoạch" if line.whole_is_plan else line.label
    of = (line.kind, line.label, line.whole_is_plan)
    key = FigureKey(part=SummaryPart.INDICATORS, what=what, of=of, unit=line.unit)
    return SummaryFigure(key=key, value=line.rate, period=line.period, known=line.known, unknown=line.unknown)


def _awards(line: AwardTotal) -> Iterator[SummaryFigure]:
    counts: dict[str, tuple[Hashable, int]] = {
        Recipient.COLLECTIVE.label: (Recipient.COLLECTIVE, line.collectives),
        Recipient.HOUSEHOLD.label: (Recipient.HOUSEHOLD, line.households),
        Recipient.INDIVIDUAL.label: (Recipient.INDIVIDUAL, line.individuals),
        f"{Recipient.COLLECTIVE.label}, {Recipient.INDIVIDUAL.label}": ("mixed", line.mixed),
    }
    for noun, (recipient, count) in counts.items():
        if count:
            unit = counted(noun)
            key = FigureKey(
                part=SummaryPart.AWARDS, what=line.form.label, of=(line.form, recipient), unit=unit
            )
            yield SummaryFigure(key=key, value=Quantity(count, unit), known=1)


def _joined(*parts: Labelled | str | None, otherwise: str) -> str:
    labels = [part.label if isinstance(part, Labelled) else part for part in parts if part]
    return ", ".join(labels) or otherwise


What = ContributionKind | IndicatorKind | AwardForm | EmulationTitle | SummaryPart | str
"""What figures are asked of: see `figures`."""


def figures(
    groups: Mapping[Key, Summary], *, of: What, period: Period | None = None, unit: Unit | None = None
) -> dict[Key, Quantity | Fraction | None]:
    """Return one figure of every group: what `rank` and charts take.

    None is what a group does not state, which is not zero.

    Args:
        groups: summaries by group, as `roll_up` returns them.
        of: a kind of contribution ("money"), an indicator ("poverty_rate", or its name), a form of award
            ("giay_khen", all recipients together), or "models" (those that are described, all together).
        period: of an indicator, where summaries hold several periods.
        unit: of contributions, where summaries hold several units.

    Raises:
        InvalidValueError: no group has such a figure, or one has several: of several periods or units.

    >>> from danvankheo import load, roll_up
    >>> two = [load(f"docs/examples/{name}-2022.json") for name in ("an-khe", "chu-pah")]
    >>> places = roll_up(two, by="district")
    >>> {place.name: str(rate) for place, rate in figures(places, of="Mô hình của tập thể").items()}
    {'An Khê': 'None', 'Chư Păh': '97/137'}
    >>> {place.name: str(money) for place, money in figures(places, of="money").items()}
    {'An Khê': 'khoảng 214.400.000 đồng', 'Chư Păh': 'None'}
    """
    check_type(groups, Mapping, "figures")
    all_of = {key: figures_of(summary) for key, summary in groups.items()}
    found: dict[Key, Quantity | Fraction | None] = {}
    any_found = False
    for group, those in all_of.items():
        asked = [each for each in those if is_of(each, of, period=period, unit=unit)]
        any_found = any_found or bool(asked)
        if of == SummaryPart.MODELS or isinstance(of, AwardForm | EmulationTitle) or _is_award(asked):
            found[group] = _summed(asked)
        elif len(asked) > 1:
            raise invalid("figures.of", Reason.ONE_OF, of, allowed=_words_apart(asked))
        else:
            found[group] = asked[0].value if asked else None
    if not any_found and all_of:
        names = dict.fromkeys(name for those in all_of.values() for each in those for name in _names(each))
        raise invalid("figures.of", Reason.ONE_OF, of, allowed="; ".join(names) or "…", **close_to(of, names))
    return found


def is_of(figure: SummaryFigure, of: What, *, period: Period | None = None, unit: Unit | None = None) -> bool:
    """Return whether a figure is what `figures` is asked for by the same arguments."""
    wanted = of.value if isinstance(of, Labelled) else of
    if wanted not in _names(figure) and wanted not in (figure.key.what, *_labels(figure)):
        return False
    if period is not None and figure.period is not None and figure.period != period:
        return False
    return unit is None or figure.key.unit is None or figure.key.unit.fits(unit)


def _names(figure: SummaryFigure) -> list[str]:
    """Return the codes by which a figure can be asked for."""
    key = figure.key
    if key.part is SummaryPart.MODELS:
        return [SummaryPart.MODELS.value]
    first = key.of[0]
    if isinstance(first, ContributionKind | IndicatorKind | AwardForm | EmulationTitle):
        return [first.value]
    return [key.what]


def _labels(figure: SummaryFigure) -> list[str]:
    first = figure.key.of[0]
    return [first.label] if isinstance(first, Labelled) else []


def _is_award(asked: list[SummaryFigure]) -> bool:
    return bool(asked) and all(each.key.part is SummaryPart.AWARDS for each in asked)


def _summed(asked: list[SummaryFigure]) -> Quantity | None:
    """Return counts of one thing added up, recipients of all kinds together."""
    if not asked:
        return None
    unit = MODELS if asked[0].key.part is SummaryPart.MODELS else _RECIPIENTS
    count = sum(int(each.value.amount) for each in asked if isinstance(each.value, Quantity))
    return Quantity(count, unit)


_RECIPIENTS = counted("tập thể, hộ, cá nhân")


def _words_apart(asked: list[SummaryFigure]) -> Words:
    """Return what several figures that are asked for at once differ in: their periods or their units."""
    periods = dict.fromkeys(each.period.code for each in asked if each.period)
    if len(periods) > 1:
        codes = ", ".join(periods)
        return Words(f"một kỳ (period=): {codes}", f"one period (period=): {codes}")
    units = ", ".join(dict.fromkeys(each.key.unit.label for each in asked if each.key.unit))
    return Words(f"một đơn vị (unit=): {units}", f"one unit (unit=): {units}")
