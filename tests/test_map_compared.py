"""Two days compared on the map: picture, counts, table, text and files agree."""

import csv
import io
from datetime import date

import httpx

from data.roster import roster
from data.sqlite_store import SqliteStore
from data.store import Store
from network.changes import Changes, changes
from network.graph import build_graph
from network.picture import name_of
from tests.browser import App
from tests.network_pages import map_at, shown_line, texts
from views.inert import inert

DAYS = date(2014, 1, 1), date(2016, 1, 1)


def compared(store: Store) -> Changes:
    before, after = (build_graph(roster(store), day) for day in DAYS)
    return changes(before, after)


def test_what_has_ended_is_counted_listed_and_told(demo_store: Store) -> None:
    found = compared(demo_store)
    (ended,) = found.ended_nodes
    # Whichever day is named first, the later one is shown.
    opened = map_at(demo_store, stelle=ended.id, stand="2014-01-01", seit="2016-01-01")

    assert shown_line(opened).startswith(f"Angezeigt: {len(found.union)} Einträge")
    assert inert(name_of(ended)) in [each.value for each in opened.header]
    assert "beendet" in texts(opened)
    opened.text_input(key="find_entries").set_value("beendet").run()
    assert list(opened.table[-1].value["Name"]) == [inert(name_of(ended))]


def test_files_of_a_comparison_hold_both_days(app: App) -> None:
    store = SqliteStore(app.database)
    found = compared(store)
    store.close()
    query = {"stand": DAYS[1].isoformat(), "seit": DAYS[0].isoformat(), "gruppen": "1"}

    def table(name: str) -> list[dict[str, str]]:
        got = httpx.get(f"{app.url}/netzkarte/{name}.csv", params=query)
        return list(csv.DictReader(io.StringIO(got.text.lstrip("\ufeff")), delimiter=";"))

    entries, ties = table("eintraege"), table("verbindungen")
    assert len(entries) == len(found.union)
    assert len(ties) == found.union.number_of_edges()
    ended = [row["Name"] for row in entries if row["Veränderung"] == "beendet"]
    assert ended == [name_of(each) for each in found.ended_nodes]
    assert sum(row["Veränderung"] == "neu" for row in entries) == len(found.new_nodes)
    assert any(" · um " in row["Gruppe"] for row in entries)
    told = httpx.get(f"{app.url}/netzkarte/text", params=query).text
    assert "Veränderung: beendet" in told
    assert "Gruppe: " in told


def test_whoever_was_there_on_other_days_only_is_named_in_the_search(demo_store: Store) -> None:
    (ended,) = compared(demo_store).ended_nodes
    opened = map_at(demo_store)
    opened.text_input(key="suche").set_value(name_of(ended)).run()

    told = [each for each in texts(opened) if each.startswith("An diesem Tag nicht dabei: ")]
    assert len(told) == 1
    assert name_of(ended) in told[0]
