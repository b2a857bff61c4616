"""The picture of the network as SVG and PNG, for exactly what the address shows."""

import threading
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from data.clock import today
from data.roster import data_version
from network.png import TooLarge, png
from views.asked_picture import asked_picture, svg_of
from views.connection import opened_store
from views.network_address import read
from views.plain_page import plain_page, speak_as_asked
from views.saved_address import Pairs, fixed_words, values_of
from views.settings import settings
from views.words import _, language

SVG_FILE: Final = "/netzkarte/bild.svg"
PNG_FILE: Final = "/netzkarte/bild.png"
_MOST_ENTRIES: Final = 20_000
"""A picture of more would be some 25 million letters long, and nobody could read it."""
_DRAWING: Final = threading.Lock()
"""One PNG at a time: at 2,000 entries it keeps a processor busy for two seconds."""


def send_svg(request: Request) -> Response:
    """Send the picture as SVG, to print, to keep and to put into papers."""
    try:
        return _file(_svg_for(request).encode(), "netzkarte.svg", "image/svg+xml")
    except TooLarge:
        return _refused(_("This picture is too large for a file. Show less of the network."))


def send_png(request: Request) -> Response:
    """Send the picture as PNG; one that is too large is to be had as SVG only."""
    try:
        return _file(_png(_svg_for(request)), "netzkarte.png", "image/png")
    except TooLarge:
        return _refused(
            _("This picture is too large for PNG. Show less of the network, or take the SVG.")
        )


ROUTES = [Route(SVG_FILE, send_svg), Route(PNG_FILE, send_png)]


def _svg_for(request: Request) -> str:
    speak_as_asked(request)
    asked = read(request.query_params.getlist, today())
    with opened_store() as store:
        version = data_version(store)
    return _svg(fixed_words(asked), language(), today(), version, settings().database)


@lru_cache(maxsize=16)
def _svg(pairs: Pairs, spoken: str, day: date, version: int, database: Path) -> str:
    """Draw once for all readers until something is recorded; nothing depends on who asks."""
    del spoken, version, database
    with opened_store() as store:
        found = asked_picture(store, read(values_of(pairs), day))
    if len(found.shown.nodes) > _MOST_ENTRIES:
        raise TooLarge
    return svg_of(found)


@lru_cache(maxsize=4)
def _png(drawn: str) -> bytes:
    with _DRAWING:
        return png(drawn)


def _refused(words: str) -> Response:
    return plain_page("no_picture", 413, words=words)


def _file(content: bytes, name: str, media_type: str) -> Response:
    headers = {
        "content-disposition": f'attachment; filename="{name}"',
        "cache-control": "no-cache",
    }
    return Response(content, media_type=media_type, headers=headers)
