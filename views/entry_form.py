"""The form of an entry: its facts, errors at the field, and what others changed meanwhile."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from accounts.identity import Identity
from accounts.permissions import Permission, may
from data.entry_changes import EntryChange
from data.roster import topics
from data.store import Store
from network.entry import LINES
from network.organization import REGISTRABLE, Classification, Organization
from views import entry_saving, entry_state, kept_form, session
from views.entry_words import FIELD_NAMES, cooperation_text, field_names, value_text
from views.inert import inert
from views.kinds import KINDS
from views.words import _


def show(
    store: Store, actor: Identity, organization: Organization, waiting: EntryChange | None
) -> None:
    """Show the form, filled with what the entry says; what was typed stays until it is saved."""
    now = entry_state.present(store, actor, organization, waiting)
    base = entry_state.base_of(organization.id)
    if base is None:
        entry_state.fill(organization.id, now)
        base = now
    changed = {field: value for field, value in now.values.items() if value != base.values[field]}
    form = entry_state.form_of(organization.id)
    if (
        not changed
    ):  # what else was noted of the entry, as that it is still right, concerns no field
        entry_state.rest_on(organization.id, now)
    else:
        _show_conflict(organization.id, now, list(changed))
    with st.form(form, border=False, enter_to_submit=False):
        fields = _Fields(store, organization.id, session.kept_errors(form), changed)
        _ask(fields, actor, organization)
        kept_form.rendered(form)
        _summary(session.kept_errors(form), stale=bool(changed))
        with st.container(horizontal=True):
            st.form_submit_button(
                _("Save entry"),
                type="primary",
                key=f"save_{form}",
                on_click=entry_saving.save,
                args=(organization.id, session.form_key(form)),
            )
            st.form_submit_button(
                _("Show preview"),
                key=f"preview_{form}",
                on_click=entry_saving.preview,
                args=(organization.id,),
            )
        if done := st.session_state.pop(f"{form}_done", ""):
            st.success(done)  # here, where one pressed; on a phone the top is far away


class _Fields:
    """Draws the fields of one form, each with its error and with what others made of it."""

    def __init__(
        self,
        store: Store,
        organization_id: str,
        errors: Mapping[str, str],
        changed: Mapping[str, object],
    ) -> None:
        self.store, self.form = store, entry_state.form_of(organization_id)
        self.errors, self.changed = errors, changed

    def key(self, field: str) -> str:
        return kept_form.key(self.form, field)

    def first(self, field: str) -> Any:  # noqa: ANN401  (a field holds text or choices)
        return kept_form.first(self.form, field)

    def after(self, field: str) -> None:
        """Show below a field what is wrong with it, and how it stands in the entry by now."""
        session.show_error(self.errors, field)
        if field in self.changed:
            value = "; ".join(value_text(self.store, field, self.changed[field]).splitlines())
            st.warning(
                inert(_("In the entry now: {value}", value=value)), icon=":material/history:"
            )

    def line(self, field: str, placeholder: str = "") -> None:
        st.text_input(
            _label(field),
            self.first(field),
            key=self.key(field),
            placeholder=placeholder or None,
        )
        self.after(field)

    def text(self, field: str, height: int = 90, hint: str = "") -> None:
        st.text_area(
            _label(field),
            self.first(field),
            key=self.key(field),
            height=height,
            help=hint or None,
        )
        self.after(field)


def _ask(fields: _Fields, actor: Identity, organization: Organization) -> None:
    fields.line("name")
    fields.line("short_name")
    _ask_kind(fields, actor, organization.classification)
    fields.line("website", "https://www.beispiel-verein.de")
    fields.line("district")
    fields.text("description", 150, _("At most 2,000 characters. This text will be public."))
    _ask_topics(fields, organization)
    for field in ("target_groups", "languages", "offers", "needs"):
        fields.text(field)
    st.selectbox(
        _label("open_for_cooperation"),
        list(entry_state.COOPERATION),
        index=list(entry_state.COOPERATION).index(fields.first("open_for_cooperation")),
        key=fields.key("open_for_cooperation"),
        format_func=lambda each: cooperation_text(entry_state.COOPERATION[each]),
    )
    fields.after("open_for_cooperation")


def _ask_kind(fields: _Fields, actor: Identity, present: Classification) -> None:
    """Offer the kinds that this actor may give the organisation."""
    any_kind = may(actor, Permission.ENTRY_EDIT_ANY)
    kinds = tuple(Classification) if any_kind else REGISTRABLE
    fixed = present not in kinds
    offered = (present,) if fixed else kinds
    st.selectbox(
        _label("classification"),
        offered,
        index=offered.index(fields.first("classification")),
        key=fields.key("classification"),
        format_func=lambda each: _(KINDS[each]),
        disabled=fixed,
    )
    fields.after("classification")


def _ask_topics(fields: _Fields, organization: Organization) -> None:
    terms = {topic.id: topic.term for topic in topics(fields.store)}
    st.multiselect(
        _label("topic_ids"),
        list(dict.fromkeys((*terms, *organization.topic_ids, *fields.first("topic_ids")))),
        default=fields.first("topic_ids"),
        key=fields.key("topic_ids"),
        format_func=lambda each: terms.get(each, each),
        placeholder=_("Choose one or more"),
        select_all=False,
        filter_mode="contains",
    )
    fields.after("topic_ids")


def _label(field: str) -> str:
    """Name a field, and say that everybody sees it."""
    name = _(FIELD_NAMES[field])
    if field in LINES:
        return _("{field} (public, one on each line)", field=name)
    return _("{field} (public)", field=name)


def _summary(errors: Mapping[str, str], *, stale: bool) -> None:
    if stale:
        st.error(
            _("Somebody else changed this entry meanwhile. Please decide above how to go on."),
            icon=":material/group:",
        )
    if errors:
        st.error(
            _(
                "Not saved yet. Everything you typed is kept. Please check: {fields}",
                fields=field_names(errors),
            ),
            icon=":material/error:",
        )


def _show_conflict(organization_id: str, now: entry_state.Base, changed: list[str]) -> None:
    """Say that somebody was there meanwhile, and offer to go on with both or to begin anew."""
    with st.container(border=True):
        st.warning(
            _(
                "Somebody else changed this entry while it was open here. What you typed is kept, "
                "and nothing is overwritten. Fields that differ now: {fields}",
                fields=field_names(changed) or _("(none)"),
            ),
            icon=":material/group:",
        )
        with st.container(horizontal=True):
            st.button(
                _("Keep my changes, take over the rest"),
                key=f"rest_{organization_id}",
                on_click=entry_state.take_over_the_rest,
                args=(organization_id, now),
            )
            st.button(
                _("Drop my changes"),
                key=f"drop_{organization_id}",
                on_click=entry_saving.drop,
                args=(organization_id,),
            )
