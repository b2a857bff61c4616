"""Joining in by a link from a mail: a plain route. GET shows for whom it is, POST uses it."""

from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from data.guest_links import SESSION_LIFETIME, open_guest_link, take_part
from data.store import NotFound
from views.connection import opened_store
from views.plain_page import from_this_site, plain_page, speak_as_asked
from views.settings import settings
from views.sign_in_routes import refused, with_cookie

JOIN_IN = "/mitreden"


def guest_url(token: str) -> str:
    """Return the whole address of a link with which an organisation joins in."""
    return f"{settings().public_url}{JOIN_IN}/{token}"


async def show_guest_link(request: Request) -> Response:
    """Show who is asked about what; begin the session only when the form is sent."""
    speak_as_asked(request)
    token = str(request.path_params["token"])
    try:
        with opened_store() as store:
            if request.method != "POST":
                link = open_guest_link(store, token)
                names = {"name": link.organization.name, "section": link.section.heading}
                return plain_page("guest_link", **names)
            if not from_this_site(request):
                return refused()
            signed_in, about = take_part(store, token)
    except NotFound:
        return plain_page("guest_link_ended", 410)
    return with_cookie(f"/abschnitt?{urlencode({'id': about.id})}", signed_in, SESSION_LIFETIME)


ROUTES = [Route(f"{JOIN_IN}/{{token}}", show_guest_link, methods=["GET", "POST"])]
