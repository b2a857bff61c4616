"""Proposals of citizens: only while switched on, so many in an hour, and as little as possible."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts.identity import GUEST, Identity, Role
from accounts.permissions import NotPermitted
from concept_review.proposal import InvalidProposal
from concept_review.proposal_steps import ProposalState
from concept_review.section import Section
from data import citizen_proposals, events
from data.citizen_proposals import propose_as_citizen
from data.citizens import (
    NAME_LIMIT,
    Citizen,
    InvalidCitizen,
    citizen_address,
    parse_citizen,
)
from data.clock import now, timestamp
from data.limits import LIMITS, Form, TooMany
from data.proposals import proposal, proposals
from data.store import AlreadyDone, Store
from data.switches import Setting, Switch, set_switch, setting
from tests.conftest import COORDINATOR, STAFF
from tests.writing_verbs import a_section
from tests.writing_verbs_discussion import CITIZEN, PROPOSED, switch_on

CLERK = Identity("clerk", "Gremiendienst", Role.CLERK)


HOURLY_LIMIT = LIMITS[Form.CITIZEN_PROPOSAL].in_all or 0


def an_hour_ago() -> str:
    return timestamp(now() - timedelta(minutes=61))


def propose(
    store: Store, section: Section, citizen: Citizen = CITIZEN, key: str = "", address: str = ""
) -> str:
    return propose_as_citizen(
        store, GUEST, section.id, PROPOSED, citizen,
        base_version_id=section.version_id, address=address, key=key or None,
    )  # fmt: skip


def test_it_is_off_until_the_coordination_switches_it_on(store: Store) -> None:
    section = a_section(store)
    assert setting(store, Switch.CITIZEN_PROPOSALS) == Setting(Switch.CITIZEN_PROPOSALS)

    with pytest.raises(NotPermitted):
        propose(store, section)
    assert not citizen_proposals.may_propose_as_citizen(store, GUEST)

    switch_on(store)
    assert citizen_proposals.may_propose_as_citizen(store, GUEST)
    propose(store, section)


def test_switched_off_again_nothing_more_is_taken_and_nothing_is_lost(store: Store) -> None:
    section = a_section(store)
    switch_on(store)
    kept = propose(store, section)

    set_switch(store, COORDINATOR, Switch.CITIZEN_PROPOSALS, is_on=False, expected=1)

    with pytest.raises(NotPermitted):
        propose(store, section)
    assert [each.id for each in proposals(store, STAFF)] == [kept]


def test_a_proposal_of_a_citizen_is_one_like_others_and_bears_the_name(store: Store) -> None:
    section = a_section(store)
    switch_on(store)

    kept = proposal(store, STAFF, propose(store, section))

    assert (kept.state, kept.section_id) == (ProposalState.SUBMITTED, section.id)
    assert (kept.author_id, kept.author_name) == (GUEST.id, "Ada Beispiel")
    assert kept.blocks[0].text == "Wohnungen für alle."
    assert kept.organization_id is None


def test_the_address_is_for_those_who_may_see_contacts(store: Store) -> None:
    section = a_section(store)
    switch_on(store)
    kept, nameless = propose(store, section), propose(store, section, Citizen())

    assert citizen_address(store, STAFF, kept) == "ada@example.org"
    assert citizen_address(store, STAFF, nameless) == ""
    assert proposal(store, STAFF, nameless).author_name == ""
    for stranger in (GUEST, CLERK):
        with pytest.raises(NotPermitted):
            citizen_address(store, stranger, kept)
    assert "Ada" not in "".join(each.detail for each in events.events(store))
    assert "ada@" not in str(store.find("proposals"))


def test_only_so_many_are_taken_in_one_hour(store: Store) -> None:
    section = a_section(store)
    switch_on(store)
    for number in range(HOURLY_LIMIT):
        propose(store, section, address=f"192.0.2.{number}")

    with pytest.raises(TooMany):
        propose(store, section, address="192.0.2.99")

    oldest = store.find("tries", order="at")[0]["at"]
    store.delete("tries", at=oldest)
    store.insert("tries", {"form": "citizen_proposal", "source": "x", "at": an_hour_ago()})
    propose(store, section, address="192.0.2.99")
    with pytest.raises(TooMany):
        propose(store, section, address="192.0.2.99")


def test_one_address_leaves_room_for_others(store: Store) -> None:
    section = a_section(store)
    switch_on(store)
    with pytest.raises(TooMany):
        for _ in range(HOURLY_LIMIT):
            propose(store, section, address="192.0.2.1")

    propose(store, section, address="192.0.2.2")


def test_proposals_of_staff_do_not_use_up_the_hour(store: Store) -> None:
    section = a_section(store)
    switch_on(store)
    for number in range(HOURLY_LIMIT - 1):
        propose(store, section, address=f"192.0.2.{number}")

    with pytest.raises(NotPermitted):
        propose_as_citizen(
            store, STAFF, section.id, PROPOSED, CITIZEN, base_version_id=section.version_id
        )
    propose(store, section)


def test_what_cannot_be_proposed_by_others_cannot_be_proposed_by_citizens(store: Store) -> None:
    section = a_section(store)
    switch_on(store)

    with pytest.raises(InvalidProposal):
        propose_as_citizen(
            store, GUEST, section.id, replace(PROPOSED, headline=""), CITIZEN,
            base_version_id=section.version_id,
        )  # fmt: skip
    assert store.find("citizen_contacts") == []


def test_a_form_is_saved_once(store: Store) -> None:
    section = a_section(store)
    switch_on(store)
    propose(store, section, key="form")

    with pytest.raises(AlreadyDone):
        propose(store, section, key="form")


@pytest.mark.parametrize(
    ("name", "email", "trap", "errors"),
    [
        ("x" * (NAME_LIMIT + 1), "", "", {"name": "too_long"}),
        ("", "kein-at", "", {"email": "email_address"}),
        ("", "", "http://kaufen.example", {"trap": "must_stay_empty"}),
        ("", "a@b", " ", {"email": "email_address", "trap": "must_stay_empty"}),
    ],
)
def test_what_is_wrong_about_the_author_is_named_field_by_field(
    name: str, email: str, trap: str, errors: dict[str, str]
) -> None:
    with pytest.raises(InvalidCitizen) as invalid:
        parse_citizen(name, email, trap)

    assert invalid.value.errors == errors


@given(st.text(max_size=NAME_LIMIT))
def test_a_name_is_one_line_and_no_name_is_no_fault(name: str) -> None:
    assert "\n" not in parse_citizen(name, "").name
    assert parse_citizen("", " ada@example.org ") == Citizen("", "ada@example.org")
