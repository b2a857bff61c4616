"""What sections rest on besides their own words: figures, laws, organisations, other sections."""

from collections.abc import Iterable
from datetime import date

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import Permission
from data.change import change
from data.clock import timestamp
from data.identifier import new_id
from data.link_targets import Target, all_targets
from data.store import Conflict, NotFound, Store


class LinkedAlready(ValueError):
    """The section rests on this already, or it is the section itself."""


def add_link(store: Store, section_id: str, target_type: str, target_id: str) -> None:
    """Note that a section cites something; part of a change."""
    store.insert(
        "section_links",
        {
            "id": new_id(),
            "section_id": section_id,
            "target_type": target_type,
            "target_id": target_id,
        },
    )


def link(
    store: Store,
    actor: Identity,
    section_id: str,
    target: tuple[str, str],
    *,
    key: str | None = None,
) -> None:
    """Say that a section rests on something, given as its type and id.

    Raises `NotFound` where there is no such thing, and `LinkedAlready`.
    """
    with change(
        store, actor, Permission.SECTION_LINK, Verb.LINKED, ("section", section_id), key=key
    ) as detail:
        store.get("sections", section_id)
        if target not in all_targets(store):
            raise NotFound(target[1])
        if target[1] == section_id or _held(store, section_id, target):
            raise LinkedAlready
        add_link(store, section_id, *target)
        detail |= {"target_type": target[0], "target": target[1]}


def unlink(
    store: Store,
    actor: Identity,
    section_id: str,
    target: tuple[str, str],
    *,
    key: str | None = None,
) -> None:
    """Say that a section no longer rests on something; raise `Conflict` where it did not."""
    with change(
        store, actor, Permission.SECTION_LINK, Verb.UNLINKED, ("section", section_id), key=key
    ) as detail:
        held = _held(store, section_id, target)
        if not held:
            raise Conflict({"id": section_id})
        for identifier, revision in held:
            changes = {"removed_at": timestamp()}
            store.update("section_links", identifier, changes, expected=revision)
        detail |= {"target_type": target[0], "target": target[1]}


def targets_by_section(
    store: Store, concept_id: str, day: date | None = None
) -> dict[str, list[Target]]:
    """Return what the sections of a concept cite, as it is on a day, today if none is named."""
    links = store.query(
        "select link.section_id, link.target_type, link.target_id from section_links link"
        " join sections section on section.id = link.section_id"
        " where section.concept_id = :concept and link.removed_at is null order by link.id",
        {"concept": concept_id},
    )
    known = all_targets(store, day) if links else {}
    found: dict[str, list[Target]] = {}
    for each in links:
        target = known.get((each["target_type"], each["target_id"]))
        if target:
            found.setdefault(each["section_id"], []).append(target)
    return found


def basis(targets: Iterable[Target]) -> dict[str, str]:
    """Return the fingerprint of each cited thing, to be kept with a review."""
    return {target.id: target.fingerprint for target in targets}


def _held(store: Store, section_id: str, target: tuple[str, str]) -> list[tuple[str, int]]:
    rows = store.find(
        "section_links",
        section_id=section_id,
        target_type=target[0],
        target_id=target[1],
        removed_at=None,
    )
    return [(row["id"], row["revision"]) for row in rows]
