"""A story to read without script and to print: each step on a page of its own, with its picture."""

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from data.clock import today
from data.sessions import who_is
from data.store import NotFound, Store
from data.stories import story
from network.story import Step
from views.asked_picture import asked_picture, facts
from views.connection import opened_store
from views.identity_gate import HEADER
from views.led_on import led_on
from views.picture_file_routes import SVG_FILE
from views.plain_page import plain_page, speak_as_asked
from views.saved_address import fixed_words, read_query
from views.words import date_text, language

PRINTED: Final = "/erzaehlungen/druck"


@dataclass(frozen=True, slots=True)
class PrintedStep:
    """A step as it is printed: its words, its picture, and the same in words."""

    step: Step
    picture: str
    view: str
    facts: tuple[str, ...]


def print_story(request: Request) -> Response:
    """Send a story with all its steps, to whoever may read it."""
    speak_as_asked(request)
    with opened_store() as store:
        actor = who_is(store, request.headers.get(HEADER.decode()))
        try:
            told, steps = story(store, actor, request.query_params.get("id", ""))
        except NotFound:
            return plain_page("no_story", 404)
        printed = [_printed(store, step) for step in steps]
    return plain_page("story", story=told, steps=printed, today=date_text(today()))


ROUTES = [Route(PRINTED, print_story)]


def _printed(store: Store, step: Step) -> PrintedStep:
    found = asked_picture(store, led_on(store, read_query(step.address)))
    query = urlencode([*fixed_words(found.asked), ("lang", language())])
    return PrintedStep(
        step,
        f"{SVG_FILE}?{query}",
        f"/netzkarte?{query}",
        tuple(facts(found)[:-1]),
    )
