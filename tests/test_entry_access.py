"""Getting into an entry: asked by anybody, mailed to whom it belongs, used once, for one day."""

from datetime import timedelta

import pytest

from accounts.identity import GUEST, OPERATOR, Role
from accounts.permissions import NotPermitted
from data import contacts, entry_access, events, sessions
from data.accounts import InvalidEmail, add_account
from data.clock import now, timestamp
from data.limits import LIMITS, Form, TooMany
from data.store import NotFound, Store
from tests.conftest import COORDINATOR, STAFF
from tests.entry_stage import (
    EMAIL,
    a_contact,
    an_entry,
    asked,
    contact_of,
    editor_of,
    letter,
    opened,
    token_of,
)
from tests.writing_verbs import a_section
from tests.writing_verbs_discussion import invited


def test_who_asks_gets_a_link_to_each_entry_with_this_address(store: Store) -> None:
    one, two, other = an_entry(store), an_entry(store, "Chor"), an_entry(store, "Garten")
    contact_of(store, one)
    contact_of(store, two, language="en")
    contact_of(store, other, email="andere@example.org")

    asked(store, EMAIL.upper())

    mails = {row["subject"]: row for row in store.find("mails")}
    assert set(mails) == {one.name, "Chor"}
    assert {row["recipient"] for row in mails.values()} == {EMAIL}
    assert mails["Chor"]["language"] == "en"


def test_an_account_of_an_organisation_counts_as_well_unless_it_ended(store: Store) -> None:
    entry = an_entry(store)
    account = add_account(
        store, OPERATOR, "Ada", "ada", Role.ORG_EDITOR, entry.id, email="ada@example.org"
    ).account

    asked(store, "ada@example.org")
    assert len(store.find("mails")) == 1

    store.update("accounts", account.id, {"disabled_at": timestamp()}, expected=1)
    asked(store, "ada@example.org")
    assert len(store.find("mails")) == 1


def test_an_unknown_address_leaves_the_same_trace_and_no_mail(store: Store) -> None:
    contact_of(store, an_entry(store))

    asked(store, "niemand@example.org")
    asked(store)

    unknown, known = events.events(store)[-2:]
    assert (unknown.verb, unknown.actor) == (known.verb, known.actor) == ("requested", GUEST.id)
    assert [row["recipient"] for row in store.find("mails")] == [EMAIL]
    assert "niemand" not in unknown.detail
    assert EMAIL not in known.detail


@pytest.mark.parametrize(
    "alike", ["kontakt@sprachcafe.example.org ", "KONTAKT@sprachcafe.example.org"]
)
def test_a_mail_goes_to_the_address_as_it_is_kept(store: Store, alike: str) -> None:
    contact_of(store, an_entry(store))
    asked(store, alike)
    assert [row["recipient"] for row in store.find("mails")] == [EMAIL]


def test_letters_that_only_look_alike_are_another_address(store: Store) -> None:
    contact_of(store, an_entry(store))
    asked(store, "\N{KELVIN SIGN}ontakt@sprachcafe.example.org")
    assert store.find("mails") == []


def test_one_entry_alone_may_be_asked_for(store: Store) -> None:
    one, two = an_entry(store), an_entry(store, "Chor")
    contact_of(store, one)
    contact_of(store, two)

    asked(store, organization_id=two.id)

    assert [row["subject"] for row in store.find("mails")] == ["Chor"]


def test_what_is_no_address_is_refused_and_too_many_tries_are_stopped(store: Store) -> None:
    contact_of(store, an_entry(store))
    with pytest.raises(InvalidEmail):
        asked(store, "kein-at-zeichen")

    limit = LIMITS[Form.ENTRY_LINK].from_one
    for _ in range(limit):
        asked(store)
    with pytest.raises(TooMany):
        asked(store)

    asked(store, address="192.0.2.2")
    assert len(store.find("mails")) == entry_access.MOST_AN_HOUR


def test_a_link_opens_one_session_of_one_day_for_its_organisation(store: Store) -> None:
    entry = an_entry(store)
    contact_of(store, entry)
    asked(store)
    token = token_of(store)

    for _ in range(3):
        assert entry_access.open_link(store, token).id == entry.id
    signed_in = entry_access.take_part(store, token)

    assert signed_in.identity.role is Role.ORG_EDITOR
    assert signed_in.identity.organization_id == entry.id
    session_id = sessions.session_of(store, signed_in.token) or ""
    lasts = now().fromisoformat(store.get("sessions", session_id)["expires_at"]) - now()
    assert timedelta(hours=23) < lasts <= timedelta(days=1)
    for use in (entry_access.open_link, entry_access.take_part):
        with pytest.raises(NotFound):
            use(store, token)
    assert token not in str(store.find("entry_links"))


def test_a_link_ends_and_a_link_of_another_kind_opens_nothing(store: Store) -> None:
    entry = an_entry(store)
    contact_of(store, entry)
    asked(store)
    (link,) = store.find("entry_links")
    store.update("entry_links", link["id"], {"expires_at": timestamp()}, expected=link["revision"])

    with pytest.raises(NotFound):
        entry_access.take_part(store, token_of(store))
    with pytest.raises(NotFound):
        entry_access.take_part(store, invited(store, a_section(store), entry).rpartition("/")[2])
    assert store.find("sessions") == []


def test_the_same_address_keeps_one_account_also_with_links_to_join_in(store: Store) -> None:
    entry = an_entry(store)
    first, second = opened(store, entry), opened(store, entry)

    assert first.identity.id == second.identity.id
    invited(store, a_section(store), entry, EMAIL)
    assert len(store.find("accounts", organization_id=entry.id)) == 1


def test_a_link_to_a_merged_entry_opens_the_one_it_went_into(store: Store) -> None:
    gone, kept = an_entry(store), an_entry(store, "Haus der Sprachen")
    entry_access.send_link(store, COORDINATOR, gone.id, EMAIL, letter)
    token = token_of(store)
    store.update("organizations", gone.id, {"merged_into_id": kept.id}, expected=gone.revision)

    assert entry_access.take_part(store, token).identity.organization_id == kept.id


def test_only_the_coordination_sends_links(store: Store) -> None:
    entry = an_entry(store)
    for actor in (GUEST, editor_of(entry), STAFF):
        with pytest.raises(NotPermitted):
            entry_access.send_link(store, actor, entry.id, EMAIL, letter)


def test_removing_a_contact_person_ends_their_links_and_sessions(store: Store) -> None:
    entry = an_entry(store)
    person = contact_of(store, entry)
    asked(store)
    signed_in = entry_access.take_part(store, token_of(store))
    asked(store)
    token = token_of(store)

    contacts.remove_contact(
        store, editor_of(entry), entry.id, person.id, expected=person.revision + 1
    )

    assert sessions.session_of(store, signed_in.token) is None
    with pytest.raises(NotFound):
        entry_access.open_link(store, token)
    everything = str([store.find(each) for each in ("entry_links", "mails", "persons")])
    assert EMAIL not in everything


def test_who_removes_themselves_stays_until_the_day_is_over(store: Store) -> None:
    entry = an_entry(store)
    contact_of(store, entry)
    asked(store)
    signed_in = entry_access.take_part(store, token_of(store))
    (person,) = store.find("persons")

    contacts.remove_contact(
        store, signed_in.identity, entry.id, person["id"], expected=person["revision"]
    )

    assert sessions.session_of(store, signed_in.token)


def test_an_address_that_two_share_stays_while_one_is_left(store: Store) -> None:
    entry = an_entry(store)
    first = contact_of(store, entry)
    contacts.add_contact(store, editor_of(entry), entry.id, a_contact(name="Grace"))
    asked(store)

    contacts.remove_contact(
        store, editor_of(entry), entry.id, first.id, expected=first.revision + 1
    )

    assert entry_access.open_link(store, token_of(store)).id == entry.id
