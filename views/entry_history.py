"""The history of an entry: who changed what, and when."""

from collections.abc import Mapping
from typing import Final

import streamlit as st

from accounts.event import Verb
from accounts.identity import Identity
from data.entry_history import Happening, entry_history
from data.store import Store
from views.account_names import name_of
from views.entry_words import field_names
from views.words import _, mark, moment_text

_DONE: Final[Mapping[tuple[str, Verb], str]] = {
    ("organization", Verb.CHANGED): mark("changed the entry"),
    ("organization", Verb.CONFIRMED): mark("confirmed the entry"),
    ("organization", Verb.SUBMITTED): mark("sent a change to the coordination"),
    ("organization", Verb.WITHDRAWN): mark("took a change back"),
    ("organization", Verb.INVITED): mark("sent a link to the entry"),
    ("organization", Verb.RENAMED): mark("renamed the organisation"),
    ("organization", Verb.MERGED): mark("joined another entry with this one"),
    ("organization", Verb.SEPARATED): mark("parted joined entries again"),
    ("organization", Verb.SUCCEEDED): mark("entered a successor"),
    ("organization", Verb.DISSOLVED): mark("entered the dissolution"),
    ("organization", Verb.ASKED): mark("asked by mail whether the entry is right"),
    ("entry_change", Verb.CONFIRMED): mark("accepted the change"),
    ("entry_change", Verb.REJECTED): mark("did not accept the change"),
    ("registration", Verb.CONFIRMED): mark("published the registration"),
    ("registration", Verb.MERGED): mark("joined a registration with the entry"),
    ("entry_link", Verb.REDEEMED): mark("opened the entry"),
    ("person", Verb.ADDED): mark("added a contact person"),
    ("person", Verb.CHANGED): mark("changed a contact person"),
    ("person", Verb.ERASED): mark("removed a contact person"),
    ("post", Verb.ADDED): mark("added a post"),
    ("post", Verb.CHANGED): mark("changed a post"),
}


def show(store: Store, actor: Identity, organization_id: str) -> None:
    """Show the last that happened, newest first."""
    happened = entry_history(store, actor, organization_id)
    with st.expander(_("History of this entry"), icon=":material/history:"):
        if not happened:
            st.text(_("Nothing has been changed since the entry was made."))
        for each in happened:
            st.text(_line(store, each))


def _line(store: Store, each: Happening) -> str:
    who = _("a link from a mail") if each.actor_id.startswith("link:") else None
    what = _(_DONE.get((each.kind, each.verb), mark("changed something")))
    fields, waiting = field_names(each.fields), field_names(each.waiting)
    if fields:
        what = f"{what} ({fields})"
    if waiting:
        checked = _("to be checked: {fields}", fields=waiting)
        what = f"{what}; {checked}"
    return _(
        "{moment}, {who}: {what}",
        moment=moment_text(each.at),
        who=who or name_of(store, each.actor_id),
        what=what,
    )
