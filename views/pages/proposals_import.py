"""Vorschläge aus Word einlesen: a concept that somebody edited becomes proposals on it."""

import streamlit as st

from data.concepts import concepts, sections
from views import (
    intake_upload,
    returned_choice,
    returned_losses,
    returned_take_in,
    returned_words,
    session,
)
from views.words import _

store = session.store()
st.title(_("Read in proposals from Word"))
refused = st.session_state.pop("returned_refused", ())
if refused:
    st.warning(_("Not everything could be taken over:"), icon=":material/warning:")
for line in refused:
    st.text(line)
st.text(
    _(
        "Choose a file with the concept in which somebody made changes, best with tracked changes. "
        "Nothing is stored until you have seen what it proposes and press the button at the end."
    )
)
known = concepts(store)
if not known:
    st.info(_("There is no concept yet."))
    st.stop()
file = intake_upload.ask()
if file is None:
    st.stop()
concept = returned_take_in.ask_concept(file, known)
returned = returned_take_in.returned_of(store, file, concept)
if returned is None:
    st.stop()

present = sections(store, concept.id)
taken = returned_choice.ask(file, returned.suggestions, present)
returned_losses.show(file.draft, returned, {each.id: each.title for each in present})
name = returned_take_in.name_of(file)
if returned.suggestions:
    st.text(returned_choice.chosen_words(len(taken), len(returned.suggestions)))
    st.button(
        _("Submit as proposals"),
        type="primary",
        icon=":material/done_all:",
        disabled=not taken,
        on_click=returned_take_in.take,
        args=(
            concept.id,
            [returned_words.chosen(each, name) for each in taken],
            session.form_key(returned_take_in.FORM),
        ),
    )
else:
    st.info(_("The file proposes nothing that the concept does not say already."))
