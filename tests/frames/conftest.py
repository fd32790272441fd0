"""One engine after the other for every test that asks for one."""

from collections.abc import Iterator

import pytest

import engines


@pytest.fixture(params=engines.ENGINES, ids=lambda engine: engine.name, scope="session")
def engine(request: pytest.FixtureRequest) -> engines.Engine:
    """An engine that this machine has."""
    return request.param.ready()


# Hypothesis makes hundreds of frames: the engines that need no session and no connection.
FAST = [engine for engine in engines.ENGINES if engine.name not in ("duckdb", "pyspark", "polars-streaming")]


@pytest.fixture(params=FAST, ids=lambda engine: engine.name, scope="session")
def fast(request: pytest.FixtureRequest) -> engines.Engine:
    """An engine that makes a small frame in a moment."""
    return request.param.ready()


@pytest.fixture(scope="session", autouse=True)
def _spark_ends() -> Iterator[None]:
    """Stop the Spark session, if a test has started it."""
    yield
    if engines.spark.cache_info().currsize:
        engines.spark().stop()
