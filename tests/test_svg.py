"""The picture as a file: whole, safe, and the same shapes as in the browser."""

import struct
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from network.changes import changes
from network.graph import build_graph
from network.layout import arrange
from network.organization import (
    Classification,
    Membership,
    Organization,
    Relation,
    RelationKind,
    Roster,
)
from network.picture import SYMBOLS, Wording
from network.png import TooLarge, png
from network.scene import Item, Line, Mark, Scene, Sort, plain_scene
from network.svg import Emphasis, svg
from network.svg_frame import Caption
from network.svg_symbols import outline

SVG = "{http://www.w3.org/2000/svg}"
WORDS = Wording(
    kinds={str(kind): f"kind {kind}" for kind in [*Classification, "post"]},
    ties={
        each: f"tie {each}"
        for each in [*RelationKind, "part_of", "post_of", "member_of", "successor_of"]
    },
)
CAPTION = Caption(
    "Netzkarte", ("Stand: heute.",), "de", {"provider": "Träger", "working_group": "AG"},
    {mark: str(mark) for mark in Mark},
)  # fmt: skip
INJECTIONS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "]]><!ENTITY x SYSTEM 'file:///etc/passwd'>&x;",
    "' onload='alert(1)",
    '#image("/etc/passwd") $x$ #eval("1")',
    "javascript:alert(1)",
    "\x00\x08\ufffe\ud800 Steuerzeichen",
    "&lt;b&gt; &amp; \u202e rückwärts",
)


def provider(key: str, name: str = "", start: str | None = None) -> Organization:
    kind = Classification.INDEPENDENT_PROVIDER
    return Organization(id=key, name=name or f"Träger {key}", classification=kind, start_date=start)


def a_scene(*names: str, marks: dict[str, Mark] | None = None) -> Scene:
    """Return providers of these names that all take part in one group and work in a ring."""
    units = tuple(provider(f"p{n}", name) for n, name in enumerate(names))
    group = Organization(id="g", name="AG Wohnen", classification=Classification.WORKING_GROUP)
    roster = Roster(
        organizations=(*units, group),
        memberships=tuple(
            Membership(id=f"m{each.id}", organization_id="g", member_organization_id=each.id)
            for each in units
        ),
        relations=tuple(
            Relation(
                id=f"r{n}", subject_id=each.id, object_id=units[n - 1].id,
                classification=RelationKind.FUNDS,
            )
            for n, each in enumerate(units)
        ),
    )  # fmt: skip
    graph = build_graph(roster, None)
    return plain_scene(graph, arrange(graph, {}), WORDS, marks)


def drawn(scene: Scene, emphasis: Emphasis | None = None, caption: Caption = CAPTION) -> ET.Element:
    return ET.fromstring(svg(scene, emphasis or Emphasis(), caption))  # noqa: S314  (our own)


def titles(root: ET.Element) -> list[str]:
    return [each.text or "" for each in root.iter(f"{SVG}title")][1:]


def text(root: ET.Element) -> str:
    return "\n".join("".join(each.itertext()) for each in root.iter(f"{SVG}text"))


def test_every_symbol_and_every_line_is_named_once() -> None:
    scene = a_scene("Diakonie", "Kulturhaus", "Sprachcafé")

    found = titles(drawn(scene))

    assert sorted(found) == sorted(
        [f"{item.name} ({item.kind})" for item in scene.items]
        + [
            f"{name(scene, line.subject_id)} – {line.name} – {name(scene, line.object_id)}"
            for line in scene.lines
        ]
    )


def name(scene: Scene, key: str) -> str:
    return next(item.name for item in scene.items if item.id == key)


def test_the_picture_says_what_it_is_the_day_and_what_its_symbols_mean() -> None:
    root = drawn(a_scene("Diakonie", "Kulturhaus"))

    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == "Netzkarte"
    assert root.findtext(f"{SVG}desc") == "Stand: heute."
    assert "Träger (2)" in text(root)
    assert "AG (1)" in text(root)


def test_only_what_is_visible_is_drawn_with_its_lines() -> None:
    scene = a_scene("Diakonie", "Kulturhaus", "Sprachcafé")

    found = titles(drawn(scene, Emphasis(visible=frozenset({0, 1}))))

    assert len(found) == 3
    assert not [each for each in found if "Sprachcafé" in each or "AG" in each]


def test_what_is_chosen_has_a_ring_and_what_is_faded_is_pale() -> None:
    scene = a_scene("Diakonie", "Kulturhaus")

    source = svg(scene, Emphasis(chosen=frozenset({0}), faded=frozenset({1})), CAPTION)

    assert source.count('fill="none" stroke="#000000" stroke-width="3"') == 1
    assert source.count('<g opacity="0.25">') == 1


def test_a_comparison_is_told_by_words_and_signs_and_not_by_colour_alone() -> None:
    marks = {"p0": Mark.NEW, "p1": Mark.ENDED, "r0": Mark.NEW, "r1": Mark.CHANGED}

    said = text(drawn(a_scene("Diakonie", "Kulturhaus", "Sprachcafé", marks=marks)))

    assert "(new)" in said
    assert "(ended)" in said
    assert "+" in said.split("\n")
    assert "~" in said.split("\n")


def test_the_union_of_two_days_can_be_drawn() -> None:
    roster = Roster(organizations=(provider("a", start="2017"), provider("b")))
    found = changes(build_graph(roster, date(2015, 1, 1)), build_graph(roster, date(2018, 1, 1)))

    scene = plain_scene(found.union, arrange(found.union, {}), WORDS, found.marks)

    assert "(new)" in text(drawn(scene))


@pytest.mark.parametrize("nasty", INJECTIONS)
def test_what_a_stranger_wrote_stays_text_everywhere(nasty: str) -> None:
    scene = a_scene(nasty, "Kulturhaus")
    scene = replace(scene, lines=tuple(replace(line, name=nasty) for line in scene.lines))
    caption = replace(CAPTION, title=nasty, facts=(nasty,), families={"provider": nasty})

    root = drawn(scene, caption=caption)

    tags = {each.tag.removeprefix(SVG) for each in root.iter()}
    assert tags <= {"svg", "g", "path", "rect", "circle", "text", "tspan", "title", "desc"}
    names = {attribute for each in root.iter() for attribute in each.attrib}
    assert not [each for each in names if each.startswith("on") or "href" in each]
    if nasty.isprintable():
        assert root.findtext(f"{SVG}title") == nasty


@given(st.text(), st.text())
def test_any_text_makes_a_well_formed_picture(one: str, other: str) -> None:
    root = drawn(a_scene(f"a{one}", "b"), caption=replace(CAPTION, title=other))

    assert root.tag == f"{SVG}svg"


def test_nothing_comes_from_outside() -> None:
    source = svg(a_scene("Diakonie"), Emphasis(), CAPTION)

    assert source.count("http") == 1  # the name of SVG itself
    assert "url(" not in source
    assert "<style" not in source


def test_an_empty_picture_is_a_picture() -> None:
    root = drawn(Scene((), ()))

    assert float(root.get("width", "0")) > 0
    assert titles(root) == []


def test_parts_and_hubs_say_for_how_many_they_stand() -> None:
    part = Item("part:x", Sort.PART, "Soziales", "Soziales", "", "part", (0.0, 0.0), count=12)
    hub = Item("hub:y", Sort.HUB, "Wohnen", "Wohnen", "Thema", "hub", (300.0, 0.0), count=3)
    line = Line("l", "part:x", "hub:y", "hub", "gehört zum Thema", derived=True, count=5)

    root = drawn(Scene((part, hub), (line,)))

    assert {"12", "5"} <= set(text(root).split("\n"))
    assert 'stroke-dasharray="3 5"' in svg(Scene((part, hub), (line,)), Emphasis(), CAPTION)


@pytest.mark.parametrize("shape", sorted({symbol.shape for symbol in SYMBOLS.values()}))
def test_every_shape_of_the_browser_is_drawn_within_its_size(shape: str) -> None:
    path = outline(shape, (100.0, 100.0), 15)

    assert path.startswith("M")
    assert path.endswith("z")
    if shape != "dot":
        corners = [tuple(map(float, each.split())) for each in path[1:-1].split("L")]
        assert len(corners) == {"square": 4, "diamond": 4, "hexagon": 6, "star": 10}.get(shape, 3)
        assert all(abs(x - 100) <= 21 and abs(y - 100) <= 21 for x, y in corners)


def size_of(picture: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", picture[16:24])
    return width, height


def test_a_png_is_wide_enough_for_print() -> None:
    picture = png(svg(a_scene("Diakonie", INJECTIONS[4]), Emphasis(), CAPTION))

    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    assert abs(size_of(picture)[0] - 2400) <= 2


def test_a_very_high_picture_is_made_narrower_and_a_huge_one_refused() -> None:
    low = Item("a", Sort.RECORD, "A", "A", "", "post", (0.0, 0.0))
    high = Scene((low, replace(low, id="b", point=(0.0, 30_000.0))), ())

    width, height = size_of(png(svg(high, Emphasis(), CAPTION)))
    assert width * height <= 24_100_000
    with pytest.raises(TooLarge):
        png(svg(high, Emphasis(), replace(CAPTION, facts=("x" * 4_000_001,))))
