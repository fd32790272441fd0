"""Movements as JSON documents that carry a version and load for ever.

Besides what `danvankheo` has: `published_schema`, and `register` with `problems` for people whose own
documents hold our records.
"""

from danvankheo.documents.files import load, save
from danvankheo.documents.registration import problems, register
from danvankheo.documents.schema import published_schema
from danvankheo.documents.text import VERSION, dumps, loads

__all__ = ["VERSION", "dumps", "load", "loads", "problems", "published_schema", "register", "save"]
