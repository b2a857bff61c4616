"""Working decided proposals into the text, as one new version, and publishing it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import Permission
from concept_review.batch import Amendment, Composed, compose_concept
from concept_review.decision import ADOPTING, InvalidDecision
from concept_review.proposal import Proposal, ProposalKind
from concept_review.proposal_steps import (
    NotPossible,
    ProposalAction,
    ProposalState,
    ProposalStep,
    check_step,
)
from concept_review.rebase import Wording
from concept_review.section import Section, Version
from concept_review.tabling import Clashing
from data.amendments import amendments
from data.change import change
from data.clock import today
from data.composed_version import write_version
from data.concepts import sections, versions
from data.decisions import decision_on
from data.papers import paper
from data.proposal_acts import allowed, move
from data.proposal_history import record_step
from data.proposals import proposal, proposals
from data.rows import from_row
from data.store import Conflict, Store

LABEL_LIMIT = 200
WRITTEN = "written:"
"""Begins the id of what a person wrote for a section, in the place of all that clashed there."""


def incorporate(
    store: Store,
    actor: Identity,
    concept_id: str,
    expected: Mapping[str, int],
    *,
    against_version_id: str,
    written: Mapping[str, Wording] | None = None,
    key: str | None = None,
) -> Version:
    """Make one new version of all these decided proposals, or nothing at all.

    `expected` maps the ids of the proposals to the revisions shown, `against_version_id` is the
    newest version shown. `written` holds for sections in which adopted wordings overlap what a
    person wrote as the result. Raises `Clashing` where one is missing, `InvalidDecision` where
    adopted proposals of the same paper are left out, `NotPossible` for what is not adopted, and
    `Conflict` where something has changed since it was shown.
    """
    with change(
        store, actor, Permission.PROPOSAL_STEER, Verb.INCORPORATED, ("concept", concept_id), key=key
    ) as detail:
        wanted = [_as_shown(store, actor, each, number) for each, number in expected.items()]
        if versions(store, concept_id)[0].id != against_version_id or not wanted:
            raise Conflict({"id": concept_id})
        for each in wanted:
            _check(store, actor, each)
        _check_whole_papers(store, actor, wanted)
        text = sections(store, concept_id)
        composed = compose_decided(text, amendments(store, wanted), written or {})
        decisions = {each.id: _adopting_decision(store, each.id) for each in wanted}
        label = _label(store, actor, wanted)
        version_id = write_version(store, actor, concept_id, text, composed, decisions, label)
        for each in wanted:
            move(store, each, {"state": ProposalState.INCORPORATED.value})
            record_step(store, actor, each, ProposalAction.INCORPORATE, ProposalStep())
        detail |= {"version": version_id, "proposals": len(wanted)}
    return from_row(Version, store.get("versions", version_id))


def compose_decided(
    text: Sequence[Section], wanted: Sequence[Amendment], written: Mapping[str, Wording]
) -> Composed:
    """Return the text with all that was decided; raise `Clashing` where a person has to write.

    Where somebody wrote the wording of a section, it stands for all proposals that reword it.
    """
    present = {each.id: each for each in text}
    kept: list[Amendment] = []
    replaced: dict[str, list[str]] = {}
    for each in wanted:
        if each.section_id in written and _rewords(each):
            replaced.setdefault(each.section_id, []).append(each.id)
        else:
            kept.append(each)
    for section_id in replaced:
        now = present[section_id]
        kept.append(
            Amendment(
                id=f"{WRITTEN}{section_id}",
                kind=ProposalKind.REPLACE,
                section_id=section_id,
                base=Wording(now.title, now.blocks),
                offered=written[section_id],
            )
        )
    composed = compose_concept(text, kept)
    if composed.clashes:
        raise Clashing(composed.clashes)
    sources = {key: list(ids) for key, ids in composed.sources.items()}
    for section_id, ids in replaced.items():
        others = [each for each in sources.get(section_id, []) if not each.startswith(WRITTEN)]
        sources[section_id] = [*others, *ids]
    return replace(composed, sources={key: tuple(ids) for key, ids in sources.items()})


def publish(
    store: Store,
    actor: Identity,
    version_id: str,
    day: date | None,
    *,
    expected: int,
    key: str | None = None,
) -> Version:
    """Say since when a version is published; its proposals are in force from then on.

    Raises `InvalidProposalStep` for a day that is missing or still to come, and `Conflict`.
    """
    step = ProposalStep(day=day)
    check_step(ProposalAction.PUBLISH, step, today=today())
    with change(
        store, actor, Permission.PROPOSAL_DECIDE, Verb.PUBLISHED, ("version", version_id), key=key
    ) as detail:
        published = {"published_on": day.isoformat() if day else None}
        store.update("versions", version_id, published, expected=expected)
        rows = store.find("incorporations", version_id=version_id)
        for proposal_id in dict.fromkeys(row["proposal_id"] for row in rows):
            each = proposal(store, actor, proposal_id)
            if each.state is ProposalState.INCORPORATED:
                state = allowed(store, actor, each, ProposalAction.PUBLISH)
                move(store, each, {"state": state.value})
                record_step(store, actor, each, ProposalAction.PUBLISH, step)
        detail["day"] = day.isoformat() if day else ""
    return from_row(Version, store.get("versions", version_id))


def _label(store: Store, actor: Identity, wanted: Sequence[Proposal]) -> str:
    """Return what the new version is known by: its paper, else what was proposed."""
    papers = {each.paper_id for each in wanted}
    (paper_id, *others) = papers
    if paper_id and not others:
        known = paper(store, actor, paper_id)
        return ", ".join(word for word in (known.title, known.reference) if word)
    return ", ".join(each.headline for each in wanted)[:LABEL_LIMIT]


def _rewords(each: Amendment) -> bool:
    drops = each.kind is ProposalKind.DELETE and not each.offered.title
    return each.kind not in (ProposalKind.INSERT, ProposalKind.MOVE) and not drops


def _as_shown(store: Store, actor: Identity, proposal_id: str, revision: int) -> Proposal:
    found = proposal(store, actor, proposal_id)
    if found.revision != revision:
        raise Conflict({"id": proposal_id})
    return found


def _check(store: Store, actor: Identity, wanted: Proposal) -> None:
    if wanted.result not in ADOPTING:
        raise NotPossible(wanted.state, ProposalAction.INCORPORATE)
    allowed(store, actor, wanted, ProposalAction.INCORPORATE)


def _check_whole_papers(store: Store, actor: Identity, wanted: Sequence[Proposal]) -> None:
    """Raise `InvalidDecision` where something adopted from the same paper is left out."""
    ids = {each.id for each in wanted}
    for paper_id in {each.paper_id for each in wanted if each.paper_id}:
        for each in proposals(store, actor, paper_id=paper_id):
            waiting = each.state is ProposalState.DECIDED and each.result in ADOPTING
            if waiting and each.id not in ids:
                raise InvalidDecision({"proposals": "whole_paper"})


def _adopting_decision(store: Store, proposal_id: str) -> str:
    found = decision_on(store, proposal_id)
    if found is None or found.result not in ADOPTING:
        raise NotPossible(ProposalState.DECIDED, ProposalAction.INCORPORATE)
    return found.id
