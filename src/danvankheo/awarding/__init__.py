"""Award money: the law of the day applied to the awards of a record.

`money` (what the awards of a movement come to), `together` (several awards to one person in one year).
"""

from danvankheo.public_names import public_names

__getattr__, __dir__, __all__ = public_names(__name__)
