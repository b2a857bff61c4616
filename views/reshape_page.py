"""The parts of the page Umgestalten: what is chosen, what is to be done, and what was done."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Final

import streamlit as st

from accounts.identity import Identity
from data.organizations import organization
from data.store import NotFound, Store
from network.organization import Organization
from views import (
    address,
    reshape_dissolve,
    reshape_heir,
    reshape_merge,
    reshape_past,
    reshape_rename,
    reshape_search,
    reshape_twins,
)
from views.inert import inert
from views.kinds import KINDS
from views.network_address import CHOSEN
from views.page_files import NETWORK_MAP, RESHAPE
from views.tie_words import period_text
from views.words import _, mark


class Job(StrEnum):
    """What can be done, by its name in the address."""

    RENAME = "umbenennen"
    MERGE = "zusammenfuehren"
    SUCCEED = "nachfolge"
    DISSOLVE = "aufloesen"


JOBS: Final[Mapping[Job, tuple[str, Callable[[Store, Identity, Organization], None]]]] = {
    Job.RENAME: (mark("Rename"), reshape_rename.show),
    Job.MERGE: (mark("Merge"), reshape_merge.show),
    Job.SUCCEED: (mark("Succession"), reshape_heir.show),
    Job.DISSOLVE: (mark("Dissolve"), reshape_dissolve.show),
}
JOB: Final = "was"


def show(store: Store, actor: Identity) -> None:
    """Show what is to be done with the entry of the address, or which one it shall be."""
    st.title(_("Reshape organisations"))
    wanted = st.query_params.get("id", "")
    if not wanted:
        _show_choice(store, actor)
        return
    try:
        chosen = organization(store, wanted)
    except NotFound:
        st.text(_("There is no such entry (any more)."))
        st.page_link(RESHAPE, label=_("Choose another entry"), icon=":material/arrow_back:")
        return
    _show_one(store, actor, chosen)


def _show_choice(store: Store, actor: Identity) -> None:
    st.text(_("Which entry is it about?"))
    reshape_search.ask(store, "id", "which")
    reshape_twins.show(store, actor)
    reshape_past.show(store, actor)


def _show_one(store: Store, actor: Identity, chosen: Organization) -> None:
    st.header(inert(chosen.name), anchor=False)
    period = period_text(chosen.start_date, chosen.end_date)
    st.text(", ".join(each for each in (_(KINDS[chosen.classification]), period) if each))
    with st.container(horizontal=True):
        st.page_link(RESHAPE, label=_("Choose another entry"), icon=":material/arrow_back:")
        st.page_link(
            NETWORK_MAP,
            label=_("Show on the network map"),
            icon=":material/hub:",
            query_params={CHOSEN: chosen.id, "schritte": "1"},
        )
    address.follow(JOB, lambda values: values[0] if values and values[0] in JOBS else Job.RENAME)
    job = st.segmented_control(
        _("What is to be done?"),
        list(JOBS),
        key=JOB,
        required=True,
        format_func=lambda each: _(JOBS[Job(each)][0]),
    )
    address.write(JOB, [] if job == Job.RENAME else [str(job)])
    JOBS[Job(str(job))][1](store, actor, chosen)
    reshape_past.show(store, actor, chosen.id)
