"""How the HTTP interface answers: what is wrong with a question, and what caches need."""

from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.identity import OPERATOR, Role
from data.accounts import add_account
from data.store import Store
from tests.open_data import SITE, Client, an_organization


@pytest.fixture
def client(demo_path: Path, monkeypatch: pytest.MonkeyPatch) -> Client:
    assert demo_path.exists()
    monkeypatch.setenv("BINDEGLIED_PUBLIC_URL", SITE)
    return Client()


def test_what_is_unknown_is_not_found_and_said_in_the_readers_language(client: Client) -> None:
    for address in ("organizations/nobody", "concept/sections/nothing", "concept?id=x", "x/y"):
        german = client.get(f"/api/v1/{address}")
        assert german.status_code == 404
        assert german.headers["content-type"] == "application/problem+json"
        assert german.json()["title"] == "Nicht gefunden"
        english = client.get(f"/api/v1/{address}", headers={"accept-language": "en-GB,en;q=0.8"})
        assert english.json()["title"] == "Not found"


@pytest.mark.parametrize(
    ("query", "parameters"),
    [
        ("limit=0", {"limit"}),
        ("limit=101&page=0", {"limit", "page"}),
        ("page=1e3", {"page"}),
        ("page=²", {"page"}),
        ("as_of=yesterday", {"as_of"}),
        ("stand=2015-02-30", {"stand"}),
        ("modified_since=9999-99-99", {"modified_since"}),
        ("modified_since=0001-01-01", {"modified_since"}),
        ("classification=dragon", {"classification"}),
        ("topic=drachen", {"topic"}),
        ("klassifikation=council", {"klassifikation"}),
        (f"q={'a' * 201}", {"q"}),
    ],
)
def test_a_faulty_question_is_told_what_is_wrong_with_it(
    client: Client, query: str, parameters: set[str]
) -> None:
    answer = client.get(f"/api/v1/organizations?{query}")

    assert answer.status_code == 400
    assert answer.headers["access-control-allow-origin"] == "*"
    problem = answer.json()
    assert problem["status"] == 400
    assert {each["parameter"] for each in problem["errors"]} == parameters
    assert all(each["detail"] for each in problem["errors"])


@given(st.text(max_size=40), st.sampled_from(["q", "topic", "page", "as_of", "modified_since"]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_no_question_breaks_it(client: Client, text: str, name: str) -> None:
    answer = client.get(f"/api/v1/organizations?{name}={quote(text, errors='replace')}")

    assert answer.status_code in (200, 400)


def test_an_answer_is_sent_again_only_when_something_public_has_changed(
    client: Client, demo_store: Store
) -> None:
    address = "/api/v1/organizations?q=zebra"
    first = client.get(address)
    tag = first.headers["etag"]
    assert tag.startswith('"')
    assert "last-modified" in first.headers

    add_account(demo_store, OPERATOR, "Jemand", "jemand", Role.STAFF)
    again = client.get(address, headers={"if-none-match": f'"other", W/{tag}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)

    an_organization(demo_store, "Zebra e. V.")
    add_account(demo_store, OPERATOR, "Noch wer", "noch", Role.STAFF)
    changed = client.get(address, headers={"if-none-match": tag})
    assert changed.status_code == 200
    assert changed.headers["etag"] != tag
    assert client.get("/api/v1/organizations?q=zebr").headers["etag"] != changed.headers["etag"]


def test_it_can_be_read_from_anywhere_and_only_read(client: Client) -> None:
    for method in ("POST", "PUT", "PATCH", "DELETE"):
        refused = client.get("/api/v1/organizations", method)
        assert refused.status_code == 405
        assert refused.headers["allow"] == "GET, HEAD, OPTIONS"
    asked = client.get("/api/v1/organizations", "OPTIONS")
    assert asked.status_code == 204
    assert "If-None-Match" in asked.headers["access-control-allow-headers"]
    for path in ("organizations", "concept", "catalog", "openapi.json", "nothing"):
        assert client.get(f"/api/v1/{path}").headers["access-control-allow-origin"] == "*"
    page = client.get("/api")
    assert "access-control-allow-origin" not in page.headers
