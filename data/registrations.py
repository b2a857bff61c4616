"""Registrations: submitted by anyone; see `registration_decisions` for what becomes of them."""

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import Permission, require
from data.change import change
from data.clock import now, timestamp
from data.identifier import new_id
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
    store: Store, actor: Identity, registration: Registration, *, key: str | None = None
) -> SubmittedRegistration:
    """Put a registration into the coordinator's inbox; nothing of it is public yet.

    Raises `InvalidRegistration` where it names topics, groups or partners that do not exist.
    """
    _check_references(store, registration)
    submitted = SubmittedRegistration(
        id=new_id(),
        content=registration,
        status=RegistrationStatus.SUBMITTED,
        submitted_at=now(),
        consent_version=CONSENT_VERSION,
    )
    with change(
        store,
        actor,
        Permission.ORGANIZATION_REGISTER,
        Verb.SUBMITTED,
        ("registration", submitted.id),
        key=key,
    ):
        store.insert(
            "registrations",
            {
                "id": submitted.id,
                "content": registration.model_dump_json(),
                "status": submitted.status.value,
                "submitted_at": timestamp(submitted.submitted_at),
                "consent_version": submitted.consent_version,
                "reason": "",
            },
        )
    return submitted


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
        if set(ids) - ids_that_exist(store, table, ids)
    }
    groups = store.find(
        "organizations", classification=Classification.WORKING_GROUP.value, merged_into_id=None
    )
    if set(registration.group_ids) - {row["id"] for row in groups}:
        errors["group_ids"] = FieldError("unknown_value", {})
    if errors:
        raise InvalidRegistration(errors)
