"""The page of thanks after a registration: who is near, which groups and sections concern it."""

from collections.abc import Sequence

import streamlit as st

from data.clock import today
from data.newcomers import sections_on
from data.roster import roster
from data.store import Store
from network.common_ground import Common, Reason
from network.graph import Graph
from network.newcomer import NEWCOMER, Neighbour, groups_on, neighbours
from network.registration import Registration
from views import register_steps, session
from views.inert import inert
from views.kinds import KINDS
from views.network_address import CHOSEN
from views.page_files import CONCEPT, DIRECTORY, NETWORK_MAP, SECTION
from views.register_sending import SENT
from views.settings import mail_settings
from views.shown_network import network_of
from views.words import _, mark, plural

_NEAR = "register_near"


def show(store: Store, sent: Registration) -> None:
    """Thank, say what comes next, and lead on."""
    with st.container(key="reg_thanks"):
        st.header(_("Thank you! Your registration has been sent."), anchor=False)
    st.text(_what_comes(sent))
    near = st.container()
    graph = network_of(store, today()).graph
    if sent.topic_ids:
        _show_groups(graph, sent)
        _show_sections(store, graph, sent)
    st.subheader(_("Look around"), anchor=False)
    st.page_link(NETWORK_MAP, label=_("Open the network map"), icon=":material/hub:")
    st.page_link(DIRECTORY, label=_("Directory of all organisations"), icon=":material/list_alt:")
    st.page_link(CONCEPT, label=_("Open the concept"), icon=":material/menu_book:")
    st.button(_("Register another organisation"), key="another", on_click=_another)
    with near:  # the rest is there already while this is being looked for
        _show_near(store, sent, graph)


def _what_comes(sent: Registration) -> str:
    next_steps = _(
        "The coordination of the city looks at it and then publishes it on the network map. "
        "It writes to the e-mail address that you gave."
    )
    if not mail_settings().ready:
        return next_steps
    asked = _(
        "You get a mail at {address}. Please confirm the address with the link in it.",
        address=sent.contact_email,
    )
    return f"{asked} {next_steps}"


def _show_near(store: Store, sent: Registration, graph: Graph) -> None:
    st.subheader(_("Who is near to you"), anchor=False)
    if _NEAR not in st.session_state:  # found once: it takes a moment in a large city
        with st.spinner(_("Looking for whom you have most in common with …")):
            st.session_state[_NEAR] = neighbours(roster(store), sent, today())
    near: Sequence[Neighbour] = st.session_state[_NEAR]
    if not near and sent.topic_ids:
        st.text(
            _(
                "Nobody shares a topic, target group, district, offer or need with you yet. You "
                "can add more of them once your entry is published."
            )
        )
    for each in near:
        with st.container(border=True, gap="xsmall"):
            st.page_link(
                NETWORK_MAP,
                label=inert(each.organization.name),
                icon=":material/hub:",
                query_params={CHOSEN: each.organization.id},
            )
            st.text("\n".join((_(KINDS[each.organization.classification]), *reasons(each, graph))))
    if not sent.topic_ids:
        st.text(
            _(
                "You chose no topics. Once your entry is published you can add some; then it "
                "shows which working groups and sections of the concept concern you."
            )
        )


def reasons(each: Neighbour, graph: Graph) -> list[str]:
    """Return in sentences what a newcomer and its neighbour have in common, needs first."""
    terms = {key: topic.term for key, topic in graph.graph["topics"].items()}
    lines = [_need(reason) for reason in each.reasons if reason.common is Common.NEED]
    for common, sentence in (
        (Common.TOPIC, mark("You both work on: {values}.")),
        (Common.TARGET_GROUP, mark("You are both there for: {values}.")),
        (Common.AREA, mark("You are both in: {values}.")),
    ):
        values = [terms.get(r.value, r.value) for r in each.reasons if r.common is common]
        if values:
            lines.append(_(sentence, values=", ".join(values)))
    return lines


def _need(reason: Reason) -> str:
    if reason.by == NEWCOMER:
        return _(
            "You need “{need}”, and there “{offer}” is offered.",
            need=reason.value, offer=reason.offer,
        )  # fmt: skip
    return _(
        "You offer “{offer}”, and there “{need}” is needed.",
        need=reason.value, offer=reason.offer,
    )  # fmt: skip


def _show_groups(graph: Graph, sent: Registration) -> None:
    st.subheader(_("Working groups on your topics"), anchor=False)
    found = groups_on(graph, sent.topic_ids)
    if not found:
        st.text(_("No working group has one of your topics yet."))
        return
    st.text(
        plural(
            "{n} working group deals with what you do.",
            "{n} working groups deal with what you do.",
            len(found),
        )
    )
    for each in found:
        st.page_link(
            NETWORK_MAP,
            label=inert(each.name),
            icon=":material/groups:",
            query_params={CHOSEN: each.id},
        )


def _show_sections(store: Store, graph: Graph, sent: Registration) -> None:
    st.subheader(_("Sections of the integration concept that concern you"), anchor=False)
    found = sections_on(store, graph, sent.topic_ids)
    if not found:
        st.text(_("No section of the concept speaks of your topics yet."))
        return
    st.text(
        _(
            "These sections are about your topics. You can read them now; once your entry is "
            "published, you can say what you think of them."
        )
    )
    for each in found:
        st.page_link(
            SECTION,
            label=inert(each.heading),
            icon=":material/article:",
            query_params={"id": each.id},
        )


def _another() -> None:
    session.language()
    for key in (SENT, _NEAR):
        st.session_state.pop(key, None)
    register_steps.turn_to(0)
