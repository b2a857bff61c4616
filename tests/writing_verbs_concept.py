"""Samples of the writing verbs about versions, links, responsibility and reviews as tasks."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from accounts.identity import Identity
from concept_review.legal_act import LegalAct, LegalKind
from concept_review.outline import read_outline
from concept_review.task import Step, TaskAction
from concept_review.task_records import Answer, Cosignature, Part, ReviewTask
from data import (
    concepts,
    cosigning,
    editorial_changes,
    legal_acts,
    new_versions,
    responsibilities,
    review_tasks,
    section_links,
    successions,
)
from data.clock import today
from data.cosignatures import cosignatures
from data.identifier import new_id
from data.store import Store
from tests.conftest import COORDINATOR, STAFF
from tests.due_section import LEAD, OTHER, name_parts, units
from tests.versions import TEXT, UNSURE, an_open_pair, imported, plan, take
from tests.writing_verbs import Sample, a_section

Call = Callable[[Store, Identity], object]
Prepare = Callable[[Store], Call]
SOON = today() + timedelta(days=30)


def a_law(title: str = "Aufenthaltsgesetz") -> LegalAct:
    """Return a law that is not kept yet."""
    return LegalAct(
        id=new_id(),
        kind=LegalKind.LAW,
        title=title,
        reference="BGBl. I 2008 S. 162",
        as_of=date(2024, 10, 31),
    )


def a_begun_review(store: Store) -> ReviewTask:
    """Let the lead of the first section begin its review."""
    units(store)
    section = a_section(store)
    name_parts(store, section, {Part.LEAD: ["lead"], Part.DEPUTY: ["deputy"]})
    return review_tasks.act(store, LEAD, section.id, TaskAction.START, Step(), expected=0)


def asked(store: Store, *unit_ids: str) -> list[Cosignature]:
    """Let the lead ask units to sign the review of the first section."""
    task = a_begun_review(store)
    step = Step(organization_ids=unit_ids, day=SOON)
    review_tasks.act(
        store, LEAD, task.section_id, TaskAction.REQUEST_COSIGN, step, expected=task.revision
    )
    return cosignatures(store, task.id)


def _act(shift: int) -> Prepare:
    def prepare(store: Store) -> Call:
        task = a_begun_review(store)
        step = Step(organization_ids=("other", "deputy"), day=SOON)
        return lambda s, actor: review_tasks.act(
            s, actor, task.section_id, TaskAction.REQUEST_COSIGN, step,
            expected=task.revision - shift,
        )  # fmt: skip

    return prepare


def _cosign(fingerprint: str = "") -> Prepare:
    def prepare(store: Store) -> Call:
        mine = asked(store, "other", "deputy")[0]
        read = fingerprint or mine.fingerprint
        return lambda s, actor: cosigning.cosign(
            s, actor, mine.id, Answer.REFUSED, "Die Zahl stimmt nicht.", fingerprint=read
        )

    return prepare


def _set_responsibilities(*, seen: bool) -> Prepare:
    def prepare(store: Store) -> Call:
        units(store)
        section = a_section(store)
        name_parts(store, section, {Part.LEAD: ["lead"]})
        expected = responsibilities.own_responsibilities(store, section.id) if seen else ()
        parts = {Part.LEAD: ["other"], Part.TAKING_PART: ["deputy"]}
        return lambda s, actor: responsibilities.set_responsibilities(
            s, actor, section.id, parts, expected=expected
        )

    return prepare


def _state_editorial(present: str = "") -> Prepare:
    def prepare(store: Store) -> Call:
        section = a_section(store)
        return lambda s, actor: editorial_changes.state_editorial(
            s, actor, section.id, reviewed="v2:before", present=present or section.fingerprint
        )

    return prepare


def _confirm_editorial(shift: int) -> Prepare:
    def prepare(store: Store) -> Call:
        section = a_section(store)
        stated = editorial_changes.state_editorial(
            store, STAFF, section.id, reviewed="v2:before", present=section.fingerprint
        )
        return lambda s, actor: editorial_changes.confirm_editorial(
            s, actor, stated.id, expected=1 + shift
        )

    return prepare


def _link(store: Store) -> Call:
    first, second = concepts.sections(store, a_section(store).concept_id)
    return lambda s, actor: section_links.link(s, actor, first.id, ("section", second.id))


def _unlink(*, linked: bool) -> Prepare:
    def prepare(store: Store) -> Call:
        first, second = concepts.sections(store, a_section(store).concept_id)
        target = ("section", second.id)
        if linked:
            section_links.link(store, STAFF, first.id, target)
        return lambda s, actor: section_links.unlink(s, actor, first.id, target)

    return prepare


def _change_legal_act(shift: int) -> Prepare:
    def prepare(store: Store) -> Call:
        law = legal_acts.add_legal_act(store, STAFF, a_law())
        changed = replace(law, as_of=date(2025, 1, 1), revision=law.revision - shift)
        return lambda s, actor: legal_acts.change_legal_act(s, actor, changed)

    return prepare


def _import_version(*, stale: bool) -> Prepare:
    def prepare(store: Store) -> Call:
        concept_id = imported(store)
        planned = plan(store, concept_id, UNSURE)
        if stale:
            take(store, concept_id, UNSURE)
        return lambda s, actor: new_versions.import_version(s, actor, planned, {}, "Entwurf")

    return prepare


def _settle(shift: int) -> Prepare:
    def prepare(store: Store) -> Call:
        pair = an_open_pair(store)
        return lambda s, actor: successions.settle(
            s, actor, pair.id, same=True, expected=pair.revision + shift
        )

    return prepare


SAMPLES: Mapping[str, Sample] = {
    "review_tasks.act": Sample(LEAD, _act(0), _act(1)),
    "cosigning.cosign": Sample(OTHER, _cosign(), _cosign("v2:of another wording")),
    "responsibilities.set_responsibilities": Sample(
        COORDINATOR, _set_responsibilities(seen=True), _set_responsibilities(seen=False)
    ),
    "editorial_changes.state_editorial": Sample(
        STAFF, _state_editorial(), _state_editorial("v2:of another wording")
    ),
    "editorial_changes.confirm_editorial": Sample(
        COORDINATOR, _confirm_editorial(0), _confirm_editorial(1)
    ),
    "section_links.link": Sample(STAFF, _link),
    "section_links.unlink": Sample(STAFF, _unlink(linked=True), _unlink(linked=False)),
    "legal_acts.add_legal_act": Sample(
        STAFF, lambda _: lambda s, actor: legal_acts.add_legal_act(s, actor, a_law())
    ),
    "legal_acts.change_legal_act": Sample(STAFF, _change_legal_act(0), _change_legal_act(1)),
    "concepts.import_outline": Sample(
        COORDINATOR,
        lambda _: lambda s, actor: concepts.import_outline(s, actor, read_outline(TEXT)),
    ),
    "new_versions.import_version": Sample(
        COORDINATOR, _import_version(stale=False), _import_version(stale=True)
    ),
    "successions.settle": Sample(COORDINATOR, _settle(0), _settle(1)),
}
