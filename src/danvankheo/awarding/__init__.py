"""Award money: the law of the day applied to the awards of a record.

Read in this order: `records` (what is answered), `rules` (which values of the law), `party` (the
Party's scale), `money` (what an award is worth), `together` (several awards to one recipient), `checks`
(rules that are no amounts).
"""

from danvankheo.public_names import public_names

__getattr__, __dir__, __all__ = public_names(__name__)
