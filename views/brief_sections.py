"""What a brief says of the concept and of open matters: sections, reviews, ties in doubt."""

from collections.abc import Iterator

from accounts.identity import Identity
from accounts.permissions import Permission, may
from concept_review.currency import Currency
from concept_review.proposal_steps import UNDECIDED
from concept_review.task_records import Part
from data.concepts import concepts
from data.link_targets import TargetType
from data.proposals import proposals
from data.standings import SectionStanding, standings
from data.store import Store
from network.brief import Block
from network.graph import Confirmation, Graph, ties_of
from network.organization import Occupancy, Post
from network.picture import name_of
from views.kinds import TIES
from views.network_address import Asked
from views.standing_words import currency_word
from views.task_words import PARTS
from views.words import _, plural

_OPEN = (
    Currency.NEVER,
    Currency.STALE_TEXT,
    Currency.SUSPECT_LINK,
    Currency.OVERDUE,
    Currency.ACTION_NEEDED,
)


def concept_blocks(store: Store, actor: Identity, node: str, asked: Asked) -> list[Block]:
    """Return the sections of a node, and to whoever may see tasks, what is open in them."""
    here = [
        each
        for concept in concepts(store)
        for each in standings(store, concept.id, asked.day)
        if _has_part(each, node) or _is_cited(each, node)
    ]
    responsible = [_responsible_text(each, node) for each in here if _has_part(each, node)]
    cited = [each.section.heading for each in here if not _has_part(each, node)]
    return [
        Block(_("Responsible for"), tuple(responsible)),
        Block(_("Named in the concept"), tuple(cited)),
        Block(_("Open in the concept"), tuple(_open(store, actor, node, here))),
    ]


def open_ties(graph: Graph, node: str, posts: list[Post]) -> Block:
    """Return vacant posts, and ties of which only one side is sure."""
    held = graph.graph.get("held", frozenset())
    found = [
        _("Vacant: {name}", name=post.label)
        for post in posts
        if post.occupancy is Occupancy.VACANT and post.id not in held
    ]
    for tie in ties_of(graph, node):
        other = tie.object_id if tie.subject_id == node else tie.subject_id
        name = name_of(graph.nodes[other]["record"])
        word = tie.label or _(TIES[tie.kind])
        if tie.confirmation is Confirmation.DISPUTED:
            found.append(_("Disputed: {tie}, {name}", tie=word, name=name))
        elif tie.confirmation is Confirmation.STATED:
            found.append(_("Stated by one side only: {tie}, {name}", tie=word, name=name))
    return Block(_("Open in the network"), tuple(found))


def _has_part(each: SectionStanding, node: str) -> bool:
    return any(one.organization_id == node for one in each.responsible)


def _is_cited(each: SectionStanding, node: str) -> bool:
    kinds = (TargetType.ORGANIZATION, TargetType.POST)
    return any(one.id == node and one.type in kinds for one in each.targets)


def _responsible_text(each: SectionStanding, node: str) -> str:
    part = next(one.part for one in each.responsible if one.organization_id == node)
    return f"{each.section.heading} ({_(PARTS[part])})"


def _open(store: Store, actor: Identity, node: str, here: list[SectionStanding]) -> Iterator[str]:
    """Yield reviews that wait, and how many proposals wait, as far as the actor may know."""
    if may(actor, Permission.TASK_READ):
        for each in here:
            leads = any(
                one.organization_id == node and one.part is Part.LEAD for one in each.responsible
            )
            if leads and each.standing.currency in _OPEN:
                yield f"{currency_word(each.standing.currency)}: {each.section.heading}"
    if may(actor, Permission.PROPOSAL_READ):
        ids = {each.section.id for each in here}
        waiting = [
            one
            for one in proposals(store, actor)
            if one.section_id in ids and one.state in UNDECIDED
        ]
        if waiting:
            yield plural(
                "{n} proposal is not decided yet.",
                "{n} proposals are not decided yet.",
                len(waiting),
            )
