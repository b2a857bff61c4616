"""Succession: which entries end, what continues them from when on, and what goes along."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Final

import streamlit as st

from accounts.identity import Identity
from data.clock import today
from data.endings import held_after
from data.heirs import Carried, NewOrganization, succeed
from data.organizations import organization
from data.renames import LONGEST_NAME, InvalidReshaping
from data.store import NotFound, Store
from network.graph import ties_of
from network.organization import Classification, Organization
from network.picture import name_of
from views import reshape_search, session
from views.inert import inert
from views.kinds import KINDS
from views.network_address import EARLIEST, LATEST
from views.reshape_words import keep_errors, tell_here
from views.shown_network import network_of
from views.tie_words import tie_text
from views.words import _

ALSO: Final = "auch"
HEIR: Final = "an"
_REST: Final = ("facts", "duties", "people", "units")


def show(store: Store, _actor: Identity, chosen: Organization) -> None:
    """Ask who ends besides the chosen one, who continues it, and what goes along."""
    old = [chosen, *_named(store, ALSO, {chosen.id})]
    heirs = _named(store, HEIR, {each.id for each in old})
    _ask_others(store, old)
    _ask_heir(store, old, heirs)
    heir = heirs[0] if heirs else None
    known = [*old, *heirs[:1]]
    at = "succeed_" + "_".join(f"{each.id}_{each.revision}" for each in known)
    errors = session.kept_errors(at)
    with st.form(at, enter_to_submit=False):
        session.show_error(errors, "old")
        session.show_error(errors, "heir")
        if heir is None:
            _ask_new(chosen, at, errors)
        st.date_input(
            _("First day of what continues"),
            today(),
            key=f"on_{at}",
            min_value=EARLIEST,
            max_value=LATEST,
            format="DD.MM.YYYY",
            width=220,
            help=_("The entries above end on the day before."),
        )
        session.show_error(errors, "on")
        _ask_carried(store, old, at)
        key = session.form_key(at)
        st.form_submit_button(
            _("Let it continue"),
            type="primary",
            key=f"do_{at}",
            on_click=_succeed,
            args=(
                [each.id for each in old],
                heir.id if heir else "",
                {each.id: each.revision for each in known},
                at,
                key,
            ),
        )


def _named(store: Store, name: str, without: set[str]) -> list[Organization]:
    found: list[Organization] = []
    for each in dict.fromkeys(st.query_params.get_all(name)):
        try:
            known = organization(store, each)
        except NotFound:
            continue
        if known.merged_into_id is None and each not in without:
            found.append(known)
    return found


def _ask_others(store: Store, old: list[Organization]) -> None:
    st.text(_("These entries end: {names}", names=", ".join(each.name for each in old)))
    for each in old[1:]:
        st.button(
            _("{name}: take away", name=inert(each.name)),
            key=f"less_{each.id}",
            on_click=reshape_search.let_go,
            args=(ALSO, each.id),
            icon=":material/close:",
        )
    with st.expander(_("Another entry ends, too")):
        ids = {each.id for each in old}
        reshape_search.ask(store, ALSO, "also", without=ids, several=True)


def _ask_heir(store: Store, old: list[Organization], heirs: list[Organization]) -> None:
    if heirs:
        st.text(_("It is continued by: {name}", name=heirs[0].name))
        st.button(
            _("{name}: take away", name=inert(heirs[0].name)),
            key="no_heir",
            on_click=reshape_search.let_go,
            args=(HEIR, heirs[0].id),
            icon=":material/close:",
        )
        return
    with st.expander(_("An entry that is there already continues it")):
        reshape_search.ask(store, HEIR, "heir", without={each.id for each in old})


def _ask_new(chosen: Organization, at: str, errors: dict[str, str]) -> None:
    st.text_input(_("Name of the new entry"), key=f"name_{at}", max_chars=LONGEST_NAME)
    session.show_error(errors, "name")
    st.text_input(_("Short name (optional)"), key=f"short_{at}", max_chars=LONGEST_NAME)
    kinds = list(Classification)
    st.selectbox(
        _("Kind"),
        kinds,
        index=kinds.index(Classification(chosen.classification)),
        key=f"kind_{at}",
        format_func=lambda each: _(KINDS[each]),
    )


def _ask_carried(store: Store, old: list[Organization], at: str) -> None:
    """Ask what goes along: all of it, unless somebody takes something away."""
    network = network_of(store, today())
    ties: dict[str, str] = {}
    posts: dict[str, str] = {}
    for each in old:
        held = held_after(store, each.id, today() - timedelta(days=1))
        rows = {row["id"] for row in (*held.relations, *held.memberships)}
        posts |= {row["id"]: row["label"] for row in held.posts}
        nodes = [each.id, *(row["id"] for row in held.posts)]
        for node in (node for node in nodes if node in network.records):
            for tie in ties_of(network.graph, node):
                other = tie.object_id if tie.subject_id == node else tie.subject_id
                if tie.id in rows:
                    ties[tie.id] = f"{tie_text(tie, node)}: {name_of(network.records[other])}"
        ties |= {row["id"]: _("who holds a post") for row in held.memberships if row["person_id"]}
    for name, label, offered in (
        ("ties", _("Ties that go on"), ties),
        ("posts", _("Posts that go on"), posts),
    ):
        st.multiselect(
            label,
            list(offered),
            default=list(offered),
            key=f"{name}_{at}",
            format_func=_name_of(offered),
            placeholder=_("none"),
        )
    labels = {
        "facts": _("Topics, offers, needs and languages go on"),
        "duties": _("Responsibilities and open reviews go on"),
        "people": _("Contact persons and accounts go on"),
        "units": _("Units below go on"),
    }
    for name in _REST:
        st.checkbox(labels[name], value=True, key=f"{name}_{at}")


def _name_of(names: Mapping[str, str]) -> Callable[[str], str]:
    return lambda each: names.get(each, "")


def _succeed(old: list[str], heir_id: str, expected: dict[str, int], at: str, key: str) -> None:
    session.language()
    state = st.session_state
    on: date = state[f"on_{at}"]
    carried = Carried(
        ties=frozenset(state[f"ties_{at}"]),
        posts=frozenset(state[f"posts_{at}"]),
        **{name: bool(state[f"{name}_{at}"]) for name in _REST},
    )
    heir: NewOrganization | str = heir_id or NewOrganization(
        state[f"name_{at}"], state[f"kind_{at}"], state[f"short_{at}"]
    )
    session.keep_errors(at, {})
    with session.explained():
        try:
            begun = session.done_once(
                succeed,
                session.store(),
                session.identity(),
                old,
                heir,
                on=on,
                carried=carried,
                expected=expected,
                key=key,
            )
        except InvalidReshaping as fault:
            keep_errors(at, fault)
            return
        session.form_done(at)
        if begun:
            st.query_params.from_dict({"id": begun.id})
            tell_here(
                _(
                    "“{name}” continues from that day on. It can be undone below.",
                    name=inert(begun.name),
                )
            )
