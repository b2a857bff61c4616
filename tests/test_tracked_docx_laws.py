"""Laws of the Word file with tracked changes: whatever the words, both texts come back."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from concept_review.block import Block, BlockKind
from concept_review.edition import Kit
from concept_review.files.docx import read
from concept_review.inline import literal
from concept_review.outline import blocks_of_text
from concept_review.papers.hands import Hand, State, stretches
from concept_review.papers.signs import shown_words, signs
from concept_review.papers.tracked_docx import write_tracked
from concept_review.papers.tracked_lines import paired
from concept_review.rebase import Wording
from concept_review.section import Section
from concept_review.source import clean
from concept_review.unreadable import UnreadableConcept
from tests.pandoc import words_by_pandoc
from tests.tracked_kits import accepted, contribution, kit, lines_in, lines_of

WORD = st.sampled_from(
    [
        *("Die", "Stadt", "fördert", "*alle*", "**sehr**", "<ins>", "&amp;", "&", "a|b", "[^1]"),
        *(
            "u\u0308ber",
            "👩\u200d👩\u200d👧",
            "x\ty",
            "§",
            "1.",
            "-",
            "###",
            "\\*",
            "_so_",
            "]",
            ")",
        ),
        *("[Netz](https://example.org/a?b=1&c=2)", "[Ort](lage.html)", "\u202fEnde."),
    ]
)
TEXT = st.lists(WORD, min_size=1, max_size=7).map(" ".join)
ITEM = st.builds(
    lambda text, depth, sign: f"{'   ' * depth}{sign} {text}",
    TEXT,
    st.integers(0, 2),
    st.sampled_from(["-", "1.", "7)"]),
)
ROWS = st.lists(st.tuples(TEXT, TEXT), min_size=2, max_size=4).map(
    lambda rows: "\n".join(
        [
            f"| {literal(rows[0][0]).replace('|', ' ')} | b |",
            "| --- | --- |",
            *(f"| {a.replace('|', ' ')} | {b.replace('|', ' ')} |" for a, b in rows[1:]),
        ]
    )
)
PASSAGE = st.one_of(
    TEXT, TEXT.map(lambda text: f"> {text}"), st.lists(ITEM, max_size=4).map("\n".join), ROWS
)
BODY = st.lists(PASSAGE, max_size=4).map("\n\n".join)


def blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of a text, none where headings would begin another section."""
    try:
        return blocks_of_text(text)
    except UnreadableConcept:
        return ()


def section(place: int, title: str, text: tuple[Block, ...]) -> Section:
    return Section(
        id=f"s{place}", concept_id="c", version_id="v", number=1, title=title, level=1,
        position=place, parent_id=None, blocks=text, fingerprint="", interval_months=12,
    )  # fmt: skip


SECTION = st.tuples(st.sampled_from(["Ziele", "Wege & <Mittel>", "3 Lage", "A *b* c"]), BODY)
CONCEPT = st.lists(SECTION, min_size=1, max_size=4)
HANDS = [Hand("Ada", date(2026, 3, 1)), Hand("Bea", date(2026, 3, 2))]


@given(TEXT, st.lists(TEXT, max_size=2), TEXT)
def test_without_what_comes_it_is_the_old_text_and_without_what_goes_the_new(
    before: str, offers: list[str], after: str
) -> None:
    old, new = signs(before), signs(after)
    offered = list(zip(HANDS, map(signs, offers), strict=False))

    way = stretches(old, new, offered, HANDS[0])

    assert [sign for each in way if each.state is not State.ADDED for sign in each.signs] == old
    assert [sign for each in way if each.state is not State.TAKEN for sign in each.signs] == new
    assert all((each.hand is None) == (each.state is State.KEPT) for each in way)


@given(TEXT, TEXT)
def test_what_only_one_offers_is_in_their_hand(before: str, after: str) -> None:
    way = stretches(signs(before), signs(after), [(HANDS[1], signs(after))], HANDS[0])

    assert {each.hand for each in way} <= {None, HANDS[1]}


@given(BODY, BODY)
def test_pairs_of_blocks_are_both_texts_in_order(before: str, after: str) -> None:
    old, new = blocks(before), blocks(after)

    pairs = paired(old, new)

    assert [each for each, _ in pairs if each is not None] == list(old)
    assert [each for _, each in pairs if each is not None] == list(new)


def concept_kit(old: list[tuple[str, str]], new: list[tuple[str, str]], order: list[int]) -> Kit:
    """Return a kit in which sections are reworded, come, go and change their places."""
    before = [section(place, title, blocks(text)) for place, (title, text) in enumerate(old)]
    after = [section(place, title, blocks(text)) for place, (title, text) in enumerate(new)]
    after = [after[place] for place in order if place < len(after)]
    by_id = {each.id: each for each in before}
    wanted = [
        contribution(place + 1, by_id[each.id], Wording(each.title, each.blocks), f"A{place % 2}")
        for place, each in enumerate(after)
        if each.id in by_id
    ]
    return kit(before, wanted, after)


def words(lines: list[tuple[str, int, str]]) -> list[str]:
    return " ".join(text.replace(" | ", " ") for _, _, text in lines).split()


@settings(deadline=None, max_examples=150)
@given(CONCEPT, CONCEPT, st.permutations(range(4)))
def test_rejecting_all_is_the_old_text_and_accepting_all_the_new(
    old: list[tuple[str, str]], new: list[tuple[str, str]], order: list[int]
) -> None:
    wanted = concept_kit(old, new, order)

    draft = read(write_tracked(wanted))

    assert words(lines_in(draft.pieces)) == nfc(words(lines_of(wanted.old.sections)))
    assert words(lines_in(accepted(draft))) == nfc(words(lines_of(wanted.new.sections)))


@settings(deadline=None, max_examples=12)
@given(CONCEPT, CONCEPT, st.permutations(range(4)))
def test_pandoc_says_the_same(
    old: list[tuple[str, str]], new: list[tuple[str, str]], order: list[int]
) -> None:
    wanted = concept_kit(old, new, order)
    file = write_tracked(wanted)

    for changes, edition in (("reject", wanted.old), ("accept", wanted.new)):
        expected = ["Konzept", *words(lines_of(edition.sections))]
        assert words_by_pandoc(file, changes) == expected


@given(st.text())
def test_any_characters_can_be_written(text: str) -> None:
    block = Block(kind=BlockKind.PARAGRAPH, text=text)
    ours = section(0, "Ziele", (block,))

    draft = read(write_tracked(kit([ours], (), [ours])))

    kept = nfc(words([("", 0, shown_words(block))]))
    assert words(lines_in(draft.pieces[1:])) == kept


def nfc(found: list[str]) -> list[str]:
    """Return words as every reader of files cleans them."""
    return clean(" ".join(found)).split()
