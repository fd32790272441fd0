"""Reports in Vietnamese: what a movement, or many, say on paper."""

from danvankheo.public_names import public_names

__getattr__, __dir__, __all__ = public_names(__name__)
