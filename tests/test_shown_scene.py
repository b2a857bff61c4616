"""What an address decides about the picture, and what only about what is shown of it."""

import json
from dataclasses import replace
from datetime import date

import pytest

from data.store import Store
from network.facets import Facet
from network.scene import Sort
from network.view import View
from views.network_address import Asked, Hub, Level
from views.shown_network import network_of
from views.shown_scene import drawing_of, level_of, members_of, scene_of
from views.words import speaking

PLAIN = Asked(date(2026, 1, 1))


def test_a_small_city_is_drawn_whole_in_the_order_of_its_graph(demo_store: Store) -> None:
    scene = scene_of(demo_store, PLAIN)

    assert level_of(demo_store, PLAIN) is Level.ALL
    assert [item.id for item in scene.items] == list(network_of(demo_store, PLAIN.day).graph)
    assert json.loads(drawing_of(demo_store, PLAIN))["nodes"][0]["id"] == scene.items[0].id


def test_filters_and_choices_do_not_make_another_drawing(demo_store: Store) -> None:
    filtered = View(wanted={Facet.KIND: frozenset({"post"})}, chosen=("nobody",), steps=2)

    assert drawing_of(demo_store, replace(PLAIN, view=filtered, fade=True)) is drawing_of(
        demo_store, PLAIN
    )


def test_each_language_has_a_drawing_of_its_own(demo_store: Store) -> None:
    with speaking("en"):
        english = drawing_of(demo_store, PLAIN)

    assert english != drawing_of(demo_store, PLAIN)


@pytest.mark.parametrize("level", [Level.UNITS, Level.GROUPS, Level.COMMUNITIES])
def test_every_record_is_behind_one_symbol_of_an_overview(demo_store: Store, level: Level) -> None:
    asked = replace(PLAIN, level=level)

    scene, members = scene_of(demo_store, asked), members_of(demo_store, asked)

    assert {item.sort for item in scene.items} == {Sort.PART}
    behind = [node for item in scene.items for node in members[item.id]]
    assert sorted(behind) == sorted(network_of(demo_store, PLAIN.day).graph)
    assert [item.count for item in scene.items] == [len(members[item.id]) for item in scene.items]
    assert all(item.name for item in scene.items)


def test_a_part_that_is_opened_shows_its_records(demo_store: Store) -> None:
    asked = replace(PLAIN, level=Level.GROUPS)
    part = scene_of(demo_store, asked).items[0]
    inside = members_of(demo_store, asked)[part.id]

    opened = replace(asked, opened=frozenset({part.id.removeprefix("part:")}))

    shown = {item.id for item in scene_of(demo_store, opened).items}
    assert part.id not in shown
    assert set(inside) <= shown


@pytest.mark.parametrize("hub", list(Hub))
@pytest.mark.parametrize("level", [Level.ALL, Level.COMMUNITIES])
def test_hubs_know_their_records(demo_store: Store, hub: Hub, level: Level) -> None:
    asked = replace(PLAIN, hub=hub, level=level)

    members = members_of(demo_store, asked)

    for item in scene_of(demo_store, asked).items:
        if item.sort is Sort.HUB:
            assert item.count == len(members[item.id]) > 1


def test_a_comparison_marks_what_is_new(demo_store: Store) -> None:
    asked = replace(PLAIN, since=date(2014, 9, 20))

    scene = scene_of(demo_store, asked)

    assert {item.mark for item in scene.items} >= {None, "new"}
    assert any(line.mark for line in scene.lines)


def test_an_arrangement_puts_symbols_where_they_were_saved(demo_store: Store) -> None:
    node = scene_of(demo_store, PLAIN).items[3].id
    row = {"id": "mine", "name": "Meine", "author_id": "a", "address": "", "deleted_at": None}
    demo_store.insert("arrangements", {**row, "places": json.dumps({node: [12.5, -7]})})

    arranged = scene_of(demo_store, replace(PLAIN, arrangement="mine"))

    assert {item.id: item.point for item in arranged.items}[node] == (12.5, -7)
    gone = scene_of(demo_store, replace(PLAIN, arrangement="made-up"))
    assert gone == scene_of(demo_store, PLAIN)
