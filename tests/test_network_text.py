"""A view as tables, as text and as wishes to the picture: the same nodes, ties and counts."""

from collections.abc import Iterable

import httpx
import pytest

from data.clock import today
from data.roster import roster
from data.sqlite_store import SqliteStore
from network.facets import Facet
from network.graph import Graph, Tie, build_graph, records
from network.picture import name_of
from network.scene import Item, Line, Scene, Sort
from network.view import Shown, View, shown
from network.ways import Leg
from tests.browser import App
from views.graph_component import Wish
from views.network_address import Asked
from views.network_rows import entry_rows, tie_rows
from views.network_text import pages_of, sections
from views.network_wish import Said, wish_of
from views.shown_groups import Remarks
from views.tie_words import details_text, leg_text, tie_text


@pytest.fixture(scope="module")
def graph(app: App) -> Graph:
    store = SqliteStore(app.database)
    found = build_graph(roster(store), today())
    store.close()
    return found


@pytest.mark.parametrize(
    "view",
    [
        View(),
        View(wanted={Facet.KIND: frozenset({"working_group"})}),
        View(wanted={Facet.TIE_KIND: frozenset({"member_of"})}, tied_only=True),
        View(wanted={Facet.KIND: frozenset({"nothing"})}),
    ],
)
def test_tables_and_text_hold_the_same(graph: Graph, view: View) -> None:
    what = shown(graph, view)
    rows, ties = entry_rows(graph, what), tie_rows(graph, what)
    told = [
        entry
        for page in range(1, pages_of(what, 7) + 1)
        for section in sections(graph, what, page, 7)
        for entry in section.entries
    ]

    assert [row["Name"] for row in rows] == [name_of(records(graph)[n]) for n in what.nodes]
    assert sorted(entry.id for entry in told) == sorted(what.nodes)
    assert len(ties) == len(what.ties)
    loops = sum(tie.subject_id == tie.object_id for tie in what.ties)
    assert sum(len(entry.ties) for entry in told) == 2 * len(ties) - loops
    assert {e.name: str(len(e.ties)) for e in told} == {r["Name"]: r["Verbindungen"] for r in rows}


def test_sections_count_their_kind_in_the_whole_view(graph: Graph) -> None:
    what = shown(graph, View())
    counted: dict[str, int] = {}
    for page in range(1, pages_of(what, 5) + 1):
        for section in sections(graph, what, page, 5):
            assert counted.setdefault(section.title, section.count) == section.count

    assert sum(counted.values()) == len(graph)


def test_the_plain_page_says_what_the_address_asks(app: App, graph: Graph) -> None:
    whole = httpx.get(f"{app.url}/netzkarte/text").text
    groups = httpx.get(f"{app.url}/netzkarte/text?art=working_group&lang=en").text
    empty = httpx.get(f"{app.url}/netzkarte/text?ebene=leer").text

    assert whole.count("<h3 id=") == len(graph)
    assert f"Angezeigt: {len(graph)} Einträge" in whole
    assert "<script" not in whole
    assert "Kind: Working group" in groups
    assert groups.count("<h2 id=") == 1
    assert "Nichts anzuzeigen." in empty


def test_the_plain_page_tells_the_ways(app: App) -> None:
    store = SqliteStore(app.database)
    a, b = (
        store.find("organizations", source_key=key)[0]["id"]
        for key in ("migrantenbeirat", "stadtverordnetenversammlung")
    )
    store.close()

    text = httpx.get(f"{app.url}/netzkarte/text?stelle={a}&stelle={b}&weg=1").text

    assert "– berät → Stadtverordnetenversammlung der Landeshauptstadt Potsdam (1 Schritt" in text


def test_a_tie_is_read_from_both_ends() -> None:
    plain = Tie("t", "a", "b", "funds", strength=2.5)
    own = Tie("u", "a", "b", "linked", label="teilt Räume mit", mutual=True, start_date="2014-09")

    assert (tie_text(plain, "a"), tie_text(plain, "b")) == ("fördert", "wird gefördert von")
    assert tie_text(own, "b") == tie_text(own, "a") == "teilt Räume mit"
    assert details_text(plain) == "ohne Datum, durch Quellen belegt, Stärke 2,5"
    assert details_text(own) == "seit September 2014, durch Quellen belegt"
    assert leg_text(Leg("b", "a", (plain, own))) == "wird gefördert von, teilt Räume mit"


def test_the_text_says_what_may_be_outdated_as_the_table_does(graph: Graph) -> None:
    mark = "⚠ möglicherweise veraltet"
    old, *others = shown(graph, View()).nodes
    told = sections(graph, shown(graph, View()), 1, 10_000, Remarks(upkeep={old: mark}))
    facts = {each.id: each.facts for part in told for each in part.entries}
    assert f"Eintrag: {mark}" in facts[old]
    assert not any("veraltet" in fact for each in others for fact in facts[each])


def _item(identifier: str, sort: Sort = Sort.RECORD) -> Item:
    return Item(identifier, sort, identifier, identifier, "", "other", (0.0, 0.0))


SCENE = Scene(
    (_item("a"), _item("b"), _item("part:c", Sort.PART), _item("gone")),
    (Line("ab", "a", "b", "funds", ""), Line("hub", "b", "part:c", "topic", "", derived=True)),
)
MEMBERS = {"a": ("a",), "b": ("b",), "part:c": ("c", "d"), "gone": ("gone",)}
SAID = Said("n", "s")


def test_the_picture_hides_or_fades_what_does_not_match(graph: Graph) -> None:
    small = graph.__class__()
    small.add_nodes_from("abcd")
    small.add_edge("a", "b", key="ab", tie=Tie("ab", "a", "b", "funds"))

    def wish(asked: Asked, nodes: Iterable[str], *kept: Tie, way: str = "") -> Wish:
        return wish_of(SCENE, MEMBERS, small, asked, Shown(tuple(nodes), kept), {way}, SAID)

    hidden = wish(Asked(today(), View(chosen=("b",))), "bd")
    faded = wish(Asked(today(), View(chosen=("d",)), fade=True), "a")
    everyone = [*"abcd", "gone"]
    whole = wish(Asked(today()), everyone, Tie("ab", "a", "b", "funds"), way="ab")

    assert (hidden.visible, hidden.faded, hidden.chosen, hidden.lines) == ([1, 2], [], [1], [1])
    assert (faded.visible, faded.faded, faded.chosen) == (None, [1, 2, 3], [2])
    assert (whole.visible, whole.faded, whole.lines, whole.path) == (None, [], None, [0])
    assert hidden.announcement == "s"
