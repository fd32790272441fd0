"""Vietnamese text to values: each reader is the inverse of a formatter."""

from danvankheo.public_names import public_names

__getattr__, __dir__, __all__ = public_names(__name__)
