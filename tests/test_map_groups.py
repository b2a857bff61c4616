"""Groups marked on the map by letter, colour and name, the same in picture, table and legend."""

from dataclasses import replace

from data.clock import today
from data.store import Store
from network.drawing import drawing
from network.picture import Wording
from network.scene import Sort
from network.svg import Emphasis, svg
from tests.network_pages import address, map_at
from tests.test_svg import CAPTION
from views.network_address import Asked, Level
from views.shown_groups import groups_of
from views.shown_scene import scene_of

GROUPED = Asked(today(), grouped=True)


def test_every_entry_of_a_group_bears_its_letter_colour_and_name(demo_store: Store) -> None:
    items = {item.id: item for item in scene_of(demo_store, GROUPED).items}
    groups = groups_of(demo_store, GROUPED)

    letters = [group.mark for group in groups]
    assert len(set(letters)) == len(letters) > 2
    for group in groups:
        assert group.name.startswith(f"{group.mark} · ")
        for node in group.nodes:
            item = items[node]
            assert (item.letter, item.rim) == (group.mark, group.color)
            assert item.kind.endswith(group.name)
    alone = set(items) - {node for group in groups for node in group.nodes}
    assert alone
    assert not any(items[node].letter for node in alone)


def test_letters_stand_in_the_browsers_drawing_and_in_the_file(demo_store: Store) -> None:
    scene = scene_of(demo_store, GROUPED)
    drawn = drawing(scene, Wording({}, {}))["nodes"]
    for item, node in zip(scene.items, drawn, strict=True):
        assert node.get("letter", "") == item.letter
        assert node.get("color", {}).get("border", "") == item.rim
    document = svg(scene, Emphasis(), CAPTION)
    assert all(f">{item.letter}</text>" in document for item in scene.items if item.letter)


def test_parts_of_an_overview_by_groups_bear_the_same_names(demo_store: Store) -> None:
    overview = scene_of(demo_store, replace(GROUPED, level=Level.COMMUNITIES))
    names = {item.name for item in overview.items if item.sort is Sort.PART}
    assert {group.name for group in groups_of(demo_store, GROUPED)} < names


def test_groups_are_asked_for_by_a_switch_and_stand_in_the_table(demo_store: Store) -> None:
    opened = map_at(demo_store, art="council")
    assert "Gruppe" not in opened.table[0].value
    opened.toggle(key="gruppen").set_value(True).run()

    assert address(opened)["gruppen"] == ["1"]
    (group,) = opened.table[0].value["Gruppe"]
    assert " · um " in group
