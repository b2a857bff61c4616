"""Laws of matching: what must hold for whatever stands in two versions."""

import random
from collections import Counter
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from concept_review.block import Block, BlockKind
from concept_review.matching import Match, MatchKind, Part, match

SYLLABLES = ("ba", "do", "fen", "gra", "kil", "lum", "mor", "nep", "ros", "tav", "wid", "zun")
TITLES = ("Ziele", "Herausforderungen", "Maßnahmen", "1. Lage", "2.1 Umsetzung", "§ 4 Kosten")
IDENTICAL = {MatchKind.UNCHANGED, MatchKind.MOVED}
SWAPPED = {
    MatchKind.NEW: MatchKind.GONE,
    MatchKind.GONE: MatchKind.NEW,
    MatchKind.SPLIT: MatchKind.MERGED,
    MatchKind.MERGED: MatchKind.SPLIT,
    MatchKind.MOVED: MatchKind.UNCHANGED,
}
"""What a kind becomes when old and new are exchanged; which of two swapped sections is said to
have moved may change, so both count as unchanged."""


def words(number: int, chance: random.Random) -> list[str]:
    return ["".join(chance.choices(SYLLABLES, k=4)) for _ in range(number)]


def paragraphs(text: list[str], each: int = 15) -> tuple[Block, ...]:
    return tuple(
        Block(kind=BlockKind.PARAGRAPH, text=" ".join(text[start : start + each]))
        for start in range(0, len(text), each)
    )


def edited(part: Part, place: int, word: str = "verändert") -> Part:
    texts = [block.text.split() for block in part.blocks]
    flat = [each for text in texts for each in text]
    flat[place % len(flat)] = word
    return replace(part, blocks=paragraphs(flat))


@st.composite
def versions(draw: st.DrawFn, least: int = 0, heading_only: bool = True) -> list[Part]:
    """Draw sections of distinct texts with titles that repeat, some of them without text."""
    chance = random.Random(draw(st.integers(0, 10**6)))  # noqa: S311  (text, nothing secret)
    parts: list[Part] = []
    for _ in range(draw(st.integers(least, 14))):
        level = draw(st.integers(1, min(4, parts[-1].level + 1 if parts else 1)))
        empty = heading_only and draw(st.integers(0, 4)) == 0
        blocks = () if empty else paragraphs(words(chance.randint(30, 60), chance))
        parts.append(Part(draw(st.sampled_from(TITLES)), level, blocks))
    return parts


@st.composite
def revised(draw: st.DrawFn) -> tuple[list[Part], list[Part]]:
    """Draw a version and what became of it: gone, edited, moved, divided, joined and new parts."""
    old = draw(versions())
    new: list[Part] = []
    for part in old:
        fate = draw(st.integers(0, 6))
        half = len(part.blocks) // 2
        if fate == 1 and part.blocks:
            new.append(edited(part, draw(st.integers(0, 50))))
        elif fate == 2 and half:
            new += [replace(part, blocks=part.blocks[:half])]
            new += [Part("Weiteres", part.level, part.blocks[half:])]
        elif fate == 3 and new:
            new[-1] = replace(new[-1], blocks=new[-1].blocks + part.blocks)
        elif fate == 4:
            new.insert(draw(st.integers(0, len(new))), part)
        elif fate != 5:
            new.append(part)
    return old, new + draw(versions())


def pairs(matches: list[Match]) -> list[tuple[int | None, int | None]]:
    return [(each.old, each.new) for each in matches]


def covers(matches: list[Match], old: list[Part], new: list[Part]) -> bool:
    """Whether every place appears, and more than once only where it was divided or joined."""
    olds = Counter(each.old for each in matches if each.old is not None)
    news = Counter(each.new for each in matches if each.new is not None)
    divided = {each.old for each in matches if each.kind is MatchKind.SPLIT}
    joined = {each.new for each in matches if each.kind is MatchKind.MERGED}
    return (
        set(olds) == set(range(len(old)))
        and set(news) == set(range(len(new)))
        and all((olds[place] > 1) == (place in divided) for place in olds)
        and all((news[place] > 1) == (place in joined) for place in news)
    )


@settings(deadline=None)
@given(versions())
def test_a_version_matched_with_itself_is_unchanged_throughout(parts: list[Part]) -> None:
    expected = [Match(place, place, MatchKind.UNCHANGED, 1.0) for place in range(len(parts))]

    assert match(parts, parts) == expected


@settings(deadline=None)
@given(revised())
def test_every_section_is_accounted_for_and_every_likeness_is_a_share(
    both: tuple[list[Part], list[Part]],
) -> None:
    matches = match(*both)

    assert covers(matches, *both)
    assert all(0 <= each.similarity <= 1 for each in matches)
    for each in matches:
        assert (each.old is None) == (each.kind is MatchKind.NEW)
        assert (each.new is None) == (each.kind is MatchKind.GONE)


@settings(deadline=None)
@given(revised())
def test_the_order_is_that_of_the_new_version_then_what_is_gone(
    both: tuple[list[Part], list[Part]],
) -> None:
    matches = match(*both)
    whole = [each for each in matches if each.kind is not MatchKind.SPLIT]
    news = [each.new for each in whole if each.new is not None]
    gone = [each.old for each in matches if each.new is None and each.old is not None]

    assert news == sorted(news)
    assert gone == sorted(gone)
    assert all(each.kind is MatchKind.GONE for each in matches[len(matches) - len(gone) :])


@settings(deadline=None)
@given(revised())
def test_the_same_versions_give_the_same_matches(both: tuple[list[Part], list[Part]]) -> None:
    assert match(*both) == match(*both)


@settings(deadline=None)
@given(revised())
def test_exchanging_old_and_new_exchanges_new_and_gone_split_and_merged(
    both: tuple[list[Part], list[Part]],
) -> None:
    there, back = match(*both), match(*reversed(both))

    # Which of two equal headings or texts is gone is a matter of order, so only texts are told.
    turned = Counter(told(*both, each) for each in there)
    assert Counter(told(*both, exchanged(each)) for each in back) == turned


def exchanged(one: Match) -> Match:
    return Match(one.new, one.old, SWAPPED.get(one.kind, one.kind), one.similarity)


def told(old: list[Part], new: list[Part], one: Match) -> tuple[object, ...]:
    """Return what a match says in words instead of places."""
    before = None if one.old is None else (old[one.old].title, old[one.old].blocks)
    after = None if one.new is None else (new[one.new].title, new[one.new].blocks)
    kind = MatchKind.UNCHANGED if one.kind in IDENTICAL else one.kind
    return before, after, kind, round(one.similarity, 9)


@settings(deadline=None)
@given(versions(heading_only=False), st.randoms(use_true_random=False))
def test_sections_in_another_order_are_all_found_again(
    parts: list[Part], chance: random.Random
) -> None:
    order = list(range(len(parts)))
    chance.shuffle(order)

    matches = match(parts, [parts[place] for place in order])

    assert {(each.old, each.new) for each in matches} == set(
        zip(order, range(len(order)), strict=True)
    )
    assert all(each.kind in IDENTICAL and each.similarity == 1 for each in matches)


@settings(deadline=None)
@given(versions(least=1, heading_only=False), st.data())
def test_one_changed_word_changes_one_section(parts: list[Part], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(parts) - 1))
    new = list(parts)
    new[place] = edited(parts[place], data.draw(st.integers(0, 100)))

    matches = match(parts, new)

    assert [(each.old, each.new) for each in matches] == [
        (each, each) for each in range(len(parts))
    ]
    kinds = [each.kind for each in matches]
    assert kinds.pop(place) is MatchKind.CHANGED
    assert all(kind is MatchKind.UNCHANGED for kind in kinds)


@settings(deadline=None)
@given(versions())
def test_renumbering_leaves_every_section_with_itself(parts: list[Part]) -> None:
    bare = [replace(part, title=part.title.lstrip("§0123456789. ")) for part in parts]
    new = [replace(part, title=f"{place + 3}.9 {part.title}") for place, part in enumerate(bare)]

    matches = match(bare, new)

    assert [(each.old, each.new) for each in matches] == [
        (each, each) for each in range(len(parts))
    ]
    assert all(each.kind is MatchKind.MOVED and each.similarity == 1 for each in matches)
