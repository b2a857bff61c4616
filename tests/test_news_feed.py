"""The feed of news: valid Atom, stable, and only public facts."""

import warnings
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts.identity import OPERATOR, Identity, Role
from data.clock import now, timestamp, today
from data.concepts import import_concept, versions
from data.identifier import new_id
from data.rows import to_row
from data.store import Store
from data.stories import create_story, publish_story
from network.open_data.news import APART, News, NewsKind, told
from network.organization import Membership, Relation, RelationKind
from tests.injections import ALL
from tests.open_data import SITE, Client, a_contact, an_organization
from views.news_feed import FEED, feed

AUTHOR = Identity("author-7", "Geheime Verfasserin", Role.STAFF)


def parsed(content: bytes) -> Any:  # noqa: ANN401  (feedparser tells no types)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        import feedparser  # noqa: PLC0415  (its import warns)

        found = feedparser.parse(content)
    assert not found.bozo, found.get("bozo_exception")
    return found


@pytest.fixture
def client(demo_path: Path, monkeypatch: pytest.MonkeyPatch) -> Client:
    assert demo_path.exists()
    monkeypatch.setenv("BINDEGLIED_PUBLIC_URL", SITE)
    return Client()


@pytest.fixture
def fresh(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Client:
    """Ask about a city where nothing has happened yet."""
    assert not store.find("organizations")
    monkeypatch.setenv("BINDEGLIED_DATABASE", str(tmp_path / "bindeglied.db"))
    monkeypatch.setenv("BINDEGLIED_PUBLIC_URL", SITE)
    return Client()


def titles(client: Client) -> list[str]:
    return [entry.title for entry in parsed(client.get(FEED).content).entries]


def tie(store: Store, first: str, second: str, disputed_by: str | None = None) -> None:
    relation = Relation(
        id=new_id(),
        subject_id=first,
        object_id=second,
        classification=RelationKind.COOPERATES,
        disputed_by_id=disputed_by,
    )
    with store.atomic():
        store.insert("relations", to_row(relation))


def test_the_feed_is_valid_and_names_itself(client: Client) -> None:
    answer = client.get(FEED)
    found = parsed(answer.content)

    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    assert found.version == "atom10"
    assert found.feed.links[0].href == f"{SITE}{FEED}?lang=de"
    assert found.feed.id.startswith("urn:uuid:")
    assert found.feed.author == "Stadtverwaltung"
    assert 0 < len(found.entries) <= 50
    ids = [entry.id for entry in found.entries]
    assert len(set(ids)) == len(ids)
    assert ids == [entry.id for entry in parsed(client.get(FEED).content).entries]
    dates = [entry.updated_parsed for entry in found.entries]
    assert dates == sorted(dates, reverse=True)
    assert all(entry.link.startswith(SITE) for entry in found.entries)
    again = client.get(FEED, headers={"if-none-match": answer.headers["etag"]})
    assert again.status_code == 304


def test_a_whole_city_taken_in_at_once_is_one_piece_of_news(client: Client) -> None:
    assert any(title.endswith("neue Einträge im Netzwerk") for title in titles(client))
    assert not any(title.startswith("Neu im Netzwerk:") for title in titles(client))


def test_what_happens_in_public_is_told(fresh: Client, store: Store) -> None:
    garden = an_organization(store, "Garten & Mehr <e. V.>")
    house = an_organization(store, "Altes Haus", end_date=str(today() - timedelta(days=1)))
    tie(store, garden.id, house.id)
    with store.atomic():
        store.insert(
            "former_names",
            {
                "id": new_id(),
                "organization_id": garden.id,
                "name": "Beet e. V.",
                "short_name": "",
                "until": "2026-01-31",
            },
        )
    known = import_concept(store, OPERATOR, b"# Teil\n\nText.", "Konzept 2030")
    version = versions(store, known.id)[0]
    store.update("versions", version.id, {"published_on": str(today())}, expected=version.revision)
    story = create_story(store, AUTHOR, "Wie alles begann", summary="Kurz & gut")
    publish_story(store, AUTHOR, story.id, public=True, expected=story.revision)

    said = titles(fresh)

    for wanted in (
        "Neu im Netzwerk: Garten & Mehr <e. V.>",
        "Beendet: Altes Haus",
        "Garten & Mehr <e. V.> hieß vorher Beet e. V.",
        "Garten & Mehr <e. V.> – arbeitet zusammen mit – Altes Haus",
        "Konzept 2030: Fassung 1 ist veröffentlicht",
        "Erzählung: Wie alles begann",
    ):
        assert wanted in said, wanted
    assert any(title.startswith("New in the network") for title in [
        entry.title for entry in parsed(fresh.get(f"{FEED}?lang=en").content).entries
    ])  # fmt: skip


def test_what_is_not_public_is_not_told(fresh: Client, store: Store) -> None:
    create_story(store, AUTHOR, "Nur für uns")
    merged = an_organization(store, "Doppelgänger")
    kept = an_organization(store, "Original")
    store.update("organizations", merged.id, {"merged_into_id": kept.id}, expected=1)
    tie(store, kept.id, merged.id)
    tie(store, kept.id, kept.id, disputed_by=kept.id)
    person = a_contact(store, kept.id, "Erika Geheim", public=False)
    with store.atomic():
        holds = Membership(id=new_id(), organization_id=kept.id, person_id=person.id)
        store.insert("memberships", to_row(holds))
    future = an_organization(store, "Übermorgen", end_date=str(today() + timedelta(days=9)))

    said = titles(fresh)
    content = fresh.get(FEED).text

    assert set(said) == {
        "Neu im Netzwerk: Original",
        f"Neu im Netzwerk: {future.name}",
    }
    for secret in ("Nur für uns", "Doppelgänger", "Erika", AUTHOR.id, AUTHOR.name):
        assert secret not in content


def test_what_strangers_write_stays_text(client: Client, demo_store: Store) -> None:
    for text in ALL:
        an_organization(demo_store, f"x{text}")

    found = parsed(client.get(FEED).content)

    assert b"<script" not in client.get(FEED).content
    assert found.entries


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_makes_a_feed_that_can_be_read(name: str, body: str) -> None:
    piece = News(kind=NewsKind.STORY, at=now(), subject_id="s", names=(name,), text=body)

    found = parsed(feed([piece], name))

    assert len(found.entries) == 1


@given(st.lists(st.integers(0, 30), min_size=1, max_size=40))
def test_no_piece_is_lost_when_they_are_told_together(seconds: list[int]) -> None:
    start = now()
    pieces = [
        News(
            kind=NewsKind.TIE, at=start + timedelta(seconds=after), subject_id=str(place),
            names=("a", "b"),
        )
        for place, after in enumerate(seconds)
    ]  # fmt: skip

    found = told(pieces)

    assert sum(each.count for each in found) == len(pieces)
    assert all(each.kind is NewsKind.TIE or each.count > APART for each in found)
    assert timestamp(found[0].at) == timestamp(max(each.at for each in pieces))
