"""Saying that a change is purely editorial, and agreeing with it as a second person."""

import streamlit as st

from accounts.identity import Identity
from accounts.permissions import Permission, may
from concept_review.currency import Currency
from concept_review.editorial import OnePerson
from data.editorial_changes import confirm_editorial, state_editorial
from data.standings import SectionStanding
from data.store import Store
from views import session
from views.account_names import name_of
from views.words import _


def show(store: Store, actor: Identity, here: SectionStanding) -> None:
    """Offer it where the text has changed since the review, to whoever reviews."""
    stale = here.standing.currency is Currency.STALE_TEXT and here.review
    if not stale or here.review is None or not may(actor, Permission.SECTION_REVIEW):
        return
    stated = [
        each
        for each in here.editorial
        if each.new_fingerprint == here.section.fingerprint and not each.confirmed_by
    ]
    if not stated:
        st.button(
            _("The change is purely editorial"),
            key=f"editorial_{here.section.id}",
            icon=":material/spellcheck:",
            help=_("The review then stays valid once a second person confirms it."),
            on_click=_state,
            args=(here.section.id, here.review.fingerprint, here.section.fingerprint),
        )
        return
    name = name_of(store, stated[0].stated_by)
    if stated[0].stated_by == actor.id:
        st.text(_("You said that the change is purely editorial. A second person has to confirm."))
        return
    st.text(_("{name} says that the change is purely editorial.", name=name))
    st.button(
        _("Confirm: purely editorial, the review stays valid"),
        key=f"confirm_{stated[0].id}",
        icon=":material/done_all:",
        on_click=_confirm,
        args=(stated[0].id, stated[0].revision),
    )


def _state(section_id: str, reviewed: str, present: str) -> None:
    session.language()
    with session.explained():
        store, actor = session.store(), session.identity()
        state_editorial(store, actor, section_id, reviewed=reviewed, present=present)
        session.tell(_("Noted. The review stays valid once a second person confirms it."))


def _confirm(change_id: str, revision: int) -> None:
    session.language()
    with session.explained():
        try:
            confirm_editorial(session.store(), session.identity(), change_id, expected=revision)
        except OnePerson:
            session.fail(_("A second person has to confirm; you said it yourself."))
            return
        session.tell(_("Confirmed: the review stays valid."))
