"""Where each sentence of a section comes from: which version, which proposal, which decision."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from accounts.identity import OPERATOR
from concept_review.decision import Decision
from concept_review.origin import TracedWording, trace
from concept_review.outline import text_of_blocks
from concept_review.rebase import Wording, rebase
from concept_review.section import Section
from data.amendments import base_of
from data.concepts import wordings
from data.proposals import proposal
from data.rows import from_row
from data.store import Store


@dataclass(frozen=True, slots=True)
class Adoption:
    """A proposal that brought words into the text, and the decision that adopted it."""

    proposal_id: str
    decision: Decision


@dataclass(frozen=True, slots=True)
class Provenance:
    """A run of words, since which wording and moment it stands there, and what brought it.

    Without an adoption it came with a file that was taken in.
    """

    text: str
    number: int
    since: datetime
    adoptions: tuple[Adoption, ...]


def origins(store: Store, section_id: str) -> list[Provenance]:
    """Return the words of a section's last wording, run by run, in order; public."""
    known = list(reversed(wordings(store, section_id)))
    if not known:
        return []
    adopted = _adoptions(store, section_id)
    traced: list[TracedWording] = []
    before: Section | None = None
    for wording, _since in known:
        brought = adopted.get(wording.version_id, ())
        traced.append(
            TracedWording(
                number=wording.number,
                text=_text(Wording(wording.title, wording.blocks)),
                offers=_offers(store, before, brought),
            )
        )
        before = wording
    moments = {wording.number: since for wording, since in known}
    by_id = {each.proposal_id: each for row in adopted.values() for each in row}
    return [
        Provenance(
            run.text,
            run.origin.wording_number,
            moments[run.origin.wording_number],
            tuple(by_id[key] for key in run.origin.source_ids if key in by_id),
        )
        for run in trace(traced)
    ]


def _adoptions(store: Store, section_id: str) -> Mapping[str, Sequence[Adoption]]:
    """Return what was worked into each wording of a section."""
    found: dict[str, list[Adoption]] = {}
    for row in store.find("incorporations", section_id=section_id):
        decision = from_row(Decision, store.get("decisions", row["decision_id"]))
        if row["wording_id"]:
            adoption = Adoption(row["proposal_id"], decision)
            found.setdefault(row["wording_id"], []).append(adoption)
    return found


def _offers(store: Store, before: Section | None, brought: Sequence[Adoption]) -> Mapping[str, str]:
    """Return what each proposal wanted the section to say, seen from the wording before."""
    offers: dict[str, str] = {}
    for each in brought:
        wanted = proposal(store, OPERATOR, each.proposal_id)
        offered = Wording(wanted.title, wanted.blocks)
        if before and wanted.rewords:
            carried = rebase(base_of(store, wanted), Wording(before.title, before.blocks), offered)
            offered = offered if carried.conflicts else carried.wording
        offers[each.proposal_id] = _text(offered)
    return offers


def _text(wording: Wording) -> str:
    return f"{wording.title}\n\n{text_of_blocks(wording.blocks)}"
