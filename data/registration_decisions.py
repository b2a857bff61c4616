"""What the coordination decides on registrations; each decision with its mail."""

from collections.abc import Mapping
from typing import Final

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import Permission
from data.change import change
from data.clock import today
from data.entry_links import Issued, Purpose, issue
from data.letters import Compose, Letter, Occasion, post
from data.publication import publish
from data.registration_rows import registration_of
from data.store import Conflict, Row, Store
from network.organization import Organization
from network.registration import RegistrationStatus, SubmittedRegistration

OPEN: Final = frozenset({RegistrationStatus.SUBMITTED, RegistrationStatus.RETURNED})
"""States in which the coordination can still decide, whatever was asked back."""


def confirm(
    store: Store,
    actor: Identity,
    registration_id: str,
    compose: Compose,
    *,
    expected: int,
    key: str | None = None,
) -> Organization:
    """Publish a registered organisation with the ties and the contact that it named.

    Its mail bears a link to the new entry. Raises `Conflict` where somebody decided on it, or
    it was answered, since it was read.
    """
    with change(
        store,
        actor,
        Permission.REGISTRATION_DECIDE,
        Verb.CONFIRMED,
        ("registration", registration_id),
        key=key,
    ) as detail:
        registration = undecided(store, registration_id, expected)
        organization = publish(store, registration, compose)
        close(store, actor, registration, RegistrationStatus.CONFIRMED, organization.id)
        post_with_link(store, compose, Occasion.PUBLISHED, registration, organization)
        detail["organization"] = organization.id
    return organization


def ask_back(
    store: Store,
    actor: Identity,
    registration_id: str,
    question: str,
    compose: Compose,
    *,
    expected: int,
    key: str | None = None,
) -> None:
    """Ask the organisation something; the answer comes by the link of the mail.

    A question that was not answered is asked no more; one that was stays above the new one, with
    its answer. Raises `Conflict` as `confirm` does.
    """
    with change(
        store,
        actor,
        Permission.REGISTRATION_DECIDE,
        Verb.ASKED,
        ("registration", registration_id),
        key=key,
    ):
        registration = undecided(store, registration_id, expected)
        _end_questions(store, registration_id)
        asked: Row = {
            "status": RegistrationStatus.RETURNED.value,
            "question": _with_earlier(registration, question),
            "answer": "",
            "answered_at": None,
        }
        store.update("registrations", registration_id, asked, expected=expected)
        content = registration.content
        link = issue(
            store,
            Purpose.ANSWER,
            content.contact_email,
            registration.language,
            registration_id=registration_id,
        )
        post_about(store, compose, Occasion.ASKED_BACK, registration, text=question, link=link)


def reject(
    store: Store,
    actor: Identity,
    registration_id: str,
    reason: str,
    compose: Compose,
    *,
    expected: int,
    key: str | None = None,
) -> None:
    """Close a registration without publishing it; raise `Conflict` as `confirm` does."""
    with change(
        store,
        actor,
        Permission.REGISTRATION_DECIDE,
        Verb.REJECTED,
        ("registration", registration_id),
        key=key,
    ):
        registration = undecided(store, registration_id, expected)
        close(store, actor, registration, RegistrationStatus.REJECTED, None, reason)
        post_about(store, compose, Occasion.REJECTED, registration, text=reason)


def undecided(store: Store, registration_id: str, expected: int) -> SubmittedRegistration:
    """Return a registration that may still be decided as it was read, else raise `Conflict`."""
    row = store.get("registrations", registration_id)
    if row["revision"] != expected or row["status"] not in OPEN:
        raise Conflict(row)
    return registration_of(row)


def close(
    store: Store,
    actor: Identity,
    registration: SubmittedRegistration,
    status: RegistrationStatus,
    organization_id: str | None,
    reason: str = "",
) -> None:
    """Record a decision and end what was asked; part of the change that decides."""
    decided: Row = {
        "status": status.value,
        "organization_id": organization_id,
        "decided_on": today().isoformat(),
        "decided_by": actor.id,
        "reason": reason,
    }
    _end_questions(store, registration.id)
    store.update("registrations", registration.id, decided, expected=registration.revision)


def post_with_link(
    store: Store,
    compose: Compose,
    occasion: Occasion,
    registration: SubmittedRegistration,
    organization: Organization,
) -> None:
    """Mail the organisation a link to its entry; part of a change."""
    link = issue(
        store,
        Purpose.OPEN_ENTRY,
        registration.content.contact_email,
        registration.language,
        organization_id=organization.id,
    )
    post_about(store, compose, occasion, registration, name=organization.name, link=link)


def post_about(
    store: Store,
    compose: Compose,
    occasion: Occasion,
    registration: SubmittedRegistration,
    *,
    name: str = "",
    text: str = "",
    link: Issued | None = None,
) -> None:
    """Mail what became of a registration to the address it gave; part of a change."""
    letter = Letter(
        occasion=occasion,
        name=name or registration.content.name,
        language=registration.language,
        text=text,
        token=link.token if link else "",
        until=link.until if link else None,
    )
    post(store, compose, letter, registration.content.contact_email, registration.id)


def _end_questions(store: Store, registration_id: str) -> None:
    """Let earlier links answer nothing any more."""
    equal: Mapping[str, object] = {"registration_id": registration_id, "used_at": None}
    store.delete("entry_links", purpose=Purpose.ANSWER.value, **equal)


def _with_earlier(registration: SubmittedRegistration, question: str) -> str:
    """Return the question below what was asked and answered before."""
    if not registration.answered_at:
        return question
    earlier = "\n".join(f"→ {line}" for line in registration.answer.splitlines())
    return f"{registration.question}\n{earlier}\n\n{question}"
