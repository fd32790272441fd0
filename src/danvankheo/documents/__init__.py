"""Movements as JSON documents that carry a version and load for ever.

Besides what `danvankheo` has: `published_schema`, and `register` with `problems` for people whose own
documents hold our records.
"""

from danvankheo.public_names import public_names

__getattr__, __dir__, __all__ = public_names(__name__)
