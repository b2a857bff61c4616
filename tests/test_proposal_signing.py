"""Asking units to sign a proposal, and their answers, on its page."""

from datetime import timedelta

from accounts.identity import Role
from concept_review.proposal_steps import ProposalAction, ProposalState
from concept_review.task_records import Answer
from data.clock import today
from data.proposal_acts import reword
from data.proposal_history import proposal_cosignatures
from data.store import Store
from tests.conftest import STAFF
from tests.proposal_walk import again, offer, propose_on, step
from tests.test_pages import said, turn_to
from tests.test_proposal_forms import do, faults, field, first_word, swapped
from tests.test_proposal_pages import a_section, reader, to_sign

A, S = ProposalAction, ProposalState


def test_units_are_asked_to_sign_by_a_day(demo_store: Store) -> None:
    section = a_section(demo_store)
    made = propose_on(demo_store, section, swapped(section, first_word(section), "Neu"))
    step(demo_store, made, A.ADMIT)
    opened = turn_to(reader(demo_store, Role.COORDINATOR)[0], "proposals", id=made.id)
    units = field(opened, "multiselect", "organizations", A.REQUEST_COSIGN)

    units.select(units.options[0])
    field(opened, "date_input", "day", A.REQUEST_COSIGN).set_value(today() + timedelta(days=3))
    do(opened, A.REQUEST_COSIGN)

    (asked,) = proposal_cosignatures(demo_store, made.id)
    assert asked.due_on == today() + timedelta(days=3)
    assert again(demo_store, made).state is S.COSIGN


def test_a_unit_answers_and_a_new_revision_makes_it_void(demo_store: Store) -> None:
    section = a_section(demo_store)
    made = propose_on(demo_store, section, swapped(section, first_word(section), "Neu"))
    to_sign(demo_store, made)
    opened, _ = reader(demo_store, Role.STAFF)
    turn_to(opened, "proposals", id=made.id)
    (answer,) = [each for each in opened.radio if str(each.key).startswith("answer_")]
    answer.set_value(Answer.REFUSED)
    do(opened, A.COSIGN)
    assert "füllen Sie dieses Feld aus" in faults(opened)

    field(opened, "text_area", "why", A.COSIGN).set_value("Nicht finanziert.")
    do(opened, A.COSIGN)
    (asked,) = proposal_cosignatures(demo_store, made.id)
    assert asked.answer is Answer.REFUSED
    assert "Nicht finanziert." in said(opened)

    step(demo_store, made, A.END_COSIGN)
    now = again(demo_store, made)
    reword(
        demo_store, STAFF, made.id, offer(swapped(section, first_word(section), "Anders")),
        base_version_id=section.version_id, expected=now.revision,
    )  # fmt: skip
    turn_to(opened, "proposals", id=made.id)
    assert "ungültig: zu Fassung 1 gegeben" in said(opened)
