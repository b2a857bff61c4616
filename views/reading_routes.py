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
from data.editions import edition
from data.roster import data_version
from data.standings import SectionStanding, standings
from data.store import NotFound, Store
from views.connection import opened_store
from views.plain_page import plain_page, speak_as_asked
from views.reading_blocks import phrase_of
from views.reading_parts import parts_of, parts_of_text
from views.settings import settings
from views.words import _, date_text, language, number_text, percent_text

READING: Final = "/konzept/lesen"
CONCEPT: Final = "konzept"
DAY: Final = "stand"
"""The day whose text is asked for."""


def read(request: Request) -> Response:
    """Send the present text of the concept that the address names, else of the newest."""
    speak_as_asked(request)
    with opened_store() as store:
        known = [each.id for each in concepts(store)]
        version = data_version(store)
    asked = request.query_params.get(CONCEPT) or next(reversed(known), "")
    if asked not in known:
        return plain_page("no_concept", 404)
    past = _past(request.query_params.get(DAY, ""))
    try:
        body = _body(asked, language(), today(), past, version, settings().database)
    except NotFound:
        return plain_page("no_concept", 404)
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = {"etag": tag, "cache-control": "no-cache"}
    if _has(request, tag):
        return Response(status_code=304, headers=headers)
    return HTMLResponse(body, headers=headers)


@lru_cache(maxsize=8)
def _body(
    concept_id: str, spoken: str, day: date, past: date | None, version: int, database: Path
) -> bytes:
    """Return the page, made once for all readers of a day until something is recorded.

    Nothing in it depends on who asks. What is not used here tells one page from another.
    """
    del spoken, version, database
    with opened_store() as store:
        shown = concept(store, concept_id)
        page = _page_of(store, shown, past) if past else _page(store, shown, day)
        return bytes(page.body)


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


def _page_of(store: Store, shown: Concept, day: date) -> Response:
    """Return the text as it stood on a day, without a Prüfstand; raise `NotFound` before it."""
    then = edition(store, shown.id, None, day)
    parts, top = parts_of_text(then.sections)
    title = then.title or _("Integration concept")
    version = _("{label}, as it stood on {day}", label=then.label, day=date_text(day))
    return plain_page(
        "reading",
        concept=shown,
        title=title,
        notice=[],
        version=version,
        said="",
        parts=parts,
        top=top,
        today=date_text(today()),
        address=f"{settings().public_url}{READING}?{CONCEPT}={shown.id}&{DAY}={day.isoformat()}",
        foot=_css_text(f"{title} – {version}"),
    )


def _past(text: str) -> date | None:
    """Return the day that the address names if it is before today."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day < today() else None


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
