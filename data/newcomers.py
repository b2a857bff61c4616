"""What of the integration concept concerns an organisation that has just registered."""

from collections.abc import Collection

from concept_review.section import Section
from data.concepts import concepts, sections
from data.section_topics import Ground, section_topics
from data.store import Store
from network.graph import Graph
from network.newcomer import related

_FOREMOST = (Ground.LINKED, Ground.HEADING, Ground.TEXT)


def sections_on(
    store: Store, graph: Graph, topic_ids: Collection[str], limit: int = 8
) -> list[Section]:
    """Return the sections with text of the newest concept that are about some topics.

    First those that somebody linked to them, then those whose heading says so, then those whose
    text does; narrower and wider topics count as well.
    """
    wanted = related(graph, topic_ids)
    found: list[tuple[int, int, Section]] = []
    for concept in concepts(store)[-1:] if wanted else ():
        text = sections(store, concept.id)
        about = section_topics(store, text)
        for place, each in enumerate(text):
            grounds = [_FOREMOST.index(t.ground) for t in about[each.id] if t.topic_id in wanted]
            if grounds and each.reviewable:
                found.append((min(grounds), place, each))
    return [each for _ground, _place, each in sorted(found, key=lambda one: one[:2])[:limit]]
