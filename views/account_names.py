"""Whose account, and whose proposal, something is: as people name them."""

from collections.abc import Mapping

from accounts.identity import GUEST, OPERATOR
from concept_review.proposal import Proposal
from data.accounts import account
from data.store import NotFound, Store
from views.words import _


def name_of(store: Store, account_id: str) -> str:
    """Return whose account it is."""
    try:
        return account(store, account_id).name
    except NotFound:
        named = {OPERATOR.id: _("Example data"), GUEST.id: _("A citizen")}
        return named.get(account_id, _("Unknown"))


def author_of(store: Store, wanted: Proposal) -> str:
    """Return who proposes, as they were named with the proposal, else by their account."""
    return wanted.author_name or name_of(store, wanted.author_id)


def author_and_organization(store: Store, wanted: Proposal, names: Mapping[str, str]) -> str:
    """Return who proposes, and for which organisation; `names` are those of organisations."""
    organization = names.get(wanted.organization_id or "", "")
    author = author_of(store, wanted)
    return f"{author} ({organization})" if organization and organization != author else author
