"""The one reader and writer of Streamlit's session: store, identity, language, form keys."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Final, ParamSpec, TypeVar

import streamlit as st

from accounts.identity import Identity
from accounts.permissions import NotPermitted
from concept_review.task import NotNow
from data.identifier import new_id
from data.sessions import who_is
from data.store import AlreadyDone, Conflict, NotFound, Store, Unavailable
from views.connection import open_store
from views.identity_gate import CLIENT
from views.inert import inert
from views.settings import settings
from views.unavailable_words import unavailable_text
from views.words import LANGUAGES, _, speak

LANGUAGE_KEY: Final = "lang"
P = ParamSpec("P")
T = TypeVar("T")

_local = threading.local()


def store() -> Store:
    """Return the store of this script run: one connection for each thread."""
    wanted = str(settings().database)
    if getattr(_local, "path", None) != wanted:
        _local.store, _local.path = open_store(), wanted
    opened: Store = _local.store
    return opened


def identity() -> Identity:
    """Return who looks at the page, looked up anew in every run."""
    return who_is(store(), str(st.user.get("session") or ""))


def client_address() -> str:
    """Return the address from which the page is looked at, as the server saw it; for limits."""
    return str(st.context.headers.get(CLIENT.decode()) or "")


def follow_language() -> None:
    """Take the language from the address where it names one, else keep the one in use.

    A link from page to page bears no language, so what was chosen is written back.
    """
    asked = st.query_params.get(LANGUAGE_KEY)
    if asked in LANGUAGES and asked != st.session_state.get("address_language"):
        st.session_state[LANGUAGE_KEY] = asked
    chosen = st.session_state.setdefault(LANGUAGE_KEY, "de")
    if chosen == "de" and asked:
        del st.query_params[LANGUAGE_KEY]
    elif chosen not in ("de", asked):
        st.query_params[LANGUAGE_KEY] = chosen
    st.session_state["address_language"] = None if chosen == "de" else chosen


def language() -> str:
    """Return the chosen language and use it for all words of this run."""
    chosen = str(st.session_state.get(LANGUAGE_KEY) or "de")
    speak(chosen)
    return chosen


def form_key(form: str) -> str:
    """Return the key of a form as it is rendered; hand it on with the button's arguments.

    It stays until `form_done`, so that a second click on the same rendering is known.
    """
    return str(st.session_state.setdefault(f"form_key_{form}", new_id()))


def form_done(form: str) -> None:
    """Let the next rendering of a form be a new one."""
    st.session_state.pop(f"form_key_{form}", None)


def tell(message: str, place: str = "") -> None:
    """Keep good news for the page that is shown next; `message` may hold inert Markdown.

    It stands at the head of the page, or at a `place` further down where one has acted.
    """
    st.session_state[f"message{place}"] = ("success", message)


def show_kept_message(place: str = "") -> None:
    """Show what the last action left to say."""
    kind, message = st.session_state.pop(f"message{place}", ("", ""))
    if kind == "success":
        st.success(message)
    elif kind == "error":
        st.error(message)


def keep_errors(form: str, errors: Mapping[str, str]) -> None:
    """Keep what is wrong with the fields of a form, for the page to show at them."""
    st.session_state[f"errors_{form}"] = dict(errors)


def kept_errors(form: str) -> dict[str, str]:
    """Return what was wrong with the fields of a form when it was last sent."""
    return dict(st.session_state.get(f"errors_{form}", {}))


def show_error(errors: Mapping[str, str], field: str) -> None:
    """Show at a field what is wrong with it."""
    if field in errors:
        st.error(inert(errors[field]), icon=":material/error:")


@contextmanager
def explained() -> Iterator[None]:
    """Turn what can go wrong when acting into words for the page; nothing was saved then."""
    try:
        yield
    except NotPermitted:
        fail(_("You may not do this (any more). Nothing was saved."))
    except Conflict:
        fail(
            _("Somebody else changed this in the meantime. Nothing was saved; see it as it is now.")
        )
    except NotFound:
        fail(_("This entry does not exist (any more). Nothing was saved."))
    except NotNow:
        fail(_("This is not possible any more: the review stands elsewhere by now."))
    except Unavailable as fault:
        fail(unavailable_text(fault))


def fail(message: str) -> None:
    """Keep bad news for the page that is shown next; nothing was saved."""
    st.session_state["message"] = ("error", message)


def done_once(act: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | None:
    """Do something that bears a form key; None where the same form was saved before."""
    try:
        return act(*args, **kwargs)
    except AlreadyDone:
        return None
