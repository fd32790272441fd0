"""Which movement do the facts of a text make?

Read in this order: `draft` (the whole), `material` (the text and its facts, and what became of each),
`header` (name, period, place, organiser), `names` (places and organisations in a text), `scenes`
(which place a figure is of), and what each kind of fact becomes: `contributions`, `indicators`,
`awards`, `models`.
"""

from danvankheo.public_names import public_names

__getattr__, __dir__, __all__ = public_names(__name__)
