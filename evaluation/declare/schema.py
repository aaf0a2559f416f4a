"""JSON Schemas of the declarations, so that an editor can complete keys and mark mistakes while typing.

A file says which one it follows in its first line: `#:schema ../prototype.schema.json`
(Taplo and the Even Better TOML extension read it).
"""

from __future__ import annotations

from typing import Any

from evaluation.declare.shape import adapters
from evaluation.model.framework import Framework
from evaluation.model.prototype import Prototype

_DIALECT = "https://json-schema.org/draft/2020-12/schema"  # what pydantic writes


def schemas() -> dict[str, dict[str, Any]]:
    """The JSON Schema of a framework and of a prototype, by name. Keys that are not declared are refused."""
    return {"framework": _schema(Framework), "prototype": _schema(Prototype)}


def _schema(noun: type[Any]) -> dict[str, Any]:
    written: dict[str, Any] = _closed(adapters()[noun].json_schema())
    return {"$schema": _DIALECT, **written}


def _closed(schema: Any) -> Any:
    """The same schema, in which a table takes the keys it lists and no other."""
    if isinstance(schema, list):
        return [_closed(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    inside = {key: _closed(value) for key, value in schema.items()}
    return {**inside, "additionalProperties": False} if isinstance(schema.get("properties"), dict) else inside
