"""A view of the network as a plain page of text: without script, to read, to hear, to print."""

from typing import Final
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from data.clock import today
from network.picture import name_of
from network.ways import ways
from views.asked_network import AskedNetwork, asked_network
from views.change_rows import asked_days
from views.connection import opened_store
from views.facet_words import FACETS_WORDS, value_text
from views.network_address import words
from views.network_text import pages_of, sections
from views.network_words import counted
from views.plain_page import plain_page, speak_as_asked
from views.way_text import way_texts
from views.words import _, date_text, language

TEXT: Final = "/netzkarte/text"
_PAGE: Final = 200
_NUMBER: Final = "seite"


def read_text(request: Request) -> Response:
    """Send one page of the text of what the address shows."""
    speak_as_asked(request)
    with opened_store() as store:
        found = asked_network(store, request.query_params.getlist)
    pages = pages_of(found.shown, _PAGE)
    page = _number(request.query_params.get(_NUMBER, ""), pages)
    told = sections(found.graph, found.shown, page, _PAGE, found.remarks)
    return plain_page(
        "network_text",
        day=_days(found),
        counted=counted(found.graph, found.shown),
        filters=_filters(found),
        chosen=[name_of(found.records[n]) for n in found.asked.view.chosen if n in found.records],
        ways=_ways(found),
        sections=told,
        here={entry.id for section in told for entry in section.entries},
        page=page,
        pages=[(number, _address(found, number)) for number in range(1, pages + 1)],
        map_address=_query("/netzkarte", found),
    )


def _days(found: AskedNetwork) -> str:
    days = asked_days(found.asked)
    if days is None:
        return _("As of {day}.", day=date_text(found.asked.day))
    earlier, later = map(date_text, days)
    return _("What has changed from {earlier} to {later}.", earlier=earlier, later=later)


def _number(text: str, pages: int) -> int:
    return min(int(text), pages) if text.isdecimal() and int(text) > 0 else 1


def _filters(found: AskedNetwork) -> list[str]:
    view = found.asked.view
    told = [
        f"{_(FACETS_WORDS[facet])}: "
        + ", ".join(sorted(value_text(found.graph, facet, value) for value in values))
        for facet, values in view.wanted.items()
    ]
    gone = [name_of(found.records[n]) for n in sorted(view.without) if n in found.records]
    return [*told, *(_("without {name}", name=name) for name in gone)]


def _ways(found: AskedNetwork) -> list[str]:
    view = found.asked.view
    if not view.path:
        return []
    chosen = [n for n in view.chosen if n in found.graph and n not in view.without]
    return way_texts(found.records, ways(found.shown.ties, chosen, view.direction))


def _address(found: AskedNetwork, page: int) -> str:
    return _query(TEXT, found, (_NUMBER, str(page)))


def _query(path: str, found: AskedNetwork, *more: tuple[str, str]) -> str:
    return f"{path}?{urlencode([*words(found.asked, today()), *more, ('lang', language())])}"


ROUTES = [Route(TEXT, read_text)]
