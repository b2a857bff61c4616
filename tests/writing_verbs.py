"""A sample of every writing verb in `data/`, for the law of the write gate.

Each entry prepares a store and returns the call, waiting for its actor. Where a verb knows
of an expected state, `stale` is the same call after somebody else was there first.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from accounts.identity import OPERATOR, Account, Identity, Role
from concept_review.block import Block, BlockKind
from concept_review.proposal import Offer, Proposal
from concept_review.rebase import Wording
from concept_review.review import Verdict
from concept_review.section import Section
from data import (
    accounts,
    cities,
    concepts,
    figures,
    proposals,
    registrations,
    reviews,
    sessions,
)
from data.city_files import Line, read_city
from data.store import Store
from network.registration import SubmittedRegistration, parse_registration
from tests.conftest import COORDINATOR, STAFF

CONCEPT = b"# Konzept\n\n## Ziele\n\nAlle finden eine Wohnung.\n\n## Wege\n\nViele.\n"
CITY = Path(__file__).parent / "city"


@dataclass(frozen=True)
class Sample:
    """Who may call, and how; both calls get the store and the actor."""

    actor: Identity
    prepare: Callable[[Store], Callable[[Store, Identity], object]]
    stale: Callable[[Store], Callable[[Store, Identity], object]] | None = None


def a_registration(store: Store) -> SubmittedRegistration:
    """Submit an organisation."""
    return registrations.submit(
        store,
        STAFF,
        parse_registration(
            {
                "name": "Sprachcafé am Kanal",
                "classification": "initiative",
                "contact_email": "kontakt@sprachcafe.example.org",
                "consent": True,
            }
        ),
    )


def a_section(store: Store) -> Section:
    """Import a concept and return its first section."""
    concept = concepts.import_concept(store, OPERATOR, CONCEPT)
    return concepts.sections(store, concept.id)[0]


def wording(text: str, title: str = "Ziele") -> Wording:
    """Return a wording of one paragraph."""
    return Wording(title, (Block(kind=BlockKind.PARAGRAPH, text=text),))


def a_proposal(store: Store, text: str = "Alle finden eine gute Wohnung.") -> Proposal:
    """Propose another wording of the first section, as staff."""
    section = a_section(store)
    return proposals.propose(
        store,
        STAFF,
        section.id,
        Offer(
            headline="Gute Wohnung", rationale="Es kommt auf die Güte an.", wording=wording(text)
        ),
        base_version_id=section.version_id,
    )


def an_account(store: Store) -> accounts.Invitation:
    """Add an account of staff."""
    return accounts.add_account(store, OPERATOR, "Fachbereich", "fachbereich", Role.STAFF)


def _review(store: Store) -> Callable[[Store, Identity], object]:
    section = a_section(store)
    return lambda s, actor: reviews.review(
        s, actor, section.id, Verdict.STILL_CURRENT, "", fingerprint=section.fingerprint
    )


def _stale_review(store: Store) -> Callable[[Store, Identity], object]:
    section = a_section(store)
    return lambda s, actor: reviews.review(
        s, actor, section.id, Verdict.STILL_CURRENT, "", fingerprint="v1:of another wording"
    )


def _submit(store: Store) -> Callable[[Store, Identity], object]:
    content = a_registration(store).content
    return lambda s, actor: registrations.submit(s, actor, content)


def _on_account(
    verb: Callable[[Store, Identity, str], object],
) -> Callable[[Store], Callable[[Store, Identity], object]]:
    def prepare(store: Store) -> Callable[[Store, Identity], object]:
        invited: Account = an_account(store).account
        return lambda s, actor: verb(s, actor, invited.id)

    return prepare


def _sign_out(store: Store) -> Callable[[Store, Identity], object]:
    invitation = an_account(store)
    signed_in = sessions.redeem(store, invitation.token, "ein langes Passwort")
    session_id = sessions.session_of(store, signed_in.token) or ""
    return lambda s, actor: sessions.sign_out(
        s, signed_in.identity if actor.role is Role.STAFF else actor, session_id
    )


_FIGURE = Line(
    "figures.csv",
    2,
    {"key": "plaetze", "name": "Fehlende Plätze", "value": "360", "as_of": "2014-09"},
)

SAMPLES: Mapping[str, Sample] = {
    "accounts.add_account": Sample(
        COORDINATOR,
        lambda _: lambda s, actor: accounts.add_account(s, actor, "A", "a", Role.STAFF),
    ),
    "accounts.invite_again": Sample(COORDINATOR, _on_account(accounts.invite_again)),
    "accounts.disable_account": Sample(COORDINATOR, _on_account(accounts.disable_account)),
    "sessions.sign_out": Sample(STAFF, _sign_out),
    "registrations.submit": Sample(STAFF, _submit),
    "cities.import_network": Sample(
        COORDINATOR, lambda _: lambda s, actor: cities.import_network(s, actor, read_city(CITY))
    ),
    "figures.add_figures": Sample(
        COORDINATOR, lambda _: lambda s, actor: figures.add_figures(s, actor, [_FIGURE])
    ),
    "concepts.import_concept": Sample(
        COORDINATOR, lambda _: lambda s, actor: concepts.import_concept(s, actor, CONCEPT)
    ),
    "reviews.review": Sample(STAFF, _review, _stale_review),
}
