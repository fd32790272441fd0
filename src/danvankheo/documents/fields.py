"""The library's records as fields of pydantic models, and so in FastAPI.

Loads when pydantic asks a record how it is read; nothing here is needed without pydantic.
"""

from collections.abc import Callable
from typing import Any, Final

from pydantic import TypeAdapter
from pydantic_core import InitErrorDetails, PydanticCustomError, ValidationError, core_schema

from danvankheo.documents.converter import unstructured
from danvankheo.documents.diagnosis import Steps
from danvankheo.documents.registration import read, records_by_name
from danvankheo.documents.schema import Schema, published_schema
from danvankheo.documents.shapes import Record, shape_of
from danvankheo.errors import DocumentError, Problem

_REFERENCE: Final = "#/$defs/"


def schema_of(kind: type) -> core_schema.CoreSchema | None:
    """Return how pydantic reads and writes a record; None if no document can hold one.

    A record is taken as it is, or read as strictly as `loads` reads it; whatever is wrong is an
    error of its own, at its place. It is written as in our documents.
    """
    if records_by_name().get(kind.__name__) is not kind:
        return None

    def validated(raw: object) -> object:
        if isinstance(raw, kind):
            return raw
        try:
            return read(raw, kind)
        except DocumentError as error:
            found = [_line_error(problem, raw) for problem in error.problems]
            raise ValidationError.from_exception_data(kind.__name__, found) from None

    return core_schema.no_info_plain_validator_function(
        validated,
        ref=_name(kind),
        serialization=core_schema.plain_serializer_function_ser_schema(unstructured),
    )


def json_schema_of(kind: type, referred: Callable[[core_schema.CoreSchema], Schema]) -> Schema:
    """Return the JSON Schema of a record inside a document of another's.

    Args:
        kind: the type of the record.
        referred: pydantic's call that returns the JSON Schema of another type: where it is defined.
    """
    published = published_schema()
    definitions: dict[str, Any] = published.pop("$defs")  # type: ignore[assignment]  # that is what it holds
    if kind.__name__ == published["title"]:
        # The version is one of our documents; a movement inside another document has none.
        del published["$schema"]
        properties: dict[str, Any] = published["properties"]  # type: ignore[assignment]
        required: list[str] = published["required"]  # type: ignore[assignment]
        published["properties"] = {k: v for k, v in properties.items() if k not in {"$schema", "version"}}
        published["required"] = [name for name in required if name != "version"]
        definitions[kind.__name__] = published

    def resolved(schema: Any) -> Any:
        match schema:
            case {"$ref": str(reference), **others}:
                name = reference.removeprefix(_REFERENCE)
                other = records_by_name().get(name)
                if other is None:
                    return {**resolved(definitions[name]), **others}  # an enumeration
                if other is kind:
                    return {**referred(core_schema.definition_reference_schema(_name(kind))), **others}
                # In a schema around it, so that pydantic asks the other type, as it asked this one.
                around = core_schema.definitions_schema(TypeAdapter(other).core_schema, [])
                return {**referred(around), **others}
            case dict():
                return {key: resolved(each) for key, each in schema.items()}
            case list():
                return [resolved(each) for each in schema]
            case _:
                return schema

    found = definitions.get(
        kind.__name__, {"type": "object" if isinstance(shape_of(kind), Record) else "string"}
    )
    return {"title": kind.__name__, **resolved(found)}


def _name(kind: type) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"


def _line_error(problem: Problem, raw: object) -> InitErrorDetails:
    english, vietnamese = problem.sentences
    error = PydanticCustomError(
        problem.reason.value,  # pyright: ignore[reportArgumentType]  (codes are all written out)
        "{message}",
        {"message": english, "vietnamese": vietnamese},
    )
    return InitErrorDetails(type=error, loc=problem.loc, input=_at(raw, problem.loc))


def _at(raw: object, steps: Steps) -> object:
    """Return what stands at a place; where a key is missing, the object that should have it."""
    found: Any = raw
    for step in steps:
        try:
            found = found[step]
        except (KeyError, IndexError, TypeError):
            return found
    return found
