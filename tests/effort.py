"""How much the tests try: quick by default, thorough in CI; ``DANVANKHEO_TESTS`` says which.

What the thorough run adds: every property draws 100 examples instead of 25; frames are compared on
100 000 rows instead of 2 000; every number up to a million is written and read back instead of one in
37; coverage is measured, and may not fall in any folder.

Both draw the same examples every time, so that a change is judged by what it changed. ``explore`` is the
quick run with examples that are new every time: what it finds becomes an ``@example``.
"""

import os
from typing import Final

from hypothesis import HealthCheck, settings

EFFORT: Final = os.environ.get("DANVANKHEO_TESTS", "quick")
THOROUGH: Final = EFFORT == "thorough"
if EFFORT not in {"quick", "thorough", "explore"}:
    raise ValueError(f"DANVANKHEO_TESTS={EFFORT}: expected quick, thorough or explore")

EXAMPLES: Final = 100 if THOROUGH else 25
"""How many examples each property draws."""
ROWS: Final = 100_000 if THOROUGH else 2_000
"""On how many rows each engine of dataframes is compared with the scalar functions."""
EVERY: Final = 1 if THOROUGH else 37
"""One number in how many is tried where all up to a million can be."""

# No time limits in tests.
settings.register_profile(
    "danvankheo",
    deadline=None,
    max_examples=EXAMPLES,
    derandomize=EFFORT != "explore",
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("danvankheo")

costly: Final = settings(max_examples=EXAMPLES // 4)
"""For a property each example of which makes files, or frames of several engines."""
