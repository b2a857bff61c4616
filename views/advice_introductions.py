"""Vorstellungen: whom to introduce to whom, with reasons, best contact, and memory."""

from datetime import date
from typing import Final

import streamlit as st

from accounts.permissions import Permission
from data.accounts import accounts
from data.introductions import (
    NOTE_LIMIT,
    Introduction,
    IntroductionStatus,
    introductions_recorded,
    record_introduction,
    reopen_introduction,
)
from network.introductions import Pair, Suggestion
from views import session
from views.advice_address import ABOUT, ask_one, follow, write
from views.advice_tables import download, map_link, page_of
from views.advice_words import contact_text, pair_text, reasons_text
from views.advised import Advised, suggestions
from views.inert import inert
from views.words import _, date_text, mark, plural

FILE: Final = "/hinweise/vorstellungen"
LEAST: Final = "themen"
SHOWN: Final = 100
_PAGE: Final = 10
_DONE: Final = {
    IntroductionStatus.MADE: mark("introduced"),
    IntroductionStatus.NOT_NEEDED: mark("not needed"),
}


def show(advised: Advised) -> None:
    """Show the suggestions and what was done already."""
    st.header(_("Introductions worth making"), anchor=False)
    st.caption(
        _(
            "Two organisations with something in common that are not tied, meet in no group and"
            " belong to no common unit. What few have counts more than what many have."
        )
    )
    open_ones, done = st.tabs([_("Suggestions"), _("Done")])
    with open_ones:
        _show_open(advised)
    with done:
        _show_done(advised)


def _show_open(advised: Advised) -> None:
    about, least = _ask(advised)
    found = suggestions(advised, SHOWN, least, about)
    st.text(_counted(len(found)))
    if found:
        download(advised, FILE, stelle=about, themen=str(least) if least > 1 else None)
    for each in page_of(found, "introductions", _PAGE):
        _show_one(advised, each)


def _counted(number: int) -> str:
    if number >= SHOWN:
        return _("The {n} pairs with most in common:", n=number)
    return plural("{n} pair to introduce.", "{n} pairs to introduce.", number)


def _ask(advised: Advised) -> tuple[str | None, int]:
    left, right = st.columns([3, 2])
    with left:
        about = ask_one(
            ABOUT, _("Only pairs with"), advised.names(posts=False), _("All organisations")
        )
    with right:
        key = follow(LEAST, lambda values: int(values[0]) if values and values[0] in "23" else 1)
        least = st.segmented_control(
            _("Common topics, at least"), (1, 2, 3), key=key, required=True, format_func=str
        )
        write(LEAST, [str(least)] if least and least > 1 else [])
    return about, int(least or 1)


def _show_one(advised: Advised, each: Suggestion) -> None:
    reasons = reasons_text(advised, each.reasons)
    with st.container(border=True, gap="small"):
        st.subheader(inert(pair_text(advised, each.first, each.second)), anchor=False)
        st.text("\n".join([*reasons, contact_text(advised, each.contact)]))
        between = (each.first, each.second, *((each.contact.node,) if each.contact else ()))
        map_link(advised, *between, schritte="1")
        if advised.may(Permission.INTRODUCTION_RECORD):
            _buttons(advised, each.pair, tuple(reasons))


def _buttons(advised: Advised, pair: Pair, reasons: tuple[str, ...]) -> None:
    form = f"introduction_{pair[0]}_{pair[1]}"
    names = inert(pair_text(advised, *pair))
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
        st.text_input(_("Note (optional)"), key=f"note_{form}", max_chars=NOTE_LIMIT, width=320)
        for status, label, icon in (
            (IntroductionStatus.MADE, _("Introduced"), ":material/handshake:"),
            (IntroductionStatus.NOT_NEEDED, _("Not needed"), ":material/do_not_disturb_on:"),
        ):
            st.button(
                label,
                key=f"{status.value}_{form}",
                icon=icon,
                help=names,
                on_click=_record,
                args=(pair, status, reasons, session.form_key(form)),
            )


def _record(pair: Pair, status: IntroductionStatus, reasons: tuple[str, ...], key: str) -> None:
    session.language()
    form = f"introduction_{pair[0]}_{pair[1]}"
    note = str(st.session_state.get(f"note_{form}") or "")
    with session.explained():
        session.done_once(
            record_introduction, session.store(), session.identity(), pair, status, note, reasons,
            key=key,
        )  # fmt: skip
        session.form_done(form)
        session.tell(_("Noted. You find the pair under “Done”."))


def _show_done(advised: Advised) -> None:
    done = introductions_recorded(advised.store, advised.actor)
    if not done:
        st.text(_("Nothing is noted yet."))
        return
    people = {each.id: each.name for each in accounts(advised.store)}
    for each in page_of(done, "done", _PAGE):
        _show_past(advised, each, people.get(each.decided_by, _("an account that is gone")))


def _show_past(advised: Advised, each: Introduction, who: str) -> None:
    with st.container(border=True, gap="xsmall"):
        st.text(pair_text(advised, each.first_id, each.second_id))
        st.text(_said(each.status, each.decided_on, who))
        if each.reasons or each.note:
            st.text("\n".join(part for part in (*each.reasons, each.note) if part))
        if advised.may(Permission.INTRODUCTION_RECORD):
            st.button(
                _("Take back"),
                key=f"reopen_{each.id}",
                icon=":material/undo:",
                help=inert(pair_text(advised, each.first_id, each.second_id)),
                on_click=_reopen,
                args=(each.id, each.revision),
            )


def _said(status: IntroductionStatus, day: date, who: str) -> str:
    return _("{what} on {day}, noted by {who}", what=_(_DONE[status]), day=date_text(day), who=who)


def _reopen(introduction_id: str, expected: int) -> None:
    session.language()
    with session.explained():
        reopen_introduction(session.store(), session.identity(), introduction_id, expected=expected)
        session.tell(_("The pair is suggested again."))
