"""Is it possible? Intervals of printed figures, checks between them, findings.

Four rooms, from the ground up; each knows those before it:

- `figures` what a printed figure leaves open: exact intervals, whole numbers, rates
- `findings` what can be found, and how it is stated: codes, sentences, values for programs
- `checks` one question each: ratios, changes, sums, chains, mentions, and how a report was rounded
- `claims` what documents state: indicators, movements, series; the audit of whole documents
"""

from danvankheo.public_names import public_names

__getattr__, __dir__, __all__ = public_names(__name__)
