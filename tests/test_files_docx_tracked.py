"""Tracked changes of Word files: the text before, the text after, and who wants what."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from concept_review.draft import Draft, Loss, Piece
from concept_review.inline import plain
from tests.word_files import (
    added,
    ended,
    field,
    item,
    losses,
    mark,
    paragraph,
    row,
    run,
    shapes,
    signed,
    table,
    taken,
    word_draft,
)


def wanted(draft: Draft) -> list[tuple[str, int, int, list[str]]]:
    return [
        (each.author, each.start, each.end, [block.text for block in each.blocks])
        for each in draft.changes
    ]


def accepted(draft: Draft) -> list[str]:
    return [piece.block.text for piece in draft.accepted]


def texts(draft: Draft) -> list[str]:
    return [piece.block.text for piece in draft.pieces]


def words(pieces: Sequence[Piece]) -> list[str]:
    return " ".join(plain(piece.block.text) for piece in pieces).split()


def applied(draft: Draft) -> list[str]:
    """Return the words once every change has been taken over."""
    found: list[str] = []
    at = 0
    for change in draft.changes:
        found += words(draft.pieces[at : change.start])
        found += " ".join(plain(block.text) for block in change.blocks).split()
        at = change.end
    return found + words(draft.pieces[at:])


def test_words_added_and_taken_in_a_paragraph_are_one_change_of_their_author() -> None:
    inside = run("Wir ") + taken("wollen") + added("werden") + run(" ankommen")
    draft = word_draft(paragraph("Vor") + paragraph(inside))

    assert draft.tracked
    assert texts(draft) == ["Vor", "Wir wollen ankommen"]
    assert accepted(draft) == ["Vor", "Wir werden ankommen"]
    assert wanted(draft) == [("Ada", 1, 2, ["Wir werden ankommen"])]
    assert draft.changes[0].day == "2024-05-01"


def test_each_author_of_a_paragraph_wants_only_what_is_theirs() -> None:
    draft = word_draft(paragraph(added("A ") + run("mitte") + added(" B", "Bea")))

    assert texts(draft) == ["mitte"]
    assert accepted(draft) == ["A mitte B"]
    assert wanted(draft) == [("Ada", 0, 1, ["A mitte"]), ("Bea", 0, 1, ["mitte B"])]


def test_what_one_added_and_another_took_back_is_in_neither_text() -> None:
    nested = signed("ins", "Ada", taken("kurz", "Bea") + run("lang"))
    draft = word_draft(paragraph(run("Text ") + nested))

    assert texts(draft) == ["Text"]
    assert accepted(draft) == ["Text lang"]
    assert wanted(draft) == [("Ada", 0, 1, ["Text kurzlang"])]


def test_added_paragraphs_are_one_passage_and_replace_nothing() -> None:
    new = ended("ins", added("Neu eins")) + ended("ins", added("Neu zwei"))
    draft = word_draft(paragraph("Vor") + new + paragraph("Nach"))

    assert texts(draft) == ["Vor", "Nach"]
    assert wanted(draft) == [("Ada", 1, 1, ["Neu eins", "Neu zwei"])]


def test_a_paragraph_typed_after_another_is_added_below_it() -> None:
    draft = word_draft(ended("ins", "Alt", style="Fettzeile") + paragraph(added("Neu")))

    assert texts(draft) == ["Alt"]
    assert wanted(draft) == [("Ada", 1, 1, ["Neu"])]


def test_taken_paragraphs_are_one_passage_that_says_nothing() -> None:
    old = ended("del", taken("Alt eins")) + ended("del", taken("Alt zwei"))
    draft = word_draft(paragraph("Vor") + old + paragraph("Nach"))

    assert accepted(draft) == ["Vor", "Nach"]
    assert wanted(draft) == [("Ada", 1, 3, [])]


def test_a_paragraph_split_in_two_and_two_joined_are_changes_of_both() -> None:
    split = word_draft(ended("ins", "Eins.") + paragraph("Zwei."))
    joined = word_draft(ended("del", run("Eins. ")) + paragraph("Zwei."))

    assert wanted(split) == [("Ada", 0, 1, ["Eins.", "Zwei."])]
    assert wanted(joined) == [("Ada", 0, 2, ["Eins. Zwei."])]


def test_a_moved_paragraph_is_taken_at_one_place_and_added_at_the_other() -> None:
    there = ended("moveTo", signed("moveTo", "Ada", run("Wandert")))
    here = ended("moveFrom", signed("moveFrom", "Ada", run("Wandert")))
    draft = word_draft(there + paragraph("Bleibt") + here + paragraph("Ende"))

    assert texts(draft) == ["Bleibt", "Wandert", "Ende"]
    assert accepted(draft) == ["Wandert", "Bleibt", "Ende"]
    assert wanted(draft) == [("Ada", 0, 0, ["Wandert"]), ("Ada", 1, 2, [])]


def test_another_title_is_a_change_and_another_heading_is_named_as_lost() -> None:
    draft = word_draft(
        paragraph(run("Ziele") + added(" und Wege"), "berschrift1")
        + ended("ins", added("Neues Kapitel"), style="berschrift1")
        + ended("ins", added("Neuer Text"))
        + paragraph("Text")
        + ended("del", taken("Altes Kapitel", "Bea"), "Bea", "berschrift2")
        + paragraph("Ende")
    )

    assert shapes(draft) == ["# Ziele", "para 0: Text", "## Altes Kapitel", "para 0: Ende"]
    assert wanted(draft) == [("Ada", 0, 1, ["Ziele und Wege"]), ("Ada", 1, 1, ["Neuer Text"])]
    assert losses(draft) == [
        (Loss.TRACKED_HEADINGS, "Ada: Neues Kapitel"),
        (Loss.TRACKED_HEADINGS, "Bea: Altes Kapitel"),
    ]


def test_a_taken_heading_stays_until_a_person_decides() -> None:
    gone = ended("del", taken("Altes Kapitel", "Bea"), "Bea", "berschrift2")
    draft = word_draft(paragraph("Vor") + gone + paragraph("Ende"))

    assert wanted(draft) == []
    assert accepted(draft) == ["Vor", "Ende"]
    assert draft.pieces[1].lost[0].excerpt == "Bea: Altes Kapitel"


def test_rows_are_added_and_taken_as_a_whole() -> None:
    extra = row("c", "d", properties=signed("ins", "Ada"))
    gone = row("e", "f", properties=signed("del", "Bea"))
    draft = word_draft(table(row("a", "b"), extra, gone))

    assert texts(draft) == ["a | b", "e | f"]
    assert accepted(draft) == ["a | b", "c | d"]
    assert wanted(draft) == [("Ada", 1, 1, ["c | d"]), ("Bea", 1, 2, [])]


def test_an_added_list_item_counts_on_and_those_below_are_not_changed_by_it() -> None:
    place = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    new = paragraph(added("Neu"), "", f"{place}<w:rPr>{signed('ins', 'Ada')}</w:rPr>")
    draft = word_draft(item("Drei") + new + item("Vier"))

    assert [piece.block.marker for piece in draft.pieces] == ["3.", "4."]
    assert wanted(draft) == [("Ada", 1, 1, ["Neu"])]
    assert draft.changes[0].blocks[0].marker == "4."


def test_changes_in_footnotes_and_of_footnotes_keep_the_numbers_of_the_others() -> None:
    notes = {"1": run("alt") + added(" neu"), "2": run("zwei"), "3": added("drei")}
    parts = "".join(
        f'<w:footnote w:id="{name}">{paragraph(text)}</w:footnote>' for name, text in notes.items()
    )
    body = paragraph(signed("ins", "Ada", mark("3")) + run("Text") + mark("1") + mark("2"))
    draft = word_draft(body, footnotes=parts)

    assert texts(draft) == ["Text[^1][^2]", "alt", "zwei"]
    assert wanted(draft) == [
        ("Ada", 0, 1, ["[^3]Text[^1][^2]"]),
        ("Ada", 1, 1, ["drei"]),
        ("Ada", 1, 2, ["alt neu"]),
    ]


def test_changes_around_links_fields_and_of_looks_alone_are_understood() -> None:
    linked = signed("ins", "Ada", f"<w:hyperlink>{run('Link')}</w:hyperlink>")
    looks = "<w:rPrChange w:author='Bea'><w:rPr><w:b/></w:rPr></w:rPrChange>"
    half = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    gone = signed("del", "Ada", field(" REF a ", ""))
    draft = word_draft(paragraph(linked + run("Text", looks) + gone + half) + paragraph("Ende"))

    assert texts(draft) == ["Text", "Ende"]
    assert wanted(draft) == [("Ada", 0, 1, ["LinkText"])]


def test_a_file_with_changes_of_looks_alone_is_not_tracked() -> None:
    looks = "<w:rPrChange w:author='Bea'><w:rPr/></w:rPrChange>"
    assert not word_draft(paragraph(run("Text", looks))).tracked


WORD = st.sampled_from(["eins", "zwei", "drei", "vier", "# fünf", "- sechs", "7."])
PART = st.tuples(st.sampled_from(["", "ins", "del"]), WORD)
UNIT = st.tuples(
    st.sampled_from(["", "", "ins", "del", "row", "row ins", "row del"]),
    st.lists(PART, min_size=1, max_size=3),
)


def unit(place: int, kind: str, parts: Sequence[tuple[str, str]]) -> str:
    """Return a passage of one author, and a paragraph of nobody after it."""
    author = f"Autor {place % 2}"
    makers = {"": lambda text, _: run(text), "ins": added, "del": taken}
    inside = "".join(makers[way](f" {text} ", author) for way, text in parts)
    mine = signed(kind.removeprefix("row "), author) if " " in kind else ""
    if kind.startswith("row"):
        cells = f"<w:tc>{paragraph(inside)}</w:tc>"
        body = table(row(cells, "zwei", properties=mine))
    else:
        body = ended(kind, inside, author) if kind else paragraph(inside)
    return body + paragraph(f"Absatz {place}")


def expected(units: Sequence[tuple[str, list[tuple[str, str]]]], dropped: str) -> list[str]:
    """Return the words that stay when what was added, or what was taken, is dropped."""
    found = ["Anfang"]
    for place, (kind, parts) in enumerate(units):
        if kind != f"row {dropped}":
            found += " ".join(text for way, text in parts if way != dropped).split()
            found += ["|", "zwei"] if kind.startswith("row") else []
        found += ["Absatz", str(place)]
    return found


@settings(deadline=None, max_examples=150)
@given(st.lists(UNIT, max_size=5))
def test_all_changes_taken_over_are_the_accepted_text_and_none_the_text_before(
    units: list[tuple[str, list[tuple[str, str]]]],
) -> None:
    body = "".join(unit(place, *each) for place, each in enumerate(units))
    draft = word_draft(paragraph("Anfang") + body)

    assert words(draft.pieces) == expected(units, "ins")
    assert words(draft.accepted or draft.pieces) == expected(units, "del")
    assert applied(draft) == expected(units, "del")
