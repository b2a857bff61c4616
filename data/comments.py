"""Comments: said at a passage of the wording that was read, answered, and settled."""

from dataclasses import dataclass

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import NotPermitted, Permission, may, require
from concept_review.comment import Comment, check_comment, words_of
from concept_review.passage import Anchor, anchor_of
from concept_review.proposal_steps import ProposalState
from concept_review.succession import SuccessionState
from data.change import change
from data.concepts import wordings
from data.identifier import new_id
from data.proposals import proposal
from data.rows import from_row
from data.store import NotFound, Row, Store
from data.successions import successions


@dataclass(frozen=True, slots=True)
class Place:
    """What is talked about: a wording as it was read, a block of it, and words from that block.

    Without a block the section as a whole is meant, without a quote the whole block.
    """

    version_id: str
    block_id: str = ""
    quote: str = ""


def comment(
    store: Store,
    actor: Identity,
    section_id: str,
    text: str,
    place: Place,
    *,
    proposal_id: str | None = None,
    key: str | None = None,
) -> Comment:
    """Say something about a passage.

    The wording may be an older one by now; the passage is followed through the later ones.
    Raises `InvalidComment` with errors by field and `NotFound` for a wording, a block or a
    proposal that is not one of this section.
    """
    identifier = new_id()
    with change(
        store, actor, Permission.COMMENT_WRITE, Verb.COMMENTED, ("comment", identifier), key=key
    ) as detail:
        check_comment(text)
        anchor = _anchor(store, section_id, place)
        if proposal_id:
            _check_proposal(store, actor, section_id, proposal_id)
        row = _said(actor, identifier, section_id, text, place.version_id)
        row["proposal_id"] = proposal_id
        store.insert("comments", row | _fastened(anchor))
        detail["section"] = section_id
    return from_row(Comment, store.get("comments", identifier))


def reply(
    store: Store, actor: Identity, comment_id: str, text: str, *, key: str | None = None
) -> Comment:
    """Answer a comment; an answer to an answer stands in the same thread.

    Raises `InvalidComment`, and `NotFound` where there is no such comment.
    """
    identifier = new_id()
    with change(
        store, actor, Permission.COMMENT_WRITE, Verb.REPLIED, ("comment", identifier), key=key
    ) as detail:
        check_comment(text)
        asked = from_row(Comment, store.get("comments", comment_id))
        first = asked.parent_id or asked.id
        row = _said(actor, identifier, asked.section_id, text, asked.base_version_id)
        row |= {"proposal_id": asked.proposal_id, "parent_id": first}
        store.insert("comments", row | _fastened(None))
        detail |= {"section": asked.section_id, "answers": first}
    return from_row(Comment, store.get("comments", identifier))


def settle(store: Store, actor: Identity, comment_id: str, *, expected: int) -> Comment:
    """Call a matter settled; it stays readable, and can be reopened.

    Raises `NotPermitted` for what others began unless one may settle that too, and `Conflict`
    where it changed since it was read.
    """
    return _set_settled(store, actor, comment_id, Verb.SETTLED, expected)


def reopen(store: Store, actor: Identity, comment_id: str, *, expected: int) -> Comment:
    """Take a matter up again; raises as `settle` does."""
    return _set_settled(store, actor, comment_id, Verb.REOPENED, expected)


def comments(store: Store, actor: Identity, section_id: str) -> list[Comment]:
    """Return what was said about a section, oldest first; raise `NotPermitted`."""
    require(actor, Permission.COMMENT_READ)
    return [from_row(Comment, row) for row in store.find("comments", section_id=section_id)]


def comments_carried_here(store: Store, actor: Identity, section_id: str) -> list[Comment]:
    """Return what was said about the sections that this one was divided from or took in.

    Oldest first; raise `NotPermitted`.
    """
    require(actor, Permission.COMMENT_READ)
    before = [
        each.old_id
        for each in successions(store, section_id)
        if each.new_id == section_id and each.state is SuccessionState.SURE
    ]
    return [each for old_id in dict.fromkeys(before) for each in comments(store, actor, old_id)]


def may_settle(actor: Identity, first: Comment) -> bool:
    """Say whether the actor may settle and reopen what begins with this comment."""
    own = may(actor, Permission.COMMENT_WRITE) and first.author_id == actor.id
    return own or may(actor, Permission.COMMENT_SETTLE)


def _set_settled(
    store: Store, actor: Identity, comment_id: str, verb: Verb, expected: int
) -> Comment:
    with change(store, actor, Permission.COMMENT_WRITE, verb, ("comment", comment_id)) as detail:
        present = from_row(Comment, store.get("comments", comment_id))
        if present.parent_id:
            raise NotFound(comment_id)
        if not may_settle(actor, present):
            raise NotPermitted(actor, Permission.COMMENT_SETTLE)
        settled_by = actor.id if verb is Verb.SETTLED else None
        store.update("comments", comment_id, {"settled_by": settled_by}, expected=expected)
        detail["section"] = present.section_id
    return from_row(Comment, store.get("comments", comment_id))


def _check_proposal(store: Store, actor: Identity, section_id: str, proposal_id: str) -> None:
    """Raise `NotFound` unless the proposal is on this section and no draft."""
    found = proposal(store, actor, proposal_id)
    if found.section_id != section_id or found.state is ProposalState.DRAFT:
        raise NotFound(proposal_id)


def _anchor(store: Store, section_id: str, place: Place) -> Anchor | None:
    """Return what the comment is fastened to; None for the section as a whole."""
    read = next(
        (each for each, _ in wordings(store, section_id) if each.version_id == place.version_id),
        None,
    )
    if read is None:
        raise NotFound(place.version_id)
    if not place.block_id:
        return None
    block = next((each for each in read.blocks if each.id == place.block_id), None)
    if block is None:
        raise NotFound(place.block_id)
    return anchor_of((block,), words_of(block.text, place.quote))


def _said(actor: Identity, identifier: str, section_id: str, text: str, version_id: str) -> Row:
    return {
        "id": identifier,
        "section_id": section_id,
        "author_id": actor.id,
        "author_name": actor.name,
        "text": text.strip(),
        "base_version_id": version_id,
    }


def _fastened(anchor: Anchor | None) -> Row:
    kept = anchor or Anchor("", "", "", "")
    return {
        "block_id": kept.block_id,
        "quote": kept.quote,
        "before": kept.before,
        "after": kept.after,
    }
