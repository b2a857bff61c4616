"""The bytes that leave the server: a secret reaches only those who may see it.

Every route and every page is asked by every role at the real server, over HTTP and over the
websocket, and all that comes back is searched for the words of `planted_secrets`.
"""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, expect
from pypdf import PdfReader

from accounts.identity import OPERATOR, Role
from data.accounts import add_account
from data.sessions import redeem
from data.sqlite_store import SqliteStore
from tests.browser import PASSWORD, App, served, settle
from tests.planted_secrets import PUBLIC_WORD, SEEN, SHOWN, word
from tests.secret_city import Planted, plant
from tests.test_identity_gate import client
from tests.walked_addresses import QUERIES, UNKNOWN, addresses, filled, posted
from views.frame import ENTRIES
from views.identity_gate import COOKIE
from views.server import ROUTES

ROLES = [role for role in Role if role is not Role.OPERATOR]


@dataclass(frozen=True)
class Place:
    """The server with its secrets, and the cookies of everybody."""

    app: App
    planted: Planted
    cookies: dict[Role, str]

    def headers(self, role: Role) -> list[tuple[str, str]]:
        """Return the cookie of a role as a header; a guest has none."""
        kept = self.cookies.get(role)
        return [("Cookie", f"{COOKIE}={kept}")] if kept else []


@pytest.fixture(scope="module")
def place(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    folder = tmp_path_factory.mktemp("secrets")
    database = folder / "city.db"
    database.write_bytes(demo_file.read_bytes())
    store = SqliteStore(database)
    planted = plant(store)
    cookies: dict[Role, str] = {}
    for role in ROLES:
        if role is not Role.PUBLIC:
            home = planted.other if role is Role.ORG_EDITOR else None
            invitation = add_account(store, OPERATOR, f"Wer {role}", f"wer-{role}", role, home)
            cookies[role] = redeem(store, invitation.token, PASSWORD).token
    store.close()
    with served(database, folder / "server.log") as running:
        yield Place(running, planted, cookies)


def texts_of(content: bytes) -> bytes:
    """Return all that a file tells: packed files unpacked, printed pages read."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return b"\n".join(packed.read(name) for name in packed.namelist())
    if content.startswith(b"%PDF"):
        pages = PdfReader(io.BytesIO(content)).pages
        return content + "\n".join(page.extract_text() for page in pages).encode()
    return content


def secrets_in(content: bytes, planted: Planted) -> set[str]:
    return {
        name
        for name, words in planted.words.items()
        if any(each.encode() in content for each in words)
    }


def kept_from(role: Role) -> set[str]:
    """Return what a role must never be sent."""
    return {name for name, roles in SEEN.items() if role not in roles}


def test_the_walk_goes_to_every_route(place: Place) -> None:
    assert {route.path for route in ROUTES} - set(addresses(place.planted)) == set()


@pytest.mark.parametrize("role", ROLES)
def test_no_address_tells_a_role_what_it_may_not_know(place: Place, role: Role) -> None:
    served_routes = {route.path for route in ROUTES}
    hidden, seen, faults = kept_from(role), set[str](), []
    with httpx.Client(base_url=place.app.url, headers=place.headers(role), timeout=120) as visitor:
        asked = [
            filled(route, value)
            for route, values in addresses(place.planted).items()
            if route in served_routes and route != "/abmelden"
            for value in values
        ]
        for address in [*asked, *UNKNOWN]:
            answer = visitor.get(address)
            told = texts_of(answer.content) + repr(answer.headers.multi_items()).encode()
            assert answer.status_code < 500, address
            found = secrets_in(told, place.planted)
            seen |= found
            faults += [(address, name) for name in found & hidden]

    assert faults == []
    assert ("proposaltext" in seen) == (role in SEEN["proposaltext"])  # it looks into files


@pytest.mark.parametrize("role", ROLES)
def test_no_form_is_answered_with_what_a_role_may_not_know(place: Place, role: Role) -> None:
    hidden, faults = kept_from(role) | {"contactname", "entrymail", "guestmail"}, []
    with httpx.Client(base_url=place.app.url, headers=place.headers(role), timeout=120) as visitor:
        for address, form in posted(place.planted).items():
            answer = visitor.post(address, data=form)
            assert answer.status_code < 500, address
            typed = " ".join(form.values())
            told = answer.content + repr(answer.headers.multi_items()).encode()
            found = secrets_in(told, place.planted) & hidden
            faults += [(address, name) for name in found if word(name) not in typed]

    assert faults == []


@pytest.mark.parametrize("role", ROLES)
def test_no_page_sends_a_role_what_it_may_not_know(place: Place, role: Role) -> None:
    ids = {name: getattr(place.planted, name) for name in (
        "organization", "merged", "other", "section", "proposal", "paper", "story",
        "registration", "rejected",
    )}  # fmt: skip
    ids["changing"] = changing(place)
    hidden, seen, faults = kept_from(role), set[str](), []
    for entry in ENTRIES:
        for query in QUERIES.get(entry.address, ("",)):
            with client(place.app, place.headers(role)) as visitor:
                answer = visitor.ask(entry.address, query.format(**ids))
            sent = b"".join(each.SerializeToString() for each in answer.messages)
            assert b"Traceback" not in sent, (entry.address, query)
            for asked in ids.values():  # what the visitor said, the link to sign in leads back to
                sent = sent.replace(asked.encode(), b"") if asked in query.format(**ids) else sent
            found = secrets_in(sent, place.planted)
            seen |= found
            faults += [(entry.address, query, name) for name in found & hidden]

    assert faults == []
    if role is Role.COORDINATOR:  # a walk that passes by what it looks for proves nothing
        assert set(SHOWN) - seen == set()


def changing(place: Place) -> str:
    """Return the section that the proposal is about."""
    store = SqliteStore(place.app.database)
    found = str(store.get("proposals", place.planted.proposal)["section_id"])
    store.close()
    return found


@pytest.mark.browser
@pytest.mark.parametrize("path", ["/", "/netzkarte?stelle={organization}", "/verzeichnis",
                                  "/abschnitt?id={section}", "/anmeldung"])  # fmt: skip
def test_a_strangers_browser_gets_no_secret(place: Place, browser: Browser, path: str) -> None:
    context = browser.new_context(locale="de-DE")
    page = context.new_page()
    got: list[bytes] = []
    page.on(
        "websocket",
        lambda socket: socket.on(
            "framereceived",
            lambda data: got.append(data if isinstance(data, bytes) else data.encode()),
        ),
    )
    wanted = path.format(organization=place.planted.organization, section=place.planted.section)

    page.goto(f"{place.app.url}{wanted}")
    expect(page.locator("[data-testid=stMain] h1").first).to_be_visible()
    settle(page)

    content = b"".join(got) + page.content().encode()
    context.close()
    assert len(b"".join(got)) > 1_000
    assert secrets_in(content, place.planted) == set()
    if "netzkarte" in path:
        assert PUBLIC_WORD.encode() in content
