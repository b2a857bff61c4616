"""Stellen und Verbindungen: vacant posts, ties on one word only, disputed ties, nobody tied."""

from collections.abc import Sequence
from functools import partial
from typing import Final

import streamlit as st

from accounts.permissions import Permission
from data.posts import set_occupancy
from data.store import NotFound
from data.ties import NotASide, Outcome, Sides, TieTable, settle_tie, sides
from network.facets import Status
from network.graph import Tie
from network.open_ends import PostStanding, disputed, one_sided, posts, untied
from network.organization import Occupancy
from views import session
from views.advice_tables import entry_row, map_link, page_of, show_table
from views.advised import Advised
from views.inert import inert
from views.kinds import STATUSES, TIES
from views.words import _, mark, plural

_PAGE: Final = 10
_ANSWERS: Final = {
    Outcome.CONFIRMED: (mark("{name} confirms"), ":material/check:"),
    Outcome.DISPUTED: (mark("{name} disagrees"), ":material/close:"),
    Outcome.OPEN: (mark("Open again"), ":material/undo:"),
}


def show(advised: Advised) -> None:
    """Show what is open, each with the way to settle it."""
    st.header(_("Posts and ties"), anchor=False)
    vacant, stated, contested, alone = st.tabs(
        [
            _("Posts"),
            _("Ties stated by one side only"),
            _("Disputed ties"),
            _("Organisations without any tie"),
        ]
    )
    with vacant:
        _show_posts(advised)
    with stated:
        asked = (Outcome.CONFIRMED, Outcome.DISPUTED)
        _show_ties(advised, one_sided(advised.graph), asked)
    with contested:
        _show_ties(advised, disputed(advised.graph), (Outcome.CONFIRMED, Outcome.OPEN))
    with alone:
        _show_untied(advised)


def _show_posts(advised: Advised) -> None:
    found = posts(advised.graph)
    vacant = sum(each.status is Status.VACANT for each in found)
    unknown = sum(each.status is Status.UNKNOWN for each in found)
    st.text(
        _(
            "{all}: {vacant}, {unknown}.",
            all=plural("{n} post", "{n} posts", len(found)),
            vacant=plural("{n} is vacant", "{n} are vacant", vacant),
            unknown=plural(
                "of {n} nobody has said whether somebody holds it",
                "of {n} nobody has said whether somebody holds them",
                unknown,
            ),
        )
    )
    for each in page_of(found, "posts", _PAGE):
        _show_post(advised, each)


def _show_post(advised: Advised, each: PostStanding) -> None:
    post = each.post
    with st.container(border=True, gap="small"):
        st.text(f"{post.label}\n{advised.name(post.organization_id)}")
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            st.text(_(STATUSES[each.status]))
            map_link(advised, post.id)
            if advised.may(Permission.POST_FILL) and not each.by_person:
                for occupancy, label in (
                    (Occupancy.HELD, _("Filled")),
                    (Occupancy.VACANT, _("Vacant")),
                ):
                    st.button(
                        label,
                        key=f"{occupancy.value}_{post.id}",
                        help=inert(post.label),
                        disabled=each.status.value == occupancy.value,
                        on_click=_fill,
                        args=(post.id, occupancy, post.revision),
                    )


def _fill(post_id: str, occupancy: Occupancy, expected: int) -> None:
    session.language()
    with session.explained():
        set_occupancy(session.store(), session.identity(), post_id, occupancy, expected=expected)
        session.tell(_("It is noted whether the post is filled."))


def _show_ties(advised: Advised, found: Sequence[Tie], outcomes: Sequence[Outcome]) -> None:
    if not found:
        st.text(_("None on this day."))
    for tie in page_of(found, f"ties_{outcomes[1].value}", _PAGE):
        try:
            known = sides(advised.store, tie.id)
        except NotFound:
            continue
        _show_tie(advised, tie, known, outcomes)


def _show_tie(advised: Advised, tie: Tie, known: Sides, outcomes: Sequence[Outcome]) -> None:
    with st.container(border=True, gap="small"):
        words = (
            f"{advised.name(tie.subject_id)} – {_(TIES[tie.kind])} – {advised.name(tie.object_id)}"
        )
        lines = [words]
        if known.stated_by_id:
            lines.append(_("Stated by: {name}", name=advised.name(known.stated_by_id)))
        if known.disputed_by_id:
            lines.append(_("Disputed by: {name}", name=advised.name(known.disputed_by_id)))
        st.text("\n".join(lines))
        map_link(advised, tie.subject_id, tie.object_id)
        if not advised.may(Permission.TIE_SETTLE):
            return
        with st.container(horizontal=True, gap="small"):
            for outcome in outcomes:
                asked = known.to_ask[:1] if outcome is Outcome.OPEN else known.to_ask
                for by in asked:
                    label, icon = _ANSWERS[outcome]
                    st.button(
                        _(label, name=advised.label(by)),
                        key=f"{outcome.value}_{by}_{tie.id}",
                        icon=icon,
                        help=inert(words),
                        on_click=_settle,
                        args=(known.table, tie.id, outcome, by, known.revision),
                    )


def _settle(table: TieTable, tie_id: str, outcome: Outcome, by: str, expected: int) -> None:
    session.language()
    with session.explained():
        try:
            settle_tie(
                session.store(), session.identity(), table, tie_id, outcome, by, expected=expected
            )
        except NotASide:
            session.fail(_("Only the other side can confirm or deny the tie. Nothing was saved."))
            return
        session.tell(_("It is noted what the other side says."))


def _show_untied(advised: Advised) -> None:
    found = untied(advised.graph)
    st.text(plural("{n} organisation", "{n} organisations", len(found)))
    row = partial(entry_row, advised)
    nodes = [each.id for each in found]
    show_table(nodes, row, "untied", _("Organisations without any tie"))
