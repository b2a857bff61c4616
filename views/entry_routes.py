"""Getting into one's own entry without an account: plain routes. GET shows, POST acts."""

import asyncio
import time
from typing import Final

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from data.accounts import InvalidEmail
from data.entries import entry_of
from data.entry_access import SESSION_LIFETIME, open_link, request_link, take_part
from data.limits import TooMany
from data.store import NotFound, Store
from views.connection import opened_store
from views.entry_addresses import ASK_FOR_LINK, OPEN_ENTRY
from views.identity_gate import CLIENT
from views.letters import compose
from views.mail_soon import send_soon
from views.plain_page import from_this_site, plain_page, speak_as_asked
from views.sign_in_routes import refused, with_cookie
from views.words import _, language

ENTRY: Final = "/eintrag"
ANSWER_AFTER: Final = 0.5
"""Seconds that an answer takes at least, so that its time tells nothing of who is known."""
TRAP: Final = "homepage"
"""A field that people do not see; whoever fills it in is a program."""


async def ask_for_link(request: Request) -> Response:
    """Show the one field, or mail links to whom the address belongs; the answer is always alike."""
    speak_as_asked(request)
    about = request.query_params.get("id", "")
    with opened_store() as store:
        name = _name_of(store, about)
        if request.method != "POST":
            return _asked(name)
        form = await request.form(max_fields=5, max_files=0)
        if not from_this_site(request):
            return refused()
        began = time.monotonic()
        email = _field(form, "email")
        try:
            if not _field(form, TRAP):
                _request(store, request, email, about if name else None)
        except InvalidEmail:
            wrong = _("This is not an e-mail address. It looks like name@beispiel.de.")
            return _asked(name, email, wrong, 400)
        except TooMany:
            return _asked(name, email, _too_many(), 429)
    send_soon()
    await asyncio.sleep(max(0.0, ANSWER_AFTER - (time.monotonic() - began)))
    return plain_page("entry_link_sent")


async def show_entry_link(request: Request) -> Response:
    """Show whose entry a link opens; begin the session only when the form is sent."""
    speak_as_asked(request)
    token = str(request.path_params["token"])
    try:
        with opened_store() as store:
            if request.method != "POST":
                return plain_page("entry_open", name=open_link(store, token).name)
            if not from_this_site(request):
                return refused()
            signed_in = take_part(store, token)
    except NotFound:
        return plain_page("entry_link_ended", 410)
    return with_cookie(ENTRY, signed_in, SESSION_LIFETIME)


ROUTES = [
    Route(ASK_FOR_LINK, ask_for_link, methods=["GET", "POST"]),
    Route(f"{OPEN_ENTRY}/{{token}}", show_entry_link, methods=["GET", "POST"]),
]


def _request(store: Store, request: Request, email: str, about: str | None) -> None:
    client = request.headers.get(CLIENT.decode()) or ""
    request_link(store, email, client, compose, organization_id=about, language=language())


def _name_of(store: Store, organization_id: str) -> str:
    """Return the published name of the organisation that the address names, "" for none."""
    try:
        return entry_of(store, organization_id).name if organization_id else ""
    except NotFound:
        return ""


def _asked(name: str, email: str = "", error: str = "", status: int = 200) -> Response:
    return plain_page("entry_link", status, name=name, email=email, error=error, trap=TRAP)


def _too_many() -> str:
    return _(
        "Many links were asked for from here. Please look into your mailbox, or try again in an "
        "hour."
    )


def _field(form: FormData, name: str) -> str:
    value = form.get(name, "")
    return value[:300] if isinstance(value, str) else ""
