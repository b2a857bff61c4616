"""Which organisations lead a section, stand in for its lead, or take part."""

from collections.abc import Mapping, Sequence

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import Permission
from concept_review.section import Section
from concept_review.task_records import Part, Responsibility, inherited
from data.change import change
from data.identifier import new_id
from data.rows import from_row, to_row
from data.store import Conflict, Store


class OnePartEach(ValueError):
    """An organisation was named twice for one section, or a second lead or deputy."""


def own_responsibilities(store: Store, section_id: str) -> tuple[Responsibility, ...]:
    """Return who is named for this very section."""
    rows = store.find("responsibilities", section_id=section_id)
    return tuple(from_row(Responsibility, row) for row in rows)


def responsibilities(
    store: Store, sections: Sequence[Section]
) -> Mapping[str, tuple[Responsibility, ...]]:
    """Return who is responsible for each section, leads of the section above included."""
    named: dict[str, list[Responsibility]] = {}
    for row in store.find("responsibilities"):
        found = from_row(Responsibility, row)
        named.setdefault(found.section_id, []).append(found)
    whole: dict[str, tuple[Responsibility, ...]] = {}
    for each in sections:  # in document order, so that the section above comes first
        above = whole.get(each.parent_id or "", ())
        whole[each.id] = inherited(named.get(each.id, []), above)
    return whole


def set_responsibilities(
    store: Store,
    actor: Identity,
    section_id: str,
    parts: Mapping[Part, Sequence[str]],
    *,
    expected: Sequence[Responsibility],
    key: str | None = None,
) -> tuple[Responsibility, ...]:
    """Say anew who is responsible for a section.

    `parts` maps each part to ids of organisations; `expected` is what the page showed. Raises
    `Conflict` where that has changed, `OnePartEach` for an organisation named twice, and
    `NotFound` for an unknown one.
    """
    named = [(part, each) for part, ids in parts.items() for each in ids]
    if len({each for _, each in named}) < len(named):
        raise OnePartEach("an organisation has one part")
    for part in (Part.LEAD, Part.DEPUTY):
        if len(parts.get(part, ())) > 1:
            raise OnePartEach(f"a section has one {part}")
    with change(
        store, actor, Permission.RESPONSIBILITY_SET, Verb.CHANGED, ("section", section_id), key=key
    ) as detail:
        store.get("sections", section_id)
        present = own_responsibilities(store, section_id)
        if {each.id for each in present} != {each.id for each in expected}:
            raise Conflict({"id": section_id})
        store.delete("responsibilities", section_id=section_id)
        for part, organization_id in named:
            store.get("organizations", organization_id)
            row = Responsibility(
                id=new_id(), section_id=section_id, organization_id=organization_id, part=part
            )
            store.insert("responsibilities", to_row(row))
        detail["responsible"] = {part.value: list(ids) for part, ids in parts.items()}
    return own_responsibilities(store, section_id)
