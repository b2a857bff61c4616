"""What is typed into the form of registration: kept by the visitor's own browser until sent.

Nothing of it is stored on the server before it is sent. A small script (`assets/register.js`)
keeps it in the browser, also what no field has reported yet, and hands it back after a reload.
"""

import json
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import streamlit as st

from network.organization import REGISTRABLE

FORM: Final = "register"
SENDING: Final = f"form_key_{FORM}"
"""Where the key lies that lets one form be saved once; it survives a reload with the form."""
NOT_US: Final = "reg_not_us"
"""Where the ids lie of likely entries that are somebody else."""
KEYS: Final[Mapping[str, str]] = {
    "name": "reg_name",
    "classification": "reg_kind",
    "description": "reg_description",
    "topic_ids": "reg_topics",
    "target_groups": "reg_groups",
    "languages": "reg_languages",
    "district": "reg_district",
    "website": "reg_website",
    "offers": "reg_offers",
    "needs": "reg_needs",
    "group_ids": "reg_group_ids",
    "partner_ids": "reg_partners",
    "contact_email": "reg_contact_email",
    "contact_name": "reg_contact_name",
    "contact_phone": "reg_contact_phone",
    "consent": "reg_consent",
    "contact_public": "reg_public",
}
"""The key of the widget of each field of a registration, in the order of the form."""
CHOICES: Final = ("topic_ids", "group_ids", "partner_ids")
CHECKS: Final = ("consent", "contact_public")
KIND: Final = "classification"
TEXTS: Final = tuple(each for each in KEYS if each not in (KIND, *CHOICES, *CHECKS))
STEPS: Final = (
    ("name", KIND),
    ("description", "topic_ids", "target_groups", "languages", "district", "website"),
    ("offers", "needs", "group_ids", "partner_ids"),
    ("contact_email", "contact_name", "contact_phone", *CHECKS),
)
"""Which fields are asked in which step."""
_MOST: Final = 200_000
"""No form in which every field is within its limit is longer, in characters."""
_KEY: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class Draft:
    """What a browser kept: values by field, the step one was at, and the key of the form."""

    values: Mapping[str, object] = field(default_factory=dict)
    step: int = 0
    sending: str = ""
    not_us: tuple[str, ...] = ()
    """Which likely entries were said to be others."""


def parse_draft(text: object, known: Mapping[str, Collection[str]]) -> Draft:
    """Return what a browser says that it kept; whatever it is, only what the form can hold.

    `known` are the ids that each of `CHOICES` may have.
    """
    try:
        said = json.loads(text) if isinstance(text, str) and len(text) <= _MOST else None
    except (ValueError, RecursionError):
        said = None
    if not isinstance(said, dict):
        return Draft()
    values, step, sending = (said.get(name) for name in ("values", "step", "sending"))
    fields = values if isinstance(values, dict) else {}
    found = {name: fields[key] for name, key in KEYS.items() if key in fields}
    return Draft(
        {name: kept for name, value in found.items() if (kept := _kept(name, value, known))},
        step if type(step) is int and 0 <= step < len(STEPS) else 0,
        sending if isinstance(sending, str) and _KEY.fullmatch(sending) else "",
        _ids(fields.get(NOT_US), known["partner_ids"]),
    )


def _ids(value: object, known: Collection[str]) -> tuple[str, ...]:
    ids = value if isinstance(value, list) else []
    return tuple(dict.fromkeys(each for each in ids if isinstance(each, str) and each in known))


def _kept(name: str, value: object, known: Mapping[str, Collection[str]]) -> object:
    """Return a value that the widget of a field can show, or nothing."""
    if name in CHECKS:
        return value is True
    if name in CHOICES:
        return list(_ids(value, known[name]))
    if name == KIND:
        return next((each for each in REGISTRABLE if each == value), None)
    return value if isinstance(value, str) and _storable(value) else ""


def _storable(text: str) -> bool:
    """Say whether a text has no halves of characters, which no page could show."""
    return not any("\ud800" <= char <= "\udfff" for char in text)


def typed() -> dict[str, object]:
    """Return what stands in the form now, by field, as `parse_registration` takes it."""
    found: dict[str, object] = {}
    for name, key in KEYS.items():
        value = st.session_state.get(key)
        if value is None:
            continue
        found[name] = tuple(value) if isinstance(value, Sequence) and name in CHOICES else value
    return found


def for_browser() -> dict[str, object]:
    """Return what stands in the form now, by key of the widget, for the browser to keep."""
    found = {
        KEYS[name]: list(value) if isinstance(value, tuple) else value
        for name, value in typed().items()
    }
    return {**found, NOT_US: list(st.session_state.get(NOT_US, ()))}


def take_back(draft: Draft) -> None:
    """Fill the fields that are still empty with what the browser kept."""
    for name, value in draft.values.items():
        if not st.session_state.get(KEYS[name]):
            st.session_state[KEYS[name]] = value
    st.session_state[NOT_US] = {*st.session_state.get(NOT_US, ()), *draft.not_us}
    if draft.sending:
        st.session_state[SENDING] = draft.sending


def empty() -> None:
    """Empty every field; the browser forgets what it kept with the next rendering."""
    for name, key in KEYS.items():
        # Only taken away, a value would come back from the browser.
        st.session_state[key] = _nothing(name)
    for key in (SENDING, NOT_US):
        st.session_state.pop(key, None)
    st.session_state["register_round"] = st.session_state.get("register_round", 0) + 1


def _nothing(name: str) -> object:
    if name in CHOICES:
        return []
    if name in CHECKS:
        return False
    return None if name == KIND else ""
