"""Is it possible? Intervals of printed figures, checks between them, findings.

What is where, from the ground up:

- `intervals` exact intervals; `lattice` whole numbers between two rates
- `reported` what a printed figure says; `inputs` what checks take in; `rates` percentages as ratios
- `codes`, `wording`, `findings` what can be found, and how it is stated; `data` for programs
- `procedures` what every check is
- `ratios`, `implied`, `corrections`, `earlier`, `changes`, `sums`, `chains`, `mentions` the checks
- `habits` how a whole report was rounded
- `claims`, `indicator_claims`, `movement_claims`, `series_claims` what documents say twice
- `audit` whole documents
"""

from danvankheo.public_names import public_names

__getattr__, __dir__, __all__ = public_names(__name__)
