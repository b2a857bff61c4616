"""What the Synopse and the papers around it say of sections that stay, go, come and move."""

from dataclasses import replace
from datetime import date

from concept_review.block import Block, BlockKind
from concept_review.edition import Contribution, Kit
from concept_review.papers.remarks import remarks
from concept_review.papers.synopsis import Look, Piece, Row, synopsis
from concept_review.papers.visible import visible_text
from concept_review.proposal import ProposalKind
from concept_review.rebase import Wording
from concept_review.section import Section
from tests.generated_concepts import contribution, edition, section


def text(words: str, kind: BlockKind = BlockKind.PARAGRAPH, **more: str) -> Block:
    return Block(kind=kind, text=words, **more)  # type: ignore[arg-type]


GOALS = section("a", "Ziele", (text("Alle finden **eine** Wohnung."),))
WAYS = section("b", "Wege", (text("Viele."),))
END = section("c", "Schluss", (text("Danke."),))
OLD = (GOALS, WAYS, END)


def kit_of(*new: Section, contributions: tuple[Contribution, ...] = ()) -> Kit:
    return Kit(
        concept_id="c",
        old=edition(OLD),
        new=replace(edition(new, "Fassung 2"), day=date(2026, 6, 1)),
        contributions=contributions,
        made_on=date(2026, 6, 2),
    )


def notes(rows: tuple[Row, ...]) -> list[tuple[str, str]]:
    return [(row.old_note, row.new_note) for row in rows]


def test_what_stays_is_said_to_be_unchanged() -> None:
    rows = synopsis(kit_of(*OLD))

    assert notes(rows) == [("", "unverändert")] * 3
    assert [row.new.pieces for row in rows] == [()] * 3
    assert rows[0].old.pieces == (Piece("Ziele\nAlle finden eine Wohnung."),)


def test_words_that_go_and_come_look_different_from_each_other_and_from_the_rest() -> None:
    other = replace(GOALS, blocks=(text("Alle finden bald Arbeit."),))

    row = synopsis(kit_of(other, WAYS, END))[0]

    assert [piece.text for piece in row.old.pieces if piece.look is Look.GONE] == ["eine Wohnung"]
    assert [piece.text for piece in row.new.pieces if piece.look is Look.COME] == ["bald Arbeit"]
    assert row.new_note == ""


def test_what_goes_is_struck_out_and_what_follows_names_its_old_number() -> None:
    rows = synopsis(kit_of(GOALS, END))

    assert notes(rows) == [
        ("", "unverändert"),
        ("", "entfällt"),
        ("", "unverändert, nun 2 (alt 3)"),
    ]
    assert [piece.look for piece in rows[1].old.pieces] == [Look.GONE]


def test_what_is_new_stands_beside_an_empty_place() -> None:
    rows = synopsis(kit_of(GOALS, WAYS, END, section("d", "Anhang", ())))

    assert notes(rows)[3] == ("nicht vorhanden", "")
    assert rows[3].new.pieces == (Piece("Anhang", Look.COME),)


def test_what_moves_is_told_where_it_stood_and_where_it_stands() -> None:
    moved = replace(GOALS, blocks=(text("Alle finden eine gute Wohnung."),))

    rows = synopsis(kit_of(WAYS, END, moved))

    assert notes(rows) == [
        ("", "entfällt hier und ist verschoben, nun 3"),
        ("", "unverändert, nun 1 (alt 2)"),
        ("", "unverändert, nun 2 (alt 3)"),
        ("verschoben", "nun 3 (alt 1)"),
    ]
    assert [piece.text for piece in rows[3].new.pieces if piece.look is Look.COME] == ["gute "]


def test_only_what_changed_can_be_shown() -> None:
    rows = synopsis(kit_of(GOALS, replace(WAYS, title="Umwege"), END), only_changed=True)

    assert [row.old.text for row in rows] == ["Wege\nViele."]


def test_a_line_has_the_marker_of_its_block() -> None:
    blocks = (
        text("eins", BlockKind.LIST_ITEM, marker="-"),
        text("zwei\nweiter", BlockKind.LIST_ITEM, marker="2."),
        text("a | b", BlockKind.TABLE_ROW),
        text("**nicht** fett", BlockKind.CODE),
        text("Bericht", BlockKind.FOOTNOTE, marker="7"),
    )

    assert visible_text(section("a", "*Ziele*", blocks)).split("\n") == [
        "Ziele", "– eins", "2. zwei", "weiter", "a | b", "**nicht** fett", "[7] Bericht"
    ]  # fmt: skip


def test_reasons_authors_and_advice_of_several_go_together_by_number() -> None:
    first = replace(contribution(GOALS, "Mehr", ()), recommendation="Annahme")
    second = replace(first, id="q", headline="Warum?", rationale="Darum.", recommendation="")

    row = synopsis(kit_of(*OLD, contributions=(first, second)))[0]

    assert remarks(row) == (
        "1. Zu 1: Mehr. Mehr\n2. Zu 1: Warum? Darum.", "1. Mehr\n2. Mehr", "1. Annahme\n2. –"
    )  # fmt: skip


def test_a_new_section_bears_the_reasons_of_its_own_contribution() -> None:
    new = replace(
        contribution(GOALS, "Anhang", ()),
        id="d",
        kind=ProposalKind.INSERT,
        base=Wording("", ()),
        offered=Wording("Anhang", ()),
    )

    inside = synopsis(kit_of(*OLD, section("d", "Anhang", ()), contributions=(new,)))
    outside = synopsis(kit_of(*OLD, contributions=(new,)))

    assert [bool(row.contributions) for row in inside] == [False, False, False, True]
    assert [bool(row.contributions) for row in outside] == [True, False, False]
