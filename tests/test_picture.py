"""The drawing as plain data: symbols, lines and nothing that a browser could run."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from network.drawing import scene_bytes
from network.graph import TieKind, build_graph, ties
from network.organization import Classification as Kind
from network.organization import Membership, Organization, Post, Relation, RelationKind, Roster
from network.picture import (
    SYMBOLS,
    Family,
    Wording,
    family,
    kind_of,
    name_of,
    short_name_of,
)
from network.places import Point
from network.scene import plain_scene

ROOT = Path(__file__).resolve().parent.parent
WORDING = Wording(
    kinds={kind: f"Art {kind}" for kind in [*map(str, Kind), "post"]},
    ties={kind: f"Band {kind}" for kind in [*map(str, RelationKind), *map(str, TieKind)]},
)
MARKUP = "<img src=x onerror=alert(1)>"
LINK = 'Der href "Link"'

FAMILIES = {
    Family.ADMINISTRATION: {"division", "department", "office", "authority", "municipal_company"},
    Family.BODY: {"body", "council", "advisory_board"},
    Family.WORKING_GROUP: {"working_group"},
    Family.PROVIDER: {"independent_provider", "association", "migrant_organization"},
    Family.INITIATIVE: {"initiative", "alliance"},
    Family.OTHER: {"project", "other"},
}


def unit(key: str, name: str = "", kind: Kind = Kind.OTHER) -> Organization:
    return Organization(id=key, name=name or key, classification=kind, description="geheim")


def a_graph() -> "nx.MultiDiGraph[str]":
    """Return some of everything, with parallel ties in both directions."""
    kinds = [RelationKind.FUNDS, RelationKind.ADVISES, RelationKind.COOPERATES]
    relations = [
        Relation(id=f"r{n}", subject_id="b", object_id="a", classification=kind, note="geheim")
        for n, kind in enumerate(kinds)
    ]
    back = Relation(id="back", subject_id="a", object_id="b", classification=RelationKind.FUNDS)
    organizations = (
        unit("b"),
        replace(unit("a"), parent_id="b", successor_of_id="b", sources=("geheim",)),
        unit("ag", kind=Kind.WORKING_GROUP),
    )
    posts = (Post(id="post", label="Beauftragte", organization_id="b"),)
    members = (Membership(id="m", organization_id="ag", member_organization_id="a"),)
    return build_graph(Roster(organizations, posts, members, (*relations, back)), None)


def positions(graph: "nx.MultiDiGraph[str]") -> dict[str, Point]:
    return {node: (place * 100.5, -place * 50.25) for place, node in enumerate(graph)}


def drawn(graph: "nx.MultiDiGraph[str]") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(bytes_of(graph))
    return found


def bytes_of(graph: "nx.MultiDiGraph[str]", wording: Wording = WORDING) -> bytes:
    return scene_bytes(plain_scene(graph, positions(graph), wording), wording)


def one_node(organization: Organization) -> dict[str, Any]:
    found: dict[str, Any] = drawn(build_graph(Roster(organizations=(organization,)), None))
    return dict(found["nodes"][0])


def test_every_classification_has_a_family() -> None:
    found = {kind.value: family(unit("a", kind=kind)) for kind in Kind}

    assert found == {kind: each for each, kinds in FAMILIES.items() for kind in kinds}


def test_a_post_has_a_family_of_its_own() -> None:
    post = Post(id="p", label="Beauftragte", organization_id="a")

    assert family(post) is Family.POST
    assert (kind_of(post), kind_of(unit("a"))) == ("post", "other")
    assert name_of(post) == short_name_of(post) == "Beauftragte"


def test_every_family_has_a_symbol_with_a_shape_and_a_colour_of_its_own() -> None:
    assert set(SYMBOLS) == set(Family)
    assert len({symbol.shape for symbol in SYMBOLS.values()}) == len(Family)
    assert len({symbol.color for symbol in SYMBOLS.values()}) == len(Family)


def test_shapes_are_ones_whose_label_stands_below_the_symbol() -> None:
    """Others of vis-network are as large as their label, or fetch an image."""
    known = {"dot", "diamond", "star", "triangle", "triangleDown", "hexagon", "square"}

    assert {symbol.shape for symbol in SYMBOLS.values()} <= known


def test_nodes_and_edges_stand_in_the_order_of_the_graph() -> None:
    graph = a_graph()

    found = drawn(graph)

    assert [node["id"] for node in found["nodes"]] == list(graph)
    assert {node["id"]: (node["x"], node["y"]) for node in found["nodes"]} == positions(graph)
    assert [(edge["id"], edge["from"], edge["to"]) for edge in found["edges"]] == [
        (tie.id, tie.subject_id, tie.object_id) for tie in ties(graph)
    ]


def test_parallel_ties_all_survive() -> None:
    edges = drawn(a_graph())["edges"]

    between = [edge["id"] for edge in edges if {edge["from"], edge["to"]} == {"a", "b"}]
    assert sorted(between) == ["a:before", "a:parent", "back", "r0", "r1", "r2"]


def test_a_node_says_what_it_is_and_where_it_stands_and_nothing_else() -> None:
    name = "Kommunaler Immobilien Service"

    node = one_node(replace(unit("key", name, Kind.MUNICIPAL_COMPANY), short_name="KIS"))

    assert node.pop("font", None) is None
    assert node == {
        "group": "administration",
        "sort": "record",
        "id": "key",
        "label": "KIS",
        "title": "Kommunaler Immobilien Service\nArt municipal_company",
        "shape": "square",
        "size": 15,
        "x": 0.0,
        "y": 0.0,
    }


def test_a_line_says_what_it_means_and_nothing_else() -> None:
    edges = {edge["id"]: edge for edge in drawn(a_graph())["edges"]}

    assert edges["r0"].pop("smooth")["enabled"]
    assert edges["r0"] == {
        "id": "r0",
        "from": "b",
        "to": "a",
        "title": "Band funds\nundated",
        "arrows": "to",
        "dashes": [2, 4],
        "width": 2.0,
    }


def test_arrows_width_and_dashes_of_a_line_follow_from_what_it_means() -> None:
    edges = drawn(a_graph())["edges"]

    def meaning(field: str, value: object) -> set[str]:
        return {
            edge["title"].split("\n")[0].removeprefix("Band ")
            for edge in edges
            if edge[field] == value
        }

    assert meaning("arrows", "") == {"cooperates"}
    assert meaning("arrows", "to") == {
        *("funds", "advises", "part_of", "post_of", "member_of", "successor_of")
    }
    assert meaning("width", 1.0) == {"part_of", "post_of"}


def test_the_picture_is_plain_json_without_html_and_without_what_it_does_not_show() -> None:
    told = bytes_of(a_graph()).decode()

    assert set(json.loads(told)) == {"rev", "nodes", "edges", "options"}
    for word in ("<", ">", "html", "script", "http", "href", "function", "geheim"):
        assert word not in told


@pytest.mark.parametrize("name", [MARKUP, LINK, "a\\u003cb", "</script>", "&lt;b&gt;", "{{x}}"])
def test_a_strangers_markup_stays_the_text_that_it_is(name: str) -> None:
    node = one_node(unit("key", name))

    assert node["title"] == f"{name}\nArt other"
    assert " ".join(node["label"].split()) == name
    assert set(map(type, node.values())) <= {str, int, float, dict}


def test_markup_in_ids_and_words_stays_text_too() -> None:
    roster = Roster(organizations=(unit(MARKUP), replace(unit(LINK), parent_id=MARKUP)))
    graph = build_graph(roster, None)
    wording = Wording(kinds={"other": MARKUP}, ties={"part_of": MARKUP})

    found = json.loads(bytes_of(graph, wording))

    assert [node["id"] for node in found["nodes"]] == [MARKUP, LINK]
    assert found["edges"][0]["title"] == MARKUP
    assert found["edges"][0]["to"] == MARKUP


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Verein", "Verein"),
        ("Rechts- und Ordnungsamt", "Rechts- und\nOrdnungsamt"),
        ("Büro für Chancengleichheit und Vielfalt", "Büro für\nChancengleichheit\nund Vielfalt"),
        (
            "eins zwei drei vier fünf sechs elf zwölf tausend mal",
            "eins zwei drei\nvier fünf sechs\nelf zwölf …",
        ),
        (
            "Beigeordnete oder Beigeordneter für Gesundheitsvorsorge",
            "Beigeordnete oder\nBeigeordneter für …",
        ),
        ("Stadtverordnetenversammlung", "Stadtverordnetenversammlung"),
    ],
)
def test_a_label_is_a_name_in_at_most_three_lines(name: str, label: str) -> None:
    node = one_node(unit("key", name))

    assert node["label"] == label
    assert node["title"].startswith(name)


def test_a_label_stays_short_even_where_a_word_does_not_end() -> None:
    assert max(map(len, one_node(unit("key", "x" * 200))["label"].split("\n"))) <= 40


def test_the_drawing_library_is_not_loaded_before_something_is_drawn() -> None:
    script = "import sys, network.drawing; sys.exit('pyvis' in sys.modules)"

    subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True)
