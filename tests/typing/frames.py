"""What type checkers infer for frames: the kind of frame that comes in is the kind that goes out."""

from typing import assert_type

import polars as pl

from danvankheo import frames

schools = pl.DataFrame({"dat_chuan": [27], "tong_so": [28]})
assert_type(frames.share(schools, part="dat_chuan", whole="tong_so", out="x", scale=2), pl.DataFrame)
assert_type(frames.roll_up(schools.lazy(), by="tong_so", sums="dat_chuan"), pl.LazyFrame)
assert_type(frames.format_number(schools, number="tong_so", out="x"), pl.DataFrame)
assert_type(frames.roll_up(schools, by=[], sums=["tong_so", ("dat_chuan", "tong_so")]), pl.DataFrame)
assert_type(frames.roll_up(schools, by=[], sums=("dat_chuan", "tong_so")), pl.DataFrame)
