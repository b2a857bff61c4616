"""Confirming the address of a registration by its link: GET shows, POST confirms."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from data.registration_addresses import confirm_address, name_behind
from data.store import NotFound
from views.connection import opened_store
from views.entry_addresses import CONFIRM_EMAIL
from views.plain_page import from_this_site, plain_page, speak_as_asked
from views.sign_in_routes import refused


async def confirm(request: Request) -> Response:
    """Show what is confirmed; confirm it only when the form is sent."""
    speak_as_asked(request)
    token = str(request.path_params["token"])
    try:
        with opened_store() as store:
            name = name_behind(store, token)
            if request.method != "POST":
                return plain_page("address_confirm", name=name)
            if not from_this_site(request):
                return refused()
            confirm_address(store, token)
    except NotFound:
        return plain_page("address_link_ended", 410)
    return plain_page("address_confirmed", name=name)


ROUTES = [Route(f"{CONFIRM_EMAIL}/{{token}}", confirm, methods=["GET", "POST"])]
