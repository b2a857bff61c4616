"""What a section rests on, and saying so."""

from typing import Final

import streamlit as st

from accounts.identity import Identity
from accounts.permissions import Permission, may
from data.link_targets import Target, TargetType, all_targets
from data.section_links import LinkedAlready, link, unlink
from data.standings import SectionStanding
from data.store import Store
from views import legal_act_form, session
from views.inert import inert
from views.link_words import TARGETS
from views.page_files import NETWORK_MAP, SECTION
from views.words import _

_PAGES: Final = {
    TargetType.SECTION: (SECTION, "id"),
    TargetType.ORGANIZATION: (NETWORK_MAP, "stelle"),
    TargetType.POST: (NETWORK_MAP, "stelle"),
}


def show(store: Store, actor: Identity, here: SectionStanding) -> None:
    """List what the section rests on, and let whoever may add to it or take away."""
    edits = may(actor, Permission.SECTION_LINK) and here.section.retired_on is None
    if not here.targets and not edits:
        return
    st.header(_("What it rests on"), anchor=False)
    if not here.targets:
        st.text(_("Nothing is noted yet."))
    for target in here.targets:
        _show_target(here, target)
    if edits:
        _ask(store, here)
        legal_act_form.show(store)


def _show_target(here: SectionStanding, target: Target) -> None:
    changed = target.id in here.standing.changed_targets
    kind = _(TARGETS[target.type])
    label = f"{kind}: {inert(target.name)}"
    page = _PAGES.get(TargetType(target.type))
    with st.container(horizontal=True, vertical_alignment="center"):
        if page:
            st.page_link(page[0], label=label, query_params={page[1]: target.id})
        else:
            st.markdown(label)
        if changed:
            st.badge(_("changed since the review"), icon=":material/link_off:", color="red")


def _ask_remove(here: SectionStanding) -> None:
    if not here.targets:
        return
    targets = {each.id: each for each in here.targets}
    form = f"unlink_{here.section.id}"
    chosen = st.selectbox(
        _("No longer something it rests on"),
        list(targets),
        index=None,
        format_func=lambda each: targets[each].name if each in targets else each,
        key=form,
    )
    target = targets.get(chosen) if chosen else None
    st.button(
        _("Remove"),
        key=f"do_{form}",
        disabled=target is None,
        on_click=_unlink,
        args=(here.section.id, (target.type, target.id) if target else ("", "")),
    )


def _ask(store: Store, here: SectionStanding) -> None:
    section = here.section
    form = f"link_{section.id}"
    errors = session.kept_errors(form)
    with st.expander(
        _("Add or remove what it rests on"), icon=":material/add_link:", expanded=bool(errors)
    ):
        chosen = st.selectbox(
            _("Kind"),
            list(TargetType),
            format_func=lambda each: _(TARGETS[each]),
            key=f"type_{form}",
        )
        names = {
            each.id: each.name
            for each in all_targets(store).values()
            if each.type == chosen and each.id != section.id
        }
        target = st.selectbox(
            _("Which? (required)"),
            sorted(names, key=lambda each: names[each].casefold()),
            index=None,
            format_func=lambda each: names.get(each, each),
            key=f"target_{form}_{chosen}",
        )
        session.show_error(errors, "target")
        st.button(
            _("Add"),
            key=f"add_{form}",
            on_click=_link,
            args=(section.id, str(chosen), target, session.form_key(form)),
        )
        _ask_remove(here)


def _link(section_id: str, target_type: str, target_id: str | None, key: str) -> None:
    session.language()
    form = f"link_{section_id}"
    session.keep_errors(form, {})
    if target_id is None:
        session.keep_errors(form, {"target": _("Please choose what the section rests on.")})
        return
    with session.explained():
        try:
            target = (target_type, target_id)
            session.done_once(
                link, session.store(), session.identity(), section_id, target, key=key
            )
        except LinkedAlready:
            session.keep_errors(form, {"target": _("The section rests on this already.")})
            return
        session.form_done(form)
        st.session_state.pop(f"target_{form}_{target_type}", None)
        session.tell(_("The link is saved. Please review the section against it."))


def _unlink(section_id: str, target: tuple[str, str]) -> None:
    session.language()
    with session.explained():
        unlink(session.store(), session.identity(), section_id, target)
        session.tell(_("The link is removed."))
