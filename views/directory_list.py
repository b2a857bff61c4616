"""The list of the directory: searched by name and topic, filtered by kind, page by page."""

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Final

import streamlit as st

from accounts.identity import Identity
from data.organizations import find_organizations
from data.roster import topics
from data.store import Store
from network.finding import LONGEST
from network.naming import fold
from network.organization import Organization
from views import address, network_panel
from views.inert import inert
from views.kinds import KINDS
from views.network_address import CHOSEN
from views.page_files import NETWORK_MAP, ORGANIZATION
from views.upkeep_words import show_standing
from views.words import _, number_text

_PAGE: Final = 20


def ask(
    organizations: Sequence[Organization],
    outdated: Collection[str],
    unreachable: Collection[str] | None = None,
) -> tuple[str, list[str], frozenset[str]]:
    """Ask what is looked for: words, kinds, and the ids that come into question.

    Those are all, or what may be outdated, or where no mail can be sent; the last is asked only
    of whoever may know it.
    """
    counts = Counter(each.classification.value for each in organizations)
    searching, choosing = st.columns(2)
    typed = searching.text_input(
        _("Search"),
        key="suche",
        type="search",
        live=True,
        max_chars=LONGEST,
        placeholder=_("Name or topic"),
    )
    address.follow("art", lambda values: [kind for kind in values if kind in counts])
    kinds = choosing.multiselect(
        _("Kinds"),
        [kind for kind, _count in counts.most_common()],
        key="art",
        format_func=lambda kind: f"{_(KINDS[kind])} ({counts[kind]})",
        placeholder=_("All kinds"),
        select_all=False,
        filter_mode="contains",
    )
    address.write("art", kinds)
    wanted = frozenset(each.id for each in organizations)
    old = wanted & frozenset(outdated)
    with st.container(horizontal=True):
        if _ask_only("veraltet", _("only possibly outdated ({n})", n=number_text(len(old)))):
            wanted = old
        if unreachable is not None:
            mute = frozenset(each.id for each in organizations) & frozenset(unreachable)
            label = _("only without an e-mail address ({n})", n=number_text(len(mute)))
            if _ask_only("ohne-adresse", label):
                wanted &= mute
    return typed, kinds, wanted


def _ask_only(name: str, label: str) -> bool:
    """Ask for one kind of entries only; the address of the page says so too."""
    address.follow(name, lambda values: values == ("1",))
    only = st.checkbox(label, key=name)
    address.write(name, ["1"] if only else [])
    return only


def matching(
    store: Store, organizations: Sequence[Organization], typed: str, kinds: Sequence[str]
) -> list[Organization]:
    """Return what is looked for, in order of names."""
    named = {each.id for each in find_organizations(store, typed, len(organizations))}
    words = fold(typed[:LONGEST]).split()
    on_topic = {
        topic.id
        for topic in topics(store)
        if words
        and all(any(part.startswith(w) for part in fold(topic.term).split()) for w in words)
    }
    found = [
        each
        for each in organizations
        if (
            not words
            or each.id in named
            or on_topic & set(each.topic_ids)
            or all(part in fold(each.name) for part in words)
        )
        and (not kinds or each.classification.value in kinds)
    ]
    return sorted(found, key=lambda each: fold(each.name))


def show(store: Store, actor: Identity, found: Sequence[Organization]) -> None:
    """Show one page of organisations with what they say of themselves."""
    pages = -(-len(found) // _PAGE)
    page = st.pagination(pages, key="directory_page") if pages > 1 else 1
    for each in found[(page - 1) * _PAGE : page * _PAGE]:
        with st.container(border=True):
            st.header(inert(each.name), anchor=False)
            st.text(_(KINDS[each.classification]))
            show_standing(store, each)
            network_panel.show_facts(store, actor, each)
            st.page_link(
                ORGANIZATION,
                label=_("Page of the organisation"),
                icon=":material/apartment:",
                query_params={"id": each.id},
            )
            st.page_link(
                NETWORK_MAP,
                label=_("Show on the network map"),
                icon=":material/hub:",
                query_params={CHOSEN: each.id, "schritte": "1"},
            )
