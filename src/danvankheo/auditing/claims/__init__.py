"""What documents state and can be checked.

- `claim` a check of facts, and where they stand
- `indicator` within an indicator; `movement` within a movement; `series` between reports of several periods
- `same_places` which places are one in the course of time
- `audit` whole documents
"""
