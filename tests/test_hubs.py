"""Topics, areas and target groups as hubs: derived, and in nobody's way."""

import itertools
from dataclasses import replace

import pytest

from network.facets import Facet
from network.graph import Graph, build_graph
from network.hubs import Hub, hubs, with_hubs
from network.organization import Organization, Post, Roster, Topic
from network.picture import Wording
from network.scene import Scene, Sort, plain_scene
from tests.test_picture import WORDING, positions, unit

WORDS: Wording = replace(WORDING, hubs={"topic": "Thema"}, signs={"derived": "abgeleitet"})


def town() -> Graph:
    topics = (Topic(id="t", term="Wohnen"), Topic(id="n", term="Wohnraum", parent_id="t"))
    one = replace(unit("a"), topic_ids=("n",), district="Mitte", target_groups=("Frauen", "Kinder"))
    two = replace(unit("b"), topic_ids=("n", "n"), district="Mitte", target_groups=("Kinder",))
    three = replace(unit("c"), topic_ids=("t",), district=" ", target_groups=("Kinder", "Männer"))
    post = Post(id="p", label="Stelle", organization_id="a")
    return build_graph(Roster((one, two, three), (post,), topics=topics), None)


def found(facet: Facet) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(hub.id, hub.name, hub.nodes) for hub in hubs(town(), town(), facet)]


def test_a_hub_is_a_value_that_two_organisations_share() -> None:
    assert found(Facet.AREA) == [("hub:area:Mitte", "Mitte", ("a", "b"))]
    assert found(Facet.TARGET_GROUP) == [("hub:target_group:Kinder", "Kinder", ("a", "b", "c"))]


def test_a_topic_is_called_by_its_term_and_connects_only_who_named_it() -> None:
    assert found(Facet.TOPIC) == [("hub:topic:n", "Wohnraum", ("a", "b"))]


def test_only_what_is_shown_makes_hubs() -> None:
    assert hubs(town(), ["a", "c", "p"], Facet.AREA) == ()
    assert [hub.nodes for hub in hubs(town(), ["a", "c"], Facet.TARGET_GROUP)] == [("a", "c")]


def scene_with(facet: Facet) -> Scene:
    graph = town()
    plain = plain_scene(graph, positions(graph), WORDS)
    return with_hubs(plain, hubs(graph, graph, facet), {n: n for n in graph}, facet, WORDS)


def test_hubs_stand_after_all_records_and_their_lines_are_derived() -> None:
    scene = scene_with(Facet.TOPIC)
    hub = scene.items[-1]

    assert [item.id for item in scene.items[:-1]] == list(town())
    assert (hub.sort, hub.kind, hub.count) == (Sort.HUB, "Thema, abgeleitet", 2)
    derived = [line for line in scene.lines if line.derived]
    assert [(line.subject_id, line.object_id) for line in derived] == [("a", hub.id), ("b", hub.id)]
    assert not any(line.derived for line in scene.lines if hub.id not in line.object_id)


def test_a_hub_takes_the_part_that_its_nodes_are_in() -> None:
    graph = town()
    plain = plain_scene(graph, positions(graph), WORDS)
    everyone = [Hub("hub:area:x", "x", "x", ("a", "b", "c"))]

    scene = with_hubs(plain, everyone, {"a": "a", "b": "a", "c": "c"}, Facet.AREA, WORDS)

    lines = [(line.subject_id, line.count) for line in scene.lines if line.derived]
    assert lines == [("a", 2), ("c", 1)]


@pytest.mark.parametrize("facet", [Facet.TOPIC, Facet.AREA, Facet.TARGET_GROUP])
def test_no_hub_covers_another_symbol(facet: Facet) -> None:
    organizations: tuple[Organization, ...] = tuple(
        replace(unit(f"o{n}"), topic_ids=(f"{n % 7}",), district=f"{n % 5}", target_groups=("x",))
        for n in range(40)
    )
    graph = build_graph(Roster(organizations), None)
    places = {node: (140.0 * (n % 8), 84.0 * (n // 8)) for n, node in enumerate(graph)}
    plain = plain_scene(graph, places, WORDS)

    scene = with_hubs(plain, hubs(graph, graph, facet), {n: n for n in graph}, facet, WORDS)

    points = [item.point for item in scene.items]
    assert len(points) > 40
    for (x, y), (other_x, other_y) in itertools.combinations(points, 2):
        assert abs(x - other_x) >= 139 or abs(y - other_y) >= 83


def test_hubs_are_the_same_every_time() -> None:
    assert scene_with(Facet.TARGET_GROUP) == scene_with(Facet.TARGET_GROUP)
