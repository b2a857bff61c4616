"""The files of “Was zu tun ist”: for whom, and that they hold what the page shows."""

import csv
import io

import httpx
import pytest
from openpyxl import load_workbook

from accounts.identity import OPERATOR, Role
from concept_review.debt import fields
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


@pytest.mark.parametrize("name", FILES)
def test_a_workbook_holds_the_same_as_the_csv_file(
    app: App, cookies: dict[str, str], name: str
) -> None:
    (source,) = ids(app, "tosip")
    address = f"{app.url}/hinweise/{name}.xlsx?von={source}"

    answer = httpx.get(address, cookies=cookies)

    assert httpx.get(address).status_code == 403
    assert f'filename="{name}.xlsx"' in answer.headers["content-disposition"]
    sheet = load_workbook(io.BytesIO(answer.content)).worksheets[0]
    written = [["" if cell is None else str(cell) for cell in row] for row in sheet.values]
    assert written == rows(app, cookies, f"{name}.csv?von={source}")
    assert len(written) > 1


def test_the_files_of_the_coverage_follow_field_and_organisation(
    app: App, cookies: dict[str, str]
) -> None:
    store = SqliteStore(app.database)
    graph = build_graph(roster(store), today())
    found = coverage(store, concepts(store)[-1].id, graph)
    heads = fields([row.section for row in found.rows])
    store.close()
    (about,) = ids(app, "gb-3")
    field = next(heads[row.section.id] for row in found.rows if about in row.cells)

    table = rows(app, cookies, f"abdeckung.csv?feld={field}&stelle={about}")
    missing = rows(app, cookies, f"nicht-gehoert.csv?feld={field}")

    kept = [row for row in found.rows if heads[row.section.id] == field and about in row.cells]
    assert [row[0] for row in table[1:]] == [row.section.heading for row in kept]
    assert len(table[0]) == 4 + len({each for row in kept for each in row.cells})
    inside = {row.section.heading for row in found.rows if heads[row.section.id] == field}
    assert {row[1] for row in missing[1:]} <= inside
    assert rows(app, cookies, "abdeckung.csv?feld=keins") == rows(app, cookies, "abdeckung.csv")


def ids(app: App, source_key: str) -> list[str]:
    store = SqliteStore(app.database)
    found = [str(row["id"]) for row in store.find("organizations", source_key=source_key)]
    store.close()
    return found
