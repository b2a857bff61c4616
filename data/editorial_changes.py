"""Statements that a change of wording is purely editorial, each by two people."""

from collections.abc import Mapping
from dataclasses import replace

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import Permission
from concept_review.editorial import OnePerson
from concept_review.task_records import EditorialChange
from data.change import change
from data.concepts import section
from data.identifier import new_id
from data.rows import from_row, to_row
from data.store import Conflict, Store


def changes_by_section(store: Store) -> Mapping[str, tuple[EditorialChange, ...]]:
    """Return what was said of each section, oldest first."""
    found: dict[str, list[EditorialChange]] = {}
    for row in store.find("editorial_changes"):
        each = from_row(EditorialChange, row)
        found.setdefault(each.section_id, []).append(each)
    return {section_id: tuple(each) for section_id, each in found.items()}


def state_editorial(
    store: Store,
    actor: Identity,
    section_id: str,
    *,
    reviewed: str,
    present: str,
    key: str | None = None,
) -> EditorialChange:
    """Say that the change from the wording reviewed to the present one is purely editorial.

    Both are fingerprints as the page showed them; raises `Conflict` where the present text is
    another one by now. It counts once a second person confirms.
    """
    stated = EditorialChange(
        id=new_id(),
        section_id=section_id,
        old_fingerprint=reviewed,
        new_fingerprint=present,
        stated_by=actor.id,
    )
    with change(
        store, actor, Permission.SECTION_REVIEW, Verb.STATED, ("section", section_id), key=key
    ) as detail:
        if section(store, section_id).fingerprint != present:
            raise Conflict({"id": section_id})
        store.insert("editorial_changes", to_row(stated))
        detail |= {"old": reviewed, "new": present}
    return replace(stated, revision=1)


def confirm_editorial(
    store: Store, actor: Identity, change_id: str, *, expected: int, key: str | None = None
) -> EditorialChange:
    """Agree, as a second person, that a change is purely editorial; the review stays valid.

    Raises `OnePerson` for whoever stated it, and `Conflict` where the text has changed since.
    """
    stated = from_row(EditorialChange, store.get("editorial_changes", change_id))
    if stated.stated_by == actor.id:
        raise OnePerson
    with change(
        store, actor, Permission.SECTION_REVIEW, Verb.CONFIRMED, ("section", stated.section_id),
        key=key,
    ) as detail:  # fmt: skip
        if section(store, stated.section_id).fingerprint != stated.new_fingerprint:
            raise Conflict({"id": stated.section_id})
        store.update("editorial_changes", change_id, {"confirmed_by": actor.id}, expected=expected)
        detail |= {"old": stated.old_fingerprint, "new": stated.new_fingerprint}
    return from_row(EditorialChange, store.get("editorial_changes", change_id))
