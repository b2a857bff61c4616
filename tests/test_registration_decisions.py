"""Which decision is allowed in which state, by whom, and whom it tells."""

from collections.abc import Callable

import pytest

from accounts.event import Verb
from accounts.identity import Identity, Role
from accounts.permissions import NotPermitted
from data.entry_links import Purpose, usable
from data.events import events
from data.organizations import organizations
from data.registration_decisions import ask_back, confirm, reject
from data.registration_inbox import registration
from data.registration_merging import merge
from data.store import Conflict, NotFound, Store
from network.registration import RegistrationStatus, SubmittedRegistration
from tests.conftest import COORDINATOR
from tests.injections import ALL
from tests.test_change import content
from tests.writing_verbs import a_registration
from tests.writing_verbs_inbox import an_entry, plain_words
from views.letters import compose

Act = Callable[[Store, Identity, SubmittedRegistration], object]


def _confirm(store: Store, actor: Identity, sent: SubmittedRegistration) -> object:
    return confirm(store, actor, sent.id, plain_words, expected=sent.revision)


def _ask(store: Store, actor: Identity, sent: SubmittedRegistration) -> None:
    ask_back(store, actor, sent.id, "Wo genau?", plain_words, expected=sent.revision)


def _reject(store: Store, actor: Identity, sent: SubmittedRegistration) -> None:
    reject(store, actor, sent.id, "Werbung", plain_words, expected=sent.revision)


def _merge(store: Store, actor: Identity, sent: SubmittedRegistration) -> object:
    found = [each for each in organizations(store) if each.name == "Nachbarn"]
    entry = found[0] if found else an_entry(store)
    return merge(store, actor, sent.id, entry, {}, plain_words, expected=sent.revision)


ACTS: dict[str, Act] = {"confirm": _confirm, "ask": _ask, "merge": _merge, "reject": _reject}
# A line for each state, a column for each act; what it becomes, . where it is not allowed.
TABLE = """
           confirm    ask       merge      reject
submitted  confirmed  returned  confirmed  rejected
returned   confirmed  returned  confirmed  rejected
confirmed  .          .         .          .
rejected   .          .         .          .
archived   .          .         .          .
"""
VERBS = {
    "confirm": (Verb.CONFIRMED, "published"),
    "ask": (Verb.ASKED, "asked_back"),
    "merge": (Verb.MERGED, "merged"),
    "reject": (Verb.REJECTED, "rejected"),
}
CELLS = {
    (state, act): becomes
    for head, *lines in [[line.split() for line in TABLE.strip().splitlines()]]
    for state, *cells in lines
    for act, becomes in zip(head, cells, strict=True)
}


def in_state(store: Store, state: str) -> SubmittedRegistration:
    sent = a_registration(store)
    store.update("registrations", sent.id, {"status": state}, expected=1)
    return registration(store, COORDINATOR, sent.id)


def test_the_table_has_a_cell_for_every_state_and_every_act() -> None:
    assert set(CELLS) == {(state.value, act) for state in RegistrationStatus for act in ACTS}


@pytest.mark.parametrize(("state", "act"), CELLS)
def test_an_act_is_allowed_in_exactly_the_states_of_the_table(
    store: Store, state: str, act: str
) -> None:
    sent, becomes = in_state(store, state), CELLS[state, act]
    an_entry(store)
    before, logged = content(store), len(events(store))

    if becomes == ".":
        with pytest.raises(Conflict):
            ACTS[act](store, COORDINATOR, sent)
        assert content(store) == before
        return
    ACTS[act](store, COORDINATOR, sent)

    now = registration(store, COORDINATOR, sent.id)
    assert now.status == becomes
    verb, purpose = VERBS[act]
    assert [each.verb for each in events(store)[logged:]] == [verb]
    (mail,) = store.find("mails")
    assert (mail["purpose"], mail["recipient"]) == (purpose, sent.content.contact_email)
    assert (now.decided_by == COORDINATOR.id) is (act != "ask")
    assert (now.organization_id is not None) is (act in ("confirm", "merge"))


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("role", sorted({*Role} - {Role.COORDINATOR}))
def test_only_the_coordination_decides(store: Store, act: str, role: Role) -> None:
    sent = a_registration(store)
    an_entry(store)
    now = registration(store, COORDINATOR, sent.id)
    before = content(store)

    with pytest.raises(NotPermitted):
        ACTS[act](store, Identity("somebody", "", role), now)

    assert content(store) == before


@pytest.mark.parametrize("first", ACTS)
@pytest.mark.parametrize("second", ACTS)
def test_the_second_of_two_sees_the_decision_of_the_first(
    store: Store, first: str, second: str
) -> None:
    an_entry(store)
    sent = registration(store, COORDINATOR, a_registration(store).id)
    ACTS[first](store, COORDINATOR, sent)
    before = content(store)

    with pytest.raises(Conflict):
        ACTS[second](store, Identity("another", "", Role.COORDINATOR), sent)

    assert content(store) == before


@pytest.mark.parametrize("act", ["confirm", "merge"])
def test_who_is_published_gets_a_link_to_the_entry(store: Store, act: str) -> None:
    an_entry(store)
    sent = registration(store, COORDINATOR, a_registration(store).id)

    ACTS[act](store, COORDINATOR, sent)

    (mail,) = store.find("mails")
    link = usable(store, mail["secret"], Purpose.OPEN_ENTRY)
    assert link.organization_id == registration(store, COORDINATOR, sent.id).organization_id
    assert link.email == sent.content.contact_email


def test_asking_again_ends_the_link_of_the_first_question(store: Store) -> None:
    sent = registration(store, COORDINATOR, a_registration(store).id)
    _ask(store, COORDINATOR, sent)
    _ask(store, COORDINATOR, registration(store, COORDINATOR, sent.id))

    first, second = (mail["secret"] for mail in store.find("mails"))
    with pytest.raises(NotFound):
        usable(store, first, Purpose.ANSWER)
    assert usable(store, second, Purpose.ANSWER).registration_id == sent.id

    _reject(store, COORDINATOR, registration(store, COORDINATOR, sent.id))
    with pytest.raises(NotFound):
        usable(store, second, Purpose.ANSWER)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("act", [ask_back, reject])
def test_mails_speak_the_language_of_the_registration(
    store: Store, act: Callable[..., object], language: str
) -> None:
    sent = a_registration(store)
    store.update("registrations", sent.id, {"language": language}, expected=1)
    text = "\n".join(ALL)[:1000]

    act(store, COORDINATOR, sent.id, text, compose, expected=2)

    (mail,) = store.find("mails")
    assert mail["language"] == language
    assert ("Good day" if language == "en" else "Guten Tag") in mail["body"]
    assert f"> {ALL[0]}" in mail["body"]


def test_an_answer_meanwhile_counts_as_a_change(store: Store) -> None:
    sent = registration(store, COORDINATOR, a_registration(store).id)
    store.update("registrations", sent.id, {"answer": "In Nord."}, expected=sent.revision)

    with pytest.raises(Conflict):
        _reject(store, COORDINATOR, sent)


def test_the_log_holds_no_contents(store: Store) -> None:
    sent = registration(store, COORDINATOR, a_registration(store).id)
    _ask(store, COORDINATOR, sent)
    _reject(store, COORDINATOR, registration(store, COORDINATOR, sent.id))

    log = "".join(each.detail for each in events(store))
    assert not any(text in log for text in ("Werbung", "Wo genau", sent.content.contact_email))
