"""The OpenAPI 3.1 document, made from the very models that answers are made of."""

from functools import cache
from typing import Any, Final

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from views.api_endpoints import BASE, ENDPOINTS, PARAMETERS, Endpoint
from views.api_problem import PROBLEM, Problem
from views.api_query import LANGUAGE, PAGES
from views.open_data_settings import open_data_settings
from views.settings import settings

DOCUMENT: Final = f"{BASE}/openapi.json"
_SCHEMAS: Final = "#/components/schemas/{model}"
_TEXT: Final = {"schema": {"type": "string"}}


def document() -> dict[str, Any]:
    """Return the document for this installation."""
    told = open_data_settings()
    return {
        "openapi": "3.1.0",
        "info": {
            "title": told.title,
            "version": "1",
            "description": told.description,
            "license": {"name": told.license_name, "url": told.license_url},
        },
        "servers": [{"url": settings().public_url}],
        "paths": {
            **{f"{BASE}{each.path}": _path(each) for each in ENDPOINTS},
            DOCUMENT: {"get": _self()},
        },
        "components": {"schemas": _schemas()},
    }


@cache
def _schemas() -> dict[str, Any]:
    models: dict[type[BaseModel], None] = {Problem: None}
    for endpoint in ENDPOINTS:
        models |= dict.fromkeys(endpoint.answers)
    _keys, found = models_json_schema(
        [(each, "serialization") for each in models], ref_template=_SCHEMAS, by_alias=True
    )
    return dict(found["$defs"])


def _path(endpoint: Endpoint) -> dict[str, Any]:
    return {
        "get": {
            "operationId": endpoint.handler.__name__ + endpoint.path.replace("/", "_"),
            "summary": endpoint.summary,
            "parameters": [*_in_path(endpoint), *_asked(endpoint)],
            "responses": _responses(endpoint),
        }
    }


def _in_path(endpoint: Endpoint) -> list[dict[str, Any]]:
    if "{id}" not in endpoint.path:
        return []
    return [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}]


def _asked(endpoint: Endpoint) -> list[dict[str, Any]]:
    paging = PAGES if endpoint.is_list else ()
    return [_parameter(endpoint, name) for name in (*endpoint.parameters, *paging, LANGUAGE)]


def _parameter(endpoint: Endpoint, name: str) -> dict[str, Any]:
    text, schema = PARAMETERS[name]
    if name == "classification":
        items = {"type": "string", "enum": sorted(str(each) for each in endpoint.words)}
        schema = {"type": "array", "items": items}
    return {"name": name, "in": "query", "description": text, "schema": schema}


def _responses(endpoint: Endpoint) -> dict[str, Any]:
    found: dict[str, Any] = {
        "200": {"description": endpoint.summary, "headers": _HEADERS, "content": _sent(endpoint)},
        "304": {"description": "Nothing has changed since the answer with this ETag"},
        "400": _problem("The address asks for something that does not exist"),
    }
    if endpoint.moves:
        found["301"] = {"description": "The entry became part of another one; see Location"}
    if "{id}" in endpoint.path or endpoint.path == "/concept":
        found["404"] = _problem("There is nothing under this address")
    if len(endpoint.kinds) > 1:
        found["406"] = _problem("Not available in a form that Accept names")
    return found


_HEADERS: Final = {
    "ETag": {"description": "Changes with the answer; for If-None-Match", **_TEXT},
    "Last-Modified": {"description": "When anything in it last changed", **_TEXT},
}


def _sent(endpoint: Endpoint) -> dict[str, Any]:
    if endpoint.kinds:
        return {kind: {"schema": {"type": "string"}} for kind in endpoint.kinds}
    references = [{"$ref": _SCHEMAS.format(model=each.__name__)} for each in endpoint.answers]
    schema = references[0] if len(references) == 1 else {"oneOf": references}
    return {"application/json": {"schema": schema}}


def _problem(text: str) -> dict[str, Any]:
    schema = {"$ref": _SCHEMAS.format(model=Problem.__name__)}
    return {"description": text, "content": {PROBLEM: {"schema": schema}}}


def _self() -> dict[str, Any]:
    return {
        "operationId": "openapi_document",
        "summary": "This document",
        "responses": {
            "200": {
                "description": "OpenAPI 3.1",
                "content": {"application/json": {"schema": {"type": "object"}}},
            }
        },
    }
