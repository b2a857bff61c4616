"""Tracked changes of OpenDocument texts: the text without them, with them, and by author."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from concept_review.draft import Draft, Loss, Piece
from concept_review.files.odt import read
from tests.office_odt import change, odt, tracked


def texts(pieces: tuple[Piece, ...]) -> list[str]:
    return [("#" * piece.level + " " + piece.block.text).strip() for piece in pieces]


def wishes(draft: Draft) -> list[tuple[str, int, int, list[str]]]:
    return [
        (each.author, each.start, each.end, [block.text for block in each.blocks])
        for each in draft.changes
    ]


def test_words_put_in_and_taken_out() -> None:
    draft = read(
        tracked(
            change("a", "insertion", "Anna")
            + change("b", "deletion", "Bernd", "<text:p>alte </text:p>", "2025-04-02"),
            "<text:p>Die [[a|große ]]a|Stadt hat {{b|Kurse.</text:p><text:p>Ende</text:p>",
        )
    )

    assert texts(draft.pieces) == ["Die Stadt hat alte Kurse.", "Ende"]
    assert texts(draft.accepted) == ["Die große Stadt hat Kurse.", "Ende"]
    assert wishes(draft) == [
        ("Anna", 0, 1, ["Die große Stadt hat alte Kurse."]),
        ("Bernd", 0, 1, ["Die Stadt hat Kurse."]),
    ]
    assert [each.day for each in draft.changes] == ["2025-03-01", "2025-04-02"]


@pytest.mark.parametrize(
    "body",
    [
        "<text:p>Eins[[a|</text:p><text:p>Neu]]a|</text:p><text:p>Zwei</text:p>",
        "<text:p>Eins</text:p><text:p>[[a|Neu</text:p><text:p>]]a|Zwei</text:p>",
        "<text:p>Eins</text:p>[[a|<text:p>Neu</text:p>]]a|<text:p>Zwei</text:p>",
        "<text:p>Eins[[a|</text:p><text:list><text:list-item><text:p>Neu]]a|</text:p>"
        "</text:list-item></text:list><text:p>Zwei</text:p>",
    ],
)
def test_a_new_paragraph(body: str) -> None:
    draft = read(tracked(change("a", "insertion", "Anna"), body))

    assert texts(draft.pieces) == ["Eins", "Zwei"]
    assert texts(draft.accepted) == ["Eins", "Neu", "Zwei"]
    assert wishes(draft) == [("Anna", 1, 1, ["Neu"])]


@pytest.mark.parametrize(
    ("deleted", "body"),
    [
        ("<text:p>Alt</text:p><text:p/>", "<text:p>Eins</text:p><text:p>{{a|Zwei</text:p>"),
        ("<text:p/><text:p>Alt</text:p>", "<text:p>Eins{{a|</text:p><text:p>Zwei</text:p>"),
        ("<text:p>Alt</text:p>", "<text:p>Eins</text:p>{{a|<text:p>Zwei</text:p>"),
        (
            "<text:list><text:list-item><text:p>Alt</text:p></text:list-item></text:list><text:p/>",
            "<text:p>Eins</text:p><text:p>{{a|Zwei</text:p>",
        ),
    ],
)
def test_a_paragraph_taken_out(deleted: str, body: str) -> None:
    draft = read(tracked(change("a", "deletion", "Anna", deleted), body))

    assert texts(draft.pieces) == ["Eins", "Alt", "Zwei"]
    assert texts(draft.accepted) == ["Eins", "Zwei"]
    assert wishes(draft) == [("Anna", 1, 2, [])]


def test_what_was_taken_out_across_two_paragraphs_divides_them_again() -> None:
    draft = read(
        tracked(
            change("a", "deletion", "Anna", "<text:p> eins.</text:p><text:p>Der Satz</text:p>"),
            "<text:p>Satz<text:span>{{a|</text:span> zwei.</text:p>",
        )
    )

    assert texts(draft.pieces) == ["Satz eins.", "Der Satz zwei."]
    assert texts(draft.accepted) == ["Satz zwei."]


def test_list_items_put_in_and_taken_out_stay_items() -> None:
    item = "<text:list-item><text:p>{}</text:p></text:list-item>"
    body = "".join(item.format(each) for each in ("a[[x|", "neu]]x|", "{{y|c"))
    draft = read(
        tracked(
            change("x", "insertion", "Anna")
            + change("y", "deletion", "Anna", "<text:p>b</text:p><text:p/>"),
            f"<text:list text:style-name='Zahlen'>{body}</text:list>",
        )
    )

    assert [(p.block.marker, p.block.text) for p in draft.pieces] == [
        ("1.", "a"), ("2.", "b"), ("3.", "c"),
    ]  # fmt: skip
    assert texts(draft.accepted) == ["a", "neu", "c"]
    assert wishes(draft) == [("Anna", 1, 2, ["neu"])]


def test_what_one_put_in_and_another_took_out_is_only_in_the_text_of_the_first() -> None:
    both = change("a", "deletion", "Bernd", "<text:p> sehr</text:p>").replace(
        "</text:deletion>",
        "</text:deletion><text:insertion><office:change-info><dc:creator>Anna</dc:creator>"
        "</office:change-info></text:insertion>",
    )
    draft = read(tracked(both, "<text:p>Das{{a| gut</text:p>"))

    assert texts(draft.pieces) == texts(draft.accepted) == ["Das gut"]
    assert wishes(draft) == [("Anna", 0, 1, ["Das sehr gut"])]


def test_a_heading_put_in_is_named_and_no_wish() -> None:
    draft = read(
        tracked(
            change("a", "insertion", "Anna"),
            "<text:p>Eins[[a|</text:p><text:h>Neu]]a|</text:h><text:p>Zwei</text:p>",
        )
    )

    assert texts(draft.pieces) == ["Eins", "Zwei"]
    assert texts(draft.accepted) == ["Eins", "# Neu", "Zwei"]
    assert draft.changes == ()
    assert [each.kind for piece in draft.pieces for each in piece.lost] == [Loss.TRACKED_HEADINGS]


def test_changes_of_format_alone_change_nothing() -> None:
    draft = read(tracked(change("a", "format-change", "Anna"), "<text:p>Ein [[a|Wort]]a|</text:p>"))

    assert texts(draft.pieces) == ["Ein Wort"]
    assert not draft.tracked


WORDS = st.lists(st.sampled_from("abcd"), min_size=1, max_size=4).map(" ".join)


@settings(deadline=None, max_examples=100)
@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_the_text_without_changes_is_the_one_before_them(
    pairs: list[tuple[str, str]], chance: random.Random
) -> None:
    """Each paragraph of `pairs` says the first before and the second after the changes."""
    changes, body, authors = "", "", chance.choice([["Anna"], ["Anna", "Bernd"]])
    for place, (before, after) in enumerate(pairs):
        rest = chance.choice(["", " x"])
        author = chance.choice(authors)
        changes += change(f"d{place}", "deletion", author, f"<text:p>{before}</text:p>")
        changes += change(f"i{place}", "insertion", author)
        body += f"<text:p>{{{{d{place}|[[i{place}|{after}]]i{place}|{rest}</text:p>"
        pairs[place] = (before + rest, after + rest)
    draft = read(tracked(changes, body))

    assert texts(draft.pieces) == [before for before, _ in pairs]
    assert texts(draft.accepted or draft.pieces) == [after for _, after in pairs]
    if authors == ["Anna"]:
        applied = texts(draft.pieces)
        for each in reversed(draft.changes):
            applied[each.start : each.end] = [block.text for block in each.blocks]
        assert applied == [after for _, after in pairs]


MARKS = ["<text:p>", "</text:p>", "[[a|", "]]a|", "{{b|", "{{c|", "Wort", "[[d|", "]]d|"]


@settings(deadline=None, max_examples=100)
@given(st.lists(st.sampled_from(MARKS), max_size=14).map("".join))
def test_marks_anywhere_are_read_or_refused(middle: str) -> None:
    deleted = "<text:p>x</text:p><text:p>y{{b|z</text:p>".replace(
        "{{", '<text:change text:change-id="'
    )
    changes = (
        change("a", "insertion", "Anna")
        + change("b", "deletion", "Bernd", deleted.replace("|", '"/>'))
        + change("c", "deletion", "Anna", "<text:h>y</text:h>")
        + change("d", "insertion", "Bernd")
    )
    try:
        draft = read(tracked(changes, f"<text:p>vorn {middle} hinten</text:p>"))
    except Exception:  # noqa: BLE001  (the room makes one refusal of all)
        return
    for pieces in (draft.pieces, draft.accepted or draft.pieces):
        assert texts(pieces)[0].startswith("vorn")


def test_a_text_without_marks_is_read_as_it_is() -> None:
    assert not read(odt("<text:p>a</text:p>")).tracked
