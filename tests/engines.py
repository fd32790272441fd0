"""The engines that the frames promise, each able to take a table in and to give rows back."""

import os
import shutil
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from typing import Any

import attrs
import pytest


@attrs.frozen
class Engine:
    """One engine: what it needs, how an Arrow table becomes its frame, and how columns come back."""

    name: str
    needs: tuple[str, ...]
    make: Callable[[Any], Any]
    columns: Callable[[Any], dict[str, list[object]]]
    eager: bool = True

    def ready(self) -> "Engine":
        """Return itself, or skip the test if it is Spark and not here; any other engine must be."""
        missing = [name for name in self.needs if not _is_there(name)]
        if missing:
            told = f"{self.name} needs {', '.join(missing)}, which is not installed"
            if "pyspark" not in self.needs:
                pytest.fail(told)
            pytest.skip(told)
        return self


def _is_there(name: str) -> bool:
    if name == "java":
        return shutil.which("java") is not None or "JAVA_HOME" in os.environ
    return find_spec(name) is not None


def _polars(table):
    import polars as pl

    return pl.from_arrow(table)


def _nullable(table):
    import pandas as pd
    import pyarrow as pa

    kinds = {pa.int64(): pd.Int64Dtype(), pa.string(): pd.StringDtype(), pa.bool_(): pd.BooleanDtype()}
    return table.to_pandas(types_mapper=kinds.get)


def _arrow_backed(table):
    import pandas as pd

    return table.to_pandas(types_mapper=pd.ArrowDtype)


def _duckdb(table):
    import duckdb

    return duckdb.from_arrow(table)


@cache
def spark():
    """One local session for all tests; `tests/frames/conftest.py` stops it."""
    from pyspark.sql import SparkSession

    settings = {
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": "2",
        "spark.driver.memory": "2g",
        "spark.sql.session.timeZone": "UTC",
        "spark.log.level": "ERROR",
        # Else the planner computes small local tables itself, row by row, and the engine is not tested.
        "spark.sql.optimizer.excludedRules": "org.apache.spark.sql.catalyst.optimizer.ConvertToLocalRelation",
    }
    builder = SparkSession.builder.master("local[2]").appName("danvankheo")
    for key, setting in settings.items():
        builder = builder.config(key, setting)
    return builder.getOrCreate()


def _of_pandas(frame):
    import pandas as pd

    return {
        name: [None if pd.isna(cell) else cell for cell in frame[name].to_list()] for name in frame.columns
    }


ENGINES = (
    Engine("polars", ("polars", "pyarrow"), _polars, lambda frame: frame.to_dict(as_series=False)),
    Engine(
        "polars-lazy",
        ("polars", "pyarrow"),
        lambda table: _polars(table).lazy(),
        lambda frame: frame.collect().to_dict(as_series=False),
        eager=False,
    ),
    Engine(
        "polars-streaming",
        ("polars", "pyarrow"),
        lambda table: _polars(table).lazy(),
        lambda frame: frame.collect(engine="streaming").to_dict(as_series=False),
        eager=False,
    ),
    Engine("pandas-nullable", ("pandas", "pyarrow"), _nullable, _of_pandas),
    Engine("pandas-arrow", ("pandas", "pyarrow"), _arrow_backed, _of_pandas),
    Engine("pyarrow", ("pyarrow",), lambda table: table, lambda frame: frame.to_pydict()),
    Engine(
        "duckdb",
        ("duckdb", "pyarrow"),
        _duckdb,
        lambda frame: frame.to_arrow_table().to_pydict(),
        eager=False,
    ),
    Engine(
        "pyspark",
        ("pyspark", "pyarrow", "java"),
        lambda table: spark().createDataFrame(table),
        lambda frame: frame.toArrow().to_pydict(),
        eager=False,
    ),
)
