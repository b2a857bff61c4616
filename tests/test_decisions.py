"""From a section read to a decided text: review, proposal, decision, next wording."""

from datetime import date, timedelta

import pytest

from accounts.identity import OPERATOR
from concept_review.currency import Currency
from concept_review.decision import DecisionResult
from concept_review.outline import text_of_blocks
from concept_review.proposal import Proposal
from concept_review.proposal_steps import ProposalState
from concept_review.review import Verdict
from concept_review.section import Section
from data import concepts, decisions, reviews
from data.clock import today
from data.standings import standings
from data.store import Conflict, Store
from tests.conftest import STAFF
from tests.proposal_walk import accept, again, decided, propose_on, tabled
from tests.writing_verbs import a_proposal, a_section, wording


def propose(store: Store, section: Section, text: str, title: str = "Ziele") -> Proposal:
    return propose_on(store, section, wording(text, title))


def currency(store: Store, section: Section, day: date | None = None) -> Currency:
    found = standings(store, section.concept_id, day)
    return next(each.standing.currency for each in found if each.section.id == section.id)


def say_current(store: Store, section: Section) -> None:
    present = concepts.section(store, section.id)
    reviews.review(
        store, STAFF, section.id, Verdict.STILL_CURRENT, "Gilt trotz offener Vorschläge.",
        fingerprint=present.fingerprint,
    )  # fmt: skip


def test_import_is_no_review(store: Store) -> None:
    assert currency(store, a_section(store)) is Currency.NEVER


def test_a_reviewed_section_is_current_until_its_time_is_over(store: Store) -> None:
    section = a_section(store)

    say_current(store, section)

    assert currency(store, section) is Currency.CURRENT
    assert currency(store, section, today() + timedelta(days=350)) is Currency.DUE_SOON
    assert currency(store, section, today() + timedelta(days=400)) is Currency.OVERDUE


def test_needing_change_takes_a_reason(store: Store) -> None:
    section = a_section(store)

    with pytest.raises(reviews.InvalidReview):
        reviews.review(
            store, STAFF, section.id, Verdict.SUBSTANTIVE, " ", fingerprint=section.fingerprint
        )
    assert currency(store, section) is Currency.NEVER

    reviews.review(
        store, STAFF, section.id, Verdict.SUBSTANTIVE, "Zahl", fingerprint=section.fingerprint,
        promised_on=today(),
    )  # fmt: skip
    assert currency(store, section) is Currency.ACTION_NEEDED


def test_an_accepted_proposal_is_the_next_wording_and_its_review_is_stale(store: Store) -> None:
    proposal = a_proposal(store)
    before = concepts.section(store, proposal.section_id)
    say_current(store, before)

    accept(store, proposal)

    after = concepts.section(store, before.id)
    assert text_of_blocks(after.blocks) == "Alle finden eine gute Wohnung."
    assert (after.number, after.label) == (before.number + 1, before.label)
    assert after.blocks[0].id == before.blocks[0].id
    assert currency(store, after) is Currency.STALE_TEXT
    say_current(store, after)
    assert currency(store, after) is Currency.CURRENT


def test_every_wording_stays_readable(store: Store) -> None:
    proposal = a_proposal(store)
    accept(store, proposal)

    texts = [
        text_of_blocks(each.blocks) for each, _ in concepts.wordings(store, proposal.section_id)
    ]

    assert texts == ["Alle finden eine gute Wohnung.", "Alle finden eine Wohnung."]


def test_only_the_changed_section_gets_a_new_wording(store: Store) -> None:
    proposal = a_proposal(store)
    concept = concepts.concepts(store)[0]
    other = concepts.sections(store, concept.id)[1]
    say_current(store, other)

    accept(store, proposal)

    assert concepts.section(store, other.id) == other
    assert currency(store, other) is Currency.CURRENT
    assert [each.number for each in concepts.versions(store, concept.id)] == [2, 1]


def test_a_rejected_proposal_changes_no_text(store: Store) -> None:
    proposal = a_proposal(store)
    before = concepts.section(store, proposal.section_id)

    (waiting,) = tabled(store, proposal)
    decided(store, waiting, DecisionResult.REJECTED)

    assert concepts.section(store, before.id) == before
    assert again(store, proposal).state is ProposalState.DECIDED
    decision = decisions.decision_on(store, proposal.id)
    assert decision is not None
    assert decision.result is DecisionResult.REJECTED


def test_disjoint_changes_are_carried_over(store: Store) -> None:
    section = a_section(store)
    first = propose(store, section, "Alle finden bald eine Wohnung.")
    second = propose(store, section, "Alle finden eine Wohnung in Potsdam.")
    accept(store, first)

    accept(store, second)

    present = concepts.section(store, section.id)
    assert text_of_blocks(present.blocks) == "Alle finden bald eine Wohnung in Potsdam."


def test_a_proposal_on_a_text_that_changed_meanwhile_is_refused(store: Store) -> None:
    proposal = a_proposal(store)
    old = concepts.section(store, proposal.section_id)
    accept(store, proposal)

    with pytest.raises(Conflict):
        propose(store, old, "Noch anders.")


def test_a_concept_that_cannot_be_read_leaves_nothing(store: Store) -> None:
    for source in (b"", b"Nur Text ohne jede Ueberschrift.", b"\xff\xfe\x00"):
        with pytest.raises(ValueError, match=r"empty|no_headings|not_utf8"):
            concepts.import_concept(store, OPERATOR, source)

    assert concepts.concepts(store) == []
