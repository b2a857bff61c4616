"""Which proposals are seen together: their ids stand in the address, in no order."""

from collections.abc import Mapping
from typing import Final

import streamlit as st

from accounts.identity import Identity
from concept_review.proposal import Proposal
from concept_review.proposal_stage import Stage, stage_of
from concept_review.section import Section
from data.amendments import amendments
from data.concepts import concepts, sections
from data.proposal_flags import touches_text
from data.proposals import proposals
from data.store import NotFound, Store
from views import address, concept_list
from views.account_names import author_of
from views.clash_view import Chosen
from views.words import _

IDS: Final = "id"


def concept_of(store: Store) -> str | None:
    """Return the concept of the proposals in the address, else the one chosen; None without."""
    for each in st.query_params.get_all(IDS):
        try:
            row = store.get("proposals", each)
            return str(store.get("sections", row["section_id"])["concept_id"])
        except NotFound:
            continue
    known = concepts(store)
    return concept_list.choose(known).id if known else None


def ask(store: Store, actor: Identity, concept_id: str) -> tuple[list[Section], Chosen]:
    """Ask for proposals that can still change the text; return the text and those chosen."""
    text = sections(store, concept_id)
    by_id = {each.id: each for each in text}
    known = {
        each.id: each
        for each in proposals(store, actor, concept_id=concept_id)
        if touches_text(each) and stage_of(each) is not Stage.DRAFT
    }
    authors = {key: author_of(store, each) for key, each in known.items()}
    _offer_sections(known, by_id)
    address.follow(IDS, lambda values: [each for each in known if each in values])
    ids = st.multiselect(
        _("Proposals"),
        list(known),
        key=IDS,
        format_func=lambda each: _label(known[each], authors[each], by_id),
        placeholder=_("Please choose"),
        filter_mode="contains",
    )
    address.write(IDS, sorted(ids))
    chosen = {each: known[each] for each in sorted(ids)}
    changes = amendments(store, chosen.values())
    return text, Chosen(chosen, {each.id: each for each in changes}, authors, by_id)


def _offer_sections(known: Mapping[str, Proposal], by_id: Mapping[str, Section]) -> None:
    """Let one choose all proposals of a section at once."""
    touched = {each.section_id for each in known.values()}
    headings = {key: each.heading for key, each in by_id.items() if key in touched}
    st.selectbox(
        _("All proposals of a section"),
        list(headings),
        index=None,
        key="together_section",
        placeholder=_("Please choose"),
        format_func=headings.__getitem__,
        on_change=_choose_section,
        args=({each.id: each.section_id for each in known.values()},),
    )


def _choose_section(section_of: Mapping[str, str]) -> None:
    section_id = st.session_state["together_section"]
    st.session_state[IDS] = [key for key, each in section_of.items() if each == section_id]


def _label(wanted: Proposal, author: str, by_id: Mapping[str, Section]) -> str:
    section = by_id.get(wanted.section_id)
    place = f": {section.heading}" if section else ""
    return f"{wanted.headline} ({author}){place}"
