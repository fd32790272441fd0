"""The same figures on any dataframe: exact columns in, exact columns or Vietnamese text out.

>>> import polars as pl
>>> from danvankheo import frames
>>> schools = pl.DataFrame({"dat_chuan": [27], "tong_so": [28]})
>>> rates = frames.share(schools, part="dat_chuan", whole="tong_so", out="ty_le_e2", decimals=2)
>>> frames.format_percent(rates, ratio="ty_le_e2", out="ty_le", places=2)["ty_le"].item()
'96,43%'

Every function takes a frame of Polars, pandas, PyArrow, DuckDB or Spark, eager or lazy, and gives
back one of the same kind. Columns hold whole numbers of the smallest unit, never floats; a null is
unknown. Each function has a twin outside, of the same name, that works on records or single numbers.

Read in this order: `work` (one calculation on a frame), `division` (exact division, rounding), then
the twins `rates`, `sums`, `ranking`, `texts`, `auditing`; `schema` (published columns), `units`,
`validation`, `cells`, `records` (records to tables and back) and `summaries`.
"""

from danvankheo.extras import missing as _missing

try:
    import narwhals.stable.v2  # noqa: F401
except ModuleNotFoundError as _error:
    if not str(_error.name).startswith("narwhals"):
        raise
    raise _missing("danvankheo.frames", "narwhals", "frames") from None

from danvankheo.frames.auditing import audit_ratio
from danvankheo.frames.combining import combine
from danvankheo.frames.files import (
    FileEngine,
    LazyEngine,
    read_file,
    scan_file,
    write_file,
)
from danvankheo.frames.forms import LeftOutRowsWarning, LongNumberWarning
from danvankheo.frames.heads import HEADS, TOTALS, Heads
from danvankheo.frames.places import places
from danvankheo.frames.ranking import rank, year_before
from danvankheo.frames.rates import attainment, growth, points, share
from danvankheo.frames.records import (
    Engine,
    Tables,
    from_movements,
    to_awards,
    to_contributions,
    to_indicators,
    to_model_counts,
    to_models,
)
from danvankheo.frames.schema import (
    AWARDS,
    CONTRIBUTIONS,
    INDICATORS,
    MODEL_COUNTS,
    MODELS,
    MOVEMENTS,
    SCHEMAS,
    Column,
    ColumnType,
    TableSchema,
)
from danvankheo.frames.summaries import summarise
from danvankheo.frames.sums import roll_up, total
from danvankheo.frames.texts import format_money, format_number, format_percent
from danvankheo.frames.validation import validate

__all__ = [
    "AWARDS",
    "CONTRIBUTIONS",
    "HEADS",
    "INDICATORS",
    "MODELS",
    "MODEL_COUNTS",
    "MOVEMENTS",
    "SCHEMAS",
    "TOTALS",
    "Column",
    "ColumnType",
    "Engine",
    "FileEngine",
    "Heads",
    "LazyEngine",
    "LeftOutRowsWarning",
    "LongNumberWarning",
    "TableSchema",
    "Tables",
    "attainment",
    "audit_ratio",
    "combine",
    "format_money",
    "format_number",
    "format_percent",
    "from_movements",
    "growth",
    "places",
    "points",
    "rank",
    "read_file",
    "roll_up",
    "scan_file",
    "share",
    "summarise",
    "to_awards",
    "to_contributions",
    "to_indicators",
    "to_model_counts",
    "to_models",
    "total",
    "validate",
    "write_file",
    "year_before",
]
