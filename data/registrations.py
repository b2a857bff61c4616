"""Registrations: submitted by anyone, decided by the coordinator."""

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import Permission, require
from data.change import change
from data.clock import now, timestamp, today
from data.identifier import new_id
from data.organizations import ids_that_exist, organizations
from data.publication import publish
from data.store import Conflict, Row, Store
from network.duplicates import Duplicate, likely_duplicates
from network.organization import Classification, Organization
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
    """Return the inbox, oldest first; raise `NotPermitted` for whoever may not see it."""
    require(actor, Permission.REGISTRATION_READ)
    rows = store.find("registrations", order="submitted_at", status=status.value)
    return [_from_row(row) for row in rows]


def duplicates_of(
    store: Store, actor: Identity, registration: SubmittedRegistration
) -> tuple[Duplicate, ...]:
    """Return published organisations that the registration may mean."""
    require(actor, Permission.REGISTRATION_READ)
    content = registration.content
    return likely_duplicates(content.name, content.website, organizations(store))


def confirm(
    store: Store,
    actor: Identity,
    registration_id: str,
    *,
    expected: int,
    key: str | None = None,
) -> Organization:
    """Publish a registered organisation with the ties and the contact that it named.

    Raises `Conflict` where somebody decided on it since it was read.
    """
    with change(
        store,
        actor,
        Permission.REGISTRATION_DECIDE,
        Verb.CONFIRMED,
        ("registration", registration_id),
        key=key,
    ) as detail:
        registration = _undecided(store, registration_id, expected)
        organization = publish(store, registration)
        _close(store, registration, RegistrationStatus.CONFIRMED, organization.id)
        detail["organization"] = organization.id
    return organization


def reject(
    store: Store,
    actor: Identity,
    registration_id: str,
    reason: str,
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
        registration = _undecided(store, registration_id, expected)
        _close(store, registration, RegistrationStatus.REJECTED, None, reason)


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


def _from_row(row: Row) -> SubmittedRegistration:
    content = Registration.model_validate_json(row["content"])
    return SubmittedRegistration(
        id=row["id"],
        content=content,
        status=RegistrationStatus(row["status"]),
        submitted_at=now().fromisoformat(row["submitted_at"]),
        consent_version=row["consent_version"],
        organization_id=row["organization_id"],
        reason=row["reason"],
        revision=row["revision"],
    )


def _undecided(store: Store, registration_id: str, expected: int) -> SubmittedRegistration:
    row = store.get("registrations", registration_id)
    if row["revision"] != expected or row["status"] != RegistrationStatus.SUBMITTED:
        raise Conflict(row)
    return _from_row(row)


def _close(
    store: Store,
    registration: SubmittedRegistration,
    status: RegistrationStatus,
    organization_id: str | None,
    reason: str = "",
) -> None:
    store.update(
        "registrations",
        registration.id,
        {
            "status": status.value,
            "organization_id": organization_id,
            "decided_on": today().isoformat(),
            "reason": reason,
        },
        expected=registration.revision,
    )
