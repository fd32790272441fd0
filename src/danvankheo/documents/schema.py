"""The JSON Schema of documents, as the package ships it."""

import json
from importlib.resources import files
from typing import Any, Final, TypeAlias

Schema: TypeAlias = dict[str, Any]
"""A JSON Schema as plain dicts and lists."""

SCHEMA_FILE: Final = "movement-v1.schema.json"


def published_schema() -> dict[str, object]:
    """Return the JSON Schema (draft 2020-12) of documents, as the package ships it.

    >>> published_schema()["title"]
    'Movement'
    """
    text = files("danvankheo.documents").joinpath("schemas", SCHEMA_FILE).read_text("utf-8")
    schema: dict[str, object] = json.loads(text)
    return schema
