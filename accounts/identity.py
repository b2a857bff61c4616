"""Who is asking: accounts, their roles, and the identity behind one request."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """A bundle of permissions; code asks for a permission, never for a role."""

    PUBLIC = "public"
    """Anyone without an account."""
    ORG_EDITOR = "org_editor"
    """Speaks for one organisation."""
    STAFF = "staff"
    """Works in one unit of the administration."""
    LEAD = "lead"
    """Responsible for sections of the concept."""
    COORDINATOR = "coordinator"
    """Looks after the network and the concept as a whole."""
    CLERK = "clerk"
    """Records what bodies decided."""
    ADMIN = "admin"
    """Runs the installation and has no say on contents."""
    OPERATOR = "operator"
    """Whoever holds the database file, at the command line; never a person signed in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Someone who can sign in, and the address for mails to them, "" without one."""

    id: str
    name: str
    login: str
    role: Role
    organization_id: str | None = None
    email: str = ""
    disabled_at: datetime | None = None
    revision: int = 0


@dataclass(frozen=True, slots=True)
class Identity:
    """On whose behalf something is read or written right now."""

    id: str
    name: str
    role: Role
    organization_id: str | None = None

    @property
    def signed_in(self) -> bool:
        """Whether a person with an account stands behind this identity."""
        return self.role not in (Role.PUBLIC, Role.OPERATOR)


GUEST = Identity("public", "", Role.PUBLIC)
"""A visitor without an account."""

OPERATOR = Identity("operator", "", Role.OPERATOR)
"""The command line of the installation itself."""


def identity_of(account: Account) -> Identity:
    """Turn an account that has signed in into the identity that acts."""
    return Identity(account.id, account.name, account.role, account.organization_id)
