"""Several proposals on one text: merged, or shown as a conflict, but never guessed."""

from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from concept_review.diff import compare, edits, tokens
from concept_review.merge import Composition, compose

WORD = st.sampled_from(["die", "Stadt", "Kita", " ", " ", " ", ".", ", ", "\n\n", "12", "ü"])
WORDS = st.lists(WORD, max_size=15)


@st.composite
def _situations(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Draw a base and up to three proposals made from it by a few edits."""
    base = draw(WORDS)
    proposals = []
    for _ in range(draw(st.integers(1, 3))):
        words = list(base)
        for _ in range(draw(st.integers(0, 3))):
            start = draw(st.integers(0, len(words)))
            words[start : start + draw(st.integers(0, 3))] = draw(st.lists(WORD, max_size=2))
        proposals.append("".join(words))
    return "".join(base), proposals


SITUATIONS = _situations()


def rivals(composition: Composition) -> list[tuple[str, ...]]:
    return [conflict.rivals for conflict in composition.conflicts]


@given(SITUATIONS)
def test_a_single_proposal_is_taken_as_it_is(situation: tuple[str, list[str]]) -> None:
    base, (proposal, *_) = situation

    for proposals in ([proposal], [base, proposal], [proposal, proposal]):
        assert compose(base, proposals) == Composition(proposal, (), ())


@given(st.text(max_size=20))
def test_without_proposals_the_base_stays(base: str) -> None:
    assert compose(base, []) == Composition(base, (), ())


@settings(deadline=None)
@given(SITUATIONS)
def test_the_order_of_proposals_changes_nothing(situation: tuple[str, list[str]]) -> None:
    base, proposals = situation
    expected = named(base, proposals)

    for order in permutations(proposals):
        assert named(base, order) == expected


def named(base: str, proposals: list[str] | tuple[str, ...]) -> object:
    """Return the composition with the proposals themselves in place of their numbers."""
    made = compose(base, proposals)
    conflicts = [
        (each.base, each.rivals, each.start, each.end,
         [sorted(proposals[author] for author in authors) for authors in each.authors])
        for each in made.conflicts
    ]  # fmt: skip
    warnings = [
        (each.start, each.end, sorted(proposals[author] for author in each.authors))
        for each in made.warnings
    ]
    return made.text, conflicts, warnings


@given(SITUATIONS)
def test_no_new_passage_of_any_author_is_lost(situation: tuple[str, list[str]]) -> None:
    base, proposals = situation
    parts = tokens(base)

    made = compose(base, proposals)

    shown = [made.text, *(rival for conflict in made.conflicts for rival in conflict.rivals)]
    for proposal in proposals:
        new = tokens(proposal)
        for edit in edits(parts, new):
            passage = "".join(new[edit.new_start : edit.new_end])
            assert any(passage in text for text in shown)


@given(SITUATIONS)
def test_a_conflict_names_its_passage_and_at_least_two_other_wordings(
    situation: tuple[str, list[str]],
) -> None:
    base, proposals = situation

    for conflict in compose(base, proposals).conflicts:
        assert base[conflict.start : conflict.end] == conflict.base
        assert len({*conflict.rivals, conflict.base}) == len(conflict.rivals) + 1 >= 3
        assert all(conflict.authors)


@given(SITUATIONS)
def test_outside_of_conflicts_the_text_is_what_was_proposed(
    situation: tuple[str, list[str]],
) -> None:
    base, proposals = situation
    wanted = {base, *proposals}

    made = compose(base, proposals)

    inserted = [change.new for change in compare(base, made.text) if change.new]
    vocabulary = {token for text in wanted for token in tokens(text)}
    assert vocabulary.issuperset(token for text in inserted for token in tokens(text))


@given(SITUATIONS)
def test_someone_who_changes_nothing_changes_nothing_for_the_others(
    situation: tuple[str, list[str]],
) -> None:
    base, proposals = situation

    assert compose(base, [*proposals, base]) == compose(base, proposals)


@given(SITUATIONS)
def test_the_same_proposals_twice_count_once(situation: tuple[str, list[str]]) -> None:
    base, proposals = situation
    once, twice = compose(base, proposals), compose(base, proposals * 2)

    assert twice.text == once.text
    assert [(each.start, each.end, each.rivals) for each in twice.conflicts] == [
        (each.start, each.end, each.rivals) for each in once.conflicts
    ]


@given(SITUATIONS)
def test_a_conflict_of_two_is_the_same_from_either_side(situation: tuple[str, list[str]]) -> None:
    base, (one, *others) = situation
    other = others[0] if others else base

    there, back = compose(base, [one, other]), compose(base, [other, one])

    assert there.text == back.text
    assert [
        (each.base, each.start, each.end, dict(zip(each.rivals, each.authors, strict=True)))
        for each in there.conflicts
    ] == [
        (
            each.base,
            each.start,
            each.end,
            {
                rival: tuple(sorted(1 - author for author in authors))
                for rival, authors in zip(each.rivals, each.authors, strict=True)
            },
        )
        for each in back.conflicts
    ]


@given(SITUATIONS)
def test_whoever_is_contested_gets_all_of_their_wording_there(
    situation: tuple[str, list[str]],
) -> None:
    base, proposals = situation
    conflicts = compose(base, proposals).conflicts

    for author, proposal in enumerate(proposals):
        own = [
            rival
            for each in conflicts
            for rival, authors in zip(each.rivals, each.authors, strict=True)
            if author in authors
        ]
        at = 0
        for rival in own:
            # The wording stands in the author's proposal, in the order of the text.
            assert rival in proposal[at:]
            at = proposal.index(rival, at) + len(rival)


@given(SITUATIONS, st.integers(0, 2))
def test_where_one_prevails_their_wording_stands_and_the_conflicts_stay(
    situation: tuple[str, list[str]], author: int
) -> None:
    base, proposals = situation
    author %= len(proposals)

    made = compose(base, proposals, prevailing=author)

    assert made.conflicts == compose(base, proposals).conflicts
    for conflict in made.conflicts:
        for rival, authors in zip(conflict.rivals, conflict.authors, strict=True):
            assert author not in authors or rival in made.text


@given(st.lists(st.tuples(*[st.sampled_from(["Kita", "Hort", "Schule", "Amt und Rat"])] * 2)))
def test_proposals_that_leave_each_other_alone_are_all_taken_in(
    paragraphs: list[tuple[str, str]],
) -> None:
    lines = [f"Absatz {place}: Die {old} bleibt." for place, (old, _) in enumerate(paragraphs)]
    wanted = [f"Absatz {place}: Die {new} bleibt." for place, (_, new) in enumerate(paragraphs)]
    proposals = [
        "\n\n".join([*lines[:place], wanted[place], *lines[place + 1 :]])
        for place in range(len(lines))
    ]

    assert compose("\n\n".join(lines), proposals) == Composition("\n\n".join(wanted), (), ())
