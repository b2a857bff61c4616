"""The ties that a registration states: the other side is asked, once, with the decision."""

import pytest

from accounts.identity import GUEST
from data.letters import Letter
from data.merges import merge as merge_entries
from data.organizations import organization
from data.registration_decisions import confirm
from data.registration_inbox import registration
from data.registration_merging import merge
from data.registrations import submit
from data.store import Row, Store
from data.tie_letters import answer_by_link
from data.ties import Outcome
from network.graph import Confirmation
from network.organization import Classification
from network.registration import SubmittedRegistration, parse_registration
from tests.conftest import COORDINATOR
from tests.test_change import content
from tests.writing_verbs_inbox import an_entry, plain_words
from views.letters import compose


def a_newcomer(store: Store, **ties: tuple[str, ...]) -> SubmittedRegistration:
    typed = {
        "name": "Sprachcafé am Kanal",
        "classification": "initiative",
        "contact_email": "kontakt@sprachcafe.example.org",
        "consent": True,
        **ties,
    }
    new = submit(store, GUEST, parse_registration(typed))
    return registration(store, COORDINATOR, new.id)


def asked(store: Store) -> list[Row]:
    return [each for each in store.find("mails") if each["purpose"] == "tie_stated"]


@pytest.mark.parametrize("joined", [False, True])
def test_whoever_is_named_is_asked_and_can_confirm_by_the_link(store: Store, joined: bool) -> None:
    group = an_entry(store, name="AG Sprache", classification=Classification.WORKING_GROUP)
    partner = an_entry(store, name="Bibliothek")
    new = a_newcomer(store, group_ids=(group.id,), partner_ids=(partner.id,))

    if joined:
        entry = an_entry(store, name="Sprachcafé")
        made = merge(store, COORDINATOR, new.id, entry, {}, compose, expected=new.revision)
    else:
        made = confirm(store, COORDINATOR, new.id, compose, expected=new.revision)

    assert sorted(each["subject_id"] for each in asked(store)) == sorted((group.id, partner.id))
    assert all(made.name in each["body"] for each in asked(store))
    (to_partner,) = [each for each in asked(store) if each["subject_id"] == partner.id]
    answered = answer_by_link(store, to_partner["secret"], Outcome.CONFIRMED, expected=1)
    assert answered.standing is Confirmation.CONFIRMED


def test_an_entry_that_was_merged_meanwhile_is_tied_as_what_it_is_now(store: Store) -> None:
    partner, now = an_entry(store, name="Bibliothek"), an_entry(store, name="Stadtbibliothek")
    new = a_newcomer(store, partner_ids=(partner.id, now.id))
    merge_entries(
        store, COORDINATOR, partner.id, now.id,
        expected_gone=partner.revision, expected_kept=now.revision,
    )  # fmt: skip

    led_on = registration(store, COORDINATOR, new.id)
    made = confirm(store, COORDINATOR, new.id, plain_words, expected=led_on.revision)

    (tie,) = store.find("relations")
    assert (tie["subject_id"], tie["object_id"]) == (made.id, now.id)
    assert {each["subject_id"] for each in asked(store)} == {now.id}


def test_without_the_mail_nothing_is_published(store: Store) -> None:
    partner = an_entry(store, name="Bibliothek")
    new = a_newcomer(store, partner_ids=(partner.id,))
    before = content(store)

    def broken(_store: Store, letter: Letter) -> tuple[str, str]:
        if letter.name == partner.name:
            raise RuntimeError("no words")
        return "", ""

    with pytest.raises(RuntimeError):
        confirm(store, COORDINATOR, new.id, broken, expected=new.revision)
    assert content(store) == before
    assert organization(store, partner.id) == partner
