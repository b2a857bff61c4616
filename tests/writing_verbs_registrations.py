"""A sample of every writing verb of this part; see `writing_verbs`."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from accounts.identity import GUEST, OPERATOR, Identity
from data import registration_addresses
from data.clock import today
from data.letters import Letter
from data.mails import note_sent, waiting_mails
from data.registrations import submit
from data.store import Store
from network.registration import Registration, SubmittedRegistration, parse_registration
from tests.writing_verbs import Sample

MONTHS_LATER = today() + timedelta(days=60)


def compose(_store: Store, letter: Letter) -> tuple[str, str]:
    """Word a letter as tests need it: its name and its secret."""
    return letter.name, f"{letter.language} {letter.token}"


def typed(**more: object) -> Registration:
    """Return what an organisation says of itself, with contact data."""
    form: dict[str, object] = {
        "name": "Sprachcafé am Kanal",
        "classification": "initiative",
        "contact_name": "Erika Beispiel",
        "contact_email": "kontakt@sprachcafe.example.org",
        "contact_phone": "0331 123456",
        "description": "Fragen Sie Erika Beispiel.",
        "consent": True,
    }
    return parse_registration(form | more)


def registered(store: Store, language: str = "de") -> tuple[SubmittedRegistration, str]:
    """Register with a mail that waits; return the registration and the secret of its link."""
    sent = submit(store, GUEST, typed(), compose=compose, language=language)
    mail = next(each for each in waiting_mails(store) if each.subject_id == sent.id)
    return sent, mail.secret


def mailed(store: Store) -> tuple[SubmittedRegistration, str]:
    """Register, with the mail gone out."""
    sent, secret = registered(store)
    note_sent(store, next(each for each in waiting_mails(store) if each.subject_id == sent.id))
    return sent, secret


def _archive(store: Store) -> Callable[[Store, Identity], object]:
    mailed(store)
    return lambda s, actor: registration_addresses.archive_unconfirmed(s, actor, MONTHS_LATER)


SAMPLES: Mapping[str, Sample] = {
    "registration_addresses.archive_unconfirmed": Sample(OPERATOR, _archive),
}
READING: frozenset[str] = frozenset()
HELPERS: frozenset[str] = frozenset()
