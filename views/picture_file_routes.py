"""The picture of the network as SVG and PNG, for exactly what the address shows."""

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


def send_svg(request: Request) -> Response:
    """Send the picture as SVG, to print, to keep and to put into papers."""
    return _file(_svg_for(request).encode(), "netzkarte.svg", "image/svg+xml")


def send_png(request: Request) -> Response:
    """Send the picture as PNG; one that is too large is to be had as SVG only."""
    drawn = _svg_for(request)
    try:
        return _file(_png(drawn), "netzkarte.png", "image/png")
    except TooLarge:
        words = _("This picture is too large for PNG. Show less of the network, or take the SVG.")
        return plain_page("no_picture", 413, words=words)


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
        return svg_of(asked_picture(store, read(values_of(pairs), day)))


@lru_cache(maxsize=4)
def _png(drawn: str) -> bytes:
    return png(drawn)


def _file(content: bytes, name: str, media_type: str) -> Response:
    headers = {
        "content-disposition": f'attachment; filename="{name}"',
        "cache-control": "no-cache",
    }
    return Response(content, media_type=media_type, headers=headers)
