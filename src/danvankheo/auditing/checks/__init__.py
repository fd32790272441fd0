"""Checks of printed figures: one module a question.

- `base` what every check is: which rounding procedures explain its figures
- `ratios` part, whole and percentage; `corrections` what would make them agree; `implied` what two leave open
- `earlier` the figure before a change; `changes` now, change and before; `chains` series of changes
- `sums` parts and their total, shares of 100; `bounds` what cannot be at all
- `mentions` the same figure stated more than once; `habits` how a whole report was rounded
"""
