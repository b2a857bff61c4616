"""Subscribing to the days of reviews: a secret address for one's own calendar program."""

from typing import Final

import streamlit as st

from accounts.identity import Identity
from accounts.permissions import Permission, may
from data.calendar_feeds import CalendarFeed, feeds, subscribe, unsubscribe
from data.clock import day_of
from data.organizations import organization
from data.store import NotFound, Store
from views import session
from views.calendar_routes import calendar_url
from views.inert import inert
from views.words import _, date_text

_FRESH: Final = "fresh_calendar"


def show(store: Store, actor: Identity) -> None:
    """Offer the calendars that the actor may have; nothing for whoever may have none."""
    if not may(actor, Permission.CALENDAR_SUBSCRIBE):
        return
    with st.expander(_("Subscribe to a calendar"), icon=":material/calendar_month:"):
        st.text(
            _(
                "Your calendar program fetches the days of reviews, signatures and resubmissions"
                " from a secret address. Anyone who knows the address can read these days without"
                " signing in. Keep it to yourself, and end it when somebody else knows it."
            )
        )
        _show_fresh()
        running = {each.organization_id: each for each in feeds(store, actor)}
        if actor.organization_id or may(actor, Permission.TASK_COORDINATE):
            _show_kind(_("My calendar"), None, running.get(None))
        else:
            st.text(_("Your account belongs to no unit, so there are no days for you."))
        if actor.organization_id:
            name = _("Calendar of “{unit}”", unit=_unit(store, actor.organization_id))
            _show_kind(name, actor.organization_id, running.get(actor.organization_id))


def _show_fresh() -> None:
    """Show an address once; only its hash is kept, so nobody can show it again."""
    address = st.session_state.pop(_FRESH, None)
    if address:
        st.success(_("This is your address. It is shown only now, so please copy it."))
        st.code(address, language=None, wrap_lines=True)


def _show_kind(name: str, organization_id: str | None, made: CalendarFeed | None) -> None:
    kind = "unit" if organization_id else "own"
    with st.container(border=True, gap="small"):
        st.text(name)
        if made:
            st.caption(_("Address made on {day}", day=inert(date_text(day_of(made.created_at)))))
        with st.container(horizontal=True):
            st.button(
                _("Make a new address") if made else _("Make an address"),
                key=f"calendar_make_{kind}",
                on_click=_make,
                args=(organization_id,),
                help=_("The earlier address ends with it.") if made else None,
            )
            if made:
                st.button(
                    _("End the address"),
                    key=f"calendar_end_{kind}",
                    on_click=_end,
                    args=(organization_id,),
                )


def _unit(store: Store, organization_id: str) -> str:
    try:
        return organization(store, organization_id).name
    except NotFound:
        return ""


def _make(organization_id: str | None) -> None:
    session.language()
    with session.explained():
        token = subscribe(session.store(), session.identity(), organization_id)
        st.session_state[_FRESH] = calendar_url(token)


def _end(organization_id: str | None) -> None:
    session.language()
    with session.explained():
        unsubscribe(session.store(), session.identity(), organization_id)
        session.tell(_("The address has ended. Calendar programs get nothing more from it."))
