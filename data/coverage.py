"""Which organisations have to do with which sections: lead, take part, work on the topic."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from concept_review.section import Section
from concept_review.task_records import Part, Responsibility
from data.concepts import sections
from data.responsibilities import responsibilities
from data.section_topics import SectionTopic, section_topics
from data.store import Store
from network.facets import with_wider
from network.graph import Graph, records
from network.organization import Organization


class Involvement(StrEnum):
    """What an organisation has to do with a section; the foremost counts."""

    LEAD = "lead"
    DEPUTY = "deputy"
    TAKING_PART = "taking_part"
    TOPIC = "topic"
    """It works on a topic of the section, and nobody gave it a part."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one organisation has to do with one section.

    `inherited` says that the part was given for a section above.
    """

    involvement: Involvement
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A section with everybody who has to do with it, by id of the organisation."""

    section: Section
    topics: tuple[SectionTopic, ...]
    cells: Mapping[str, Cell]

    @property
    def responsible(self) -> bool:
        """Whether anybody has a part in it, in this section or through one above."""
        return any(cell.involvement is not Involvement.TOPIC for cell in self.cells.values())

    def having(self, involvement: Involvement) -> list[str]:
        """Return the organisations of an involvement."""
        return [each for each, cell in self.cells.items() if cell.involvement is involvement]


@dataclass(frozen=True, slots=True)
class Coverage:
    """The table of sections and organisations, sections in the order of the document."""

    rows: tuple[Row, ...]

    @property
    def uncovered(self) -> list[Row]:
        """Return the sections with text that nobody has a part in."""
        return [row for row in self.rows if row.section.reviewable and not row.responsible]

    def totals(self) -> dict[str, Counter[Involvement]]:
        """Return for each organisation how many sections it has to do with, and how."""
        found: dict[str, Counter[Involvement]] = {}
        for row in self.rows:
            for each, cell in row.cells.items():
                found.setdefault(each, Counter())[cell.involvement] += 1
        return dict(sorted(found.items(), key=lambda item: (-item[1].total(), item[0])))


def coverage(store: Store, concept_id: str, graph: Graph) -> Coverage:
    """Return who has to do with each section of a concept, of those there on the graph's day.

    An organisation works on a topic of a section where it has that topic, a narrower or a wider
    one. Parts of organisations that are not there do not count.
    """
    text = sections(store, concept_id)
    topics = section_topics(store, text)
    parts = responsibilities(store, text)
    working = _by_topic(graph)
    rows = []
    for each in text:
        cells = {
            org: Cell(Involvement.TOPIC)
            for topic in topics[each.id]
            for org in working.get(topic.topic_id, ())
        }
        # The foremost part is written last.
        for part in (Part.TAKING_PART, Part.DEPUTY, Part.LEAD):
            cells |= {
                named.organization_id: Cell(Involvement(part.value), named.section_id != each.id)
                for named in parts[each.id]
                if named.part is part and named.organization_id in graph
            }
        rows.append(Row(each, topics[each.id], cells))
    return Coverage(tuple(rows))


def losing_lead(
    store: Store, concept_id: str, gone: Collection[str]
) -> list[tuple[Section, str | None]]:
    """Return the sections whose lead is among those gone, with the deputy that is left, if any."""
    text = sections(store, concept_id)
    parts = responsibilities(store, text)
    return [
        (each, _deputy(parts[each.id], gone))
        for each in text
        if any(p.part is Part.LEAD and p.organization_id in gone for p in parts[each.id])
    ]


def resting_on(store: Store, concept_id: str, nodes: Collection[str]) -> list[Section]:
    """Return the sections that were linked to any of some organisations and posts."""
    rows = store.find("section_links", removed_at=None)
    citing = {row["section_id"] for row in rows if row["target_id"] in nodes}
    return [each for each in sections(store, concept_id) if each.id in citing]


def _deputy(named: Sequence[Responsibility], gone: Collection[str]) -> str | None:
    left = [
        each.organization_id
        for each in named
        if each.part is Part.DEPUTY and each.organization_id not in gone
    ]
    return left[0] if left else None


def _by_topic(graph: Graph) -> dict[str, list[str]]:
    """Return who works on each topic: on itself, a narrower or a wider one."""
    topics = graph.graph.get("topics", {})
    wider = {topic: set(with_wider(graph, (topic,))) for topic in topics}
    narrower = {
        topic: {each for each, above in wider.items() if topic in above} for topic in topics
    }
    found: dict[str, list[str]] = {}
    for node, record in records(graph).items():
        if isinstance(record, Organization):
            own = [topic for topic in record.topic_ids if topic in topics]
            for topic in set().union(*(wider[each] | narrower[each] for each in own)):
                found.setdefault(topic, []).append(node)
    return found
