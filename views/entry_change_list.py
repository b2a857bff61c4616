"""Changes of entries that wait: before and after, field by field, and what to do with them."""

from typing import Final

import streamlit as st

from accounts.identity import Identity
from data.clock import day_of
from data.entry_change_decisions import accept, changed_meanwhile, pending, refuse
from data.entry_changes import EntryChange
from data.organizations import organization
from data.roster import topics
from data.store import Store
from network.organization import Organization
from views import diff_view, session
from views.inert import inert
from views.letters import compose
from views.registration_end import finish
from views.registration_words import FIELDS, value_text
from views.words import _, date_text

PAGE: Final = 10
_PLACE: Final = "entry_changes_page"


def show(store: Store, actor: Identity, total: int) -> None:
    """Show a page of the changes that wait, oldest first."""
    pages = max(1, -(-total // PAGE))
    page = min(int(st.session_state.get(_PLACE) or 1), pages)
    st.session_state[_PLACE] = page
    found = pending(store, actor, page=page, size=PAGE)
    if not found:
        st.text(_("No change of an entry waits."))
    terms = {topic.id: topic.term for topic in topics(store)}
    for each in found:
        _show_one(each, organization(store, each.organization_id), terms)
    if pages > 1:
        st.pagination(pages, key=_PLACE)


def _show_one(waiting: EntryChange, entry: Organization, terms: dict[str, str]) -> None:
    meanwhile = changed_meanwhile(entry, waiting)
    with st.container(border=True):
        st.header(inert(entry.name), anchor=False)
        st.text(_("Sent on {day}", day=date_text(day_of(waiting.submitted_at))))
        if meanwhile:
            st.warning(
                _(
                    "The entry was changed since this was sent. What it says now stands beside "
                    "it. If you accept all the same, the change replaces that."
                ),
                icon=":material/sync_problem:",
            )
        for field in sorted(waiting.after, key=list(FIELDS).index):
            _show_field(waiting, entry, field, terms)
        _show_actions(waiting, entry if meanwhile else None)


def _show_field(
    waiting: EntryChange, entry: Organization, field: str, terms: dict[str, str]
) -> None:
    name, said = st.columns([1, 4], gap="small")
    name.markdown(f"**{inert(_(FIELDS[field]))}**")
    with said:
        _show_sides(waiting, entry, field, terms)


def _show_sides(
    waiting: EntryChange, entry: Organization, field: str, terms: dict[str, str]
) -> None:
    before, after = waiting.before.get(field), waiting.after[field]
    if field == "description" and before and after:
        diff_view.show_passage(str(before), str(after))
        sides = []
    else:
        sides = [(_("Before"), before), (_("After"), after)]
    if field in changed_meanwhile(entry, waiting):
        sides.append((_("Says now"), getattr(entry, field)))
    for column, (title, value) in zip(st.columns(max(len(sides), 1)), sides, strict=False):
        with column, st.container(gap=None):
            st.caption(title)
            st.text(value_text(field, value, terms))


def _form(waiting: EntryChange) -> str:
    return f"change_{waiting.id}"


def _show_actions(waiting: EntryChange, seen: Organization | None) -> None:
    form = _form(waiting)
    key, errors = session.form_key(form), session.kept_errors(form)
    st.button(
        _("Accept all the same") if seen else _("Accept the change"),
        type="secondary" if seen else "primary",
        key=f"accept_{form}",
        icon=":material/check:",
        on_click=_accept,
        args=(waiting, seen.revision if seen else None, key),
    )
    with st.expander(_("Refuse"), icon=":material/block:", expanded="reason" in errors):
        st.text_area(
            _("Reason"),
            key=f"reason_{form}",
            max_chars=1000,
            help=_("The organisation reads it in its mail."),
        )
        session.show_error(errors, "reason")
        st.button(
            _("Refuse the change"), key=f"refuse_{form}", on_click=_refuse, args=(waiting, key)
        )


def _accept(waiting: EntryChange, seen: int | None, key: str) -> None:
    session.language()
    with session.explained():
        entry = session.done_once(
            accept,
            session.store(),
            session.identity(),
            waiting.id,
            compose,
            expected=waiting.revision,
            entry_expected=seen,
            key=key,
        )
        name = inert(entry.name if entry else "")
        finish(_form(waiting), _("The change of “{name}” is published.", name=name))


def _refuse(waiting: EntryChange, key: str) -> None:
    session.language()
    form = _form(waiting)
    reason = str(st.session_state.get(f"reason_{form}", "")).strip()
    missing = _("Please give a reason, so that it can be understood later.")
    session.keep_errors(form, {} if reason else {"reason": missing})
    if not reason:
        return
    with session.explained():
        session.done_once(
            refuse,
            session.store(),
            session.identity(),
            waiting.id,
            reason,
            compose,
            expected=waiting.revision,
            key=key,
        )
        finish(form, _("The change is refused; the organisation gets your reason by mail."))
