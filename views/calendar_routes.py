"""Calendars at secret addresses, for programs that fetch them without signing in."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from data.calendar_feeds import days_for, feed_of
from data.clock import now
from data.organizations import organization
from data.review_days import public_review_days
from data.store import NotFound, Store
from views.calendar_file import calendar_file
from views.connection import opened_store
from views.settings import settings
from views.words import _, speaking

CALENDAR = "/calendar"
PUBLIC_CALENDAR = "/konzept/prueftermine.ics"


def calendar_url(token: str) -> str:
    """Return the whole address of a calendar."""
    return f"{settings().public_url}{CALENDAR}/{token}.ics"


def send_calendar(request: Request) -> Response:
    """Send a calendar; what never was and what has ended look the same."""
    try:
        with opened_store() as store:
            feed, actor = feed_of(store, str(request.path_params["token"]))
            name = _name(store, feed.organization_id or actor.organization_id)
            content = calendar_file(name, days_for(store, feed, actor), now())
    except NotFound:
        return PlainTextResponse("Not found", status_code=404)
    return Response(
        content,
        media_type="text/calendar; charset=utf-8",
        headers={
            "cache-control": "private, no-store",
            "content-disposition": 'inline; filename="prueftermine.ics"',
            "x-robots-tag": "noindex",
        },
    )


def send_public_calendar(request: Request) -> Response:
    """Send the days that are public: when each section is to be reviewed next."""
    del request
    with opened_store() as store:
        content = calendar_file(_name(store, None), public_review_days(store), now())
    return Response(
        content,
        media_type="text/calendar; charset=utf-8",
        headers={
            "cache-control": "public, max-age=3600",
            "content-disposition": 'inline; filename="prueftermine.ics"',
        },
    )


ROUTES = [
    Route(f"{CALENDAR}/{{token}}.ics", send_calendar),
    Route(PUBLIC_CALENDAR, send_public_calendar),
]


def _name(store: Store, organization_id: str | None) -> str:
    with speaking("de"):
        if organization_id is None:
            return _("Reviews of the integration concept")
        try:
            unit = organization(store, organization_id).name
        except NotFound:
            unit = ""
        return _("Reviews of the integration concept: {unit}", unit=unit)
