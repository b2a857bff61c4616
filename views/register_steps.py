"""The four steps of the form of registration, and the ways from one to the next."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

import streamlit as st

from data.roster import topics
from data.store import Store
from network.organization import Classification, Organization
from network.registration import FieldError, InvalidRegistration, parse_registration
from views import register_likely, session
from views.register_draft import CHOICES, KEYS, STEPS, typed
from views.register_fields import Errors, ask
from views.register_words import names_of
from views.words import _, mark

STEP: Final = "register_step"
ERRORS: Final = "register_errors"
LEAD: Final = "register_lead"
"""Where the number and the place lie to which the keyboard is led next."""
_GROUP: Final = Classification.WORKING_GROUP
LAST: Final = len(STEPS) - 1
TITLES: Final = (
    mark("Who you are"),
    mark("What you do"),
    mark("Working together"),
    mark("Contact and sending"),
)


def step() -> int:
    """Return the step one is at, from 0."""
    return int(st.session_state.get(STEP, 0))


def errors() -> Errors:
    """Return what was wrong when one last wanted to go on."""
    found: Mapping[str, FieldError] = st.session_state.get(ERRORS, {})
    return found


def lead_to(place: str) -> None:
    """Let the keyboard be led to a field, or to the heading of a step."""
    number, _place = st.session_state.get(LEAD, (0, ""))
    st.session_state[LEAD] = (number + 1, place)


def heading_of(at: int) -> str:
    """Return the key of the heading of a step."""
    return f"reg_step_{at}"


def options(store: Store) -> dict[str, dict[str, str]]:
    """Return ids and words of all that can be chosen, by field."""
    everyone = register_likely.published(store)
    return {
        "topic_ids": {topic.id: topic.term for topic in topics(store)},
        "group_ids": _names(
            e for e in everyone if e.classification is Classification.WORKING_GROUP
        ),
        "partner_ids": _names(everyone),
    }


def show(store: Store, found: Sequence[Organization]) -> None:
    """Show the step one is at: progress, heading, fields."""
    at = step()
    with st.container(key=heading_of(at)):
        title = _("Step {n} of {all}: {title}", n=at + 1, all=len(STEPS), title=_(TITLES[at]))
        st.header(title, anchor=False)
    st.progress((at + 1) / len(STEPS))
    _summary(errors())
    choices = options(store) if any(field in CHOICES for field in STEPS[at]) else {}
    if at in (1, 2):
        st.text(_("All of this is voluntary. Leave empty what does not fit."))
    for field in STEPS[at]:
        ask(field, errors(), choices.get(field))
        if field == "name":
            register_likely.show(list(found))


def show_ways() -> None:
    """Show the buttons to the other steps."""
    at = step()
    with st.container(horizontal=True, gap="small", key="register_ways"):
        if at > 0:
            st.button(_("Back"), key="back", icon=":material/arrow_back:", on_click=_back)
        if at < LAST:
            st.button(
                _("Next"), key="next", type="primary", icon=":material/arrow_forward:",
                on_click=_next, args=(at + 1,),
            )  # fmt: skip
        if at == 0:
            st.button(
                _("Straight to the contact data"),
                key="skip",
                on_click=_next,
                args=(LAST,),
                wrap=True,
            )


def turn_to(at: int) -> None:
    """Go to a step, with its heading first."""
    st.session_state[STEP] = at
    lead_to(heading_of(at))


def refuse(found: Mapping[str, FieldError]) -> None:
    """Keep what is wrong, and lead to the first of it in the order of the form."""
    st.session_state[ERRORS] = dict(found)
    field = next(each for each in KEYS if each in found)
    st.session_state[STEP] = next(at for at, fields in enumerate(STEPS) if field in fields)
    lead_to(KEYS[field])


def faults(store: Store, fields: Collection[str]) -> dict[str, FieldError]:
    """Return what is wrong with some fields as they stand now."""
    found: dict[str, FieldError] = {}
    try:
        parse_registration(typed())
    except InvalidRegistration as invalid:
        found = {field: error for field, error in invalid.errors.items() if field in fields}
    known = register_likely.same(store) if "name" in fields and "name" not in found else None
    if known:
        found["name"] = FieldError("duplicate", {"name": known.name})
    return found


def _next(target: int) -> None:
    session.language()
    at = step()
    found = faults(session.store(), STEPS[at])
    if found:
        refuse(found)
        return
    st.session_state[ERRORS] = {}
    turn_to(target)


def _back() -> None:
    session.language()
    st.session_state[ERRORS] = {}
    turn_to(step() - 1)


def _summary(found: Errors) -> None:
    """Name the fields that need attention, above them."""
    if found:
        st.error(
            _(
                "Not yet complete. Everything you typed is kept. Please check: {fields}",
                fields=names_of(found),
            ),
            icon=":material/error:",
        )


def _names(found: Iterable[Organization]) -> dict[str, str]:
    return {each.id: each.name for each in found}
