"""The HTTP interface as a program asks it, and a small network to ask about."""

import asyncio
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
from starlette.applications import Starlette
from starlette.routing import Route

from data.identifier import new_id
from data.organizations import insert_organization
from data.rows import to_row
from data.store import Store
from network.organization import Classification, Organization, Person
from views import api_routes, news_routes

SITE = "https://netz.example"


class Client:
    """Asks the routes without a server between."""

    def __init__(self, routes: Sequence[Route] = (*api_routes.ROUTES, *news_routes.ROUTES)) -> None:
        """Take the routes to ask."""
        self._app = Starlette(routes=list(routes))

    def get(
        self, address: str, method: str = "GET", headers: Mapping[str, str] | None = None
    ) -> httpx.Response:
        """Return the answer to an address, without following it."""

        async def ask() -> httpx.Response:
            transport = httpx.ASGITransport(app=self._app)
            async with httpx.AsyncClient(transport=transport, base_url=SITE) as there:
                return await there.request(method, address, headers=headers)

        with ThreadPoolExecutor(1) as apart:  # a browser test may have left a loop in this thread
            return apart.submit(asyncio.run, ask()).result()


def an_organization(store: Store, name: str, **more: str) -> Organization:
    """Put an organisation into the store."""
    values: dict[str, Any] = {"classification": Classification.ASSOCIATION, **more}
    unit = Organization(id=new_id(), name=name, **values)
    with store.atomic():
        insert_organization(store, unit)
    return unit


def a_contact(store: Store, organization_id: str, name: str, *, public: bool) -> Person:
    """Give an organisation a contact person."""
    person = Person(
        id=new_id(),
        name=name,
        organization_id=organization_id,
        email=f"{name.split(maxsplit=1)[0].casefold()}@kontakt.example",
        phone="0331 123; 4",
        public=public,
    )
    with store.atomic():
        store.insert("persons", to_row(person))
    return person
