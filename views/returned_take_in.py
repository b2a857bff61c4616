"""Which concept an edited file belongs to, and what becomes of what was chosen in it."""

from collections.abc import Sequence
from pathlib import PurePath

import streamlit as st

from concept_review.returned import Returned
from concept_review.section import Concept
from concept_review.unreadable import UnreadableConcept
from data.concepts import versions
from data.returned_files import Chosen, read_back, take_in
from data.store import Store
from views import intake_upload, session
from views.intake_upload import File
from views.returned_words import refusal_lines
from views.unreadable_words import unreadable_text
from views.words import _, plural

FORM = "returned"
_KEPT = "returned_file"


def ask_concept(file: File, known: Sequence[Concept]) -> Concept:
    """Return the concept that the file names; of several, ask."""
    by_id = {each.id: each for each in known}
    named = file.draft.origin.concept_id if file.draft.origin else ""
    asked = st.query_params.get("konzept", "")
    usual = next((each for each in (named, asked) if each in by_id), known[-1].id)
    if len(known) == 1:
        return known[0]
    st.session_state.setdefault(f"returned_concept_{file.digest}", usual)
    chosen = st.selectbox(
        _("Which concept is it?"),
        list(by_id),
        format_func=lambda each: by_id[each].title,
        key=f"returned_concept_{file.digest}",
    )
    return by_id[chosen]


def returned_of(store: Store, file: File, concept: Concept) -> Returned | None:
    """Return what the file proposes, or say why it proposes nothing; read once for each state."""
    state = (file.digest, concept.id, versions(store, concept.id)[0].id)
    kept = st.session_state.get(_KEPT)
    if kept and kept[0] == state:
        returned: Returned = kept[1]
        return returned
    with st.spinner(_("The sections are being compared …")):
        try:
            returned = read_back(store, concept.id, file.draft)
        except UnreadableConcept as fault:
            st.error(unreadable_text(fault), icon=":material/error:")
            return None
    st.session_state[_KEPT] = (state, returned)
    return returned


def name_of(file: File) -> str:
    """Return the name of the file without its ending."""
    return PurePath(file.name).stem


def take(concept_id: str, chosen: Sequence[Chosen], key: str) -> None:
    """Submit what was chosen; the message says what came of it, the page what was refused."""
    session.language()
    with session.explained():
        received = session.done_once(
            take_in, session.store(), session.identity(), concept_id, chosen, key=key
        )
        session.form_done(FORM)
        intake_upload.forget()
        st.session_state.pop(_KEPT, None)
        if received is None:
            return
        st.session_state["returned_refused"] = refusal_lines(received.refused)
        session.tell(
            plural("{n} proposal is submitted.", "{n} proposals are submitted.", received.proposals)
        )
