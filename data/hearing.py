"""Who is affected by a section, who had a say in it, and who was not heard."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from accounts.identity import Identity
from accounts.permissions import Permission, require
from concept_review.proposal_steps import ProposalState
from concept_review.section import Section
from data.coverage import Coverage, Involvement, Row
from data.link_targets import TargetType
from data.section_topics import Ground, words_of
from data.store import Store
from network.facets import with_wider
from network.graph import Graph, records
from network.mentions import speaks_of
from network.naming import bare_name, fold
from network.organization import Organization, Post

MANY_SECTIONS: Final = 8
"""From so many sections on, what most of them speak of affects nobody in particular."""


class Affected(StrEnum):
    """Why a section concerns an organisation."""

    LINKED = "linked"
    """The section rests on it or on a post of it."""
    TOPIC = "topic"
    AREA = "area"
    """The section speaks of its district."""
    TARGET_GROUP = "target_group"
    """The section speaks of a group that it is there for."""


@dataclass(frozen=True, slots=True)
class Cause:
    """Why a section concerns an organisation: `value` is a topic's id, a district or a group."""

    affected: Affected
    value: str = ""
    ground: Ground = Ground.LINKED


@dataclass(frozen=True, slots=True)
class NotHeard:
    """A section concerns an organisation, which has had no say in it."""

    section: Section
    organization_id: str
    causes: tuple[Cause, ...]


def not_heard(store: Store, actor: Identity, found: Coverage, graph: Graph) -> list[NotHeard]:
    """Return for each section with text who is affected and was not heard, up to the graph's day.

    Whoever leads a section, stands in or takes part has a say, and so have the units above them.
    Raises `NotPermitted`.
    """
    require(actor, Permission.ADVICE_READ)
    units = {n: r for n, r in records(graph).items() if isinstance(r, Organization)}
    have_text = [row for row in found.rows if row.section.reviewable]
    causes = affected(store, have_text, graph, units)
    said = heard(store, units, graph.graph.get("as_of"))
    result = []
    for row in have_text:
        parts = (
            each for each, cell in row.cells.items() if cell.involvement is not Involvement.TOPIC
        )
        involved = said.get(row.section.id, set()) | _with_units_above(parts, units)
        result += [
            NotHeard(row.section, each, tuple(reasons))
            for each, reasons in causes[row.section.id].items()
            if each not in involved
        ]
    return result


def _with_units_above(named: Iterable[str], units: Mapping[str, Organization]) -> set[str]:
    found: set[str] = set()
    for each in named:
        here: str | None = each
        while here is not None and here in units and here not in found:
            found.add(here)
            here = units[here].parent_id
    return found


def affected(
    store: Store, rows: Sequence[Row], graph: Graph, units: Mapping[str, Organization]
) -> dict[str, dict[str, list[Cause]]]:
    """Return who is affected by each section, with all causes."""
    linked = _linked(store, graph)
    spoken = _spoken_of(rows, units)
    topics = _Topics(graph, units)
    found: dict[str, dict[str, list[Cause]]] = {}
    for row in rows:
        here: dict[str, list[Cause]] = {}
        for each in linked.get(row.section.id, ()):
            if each in units:
                here.setdefault(each, []).append(Cause(Affected.LINKED))
        for each, cause in (*topics.concerning(row), *spoken[row.section.id]):
            here.setdefault(each, []).append(cause)
        found[row.section.id] = here
    return found


def heard(store: Store, units: Mapping[str, Organization], day: date | None) -> dict[str, set[str]]:
    """Return which organisations had a say in each section up to a day.

    That is: a proposal, also a supported one, a comment, a signature that was asked for and given,
    a review, a body that dealt with a paper or decided. Bodies and authors without an account of
    an organisation are known by their names.
    """
    until = (day or date.max).isoformat()
    by_name = {
        bare_name(name): each.id
        for each in units.values()
        for name in (each.name, each.short_name, *each.other_names)
        if name
    }
    found: dict[str, set[str]] = {}
    for row in store.query(_HEARD, {"until": until, "draft": ProposalState.DRAFT.value}):
        who = row["organization_id"] or by_name.get(bare_name(row["name"] or ""))
        if who:
            found.setdefault(row["section_id"], set()).add(who)
    return found


_HEARD: Final = """
with said as (select * from proposals where state <> :draft and substr(created_at, 1, 10) <= :until)
select said.section_id, coalesce(said.organization_id, account.organization_id) as organization_id,
    said.author_name as name
    from said left join accounts account on account.id = said.author_id
union select said.section_id, supporter.organization_id, supporter.name
    from said join proposal_supporters supporter on supporter.proposal_id = said.id
    where substr(supporter.created_at, 1, 10) <= :until
union select said.section_id, signature.organization_id, null
    from said join proposal_cosignatures signature on signature.proposal_id = said.id
    where signature.answer is not null and signature.answered_on <= :until
union select said.section_id, null, decision.body
    from said join decisions decision on decision.proposal_id = said.id
    where decision.decided_on <= :until
union select said.section_id, null, body.body
    from said join consultations body on body.paper_id = said.paper_id
    where body.day is not null and body.day <= :until
union select comment.section_id, account.organization_id, comment.author_name
    from comments comment left join accounts account on account.id = comment.author_id
    where substr(comment.created_at, 1, 10) <= :until
union select review.section_id, account.organization_id, null
    from reviews review join accounts account on account.id = review.reviewer_id
    where review.reviewed_on <= :until
union select task.section_id, signature.organization_id, null
    from review_tasks task join cosignatures signature on signature.task_id = task.id
    where signature.answer is not null and signature.answered_on <= :until
"""


def _linked(store: Store, graph: Graph) -> dict[str, list[str]]:
    """Return the organisations that each section rests on, itself or through their posts."""
    found: dict[str, list[str]] = {}
    for row in store.find("section_links", removed_at=None):
        target = row["target_id"] if row["target_id"] in graph else None
        if target and row["target_type"] in (TargetType.ORGANIZATION, TargetType.POST):
            record = graph.nodes[target]["record"]
            home = record.organization_id if isinstance(record, Post) else target
            own = found.setdefault(row["section_id"], [])
            own += [] if home in own else [home]
    return found


class _Topics:
    """Which topics of a section concern which organisation: its own, a narrower or a wider one."""

    def __init__(self, graph: Graph, units: Mapping[str, Organization]) -> None:
        self._own = {each.id: set(each.topic_ids) for each in units.values()}
        self._with_wider = {
            each.id: set(with_wider(graph, each.topic_ids)) for each in units.values()
        }
        self._graph = graph

    def concerning(self, row: Row) -> Iterable[tuple[str, Cause]]:
        """Return the organisations of a row with the topics that concern them."""
        for topic in row.topics:
            wider = set(with_wider(self._graph, (topic.topic_id,)))
            cause = Cause(Affected.TOPIC, topic.topic_id, topic.ground)
            for each in row.cells:
                if topic.topic_id in self._with_wider[each] or self._own[each] & wider:
                    yield each, cause


def _spoken_of(
    rows: Sequence[Row], units: Mapping[str, Organization]
) -> dict[str, list[tuple[str, Cause]]]:
    """Return whose district or target group each section speaks of.

    In a concept of many sections a word that more than half of them have tells nothing.
    """
    having: dict[tuple[Affected, str], list[tuple[str, str]]] = {}
    for each in units.values():
        if each.district:
            having.setdefault((Affected.AREA, fold(each.district)), []).append(
                (each.id, each.district)
            )
        for group in each.target_groups:
            having.setdefault((Affected.TARGET_GROUP, fold(group)), []).append((each.id, group))
    texts = {row.section.id: words_of(row.section) for row in rows}
    found: dict[str, list[tuple[str, Cause]]] = {section_id: [] for section_id in texts}
    for (kind, term), holders in having.items():
        speaking = [section_id for section_id, text in texts.items() if speaks_of(text, term)]
        if len(texts) >= MANY_SECTIONS and 2 * len(speaking) > len(texts):
            continue
        for section_id in speaking:
            found[section_id] += [
                (each, Cause(kind, written, Ground.TEXT)) for each, written in holders
            ]
    return found
