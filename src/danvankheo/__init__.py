"""Figures of Vietnam's emulation movements: types, exact calculation, Vietnamese writing.

>>> import danvankheo as dvk
>>> dvk.format_percent(dvk.share(27, 28), decimals=2)
'96,43%'

Every public name can be imported from here. Each loads with its first use, so that
``import danvankheo`` costs next to nothing and Babel and cattrs come only when they are needed.
"""

from importlib import import_module
from threading import RLock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from danvankheo import documents as documents  # so that type checkers re-export them
    from danvankheo import frames as frames
    from danvankheo import law as law
    from danvankheo import office as office
    from danvankheo.auditing.audit import audit
    from danvankheo.auditing.chains import ChainCheck, check_chain
    from danvankheo.auditing.changes import ChangeCheck, check_change
    from danvankheo.auditing.codes import FindingCode, Severity
    from danvankheo.auditing.corrections import Corrections, least_correction
    from danvankheo.auditing.data import finding_data, to_sarif
    from danvankheo.auditing.earlier import Earlier, earlier_value
    from danvankheo.auditing.findings import Correction, FactRef, Finding
    from danvankheo.auditing.habits import Habit, infer_habit
    from danvankheo.auditing.implied import (
        ImpliedCheck,
        check_part,
        check_whole,
        parts_of,
        smallest_ratio,
        wholes_of,
    )
    from danvankheo.auditing.intervals import Interval
    from danvankheo.auditing.lattice import WholeNumbers
    from danvankheo.auditing.mentions import MentionsCheck, check_bounds, check_cumulative, check_mentions
    from danvankheo.auditing.procedures import Check, Verdict
    from danvankheo.auditing.ratios import RatioCheck, check_attainment, check_ratio, quotient
    from danvankheo.auditing.reported import Family, Nature, Reading, Reported, printed_interval
    from danvankheo.auditing.sums import SharesCheck, SumCheck, check_shares, check_sum, missing_part
    from danvankheo.calc.arithmetic import Rounding, convert, round_to
    from danvankheo.calc.award_money import AwardLine, AwardMoney, Scheme, award_money
    from danvankheo.calc.awards_together import Payment, paid_together
    from danvankheo.calc.indicators import indicators_of, known_figure, known_rate, same_period
    from danvankheo.calc.ranking import Ranked, Ties, rank, rank_indicators
    from danvankheo.calc.rates import (
        as_percent,
        attainment,
        change,
        difference,
        growth,
        mean_yearly_difference,
        mean_yearly_growth,
        points,
        share,
    )
    from danvankheo.calc.rollup import overlapping, roll_up
    from danvankheo.calc.rows import SummaryRow, summary_rows
    from danvankheo.calc.totals import merge, summarise, total
    from danvankheo.calc.valuation import Valuation, Valued, value
    from danvankheo.documents.files import load, save
    from danvankheo.documents.text import dumps, loads
    from danvankheo.domain.award import Award, AwardForm, EmulationTitle, GrantingLevel, Recipient
    from danvankheo.domain.contribution import Contribution, ContributionKind
    from danvankheo.domain.dates import PartialDate
    from danvankheo.domain.indicator import Better, ChangeKind, Indicator, IndicatorKind
    from danvankheo.domain.model import (
        Model,
        ModelCount,
        ModelField,
        ModelLevel,
        ModelStatus,
        ModelSubject,
        Result,
    )
    from danvankheo.domain.movement import Movement
    from danvankheo.domain.numbers import Number
    from danvankheo.domain.organizations import Organization, OrganizationKind
    from danvankheo.domain.periods import PartialPeriod, Period, PeriodKind
    from danvankheo.domain.places import Place, PlaceKind, PlaceLevel
    from danvankheo.domain.quantities import Approximation, Quantity, QuantityRange
    from danvankheo.domain.references import DocumentRef, DocumentSystem
    from danvankheo.domain.statements import (
        Attainment,
        AttainmentMode,
        Change,
        Direction,
        FromTo,
        Ratio,
    )
    from danvankheo.domain.summary import (
        AwardTotal,
        IndicatorTotal,
        ModelCountTotal,
        ModelTally,
        Summary,
        Total,
    )
    from danvankheo.domain.units import (
        BILLION_DONG,
        CENTIMETRE,
        CUBIC_CENTIMETRE,
        CUBIC_KILOMETRE,
        CUBIC_METRE,
        DONG,
        EURO,
        GRAM,
        HECTARE,
        HECTOGRAM,
        KILOGRAM,
        KILOMETRE,
        LITRE,
        METRE,
        MILLILITRE,
        MILLIMETRE,
        MILLION_DONG,
        PER_MILLE,
        PERCENT,
        PERCENTAGE_POINT,
        QUINTAL,
        SQUARE_KILOMETRE,
        SQUARE_METRE,
        THOUSAND_DONG,
        TIMES,
        TONNE,
        UNITS,
        US_DOLLAR,
        WORKDAY,
        YEN_WEIGHT,
        Dimension,
        Region,
        Scale,
        Unit,
        counted,
        local_area,
        traditional_area,
    )
    from danvankheo.drafting.draft import Draft, Placed, draft_movement
    from danvankheo.errors import (
        AmbiguousTextError,
        DanVanKheoError,
        DocumentError,
        InvalidValueError,
        NotExactError,
        Problem,
        ReadingError,
        UndefinedError,
        UnitMismatchError,
    )
    from danvankheo.formatting.changes import format_attainment, format_change, format_from_to, format_ratio
    from danvankheo.formatting.date_words import date_to_words, period_to_words
    from danvankheo.formatting.dates import format_date, format_period
    from danvankheo.formatting.money import format_money
    from danvankheo.formatting.names import format_document, format_place
    from danvankheo.formatting.numbers import format_number, format_percent
    from danvankheo.formatting.quantities import format_quantity, format_range
    from danvankheo.formatting.words import (
        WordStyle,
        fraction_to_words,
        money_to_words,
        number_to_words,
        ordinal_to_words,
        percent_to_words,
    )
    from danvankheo.law.book import LawBook, LawOfTheDay
    from danvankheo.law.tables import Applied, Confidence, Entry, Table, Unknown, UnknownReason
    from danvankheo.notebooks.tables import table
    from danvankheo.reading.dates import parse_date
    from danvankheo.reading.documents import parse_document
    from danvankheo.reading.numbers import Convention, parse_number, parse_percent
    from danvankheo.reading.periods import parse_period
    from danvankheo.reading.quantities import parse_money, parse_quantity, parse_range
    from danvankheo.reading.statements import parse_attainment, parse_change, parse_from_to, parse_ratio
    from danvankheo.reading.words import words_to_number, words_to_ordinal
    from danvankheo.reasons import Reason
    from danvankheo.reporting.report import TextTable
    from danvankheo.scanning.data import fact_data
    from danvankheo.scanning.facts import Fact, FactKind, LocalArea, Mark, OrderOfMagnitude, Role
    from danvankheo.scanning.scan import scan

# Where each public name lives; the block above tells type checkers the same, and a test
# compares the two.
_HOMES = {
    "auditing.audit": "audit",
    "auditing.changes": "ChangeCheck check_change",
    "auditing.earlier": "Earlier earlier_value",
    "auditing.chains": "ChainCheck check_chain",
    "auditing.codes": "FindingCode Severity",
    "auditing.corrections": "Corrections least_correction",
    "auditing.data": "finding_data to_sarif",
    "auditing.findings": "Correction FactRef Finding",
    "auditing.habits": "Habit infer_habit",
    "auditing.implied": "ImpliedCheck check_part check_whole parts_of smallest_ratio wholes_of",
    "auditing.intervals": "Interval",
    "auditing.lattice": "WholeNumbers",
    "auditing.procedures": "Check Verdict",
    "auditing.ratios": "RatioCheck check_attainment check_ratio quotient",
    "auditing.reported": "Family Nature Reading Reported printed_interval",
    "auditing.sums": "SharesCheck SumCheck check_shares check_sum missing_part",
    "auditing.mentions": "MentionsCheck check_bounds check_cumulative check_mentions",
    "calc.arithmetic": "Rounding convert round_to",
    "calc.award_money": "AwardLine AwardMoney Scheme award_money",
    "calc.awards_together": "Payment paid_together",
    "calc.indicators": "indicators_of known_figure known_rate same_period",
    "calc.ranking": "Ranked Ties rank rank_indicators",
    "calc.rates": """
        as_percent attainment change difference growth mean_yearly_difference mean_yearly_growth points
        share
    """,
    "calc.rollup": "overlapping roll_up",
    "calc.rows": "SummaryRow summary_rows",
    "calc.totals": "merge summarise total",
    "calc.valuation": "Valuation Valued value",
    "documents.files": "load save",
    "documents.text": "dumps loads",
    "domain.award": "Award AwardForm EmulationTitle GrantingLevel Recipient",
    "domain.contribution": "Contribution ContributionKind",
    "domain.indicator": "Better ChangeKind Indicator IndicatorKind",
    "domain.model": "Model ModelCount ModelField ModelLevel ModelStatus ModelSubject Result",
    "domain.movement": "Movement",
    "domain.numbers": "Number",
    "domain.organizations": "Organization OrganizationKind",
    "domain.dates": "PartialDate",
    "domain.periods": "PartialPeriod Period PeriodKind",
    "domain.places": "Place PlaceKind PlaceLevel",
    "domain.quantities": "Approximation Quantity QuantityRange",
    "domain.references": "DocumentRef DocumentSystem",
    "domain.statements": "Attainment AttainmentMode Change Direction FromTo Ratio",
    "domain.summary": "AwardTotal IndicatorTotal ModelCountTotal ModelTally Summary Total",
    "domain.units": """
        BILLION_DONG CENTIMETRE CUBIC_CENTIMETRE CUBIC_KILOMETRE CUBIC_METRE DONG Dimension EURO
        GRAM HECTARE HECTOGRAM KILOGRAM KILOMETRE LITRE METRE MILLILITRE MILLIMETRE MILLION_DONG
        PERCENT PERCENTAGE_POINT PER_MILLE QUINTAL Region SQUARE_KILOMETRE SQUARE_METRE Scale
        THOUSAND_DONG TIMES TONNE UNITS US_DOLLAR Unit WORKDAY YEN_WEIGHT counted local_area
        traditional_area
    """,
    "drafting.draft": "Draft Placed draft_movement",
    "errors": """
        AmbiguousTextError DanVanKheoError DocumentError InvalidValueError NotExactError
        Problem ReadingError UndefinedError UnitMismatchError
    """,
    "formatting.changes": "format_attainment format_change format_from_to format_ratio",
    "formatting.date_words": "date_to_words period_to_words",
    "formatting.dates": "format_date format_period",
    "formatting.money": "format_money",
    "formatting.names": "format_document format_place",
    "formatting.numbers": "format_number format_percent",
    "formatting.quantities": "format_quantity format_range",
    "formatting.words": """
        WordStyle fraction_to_words money_to_words number_to_words ordinal_to_words percent_to_words
    """,
    "law.book": "LawBook LawOfTheDay",
    "law.tables": "Applied Confidence Entry Table Unknown UnknownReason",
    "notebooks.tables": "table",
    "reading.dates": "parse_date",
    "reading.documents": "parse_document",
    "reading.numbers": "Convention parse_number parse_percent",
    "reading.periods": "parse_period",
    "reading.quantities": "parse_money parse_quantity parse_range",
    "reading.statements": "parse_attainment parse_change parse_from_to parse_ratio",
    "reading.words": "words_to_number words_to_ordinal",
    "reasons": "Reason",
    "reporting.report": "TextTable",
    "scanning.data": "fact_data",
    "scanning.facts": "Fact FactKind LocalArea Mark OrderOfMagnitude Role",
    "scanning.scan": "scan",
}
_MODULES = ("documents", "frames", "law", "office")  # with names of their own: danvankheo.law.at(…)
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names.split()}

__version__ = "0.1.0"
__all__ = [
    "BILLION_DONG",
    "CENTIMETRE",
    "CUBIC_CENTIMETRE",
    "CUBIC_KILOMETRE",
    "CUBIC_METRE",
    "DONG",
    "EURO",
    "GRAM",
    "HECTARE",
    "HECTOGRAM",
    "KILOGRAM",
    "KILOMETRE",
    "LITRE",
    "METRE",
    "MILLILITRE",
    "MILLIMETRE",
    "MILLION_DONG",
    "PERCENT",
    "PERCENTAGE_POINT",
    "PER_MILLE",
    "QUINTAL",
    "SQUARE_KILOMETRE",
    "SQUARE_METRE",
    "THOUSAND_DONG",
    "TIMES",
    "TONNE",
    "UNITS",
    "US_DOLLAR",
    "WORKDAY",
    "YEN_WEIGHT",
    "AmbiguousTextError",
    "Applied",
    "Approximation",
    "Attainment",
    "AttainmentMode",
    "Award",
    "AwardForm",
    "AwardLine",
    "AwardMoney",
    "AwardTotal",
    "Better",
    "ChainCheck",
    "Change",
    "ChangeCheck",
    "ChangeKind",
    "Check",
    "Confidence",
    "Contribution",
    "ContributionKind",
    "Convention",
    "Correction",
    "Corrections",
    "DanVanKheoError",
    "Dimension",
    "Direction",
    "DocumentError",
    "DocumentRef",
    "DocumentSystem",
    "Draft",
    "Earlier",
    "EmulationTitle",
    "Entry",
    "Fact",
    "FactKind",
    "FactRef",
    "Family",
    "Finding",
    "FindingCode",
    "FromTo",
    "GrantingLevel",
    "Habit",
    "ImpliedCheck",
    "Indicator",
    "IndicatorKind",
    "IndicatorTotal",
    "Interval",
    "InvalidValueError",
    "LawBook",
    "LawOfTheDay",
    "LocalArea",
    "Mark",
    "MentionsCheck",
    "Model",
    "ModelCount",
    "ModelCountTotal",
    "ModelField",
    "ModelLevel",
    "ModelStatus",
    "ModelSubject",
    "ModelTally",
    "Movement",
    "Nature",
    "NotExactError",
    "Number",
    "OrderOfMagnitude",
    "Organization",
    "OrganizationKind",
    "PartialDate",
    "PartialPeriod",
    "Payment",
    "Period",
    "PeriodKind",
    "Place",
    "PlaceKind",
    "PlaceLevel",
    "Placed",
    "Problem",
    "Quantity",
    "QuantityRange",
    "Ranked",
    "Ratio",
    "RatioCheck",
    "Reading",
    "ReadingError",
    "Reason",
    "Recipient",
    "Region",
    "Reported",
    "Result",
    "Role",
    "Rounding",
    "Scale",
    "Scheme",
    "Severity",
    "SharesCheck",
    "SumCheck",
    "Summary",
    "SummaryRow",
    "Table",
    "TextTable",
    "Ties",
    "Total",
    "UndefinedError",
    "Unit",
    "UnitMismatchError",
    "Unknown",
    "UnknownReason",
    "Valuation",
    "Valued",
    "Verdict",
    "WholeNumbers",
    "WordStyle",
    "as_percent",
    "attainment",
    "audit",
    "award_money",
    "change",
    "check_attainment",
    "check_bounds",
    "check_chain",
    "check_change",
    "check_cumulative",
    "check_mentions",
    "check_part",
    "check_ratio",
    "check_shares",
    "check_sum",
    "check_whole",
    "convert",
    "counted",
    "date_to_words",
    "difference",
    "draft_movement",
    "dumps",
    "earlier_value",
    "fact_data",
    "finding_data",
    "format_attainment",
    "format_change",
    "format_date",
    "format_document",
    "format_from_to",
    "format_money",
    "format_number",
    "format_percent",
    "format_period",
    "format_place",
    "format_quantity",
    "format_range",
    "format_ratio",
    "fraction_to_words",
    "growth",
    "indicators_of",
    "infer_habit",
    "known_figure",
    "known_rate",
    "least_correction",
    "load",
    "loads",
    "local_area",
    "mean_yearly_difference",
    "mean_yearly_growth",
    "merge",
    "missing_part",
    "money_to_words",
    "number_to_words",
    "ordinal_to_words",
    "overlapping",
    "paid_together",
    "parse_attainment",
    "parse_change",
    "parse_date",
    "parse_document",
    "parse_from_to",
    "parse_money",
    "parse_number",
    "parse_percent",
    "parse_period",
    "parse_quantity",
    "parse_range",
    "parse_ratio",
    "parts_of",
    "percent_to_words",
    "period_to_words",
    "points",
    "printed_interval",
    "quotient",
    "rank",
    "rank_indicators",
    "roll_up",
    "round_to",
    "same_period",
    "save",
    "scan",
    "share",
    "smallest_ratio",
    "summarise",
    "summary_rows",
    "table",
    "to_sarif",
    "total",
    "traditional_area",
    "value",
    "wholes_of",
    "words_to_number",
    "words_to_ordinal",
]

if not TYPE_CHECKING:  # a type checker knows the names from above, and must know no others
    # Two threads that come into a package by different modules can wait for each other's import.
    _LOADING = RLock()

    def __getattr__(name: str) -> object:
        """Load a public name from its module and keep it here."""
        if name in _MODULES:
            with _LOADING:
                return import_module(f"{__name__}.{name}")
        home = _HOME_OF.get(name)
        if home is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        with _LOADING:
            value = getattr(import_module(f"{__name__}.{home}"), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    """List the public names, loaded or not."""
    return sorted({*globals(), *__all__, *_MODULES})
