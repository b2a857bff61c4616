"""Registrations as the store holds them."""

from datetime import date, datetime

from data.store import Row
from network.registration import Registration, RegistrationStatus, SubmittedRegistration


def registration_of(row: Row) -> SubmittedRegistration:
    """Return the registration that a row holds, also one that was kept by an earlier version."""
    return SubmittedRegistration(
        id=row["id"],
        content=Registration.model_validate_json(row["content"]),
        status=RegistrationStatus(row["status"]),
        submitted_at=datetime.fromisoformat(row["submitted_at"]),
        consent_version=row["consent_version"],
        language=row["language"],
        email_confirmed_at=_moment(row["email_confirmed_at"]),
        question=row["question"],
        answer=row["answer"],
        answered_at=_moment(row["answered_at"]),
        decided_by=row["decided_by"],
        organization_id=row["organization_id"],
        decided_on=date.fromisoformat(row["decided_on"]) if row["decided_on"] else None,
        reason=row["reason"],
        revision=row["revision"],
    )


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
