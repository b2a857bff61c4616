"""What stands above the sections of a concept for those who look after it."""

import streamlit as st

from accounts.identity import Identity
from accounts.permissions import Permission, may
from concept_review.outline import text_of_blocks
from concept_review.section import Concept, Section
from concept_review.succession import Succession
from data.concepts import retired_sections, section
from data.store import Store
from data.successions import open_successions, settle
from views import diff_view, reading_link, session
from views.inert import inert
from views.page_files import CONCEPT_IMPORT, CONCEPT_OVERVIEW, CONCEPT_VERSIONS, SECTION
from views.words import _, plural


def show_ways(actor: Identity, concept: Concept) -> None:
    """Lead to the whole text, to the evaluation, and, whoever may, to taking in a file."""
    with st.container(horizontal=True, vertical_alignment="center"):
        reading_link.show(concept)
        query = {"konzept": concept.id}
        label = _("Evaluation")
        st.page_link(CONCEPT_OVERVIEW, label=label, icon=":material/bar_chart:", query_params=query)
        label = _("Versions and differences")
        st.page_link(CONCEPT_VERSIONS, label=label, icon=":material/history:", query_params=query)
        show_import(actor)


def show_import(actor: Identity) -> None:
    """Lead to taking in a file, whoever may."""
    if may(actor, Permission.CONCEPT_IMPORT):
        label = _("Take in a file: new concept or new version")
        st.page_link(CONCEPT_IMPORT, label=label, icon=":material/upload_file:")


def show_unsettled(store: Store, actor: Identity, concept: Concept) -> None:
    """Ask of which pairs of sections it was uncertain whether they are the same."""
    if not may(actor, Permission.CONCEPT_IMPORT):
        return
    pairs = open_successions(store, concept.id)
    if not pairs:
        return
    label = plural(
        "{n} section may be an earlier one: please decide",
        "{n} sections may be earlier ones: please decide",
        len(pairs),
    )
    with st.expander(label, icon=":material/help:"):
        for pair in pairs:
            _ask(store, pair)


def show_retired(store: Store, concept: Concept) -> None:
    """List the sections that are no longer in force, so that nothing of them gets lost."""
    ended = retired_sections(store, concept.id)
    if not ended:
        return
    label = plural("{n} section no longer in force", "{n} sections no longer in force", len(ended))
    with st.expander(label, icon=":material/block:"):
        for each in ended:
            st.page_link(SECTION, label=inert(each.heading), query_params={"id": each.id})


def _ask(store: Store, pair: Succession) -> None:
    old, new = section(store, pair.old_id), section(store, pair.new_id)
    with st.container(border=True):
        st.markdown(f"**{inert(old.heading)} → {inert(new.heading)}**")
        diff_view.show(_text(old), _text(new))
        with st.container(horizontal=True):
            st.button(
                _("The same section"),
                key=f"same_{pair.id}",
                on_click=_settle,
                args=(pair.id, pair.revision),
                kwargs={"same": True},
            )
            st.button(
                _("Two different sections"),
                key=f"different_{pair.id}",
                on_click=_settle,
                args=(pair.id, pair.revision),
                kwargs={"same": False},
            )


def _settle(pair_id: str, revision: int, *, same: bool) -> None:
    session.language()
    with session.explained():
        settle(session.store(), session.identity(), pair_id, same=same, expected=revision)
        session.tell(_("Your decision is saved."))


def _text(of: Section) -> str:
    return f"{of.title}\n\n{text_of_blocks(of.blocks)}"
