"""Who else a registration may mean: entries with their differences, and other registrations."""

import streamlit as st

from accounts.identity import Identity
from data.registration_inbox import duplicates_of, twins_of
from data.roster import topics
from data.store import Store
from network.duplicates import Duplicate
from network.registration import SubmittedRegistration
from network.registration_compared import Compared, compared
from views.inert import inert
from views.kinds import KINDS
from views.registration_words import FIELDS, state_text, value_text
from views.words import _, moment_text, plural


def show_twins(store: Store, actor: Identity, registration: SubmittedRegistration) -> None:
    """Show other open registrations of the same organisation, each with a way to it."""
    twins = twins_of(store, actor, registration)
    if not twins:
        return
    st.warning(
        plural(
            "{n} more registration of this organisation is open.",
            "{n} more registrations of this organisation are open.",
            len(twins),
        ),
        icon=":material/content_copy:",
    )
    for each in twins:
        st.button(
            inert(
                _(
                    "{name}, sent on {moment}",
                    name=each.content.name,
                    moment=moment_text(each.submitted_at),
                )
            ),
            key=f"twin_{each.id}",
            type="tertiary",
            help=inert(state_text(each)),
            wrap=True,
            on_click=_open,
            args=(each.id,),
        )


def show_duplicates(
    store: Store, actor: Identity, registration: SubmittedRegistration
) -> tuple[Duplicate, ...]:
    """Show entries that the registration may mean, with what differs, and return them."""
    st.subheader(_("Possibly entered already"), anchor=False)
    found = duplicates_of(store, actor, registration)
    if not found:
        st.text(_("No similar organisation found."))
    terms = {topic.id: topic.term for topic in topics(store)}
    for duplicate in found:
        with st.container(border=True, gap="small"):
            _show_head(duplicate)
            show_differences(compared(duplicate.organization, registration.content), terms)
    return found


def show_differences(fields: tuple[Compared, ...], terms: dict[str, str]) -> None:
    """Show what entry and registration say where they differ; what is the same is folded."""
    differing = [each for each in fields if not each.same]
    for each in differing:
        show_sides(each, terms)
    same = [each for each in fields if each.same and (each.entry or each.registered)]
    if not differing:
        st.text(_("The registration says nothing that the entry does not say."))
    if same:
        label = plural(
            "{n} field without contradiction", "{n} fields without contradiction", len(same)
        )
        with st.expander(label):
            for each in same:
                show_sides(each, terms)


def show_sides(each: Compared, terms: dict[str, str]) -> None:
    """Show one field on both sides."""
    name, left, right = st.columns([1, 2, 2], gap="small")
    name.markdown(f"**{inert(_(FIELDS[each.field]))}**")
    for column, title, value in (
        (left, _("The entry says"), each.entry),
        (right, _("The registration says"), each.registered),
    ):
        with column, st.container(gap=None):
            st.caption(title)
            st.text(value_text(each.field, value, terms))


def _show_head(duplicate: Duplicate) -> None:
    organization = duplicate.organization
    with st.container(gap=None):
        st.text(organization.name)
        reasons = [
            _(KINDS[organization.classification]),
            _("Likeness of names: {percent} %", percent=duplicate.likeness),
            _("Same website") if duplicate.same_website else "",
        ]
        st.caption(inert(" · ".join(filter(None, reasons))))


def _open(identifier: str) -> None:
    st.query_params["id"] = identifier
