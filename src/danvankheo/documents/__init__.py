"""Movements as JSON documents that carry a version and load for ever."""

from danvankheo.documents.files import load, save
from danvankheo.documents.schema import published_schema
from danvankheo.documents.text import VERSION, dumps, loads

__all__ = ["VERSION", "dumps", "load", "loads", "published_schema", "save"]
