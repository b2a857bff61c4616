"""The whole concept to read and to print, with its Prüfstand, without script and without names."""

import hashlib
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from concept_review.progress import progress
from concept_review.section import Concept
from data.clock import day_of, today
from data.concepts import concept, concepts, versions
from data.roster import data_version
from data.standings import SectionStanding, standings
from data.store import Store
from views.connection import opened_store
from views.plain_page import plain_page, speak_as_asked
from views.reading_blocks import phrase_of
from views.reading_parts import parts_of
from views.settings import settings
from views.words import _, date_text, language, number_text, percent_text

READING: Final = "/konzept/lesen"
CONCEPT: Final = "konzept"


def read(request: Request) -> Response:
    """Send the present text of the concept that the address names, else of the newest."""
    speak_as_asked(request)
    with opened_store() as store:
        known = [each.id for each in concepts(store)]
        version = data_version(store)
    asked = request.query_params.get(CONCEPT) or next(reversed(known), "")
    if asked not in known:
        return plain_page("no_concept", 404)
    body = _body(asked, language(), today(), version, settings().database)
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = {"etag": tag, "cache-control": "no-cache"}
    if _has(request, tag):
        return Response(status_code=304, headers=headers)
    return HTMLResponse(body, headers=headers)


@lru_cache(maxsize=8)
def _body(concept_id: str, spoken: str, day: date, version: int, database: Path) -> bytes:
    """Return the page, made once for all readers of a day until something is recorded.

    Nothing in it depends on who asks. What is not used here tells one page from another.
    """
    del spoken, version, database
    with opened_store() as store:
        return bytes(_page(store, concept(store, concept_id), day).body)


def _page(store: Store, shown: Concept, day: date) -> Response:
    newest = versions(store, shown.id)[0]
    everything = standings(store, shown.id, day)
    parts, top = parts_of(everything)
    title = shown.title or _("Integration concept")
    made_on = date_text(day_of(newest.created_at))
    version = _("Version {number} of {day}", number=newest.number, day=made_on)
    return plain_page(
        "reading",
        concept=shown,
        title=title,
        notice=[phrase_of(text) for text in shown.notice.split("\n\n") if text.strip()],
        version=version,
        said=_said(everything),
        parts=parts,
        top=top,
        today=date_text(day),
        address=f"{settings().public_url}{READING}?{CONCEPT}={shown.id}",
        foot=_css_text(f"{title} – {version}"),
    )


def _said(everything: Sequence[SectionStanding]) -> str:
    """Say how much of the text is current."""
    made = progress((each.standing.currency, each.section.characters) for each in everything)
    if made.share_text is None:
        return _("There is no text to review yet.")
    return _(
        "{share} of the text is current: {current} of {all} sections.",
        share=percent_text(made.share_text),
        current=number_text(made.current),
        all=number_text(made.reviewable),
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
