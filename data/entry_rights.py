"""Whose entry somebody looks after: one's own, or anybody's."""

from accounts.identity import Identity
from accounts.permissions import Permission, may


def entry_permission(actor: Identity, organization_id: str) -> Permission:
    """Return which permission it takes to change an entry: less for one's own."""
    own = actor.organization_id == organization_id
    return Permission.ENTRY_EDIT if own else Permission.ENTRY_EDIT_ANY


def may_edit_entry(actor: Identity, organization_id: str) -> bool:
    """Say whether the actor may change this entry."""
    return may(actor, entry_permission(actor, organization_id))
