"""The whole concept to read and to print, with its Prüfstand, without script and without names."""

import hashlib
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from concept_review.progress import progress
from concept_review.section import Concept
from data.clock import day_of, today
from data.concepts import concepts, versions
from data.standings import standings
from data.store import Store
from views.connection import opened_store
from views.plain_page import plain_page, speak_as_asked
from views.reading_blocks import phrase_of
from views.reading_parts import parts_of
from views.settings import settings
from views.words import _, date_text, number_text, percent_text

READING: Final = "/konzept/lesen"
CONCEPT: Final = "konzept"


def read(request: Request) -> Response:
    """Send the present text of the concept that the address names, else of the newest."""
    speak_as_asked(request)
    with opened_store() as store:
        known = {each.id: each for each in concepts(store)}
        asked = request.query_params.get(CONCEPT) or next(reversed(known), "")
        if asked not in known:
            return plain_page("no_concept", 404)
        answer = _page(store, known[asked])
    tag = f'"{hashlib.sha256(bytes(answer.body)).hexdigest()[:32]}"'
    headers = {"etag": tag, "cache-control": "no-cache"}
    if _has(request, tag):
        return Response(status_code=304, headers=headers)
    answer.headers.update(headers)
    return answer


def _page(store: Store, concept: Concept) -> Response:
    newest = versions(store, concept.id)[0]
    everything = standings(store, concept.id)
    parts, top = parts_of(everything)
    made = progress((each.standing.currency, each.section.characters) for each in everything)
    title = concept.title or _("Integration concept")
    version = _(
        "Version {number} of {day}",
        number=newest.number,
        day=date_text(day_of(newest.created_at)),
    )
    said = _("There is no text to review yet.")
    if made.share_text is not None:
        said = _(
            "{share} of the text is current: {current} of {all} sections.",
            share=percent_text(made.share_text),
            current=number_text(made.current),
            all=number_text(made.reviewable),
        )
    return plain_page(
        "reading",
        concept=concept,
        title=title,
        notice=[phrase_of(text) for text in concept.notice.split("\n\n") if text.strip()],
        version=version,
        said=said,
        parts=parts,
        top=top,
        today=date_text(today()),
        address=f"{settings().public_url}{READING}?{CONCEPT}={concept.id}",
        foot=_css_text(f"{title} – {version}"),
    )


def _css_text(text: str) -> str:
    """Return a text that is the same inside a string of CSS, and nothing else anywhere."""
    return "".join(
        each if each.isascii() and each.isalnum() else f"\\{ord(each):06x}" for each in text
    )


def _has(request: Request, tag: str) -> bool:
    """Say whether the browser still has this very page."""
    known = request.headers.get("if-none-match", "").split(",")
    return tag in (each.strip().removeprefix("W/") for each in known)


ROUTES = [Route(READING, read)]
