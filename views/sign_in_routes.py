"""Signing in and out: plain routes that set and end the cookie. GET shows, POST acts."""

from datetime import timedelta

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from accounts.password import MINIMUM_LENGTH, WeakPassword
from data.accounts import open_link
from data.limits import Form, TooMany, count_try, forgive
from data.sessions import LIFETIME, NotSignedIn, SignedIn, redeem, sign_in, sign_out, who_is
from data.store import NotFound, Store
from views.connection import opened_store
from views.identity_gate import CLIENT, COOKIE, HEADER
from views.plain_page import from_this_site, plain_page, speak_as_asked
from views.settings import settings
from views.words import _, language, plural

SIGN_IN = "/anmelden"
SIGN_OUT = "/abmelden"
INVITATION = "/einladung"
LONGEST = 254
"""Letters of a login that are looked at."""


def client_address(request: Request) -> str:
    """Return from which address a request comes, as the gate found out; for limits only."""
    return request.headers.get(CLIENT.decode(), "")


def invitation_url(token: str) -> str:
    """Return the whole address of a one-time link."""
    return f"{settings().public_url}{INVITATION}/{token}"


async def show_sign_in(request: Request) -> Response:
    """Show the form, or act on it."""
    speak_as_asked(request)
    target = _inside(request.query_params.get("weiter", "/"))
    if request.method != "POST":
        return plain_page("sign_in", target=target, error="", login="")
    form = await request.form(max_fields=5)
    if not from_this_site(request):
        return refused()
    login = _field(form, "login")[:LONGEST]
    try:
        with opened_store() as store:
            signed_in = _tried(store, login, _field(form, "password"), client_address(request))
    except TooMany as full:
        return plain_page("sign_in", 429, target=target, error=_too_often(full), login=login)
    except NotSignedIn:
        error = _("Login and password do not belong together. Please check both.")
        return plain_page("sign_in", 401, target=target, error=error, login=login)
    return with_cookie(target, signed_in)


def _tried(store: Store, login: str, password: str, address: str) -> SignedIn:
    """Sign in unless too many tries went wrong; a login that nobody has counts the same.

    Each try is counted before it is made, so that many at once are no way around the limit.
    """
    name = login.strip().casefold()
    at = count_try(store, Form.SIGN_IN_ADDRESS, address)
    count_try(store, Form.SIGN_IN_LOGIN, name)
    signed_in = sign_in(store, login, password)
    forgive(store, Form.SIGN_IN_LOGIN, name)
    forgive(store, Form.SIGN_IN_ADDRESS, address, at)
    return signed_in


def _too_often(full: TooMany) -> str:
    return plural(
        "Too many tries went wrong. Please try again in {n} minute, or ask the coordination for "
        "a one-time link.",
        "Too many tries went wrong. Please try again in {n} minutes, or ask the coordination for "
        "a one-time link.",
        full.minutes,
    )


async def show_too_many_pages(request: Request) -> Response:
    """Say that too many pages are open from one address (`socket_limit`)."""
    speak_as_asked(request)
    return plain_page("too_many_pages", 429)


async def show_invitation(request: Request) -> Response:
    """Show whom a one-time link is for; redeem it only when the form is sent."""
    speak_as_asked(request)
    token = str(request.path_params["token"])
    try:
        with opened_store() as store:
            account = open_link(store, token)
            if request.method != "POST":
                return _invitation(account.name, account.login)
            form = await request.form(max_fields=5)
            if not from_this_site(request):
                return refused()
            if _field(form, "password") != _field(form, "again"):
                error = _("The two passwords differ. Please type them once more.")
                return _invitation(account.name, account.login, error)
            signed_in = redeem(store, token, _field(form, "password"))
    except WeakPassword as weak:
        return _invitation(account.name, account.login, _weakness(weak.code))
    except NotFound:
        return plain_page("link_ended", 410)
    return with_cookie("/", signed_in)


async def show_sign_out(request: Request) -> Response:
    """Ask, then end the session on the server and in the browser."""
    speak_as_asked(request)
    if request.method != "POST":
        return plain_page("sign_out")
    if not from_this_site(request):
        return refused()
    session_id = request.headers.get(HEADER.decode())
    if session_id:
        with opened_store() as store:
            sign_out(store, who_is(store, session_id), session_id)
    response = RedirectResponse(f"/?lang={language()}", status_code=303)
    response.delete_cookie(COOKIE, path="/", httponly=True, samesite="lax")
    return response


ROUTES = [
    Route(SIGN_IN, show_sign_in, methods=["GET", "POST"]),
    Route("/zu-viele-seiten", show_too_many_pages, methods=["GET"]),
    Route(SIGN_OUT, show_sign_out, methods=["GET", "POST"]),
    Route(f"{INVITATION}/{{token}}", show_invitation, methods=["GET", "POST"]),
]


def _inside(target: str) -> str:
    """Return a path of this app; anything that could lead elsewhere becomes the start page."""
    leads_out = not target.startswith("/") or target.startswith("//") or "\\" in target
    return "/" if leads_out or any(ord(char) < 33 for char in target) else target


def _field(form: FormData, name: str) -> str:
    value = form.get(name, "")
    return value if isinstance(value, str) else ""


def _invitation(name: str, login: str, error: str = "") -> Response:
    return plain_page(
        "invitation",
        400 if error else 200,
        name=name,
        login=login,
        error=error,
        minimum=MINIMUM_LENGTH,
    )


def _weakness(code: str) -> str:
    return {
        "too_short": _("The password needs at least {n} characters.", n=MINIMUM_LENGTH),
        "too_long": _("The password is too long."),
        "too_simple": _("The password repeats too few different characters."),
    }[code]


def refused() -> Response:
    """Return the page for forms that another site sent."""
    return plain_page("refused", 403)


def with_cookie(target: str, signed_in: SignedIn, lifetime: timedelta = LIFETIME) -> Response:
    """Lead on to where one wanted to go, in the language in which one signed in."""
    speaks = language() == "de" or "lang=" in target
    onward = target if speaks else f"{target}{'&' if '?' in target else '?'}lang={language()}"
    response = RedirectResponse(onward, status_code=303)
    response.set_cookie(
        COOKIE,
        signed_in.token,
        max_age=int(lifetime.total_seconds()),
        path="/",
        httponly=True,
        samesite="lax",
        secure=settings().secure,
    )
    return response
