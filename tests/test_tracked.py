"""Tracked changes as proposals: each on its section, and what no section can take is left over."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concept_review.block import Block, BlockKind
from concept_review.draft import Piece, TrackedChange
from concept_review.outline import assemble, section_places
from concept_review.tracked import suggestions
from concept_review.unreadable import UnreadableConcept


def body(text: str) -> Piece:
    """Return a paragraph."""
    return Piece(block=Block(kind=BlockKind.PARAGRAPH, text=text))


def heading(title: str, level: int) -> Piece:
    """Return a heading."""
    return Piece(block=Block(kind=BlockKind.PARAGRAPH, text=title), level=level)


def changed(start: int, end: int, *texts: str, author: str = "Ada") -> TrackedChange:
    """Return that somebody wants these paragraphs instead of some pieces."""
    blocks = tuple(body(text).block for text in texts)
    return TrackedChange(author=author, day="2024-05-01", start=start, end=end, blocks=blocks)


PIECES = (
    heading("Konzept", 1),  # 0
    body("Vorwort"),  # 1
    heading("Wohnen", 2),  # 2
    body("Wohnungen"),  # 3
    body("Häuser"),  # 4
    heading("Lernen", 2),  # 5
    body("Kurse"),  # 6
    heading("Leer", 2),  # 7
)


def told(*changes: TrackedChange) -> list[tuple[int, str | None, list[str]]]:
    """Return the suggestions as place, title and texts."""
    found, _ = suggestions(PIECES, changes)
    return [(each.place, each.title, [block.text for block in each.blocks]) for each in found]


@pytest.mark.parametrize(
    ("change", "place", "texts"),
    [
        (changed(3, 4, "Wohnungen für alle"), 0, ["Wohnungen für alle", "Häuser"]),
        (changed(4, 5, "Viele Häuser"), 0, ["Wohnungen", "Viele Häuser"]),
        (changed(3, 5, "Obdach"), 0, ["Obdach"]),
        (changed(3, 5), 0, []),
        (changed(4, 5), 0, ["Wohnungen"]),
        (changed(3, 3, "Zuerst"), 0, ["Zuerst", "Wohnungen", "Häuser"]),
        (changed(4, 4, "Dazwischen"), 0, ["Wohnungen", "Dazwischen", "Häuser"]),
        (changed(5, 5, "Zuletzt"), 0, ["Wohnungen", "Häuser", "Zuletzt"]),
        (changed(6, 7, "Kurse", "und Bücher"), 1, ["Kurse", "und Bücher"]),
        (changed(8, 8, "Nicht mehr leer"), 2, ["Nicht mehr leer"]),
    ],
)
def test_a_change_of_text_says_what_its_section_would_say(
    change: TrackedChange, place: int, texts: list[str]
) -> None:
    assert told(change) == [(place, None, texts)]


@pytest.mark.parametrize(
    ("change", "place", "title", "texts"),
    [
        (changed(2, 3, "Wohnen und Leben"), 0, "Wohnen und Leben", ["Wohnungen", "Häuser"]),
        (changed(2, 3, "Neu", "Satz"), 0, "Neu", ["Satz", "Wohnungen", "Häuser"]),
        (changed(7, 8, "Nicht\nleer"), 2, "Nicht leer", []),
    ],
)
def test_a_change_of_a_heading_is_a_change_of_the_title(
    change: TrackedChange, place: int, title: str, texts: list[str]
) -> None:
    assert told(change) == [(place, title, texts)]


@pytest.mark.parametrize(
    "change",
    [
        changed(0, 1, "Strategie"),  # the title of all
        changed(1, 2, "Vorrede"),  # above the first section
        changed(2, 2, "Noch davor"),
        changed(0, 0, "Ganz oben"),
        changed(4, 6, "Häuser und Lernen"),  # beyond one section
        changed(4, 7),
        changed(1, 4),
        changed(2, 4, "Titel", "Text"),  # a heading with text of its section
        changed(2, 3),  # a heading that falls away
        changed(2, 8),
    ],
)
def test_what_no_section_can_take_is_left_over(change: TrackedChange) -> None:
    assert suggestions(PIECES, [change]) == ([], [change])


def test_each_author_and_passage_is_one_suggestion_in_order() -> None:
    changes = [
        changed(3, 4, "A", author="Ada"),
        changed(3, 4, "B", author="Bea"),
        changed(1, 2, "Vorrede"),
        changed(6, 7, "C", author="Ada"),
    ]

    found, left = suggestions(PIECES, changes)
    assert [(each.author, each.place, each.day) for each in found] == [
        ("Ada", 0, "2024-05-01"), ("Bea", 0, "2024-05-01"), ("Ada", 1, "2024-05-01")
    ]  # fmt: skip
    assert left == [changes[2]]


def test_with_a_title_from_elsewhere_the_first_heading_is_a_section() -> None:
    found, left = suggestions(PIECES, [changed(1, 2, "Vorrede"), changed(3, 4, "A")], "Strategie")

    assert left == []
    assert [each.place for each in found] == [0, 1]


def test_headings_that_a_person_chose_count() -> None:
    chosen = {4: 2, 5: 0}  # "Häuser" is a heading, "Lernen" is none
    found, left = suggestions(PIECES, [changed(6, 7, "A"), changed(4, 5, "H")], "", chosen)

    assert left == []
    assert [(each.place, each.title) for each in found] == [(1, None), (1, "H")]
    assert [block.text for block in found[0].blocks] == ["Lernen", "A"]


PIECE = st.builds(
    lambda text, level: heading(text, level) if level else body(text),
    st.sampled_from(["A", "B", "C"]),
    st.integers(0, 3),
)


@given(st.lists(PIECE, max_size=12), st.sampled_from(["", "Titel"]))
def test_the_places_of_pieces_are_those_of_the_sections_they_make(
    pieces: Sequence[Piece], title: str
) -> None:
    try:
        outline = assemble(pieces, title)
    except UnreadableConcept:
        return
    places = section_places(pieces, title)
    by_place = [
        [piece.block for piece, place in zip(pieces, places, strict=True) if place == number]
        for number in range(len(outline.sections))
    ]
    assert [(blocks[0].text, tuple(blocks[1:])) for blocks in by_place] == [
        (each.title, each.blocks) for each in outline.sections
    ]
    above = [piece for piece, place in zip(pieces, places, strict=True) if place is None]
    assert tuple(piece.block for piece in above if not piece.level) == outline.preamble


@given(st.integers(0, 8), st.integers(0, 8), st.lists(st.sampled_from(["X", "Y"]), max_size=3))
def test_a_change_is_a_suggestion_or_left_over_and_never_both_or_lost(
    start: int, length: int, texts: list[str]
) -> None:
    change = changed(start, min(start + length, len(PIECES)), *texts)
    found, left = suggestions(PIECES, [change])

    assert len(found) + len(left) == 1
    for each in found:
        own = [at for at, place in enumerate(section_places(PIECES)) if place == each.place]
        kept = [PIECES[at].block for at in own[1:] if not change.start <= at < change.end]
        new = change.blocks[each.title is not None :]
        assert sorted(map(str, each.blocks)) == sorted(map(str, [*kept, *new]))
        assert [block for block in each.blocks if block not in new] == kept
