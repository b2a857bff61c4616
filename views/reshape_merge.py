"""Merging: which entry goes into the one that is shown, and what counts where they differ."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import streamlit as st

from accounts.identity import Identity
from data.merged_fields import Choice, choices_for, differing, usual_choice
from data.merges import InvalidMerge, merge
from data.organizations import organization
from data.pointers import counted
from data.roster import topics
from data.store import NotFound, Store
from network.organization import Organization
from views import reshape_search, session
from views.inert import inert
from views.kinds import KINDS
from views.page_files import RESHAPE
from views.reshape_words import fail_here, moving_text, tell_here
from views.words import _, date_text, mark, partial_date_text

OTHER: Final = "mit"
FIELD_NAMES: Final[Mapping[str, str]] = {
    "name": mark("Name"),
    "short_name": mark("Short name"),
    "classification": mark("Kind"),
    "parent_id": mark("Belongs to"),
    "district": mark("District"),
    "website": mark("Website"),
    "open_for_cooperation": mark("Open for cooperation"),
    "start_date": mark("Beginning"),
    "end_date": mark("End"),
    "successor_of_id": mark("Continues"),
    "partition": mark("Part of the network"),
    "confirmed_on": mark("Confirmed on"),
    "description": mark("Description"),
    "languages": mark("Languages"),
    "target_groups": mark("Target groups"),
    "topic_ids": mark("Topics"),
    "offers": mark("Offers"),
    "needs": mark("Needs"),
}
_CHOICES: Final[Mapping[Choice, str]] = {
    Choice.KEEP: mark("keep"),
    Choice.TAKE: mark("take over"),
    Choice.BOTH: mark("both together"),
}


def show(store: Store, _actor: Identity, kept: Organization) -> None:
    """Ask for the other entry, and then for each difference whose value counts."""
    other = st.query_params.get(OTHER, "")
    try:
        gone = organization(store, other) if other else None
    except NotFound:
        gone = None
    if gone is None or gone.merged_into_id or gone.id == kept.id:
        st.text(_("Which entry shall become part of “{name}”?", name=kept.name))
        reshape_search.ask(store, OTHER, "merge", without={kept.id})
        return
    _show_both(store, kept, gone)


def _show_both(store: Store, kept: Organization, gone: Organization) -> None:
    st.subheader(_("“{gone}” becomes part of this entry", gone=inert(gone.name)), anchor=False)
    st.page_link(
        RESHAPE,
        label=_("The other way round: keep “{name}”", name=inert(gone.name)),
        icon=":material/swap_horiz:",
        query_params={"id": gone.id, "was": "zusammenfuehren", OTHER: kept.id},
    )
    st.button(
        _("Take another entry"),
        key="merge_other",
        on_click=reshape_search.let_go,
        args=(OTHER, gone.id),
        type="tertiary",
        icon=":material/close:",
    )
    moving = moving_text(counted(store, gone.id))
    if moving:
        st.text(_("This moves along: {what}.", what=", ".join(moving)))
    st.text(
        _(
            "Equal ties become one, with the sources of both; ties between the two fall away."
            " All names are still found, old links lead on, and it can be undone."
        )
    )
    at = f"merge_{gone.id}_{gone.revision}_{kept.id}_{kept.revision}"
    fields = differing(kept, gone)
    with st.form(at, enter_to_submit=False):
        for field in fields:
            _ask_field(store, at, field, (kept, gone))
        if not fields:
            st.text(_("Nothing has to be chosen: the other entry says nothing different."))
        key = session.form_key(at)
        st.form_submit_button(
            _("Merge"),
            type="primary",
            key=f"do_{at}",
            on_click=_merge,
            args=((gone.id, gone.revision), (kept.id, kept.revision), fields, at, key),
        )


def _ask_field(store: Store, at: str, field: str, both: tuple[Organization, Organization]) -> None:
    kept, gone = both
    name = _(FIELD_NAMES[field])
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**{inert(name)}**")
        columns = st.columns(2)
        for column, title, each in zip(
            columns, (_("kept entry"), _("other entry")), both, strict=True
        ):
            with column, st.container(gap=None):
                st.caption(title)
                st.text(value_text(store, each, field) or "–")
        offered = list(choices_for(field))
        st.radio(
            name,
            offered,
            index=offered.index(usual_choice(field, kept, gone)),
            key=f"{field}_{at}",
            format_func=lambda choice: _(_CHOICES[Choice(choice)]),
            horizontal=True,
            label_visibility="collapsed",
        )


def value_text(store: Store, each: Organization, field: str) -> str:
    """Return what an entry says in a field, as people read it."""
    value = getattr(each, field)
    if value in (None, "", ()):
        return ""
    if field in _WAYS:
        return _WAYS[field](store, value)
    return "\n".join(value) if isinstance(value, tuple) else str(value)


def _name(store: Store, identifier: Any) -> str:  # noqa: ANN401  (a value of any field)
    return organization(store, str(identifier)).name


def _terms(store: Store, ids: Sequence[str]) -> str:
    known = {topic.id: topic.term for topic in topics(store)}
    return "\n".join(known.get(each, "") for each in ids)


_WAYS: Final[Mapping[str, Callable[[Store, Any], str]]] = {
    "classification": lambda _store, value: _(KINDS[value]),
    "parent_id": _name,
    "successor_of_id": _name,
    "topic_ids": _terms,
    "open_for_cooperation": lambda _store, value: _("yes") if value else _("no"),
    "start_date": lambda _store, value: partial_date_text(value),
    "end_date": lambda _store, value: partial_date_text(value),
    "confirmed_on": lambda _store, value: date_text(value),
}


def _merge(
    gone: tuple[str, int], kept: tuple[str, int], fields: Sequence[str], at: str, key: str
) -> None:
    session.language()
    choices = {field: Choice(st.session_state[f"{field}_{at}"]) for field in fields}
    with session.explained():
        names = [inert(organization(session.store(), each[0]).name) for each in (gone, kept)]
        try:
            session.done_once(
                merge,
                session.store(),
                session.identity(),
                gone[0],
                kept[0],
                choices,
                expected_gone=gone[1],
                expected_kept=kept[1],
                key=key,
            )
        except InvalidMerge:
            fail_here(_("An entry cannot be merged with itself."))
            return
        session.form_done(at)
        st.query_params.from_dict({"id": kept[0]})
        tell_here(
            _(
                "“{gone}” is now part of “{kept}”. It can be undone below.",
                gone=names[0],
                kept=names[1],
            )
        )
