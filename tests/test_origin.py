"""Since when a sentence stands there, and who brought it."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from concept_review.diff import compare, tokens
from concept_review.merge import compose
from concept_review.origin import Origin, Run, TracedWording, trace

BASE = "Die Stadt fördert 12 Kurse. Die Träger beraten."
FIRST = Origin(1)


def runs(*wordings: TracedWording) -> list[tuple[str, int, tuple[str, ...]]]:
    return [(run.text, run.origin.wording_number, run.origin.source_ids) for run in trace(wordings)]


def test_a_text_that_nobody_changed_is_of_the_first_wording() -> None:
    assert trace([]) == ()
    assert trace([TracedWording(1, BASE), TracedWording(2, BASE)]) == (Run(BASE, FIRST),)


def test_each_change_is_of_the_proposal_that_wanted_it() -> None:
    offers = {
        "b": BASE.replace("12", "14"),
        "a": BASE.replace("beraten.", "beraten alle."),
        "c": BASE.replace("12", "14"),
    }
    merged = compose(BASE, list(offers.values())).text

    assert runs(TracedWording(1, BASE), TracedWording(2, merged, offers)) == [
        ("Die Stadt fördert ", 1, ()),
        ("14", 2, ("b", "c")),
        (" Kurse. Die Träger beraten", 1, ()),
        (" alle", 2, ("a",)),
        (".", 1, ()),
    ]


def test_neighbouring_words_of_two_proposals_keep_their_own_sources() -> None:
    offers = {"a": BASE.replace("fördert", "trägt"), "b": BASE.replace("12", "14")}

    assert runs(
        TracedWording(1, BASE), TracedWording(2, compose(BASE, list(offers.values())).text, offers)
    )[1:4] == [("trägt", 2, ("a",)), (" ", 1, ()), ("14", 2, ("b",))]


def test_what_was_decided_otherwise_than_proposed_is_of_all_proposals() -> None:
    offers = {"a": BASE.replace("12", "14"), "b": BASE.replace("12", "20")}

    made = runs(TracedWording(1, BASE), TracedWording(3, BASE.replace("12", "17"), offers))

    assert made[1] == ("17", 3, ("a", "b"))


def test_a_change_without_proposals_is_of_its_wording_alone() -> None:
    made = runs(TracedWording(1, BASE), TracedWording(2, BASE.replace("12", "14")))

    assert made[1] == ("14", 2, ())


def test_words_keep_their_origin_through_later_wordings() -> None:
    second, third = BASE.replace("12", "14"), BASE.replace("12 Kurse", "14 gute Kurse")

    assert runs(
        TracedWording(1, BASE),
        TracedWording(2, second, {"a": second}),
        TracedWording(5, third, {"b": third}),
    )[1:4] == [("14", 2, ("a",)), (" ", 1, ()), ("gute ", 5, ("b",))]


WORD = st.sampled_from(["die", "Stadt", "Kita", " ", " ", " ", ".", "12", "ü"])
TEXT = st.lists(WORD, max_size=12).map("".join)
OFFERS = st.dictionaries(st.sampled_from("abc"), TEXT, max_size=3)
LATER = st.lists(st.tuples(TEXT, OFFERS), max_size=3)


def _wordings(first: str, later: list[tuple[str, dict[str, str]]]) -> list[TracedWording]:
    return [TracedWording(1, first)] + [
        TracedWording(number, text, offers) for number, (text, offers) in enumerate(later, start=2)
    ]


@settings(deadline=None)
@given(TEXT, LATER)
def test_the_runs_joined_are_the_last_text_and_neighbours_differ(
    first: str, later: list[tuple[str, dict[str, str]]]
) -> None:
    wordings = _wordings(first, later)
    made = trace(wordings)

    assert "".join(run.text for run in made) == wordings[-1].text
    assert all(one.origin != other.origin for one, other in pairwise(made))
    numbers = {each.number: set(each.offers) for each in wordings}
    assert all(set(run.origin.source_ids) <= numbers[run.origin.wording_number] for run in made)


@settings(deadline=None)
@given(TEXT, LATER)
def test_the_order_of_proposals_changes_nothing(
    first: str, later: list[tuple[str, dict[str, str]]]
) -> None:
    turned = [(text, dict(reversed(offers.items()))) for text, offers in later]

    assert trace(_wordings(first, later)) == trace(_wordings(first, turned))


@settings(deadline=None)
@given(TEXT, TEXT)
def test_words_that_stayed_are_of_the_first_wording_and_new_ones_of_the_second(
    old: str, new: str
) -> None:
    made = trace([TracedWording(1, old), TracedWording(2, new, {"a": new})])

    stayed = "".join(run.text for run in made if run.origin == FIRST)
    assert len(tokens(stayed)) <= len(tokens(old))
    assert {run.origin for run in made} <= {FIRST, Origin(2, ("a",))}
    if old == new or not compare(old, new):
        assert {run.origin for run in made} <= {FIRST}


@settings(deadline=None)
@given(TEXT, st.lists(TEXT, min_size=1, max_size=3))
def test_what_was_merged_without_conflict_is_of_those_who_wanted_it(
    base: str, proposals: list[str]
) -> None:
    offers = {f"p{place}": text for place, text in enumerate(proposals)}
    merged = compose(base, proposals)
    made = trace([TracedWording(1, base), TracedWording(2, merged.text, offers)])

    if len(proposals) == 1:
        assert {run.origin for run in made} <= {FIRST, Origin(2, ("p0",))}
    assert "".join(run.text for run in made) == merged.text
