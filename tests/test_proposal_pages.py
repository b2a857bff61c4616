"""Proposals on their pages: lists and flags, the steps of the table as buttons, several at once."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Final

import pytest
from streamlit.testing.v1 import AppTest

from accounts.identity import OPERATOR, Identity, Role
from concept_review.decision import Competence, DecisionResult
from concept_review.outline import blocks_of_text
from concept_review.proposal import Proposal
from concept_review.proposal_stage import sensible
from concept_review.proposal_steps import ProposalAction, ProposalState, ProposalStep
from concept_review.rebase import Wording
from concept_review.section import Section
from data import concepts, decisions
from data.accounts import add_account
from data.clock import today
from data.incorporation import publish
from data.proposal_acts import capacities_on
from data.sessions import redeem, session_of, who_is
from data.store import Store
from tests.conftest import COORDINATOR, ROOT, STAFF
from tests.proposal_walk import (
    a_decision,
    accept,
    again,
    decided,
    propose_on,
    step,
    tabled,
)
from tests.test_pages import turn_to
from views.proposal_step_form import ON_PAPERS
from views.proposal_words import ACTIONS
from views.words import _, speaking

A, S = ProposalAction, ProposalState
ROLES: Final = (Role.ORG_EDITOR, Role.STAFF, Role.COORDINATOR, Role.CLERK)
WHY: Final = ProposalStep(reason="Bitte kürzer.")


def reader(store: Store, role: Role) -> tuple[AppTest, Identity]:
    """Open the app as somebody who has signed in, who works for the unit that is asked to sign."""
    unit = store.find("organizations")[0]["id"]
    invitation = add_account(store, OPERATOR, "Jemand", role.value, role, unit)
    signed_in = redeem(store, invitation.token, "ein langes Passwort")
    opened = AppTest.from_file(ROOT / "app.py", default_timeout=60)
    opened.user = {"session": session_of(store, signed_in.token)}
    opened.run()
    return opened, who_is(store, opened.user["session"])


def a_section(store: Store, number: int = 0) -> Section:
    text = concepts.sections(store, concepts.concepts(store)[0].id)
    return [each for each in text if each.reviewable][number]


def reworded(section: Section, text: str) -> Wording:
    return Wording(section.title, (*section.blocks[:-1], *blocks_of_text(text)))


def offered(store: Store, text: str = "Neu.", actor: Identity = STAFF, **more: object) -> Proposal:
    section = a_section(store)
    wording = reworded(section, text)
    return propose_on(store, section, wording, actor=actor, **more)  # type: ignore[arg-type]


def to_sign(store: Store, proposal: Proposal) -> Proposal:
    unit = store.find("organizations")[0]["id"]
    step(store, proposal, A.ADMIT)
    asked = ProposalStep(organization_ids=(unit,), day=today() + timedelta(days=7))
    return step(store, proposal, A.REQUEST_COSIGN, asked)


def published(store: Store, proposal: Proposal) -> None:
    version = accept(store, proposal)
    publish(store, COORDINATOR, version.id, today(), expected=version.revision)


def settled(store: Store, proposal: Proposal) -> None:
    now = step(store, proposal, A.ADMIT)
    record = a_decision(
        now, DecisionResult.ACCEPTED, competence=Competence.ADMINISTRATION, body="", reference=""
    )
    present = concepts.section(store, now.section_id)
    decisions.decide(
        store, replace(COORDINATOR, id="second"), record,
        expected=now.revision, against_version_id=present.version_id,
    )  # fmt: skip


def adjourned(store: Store, proposal: Proposal) -> None:
    (before,) = tabled(store, proposal)
    decided(store, before, DecisionResult.ADJOURNED, resubmit_on=today())


WALKS: Final[Mapping[str, Callable[[Store, Proposal], object]]] = {
    "submitted": lambda _store, _proposal: None,
    "returned": lambda store, each: step(store, each, A.RETURN, WHY),
    "inadmissible": lambda store, each: step(store, each, A.EXCLUDE, WHY),
    "discussion": lambda store, each: step(store, each, A.ADMIT),
    "cosign": to_sign,
    "tabled": tabled,
    "adopted": lambda store, each: decided(store, tabled(store, each)[0]),
    "adjourned": adjourned,
    "settled": settled,
    "incorporated": accept,
    "in_force": published,
    "withdrawn": lambda store, each: step(store, each, A.WITHDRAW),
}


def buttons_of(opened: AppTest) -> set[ProposalAction]:
    """Return the actions for which the page of a proposal has a button."""
    keys = [str(each.key) for each in opened.button if str(each.key).startswith("do_step_")]
    by_length = sorted(A, key=lambda each: -len(each.value))
    return {
        next(each for each in by_length if key.startswith(f"do_step_{each.value}_")) for key in keys
    }


def links_of(opened: AppTest) -> set[ProposalAction]:
    with speaking("de"):
        labels = {str(each.value) for each in opened.page_link}
        return {each for each in ON_PAPERS if _(ACTIONS[each]) in labels}


@pytest.mark.parametrize("own", [False, True])
@pytest.mark.parametrize("editorial", [False, True])
@pytest.mark.parametrize("role", ROLES)
def test_the_buttons_are_the_steps_of_the_table(
    demo_store: Store, role: Role, *, editorial: bool, own: bool
) -> None:
    opened, person = reader(demo_store, role)
    for name, walk in WALKS.items():
        if own and role is Role.CLERK:
            continue
        section = a_section(demo_store)
        made = propose_on(
            demo_store, section, reworded(section, f"Neu: {name}."),
            actor=person if own else STAFF, editorial=editorial or name == "settled",
        )  # fmt: skip
        walk(demo_store, made)
        now = again(demo_store, made)

        shown = turn_to(opened, "proposals", id=made.id)

        held = capacities_on(demo_store, person, now)
        wanted = set(sensible(now, held, stale=False))
        assert buttons_of(shown) | links_of(shown) == wanted, name
        assert buttons_of(shown).isdisjoint(ON_PAPERS)
        assert not shown.error
