"""The mails that ask the other side of a stated tie, and the answers that come by their links."""

from dataclasses import dataclass

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import Permission
from data.addressees import addressees
from data.change import change
from data.clock import timestamp
from data.entry_links import EntryLink, Purpose, issue, usable, use
from data.entry_rights import entry_permission
from data.letters import Compose, Letter, Occasion, post
from data.merges import leads_to
from data.organizations import organization
from data.rows import from_row
from data.store import NotFound, Store
from data.ties import Outcome, Sides, TieTable, sides, standing, take_down
from network.graph import Confirmation, TieKind
from network.organization import Membership, Organization, Relation

BACK = "_back"
"""Ends the kind of a tie in a letter where it leads from the reader to whoever stated it."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a link asks: whether a tie is right that another organisation stated.

    `start` and `end` are the names of the ends, `asked` is the organisation that answers.
    """

    asked: Organization
    stated_by: str
    record: Relation | Membership
    start: str
    end: str
    standing: Confirmation
    revision: int


def ask_other_side(store: Store, compose: Compose, known: Sides) -> list[str]:
    """Write to the sides that did not state a tie; return the ids of the mails; part of a change.

    Who has a link about this tie that can still be used is not written to again.
    """
    stated_by = organization(store, known.stated_by_id or "")
    mails = []
    for other in (organization(store, each) for each in known.to_ask):
        waiting = _waiting(store, known, other.id)
        for each in addressees(store, other.id):
            if each.email.casefold() in waiting:
                continue
            link = issue(
                store,
                Purpose.SETTLE_TIE,
                each.email,
                each.language,
                organization_id=other.id,
                tie=(known.table.value, known.tie_id),
            )
            letter = Letter(
                occasion=Occasion.TIE_STATED,
                name=other.name,
                language=each.language,
                other=stated_by.name,
                tie=_kind(store, known),
                token=link.token,
                until=link.until,
            )
            mails.append(post(store, compose, letter, each.email, other.id))
    return mails


def question(store: Store, token: str) -> Question:
    """Return what a link asks, without using it; raise `NotFound` where there is nothing to ask."""
    return _question(store, usable(store, token, Purpose.SETTLE_TIE))


def answer_by_link(store: Store, token: str, outcome: Outcome, *, expected: int) -> Question:
    """Use a link to confirm or dispute a tie, and return how it then stands.

    Raises `NotFound` where the link is used or too old or the tie is gone, and `Conflict`
    where the tie was changed since it was shown.
    """
    link = usable(store, token, Purpose.SETTLE_TIE)
    asked = _question(store, link)
    tie_id, table = asked.record.id, TieTable(link.tie_table or "")
    subject = ("tie", tie_id)
    with change(store, link.identity, Permission.LINK_REDEEM, Verb.SETTLED, subject) as detail:
        use(store, token, Purpose.SETTLE_TIE)
        detail.update(take_down(store, table, tie_id, outcome, asked.asked.id, expected=expected))
    return _question(store, link)


def answer_tie(
    store: Store,
    actor: Identity,
    organization_id: str,
    tie_id: str,
    outcome: Outcome,
    *,
    expected: int,
    key: str | None = None,
) -> Confirmation:
    """Say for an organisation what it says of a tie that another one stated.

    Raises `NotASide`, `NotFound` and `Conflict`.
    """
    permission = entry_permission(actor, organization_id)
    with change(store, actor, permission, Verb.SETTLED, ("tie", tie_id), key=key) as detail:
        table = sides(store, tie_id).table
        detail.update(take_down(store, table, tie_id, outcome, organization_id, expected=expected))
    return standing(store, table, tie_id)


def _question(store: Store, link: EntryLink) -> Question:
    asked = leads_to(store, link.organization_id or "")
    known = sides(store, link.tie_id or "")
    if asked not in known.to_ask or known.stated_by_id is None:
        raise NotFound("tie")
    row = store.get(known.table.value, known.tie_id)
    record: Relation | Membership
    if known.table is TieTable.RELATIONS:
        record = from_row(Relation, row)
        start, end = record.subject_id, record.object_id
    else:
        record = from_row(Membership, row)
        start = record.member_organization_id or record.post_id or ""
        end = record.organization_id
    return Question(
        asked=organization(store, asked),
        stated_by=organization(store, known.stated_by_id).name,
        record=record,
        start=_name(store, start),
        end=_name(store, end),
        standing=standing(store, known.table, known.tie_id),
        revision=known.revision,
    )


def _name(store: Store, node: str) -> str:
    """Return what a node is called; a post with its organisation."""
    if rows := store.find("posts", id=node):
        return f"{rows[0]['label']} ({organization(store, rows[0]['organization_id']).name})"
    return organization(store, node).name


def _kind(store: Store, known: Sides) -> str:
    """Return the kind of a tie as seen from whoever stated it."""
    row = store.get(known.table.value, known.tie_id)
    kind = row["classification"] if known.table is TieTable.RELATIONS else TieKind.MEMBER_OF.value
    outward = known.ends[0] == known.stated_by_id
    return str(kind) if outward else f"{kind}{BACK}"


def _waiting(store: Store, known: Sides, organization_id: str) -> set[str]:
    rows = store.find(
        "entry_links",
        purpose=Purpose.SETTLE_TIE.value,
        tie_id=known.tie_id,
        organization_id=organization_id,
        used_at=None,
    )
    return {row["email"].casefold() for row in rows if row["expires_at"] >= timestamp()}
