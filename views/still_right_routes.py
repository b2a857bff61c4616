"""Once a year by mail: is the entry still right? GET shows it all, POST confirms or opens it."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from data.roster import roster
from data.store import Conflict, NotFound, Store
from data.upkeep import confirm_by_link, link_for_entry, open_by_link, standing
from network.graph import build_graph
from network.organization import Organization
from views.connection import opened_store
from views.entry_addresses import OPEN_ENTRY, STILL_RIGHT
from views.kinds import KINDS
from views.organization_facts import facts_of, sorted_ties, tie_line
from views.plain_page import from_this_site, plain_page, speak_as_asked
from views.sign_in_routes import refused
from views.upkeep_words import standing_text
from views.words import _, language

NONE_SHOWN = -1
"""A revision that no record has; what comes without one was not shown."""


async def show_still_right(request: Request) -> Response:
    """Show all that is public of an entry; answer only when the form is sent."""
    speak_as_asked(request)
    token = str(request.path_params["token"])
    try:
        with opened_store() as store:
            if request.method != "POST":
                return _page(store, link_for_entry(store, token))
            form = await request.form(max_fields=5)
            if not from_this_site(request):
                return refused()
            if form.get("answer") == "change":
                opened = open_by_link(store, token)
                address = f"{OPEN_ENTRY}/{opened.token}?lang={language()}"
                return RedirectResponse(address, status_code=303)
            record = link_for_entry(store, token)
            try:
                confirm_by_link(store, token, expected=shown_revision(form.get("revision")))
            except Conflict:
                return _page(store, link_for_entry(store, token), 409)
            return plain_page("still_right_thanks", record=record)
    except NotFound:
        return plain_page("upkeep_link_ended", 410)


def shown_revision(value: object) -> int:
    """Return which state of a record was shown, as a form says it."""
    text = str(value or "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else NONE_SHOWN


def _page(store: Store, record: Organization, status: int = 200) -> Response:
    """Show an entry with its question; 409 where it was changed since it was shown."""
    graph = build_graph(roster(store), None)
    facts = {_("Kind"): _(KINDS[record.classification]), **facts_of(store, record)}
    facts[_("Website")] = record.website
    found = sorted_ties(graph, record.id) if record.id in graph else []
    return plain_page(
        "still_right",
        status,
        record=record,
        facts={label: text for label, text in facts.items() if text},
        ties=[tie_line(graph, tie, record.id) for tie in found],
        standing=standing_text(standing(store, record.id)),
        changed=status != 200,
    )


ROUTES = [Route(f"{STILL_RIGHT}/{{token}}", show_still_right, methods=["GET", "POST"])]
