"""The forms of "Mein Eintrag" about ties: a new one, a correction, an end."""

import streamlit as st

from data.clock import today
from data.organizations import organizations
from data.roster import roster
from data.store import Store
from data.ties import Sides, TieTable
from network.graph import Tie, TieKind
from network.naming import fold
from network.organization import MUTUAL
from network.stated_tie import GROUPS, NOTE_LIMIT, STATABLE, Way
from network.validity import holds_on
from views import entry_tie_acts, kept_form, overtaken, session
from views.kinds import TIES, TIES_BACK
from views.words import _

Choice = tuple[str, Way]
"""A kind of tie and whether it leads out or back, as one line of the form."""


def ask(store: Store, organization_id: str) -> None:
    """Ask for a new tie."""
    form = f"state_{organization_id}"
    names, key = _others(store, organization_id), session.form_key(form)
    choices = _choices(store, organization_id)
    errors = session.kept_errors(form)
    with st.form(form, enter_to_submit=False):
        st.subheader(_("State a new tie"), anchor=False)
        st.selectbox(
            _("Your organisation … (required)"),
            choices,
            key=f"kind_{form}",
            index=None,
            format_func=_choice_text,
            placeholder=_("Please choose"),
        )
        session.show_error(errors, "kind")
        st.selectbox(
            _("Organisation, group or post (required)"),
            list(names),
            key=f"other_{form}",
            index=None,
            format_func=names.__getitem__,
            placeholder=_("Please choose"),
            filter_mode="contains",
        )
        session.show_error(errors, "other_id")
        st.text_input(
            _("Since (a year, a month or a day)"),
            key=f"since_{form}",
            placeholder=_("31.05.2024, 05.2024 or 2024"),
            max_chars=10,
        )
        session.show_error(errors, "since")
        st.text_area(_("Note"), key=f"note_{form}", max_chars=NOTE_LIMIT, height=70)
        session.show_error(errors, "note")
        st.caption(_("The other side is asked by mail whether this is right."))
        st.form_submit_button(
            _("State the tie"),
            type="primary",
            key=f"send_{form}",
            on_click=entry_tie_acts.state,
            args=(organization_id, form, key),
        )
    session.show_kept_message(form)


def ask_correction(organization_id: str, tie: Tie, known: Sides) -> None:
    """Ask since when a tie holds, and for its note."""
    form = f"correct_{tie.id}"
    if not kept_form.is_kept(form, "since"):
        overtaken.begin(form, *entry_tie_acts.correctable(known))
    errors, key = session.kept_errors(form), session.form_key(form)
    with st.form(form, border=False, enter_to_submit=False):
        overtaken.show(form)
        st.text_input(
            _("Since (a year, a month or a day)"),
            kept_form.first(form, "since"),
            key=kept_form.key(form, "since"),
            max_chars=10,
        )
        session.show_error(errors, "since")
        overtaken.show_theirs(form, "since")
        if known.table is TieTable.RELATIONS:
            st.text_area(
                _("Note"),
                kept_form.first(form, "note"),
                key=kept_form.key(form, "note"),
                height=70,
            )
            session.show_error(errors, "note")
            overtaken.show_theirs(form, "note")
        kept_form.rendered(form)
        st.form_submit_button(
            _("Save the correction"),
            key=f"send_{form}",
            on_click=entry_tie_acts.correct,
            args=(organization_id, tie.id, form, key),
        )


def ask_end(organization_id: str, tie: Tie, known: Sides) -> None:
    """Ask for the last day of a tie."""
    form = f"end_{tie.id}"
    errors, key = session.kept_errors(form), session.form_key(form)
    with st.form(form, border=False, enter_to_submit=False):
        st.date_input(
            _("Last day"),
            value=today(),
            max_value=today(),
            key=f"until_{form}",
            format="DD.MM.YYYY",
        )
        session.show_error(errors, "until")
        st.form_submit_button(
            _("This tie has ended"),
            key=f"send_{form}",
            on_click=entry_tie_acts.end,
            args=(organization_id, tie.id, form, known.revision, key),
        )


def _choices(store: Store, organization_id: str) -> list[Choice]:
    """Return the kinds with their directions; a group can also say who takes part in it."""
    found: list[Choice] = [(TieKind.MEMBER_OF.value, Way.OUT)]
    own = next((e for e in organizations(store) if e.id == organization_id), None)
    if own and own.classification in GROUPS:
        found.append((TieKind.MEMBER_OF.value, Way.BACK))
    for kind in STATABLE:
        found.append((kind.value, Way.OUT))
        if kind not in MUTUAL:
            found.append((kind.value, Way.BACK))
    return found


def _choice_text(choice: Choice) -> str:
    kind, way = choice
    return f"… {_((TIES if way is Way.OUT else TIES_BACK)[kind])} …"


def _others(store: Store, organization_id: str) -> dict[str, str]:
    """Return what one can be tied to today: other organisations, and posts with their home."""
    whole = roster(store)
    units = {
        each.id: each.name
        for each in whole.organizations
        if each.id != organization_id and holds_on(None, each.end_date, today())
    }
    posts = {
        each.id: f"{each.label} ({units[each.organization_id]})"
        for each in whole.posts
        if each.organization_id in units and holds_on(None, each.end_date, today())
    }
    return dict(sorted({**units, **posts}.items(), key=lambda each: fold(each[1])))
