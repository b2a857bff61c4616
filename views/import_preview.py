"""What a file would do, row by row: to look at, to search, and to choose from."""

from collections.abc import Sequence
from functools import partial
from typing import Final

import streamlit as st

from network.duplicates import Duplicate
from network.exchange.choice import NodeRow, State, TieRow
from network.exchange.foreign import NOT_LOST, Loss
from network.exchange.plan import ImportPlan
from network.naming import fold
from views import import_choice
from views.advice_tables import page_of
from views.exchange_words import LOSSES, place_text
from views.import_rows import RowWords, Shown, key_of
from views.inert import inert
from views.network_upload import Uploaded
from views.words import _, mark, number_text, plural

_STATES: Final = {
    State.NEW: mark("new"),
    State.CHANGED: mark("changed"),
    State.UNCHANGED: mark("unchanged"),
}
_NOT_TAKEN: Final = mark("not taken over")
_RARE: Final = {State.REFUSED: _NOT_TAKEN, State.LEFT: mark("left out")}
_REFUSED: Final = "refused"
_PAGE: Final = 25


def show_counts(plan: ImportPlan) -> None:
    """Say how many entries and ties are which."""
    for title, rows in ((_("Entries"), plan.node_rows), (_("Connections"), plan.tie_rows)):
        counts = {state: sum(row.state is state for row in rows) for state in State}
        words = {**_STATES, **{each: word for each, word in _RARE.items() if counts[each]}}
        parts = [f"{number_text(counts[state])} {_(word)}" for state, word in words.items()]
        st.text(f"{title}: {', '.join(parts)}")
    if plan.topics:
        st.text(plural("{n} topic is new.", "{n} topics are new.", len(plan.topics)))


def ask_doubles(
    doubles: dict[str, tuple[Duplicate, ...]], names: dict[str, str], uploaded: Uploaded
) -> None:
    """Ask of new entries that are called nearly as others whether they are the same."""
    if not doubles:
        return
    st.header(_("Already there?"), anchor=False)
    st.text(
        plural(
            "{n} new entry is called nearly as one that is there.",
            "{n} new entries are called nearly as some that are there.",
            len(doubles),
        )
    )
    for node_id in page_of(list(doubles), f"doubles_{uploaded.digest[:8]}", 10):
        found = {each.organization.id: each.organization.name for each in doubles[node_id]}
        key = f"same_{uploaded.digest[:12]}_{node_id}"
        st.session_state.setdefault(key, import_choice.same(node_id))
        st.selectbox(
            inert(names.get(node_id, node_id)),
            [import_choice.NEW, *found],
            format_func=partial(_same_words, found),
            key=key,
            on_change=import_choice.follow_same,
            args=(node_id, key),
        )


def _same_words(found: dict[str, str], chosen: str) -> str:
    if chosen == import_choice.NEW:
        return _("is a new entry")
    return _("is the same as “{name}”", name=found.get(chosen, ""))


def ask_rows(
    words: RowWords, whole: ImportPlan, plan: ImportPlan, uploaded: Uploaded
) -> None:  # fmt: skip
    """List the rows of a state and let one leave out any of them."""
    refused = [*uploaded.network.losses, *plan.refused]
    refused = [each for each in refused if each.code not in NOT_LOST]
    rows: list[NodeRow | TieRow] = [*whole.node_rows, *whole.tie_rows]
    counts = {state.value: sum(row.state is state for row in rows) for state in _STATES}
    counts[_REFUSED] = sum(each.count for each in refused)
    labels = {**{state.value: word for state, word in _STATES.items()}, _REFUSED: _NOT_TAKEN}
    first = next((state for state, count in counts.items() if count), State.NEW.value)
    chosen = st.segmented_control(
        _("Show rows that are"),
        list(counts),
        format_func=lambda each: f"{_(labels[each])} ({number_text(counts[each])})",
        default=first,
        key=f"import_state_{uploaded.digest[:12]}",
        required=True,
    )
    if chosen == _REFUSED:
        _show_refused(refused, uploaded)
        return
    typed = st.text_input(
        _("Search"),
        key=f"import_search_{uploaded.digest[:12]}",
        type="search",
        placeholder=_("Name"),
    )
    found = [row for row in rows if row.state == chosen]
    if wanted := fold(typed):
        found = [row for row in found if wanted in fold(words.shown(row).title)]
    if not found:
        st.text(_("Nothing to show."))
        return
    if chosen != State.UNCHANGED:
        _offer_all(found, uploaded)
    left = {f"n:{row.node.id}" for row in plan.node_rows if row.state is State.LEFT}
    left |= {f"t:{row.number}" for row in plan.tie_rows if row.state is State.LEFT}
    for row in map(words.shown, page_of(found, f"import_{chosen}_{uploaded.digest[:8]}", _PAGE)):
        with st.container(gap="xsmall"):
            _row(row, uploaded, left=row.key in left, fixed=chosen == State.UNCHANGED)


def _offer_all(found: Sequence[NodeRow | TieRow], uploaded: Uploaded) -> None:
    keys = [key_of(row) for row in found]
    with st.container(horizontal=True):
        for label, yes in (
            (plural("Leave out {n} row", "Leave out all {n} rows", len(keys)), False),
            (plural("Take {n} row", "Take all {n} rows", len(keys)), True),
        ):
            st.button(
                label,
                on_click=import_choice.set_wanted,
                args=(keys,),
                kwargs={"yes": yes, "uploaded": uploaded},
                key=f"import_all_{yes}",
            )


def _row(row: Shown, uploaded: Uploaded, *, left: bool, fixed: bool) -> None:
    """Show a row with its box; a tie whose end is left out cannot be taken."""
    name = import_choice.widget(row.key, uploaded)
    wanted = import_choice.wanted(row.key)
    label = inert(f"{row.title} ({row.kind})" if row.kind else row.title)
    if fixed:
        st.markdown(label)
        return
    dragged = left and wanted
    if dragged:
        st.checkbox(label, value=False, disabled=True, key=f"{name}_without")
        st.caption(_("Left out, because an entry that it needs is."))
        return
    st.session_state.setdefault(name, wanted)
    st.checkbox(label, key=name, on_change=import_choice.follow, args=(row.key, uploaded))
    if row.lines:
        st.text("\n".join(row.lines))
    if row.place:
        st.caption(inert(row.place))


def _show_refused(refused: Sequence[Loss], uploaded: Uploaded) -> None:
    rows = [
        {
            _("Where"): inert(place_text(place)) or "–",
            _("Why"): inert(_(LOSSES[loss.code])),
            _("What stands there"): inert(loss.detail) or "–",
        }
        for loss in refused
        for place in loss.places or (loss.place,)
    ]
    if not rows:
        st.text(_("Nothing was left out."))
        return
    shown = page_of(rows, f"refused_{uploaded.digest[:8]}", _PAGE)
    st.table(list(shown), alt=_(_NOT_TAKEN), hide_index=True)
    listed, all_of_them = len(rows), sum(each.count for each in refused)
    if listed < all_of_them:
        more = all_of_them - listed
        st.caption(plural("{n} more of the same sort.", "{n} more of the same sorts.", more))
