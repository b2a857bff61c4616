"""A sample of every writing verb of this part; see `writing_verbs`."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from accounts.identity import OPERATOR, Identity
from data import entry_change_decisions, registration_decisions, registration_merging
from data.clock import now, today
from data.entry_changes import ChangeStatus, EntryChange
from data.identifier import new_id
from data.letters import Letter
from data.organizations import insert_organization, organization
from data.registration_erasure import KEPT, forget_contacts
from data.rows import from_row, to_row
from data.store import Store
from network.organization import Classification, Organization, Person
from network.registration import RegistrationStatus
from network.registration_joined import Holds
from tests.conftest import COORDINATOR
from tests.writing_verbs import Sample, a_registration

Prepare = Callable[[Store], Callable[[Store, Identity], object]]


def plain_words(_store: Store, letter: Letter) -> tuple[str, str]:
    """Put a letter into words that a test can read."""
    return letter.occasion.value, f"{letter.name}\n{letter.text}\n{letter.token}"


def an_entry(store: Store, **facts: Any) -> Organization:  # noqa: ANN401  (any field)
    """Enter an organisation with a contact person."""
    new = Organization(
        **{"id": new_id(), "name": "Nachbarn", "classification": Classification.INITIATIVE, **facts}
    )
    insert_organization(store, new)
    contact = Person(
        id=new_id(), name="Erika", organization_id=new.id, email="erika@nachbarn.example.org"
    )
    store.insert("persons", to_row(contact))
    return organization(store, new.id)


def a_change(
    store: Store, entry: Organization, before: Mapping[str, Any], after: Mapping[str, Any]
) -> EntryChange:
    """Let a change of an entry wait."""
    waiting = EntryChange(
        id=new_id(),
        organization_id=entry.id,
        before=before,
        after=after,
        status=ChangeStatus.SUBMITTED,
        submitted_by="somebody",
        submitted_at=now(),
    )
    return from_row(EntryChange, store.insert("entry_changes", to_row(waiting)))


def _decide(act: Callable[..., object], *words: str, shift: int = 0) -> Prepare:
    def prepare(store: Store) -> Callable[[Store, Identity], object]:
        sent = a_registration(store)
        expected = sent.revision + 1 + shift
        return lambda s, actor: act(s, actor, sent.id, *words, plain_words, expected=expected)

    return prepare


def _merge(shift: int) -> Prepare:
    def prepare(store: Store) -> Callable[[Store, Identity], object]:
        sent, entry = a_registration(store), an_entry(store)
        holds = {"name": Holds.REGISTERED}
        return lambda s, actor: registration_merging.merge(
            s, actor, sent.id, entry, holds, plain_words, expected=1 + shift
        )

    return prepare


def _on_change(act: Callable[..., object], *words: str, shift: int = 0) -> Prepare:
    def prepare(store: Store) -> Callable[[Store, Identity], object]:
        entry = an_entry(store)
        waiting = a_change(store, entry, {"district": ""}, {"district": "Nord"})
        expected = waiting.revision + shift
        return lambda s, actor: act(s, actor, waiting.id, *words, plain_words, expected=expected)

    return prepare


def _forget(store: Store) -> Callable[[Store, Identity], object]:
    sent = a_registration(store)
    long_ago = {
        "status": RegistrationStatus.REJECTED.value,
        "decided_on": (today() - KEPT - timedelta(days=1)).isoformat(),
    }
    store.update("registrations", sent.id, long_ago, expected=1)
    return forget_contacts


_D, _C = registration_decisions, entry_change_decisions
SAMPLES: Mapping[str, Sample] = {
    "registration_decisions.confirm": Sample(
        COORDINATOR, _decide(_D.confirm), _decide(_D.confirm, shift=1)
    ),
    "registration_decisions.ask_back": Sample(
        COORDINATOR, _decide(_D.ask_back, "Wo?"), _decide(_D.ask_back, "Wo?", shift=1)
    ),
    "registration_decisions.reject": Sample(
        COORDINATOR, _decide(_D.reject, "Doppelt"), _decide(_D.reject, "Doppelt", shift=1)
    ),
    "registration_merging.merge": Sample(COORDINATOR, _merge(0), _merge(1)),
    "registration_erasure.forget_contacts": Sample(OPERATOR, _forget),
    "entry_change_decisions.accept": Sample(
        COORDINATOR, _on_change(_C.accept), _on_change(_C.accept, shift=1)
    ),
    "entry_change_decisions.refuse": Sample(
        COORDINATOR, _on_change(_C.refuse, "Nein"), _on_change(_C.refuse, "Nein", shift=1)
    ),
}
READING: frozenset[str] = frozenset(
    {
        "entry_change_decisions.pending",
        "entry_change_decisions.waiting_changes",
        "registration_inbox.duplicates_of",
        "registration_inbox.page_of",
        "registration_inbox.registration",
        "registration_inbox.sizes",
        "registration_inbox.twins_of",
    }
)
HELPERS: frozenset[str] = frozenset(
    {
        "entry_writing.keep_difference",
        "registration_batches.confirm_each",
        "registration_batches.reject_each",
        "registration_decisions.close",
    }
)
