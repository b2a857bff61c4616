"""Proposing another wording without an account, where the city has switched that on."""

from collections.abc import Mapping
from typing import Final

import streamlit as st

from concept_review.outline import blocks_of_text, text_of_blocks
from concept_review.proposal import InvalidProposal, Offer
from concept_review.rebase import Wording
from concept_review.section import Section
from concept_review.unreadable import UnreadableConcept
from data.citizen_proposals import may_propose_as_citizen, propose_as_citizen
from data.citizens import InvalidCitizen, parse_citizen
from data.concepts import section as section_now
from data.limits import TooMany
from data.store import Conflict, Store
from views import diff_view, session
from views.live_text import typed_text
from views.unreadable_words import unreadable_text
from views.words import _, mark

_FIELDS: Final = ("headline", "wording", "rationale", "name", "email", "trap")
_ERRORS: Final[Mapping[str, str]] = {
    "required": mark("Please fill in this field."),
    "too_long": mark("This is too long; please shorten it."),
    "empty": mark("The wording is empty. Please write what the section should say."),
    "no_change": mark("The wording is the same as before; there is nothing to propose yet."),
    "email_address": mark("This is not an e-mail address. It looks like name@beispiel.de."),
    "must_stay_empty": mark("A field that people do not see was filled in. Please try once more."),
}


def show(store: Store, section: Section) -> None:
    """Offer the form to guests; its button carries the version from which one started."""
    in_force = section.reviewable and section.retired_on is None
    if not in_force or not may_propose_as_citizen(store, session.identity()):
        return
    form = _form(section.version_id)
    errors = session.kept_errors(form)
    carried = bool(st.session_state.get(f"carried_{form}"))
    with st.expander(
        _("Propose another wording without an account"),
        icon=":material/edit:",
        expanded=carried or bool(errors),
    ):
        st.text_input(_("What is it about? (required)"), key=f"headline_{form}")
        session.show_error(errors, "headline")
        _ask_wording(section, form, errors)
        st.text_area(_("Why? (required)"), key=f"rationale_{form}")
        session.show_error(errors, "rationale")
        _ask_author(form, errors)
        st.button(
            _("Submit proposal"),
            type="primary",
            key=f"send_{form}",
            on_click=_save,
            args=(section.id, section.title, section.version_id, session.form_key(form)),
        )


def _ask_wording(section: Section, form: str, errors: Mapping[str, str]) -> None:
    old, key = text_of_blocks(section.blocks), f"wording_{form}"
    st.session_state.setdefault(key, old)
    committed = st.text_area(_("New wording"), height=320, key=key)
    session.show_error(errors, "wording")
    st.caption(_("Differences to the present text"))
    diff_view.show(old, typed_text(key, committed))


def _ask_author(form: str, errors: Mapping[str, str]) -> None:
    st.text_input(_("Your name, if it shall stand beside the proposal"), key=f"name_{form}")
    session.show_error(errors, "name")
    st.text_input(_("Your e-mail address, if the city may ask back"), key=f"email_{form}")
    session.show_error(errors, "email")
    st.caption(
        _(
            "Both are voluntary. The address is seen by the administration alone; the name by all "
            "who work on the concept."
        )
    )
    st.text_input(_("Please leave this empty"), key=f"trap_{form}")
    session.show_error(errors, "trap")


def _form(version_id: str) -> str:
    return f"citizen_{version_id}"


def _typed(form: str) -> dict[str, str]:
    return {field: str(st.session_state.get(f"{field}_{form}", "")) for field in _FIELDS}


def _save(section_id: str, title: str, version_id: str, key: str) -> None:
    session.language()
    form = _form(version_id)
    session.keep_errors(form, {})
    typed = _typed(form)
    with session.explained():
        try:
            _propose(section_id, title, version_id, typed, key)
        except Conflict:
            _carry_over(section_id, typed)
            raise
        except TooMany:
            session.fail(
                _(
                    "Very many proposals came in within the last hour. Nothing was saved; what "
                    "you typed is kept. Please try again in an hour."
                )
            )
            return
        except UnreadableConcept as unreadable:
            session.keep_errors(form, {"wording": unreadable_text(unreadable)})
            return
        except (InvalidProposal, InvalidCitizen) as invalid:
            session.keep_errors(form, {at: _(_ERRORS[code]) for at, code in invalid.errors.items()})
            st.session_state[f"trap_{form}"] = ""
            return
        session.form_done(form)
        for field in _FIELDS:  # the browser keeps what is only taken away here
            st.session_state[f"{field}_{form}"] = ""
        del st.session_state[f"wording_{form}"]  # it is filled with the present text again
        st.session_state.pop(f"carried_{form}", None)
        session.tell(_("Thank you! Your proposal has reached the administration."))


def _propose(
    section_id: str, title: str, version_id: str, typed: Mapping[str, str], key: str
) -> None:
    wording = Wording(title, blocks_of_text(typed["wording"]))
    session.done_once(
        propose_as_citizen,
        session.store(),
        session.identity(),
        section_id,
        Offer(headline=typed["headline"], rationale=typed["rationale"], wording=wording),
        parse_citizen(typed["name"], typed["email"], typed["trap"]),
        base_version_id=version_id,
        address=session.client_address(),
        key=key,
    )


def _carry_over(section_id: str, typed: Mapping[str, str]) -> None:
    """Keep what was typed for the form on the present wording, so that nothing is lost."""
    form = _form(section_now(session.store(), section_id).version_id)
    for field, text in typed.items():
        st.session_state[f"{field}_{form}"] = text
    st.session_state[f"carried_{form}"] = True
