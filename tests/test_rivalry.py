"""Which amendments cannot stand together, and what somebody who types learns of the others."""

from dataclasses import replace
from itertools import combinations, permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from concept_review.amendment import Amendment, ClashKind
from concept_review.batch import compose_concept
from concept_review.meeting import meetings
from concept_review.merge import compose
from concept_review.proposal import Placement
from concept_review.rebase import Wording
from concept_review.rivalry import RivalKind, rivalry, rivals_while_typing
from concept_review.section import Section
from tests.amended_concepts import (
    EMPTY,
    amended,
    concept,
    dropped,
    inserted,
    moved,
    reworded,
    wording,
)
from tests.test_merge import SITUATIONS

K = RivalKind
TEXT = "Der Bericht erscheint jährlich mit 12 Seiten. Die Stadt berät Träger."
S, S1, T = SECTIONS = concept(("S", 1, TEXT), ("S1", 2, "Ende."), ("T", 1, "Anderes."))


def offer(identifier: str, old: str, new: str) -> Amendment:
    return reworded(identifier, S, TEXT.replace(old, new))


OFTENER = offer("oftener", "jährlich", "halbjährlich")
LONGER = offer("longer", "12", "20")
LONGEST = offer("longest", "12", "30")
NOBODY = offer("nobody", "Träger", "niemanden")


@given(SITUATIONS)
def test_two_texts_are_rivals_exactly_where_composing_just_them_is_a_conflict(
    situation: tuple[str, list[str]],
) -> None:
    base, proposals = situation

    found = meetings(base, proposals)

    for one, other in combinations(range(len(proposals)), 2):
        made = compose(base, [proposals[one], proposals[other]])
        assert ((one, other) in found.rivals) == bool(made.conflicts)
        if not made.conflicts:
            assert ((one, other) in found.neighbours) == bool(made.warnings)


@given(SITUATIONS, st.data())
def test_those_that_meet_one_text_are_found_without_the_others(
    situation: tuple[str, list[str]], data: st.DataObject
) -> None:
    base, proposals = situation
    place = data.draw(st.integers(0, len(proposals) - 1))
    whole = meetings(base, proposals)

    found = meetings(base, proposals, of=place)

    assert found.rivals == {pair for pair in whole.rivals if place in pair}
    assert found.neighbours == {pair for pair in whole.neighbours if place in pair}


@settings(deadline=None)
@given(amended())
def test_rivalry_is_mutual_and_nobody_is_a_rival_of_oneself(
    situation: tuple[list[Section], list[Amendment]],
) -> None:
    sections, amendments = situation

    found = rivalry(sections, amendments)

    for relation in (found.rivals_of, found.same_sentence, found.identical):
        for each in amendments:
            assert each.id not in relation(each.id)
            assert all(each.id in relation(other) for other in relation(each.id))


@settings(deadline=None)
@given(amended(most=3))
def test_the_order_of_amendments_changes_nothing_about_their_rivalry(
    situation: tuple[list[Section], list[Amendment]],
) -> None:
    sections, amendments = situation
    expected = rivalry(sections, amendments)

    for order in permutations(amendments):
        assert rivalry(sections, order) == expected


@settings(deadline=None)
@given(amended())
def test_whoever_is_in_a_clash_with_others_has_a_rival_there(
    situation: tuple[list[Section], list[Amendment]],
) -> None:
    sections, amendments = situation

    found = rivalry(sections, amendments)

    for clash in found.clashes:
        if len(clash.amendment_ids) > 1 and clash.kind is not ClashKind.PLACE:
            for each in clash.amendment_ids:
                assert set(found.rivals_of(each)) & set(clash.amendment_ids)


@settings(deadline=None)
@given(amended(most=3))
def test_two_that_are_no_rivals_stand_together_as_each_stands_alone(
    situation: tuple[list[Section], list[Amendment]],
) -> None:
    sections, amendments = situation
    found = rivalry(sections, amendments)

    for one, other in combinations(amendments, 2):
        together = clashing(sections, one, other)
        alone = clashing(sections, one) | clashing(sections, other)
        assert together == alone or other.id in found.rivals_of(one.id)


def clashing(sections: list[Section], *amendments: Amendment) -> set[str]:
    clashes = compose_concept(sections, amendments).clashes
    return {identifier for clash in clashes for identifier in clash.amendment_ids}


def test_rivals_neighbours_and_equals_are_told_apart() -> None:
    again = replace(LONGER, id="again")

    found = rivalry(SECTIONS, [OFTENER, LONGER, LONGEST, NOBODY, again])

    assert found.rivals_of("longest") == ("again", "longer")
    assert found.rivals_of("oftener") == ()
    assert found.same_sentence("oftener") == ("again", "longer", "longest")
    assert found.same_sentence("nobody") == ()
    assert found.identical("again") == ("longer",)


def test_of_three_in_one_conflict_those_at_its_ends_can_stand_together() -> None:
    left, right = offer("left", "jährlich", "oft"), offer("right", "12 Seiten", "20 Blatt")
    across = offer("across", "jährlich mit 12 Seiten", "selten")

    found = rivalry(SECTIONS, [left, right, across])

    assert [each.amendment_ids for each in found.clashes] == [("across", "left", "right")]
    assert found.rivals_of("left") == ("across",)
    assert found.rivals_of("across") == ("left", "right")


def test_other_titles_other_places_and_going_make_rivals_too() -> None:
    wanted = [
        reworded("one", S, TEXT, title="Eins"),
        reworded("two", S, TEXT, title="Zwei"),
        dropped("gone", S),
        inserted("new", T, "Neu."),
        moved("here", S1, T),
        moved("there", S1, S, Placement.BELOW),
    ]

    found = rivalry(SECTIONS, wanted)

    assert {each.id: found.rivals_of(each.id) for each in wanted} == {
        "one": ("gone", "two"),
        "two": ("gone", "one"),
        "gone": ("here", "one", "there", "two"),
        "new": ("here",),
        "here": ("gone", "new", "there"),
        "there": ("gone", "here"),
    }


def typed(old: str, new: str, *amendments: Amendment) -> dict[str, RivalKind]:
    said = wording("S", TEXT.replace(old, new))
    return {each.amendment_id: each.kind for each in rivals_while_typing(S, said, amendments)}


def test_while_typing_one_sees_who_is_near_and_how() -> None:
    known = [NOBODY, LONGEST, OFTENER, LONGER, inserted("new", S, "Neu."), reworded("far", T, "")]

    found = typed("12", "20", *known)

    assert found == {
        "longer": K.IDENTICAL,
        "longest": K.CONTRADICTS,
        "oftener": K.SAME_SENTENCE,
        "new": K.APART,
        "nobody": K.APART,
    }
    assert list(found) == ["longer", "longest", "oftener", "new", "nobody"]


def test_while_nothing_is_typed_yet_all_others_are_apart() -> None:
    assert set(typed("", "", OFTENER, LONGER, dropped("gone", S)).values()) == {
        K.APART,
        K.CONTRADICTS,
    }


def test_whoever_drops_the_section_meets_all_who_want_something_of_it() -> None:
    known = [LONGER, dropped("gone", S), moved("away", S, T)]

    found = rivals_while_typing(S, EMPTY, known)

    assert {each.amendment_id: each.kind for each in found} == {
        "gone": K.IDENTICAL,
        "away": K.CONTRADICTS,
        "longer": K.CONTRADICTS,
    }


def test_an_amendment_of_an_older_text_is_compared_on_the_present_one() -> None:
    old = replace(S, blocks=wording("S", TEXT.replace("12", "10")).blocks)
    known = reworded("old", old, TEXT.replace("12", "10").replace("Träger", "Vereine"))

    assert typed("Träger", "Vereine", known) == {"old": K.IDENTICAL}
    assert typed("Träger", "alle", known) == {"old": K.CONTRADICTS}


def test_another_title_contradicts_another_title() -> None:
    known = reworded("p", S, TEXT, title="Bericht")
    said = Wording("Berichte", S.blocks)

    (hit,) = rivals_while_typing(S, said, [known])

    assert hit.kind is K.CONTRADICTS
