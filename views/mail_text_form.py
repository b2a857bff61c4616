"""The city's words for one mail: to edit, to see as they will arrive, and to take back."""

from datetime import timedelta
from typing import Final

import streamlit as st

from data.clock import today
from data.letters import Letter, Occasion
from data.mail_texts import (
    BODY_LIMIT,
    INVITATION,
    PLACES,
    REMINDER,
    SUBJECT_LIMIT,
    InvalidMailText,
    MailText,
    checked,
    mail_text,
    reset,
    reword,
)
from data.store import Conflict, Store
from network.organization import RelationKind
from views import guest_letter, letters, reminder_letter, session
from views.entry_addresses import link_of
from views.guest_routes import guest_url
from views.inert import inert
from views.kinds import TIES
from views.live_text import typed_text
from views.mail_text_words import error_texts
from views.mail_wording import Text, filled_in, quoted
from views.settings import settings
from views.words import _, date_text, speaking

FORM: Final = "mail_text"


def ours(occasion: str, language: str) -> Text:
    """Return our own words for an occasion, with the places still open."""
    if occasion == REMINDER:
        return reminder_letter.ours()
    if occasion == INVITATION:
        return guest_letter.ours()
    return letters.ours(Occasion(occasion), language)


def show(store: Store, occasion: str, language: str) -> None:
    """Show the form with the words as they are now, and a preview beside it."""
    own = mail_text(store, occasion, language)
    subject_key, body_key = _keys(occasion, language)
    if not {subject_key, body_key} <= set(st.session_state):  # gone while another mail is chosen
        _show_anew(occasion, language)
    st.text(_("These are the city's own words.") if own else _("These are the words we suggest."))
    editor, preview = st.columns(2, gap="large")
    with editor:
        _edit(occasion, language, own)
    with preview:
        st.header(_("As it will arrive"), anchor=False)
        _preview(occasion, language)


def _edit(occasion: str, language: str, own: MailText | None) -> None:
    subject_key, body_key = _keys(occasion, language)
    errors = session.kept_errors(_form(occasion, language))
    st.text_input(_("Subject"), key=subject_key, max_chars=SUBJECT_LIMIT)
    session.show_error(errors, "subject")
    st.text_area(_("Text"), key=body_key, height=420, max_chars=BODY_LIMIT)
    session.show_error(errors, "body")
    arguments = (occasion, language, st.session_state[f"based_{body_key}"])
    with st.container(horizontal=True):
        st.button(
            _("Save the words"), type="primary", on_click=_save, args=arguments, key="mail_save"
        )
        if own:
            st.button(
                _("Take the suggested words"), on_click=_reset, args=arguments, key="mail_ours"
            )
    theirs = st.session_state.get(f"kept_{body_key}")
    if theirs:
        with st.expander(_("What you had typed"), expanded=True):
            st.code(theirs, language=None, wrap_lines=True)


def _preview(occasion: str, language: str) -> None:
    subject_key, body_key = _keys(occasion, language)
    typed = typed_text(body_key, str(st.session_state[body_key]))
    try:
        words = checked(occasion, language, str(st.session_state[subject_key]), typed)
    except InvalidMailText as invalid:
        for text in error_texts(invalid).values():
            st.warning(inert(text))
        return
    with speaking(language):
        ready = (words["subject"], words["body"])
        subject, body = filled_in(occasion, language, ready, _sample(occasion))
    with st.container(border=True):
        st.markdown(f"**{inert(subject)}**")
        st.text(body)


def _sample(occasion: str) -> dict[str, str]:
    """Return made-up values, such as a mail could have, in the language in use."""
    day = today() + timedelta(days=7)
    texts = {
        REMINDER: f"{_('2 Housing')}\n  {_('The review is due on {day}.', day=date_text(day))}",
        Occasion.ASKED_BACK.value: quoted(_("In which part of the city do you meet?")),
    }
    return {
        "name": _("Language Café by the Canal"),
        "other": _("Neighbourhood House"),
        "tie": _(TIES[RelationKind.COOPERATES]),
        "section": _("2 Housing"),
        "count": _("two sections"),
        "text": texts.get(occasion, quoted(_("Please look at it once more."))),
        "link": _sample_link(occasion),
        "until": date_text(day),
    }


def _sample_link(occasion: str) -> str:
    if occasion == REMINDER:
        return settings().public_url
    if occasion == INVITATION:
        return guest_url("…")
    linked = any(place.key == "link" for place in PLACES[occasion])
    return link_of(Letter(occasion=Occasion(occasion), name="", token="…" if linked else ""))


def _keys(occasion: str, language: str) -> tuple[str, str]:
    return f"mail_subject_{occasion}_{language}", f"mail_body_{occasion}_{language}"


def _form(occasion: str, language: str) -> str:
    return f"{FORM}_{occasion}_{language}"


def _save(occasion: str, language: str, expected: int) -> None:
    session.language()
    keys = _keys(occasion, language)
    subject, body = (str(st.session_state[key]) for key in keys)
    session.keep_errors(_form(occasion, language), {})
    with session.explained():
        try:
            reword(
                session.store(), session.identity(), occasion, language, subject, body,
                expected=expected,
            )  # fmt: skip
        except InvalidMailText as invalid:
            session.keep_errors(_form(occasion, language), error_texts(invalid))
            return
        except Conflict:
            _show_anew(occasion, language)
            st.session_state[f"kept_{keys[1]}"] = f"{subject}\n\n{body}"
            raise
        _show_anew(occasion, language)
        session.tell(_("Saved. Mails from now on use these words."))


def _reset(occasion: str, language: str, expected: int) -> None:
    session.language()
    session.keep_errors(_form(occasion, language), {})
    with session.explained():
        try:
            reset(session.store(), session.identity(), occasion, language, expected=expected)
        finally:
            _show_anew(occasion, language)
        session.tell(_("Mails from now on use the suggested words again."))


def _show_anew(occasion: str, language: str) -> None:
    """Fill the fields with what is kept now; what was typed before is gone."""
    own = mail_text(session.store(), occasion, language)
    now = (own.subject, own.body) if own else ours(occasion, language)
    keys = _keys(occasion, language)
    for key, text in zip(keys, now, strict=True):
        st.session_state[key] = text
    st.session_state[f"based_{keys[1]}"] = own.revision if own else 0
    st.session_state.pop(f"kept_{keys[1]}", None)
