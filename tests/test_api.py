"""The HTTP interface: everything public, page by page, in the words of Popolo and OParl."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from urllib.parse import quote

import pytest

from accounts.identity import OPERATOR, Role
from data.accounts import add_account
from data.clock import now, timestamp
from data.concepts import concepts, sections
from data.organizations import organizations
from data.roster import roster
from data.store import Store
from network.exchange.reading import read_network
from network.naming import fold
from network.organization import Classification, Organization
from tests.open_data import SITE, Client, an_organization

LISTS = ("organizations", "posts", "memberships", "relations", "topics")


@pytest.fixture
def client(demo_path: Path, monkeypatch: pytest.MonkeyPatch) -> Client:
    assert demo_path.exists()
    monkeypatch.setenv("BINDEGLIED_PUBLIC_URL", SITE)
    return Client()


def every_page(client: Client, address: str) -> list[dict[str, object]]:
    """Follow the links of a list from its first page to its last."""
    found: list[dict[str, object]] = []
    following: str | None = address
    while following:
        answer = client.get(following).json()
        found += answer["data"]
        following = answer["links"]["next"]
    return found


@pytest.mark.parametrize("name", LISTS)
def test_following_the_links_gives_everything_once(
    client: Client, demo_store: Store, name: str
) -> None:
    everything = {each.id for each in getattr(roster(demo_store), name)}

    found = [each["id"] for each in every_page(client, f"/api/v1/{name}?limit=7")]

    assert len(found) == len(set(found))
    assert set(found) == everything
    assert found


def test_the_links_of_a_page_are_those_of_oparl(client: Client, demo_store: Store) -> None:
    total = len(organizations(demo_store))
    pages = -(-total // 10)

    second = client.get("/api/v1/organizations?limit=10&page=2").json()

    assert second["pagination"] == {
        "totalElements": total,
        "elementsPerPage": 10,
        "currentPage": 2,
        "totalPages": pages,
    }
    links = {name: link.partition("page=")[2] for name, link in second["links"].items()}
    assert links == {
        "first": "1&limit=10",
        "prev": "1&limit=10",
        "self": "2&limit=10",
        "next": "3&limit=10",
        "last": f"{pages}&limit=10",
    }
    behind = client.get("/api/v1/organizations?page=9999").json()
    assert behind["data"] == []
    assert behind["links"]["prev"].endswith("page=2&limit=50")


def test_organizations_come_by_name_and_can_be_narrowed_down(
    client: Client, demo_store: Store
) -> None:
    names = [str(each["name"]) for each in every_page(client, "/api/v1/organizations")]
    assert names == sorted(names, key=fold)

    topic = roster(demo_store).topics[0]
    narrowed: list[tuple[str, Callable[[Organization], bool]]] = [
        ("classification=council", lambda each: each.classification is Classification.COUNCIL),
        (
            "classification=council&classification=working_group",
            lambda each: each.classification in ("council", "working_group"),
        ),
        ("q=fluchtlingsh", lambda each: "fluechtlingsh" in fold(each.name)),
        (f"topic={topic.id}", lambda each: topic.id in each.topic_ids),
        (f"topic={quote(topic.term)}", lambda each: topic.id in each.topic_ids),
    ]
    for query, wanted in narrowed:
        found = {each["id"] for each in every_page(client, f"/api/v1/organizations?{query}")}
        expected = {each.id for each in organizations(demo_store) if wanted(each)}
        assert expected <= found, query
        assert query.startswith("topic") or found == expected, query


def test_a_day_shows_who_was_there_then(client: Client, demo_store: Store) -> None:
    gone = an_organization(demo_store, "Runder Tisch", start_date="2001", end_date="2003-06")

    def there(day: str) -> bool:
        found = every_page(client, f"/api/v1/organizations?q=runder+tisch&as_of={day}")
        assert found == every_page(client, f"/api/v1/organizations?q=runder+tisch&stand={day}")
        return gone.id in {each["id"] for each in found}

    assert [there(day) for day in ("2000-12-31", "2001-01-01", "2003-06-30", "2003-07-01")] == [
        False,
        True,
        True,
        False,
    ]
    record = client.get(f"/api/v1/organizations/{gone.id}").json()
    assert (record["founding_date"], record["dissolution_date"]) == ("2001", "2003-06")


def test_only_what_changed_since_comes_and_what_is_gone_is_named(
    client: Client, demo_store: Store
) -> None:
    kept = an_organization(demo_store, "Haus der Vereine e. V.")
    old = an_organization(demo_store, "Vereinshaus")
    older = an_organization(demo_store, "Haus d. Vereine")
    start = now()
    before = quote(timestamp(start))
    demo_store.update("organizations", older.id, {"merged_into_id": old.id}, expected=1)
    demo_store.update("organizations", old.id, {"merged_into_id": kept.id}, expected=1)

    changed = every_page(client, f"/api/v1/organizations?modified_since={before}")

    assert {each["id"] for each in changed} == {old.id, older.id}
    assert all(set(each) == {"id", "type", "created", "modified", "deleted"} for each in changed)
    tomorrow = quote(timestamp(start + timedelta(days=1)))
    assert every_page(client, f"/api/v1/organizations?modified_since={tomorrow}") == []
    for identifier in (old.id, older.id):
        moved = client.get(f"/api/v1/organizations/{identifier}")
        assert moved.status_code == 301
        assert moved.headers["location"] == f"{SITE}/api/v1/organizations/{kept.id}"
    assert "Vereinshaus" not in client.get("/api/v1/organizations?q=vereinshaus").text[:40]


def test_graphml_holds_the_whole_public_network_with_dates(
    client: Client, demo_store: Store
) -> None:
    everything = roster(demo_store)

    network = read_network(client.get("/api/v1/network.graphml").content, "x.graphml")

    assert len(network.nodes) == len(everything.organizations) + len(everything.posts)
    assert {node.start for node in network.nodes} >= {
        each.start_date for each in everything.organizations if each.start_date
    }
    then = client.get("/api/v1/network.graphml?as_of=1900-01-01")
    assert len(read_network(then.content, "x.graphml").nodes) < len(network.nodes)


def test_the_concept_is_there_section_by_section(client: Client, demo_store: Store) -> None:
    (known,) = concepts(demo_store)
    text = sections(demo_store, known.id)

    paper = client.get("/api/v1/concept").json()

    assert paper["name"] == known.title
    assert paper["reference"] == "Fassung 1"
    assert [each["id"] for each in paper["sections"]] == [each.id for each in text]
    counting = next(each for each in text if each.title == "Zahlen und Prognose")
    sent = client.get(f"/api/v1/concept/sections/{counting.id}").json()
    assert "450" in sent["text"]
    assert sent["review_status"] == "suspect_link"
    assert sent["superordinatedPaper"] == f"{SITE}/api/v1/concept?id={known.id}"

    demo_store.update("sections", counting.id, {"retired_on": "2026-01-01"}, expected=2)
    add_account(demo_store, OPERATOR, "Jemand", "jemand", Role.STAFF)
    gone = client.get(f"/api/v1/concept/sections/{counting.id}").json()
    assert gone["deleted"] is True
    assert "text" not in gone
