"""Values to Vietnamese text: each formatter is the inverse of a reader."""

from danvankheo.public_names import public_names

__getattr__, __dir__, __all__ = public_names(__name__)
