"""Saying who decides on the text of a section."""

from typing import Final

import streamlit as st

from concept_review.decision import Competence
from concept_review.section import Section
from data.competences import set_competence
from views import session
from views.proposal_words import COMPETENCES
from views.words import _

_CHOICES: Final = (Competence.COUNCIL, Competence.COMMITTEE)
"""The administration decides on changes of form alone, whatever is chosen here."""


def ask(section: Section) -> None:
    """Ask who decides; the button carries the revision that was shown."""
    key = f"competence_{section.id}_{section.revision}"
    with st.expander(_("Set who decides"), icon=":material/how_to_vote:"):
        st.selectbox(
            _("Who decides on changes of this section?"),
            _CHOICES,
            index=_CHOICES.index(section.competence) if section.competence in _CHOICES else 0,
            format_func=lambda each: _(COMPETENCES[each]),
            key=key,
        )
        st.caption(_("On changes of the form alone the administration decides, with two names."))
        st.button(
            _("Save who decides"),
            key=f"save_{key}",
            on_click=_save,
            args=(section.id, section.revision, session.form_key(key)),
        )


def _save(section_id: str, revision: int, form_key: str) -> None:
    session.language()
    form = f"competence_{section_id}_{revision}"
    with session.explained():
        session.done_once(
            set_competence,
            session.store(),
            session.identity(),
            section_id,
            st.session_state[form],
            expected=revision,
            key=form_key,
        )
        session.form_done(form)
        session.tell(_("It is saved who decides."))
