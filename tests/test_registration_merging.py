"""A registration merged into an entry: ties, contact and names come along, nothing is lost."""

import json
from dataclasses import replace

import pytest

from accounts.identity import GUEST, OPERATOR
from data.cities import import_network
from data.city_files import read_city
from data.entry_writing import write_entry
from data.organizations import find_organizations, organization, organizations
from data.registration_inbox import registration
from data.registration_merging import merge
from data.registrations import submit
from data.roster import contacts, roster
from data.store import Conflict, Store
from network.organization import Organization
from network.registration import SubmittedRegistration, parse_registration
from network.registration_joined import Holds
from tests.conftest import COORDINATOR
from tests.writing_verbs import CITY
from tests.writing_verbs_inbox import an_entry, plain_words


@pytest.fixture
def city(store: Store) -> dict[str, str]:
    return import_network(store, OPERATOR, read_city(CITY))


def sent(store: Store, city: dict[str, str], **more: object) -> SubmittedRegistration:
    typed = {
        "name": "Nachbarn helfen",
        "classification": "association",
        "contact_name": "Erika Beispiel",
        "contact_email": "kontakt@nachbarn.example.org",
        "consent": True,
        "group_ids": (city["ag"],),
        "partner_ids": (city["verein"],),
        "languages": "Farsi",
        "district": "Nord",
    }
    new = submit(store, GUEST, parse_registration({**typed, **more}))
    return registration(store, COORDINATOR, new.id)


def merged(
    store: Store, new: SubmittedRegistration, entry: Organization, **holds: Holds
) -> Organization:
    return merge(store, COORDINATOR, new.id, entry, holds, plain_words, expected=new.revision)


def test_the_entry_says_what_was_chosen_and_is_found_by_both_names(
    store: Store, city: dict[str, str]
) -> None:
    entry = an_entry(store, name="Nachbarschaft Mitte", district="Mitte", languages=("Arabisch",))
    new = sent(store, city, name="Sprachhaus am Kanal")

    made = merged(
        store, new, entry, name=Holds.REGISTERED, languages=Holds.BOTH, district=Holds.ENTRY
    )

    assert (made.name, made.other_names) == ("Sprachhaus am Kanal", ("Nachbarschaft Mitte",))
    assert (made.languages, made.district) == (("Arabisch", "Farsi"), "Mitte")
    assert "Anmeldung vom" in made.sources[-1]
    (kept,) = store.find("entry_changes", organization_id=entry.id)
    assert json.loads(kept["before"]) == {"name": "Nachbarschaft Mitte", "languages": ["Arabisch"]}
    assert json.loads(kept["after"])["languages"] == ["Arabisch", "Farsi"]
    for typed in ("Sprachhaus", "Nachbarschaft Mitte"):
        assert [each.id for each in find_organizations(store, typed)] == [entry.id]
    assert registration(store, COORDINATOR, new.id).organization_id == entry.id


def test_what_the_entry_had_stays(store: Store, city: dict[str, str]) -> None:
    entry = organization(store, city["verein"])
    before, count = roster(store), len(organizations(store))

    merged(store, sent(store, city), entry)

    after = roster(store)
    assert len(organizations(store)) == count
    assert {each.id for each in before.memberships} <= {each.id for each in after.memberships}
    assert {each.id for each in before.relations} <= {each.id for each in after.relations}


def test_ties_come_along_once_and_never_to_itself(store: Store, city: dict[str, str]) -> None:
    entry = an_entry(store)
    for _again in range(2):
        present = organization(store, entry.id)
        new = sent(store, city, partner_ids=(city["verein"], entry.id))
        merged(store, new, present)

    relations = [
        each for each in roster(store).relations if entry.id in (each.subject_id, each.object_id)
    ]
    groups = [each for each in roster(store).memberships if each.member_organization_id == entry.id]
    assert [(each.subject_id, each.object_id) for each in relations] == [(entry.id, city["verein"])]
    assert [each.organization_id for each in groups] == [city["ag"]]


@pytest.mark.parametrize(
    ("name", "email", "names"),
    [
        ("Max Muster", "max@nachbarn.example.org", {"Erika", "Max Muster"}),
        ("Max Muster", "erika@nachbarn.example.org", {"Erika", "Max Muster"}),
        ("ERIKA", "Erika@nachbarn.example.org", {"Erika"}),
        ("", "erika@nachbarn.example.org", {"Erika"}),
    ],
)
def test_the_contact_person_is_added_unless_it_is_the_same_one(
    store: Store, city: dict[str, str], name: str, email: str, names: set[str]
) -> None:
    entry = an_entry(store)
    new = sent(store, city, contact_name=name, contact_email=email, contact_phone="0331 1")

    merged(store, new, entry)

    found = contacts(store, COORDINATOR, entry.id)
    assert {each.name for each in found} == names
    renewed = [each for each in found if each.email.casefold() == email.casefold() and each.phone]
    assert [each.consent_text for each in renewed] == [new.consent_version]


def test_consent_that_was_given_last_counts(store: Store, city: dict[str, str]) -> None:
    entry = an_entry(store)
    for public in (True, False):
        new = sent(
            store, city, contact_name="Erika", contact_email="erika@nachbarn.example.org",
            contact_public=public,
        )  # fmt: skip
        merged(store, new, organization(store, entry.id))

        assert [each.public for each in contacts(store, COORDINATOR, entry.id)] == [public]


def test_an_entry_that_was_changed_meanwhile_is_not_overwritten(
    store: Store, city: dict[str, str]
) -> None:
    entry = an_entry(store)
    new = sent(store, city)
    write_entry(store, entry, replace(entry, district="Süd"))

    with pytest.raises(Conflict) as conflict:
        merged(store, new, entry, district=Holds.REGISTERED)

    assert conflict.value.current["district"] == "Süd"
    assert registration(store, COORDINATOR, new.id).revision == new.revision


def test_nothing_is_merged_into_an_entry_that_is_gone(store: Store, city: dict[str, str]) -> None:
    entry, new = an_entry(store), sent(store, city)
    row = store.update(
        "organizations", entry.id, {"merged_into_id": city["verein"]}, expected=entry.revision
    )

    with pytest.raises(Conflict):
        merged(store, new, replace(entry, revision=row["revision"]))
