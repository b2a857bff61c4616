"""Small pages without websocket and script: signing in and what a mail links to."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from starlette.requests import Request
from starlette.responses import HTMLResponse

from views.words import LANGUAGES, _, language, plural, speak

if TYPE_CHECKING:
    from jinja2 import Environment


def plain_page(template: str, status: int = 200, /, **values: object) -> HTMLResponse:
    """Return a page from a template in `plain/`; every value is escaped."""
    words: Mapping[str, Any] = {"_": _, "plural": plural, "language": language()}
    text = _templates().get_template(f"{template}.html").render(**words, **values)
    return HTMLResponse(text, status_code=status, headers={"cache-control": "no-store"})


@cache
def _templates() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415  (start-up)

    return Environment(
        loader=FileSystemLoader(Path(__file__).parent / "plain"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def speak_as_asked(request: Request) -> None:
    """Use the language that the address asks for."""
    asked = request.query_params.get("lang", "de")
    speak(asked if asked in LANGUAGES else "de")


def from_this_site(request: Request) -> bool:
    """Say whether a form was sent from a page of this site, as browsers themselves report."""
    fetch_site = request.headers.get("sec-fetch-site")
    if fetch_site is not None:
        return fetch_site == "same-origin"
    origin = request.headers.get("origin")
    return origin is None or origin.partition("://")[2] == request.headers.get("host")
