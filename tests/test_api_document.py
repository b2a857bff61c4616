"""The OpenAPI document: it is valid, it says what is there, and answers are as it says."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from data.concepts import concepts, sections
from data.store import Store
from tests.open_data import SITE, Client, an_organization
from views import api_routes
from views.api_document import DOCUMENT, document
from views.api_endpoints import BASE, ENDPOINTS
from views.api_page import PAGE


@pytest.fixture
def client(demo_path: Path, monkeypatch: pytest.MonkeyPatch) -> Client:
    assert demo_path.exists()
    monkeypatch.setenv("BINDEGLIED_PUBLIC_URL", SITE)
    return Client()


def test_the_document_is_valid_and_served(client: Client) -> None:
    served = client.get(DOCUMENT).json()

    validate(served)
    assert served["openapi"] == "3.1.0"
    assert served["servers"] == [{"url": SITE}]
    assert served == document()


def test_every_address_is_in_the_document_and_the_other_way_round() -> None:
    served = {route.path for route in api_routes.ROUTES}

    assert set(document()["paths"]) == served - {PAGE, api_routes.REST}


def test_everything_in_the_document_is_said_of_every_parameter() -> None:
    for path in document()["paths"].values():
        for parameter in path["get"].get("parameters", []):
            assert parameter["in"] in ("path", "query")
            assert parameter["schema"].get("type")


def addresses(store: Store) -> list[tuple[str, str]]:
    """Return each path of the document with addresses that it answers."""
    kept, gone = an_organization(store, "Alt"), an_organization(store, "Neu")
    store.update("organizations", gone.id, {"merged_into_id": kept.id}, expected=1)
    first, second, *_rest = sections(store, concepts(store)[0].id)
    store.update("sections", second.id, {"retired_on": "2026-01-01"}, expected=2)
    found = [(path, path) for path in document()["paths"] if "{" not in path]
    found += [(path, f"{path}?modified_since=2000-01-01&limit=100") for path, _same in found
              if path.endswith(("organizations", "topics"))]  # fmt: skip
    one = f"{BASE}/organizations/{{id}}"
    part = f"{BASE}/concept/sections/{{id}}"
    found += [(one, f"{BASE}/organizations/{kept.id}"), (one, f"{BASE}/organizations/unknown")]
    found += [(part, f"{BASE}/concept/sections/{each.id}") for each in (first, second)]
    found += [(path, f"{path}?page=none") for path in document()["paths"] if "{" not in path]
    return found


def test_every_answer_is_as_the_document_says(client: Client, demo_store: Store) -> None:
    told = document()
    seen = set()
    for path, address in addresses(demo_store):
        answer = client.get(address)
        kind = answer.headers["content-type"].partition(";")[0]
        responses = told["paths"][path]["get"]["responses"]
        if path == DOCUMENT:
            continue
        content = responses[str(answer.status_code)]["content"]
        assert kind in content, address
        seen.add((path, answer.status_code))
        if kind.endswith("json") and kind != "application/ld+json":
            check(answer.json(), content[kind]["schema"], told)
    assert {path for path, status in seen if status == 200} == {
        f"{BASE}{each.path}" for each in ENDPOINTS
    }


def check(body: object, schema: dict[str, Any], told: dict[str, Any]) -> None:
    whole = {**schema, "components": told["components"]}
    faults = [error.message for error in Draft202012Validator(whole).iter_errors(body)]
    assert faults == []


def test_addresses_in_answers_lead_somewhere(client: Client, demo_store: Store) -> None:
    unit = an_organization(demo_store, "Oben")
    below = an_organization(demo_store, "Unten", parent_id=unit.id)

    record = client.get(f"{BASE}/organizations/{below.id}").json()

    assert client.get(record["subOrganizationOf"]).json()["name"] == "Oben"
    for each in client.get(f"{BASE}/concept").json()["sections"][:3]:
        assert client.get(each["url"]).status_code == 200


def test_the_page_for_people_names_every_address_and_the_licence(client: Client) -> None:
    page = client.get(PAGE).text

    assert "Datenlizenz Deutschland" in page
    assert "Offene Daten" in page
    for name in ("organizations", "posts", "memberships", "relations", "topics", "concept"):
        assert f'href="/api/v1/{name}"' in page
        assert client.get(urlsplit(f"/api/v1/{name}").path).status_code == 200
    assert "Open data" in client.get(f"{PAGE}?lang=en").text
