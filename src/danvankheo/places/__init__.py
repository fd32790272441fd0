"""The units of administration of Vietnam by day, and what became of them.

>>> from datetime import date
>>> from danvankheo import places
>>> town = places.at(date(2025, 6, 30)).find("thị xã An Khê")
>>> [step.new.label for step in places.successors(town)]
['phường An Bình', 'phường An Khê', 'xã Cửu An']

Read in this order: `units` (records), `table` (reading the files), `names` (spellings), `lookup` (the
units of one day), `changes` (what became of what) and `matching` (places of records). The table is in
``data/``, with its sources and licences; ``tools/places`` makes it.
"""

from danvankheo.public_names import public_names

__getattr__, __dir__, __all__ = public_names(__name__)
