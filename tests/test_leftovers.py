"""Headings that a conversion left inside a paragraph."""

from concept_review.block import Block, BlockKind
from concept_review.draft import Piece
from concept_review.leftovers import with_leftover_headings


def paragraph(text: str) -> Piece:
    return Piece(block=Block(kind=BlockKind.PARAGRAPH, text=text))


def shapes(text: str) -> list[tuple[int, str]]:
    pieces = with_leftover_headings([paragraph(text)])
    return [(piece.level, piece.block.text) for piece in pieces]


def test_a_heading_between_two_sentences_divides_them() -> None:
    assert shapes("Das ist die Lage. ### Ziele und Wege\nAlle wohnen.") == [
        (0, "Das ist die Lage."),
        (3, "Ziele und Wege"),
        (0, "Alle wohnen."),
    ]


def test_several_are_found_one_after_the_other() -> None:
    assert shapes("\\# Lage\nText ## Ziele\nMehr") == [
        (1, "Lage"),
        (0, "Text"),
        (2, "Ziele"),
        (0, "Mehr"),
    ]


def test_other_signs_stay_text() -> None:
    for text in ("lora.example/#map ist offen", "Platz #1 und # 2 gewinnen", "#stadt"):
        assert shapes(text) == [(0, text)]


def test_what_follows_stays_a_paragraph() -> None:
    assert shapes("A ## B\n- kein Punkt einer Liste") == [
        (0, "A"),
        (2, "B"),
        (0, "\\- kein Punkt einer Liste"),
    ]
