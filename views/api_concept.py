"""The concept for other programs: its contents, and section by section its present text."""

from starlette.requests import Request
from starlette.responses import Response

from concept_review.inline import plain
from concept_review.open_paper import Paper, PaperSection, SectionEntry
from concept_review.outline import text_of_blocks
from data.clock import day_of
from data.public_concept import PublicConcept
from data.standings import SectionStanding
from data.store import NotFound
from network.open_data.popolo import Deleted
from views.api_answers import json_answer
from views.api_query import Reader
from views.api_state import concept_state
from views.settings import settings
from views.version_name import version_name
from views.words import speaking

ONE = "id"


def send_concept(request: Request) -> Response:
    """Send the contents of the newest concept, or of the one that is asked for."""
    Reader(request, (ONE,)).check()
    asked = request.query_params.get(ONE)
    for known in concept_state():
        if asked in (None, known.concept.id):
            return json_answer(request, _paper(known), known.modified)
    raise NotFound(asked or "concept")


def send_section(request: Request) -> Response:
    """Send one section; of one that is no longer in force only that it was there."""
    Reader(request, ()).check()
    identifier = str(request.path_params["id"])
    for known in concept_state():
        for each in known.sections:
            if each.section.id == identifier:
                body = _gone(known, each) if each.section.retired_on else _section(known, each)
                return json_answer(request, body, body.modified)
    raise NotFound(identifier)


def _paper(known: PublicConcept) -> Paper:
    concept, version, site = known.concept, known.version, settings().public_url
    with speaking("de"):
        reference = version_name(version)
    return Paper(
        id=concept.id,
        name=concept.title,
        reference=reference,
        date=version.published_on or day_of(version.created_at),
        published_on=version.published_on,
        notice=concept.notice or None,
        sections=tuple(
            SectionEntry(
                id=each.section.id,
                reference=each.section.label,
                name=plain(each.section.title),
                level=each.section.level,
                parent_id=each.section.parent_id,
                url=f"{site}/api/v1/concept/sections/{each.section.id}",
            )
            for each in known.sections
            if each.section.retired_on is None
        ),
        created=known.created,
        modified=known.modified,
        web=f"{site}/konzept/lesen?konzept={concept.id}",
    )


def _section(known: PublicConcept, each: SectionStanding) -> PaperSection:
    section, site = each.section, settings().public_url
    created, modified = known.times[section.id]
    return PaperSection(
        id=section.id,
        name=plain(section.title),
        reference=section.label,
        level=section.level,
        position=section.position,
        parent_id=section.parent_id,
        superordinated_paper=f"{site}/api/v1/concept?{ONE}={section.concept_id}",
        text=text_of_blocks(section.blocks),
        version=section.number,
        competence=section.competence,
        review_status=each.standing.currency,
        reviewed_on=each.review.reviewed_on if each.review else None,
        created=created,
        modified=modified,
        web=f"{site}/abschnitt?id={section.id}",
    )


def _gone(known: PublicConcept, each: SectionStanding) -> Deleted:
    created, modified = known.times[each.section.id]
    return Deleted(id=each.section.id, type="Section", created=created, modified=modified)
