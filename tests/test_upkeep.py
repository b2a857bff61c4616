"""Entries are asked about once a year, confirmed in one click, and marked when they are old."""

from datetime import date, timedelta

import pytest

from accounts.identity import OPERATOR, Identity, Role
from accounts.permissions import NotPermitted
from data.accounts import add_account
from data.clock import today
from data.entry_links import Purpose, usable
from data.events import events
from data.mails import Mail, mails
from data.merges import leads_to
from data.organizations import organization
from data.store import Conflict, NotFound, Store
from data.upkeep import (
    ask_if_still_right,
    confirm_by_link,
    confirm_entry,
    link_for_entry,
    open_by_link,
    possibly_outdated,
    standing,
)
from network.organization import Classification
from tests.conftest import COORDINATOR, STAFF
from tests.writing_verbs_upkeep import (
    EDITOR,
    OWN,
    a_contact,
    an_organization,
    long_ago,
    plain,
    two_clubs,
)


def asked(store: Store, day: date | None = None, most: int = 50) -> int:
    return ask_if_still_right(store, OPERATOR, plain, day, most)


def revision(store: Store, organization_id: str = OWN) -> int:
    return organization(store, organization_id).revision


def a_link(store: Store) -> str:
    """Ask the first club and return the secret of its mail."""
    two_clubs(store)
    long_ago(store, OWN)
    assert asked(store) == 1
    return the_mail(store).secret


def the_mail(store: Store) -> Mail:
    (mail,) = mails(store, COORDINATOR)
    return mail


def test_who_did_not_confirm_for_a_year_is_asked_once_by_mail(store: Store) -> None:
    two_clubs(store)
    assert asked(store) == 0
    long_ago(store, OWN)

    assert asked(store) == 1
    assert asked(store) == 0

    mail = the_mail(store)
    assert (mail.recipient, mail.subject) == ("eins@example.org", "still_right Verein Eins")
    assert usable(store, mail.secret, Purpose.STILL_RIGHT).organization_id == OWN


def test_without_an_answer_the_next_question_comes_eleven_months_later(store: Store) -> None:
    two_clubs(store)
    long_ago(store, OWN)
    asked(store)

    assert asked(store, today() + timedelta(days=330)) == 0
    assert asked(store, today() + timedelta(days=340)) == 1


def test_the_day_of_the_record_counts_where_nobody_ever_confirmed(store: Store) -> None:
    two_clubs(store)

    assert asked(store, today() + timedelta(days=364)) == 0
    assert asked(store, today() + timedelta(days=366)) == 2


def test_who_has_no_address_has_ended_or_was_merged_is_not_asked(store: Store) -> None:
    two_clubs(store)
    an_organization(store, "zu", "Verein Zu", end_date="2020")
    an_organization(store, "weg", "Verein Weg", merged_into_id=OWN)
    for each in ("zu", "weg"):
        a_contact(store, each, f"{each}@example.org")
    for each in (OWN, "ag-wohnen", "zu", "weg"):
        long_ago(store, each)

    assert asked(store) == 1
    assert the_mail(store).subject_id == OWN


def test_all_contact_persons_and_editors_are_asked_each_in_their_language(store: Store) -> None:
    two_clubs(store)
    a_contact(store, OWN, "english@example.org", "en")
    a_contact(store, OWN, "EINS@example.org")
    editor = add_account(store, COORDINATOR, "Eins", "eins", Role.ORG_EDITOR).account
    changes = {"organization_id": OWN, "email": "konto@example.org"}
    store.update("accounts", editor.id, changes, expected=1)
    long_ago(store, OWN)
    asked(store)

    found = {(each.recipient, each.language) for each in mails(store, COORDINATOR)}
    assert found == {
        ("eins@example.org", "de"),
        ("english@example.org", "en"),
        ("konto@example.org", "de"),
    }


def test_a_round_asks_only_so_many_the_oldest_first(store: Store) -> None:
    for number in range(5):
        an_organization(store, f"v{number}", f"Verein {number}")
        a_contact(store, f"v{number}", f"v{number}@example.org")
        long_ago(store, f"v{number}", 400 + number)

    assert [asked(store, None, 2) for _ in range(4)] == [2, 2, 1, 0]
    first_two = sorted(each.subject_id for each in mails(store, COORDINATOR)[-2:])
    assert first_two == ["v3", "v4"]


def test_only_who_may_remind_asks(store: Store) -> None:
    two_clubs(store)
    for actor in (STAFF, EDITOR):
        with pytest.raises(NotPermitted):
            ask_if_still_right(store, actor, plain)


def test_looking_changes_nothing_and_one_click_confirms_once(store: Store) -> None:
    token = a_link(store)
    before = len(events(store))
    assert link_for_entry(store, token).id == OWN
    assert len(events(store)) == before

    confirm_by_link(store, token, expected=revision(store))

    assert organization(store, OWN).confirmed_on == today()
    last = events(store)[-1]
    assert (last.verb, last.subject_id, last.actor[:5]) == ("confirmed", OWN, "link:")
    for use in (link_for_entry, open_by_link):
        with pytest.raises(NotFound):
            use(store, token)
    with pytest.raises(NotFound):
        confirm_by_link(store, token, expected=revision(store))


def test_nothing_but_the_day_changes_and_what_changed_meanwhile_is_not_confirmed(
    store: Store,
) -> None:
    token = a_link(store)
    before, shown = store.get("organizations", OWN), revision(store)
    store.update("organizations", OWN, {"district": "Babelsberg"}, expected=shown)
    with pytest.raises(Conflict):
        confirm_by_link(store, token, expected=shown)
    confirm_by_link(store, token, expected=shown + 1)

    after = store.get("organizations", OWN)
    counted = {"confirmed_on", "district", "revision", "modified_at"}
    assert {name for name in after if after[name] != before[name]} == counted


def test_a_link_can_lead_to_changing_the_entry_instead(store: Store) -> None:
    token = a_link(store)

    opening = open_by_link(store, token)

    link = usable(store, opening.token, Purpose.OPEN_ENTRY)
    assert (link.organization_id, link.email) == (OWN, "eins@example.org")
    with pytest.raises(NotFound):
        link_for_entry(store, token)
    assert organization(store, OWN).confirmed_on != today()


def test_links_of_another_purpose_and_made_up_ones_confirm_nothing(store: Store) -> None:
    token = open_by_link(store, a_link(store)).token
    for wrong in (token, "erfunden", ""):
        with pytest.raises(NotFound):
            confirm_by_link(store, wrong, expected=1)


def test_the_link_of_a_merged_entry_asks_about_the_one_it_became(store: Store) -> None:
    token = a_link(store)
    merged = {"merged_into_id": "verein-zwei"}
    store.update("organizations", OWN, merged, expected=revision(store))

    assert link_for_entry(store, token).id == "verein-zwei"
    confirm_by_link(store, token, expected=revision(store, "verein-zwei"))
    assert organization(store, "verein-zwei").confirmed_on == today()


def test_ids_lead_on_through_merges_of_merges_and_never_round_and_round(store: Store) -> None:
    for each in ("a", "b", "c"):
        an_organization(store, each, each)
    store.update("organizations", "a", {"merged_into_id": "b"}, expected=1)
    store.update("organizations", "b", {"merged_into_id": "c"}, expected=1)
    assert [leads_to(store, each) for each in ("a", "b", "c", "nie")] == ["c", "c", "c", None]

    store.update("organizations", "c", {"merged_into_id": "a"}, expected=1)
    assert leads_to(store, "a") is None


def test_editors_confirm_their_own_entry_and_the_coordination_any(store: Store) -> None:
    two_clubs(store)
    stranger = Identity("x", "X", Role.ORG_EDITOR, "verein-zwei")
    with pytest.raises(NotPermitted):
        confirm_entry(store, stranger, OWN, expected=1)
    confirm_entry(store, EDITOR, OWN, expected=1)
    confirm_entry(store, COORDINATOR, OWN, expected=2)
    assert standing(store, OWN).confirmed_on == today()


def test_two_years_without_a_word_make_an_entry_possibly_outdated(store: Store) -> None:
    two_clubs(store)
    an_organization(store, "zu", "Zu", Classification.PROJECT, end_date="2020")
    for each in (OWN, "zu"):
        long_ago(store, each, 800)
    assert possibly_outdated(store, today()) == {OWN}
    assert standing(store, OWN).possibly_outdated
    assert not standing(store, "zu").possibly_outdated

    confirm_entry(store, EDITOR, OWN, expected=revision(store))
    assert possibly_outdated(store, today()) == frozenset()
    later = today() + timedelta(days=735)
    assert possibly_outdated(store, later) == {OWN, "verein-zwei", "ag-wohnen"}


def test_the_day_of_a_record_is_that_of_the_city_not_of_greenwich(store: Store) -> None:
    an_organization(store, OWN, "Verein Eins")
    midnight = "2024-06-30T22:30:00.000000+00:00"  # the first of July in Potsdam
    store.update("organizations", OWN, {"created_at": midnight}, expected=1)

    assert standing(store, OWN).entered_on == date(2024, 7, 1)
    assert possibly_outdated(store, date(2026, 6, 30)) == frozenset()
    assert possibly_outdated(store, date(2026, 7, 1)) == {OWN}
