"""Kennzahlen: measures exactly what the address shows, on the page and in its files."""

import csv
import io
from datetime import date

import httpx
import pytest
from openpyxl import load_workbook
from streamlit.testing.v1 import AppTest

from data.clock import today
from data.roster import roster
from data.sqlite_store import SqliteStore
from data.store import Store
from network.communities import named_communities
from network.facets import Facet
from network.graph import Graph, build_graph
from network.measures import measure
from network.view import View, part_of, shown
from tests.browser import App
from tests.conftest import ROOT
from views.asked_measures import digest
from views.inert import inert
from views.measure_node_words import community_title
from views.measure_routes import RANKING
from views.measure_terms import TERMS, ranked, value_text
from views.measure_words import whole_sentences
from views.shown_measures import LARGE, asked_of


def page(**address: str | list[str]) -> AppTest:
    opened = AppTest.from_file(ROOT / "app.py", default_timeout=60)
    opened.user = {}
    opened.run()
    opened.switch_page("views/pages/measures.py")
    for name, value in address.items():
        opened.query_params[name] = value
    opened.run()
    assert not opened.exception
    return opened


def texts(opened: AppTest) -> str:
    return "\n".join(str(each.value) for each in opened.text)


def city(store: Store, view: View | None = None) -> Graph:
    graph = build_graph(roster(store), today())
    return part_of(graph, shown(graph, view or View()))


def node_of(graph: Graph, name: str) -> str:
    return next(each.id for each in measure(graph).nodes if each.name == name)


def test_the_page_says_the_whole_of_what_is_shown(demo_store: Store) -> None:
    said = texts(page())

    for sentence in whole_sentences(measure(city(demo_store))):
        assert sentence in said
    assert "Angezeigt: 62 Einträge, 56 Verbindungen." in said


def test_filters_of_the_map_count_and_are_told(demo_store: Store) -> None:
    kept = View(wanted={Facet.KIND: frozenset({"working_group", "post"})})
    expected = measure(city(demo_store, kept)).network

    said = texts(page(art=["working_group", "post"]))

    assert "Art: Stelle/Funktion, Arbeitsgruppe" in said
    assert f"{expected.nodes} Einträge mit {expected.ties} verbundenen Paaren" in said


@pytest.mark.parametrize("rank", list(TERMS))
def test_every_measure_can_rank(demo_store: Store, rank: str) -> None:
    term = TERMS[rank]
    first = ranked(measure(city(demo_store)).nodes, term)[0][1]

    table = page(rang=rank).table[0].value

    assert next(iter(table["Name"])) == inert(first.name)
    assert next(iter(table[term.title])) == value_text(term.value(first))


def test_the_chosen_of_the_map_is_told_and_another_can_be_chosen(demo_store: Store) -> None:
    graph = city(demo_store)
    post = node_of(graph, "Koordinierende Stelle der vier Arbeitsgruppen")
    lonely = node_of(graph, "AG Asyl")

    of_map, chosen = texts(page(stelle=post)), texts(page(stelle=post, eintrag=lonely))

    assert "Diese Stelle hat 5 Verbindungen; ohne sie sind" in of_map
    assert "was andere weitersagen, erreicht sie nicht" in chosen


def test_directions_and_meaning_of_numbers_come_from_the_address(demo_store: Store) -> None:
    found = measure(city(demo_store), directed=True)

    opened = page(gerichtet="1", gewicht="staerke")

    assert "der gerichteten Verbindungen werden erwidert" in texts(opened)
    assert "Die Stärke einer Verbindung zählt" in str(opened.caption[0].value)
    assert found.network.reciprocity is not None


@pytest.mark.parametrize(
    "address", [{"rang": "x"}, {"gewicht": "x"}, {"eintrag": "x"}, {"stelle": "x"}]
)
def test_what_cannot_be_understood_counts_as_not_said(
    demo_store: Store, address: dict[str, str]
) -> None:
    assert texts(page(**address)) == texts(page())
    assert len(demo_store.find("organizations")) < LARGE


def test_the_day_of_the_page_is_that_of_the_address_and_can_be_chosen(demo_store: Store) -> None:
    early = measure(build_graph(roster(demo_store), date(2014, 1, 1))).network

    opened = page(stand="2014-01-01")
    chosen = page()
    chosen.date_input[0].set_value(date(2014, 1, 1)).run()

    for each in (opened, chosen):
        assert f"{early.nodes} Einträge mit {early.ties} verbundenen Paaren" in texts(each)
        assert each.query_params["stand"] in ("2014-01-01", ["2014-01-01"])


def test_a_map_that_begins_empty_measures_as_its_files_do(demo_store: Store) -> None:
    assert demo_store.find("organizations")
    assert "nichts zu messen" in texts(page(ebene="leer"))


def test_each_group_has_name_letter_members_and_brief(demo_store: Store) -> None:
    groups = [each for each in named_communities(city(demo_store)) if len(each.nodes) > 1]

    opened = page()

    titles = [f"{each.number}. {community_title(each)}" for each in groups]
    assert [str(each.value) for each in opened.subheader] == list(map(inert, titles))
    names = {each.id: each.name for each in measure(city(demo_store)).nodes}
    members = [line for line in texts(opened).split("\n") if line.startswith("Mitglieder: ")]
    told = [set(line.removeprefix("Mitglieder: ").split("; ")) for line in members]
    assert told == [{names[node] for node in each.nodes} for each in groups]
    drawn = [str(each.value) for each in opened.html if "swatch" in str(each.value)]
    assert all(each.color in html for each, html in zip(groups, drawn, strict=True))


def test_nothing_shown_is_nothing_to_measure(demo_store: Store) -> None:
    assert demo_store.find("organizations")
    assert "nichts zu messen" in texts(page(raum="nirgends"))


def test_equal_views_are_measured_once_and_others_apart(demo_store: Store) -> None:
    def of(**address: list[str]) -> str:
        return digest(asked_of(demo_store, lambda name: address.get(name, [])).shown)

    assert of() == of(stelle=["nobody"]) != of(art=["office"])


def test_the_files_hold_the_ranking_of_the_address(app: App) -> None:
    store = SqliteStore(app.database)
    expected = ranked(measure(city(store)).nodes, TERMS["bruecke"])
    store.close()

    text = httpx.get(f"{app.url}{RANKING}.csv?rang=bruecke").text
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))
    book = load_workbook(io.BytesIO(httpx.get(f"{app.url}{RANKING}.xlsx?rang=bruecke").content))
    sheet = list(book.worksheets[0].iter_rows(values_only=True))

    assert [row[1] for row in rows[1:]] == [each.name for _place, each in expected]
    assert [row[1] for row in sheet[1:]] == [each.name for _place, each in expected]
    column = rows[0].index("Brückenfunktion (Betweenness)")
    value = expected[0][1].betweenness
    assert float(rows[1][column].replace(",", ".")) == pytest.approx(value, abs=1e-6)
    assert sheet[1][column] == pytest.approx(value)


def test_the_files_follow_the_filters_and_the_language(app: App) -> None:
    lines = httpx.get(f"{app.url}{RANKING}.csv?art=council&lang=en").text.splitlines()

    assert "Bridge function" in lines[0]
    assert len(lines) == 2
    assert "not determinable" not in lines[1]
