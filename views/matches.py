"""Offers that meet needs, shown at both organisations."""

from itertools import islice
from typing import Final

import streamlit as st

from data.clock import today
from data.store import Store
from network.offers_and_needs import Exchange
from network.organization import Organization
from network.picture import name_of
from views.inert import inert
from views.page_files import ORGANIZATION
from views.shown_network import network_of, stamp
from views.words import _

_MOST: Final = 10
"""Matches of each direction shown at once."""

_FEW: Final = 5
"""The same where there is little room."""


def show(store: Store, organization_id: str, *, own: bool = False, beside: bool = False) -> bool:
    """Show who offers what an organisation needs and who needs what it offers.

    `own` speaks to the organisation itself; `beside` is where there is little room.
    Returns whether there was anything to show.
    """
    most = _FEW if beside else _MOST
    found = _exchange(store, stamp(store), today().isoformat())
    needs = list(islice(found.met_needs(organization_id), most + 1))
    offers = list(islice(found.met_by_offers(organization_id), most + 1))
    if not needs and not offers:
        return False
    known = network_of(store, today()).records
    heading = st.subheader if beside else st.header
    heading(_("Offers and needs that fit"), anchor=False)
    for match in needs[:most]:
        need, name = match.need, name_of(known[match.offering_id])
        lead = _("You need: {need}", need=need) if own else _("Needed: {need}", need=need)
        _show_one(
            lead, _("{name} offers: {offer}", name=name, offer=match.offer), match.offering_id
        )
    for match in offers[:most]:
        offer, name = match.offer, name_of(known[match.needing_id])
        lead = _("You offer: {offer}", offer=offer) if own else _("Offered: {offer}", offer=offer)
        _show_one(lead, _("{name} needs: {need}", name=name, need=match.need), match.needing_id)
    if len(needs) > most or len(offers) > most:
        st.caption(_("There are more of them; these are the first."))
    return True


def _show_one(lead: str, answer: str, other: str) -> None:
    """Show one match in two lines, with the way to the other organisation."""
    with st.container(border=True, gap=None):
        st.text(lead)
        st.page_link(
            ORGANIZATION,
            label=inert(answer),
            icon=":material/handshake:",
            query_params={"id": other},
        )


@st.cache_resource(max_entries=4, show_spinner=False)
def _exchange(_store: Store, state: tuple[int, str], day: str) -> Exchange:
    del state, day
    records = network_of(_store, today()).records.values()
    return Exchange(each for each in records if isinstance(each, Organization))
