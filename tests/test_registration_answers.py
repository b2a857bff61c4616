"""Answers by link: once, about one registration, and back into the inbox."""

from datetime import timedelta

import pytest

from accounts.event import Verb
from data.clock import now, timestamp
from data.entry_links import Purpose, issue
from data.events import events
from data.registration_answers import ANSWER_LENGTH, answer, asked_by
from data.registration_decisions import ask_back, confirm
from data.registration_inbox import Tray, page_of, registration
from data.store import NotFound, Store
from network.registration import Registration, RegistrationStatus
from tests.conftest import COORDINATOR
from tests.test_change import content
from tests.test_registration_inbox import put
from tests.writing_verbs_inbox import plain_words


def asked(store: Store) -> tuple[str, str]:
    """Ask back about a registration; return its id and the secret of the link."""
    identifier = put(store, "Nachbarn", email_confirmed_at=None)
    ask_back(store, COORDINATOR, identifier, "Wo?", plain_words, expected=1)
    return identifier, str(store.find("mails")[-1]["secret"])


def corrected(store: Store, identifier: str, **more: object) -> Registration:
    return registration(store, COORDINATOR, identifier).content.model_copy(update=more)


def test_an_answer_puts_the_registration_back_with_what_was_corrected(store: Store) -> None:
    identifier, token = asked(store)

    answer(store, token, "In Nord.", corrected(store, identifier, district="Nord"))

    found = registration(store, COORDINATOR, identifier)
    assert found.status is RegistrationStatus.SUBMITTED
    assert (found.question, found.answer, found.content.district) == ("Wo?", "In Nord.", "Nord")
    assert found.answered_at is not None
    assert found.email_confirmed_at is not None
    assert [each.id for each in page_of(store, COORDINATOR, Tray.WAITING)[0]] == [identifier]
    last = events(store)[-1]
    assert (last.verb, last.subject_id) == (Verb.ANSWERED, identifier)
    assert last.actor.startswith("link:")
    assert last.detail == '{"fields": ["district"]}'


def test_looking_changes_nothing(store: Store) -> None:
    identifier, token = asked(store)
    before = content(store)

    for _again in range(3):
        assert asked_by(store, token).registration.id == identifier

    assert content(store) == before


def test_a_link_answers_once(store: Store) -> None:
    identifier, token = asked(store)
    said = corrected(store, identifier)
    answer(store, token, "In Nord.", said)
    before = content(store)

    with pytest.raises(NotFound):
        answer(store, token, "In Süd.", said)
    with pytest.raises(NotFound):
        asked_by(store, token)

    assert content(store) == before


def test_after_the_decision_nothing_is_answered(store: Store) -> None:
    identifier, token = asked(store)
    said = corrected(store, identifier)
    confirm(store, COORDINATOR, identifier, plain_words, expected=2)

    with pytest.raises(NotFound):
        answer(store, token, "Zu spät", said)


def test_old_links_foreign_links_and_made_up_ones_answer_nothing(store: Store) -> None:
    identifier, token = asked(store)
    other = issue(store, Purpose.CONFIRM_EMAIL, "a@b.example.org", registration_id=identifier)
    (row,) = store.find("entry_links", purpose=Purpose.ANSWER.value)
    past = {"expires_at": timestamp(now() - timedelta(seconds=1))}
    store.update("entry_links", row["id"], past, expected=row["revision"])

    for each in (token, other.token, "erfunden", ""):
        with pytest.raises(NotFound):
            asked_by(store, each)


def test_an_endless_answer_is_refused(store: Store) -> None:
    identifier, token = asked(store)
    before = content(store)

    with pytest.raises(ValueError, match="too long"):
        answer(store, token, "ä" * (ANSWER_LENGTH + 1), corrected(store, identifier))

    assert content(store) == before


def test_a_second_question_stands_below_the_first_and_its_answer(store: Store) -> None:
    identifier, token = asked(store)
    answer(store, token, "In Nord.\nSeit 2019.", corrected(store, identifier))

    ask_back(store, COORDINATOR, identifier, "Mit wem?", plain_words, expected=3)

    found = registration(store, COORDINATOR, identifier)
    assert found.question == "Wo?\n→ In Nord.\n→ Seit 2019.\n\nMit wem?"
    assert (found.answer, found.answered_at) == ("", None)
    mail = store.find("mails")[-1]
    assert "Mit wem?" in mail["body"]
    assert "In Nord." not in mail["body"]
    answer(store, mail["secret"], "Mit allen.", corrected(store, identifier))
    assert registration(store, COORDINATOR, identifier).answer == "Mit allen."
