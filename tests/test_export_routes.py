"""The tables of the map as files: what the address shows, and never a formula."""

import csv
import io

import httpx
import pytest

from accounts.identity import GUEST
from data.clock import today
from data.publication import publish
from data.registrations import submit
from data.roster import roster
from data.sqlite_store import SqliteStore
from network.graph import build_graph, ties_of
from network.registration import parse_registration
from tests.browser import App
from tests.writing_verbs_inbox import plain_words


def table(answer: httpx.Response) -> list[list[str]]:
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(answer.text.removeprefix("\ufeff")), delimiter=";"))


def test_the_files_hold_what_the_map_shows(app: App) -> None:
    store = SqliteStore(app.database)
    graph = build_graph(roster(store), today())
    store.close()

    entries = table(httpx.get(f"{app.url}/netzkarte/eintraege.csv"))
    ties = table(httpx.get(f"{app.url}/netzkarte/verbindungen.csv"))

    assert entries[0] == [
        "Name", "Art", "Themen", "Sozialraum", "Verbindungen", "Seit", "Bis", "Status", "Quelle",
    ]  # fmt: skip
    assert ties[0] == [
        "Von", "Verbindung", "Zu", "Seit", "Bis", "Angabe zur Zeit", "Beleg", "Stärke",
        "Quelle",
    ]  # fmt: skip
    assert {row[5] for row in ties[1:]} == {"", "ohne Datum"}
    assert all(bool(row[5]) != bool(row[3] or row[4]) for row in ties[1:])
    assert len(entries) - 1 == graph.number_of_nodes()
    assert len(ties) - 1 == graph.number_of_edges()


def test_the_files_follow_the_address(app: App) -> None:
    store = SqliteStore(app.database)
    graph = build_graph(roster(store), today())
    chosen = store.find("organizations", source_key="migrantenbeirat")[0]["id"]
    store.close()

    query = {"stelle": chosen, "schritte": "1"}
    near = table(httpx.get(f"{app.url}/netzkarte/verbindungen.csv", params=query))
    groups = table(httpx.get(f"{app.url}/netzkarte/eintraege.csv?art=working_group&lang=en"))

    assert len(near) - 1 >= len(ties_of(graph, chosen)) > 0
    assert {row[1] for row in groups[1:]} == {"Working group"}


@pytest.mark.parametrize("query", ["stelle=nobody&schritte=1", "stand=yesterday", "art=made-up"])
def test_what_the_address_says_wrongly_is_left_out(app: App, query: str) -> None:
    whole = httpx.get(f"{app.url}/netzkarte/eintraege.csv").text

    assert httpx.get(f"{app.url}/netzkarte/eintraege.csv?{query}").text == whole


def test_a_strangers_formula_is_text_and_no_contact_is_told(app: App) -> None:
    store = SqliteStore(app.database)
    sent = submit(
        store,
        GUEST,
        parse_registration(
            {
                "name": "=HYPERLINK(1)",
                "classification": "initiative",
                "contact_email": "geheim@beispiel.example",
                "consent": True,
            }
        ),
    )
    publish(store, sent, plain_words)
    store.close()

    text = httpx.get(f"{app.url}/netzkarte/eintraege.csv").text

    assert "'=HYPERLINK(1)" in text
    assert "\n=HYPERLINK" not in text
    assert "geheim@beispiel.example" not in text
