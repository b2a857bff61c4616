"""Which topics a section is about: those it is linked to, else those its words speak of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from concept_review.inline import plain
from concept_review.section import Section
from data.link_targets import TargetType
from data.roster import topics
from data.store import Store
from network.mentions import speaks_of
from network.naming import fold
from network.organization import Topic


class Ground(StrEnum):
    """How it is known that a section is about something."""

    LINKED = "linked"
    """Somebody linked it to this very section, or to one above it."""
    HEADING = "heading"
    """Its heading, or one above it, speaks of it."""
    TEXT = "text"
    """Only its text speaks of it."""


@dataclass(frozen=True, slots=True)
class SectionTopic:
    """A topic of a section, and how that is known."""

    topic_id: str
    ground: Ground


SectionTopics = Mapping[str, tuple[SectionTopic, ...]]
"""Topics by section."""


def section_topics(store: Store, text: Sequence[Section]) -> SectionTopics:
    """Return the topics of each section, given in the order of the document.

    Links outweigh words: where a section or one above it is linked to topics, nothing is read.
    Else headings outweigh the text, which often speaks of much by the way.
    """
    rows = store.find("section_links", target_type=TargetType.TOPIC.value, removed_at=None)
    linked: dict[str, list[str]] = {}
    for row in rows:
        linked.setdefault(row["section_id"], []).append(row["target_id"])
    known = topics(store)
    found: dict[str, tuple[SectionTopic, ...]] = {}
    headings: dict[str, str] = {}
    for each in text:
        above = found.get(each.parent_id or "", ())
        own = linked.get(each.id) or [t.topic_id for t in above if t.ground is Ground.LINKED]
        headings[each.id] = f"{headings.get(each.parent_id or '', '')} | {fold(plain(each.title))}"
        if own:
            found[each.id] = tuple(SectionTopic(topic, Ground.LINKED) for topic in own)
        else:
            found[each.id] = _read(known, headings[each.id], each)
    return found


def words_of(section: Section) -> str:
    """Return heading and text of a section as folded words."""
    return fold(" | ".join([plain(section.title), *(block.text for block in section.blocks)]))


def _read(known: Sequence[Topic], headings: str, section: Section) -> tuple[SectionTopic, ...]:
    said = [topic.id for topic in known if speaks_of(headings, topic.term)]
    if said:
        return tuple(SectionTopic(topic, Ground.HEADING) for topic in said)
    text = words_of(section)
    said = [topic.id for topic in known if speaks_of(text, topic.term)]
    return tuple(SectionTopic(topic, Ground.TEXT) for topic in said)
