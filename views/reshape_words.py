"""The words for reshaping: what moves along, what was wrong, and what did not go back."""

from collections.abc import Mapping
from typing import Final

import streamlit as st

from data.moves import Left, LeftWhy
from data.renames import InvalidReshaping
from views import session
from views.words import _, mark, plural

_HERE: Final = "reshape_news"
_FAULTS: Final[Mapping[str, str]] = {
    "name missing": mark("Please give a name."),
    "name same": mark("This is the present name. Please give the new one."),
    "name too_long": mark("This is too long: at most 200 characters."),
    "short_name too_long": mark("This is too long: at most 200 characters."),
    "since future": mark("Please give today or a day before; a name cannot change in advance."),
    "since too_early": mark("An earlier name held until later than this day."),
    "on already": mark("The entry ended on this day or before it already."),
    "on too_early": mark("The entry began only after this day."),
    "note too_long": mark("This is too long: at most 2,000 characters."),
    "heir same": mark("An entry cannot succeed itself, or one that it continues already."),
    "heir circle": mark("An entry cannot succeed one that continues it."),
    "heir already": mark("This entry has ended already and can continue nothing."),
    "old missing": mark("Please choose at least one entry that ends."),
}


def keep_errors(form: str, fault: InvalidReshaping) -> None:
    """Keep what is wrong with the fields of a form, in words."""
    found = {field: _(_FAULTS[f"{field} {code}"]) for field, code in fault.errors.items()}
    session.keep_errors(form, found)
    session.fail(_("Not done yet: please see what is marked."))


def tell_here(message: str) -> None:
    """Keep good news for the place below the form, where whoever acted is looking."""
    st.session_state[_HERE] = ("success", message)


def fail_here(message: str) -> None:
    """Keep bad news for the place below the form."""
    st.session_state[_HERE] = ("error", message)


def show_news_here() -> None:
    """Show what the last action left to say."""
    kind, message = st.session_state.pop(_HERE, ("", ""))
    if kind:
        (st.success if kind == "success" else st.error)(message)


def moving_text(counts: Mapping[str, int]) -> list[str]:
    """Return in words how much points at an entry, one line for each kind."""
    n = counts.get
    answers = n("cosignatures", 0) + n("proposal_cosignatures", 0)
    proposals = n("proposals", 0) + n("proposal_supporters", 0)
    people = n("persons", 0)
    lines = {
        plural("{n} tie", "{n} ties", n("relations", 0)): n("relations", 0),
        plural("{n} participation", "{n} participations", n("memberships", 0)): n("memberships", 0),
        plural("{n} post", "{n} posts", n("posts", 0)): n("posts", 0),
        plural("{n} unit below", "{n} units below", n("organizations", 0)): n("organizations", 0),
        plural("{n} section that names it", "{n} sections that name it", n("section_links", 0)): n(
            "section_links", 0
        ),
        plural("{n} responsibility", "{n} responsibilities", n("responsibilities", 0)): n(
            "responsibilities", 0
        ),
        plural("{n} review", "{n} reviews", n("review_tasks", 0)): n("review_tasks", 0),
        plural("{n} joint signature", "{n} joint signatures", answers): answers,
        plural("{n} proposal", "{n} proposals", proposals): proposals,
        plural("{n} contact person", "{n} contact persons", people): people,
        plural("{n} account", "{n} accounts", n("accounts", 0)): n("accounts", 0),
        plural("{n} introduction", "{n} introductions", n("introductions", 0)): n(
            "introductions", 0
        ),
    }
    return [text for text, count in lines.items() if count]


_TABLES: Final[Mapping[str, str]] = {
    "relations": mark("tie"),
    "memberships": mark("participation"),
    "posts": mark("post"),
    "persons": mark("contact person"),
    "organizations": mark("entry"),
    "section_links": mark("mention in a section"),
    "responsibilities": mark("responsibility"),
}
_OTHER: Final = mark("other information")
_WHY: Final[Mapping[LeftWhy, str]] = {
    LeftWhy.CHANGED: mark("{what}: changed since; the newer value stays"),
    LeftWhy.MISSING: mark("{what}: not there any more"),
    LeftWhy.TAKEN: mark("{what}: something else has taken its place"),
    LeftWhy.ADDED: mark("{what}: added since; stays where it is now"),
}


def left_text(left: Left, about: str = "") -> str:
    """Return what became of something that did not go back; `about` says which one it is."""
    what = _(_TABLES.get(left.table, _OTHER))
    return _(_WHY[left.why], what=f"{what} {about}".strip())
