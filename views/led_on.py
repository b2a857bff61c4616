"""Old links lead on: the ids of entries that were merged away stand for what they are part of."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final
from urllib.parse import parse_qsl, urlencode

import streamlit as st
from starlette.datastructures import URL
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from data.merges import leads_to
from data.organizations import organization
from data.store import Store
from views.connection import opened_store
from views.inert import inert
from views.network_address import Asked
from views.words import _

_ID: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_MOST: Final = 500
"""Ids of one address that are looked up; more stand in no address that was made here."""


def moved(store: Store, ids: Sequence[str]) -> Mapping[str, str]:
    """Return where ids lead to now, for those of entries that were merged away."""
    found = {each: leads_to(store, each) for each in dict.fromkeys(ids[:_MOST])}
    return {old: new for old, new in found.items() if new and new != old}


def follow(store: Store) -> None:
    """Let the address of the page lead on, and say what became of the entry that it named."""
    values = {name: st.query_params.get_all(name) for name in st.query_params}
    known = moved(store, [each for many in values.values() for each in many if _ID.fullmatch(each)])
    if not known:
        return
    led = {
        name: list(dict.fromkeys(known.get(each, each) for each in many))
        for name, many in values.items()
    }
    st.query_params.from_dict(led)
    for old, new in known.items():
        names = (inert(organization(store, each).name) for each in (old, new))
        st.info(_("“{old}” is now part of “{new}”.", old=next(names), new=next(names)))


def led_on(store: Store, asked: Asked) -> Asked:
    """Return what an address asks for, with the entries of today in place of those gone."""
    view = asked.view
    known = moved(store, [*view.chosen, *view.without, *asked.opened])
    if not known:
        return asked
    chosen = tuple(dict.fromkeys(known.get(each, each) for each in view.chosen))
    without = frozenset(known.get(each, each) for each in view.without)
    opened = frozenset(known.get(each, each) for each in asked.opened)
    return replace(asked, view=replace(view, chosen=chosen, without=without), opened=opened)


class OldAddresses:
    """Sends on whoever asks for a file or a plain page by the id of an entry that is gone."""

    def __init__(self, app: ASGIApp, paths: frozenset[str]) -> None:
        """Keep the application, and the addresses without a page of Streamlit."""
        self.app, self.paths = app, paths

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the new address, or hand on."""
        if scope["type"] == "http" and scope["method"] in ("GET", "HEAD"):
            there = self._new_address(scope)
            if there:
                await RedirectResponse(there, status_code=307)(scope, receive, send)
                return
        await self.app(scope, receive, send)

    def _new_address(self, scope: Scope) -> str:
        path: str = scope["path"]
        api = path.startswith("/api/")
        if not api and path not in self.paths:
            return ""
        query = scope["query_string"].decode("latin-1")
        ids = _ID.findall(f"{path} {query}" if api else query)
        if not ids:
            return ""
        with opened_store() as store:
            known = moved(store, ids)
        if not known:
            return ""
        pairs = [
            (name, known.get(value, value))
            for name, value in parse_qsl(query, keep_blank_values=True)
        ]
        for old, new in known.items():
            path = path.replace(old, new)
        return str(URL(path=path, query=urlencode(list(dict.fromkeys(pairs)))))
