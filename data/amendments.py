"""Proposals as amendments to the text as it stands: with their base, ready to be composed."""

import json
from collections.abc import Iterable, Mapping, Sequence

from concept_review.batch import Amendment, Composed, compose_concept
from concept_review.block import blocks_from_json
from concept_review.proposal import Proposal, ProposalKind, same_text
from concept_review.rebase import Rebased, Wording, rebase
from concept_review.section import Section
from data.store import Store


def base_of(store: Store, wanted: Proposal) -> Wording:
    """Return the wording of the section on which a proposal was made."""
    row = store.get("section_versions", wanted.base_version_id)
    return Wording(row["title"], blocks_from_json(json.loads(row["blocks"])))


def amendment(store: Store, wanted: Proposal) -> Amendment:
    """Return a proposal as a change of its section."""
    base = base_of(store, wanted)
    offered = Wording(wanted.title, wanted.blocks)
    if wanted.kind is ProposalKind.INSERT:
        base = Wording("", ())
    elif wanted.kind is ProposalKind.MOVE:
        offered = base
    return Amendment(
        id=wanted.id,
        kind=wanted.kind,
        section_id=wanted.section_id,
        base=base,
        offered=offered,
        anchor_id=wanted.anchor_id,
        placement=wanted.placement,
    )


def amendments(store: Store, wanted: Iterable[Proposal]) -> list[Amendment]:
    """Return proposals as changes of their sections, in the same order."""
    return [amendment(store, each) for each in wanted]


def composed(store: Store, present: Sequence[Section], wanted: Iterable[Proposal]) -> Composed:
    """Return what the text would be with all these proposals, and what clashes."""
    return compose_concept(present, amendments(store, wanted))


def carried_over(store: Store, wanted: Proposal, present: Section) -> Rebased:
    """Return a proposal on the present text of its section.

    What moves, goes or is new is carried over as it is, for its words do not meet others.
    """
    base, now = base_of(store, wanted), Wording(present.title, present.blocks)
    offered = Wording(wanted.title, wanted.blocks)
    if not wanted.rewords or same_text(base, now):
        return Rebased(offered, (), carried_over=is_stale(wanted, base, now))
    return rebase(base, now, offered)


def is_stale(wanted: Proposal, base: Wording, now: Wording) -> bool:
    """Say whether the text has changed under a proposal that rewords or drops it."""
    touches = wanted.rewords or wanted.drops_section
    return touches and not same_text(base, now)


def stale_ids(
    store: Store, wanted: Iterable[Proposal], present: Mapping[str, Section]
) -> frozenset[str]:
    """Return those whose section says something else by now than when they were made."""
    found = set()
    for each in wanted:
        now = present.get(each.section_id)
        if now and is_stale(each, base_of(store, each), Wording(now.title, now.blocks)):
            found.add(each.id)
    return frozenset(found)


def gone_ids(wanted: Iterable[Proposal], present: Mapping[str, Section]) -> frozenset[str]:
    """Return those whose section or anchor is no longer in force."""
    return frozenset(
        each.id
        for each in wanted
        if each.section_id not in present or (each.anchor_id or each.section_id) not in present
    )
