"""Writing a composed text as the next version of a concept."""

from collections.abc import Mapping, Sequence

from accounts.identity import Identity
from concept_review.batch import Composed
from concept_review.section import Section
from data.clock import today
from data.concepts import REVIEW_INTERVAL_MONTHS, insert_version
from data.identifier import new_id
from data.review_tasks import call_off
from data.store import Store
from data.wordings import insert_section, insert_wording


def write_version(
    store: Store,
    actor: Identity,
    concept_id: str,
    text: Sequence[Section],
    composed: Composed,
    decisions: Mapping[str, str],
    label: str,
) -> str:
    """Write what has changed between the text and the composed one; part of a change.

    `decisions` maps each proposal to the decision that adopted it. A section that only got
    another place gets a wording of its own as well, without a decision. Returns the version's id.
    """
    version_id = insert_version(store, concept_id, label)
    before = {each.id: each for each in text}
    ids = {each.id: each.id if each.id in before else new_id() for each in composed.sections}
    for each in composed.sections:
        if each.id not in before:
            insert_section(store, ids[each.id], concept_id, REVIEW_INTERVAL_MONTHS)
    for each in composed.sections:
        sources = composed.sources.get(each.id, ())
        decision_id = decisions[sources[0]] if sources else None
        wording_id = _write(store, ids, before.get(each.id), each, version_id, decision_id)
        _record(store, version_id, ids[each.id], wording_id, sources, decisions)
    for each in composed.dropped:
        call_off(store, actor, each.id)
        ended = {"retired_on": today().isoformat(), "retired_in": version_id}
        store.update("sections", each.id, ended, expected=before[each.id].revision)
        sources = composed.sources.get(each.id, ())
        _record(store, version_id, each.id, None, sources, decisions)
    return version_id


def _write(
    store: Store,
    ids: Mapping[str, str],
    before: Section | None,
    after: Section,
    version_id: str,
    decision_id: str | None,
) -> str | None:
    """Write the next wording of a section, unless nothing about it has changed."""
    parent_id = ids[after.parent_id] if after.parent_id else None
    if before and _state(before, before.parent_id) == _state(after, parent_id):
        return None
    identifier = ids[after.id]
    wording_id = insert_wording(
        store,
        identifier,
        {
            "version_id": version_id,
            "number": before.number + 1 if before else 1,
            "parent_id": parent_id,
            "position": after.position,
            "level": after.level,
            "title": after.title,
            "decision_id": decision_id,
        },
        after.blocks,
    )
    expected = before.revision if before else 1
    store.update("sections", identifier, {"current_version_id": wording_id}, expected=expected)
    return wording_id


def _state(section: Section, parent_id: str | None) -> tuple[object, ...]:
    place = (parent_id, section.position, section.level)
    return (*place, section.title, section.blocks)


def _record(
    store: Store,
    version_id: str,
    section_id: str,
    wording_id: str | None,
    sources: Sequence[str],
    decisions: Mapping[str, str],
) -> None:
    for proposal_id in sources:
        store.insert(
            "incorporations",
            {
                "id": new_id(),
                "version_id": version_id,
                "section_id": section_id,
                "wording_id": wording_id,
                "proposal_id": proposal_id,
                "decision_id": decisions[proposal_id],
            },
        )
