"""Taking over what was looked at: text and proposals together, or nothing at all."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from accounts.permissions import NotPermitted
from concept_review.outline import assemble, text_of_blocks
from concept_review.tracked import suggestions
from data import concepts, events
from data.intake import Intake, Suggested, take_over
from data.new_versions import import_version
from data.proposals import proposals
from data.store import AlreadyDone, Conflict, NotFound, Store
from data.successions import settle
from tests.conftest import COORDINATOR, STAFF
from tests.proposal_walk import accept
from tests.test_change import content
from tests.test_decisions import propose
from tests.test_tracked import body, changed, heading
from tests.versions import (
    DIVIDED,
    TEXT,
    UNSURE,
    an_open_pair,
    imported,
    named,
    plan,
    take,
)

PIECES = (
    heading("Konzept", 1),
    heading("Ziele", 2),
    body("Alle finden eine Wohnung."),
    heading("Wege", 2),
    body("Viele."),
)
MARKDOWN = "# Konzept\n\n## Ziele\n\nAlle finden eine Wohnung.\n\n## Wege\n\nViele.\n"
CHANGES = (
    changed(2, 3, "Alle finden bald eine Wohnung.", author="Ada"),
    changed(2, 3, "Alle finden eine gute Wohnung.", author="Bea"),
    changed(5, 5, "Und noch einer."),
)


def tracked() -> Intake:
    """Return an intake of a text with three changes."""
    found, left = suggestions(PIECES, CHANGES)
    assert left == []
    wanted = tuple(Suggested(each, f"Von {each.author}", "Aus der Datei.") for each in found)
    return Intake(outline=assemble(PIECES), file_name="konzept", suggested=wanted)


def test_a_text_is_taken_over_with_a_proposal_for_each_change(store: Store) -> None:
    taken = take_over(store, COORDINATOR, tracked())

    first, second = concepts.sections(store, taken.concept_id)
    assert text_of_blocks(first.blocks) == "Alle finden eine Wohnung."
    assert (taken.proposals, taken.refused) == (3, ())
    told = [
        (each.headline, text_of_blocks(each.blocks), each.section_id)
        for each in proposals(store, STAFF)
    ]
    assert told == [
        ("Von Ada", "Viele.\n\nUnd noch einer.", second.id),
        ("Von Bea", "Alle finden eine gute Wohnung.", first.id),
        ("Von Ada", "Alle finden bald eine Wohnung.", first.id),
    ]
    assert {each.base_version_id for each in proposals(store, STAFF)} == {
        first.version_id, second.version_id
    }  # fmt: skip


def test_a_change_that_changes_nothing_is_named_and_the_rest_is_kept(store: Store) -> None:
    wanted = tracked()
    same = replace(wanted.suggested[0].suggestion, blocks=(PIECES[2].block,))
    nothing = Suggested(same, "Von Ada", "Aus der Datei.")

    taken = take_over(store, COORDINATOR, replace(wanted, suggested=(*wanted.suggested, nothing)))
    assert (taken.proposals, taken.refused) == (3, (nothing,))
    assert len(proposals(store, STAFF)) == 3


@pytest.mark.parametrize("existing", [False, True])
def test_where_the_proposals_fail_the_text_is_not_taken_over_either(
    store: Store, *, existing: bool
) -> None:
    wanted = tracked()
    if existing:
        concept_id = take_over(store, COORDINATOR, tracked()).concept_id
        wanted = replace(wanted, plan=plan(store, concept_id, MARKDOWN))
    lost = replace(wanted.suggested[0].suggestion, place=2)
    broken = replace(wanted, suggested=(*wanted.suggested, Suggested(lost, "Von Ada", "Darum.")))
    before = content(store)

    with pytest.raises(IndexError):
        take_over(store, COORDINATOR, broken)
    assert content(store) == before


def test_who_may_not_import_takes_nothing_over(store: Store) -> None:
    with pytest.raises(NotPermitted):
        take_over(store, STAFF, tracked())
    assert concepts.concepts(store) == []
    assert events.events(store) == []


def test_a_double_click_takes_it_over_once(store: Store) -> None:
    taken = take_over(store, COORDINATOR, tracked(), key="form")

    with pytest.raises(AlreadyDone) as done:
        take_over(store, COORDINATOR, tracked(), key="form")
    assert done.value.subject_id == taken.concept_id
    assert len(concepts.concepts(store)) == 1
    assert len(proposals(store, STAFF)) == 3


def test_a_new_version_takes_its_proposals_along(store: Store) -> None:
    concept_id = take_over(store, COORDINATOR, tracked()).concept_id
    first = concepts.sections(store, concept_id)[0]
    again = replace(tracked(), plan=plan(store, concept_id, MARKDOWN))

    taken = take_over(store, COORDINATOR, again)
    assert (taken.concept_id, taken.proposals) == (concept_id, 3)
    assert concepts.sections(store, concept_id)[0].id == first.id
    assert len(proposals(store, STAFF, section_id=first.id)) == 4
    assert [each.label for each in concepts.versions(store, concept_id)] == ["konzept", ""]


def _decided(store: Store, concept_id: str) -> None:
    accept(store, propose(store, named(store, concept_id, "Wohnen"), "Neu.", "Wohnen"))


@pytest.mark.parametrize("other", [_decided, lambda store, c: take(store, c, TEXT)])
def test_a_plan_from_before_another_change_is_refused_whole(
    store: Store, other: Callable[[Store, str], object]
) -> None:
    concept_id = imported(store)
    planned = plan(store, concept_id, DIVIDED)
    other(store, concept_id)
    before = content(store)

    with pytest.raises(Conflict):
        import_version(store, COORDINATOR, planned, {})
    assert content(store) == before


ADDED = UNSURE + "\n### Ausbildung\n\nBetriebe bilden gemeinsam aus.\n"


@pytest.mark.parametrize(
    "text",
    [
        UNSURE,
        TEXT,
        ADDED,
    ],
)
def test_a_plan_from_before_a_pair_was_settled_tears_nothing_apart(store: Store, text: str) -> None:
    pair = an_open_pair(store)
    concept_id = concepts.concepts(store)[0].id
    planned = plan(store, concept_id, text)
    settle(store, COORDINATOR, pair.id, same=True, expected=pair.revision)

    try:
        import_version(store, COORDINATOR, planned, {})
    except Conflict:
        assert len(concepts.versions(store, concept_id)) == 2
    present = concepts.sections(store, concept_id)
    assert {each.parent_id for each in present} - {None} <= {each.id for each in present}


def test_what_is_no_concept_has_no_next_version(store: Store) -> None:
    with pytest.raises(NotFound):
        plan(store, "nothing", TEXT)


def test_a_new_text_above_all_replaces_the_notice_and_none_keeps_it(store: Store) -> None:
    concept_id = imported(store, TEXT.replace("\n## Wohnen", "\nEntwurf.\n\n## Wohnen"))
    first = concepts.concept(store, concept_id)
    take(store, concept_id, TEXT)
    assert concepts.concept(store, concept_id) == first

    take(store, concept_id, TEXT.replace("\n## Wohnen", "\nBeschlossen.\n\n## Wohnen"))
    present = concepts.concept(store, concept_id)
    assert replace(present, revision=0) == replace(first, notice="Beschlossen.", revision=0)
