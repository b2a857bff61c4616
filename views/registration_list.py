"""The lists of the inbox: which one is open, its page, and one registration out of it."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from accounts.identity import Identity
from accounts.permissions import Permission, may
from data.entry_change_decisions import waiting_changes
from data.registration_inbox import PAGE, Tray, duplicates_of, page_of, registration, sizes
from data.store import NotFound, Store
from network.registration import SubmittedRegistration
from views import address, entry_change_list, registration_batch, registration_card, session
from views.inert import inert
from views.page_files import OUTBOX
from views.registration_words import TRAYS, sent_text, state_text
from views.settings import mail_settings
from views.words import _, number_text, plural

OPEN: Final = "id"
"""Names the opened registration in the address."""
TRAY: Final = "liste"
CHANGES: Final = "changes"
_SEARCH: Final = "registrations_search"
_OPEN_TRAYS: Final = (Tray.WAITING, Tray.UNCONFIRMED)


def show(store: Store, actor: Identity) -> None:
    """Show the registration that the address names, else the chosen list."""
    opened = st.query_params.get(OPEN)
    if opened:
        _show_one(store, actor, opened)
        return
    counts = sizes(store, actor)
    changes = waiting_changes(store, actor)
    _say_how_many(counts[Tray.WAITING], counts[Tray.UNCONFIRMED])
    tray = _choose(counts, changes)
    registration_batch.show_outcomes()
    if tray == CHANGES:
        entry_change_list.show(store, actor, changes)
    else:
        _show_list(store, actor, Tray(tray), counts[Tray(tray)])


def _show_one(store: Store, actor: Identity, identifier: str) -> None:
    st.button(_("Back to the list"), icon=":material/arrow_back:", on_click=_close, key="to_list")
    try:
        found = registration(store, actor, identifier)
    except NotFound:
        st.text(_("This registration does not exist."))
        return
    registration_card.show(store, actor, found)


def _say_how_many(waiting: int, unconfirmed: int) -> None:
    unmailed = unconfirmed > 0 and not mail_settings().ready
    if waiting:
        st.text(
            plural(
                "{n} registration waits for your decision.",
                "{n} registrations wait for your decision.",
                waiting,
            )
        )
    elif not unmailed:
        st.text(_("No registration waits. New ones appear here once their address is confirmed."))
    if unmailed:
        _say_unmailed(unconfirmed)


def _say_unmailed(unconfirmed: int) -> None:
    """Say what to do where no mail can ask anybody to confirm an address."""
    st.info(
        plural(
            "{n} registration has an address that nobody has confirmed.",
            "{n} registrations have an address that nobody has confirmed.",
            unconfirmed,
        )
        + " "
        + _(
            "No mail server is set up, so that the mails with the links wait in the outbox. You "
            "can send the text of a mail from there by your own mail program, or decide on a "
            "registration without that if you know the organisation."
        ),
        icon=":material/outgoing_mail:",
    )
    if may(session.identity(), Permission.MAIL_READ):
        st.page_link(OUTBOX, label=_("Outbox"), icon=":material/outgoing_mail:")


def _choose(counts: dict[Tray, int], changes: int) -> str:
    """Let one list be chosen; at first it is the first one in which something lies."""
    sizes_of = {**{tray.value: count for tray, count in counts.items()}, CHANGES: changes}
    order = (Tray.WAITING.value, Tray.UNCONFIRMED.value, Tray.ASKED.value, CHANGES,
             Tray.DECIDED.value)  # fmt: skip
    first = next((each for each in order[:-1] if sizes_of[each]), order[0])

    def parse(values: Sequence[str]) -> str:
        return values[0] if values and values[0] in order else first

    def label(each: str) -> str:
        words = _("Changes of entries") if each == CHANGES else _(TRAYS[Tray(each)])
        return f"{words} ({number_text(sizes_of[each])})"

    address.follow(TRAY, parse)
    chosen = st.segmented_control(
        _("List"), order, key=TRAY, format_func=label, required=True, label_visibility="collapsed"
    )
    address.write(TRAY, [str(chosen)] if chosen != first else [])
    return str(chosen)


def _show_list(store: Store, actor: Identity, tray: Tray, size: int) -> None:
    text = ""
    if size > 5:
        text = st.text_input(
            _("Search by name"), key=_SEARCH, icon=":material/search:", max_chars=100
        )
    place = f"registrations_page_{tray.value}"
    found, total = page_of(store, actor, tray, text=text, page=_page(place))
    if not found and _page(place) > 1:  # decided meanwhile, or searched for something rarer
        st.session_state[place] = 1
        found, total = page_of(store, actor, tray, text=text)
    if not found:
        st.text(_("Nothing found.") if text else _("Nothing lies here."))
        return
    if len(found) == 1 and total == 1 and tray in _OPEN_TRAYS and not text:
        registration_card.show(store, actor, found[0])
        return
    open_ones = tray is not Tray.DECIDED
    if open_ones:
        registration_batch.show(tray, found)
    for each in found:
        _row(store, actor, each, open_ones=open_ones)
    if total > PAGE:
        st.pagination(-(-total // PAGE), key=place)


def _page(place: str) -> int:
    return int(st.session_state.get(place) or 1)


def _row(store: Store, actor: Identity, each: SubmittedRegistration, *, open_ones: bool) -> None:
    with st.container(border=True, gap="xxsmall", key=f"row_{each.id}"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            if open_ones:
                registration_batch.show_checkbox(each)
            st.button(
                inert(each.content.name),
                key=f"open_{each.id}",
                type="tertiary",
                icon=":material/chevron_right:",
                on_click=_open,
                args=(each.id,),
                wrap=True,
            )
            if each.answered_at and open_ones:
                st.badge(_("answered"), icon=":material/reply:", color="green")
            if open_ones and duplicates_of(store, actor, each):
                st.badge(_("may be entered already"), icon=":material/file_copy:", color="orange")
        parts = [sent_text(each)] + ([] if open_ones else [state_text(each)])
        st.caption(inert(" · ".join(parts)))


def _open(identifier: str) -> None:
    st.query_params[OPEN] = identifier


def _close() -> None:
    st.query_params.pop(OPEN, None)
