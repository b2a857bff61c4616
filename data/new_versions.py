"""A new version of a concept from a file: planned, looked at by a person, then taken over."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import Permission
from concept_review.block import Block
from concept_review.continuity import with_known_ids
from concept_review.matching import Match, Part, match
from concept_review.outline import Outline, OutlineSection, parents
from concept_review.section import Section, Version
from concept_review.succession import Pair, Resolution, Succession, resolve
from data.change import change
from data.clock import today
from data.concepts import REVIEW_INTERVAL_MONTHS, insert_version, sections, versions
from data.identifier import new_id
from data.review_tasks import call_off
from data.rows import to_row
from data.store import Conflict, NotFound, Store
from data.successions import carry_links
from data.wordings import insert_section, insert_wording


@dataclass(frozen=True, slots=True)
class Plan:
    """How the sections of a file follow those of a concept as it stood when it was planned.

    `ids` holds for each new section the id that it gets unless it continues an old one.
    """

    concept_id: str
    version_id: str
    old: tuple[Section, ...]
    outline: Outline
    matches: tuple[Match, ...]
    ids: tuple[str, ...]

    @property
    def found_again(self) -> int:
        """Return how many of the present sections have, or may have, something after them."""
        return len({each.old for each in self.matches if each.new is not None} - {None})

    def resolved(self, answers: Mapping[Pair, bool]) -> Resolution:
        """Return what becomes of each section, given what a person said of uncertain pairs."""
        return resolve(self.matches, answers)

    def id_of(self, place: int, resolution: Resolution) -> str:
        """Return the id of a new section by its place."""
        continued = resolution.continues.get(place)
        return self.ids[place] if continued is None else self.old[continued].id


def plan_version(store: Store, concept_id: str, outline: Outline) -> Plan:
    """Match the sections of a file with the present ones; nothing is written.

    Raises `NotFound` where there is no such concept.
    """
    known = versions(store, concept_id)
    if not known:
        raise NotFound(concept_id)
    old = tuple(sections(store, concept_id))
    matches = match(
        [Part(each.title, each.level, each.blocks) for each in old],
        [Part(each.title, each.level, each.blocks) for each in outline.sections],
    )
    ids = tuple(new_id() for _ in outline.sections)
    return Plan(concept_id, known[0].id, old, outline, tuple(matches), ids)


def import_version(
    store: Store,
    actor: Identity,
    plan: Plan,
    answers: Mapping[Pair, bool],
    label: str = "",
    *,
    key: str | None = None,
) -> Version:
    """Take a planned version over; sections that live on keep their reviews and all else.

    Raises `Conflict` where the concept has changed since it was planned.
    """
    with change(
        store, actor, Permission.CONCEPT_IMPORT, Verb.IMPORTED, ("concept", plan.concept_id),
        key=key,
    ) as detail:  # fmt: skip
        newest = versions(store, plan.concept_id)[0].id
        stands = _standing(sections(store, plan.concept_id))
        if newest != plan.version_id or stands != _standing(plan.old):
            raise Conflict({"id": plan.concept_id})
        resolution = plan.resolved(answers)
        version_id = insert_version(store, plan.concept_id, label)
        _write_sections(store, plan, resolution, version_id)
        ended = resolution.ended(len(plan.old))
        for place in ended:
            _retire(store, actor, plan.old[place], version_id)
        _write_successions(store, plan, resolution, version_id)
        _keep_notice(store, plan)
        detail |= {
            "version": version_id,
            "sections": len(plan.outline.sections),
            "continued": len(resolution.continues),
            "retired": len(ended),
        }
    return versions(store, plan.concept_id)[0]


def _write_sections(store: Store, plan: Plan, resolution: Resolution, version_id: str) -> None:
    above = parents(plan.outline)
    for place in range(len(plan.outline.sections)):
        if place not in resolution.continues:
            insert_section(store, plan.ids[place], plan.concept_id, REVIEW_INTERVAL_MONTHS)
    for place, heading in enumerate(plan.outline.sections):
        parent = above[place]
        columns = {
            "version_id": version_id,
            "parent_id": None if parent is None else plan.id_of(parent, resolution),
            "position": place,
            "level": heading.level,
            "title": heading.title,
            "decision_id": None,
        }
        continued = resolution.continues.get(place)
        before = None if continued is None else plan.old[continued]
        _write_section(store, plan.id_of(place, resolution), before, columns, heading)


def _write_section(
    store: Store,
    identifier: str,
    before: Section | None,
    columns: Mapping[str, object],
    heading: OutlineSection,
) -> None:
    """Write the next wording of a section, unless nothing about it has changed."""
    blocks = with_known_ids(before.blocks, heading.blocks) if before else heading.blocks
    if before and _same(before, columns, blocks):
        return
    number = before.number + 1 if before else 1
    wording_id = insert_wording(store, identifier, {**columns, "number": number}, blocks)
    expected = before.revision if before else 1
    store.update("sections", identifier, {"current_version_id": wording_id}, expected=expected)


def _same(before: Section, columns: Mapping[str, object], blocks: tuple[Block, ...]) -> bool:
    stood = (before.parent_id, before.position, before.level, before.title, before.blocks)
    stands = tuple(columns[name] for name in ("parent_id", "position", "level", "title"))
    return stood == (*stands, blocks)


def _standing(found: Iterable[Section]) -> list[tuple[str, str, int]]:
    return [(each.id, each.version_id, each.revision) for each in found]


def _retire(store: Store, actor: Identity, section: Section, version_id: str) -> None:
    call_off(store, actor, section.id)
    ended = {"retired_on": today().isoformat(), "retired_in": version_id}
    store.update("sections", section.id, ended, expected=section.revision)


def _write_successions(store: Store, plan: Plan, resolution: Resolution, version_id: str) -> None:
    for match_, state in resolution.followed:
        if match_.old is None or match_.new is None:
            continue
        followed = Succession(
            id=new_id(),
            version_id=version_id,
            old_id=plan.old[match_.old].id,
            new_id=plan.id_of(match_.new, resolution),
            kind=match_.kind,
            similarity=match_.similarity,
            state=state,
        )
        store.insert("section_successions", to_row(followed))
        if state.value == "sure":
            carry_links(store, followed.old_id, followed.new_id)


def _keep_notice(store: Store, plan: Plan) -> None:
    """Let the text above the first section be that of the new version."""
    notice = "\n\n".join(block.text for block in plan.outline.preamble)
    row = store.get("concepts", plan.concept_id)
    if notice and notice != row["notice"]:
        store.update("concepts", plan.concept_id, {"notice": notice}, expected=row["revision"])
