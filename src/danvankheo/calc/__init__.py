"""Exact calculation: numbers and records in, numbers and records out."""

from danvankheo.public_names import public_names

__getattr__, __dir__, __all__ = public_names(__name__)
