"""Papers: proposals put before the bodies together, and the bodies that deal with them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import Permission, require
from concept_review.decision import NOTE_LIMIT, REFERENCE_LIMIT, InvalidDecision
from concept_review.proposal import Proposal
from concept_review.proposal_records import Consultation, Paper
from concept_review.proposal_steps import ProposalAction, ProposalStep
from concept_review.tabling import check_tabling
from data.amendments import composed, gone_ids, stale_ids
from data.change import change
from data.concepts import sections, versions
from data.identifier import new_id
from data.proposal_acts import allowed, move
from data.proposal_history import record_step
from data.proposals import proposal
from data.rows import from_row, to_row
from data.store import Conflict, Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a paper shall say: its title, reference (Drucksache), motion and rationale."""

    title: str
    reference: str = ""
    motion: str = ""
    rationale: str = ""


def table(
    store: Store,
    actor: Identity,
    concept_id: str,
    expected: Mapping[str, int],
    draft: Draft,
    *,
    as_alternatives: bool = False,
    key: str | None = None,
) -> Paper:
    """Put proposals before the bodies as one paper against the newest version of the text.

    `expected` maps the ids of the proposals to the revisions that were shown. Raises `NotReady`
    where something has to be settled first, `InvalidDecision` where the title is missing, and
    `NotPossible`, `NotPermitted` and `Conflict` as every step does.
    """
    identifier = new_id()
    with change(
        store, actor, Permission.PROPOSAL_STEER, Verb.TABLED, ("paper", identifier), key=key
    ) as detail:
        _check_draft(draft)
        wanted = [_as_shown(store, actor, key_, number) for key_, number in expected.items()]
        if not wanted:
            raise InvalidDecision({"proposals": "required"})
        clashing = _check(store, concept_id, wanted, as_alternatives=as_alternatives)
        newest = versions(store, concept_id)[0]
        store.insert(
            "papers",
            {
                "id": identifier,
                "concept_id": concept_id,
                "title": draft.title.strip(),
                "reference": draft.reference.strip(),
                "tabled_version_id": newest.id,
                "motion": draft.motion.strip(),
                "rationale": draft.rationale.strip(),
            },
        )
        for each in wanted:
            state = allowed(store, actor, each, ProposalAction.TABLE)
            columns = {"paper_id": identifier, "alternative": int(each.id in clashing)}
            move(store, each, {"state": state.value, **columns})
            record_step(store, actor, each, ProposalAction.TABLE, ProposalStep(reason=draft.title))
        detail |= {"proposals": len(wanted), "version": newest.id}
    return paper(store, actor, identifier)


def paper(store: Store, actor: Identity, paper_id: str) -> Paper:
    """Return one paper; raise `NotFound` or `NotPermitted`."""
    require(actor, Permission.PROPOSAL_READ)
    return from_row(Paper, store.get("papers", paper_id))


def papers(store: Store, actor: Identity, concept_id: str | None = None) -> list[Paper]:
    """Return the papers, of a concept or all, newest first; raise `NotPermitted`."""
    require(actor, Permission.PROPOSAL_READ)
    only = {} if concept_id is None else {"concept_id": concept_id}
    return [from_row(Paper, row) for row in store.find("papers", order="id desc", **only)]


def change_paper(
    store: Store,
    actor: Identity,
    paper_id: str,
    draft: Draft,
    *,
    expected: int,
    key: str | None = None,
) -> Paper:
    """Write title, reference, motion and rationale of a paper anew; raise `Conflict`."""
    with change(
        store, actor, Permission.PROPOSAL_STEER, Verb.CHANGED, ("paper", paper_id), key=key
    ) as detail:
        _check_draft(draft)
        texts = {name: text.strip() for name, text in to_row(draft).items()}
        store.update("papers", paper_id, texts, expected=expected)
        detail["fields"] = sorted(texts)
    return paper(store, actor, paper_id)


def consultations(store: Store, actor: Identity, paper_id: str) -> list[Consultation]:
    """Return the bodies that deal with a paper, in their order; raise `NotPermitted`."""
    require(actor, Permission.PROPOSAL_READ)
    rows = store.find("consultations", order="position", paper_id=paper_id)
    return [from_row(Consultation, row) for row in rows]


def add_consultation(
    store: Store, actor: Identity, consultation: Consultation, *, key: str | None = None
) -> Consultation:
    """Let another body deal with a paper, behind those that are there."""
    added = replace(consultation, id=new_id(), body=consultation.body.strip(), revision=1)
    with change(
        store, actor, Permission.PROPOSAL_DECIDE, Verb.ADDED, ("paper", added.paper_id), key=key
    ) as detail:
        store.get("papers", added.paper_id)
        _check_consultation(added)
        known = consultations(store, actor, added.paper_id)
        added = replace(added, position=max((each.position for each in known), default=0) + 1)
        store.insert("consultations", to_row(added))
        detail["consultation"] = added.id
    return added


def record_consultation(
    store: Store,
    actor: Identity,
    consultation: Consultation,
    *,
    expected: int,
    key: str | None = None,
) -> Consultation:
    """Say when a body dealt with a paper and with what result; raise `Conflict`."""
    with change(
        store, actor, Permission.PROPOSAL_DECIDE, Verb.CHANGED,
        ("paper", consultation.paper_id), key=key,
    ) as detail:  # fmt: skip
        _check_consultation(consultation)
        row = {name: value for name, value in to_row(consultation).items() if name != "id"}
        store.update("consultations", consultation.id, row, expected=expected)
        detail["consultation"] = consultation.id
    return from_row(Consultation, store.get("consultations", consultation.id))


def _as_shown(store: Store, actor: Identity, proposal_id: str, revision: int) -> Proposal:
    found = proposal(store, actor, proposal_id)
    if found.revision != revision:
        raise Conflict({"id": proposal_id})
    return found


def _check(
    store: Store, concept_id: str, wanted: Sequence[Proposal], *, as_alternatives: bool
) -> frozenset[str]:
    """Raise `NotReady`, or return those that clash with each other."""
    text = sections(store, concept_id)
    present = {each.id: each for each in text}
    clashes = composed(store, text, wanted).clashes
    clashing = frozenset(key for each in clashes for key in each.amendment_ids)
    check_tabling(
        wanted,
        stale=stale_ids(store, wanted, present),
        gone=gone_ids(wanted, present),
        clashing=clashing,
        as_alternatives=as_alternatives,
    )
    return clashing


def _check_draft(draft: Draft) -> None:
    errors = {}
    if not draft.title.strip():
        errors["title"] = "required"
    for name, text in to_row(draft).items():
        if len(text) > (REFERENCE_LIMIT if name in ("title", "reference") else 10 * NOTE_LIMIT):
            errors[name] = "too_long"
    if errors:
        raise InvalidDecision(errors)


def _check_consultation(consultation: Consultation) -> None:
    if not consultation.body.strip():
        raise InvalidDecision({"body": "required"})
    for name in ("body", "result", "agenda_item", "note"):
        if len(getattr(consultation, name)) > NOTE_LIMIT:
            raise InvalidDecision({name: "too_long"})
