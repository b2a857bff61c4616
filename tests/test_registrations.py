"""From a registration to an organisation on the map."""

import pytest

from accounts.identity import GUEST, OPERATOR, Identity, Role
from accounts.permissions import NotPermitted
from data import registration_decisions, registration_inbox, registrations
from data.cities import import_network
from data.city_files import read_city
from data.organizations import find_organizations, organizations
from data.positions import positions
from data.roster import contacts, roster
from data.store import Conflict, Store
from network.graph import Confirmation, build_graph, ties_of
from network.organization import MembershipRole
from network.registration import (
    InvalidRegistration,
    Registration,
    RegistrationStatus,
    parse_registration,
)
from tests.conftest import COORDINATOR, STAFF
from tests.writing_verbs import CITY
from views.letters import compose


@pytest.fixture
def city(store: Store) -> dict[str, str]:
    """A small city; returns the id of each key."""
    return import_network(store, OPERATOR, read_city(CITY))


def typed(city: dict[str, str], **more: object) -> Registration:
    return parse_registration(
        {
            "name": "Sprachcafé am Kanal",
            "classification": "initiative",
            "contact_name": "Erika Beispiel",
            "contact_email": "kontakt@sprachcafe.example.org",
            "consent": True,
            "topic_ids": (city["kita"],),
            "group_ids": (city["ag"],),
            "partner_ids": (city["verein"],),
            "offers": "Sprachtandems\nRäume am Abend",
            **more,
        }
    )


def confirmed(store: Store, city: dict[str, str], **more: object) -> str:
    registrations.submit(store, GUEST, typed(city, **more))
    (sent,) = registrations.registrations(store, COORDINATOR)
    organization = registration_decisions.confirm(
        store, COORDINATOR, sent.id, compose, expected=sent.revision
    )
    return organization.id


def test_nothing_of_a_registration_is_public_before_it_is_confirmed(
    store: Store, city: dict[str, str]
) -> None:
    before = roster(store)

    registrations.submit(store, GUEST, typed(city))

    assert roster(store) == before
    assert find_organizations(store, "Sprachcafé") == []
    for stranger in (GUEST, STAFF):
        with pytest.raises(NotPermitted):
            registrations.registrations(store, stranger)


def test_a_confirmed_organisation_is_in_directory_search_and_map(
    store: Store, city: dict[str, str]
) -> None:
    known = positions(store)

    new = confirmed(store, city)

    assert new in {each.id for each in organizations(store)}
    for words in ("sprachcafe", "Kanal Sprach", "SPRACHCAFÉ"):
        assert [each.id for each in find_organizations(store, words)] == [new]
    assert new in positions(store)
    assert {node: positions(store)[node] for node in known} == known


def test_a_confirmed_organisation_is_tied_to_what_it_named(
    store: Store, city: dict[str, str]
) -> None:
    new = confirmed(store, city)

    ties = ties_of(build_graph(roster(store), as_of=None), new)

    assert {(tie.kind, tie.object_id) for tie in ties} == {
        ("member_of", city["ag"]),
        ("cooperates", city["verein"]),
    }
    assert {tie.role for tie in ties} == {MembershipRole.GUEST, ""}
    assert all("Anmeldung vom" in tie.sources[0] for tie in ties)
    assert {tie.confirmation for tie in ties} == {Confirmation.STATED}


def test_a_contact_person_is_shown_to_staff_and_not_to_the_public(
    store: Store, city: dict[str, str]
) -> None:
    new = confirmed(store, city)
    editor = Identity("editor", "", Role.ORG_EDITOR, "another organisation")

    assert contacts(store, GUEST, new) == []
    assert contacts(store, editor, new) == []
    assert contacts(store, STAFF, new)[0].email == "kontakt@sprachcafe.example.org"


def test_a_contact_person_who_agreed_is_public_and_the_consent_is_kept(
    store: Store, city: dict[str, str]
) -> None:
    new = confirmed(store, city, contact_public=True)

    (person,) = contacts(store, GUEST, new)

    assert person.name == "Erika Beispiel"
    assert person.consent_text
    assert person.consent_on is not None


def test_confirming_twice_makes_one_organisation(store: Store, city: dict[str, str]) -> None:
    registrations.submit(store, GUEST, typed(city))
    (sent,) = registrations.registrations(store, COORDINATOR)
    registration_decisions.confirm(store, COORDINATOR, sent.id, compose, expected=sent.revision)
    count = len(organizations(store))

    with pytest.raises(Conflict):
        registration_decisions.confirm(store, COORDINATOR, sent.id, compose, expected=sent.revision)

    assert len(organizations(store)) == count


def test_a_rejected_registration_leaves_the_inbox_with_its_reason(
    store: Store, city: dict[str, str]
) -> None:
    registrations.submit(store, GUEST, typed(city))
    (sent,) = registrations.registrations(store, COORDINATOR)

    registration_decisions.reject(
        store, COORDINATOR, sent.id, "Werbung", compose, expected=sent.revision
    )

    assert registrations.registrations(store, COORDINATOR) == []
    (kept,) = registrations.registrations(store, COORDINATOR, RegistrationStatus.REJECTED)
    assert kept.reason == "Werbung"


def test_what_is_named_must_exist_and_a_group_must_be_a_group(
    store: Store, city: dict[str, str]
) -> None:
    for field, value in (
        ("topic_ids", "nothing"),
        ("group_ids", city["verein"]),
        ("partner_ids", city["kita"]),
    ):
        with pytest.raises(InvalidRegistration) as invalid:
            registrations.submit(store, GUEST, typed(city, **{field: (value,)}))
        assert set(invalid.value.errors) == {field}

    assert registrations.registrations(store, COORDINATOR) == []


def test_likely_duplicates_stand_beside_a_registration(store: Store, city: dict[str, str]) -> None:
    registrations.submit(store, GUEST, typed(city, name="Nachbarn Helfen"))
    (sent,) = registrations.registrations(store, COORDINATOR)

    found = registration_inbox.duplicates_of(store, COORDINATOR, sent)

    assert [each.organization.name for each in found] == ["Nachbarn helfen e. V."]
