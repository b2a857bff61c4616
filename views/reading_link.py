"""The way from the pages of a concept to its whole text on one page."""

from urllib.parse import urlencode

import streamlit as st

from concept_review.section import Concept
from views.reading_routes import CONCEPT, READING
from views.words import _, language


def show(concept: Concept) -> None:
    """Lead to the reading and print view of a concept."""
    query = urlencode({CONCEPT: concept.id, "lang": language()})
    st.link_button(_("Read or print the whole text"), f"{READING}?{query}", icon=":material/print:")
