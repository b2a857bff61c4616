"""The one-page brief of an organisation, post or group, with what the reader may see."""

import re
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from data.clock import today
from data.sessions import who_is
from network.brief_pdf import write
from network.naming import fold
from views.asked_measures import manner
from views.brief_content import brief_of
from views.brief_group import brief_of_group
from views.connection import opened_store
from views.identity_gate import HEADER
from views.network_address import read
from views.plain_page import plain_page, speak_as_asked
from views.words import _

BRIEF_FILE: Final = "/netzkarte/steckbrief.pdf"
GROUP: Final = "gruppe"
"""The name of a group found in the ties, by the id of the member that it is around."""


def send_brief(request: Request) -> Response:
    """Send the brief of the group or entry that the address names; no copy of it is ever kept."""
    speak_as_asked(request)
    asked = read(request.query_params.getlist, today())
    group = request.query_params.get(GROUP)
    with opened_store() as store:
        actor = who_is(store, request.headers.get(HEADER.decode()))
        if group:
            brief = brief_of_group(store, asked, manner(request.query_params.getlist), group)
        else:
            brief = brief_of(store, actor, asked)
    if brief is None:
        words = _("This entry is not on the map on the day you asked for.")
        return plain_page("no_picture", 404, words=words)
    name = re.sub(r"[^a-z0-9]+", "-", fold(brief.title)).strip("-")[:60]
    headers = {
        "content-disposition": f'attachment; filename="steckbrief-{name or "eintrag"}.pdf"',
        "cache-control": "private, no-store",
    }
    return Response(write(brief), media_type="application/pdf", headers=headers)


ROUTES = [Route(BRIEF_FILE, send_brief)]
