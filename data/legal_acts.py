"""Laws and resolutions that sections rest on, kept up to date by hand."""

from dataclasses import replace

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import Permission
from concept_review.legal_act import LegalAct, check_legal_act
from data.change import change
from data.clock import today
from data.rows import from_row, to_row
from data.store import Store


def legal_acts(store: Store) -> list[LegalAct]:
    """Return all laws and resolutions by title."""
    return [from_row(LegalAct, row) for row in store.find("legal_acts", order="title")]


def add_legal_act(
    store: Store, actor: Identity, act: LegalAct, *, key: str | None = None
) -> LegalAct:
    """Add a law or resolution; raise `InvalidLegalAct`."""
    check_legal_act(act, today())
    with change(store, actor, Permission.SECTION_LINK, Verb.ADDED, ("legal_act", act.id), key=key):
        store.insert("legal_acts", to_row(act))
    return replace(act, revision=1)


def change_legal_act(
    store: Store, actor: Identity, act: LegalAct, *, key: str | None = None
) -> LegalAct:
    """Say how a law or resolution stands now; sections that rest on it are to be looked at.

    Raises `InvalidLegalAct`, and `Conflict` where `act.revision` is no longer the present one.
    """
    check_legal_act(act, today())
    with change(
        store, actor, Permission.SECTION_LINK, Verb.CHANGED, ("legal_act", act.id), key=key
    ):
        store.update("legal_acts", act.id, to_row(act), expected=act.revision)
    return replace(act, revision=act.revision + 1)
