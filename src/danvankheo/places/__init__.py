"""The units of administration of Vietnam by day, and what became of them.

>>> from datetime import date
>>> from danvankheo import places
>>> town = places.at(date(2025, 6, 30)).find("thị xã An Khê")
>>> [step.new.label for step in places.successors(town)]
['phường An Bình', 'phường An Khê', 'xã Cửu An']

Read in this order: `units` (records), `table` (reading the files), `names` (spellings), `lookup` (the
units of one day), `changes` (what became of what) and `resolve` (places of records). The table is in
``data/``, with its sources and licences; ``tools/places`` makes it.
"""

from danvankheo.places.changes import held_by, history, predecessors, successors
from danvankheo.places.lookup import PlacesOfTheDay, at
from danvankheo.places.resolve import Match, match, resolve
from danvankheo.places.table import FIRST_DAY
from danvankheo.places.units import AdminUnit, Confirmation, Step

__all__ = [
    "FIRST_DAY",
    "AdminUnit",
    "Confirmation",
    "Match",
    "PlacesOfTheDay",
    "Step",
    "at",
    "held_by",
    "history",
    "match",
    "predecessors",
    "resolve",
    "successors",
]
