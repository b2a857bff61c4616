"""Changes of public facts that wait for the coordination: one open change for each entry."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any


class ChangeStatus(StrEnum):
    """Where a change stands."""

    SUBMITTED = "submitted"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    """The organisation took it back, or what it says came about otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryChange:
    """What an organisation wants changed: the fields as they were, and as they shall be."""

    id: str
    organization_id: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    status: ChangeStatus
    submitted_by: str
    submitted_at: datetime
    decided_by: str | None = None
    decided_on: date | None = None
    reason: str = ""
    revision: int = 0
