"""The files of “Was zu tun ist”: for whom, and that they hold what the page shows."""

import csv
import io

import httpx
import pytest

from accounts.identity import OPERATOR, Role
from data.accounts import add_account
from data.clock import today
from data.concepts import concepts
from data.coverage import coverage
from data.hearing import not_heard
from data.roster import roster
from data.sessions import redeem
from data.sqlite_store import SqliteStore
from network.graph import build_graph
from network.introductions import introductions
from network.reach import onward, reach
from network.view import Direction
from tests.browser import App
from tests.conftest import COORDINATOR
from views.identity_gate import COOKIE

FILES = ("vorstellungen", "abdeckung", "nicht-gehoert", "reichweite")


@pytest.fixture(scope="module")
def cookies(app: App) -> dict[str, str]:
    """The session of a member of staff at the server of this module."""
    store = SqliteStore(app.database)
    invitation = add_account(store, OPERATOR, "Fachbereich", "fb", Role.STAFF)
    token = redeem(store, invitation.token, "ein langes Passwort").token
    store.close()
    return {COOKIE: token}


def rows(app: App, cookies: dict[str, str], address: str) -> list[list[str]]:
    answer = httpx.get(f"{app.url}/hinweise/{address}", cookies=cookies)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert "no-store" in answer.headers["cache-control"]
    return list(csv.reader(io.StringIO(answer.text.removeprefix("\ufeff")), delimiter=";"))


@pytest.mark.parametrize("name", FILES)
def test_guests_get_no_file(app: App, name: str) -> None:
    answer = httpx.get(f"{app.url}/hinweise/{name}.csv")

    assert answer.status_code == 403
    assert "csv" not in answer.headers["content-type"]


def test_the_files_hold_what_the_page_shows(app: App, cookies: dict[str, str]) -> None:
    store = SqliteStore(app.database)
    graph = build_graph(roster(store), today())
    found = coverage(store, concepts(store)[-1].id, graph)
    missing = not_heard(store, COORDINATOR, found, graph)
    (source,) = (r["id"] for r in store.find("organizations", source_key="tosip"))
    store.close()

    pairs = rows(app, cookies, "vorstellungen.csv?themen=2")
    assert len(pairs) - 1 == len(introductions(graph, limit=1_000, least_topics=2))
    table = rows(app, cookies, "abdeckung.csv")
    assert [row[1] for row in table[1:]].count("nein") >= len(found.uncovered)
    assert len(table) - 1 == len(found.rows)
    assert len(table[0]) == 4 + len(found.totals())
    filled = sum(1 for row in table[1:] for cell in row[4:] if cell)
    assert filled == sum(each.total() for each in found.totals().values())
    assert len(rows(app, cookies, "nicht-gehoert.csv")) - 1 == len(missing)
    heard = reach(graph, source, onward(graph, {"cooperates"}, Direction.OUT))
    told = rows(app, cookies, f"reichweite.csv?von={source}&verbindung=cooperates&richtung=out")
    assert [row[0] for row in told[1:]].count("nie") == len(heard.never)
    assert len(told) == len(graph)


@pytest.mark.parametrize(
    "address",
    [
        "reichweite.csv",
        "reichweite.csv?von=niemand&richtung=quer",
        "vorstellungen.csv?themen=viele&stelle=niemand",
        "abdeckung.csv?konzept=keins&stand=gestern",
    ],
)
def test_what_an_address_says_wrongly_counts_as_not_said(
    app: App, cookies: dict[str, str], address: str
) -> None:
    assert rows(app, cookies, address)
