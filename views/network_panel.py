"""The panel beside the picture: one organisation or post with its ties and their sources."""

import streamlit as st

from accounts.identity import Identity
from data.roster import contacts, topics
from data.store import Store
from network.graph import Tie, ties_of
from network.organization import Organization, Post
from network.picture import kind_of, name_of
from views import network_filters
from views.inert import inert
from views.kinds import KINDS, ROLES, TIES, TIES_BACK
from views.shown_network import ShownNetwork
from views.words import _, partial_date_text, plural


def show(store: Store, actor: Identity, network: ShownNetwork, chosen: str | None) -> None:
    """Show details of the chosen node, or how to choose one."""
    if chosen is None:
        st.header(_("Details"))
        st.text(_("Click a symbol in the picture or search for a name."))
        return
    record = network.records[chosen]
    with st.container(border=True):
        st.header(inert(name_of(record)), anchor=False)
        st.text(_(KINDS[kind_of(record)]))
        if isinstance(record, Organization):
            show_facts(store, actor, record)
        else:
            _post(network, record)
        _sources(record.sources)
        st.button(_("Clear choice"), on_click=_clear, icon=":material/close:")
    _ties(network, chosen)


def _clear() -> None:
    for name in (network_filters.CHOSEN, "schritte"):
        st.query_params.pop(name, None)


def show_facts(store: Store, actor: Identity, record: Organization) -> None:
    """Show what is known of an organisation, with the contact persons the actor may see."""
    terms = {topic.id: topic.term for topic in topics(store)}
    facts = {
        _("Description"): record.description,
        _("Short name"): record.short_name,
        _("Other names"): ", ".join(record.other_names),
        _("District"): record.district,
        _("Topics"): ", ".join(terms[each] for each in record.topic_ids if each in terms),
        _("Target groups"): ", ".join(record.target_groups),
        _("Languages"): ", ".join(record.languages),
        _("Offers"): "\n".join(record.offers),
        _("Needs"): "\n".join(record.needs),
        _("Website"): record.website,
        _("Period"): _period(record.start_date, record.end_date),
    }
    _facts(facts)
    for person in contacts(store, actor, record.id):
        internal = "" if person.public else _("(not public)")
        lines = (person.name, person.email, person.phone, internal)
        _facts({_("Contact"): "\n".join(line for line in lines if line)})


def _post(network: ShownNetwork, record: Post) -> None:
    home = network.records.get(record.organization_id)
    _facts(
        {
            _("Belongs to"): name_of(home) if home else "",
            _("Description"): record.description,
            _("Period"): _period(record.start_date, record.end_date),
        }
    )


def _facts(facts: dict[str, str]) -> None:
    """Show label and text of each known fact; a stranger's text is never markup."""
    for label, text in facts.items():
        if text:
            with st.container(gap=None):
                st.caption(label)
                st.text(text)


def _period(start: str | None, end: str | None) -> str:
    if start and end:
        return f"{partial_date_text(start)} – {partial_date_text(end)}"
    if start:
        return _("since {day}", day=partial_date_text(start))
    return _("until {day}", day=partial_date_text(end)) if end else ""


def _sources(sources: tuple[str, ...]) -> None:
    _facts({_("Source"): "\n".join(sources)})


def _ties(network: ShownNetwork, chosen: str) -> None:
    found = ties_of(network.graph, chosen)
    st.header(plural("{n} tie", "{n} ties", len(found)), anchor=False)
    for tie in found:
        _tie(network, chosen, tie)


def _tie(network: ShownNetwork, chosen: str, tie: Tie) -> None:
    outward = tie.subject_id == chosen
    other = tie.object_id if outward else tie.subject_id
    words = _((TIES if outward else TIES_BACK)[tie.kind])
    role = f" ({_(ROLES[tie.role])})" if tie.role in ROLES else ""
    dated = _period(tie.start_date, tie.end_date)
    with st.container(border=True, gap="xsmall"):
        st.text(f"{words}{role}")
        st.button(
            inert(name_of(network.records[other])),
            key=f"tie_{tie.id}",
            on_click=network_filters.choose,
            args=(other,),
            icon=":material/my_location:",
        )
        details = [each for each in (dated, tie.note) if each]
        if details:
            st.text("\n".join(details))
        _sources(tie.sources)
