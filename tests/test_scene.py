"""What is drawn: marks, bundles, parts and their places."""

import itertools
import json
from dataclasses import replace
from typing import Any

import pytest

from network.drawing import MANY, drawing, scene_bytes
from network.drawn_line import SIGNS
from network.graph import Confirmation, build_graph
from network.organization import Relation, RelationKind, Roster
from network.overview import Part
from network.overview_scene import overview_scene, owners
from network.picture import Wording
from network.scene import Item, Line, Mark, Scene, Sort, moved, plain_scene
from tests.test_picture import WORDING, a_graph, positions, unit

SAID = replace(
    WORDING,
    signs={"derived": "abgeleitet", "disputed": "strittig", "stated": "einseitig", "new": "neu"},
    entries=lambda count: f"{count} Einträge",
    ties_counted=lambda count: f"{count} Bänder",
)


def item(key: str, **more: Any) -> Item:  # noqa: ANN401  (any field)
    plain = Item(key, Sort.RECORD, f"Name {key}", key, "Verein", "provider", (0.0, 0.0))
    return replace(plain, **more)


def line(key: str = "t", one: str = "a", other: str = "b", **more: Any) -> Line:  # noqa: ANN401
    return replace(Line(key, one, other, "funds", "fördert"), **more)


def drawn(*lines: Line, items: tuple[Item, ...] = ()) -> dict[str, Any]:
    scene = Scene(items or (item("a"), item("b")), lines)
    found: dict[str, Any] = json.loads(scene_bytes(scene, SAID))
    return found


def test_a_plain_scene_has_each_record_and_each_tie_once() -> None:
    graph = a_graph()

    scene = plain_scene(graph, positions(graph), SAID, {"a": Mark.NEW, "back": Mark.ENDED})

    assert [each.id for each in scene.items] == list(graph)
    assert len({each.id for each in scene.lines}) == graph.number_of_edges()
    assert [each.id for each in scene.items if each.mark] == ["a"]
    assert [each.mark for each in scene.lines if each.id == "back"] == [Mark.ENDED]


@pytest.mark.parametrize("mark", list(Mark))
def test_a_mark_is_a_sign_a_colour_and_a_word(mark: Mark) -> None:
    found = drawn(line(mark=mark), items=(item("a", mark=mark), item("b")))
    marked, plain = found["nodes"]
    edge = found["edges"][0]

    assert marked["label"] == f"{SIGNS[mark]} a"
    assert SAID.signs.get(mark, mark) in marked["title"]
    assert marked["color"]["border"] == edge["color"]["color"]
    assert "color" not in plain
    assert edge["sign"] == SIGNS[mark]
    assert SAID.signs.get(mark, mark) in edge["title"]


def test_what_ended_is_dashed() -> None:
    found = drawn(line(mark=Mark.ENDED), items=(item("a", mark=Mark.ENDED), item("b")))

    assert found["nodes"][0]["shapeProperties"]["borderDashes"]
    assert found["edges"][0]["dashes"]


def test_a_line_tells_on_whose_word_it_stands_by_its_pattern_and_in_words() -> None:
    stated = drawn(line(confirmation=Confirmation.STATED))["edges"][0]
    disputed = drawn(line(confirmation=Confirmation.DISPUTED))["edges"][0]
    undated = drawn(line(undated=True))["edges"][0]
    plain = drawn(line(confirmation=Confirmation.CONFIRMED))["edges"][0]

    assert "einseitig" in stated["title"]
    assert disputed["sign"] == "× strittig"
    assert plain["dashes"] is False
    assert "sign" not in plain
    assert len({str(each["dashes"]) for each in (stated, undated, plain)}) == 3


def test_belonging_to_a_unit_needs_no_dates() -> None:
    assert drawn(line(kind="part_of", undated=True))["edges"][0]["dashes"] is False


def test_mutual_and_derived_lines_have_no_arrow() -> None:
    arrows = [
        drawn(each)["edges"][0]["arrows"]
        for each in (line(), line(mutual=True), line(derived=True))
    ]

    assert arrows == ["to", "", ""]


def test_only_parallel_lines_bend_and_each_in_its_own_way() -> None:
    alone, *parallel = drawn(
        line("x", "a", "c"),
        line("1"),
        line("2", "b", "a"),
        line("3"),
        items=tuple(map(item, "abc")),
    )["edges"]

    assert "smooth" not in alone
    ways = set()
    for edge in parallel:
        bend = edge.get("smooth", {"type": "", "roundness": 0})
        forth = 1 if edge["from"] == "a" else -1
        side = {"curvedCW": 1, "curvedCCW": -1, "": 0}[bend["type"]]
        ways.add(side * forth * bend["roundness"])
    assert len(ways) == 3
    assert sum(ways) == 0


def test_bundles_are_wider_the_more_they_hold_and_say_how_many() -> None:
    one, few, many = (drawn(line(count=count))["edges"][0] for count in (1, 4, 90))

    assert one["width"] < few["width"] < many["width"]
    assert (few["sign"], many["sign"]) == ("4", "90")


def test_parts_and_hubs_look_unlike_any_record_and_say_what_they_are() -> None:
    part = item("part:x", sort=Sort.PART, family="part", count=12)
    hub = item("hub:topic:x", sort=Sort.HUB, family="hub", count=3, short_name="Wohnen")

    of_part, of_hub = drawn(items=(part, hub))["nodes"]

    assert of_part["shape"] == of_hub["shape"] == "custom"
    assert of_part["label"].endswith("(12)")
    assert "12 Einträge" in of_part["title"]
    assert of_hub["label"] == "Wohnen\n(abgeleitet)"
    assert drawn(items=(replace(part, count=400),))["nodes"][0]["size"] > of_part["size"]


def test_large_pictures_leave_out_lines_while_they_move() -> None:
    small = drawing(Scene((item("a"),), ()), SAID)["options"]["interaction"]
    large = drawing(Scene(tuple(item(f"{n}") for n in range(MANY)), ()), SAID)["options"]

    assert small["hideEdgesOnDrag"] is False
    assert large["interaction"]["hideEdgesOnDrag"] is True
    assert large["interaction"]["hideEdgesOnZoom"] is True


def test_who_was_put_somewhere_stands_there() -> None:
    scene = moved(Scene((item("a"), item("b")), (line(),)), {"b": (5.0, 7.0), "gone": (0.0, 0.0)})

    assert [each.point for each in scene.items] == [(0.0, 0.0), (5.0, 7.0)]


def a_town() -> tuple[Roster, tuple[Part, ...]]:
    """Return two groups of nodes with three ties between them, and one node alone."""
    people = [unit(key) for key in ("a1", "a2", "a3", "b1", "b2", "c")]
    pairs = [("a1", "a2"), ("a2", "a3"), ("b1", "b2"), ("a1", "b1"), ("b2", "a2"), ("a3", "b1")]
    relations = tuple(
        Relation(id=f"r{n}", subject_id=a, object_id=b, classification=RelationKind.FUNDS)
        for n, (a, b) in enumerate(pairs)
    )
    parts = (
        Part("a", "Gruppe A", ("a1", "a2", "a3")),
        Part("b", "Gruppe B", ("b1", "b2")),
        Part("rest:untied", "übrige", ("c",)),
    )
    return Roster(organizations=tuple(people), relations=relations), parts


def overview(*opened: str, wording: Wording = SAID, marks: dict[str, Mark] | None = None) -> Scene:
    roster, parts = a_town()
    return overview_scene(build_graph(roster, None), parts, set(opened), wording, marks)


def test_an_overview_has_one_symbol_for_each_part_and_bundles_what_is_between() -> None:
    scene = overview()

    assert [(each.id, each.count) for each in scene.items] == [
        ("part:a", 3), ("part:b", 2), ("part:rest:untied", 1),
    ]  # fmt: skip
    assert [(each.count, each.mutual) for each in scene.lines] == [(3, True)]
    assert scene.lines[0].name == "3 Bänder\nBand funds: 3"


def test_what_is_unfolded_shows_its_records_and_moves_nobody_else() -> None:
    folded = {each.id: each.point for each in overview().items}
    scene = overview("a")
    places = {each.id: each.point for each in scene.items}

    assert set(places) == {"part:b", "part:rest:untied", "a1", "a2", "a3"}
    assert {key: places[key] for key in ("part:b", "part:rest:untied")} == {
        key: folded[key] for key in ("part:b", "part:rest:untied")
    }
    single = [each for each in scene.lines if each.count == 1 and each.kind == "funds"]
    assert {(each.subject_id, each.object_id) for each in single} == {("a1", "a2"), ("a2", "a3")}
    assert sum(each.count for each in scene.lines) == 5


def test_an_overview_of_what_is_all_unfolded_is_the_plain_picture() -> None:
    scene = overview("a", "b", "rest:untied")

    assert {each.id for each in scene.items} == {"a1", "a2", "a3", "b1", "b2", "c"}
    assert len(scene.lines) == 6


def test_a_change_inside_a_bundle_is_marked() -> None:
    assert overview(marks={"r3": Mark.NEW}).lines[0].mark is Mark.CHANGED
    assert overview(marks={"r0": Mark.NEW}).lines[0].mark is None


def test_every_node_has_one_symbol_that_stands_for_it() -> None:
    roster, parts = a_town()
    graph = build_graph(roster, None)

    assert owners(graph, parts, {"b"}) == {
        **dict.fromkeys(("a1", "a2", "a3"), "part:a"),
        "b1": "b1",
        "b2": "b2",
        "c": "part:rest:untied",
    }


def test_no_part_stands_in_the_room_of_another() -> None:
    people = tuple(unit(f"n{n:03}") for n in range(120))
    sizes = (50, 30, 20, 10, 5, 3, 1, 1)
    numbers = iter(people)
    parts = tuple(
        Part(f"p{n}", f"p{n}", tuple(next(numbers).id for _ in range(size)))
        for n, size in enumerate(sizes)
    )
    graph = build_graph(Roster(organizations=people), None)

    folded = overview_scene(graph, parts, set(), SAID).items
    boxes = drawing(Scene(folded, ()), SAID)["nodes"]

    for one, other in itertools.combinations(boxes, 2):
        across = 1.5 * (one["size"] + other["size"])
        down = one["size"] + other["size"]
        assert abs(one["x"] - other["x"]) >= across or abs(one["y"] - other["y"]) >= down
