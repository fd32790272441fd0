"""The same figures on any dataframe: exact columns in, exact columns or Vietnamese text out.

>>> import polars as pl
>>> from danvankheo import frames
>>> schools = pl.DataFrame({"dat_chuan": [27], "tong_so": [28]})
>>> rates = frames.share(schools, part="dat_chuan", whole="tong_so", out="ty_le_e2", scale=2)
>>> frames.format_percent(rates, percent="ty_le_e2", out="ty_le", scale=2)["ty_le"].item()
'96,43%'

Every function takes a frame of Polars, pandas, PyArrow, DuckDB or Spark, eager or lazy, and gives
back one of the same kind. Columns hold whole numbers of the smallest unit, never floats; a null is
unknown. Each function has a twin outside, of the same name, that works on records or single numbers.

Read in this order: `work` (one calculation on a frame), `division` (exact division, rounding), then
the twins `rates`, `sums`, `ranking`, `texts`, `auditing`; `schema` (published columns), `units`,
`validation`, `cells`, `records` (records to tables and back) and `summaries`.
"""

from danvankheo.public_names import public_names

__getattr__, __dir__, __all__ = public_names(__name__, needs={"narwhals": "frames"})
