"""News and address cards: what programs of readers fetch."""

from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from babel import Locale
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from accounts.identity import GUEST
from data.clock import today
from data.news import news
from data.roster import contacts, data_version
from network.open_data.vcard import vcard
from views.api_answers import whole_answer
from views.api_state import network_state
from views.connection import opened_store
from views.news_feed import FEED, feed
from views.open_data_settings import open_data_settings
from views.plain_page import speak_as_asked
from views.settings import settings
from views.words import language, speaking

CARD: Final = "/organisation/{id}.vcf"


def send_news(request: Request) -> Response:
    """Send the last news as Atom."""
    speak_as_asked(request)
    with opened_store() as store:
        version = data_version(store)
    where = settings().database, settings().public_url, open_data_settings().publisher
    content, changed = _feed(where, version, today(), language())
    return whole_answer(request, content, "application/atom+xml; charset=utf-8", changed)


@lru_cache(maxsize=4)
def _feed(where: tuple[Path, str, str], version: int, day: date, spoken: str) -> tuple[bytes, str]:
    """Return the feed and when it last changed; made once a day until something is recorded."""
    del version, day
    with opened_store() as store:
        pieces = news(store)
    with speaking(spoken):
        content = feed(pieces, where[2])
    return content, pieces[0].at.isoformat() if pieces else ""


def send_card(request: Request) -> Response:
    """Send an organisation's card; the card of an entry that was merged is that of the new one."""
    state, identifier = network_state(), str(request.path_params["id"])
    unit = state.by_id.get(identifier)
    if unit is None:
        now = state.network.leads_to(identifier)
        if now is None:
            return PlainTextResponse("Not found", status_code=404)
        return RedirectResponse(f"{settings().public_url}/organisation/{now}.vcf", 301)
    with opened_store() as store:
        people = contacts(store, GUEST, unit.id)
    record = state.publisher.organization(unit)
    revised = _basic(record.modified)
    card = vcard(unit, record.keyword, people, _tags(), web=record.web, revised=revised)
    answer = whole_answer(request, card, "text/vcard; charset=utf-8", record.modified)
    answer.headers["content-disposition"] = 'attachment; filename="organisation.vcf"'
    return answer


ROUTES = [Route(FEED, send_news), Route(CARD, send_card)]


@cache
def _tags() -> Mapping[str, str]:
    """Return the tags of languages by their German names, in small letters."""
    return {name.casefold(): tag for tag, name in Locale("de").languages.items()}


def _basic(moment: str) -> str:
    """Return a moment in UTC as vCards write it: 20260131T120000Z."""
    return f"{moment[:19].replace('-', '').replace(':', '')}Z"
