"""Several registrations at once: what can be done is done, and the rest is named with a reason."""

import pytest

from accounts.permissions import NotPermitted
from data.events import events
from data.organizations import organizations
from data.registration_batches import Hindrance, Outcome, confirm_each, reject_each
from data.registration_decisions import reject
from data.registration_inbox import Tray, registration, sizes
from data.store import Store
from tests.conftest import COORDINATOR, STAFF
from tests.test_change import content
from tests.test_registration_inbox import put
from tests.writing_verbs_inbox import an_entry, plain_words


def by_name(outcomes: tuple[Outcome, ...]) -> dict[str, Hindrance | None]:
    return {each.name: each.hindrance for each in outcomes}


def test_only_those_that_need_no_closer_look_are_confirmed(store: Store) -> None:
    an_entry(store, name="Nachbarn helfen e. V.")
    chosen = [
        (put(store, "Sprachcafé am Kanal", 1), 1),
        (put(store, "Nachbarn helfen", 2), 1),
        (put(store, "Lesepaten Süd", 3), 1),
        (put(store, "Lesepaten Süd e. V.", 4), 1),
        (put(store, "Unbestätigt", 5, email_confirmed_at=None), 1),
        (put(store, "Inzwischen anders", 6), 7),
        ("erfunden", 1),
    ]
    logged = len(events(store))

    done = confirm_each(store, COORDINATOR, chosen, plain_words, key="form")

    assert by_name(done) == {
        "Sprachcafé am Kanal": None,
        "Nachbarn helfen": Hindrance.DUPLICATE,
        "Lesepaten Süd": Hindrance.TWIN,
        "Lesepaten Süd e. V.": Hindrance.TWIN,
        "Unbestätigt": Hindrance.UNCONFIRMED,
        "Inzwischen anders": Hindrance.CHANGED,
        "": Hindrance.GONE,
    }
    assert [each.subject_id for each in events(store)[logged:]] == [chosen[0][0]]
    assert "Sprachcafé am Kanal" in {each.name for each in organizations(store)}
    assert [mail["purpose"] for mail in store.find("mails")] == ["published"]


def test_many_are_rejected_each_with_its_event_and_its_mail(store: Store) -> None:
    chosen = [(put(store, f"Werbung {number}", number), 1) for number in range(20)]
    reject(store, COORDINATOR, chosen[3][0], "Schon", plain_words, expected=1)
    logged = len(events(store))

    done = reject_each(store, COORDINATOR, chosen, "Werbung", plain_words, key="form")

    assert [each.registration_id for each in done if each.hindrance] == [chosen[3][0]]
    assert len(events(store)) == logged + 19
    assert sizes(store, COORDINATOR)[Tray.DECIDED] == 20
    assert registration(store, COORDINATOR, chosen[3][0]).reason == "Schon"
    assert len({mail["recipient"] for mail in store.find("mails")}) == 20


def test_a_second_click_on_the_same_form_decides_nothing_anew(store: Store) -> None:
    chosen = [(put(store, f"Runde {word}", n), 1) for n, word in enumerate(("Kanal", "Markt"))]
    first = confirm_each(store, COORDINATOR, chosen, plain_words, key="form")
    before = content(store)

    assert confirm_each(store, COORDINATOR, chosen, plain_words, key="form") == first
    assert content(store) == before


def test_who_may_not_decide_decides_on_none(store: Store) -> None:
    chosen = [(put(store, "Sprachcafé"), 1)]
    before = content(store)

    with pytest.raises(NotPermitted):
        reject_each(store, STAFF, chosen, "Werbung", plain_words, key="form")
    with pytest.raises(NotPermitted):
        confirm_each(store, STAFF, chosen, plain_words, key="form")

    assert content(store) == before


def test_of_two_with_nearly_the_same_name_only_the_first_is_published(store: Store) -> None:
    chosen = [
        (put(store, "Nachbarschaftshaus Schlaatz", 1), 1),
        (put(store, "Nachbarschafthaus Schlaats", 2), 1),
    ]

    done = confirm_each(store, COORDINATOR, chosen, plain_words, key="form")

    assert [each.hindrance for each in done] == [None, Hindrance.DUPLICATE]
    assert [each.name for each in organizations(store)] == ["Nachbarschaftshaus Schlaatz"]
