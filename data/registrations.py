"""Registrations: submitted by anyone; see `registration_decisions` for what becomes of them."""

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import Permission, require
from data.change import change
from data.clock import now, timestamp
from data.entry_links import Purpose, issue
from data.identifier import new_id
from data.letters import Compose, Letter, Occasion, post
from data.limits import Form, count_try
from data.organizations import ids_that_exist
from data.registration_rows import registration_of
from data.store import Store
from network.organization import Classification
from network.registration import (
    CONSENT_VERSION,
    FieldError,
    InvalidRegistration,
    Registration,
    RegistrationStatus,
    SubmittedRegistration,
)


def submit(
    store: Store,
    actor: Identity,
    registration: Registration,
    *,
    compose: Compose | None = None,
    address: str | None = None,
    language: str = "de",
    key: str | None = None,
) -> SubmittedRegistration:
    """Put a registration into the coordinator's inbox; nothing of it is public yet.

    With `compose`, a mail in its language with a link that confirms the e-mail address is put
    into the outbox. `address` is where on the net it came from, None where nobody is to be
    limited. Raises `InvalidRegistration` where it names topics, groups or partners that do not
    exist, and `TooMany`.
    """
    submitted = SubmittedRegistration(
        id=new_id(),
        content=registration,
        status=RegistrationStatus.SUBMITTED,
        submitted_at=now(),
        consent_version=CONSENT_VERSION,
        language=language,
    )
    with change(
        store,
        actor,
        Permission.ORGANIZATION_REGISTER,
        Verb.SUBMITTED,
        ("registration", submitted.id),
        key=key,
    ):
        if address is not None:
            count_try(store, Form.REGISTRATION, address)
        _check_references(store, registration)
        store.insert(
            "registrations",
            {
                "id": submitted.id,
                "content": registration.model_dump_json(),
                "status": submitted.status.value,
                "submitted_at": timestamp(submitted.submitted_at),
                "consent_version": submitted.consent_version,
                "reason": "",
                "language": language,
            },
        )
        if compose:
            _ask_to_confirm(store, compose, submitted)
    return submitted


def was_sent(store: Store, key: str) -> bool:
    """Say whether the form with a key was saved, for whoever lost the connection meanwhile."""
    return bool(key and store.find("form_keys", order="key", key=key))


def _ask_to_confirm(store: Store, compose: Compose, submitted: SubmittedRegistration) -> None:
    email, language = submitted.content.contact_email, submitted.language
    link = issue(store, Purpose.CONFIRM_EMAIL, email, language, registration_id=submitted.id)
    letter = Letter(
        occasion=Occasion.RECEIVED,
        name=submitted.content.name,
        language=language,
        token=link.token,
        until=link.until,
    )
    post(store, compose, letter, email, submitted.id)


def registrations(
    store: Store, actor: Identity, status: RegistrationStatus = RegistrationStatus.SUBMITTED
) -> list[SubmittedRegistration]:
    """Return all in one state, oldest first; raise `NotPermitted` for whoever may not see it."""
    require(actor, Permission.REGISTRATION_READ)
    rows = store.find("registrations", order="submitted_at", status=status.value)
    return [registration_of(row) for row in rows]


def _check_references(store: Store, registration: Registration) -> None:
    wanted = {
        "topic_ids": ("topics", registration.topic_ids),
        "group_ids": ("organizations", registration.group_ids),
        "partner_ids": ("organizations", registration.partner_ids),
    }
    errors = {
        field: FieldError("unknown_value", {})
        for field, (table, ids) in wanted.items()
        if ids and set(ids) - ids_that_exist(store, table, ids)
    }
    if any(not _is_group(store, each) for each in registration.group_ids):
        errors["group_ids"] = FieldError("unknown_value", {})
    if errors:
        raise InvalidRegistration(errors)


def _is_group(store: Store, identifier: str) -> bool:
    kind = Classification.WORKING_GROUP.value
    return bool(
        store.find("organizations", id=identifier, classification=kind, merged_into_id=None)
    )
