"""The one-page brief of a group that the ties show, and the numbers in briefs of entries."""

import io

import httpx
import pypdf
import pytest

from data.clock import today
from data.roster import roster
from data.sqlite_store import SqliteStore
from data.store import Store
from network.brief_pdf import write
from network.communities import Community, named_communities
from network.graph import Graph, build_graph, records
from network.measures import measure
from network.picture import name_of
from tests.browser import App
from tests.conftest import COORDINATOR
from tests.test_brief import items, pages_of
from views.asked_measures import Manner
from views.brief_content import brief_of
from views.brief_group import brief_of_group
from views.measure_node_words import node_sentences
from views.saved_address import read_query


def city(store: Store) -> Graph:
    return build_graph(roster(store), today())


def groups(graph: Graph) -> list[Community]:
    return [each for each in named_communities(graph) if len(each.nodes) > 1]


def test_the_brief_of_an_entry_says_the_sentences_of_kennzahlen(demo_store: Store) -> None:
    graph = city(demo_store)
    node = demo_store.find("organizations", source_key="gb-3")[0]["id"]

    brief = brief_of(demo_store, COORDINATOR, read_query(f"stelle={node}"))

    assert brief
    assert list(brief.sentences) == node_sentences(graph, measure(graph), node)


def test_every_group_has_a_brief_of_one_page_with_its_members(demo_store: Store) -> None:
    graph = city(demo_store)
    for group in groups(graph):
        brief = brief_of_group(demo_store, read_query(""), Manner(), group.key)

        assert brief
        assert f"Gruppe {group.mark} um {group.name}" == brief.title
        inside = items(brief, "Gehören dazu")
        names = sorted(name_of(records(graph)[node]) for node in group.nodes)
        assert sorted(each.rpartition(" (")[0] for each in inside) == names
        (page,) = pages_of(write(brief))
        assert "Gruppe" in page


def test_the_ties_of_a_group_to_others_have_one_end_in_it(demo_store: Store) -> None:
    graph = city(demo_store)
    group = groups(graph)[0]
    inside = set(group.nodes)
    leading = [pair for pair in graph.edges() if (pair[0] in inside) != (pair[1] in inside)]

    brief = brief_of_group(demo_store, read_query(""), Manner(), group.key)

    assert brief
    assert len(items(brief, "Verbindungen zu anderen")) == len(leading) > 0


def test_the_brief_is_of_what_the_address_shows(demo_store: Store) -> None:
    graph = city(demo_store)
    group = groups(graph)[0]
    gone = next(node for node in group.nodes if node != group.key)

    whole = brief_of_group(demo_store, read_query(""), Manner(), group.key)
    without = brief_of_group(demo_store, read_query(f"ohne={gone}"), Manner(), group.key)

    name = name_of(records(graph)[gone])
    assert whole
    assert any(name in each for each in items(whole, "Gehören dazu"))
    assert not without or not any(name in each for each in items(without, "Gehören dazu"))


@pytest.mark.parametrize("key", ["nobody", ""])
def test_around_nobody_there_is_no_group(demo_store: Store, key: str) -> None:
    assert brief_of_group(demo_store, read_query(""), Manner(), key) is None


def test_the_brief_of_a_group_can_be_downloaded(app: App) -> None:
    store = SqliteStore(app.database)
    group = groups(city(store))[0]
    store.close()

    answer = httpx.get(f"{app.url}/netzkarte/steckbrief.pdf?gruppe={group.key}", timeout=60)
    missing = httpx.get(f"{app.url}/netzkarte/steckbrief.pdf?gruppe=nobody", timeout=60)

    (page,) = pypdf.PdfReader(io.BytesIO(answer.content)).pages
    assert f"um {group.name}" in page.extract_text()
    assert missing.status_code == 404
