"""The server: Streamlit with our routes and middleware around it."""

import asyncio
import importlib
import logging
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Final

import click
import streamlit as st
from starlette.middleware import Middleware

from accounts.identity import OPERATOR, Role
from data.accounts import accounts, add_account
from data.store import Unavailable
from views import (
    address_confirm_routes,
    advice_routes,
    answer_routes,
    api_routes,
    asset_routes,
    brief_routes,
    calendar_routes,
    change_routes,
    debt_routes,
    entry_routes,
    export_routes,
    guest_routes,
    kit_routes,
    measure_routes,
    network_file_routes,
    network_template_routes,
    network_text_routes,
    news_routes,
    picture_file_routes,
    reading_routes,
    reminder_round,
    sign_in_routes,
    still_right_routes,
    story_print_routes,
    synopsis_routes,
    tie_answer_routes,
)
from views.body_limit import BodyLimit
from views.command_server import announce
from views.connection import opened_store
from views.identity_gate import IdentityGate
from views.led_on import OldAddresses
from views.page_headers import PageHeaders
from views.settings import settings
from views.unavailable_words import unavailable_text
from views.words import _

ROUTES: Final = [
    *address_confirm_routes.ROUTES,
    *advice_routes.ROUTES,
    *answer_routes.ROUTES,
    *api_routes.ROUTES,
    *asset_routes.ROUTES,
    *brief_routes.ROUTES,
    *calendar_routes.ROUTES,
    *change_routes.ROUTES,
    *debt_routes.ROUTES,
    *entry_routes.ROUTES,
    *export_routes.ROUTES,
    *kit_routes.ROUTES,
    *network_file_routes.ROUTES,
    *network_template_routes.ROUTES,
    *guest_routes.ROUTES,
    *measure_routes.ROUTES,
    *picture_file_routes.ROUTES,
    *network_text_routes.ROUTES,
    *news_routes.ROUTES,
    *reading_routes.ROUTES,
    *sign_in_routes.ROUTES,
    *still_right_routes.ROUTES,
    *story_print_routes.ROUTES,
    *synopsis_routes.ROUTES,
    *tie_answer_routes.ROUTES,
]
MIDDLEWARE: Final = [
    Middleware(PageHeaders),
    Middleware(BodyLimit),
    Middleware(IdentityGate),
    Middleware(OldAddresses, paths=frozenset(route.path for route in ROUTES)),
]

_LOG = logging.getLogger("bindeglied")


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[dict[str, Any]]:
    """Prepare the store before the first request, and remind people while the server runs."""
    prepare()
    threading.Thread(target=_load_start_page, daemon=True).start()
    stop = reminder_round.start() if settings().reminders else None
    try:
        yield {}
    finally:
        if stop:
            await asyncio.to_thread(stop)


def _load_start_page() -> None:
    """Load what the first page needs while the first browser still loads its own scripts."""
    for name in ("views.frame", "views.start_cards", "views.network_page"):
        importlib.import_module(name)


def prepare() -> None:
    """Bring the store up to date; at the very first start hand out the first link."""
    settings().database.parent.mkdir(parents=True, exist_ok=True)
    try:
        with opened_store() as store:
            store.migrate()
            if not accounts(store):
                invitation = add_account(
                    store, OPERATOR, _("Coordination"), "koordination", Role.COORDINATOR
                )
                announce(_("Coordination"), invitation.token)
    except Unavailable as fault:
        click.echo(unavailable_text(fault), err=True)
        raise


def report(error: BaseException) -> None:
    """Log what went wrong in a page; the visitor sees no detail of it."""
    _LOG.error("a page failed", exc_info=error)
