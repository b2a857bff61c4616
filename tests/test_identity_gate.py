"""The gate in front of the server, met by a client that obeys no browser's rules."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import httpx
import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from accounts.identity import OPERATOR, Role
from concept_review.section import Section
from data.accounts import add_account, disable_account
from data.concepts import concepts, sections
from data.identifier import new_id
from data.reviews import reviews_of
from data.sessions import SignedIn, redeem, session_of, sign_out
from data.sqlite_store import SqliteStore
from data.store import Store
from tests.browser import PASSWORD, App
from tests.writing_verbs import a_registration
from views.identity_gate import COOKIE, SESSION_OVER

INTERNAL = {"anmeldungen", "vorschlaege"}
Header = tuple[str, str]


@dataclass(frozen=True)
class Answer:
    """All that the server sent in one run of the script."""

    messages: list[ForwardMsg]

    def of(self, kind: str) -> ForwardMsg:
        """Return the first message of a kind."""
        return next(each for each in self.messages if each.WhichOneof("type") == kind)

    @property
    def pages(self) -> dict[str, str]:
        """The pages that may be opened, by name, with their hashes."""
        found = self.of("navigation").navigation.app_pages
        return {page.url_pathname: page.page_script_hash for page in found}

    @property
    def session_id(self) -> str:
        """The session as Streamlit numbers it."""
        return self.of("new_session").new_session.initialize.session_id

    def button(self, label: str) -> str:
        """Return the id of a button."""
        elements = [each.delta.new_element for each in self.messages if each.HasField("delta")]
        return next(each.button.id for each in elements if each.button.label == label)

    def says(self, text: str) -> bool:
        """Say whether a text was sent."""
        return any(text.encode() in each.SerializeToString() for each in self.messages)


@dataclass(frozen=True)
class Client:
    """A websocket that sends what it likes."""

    socket: ClientConnection

    def ask(self, page: str = "", query: str = "", page_hash: str = "", click: str = "") -> Answer:
        """Send one frame and collect what comes until the script has finished."""
        frame = BackMsg()
        run = frame.rerun_script
        run.page_name, run.query_string, run.page_script_hash = page, query, page_hash
        if click:
            run.widget_states.widgets.add(id=click, trigger_value=True)
        self.socket.send(frame.SerializeToString())

        messages = [self._next()]
        while messages[-1].WhichOneof("type") != "script_finished":
            messages.append(self._next())
        return Answer(messages)

    def _next(self) -> ForwardMsg:
        received = self.socket.recv(timeout=30)
        assert isinstance(received, bytes)
        message = ForwardMsg()
        message.ParseFromString(received)
        return message


@contextmanager
def client(app: App, headers: Sequence[Header] = (), resume: str = "") -> Iterator[Client]:
    names = ["streamlit", "no-xsrf-token", resume] if resume else ["streamlit", "no-xsrf-token"]
    address = f"{app.url.replace('http', 'ws', 1)}/_stcore/stream"
    offered = [Subprotocol(name) for name in names]
    with connect(address, additional_headers=list(headers), subprotocols=offered) as socket:
        yield Client(socket)


@pytest.fixture
def city(app: App) -> Iterator[Store]:
    opened = SqliteStore(app.database)
    yield opened
    opened.close()


def person(store: Store, role: Role) -> SignedIn:
    invitation = add_account(store, OPERATOR, "Jemand", new_id(), role)
    return redeem(store, invitation.token, PASSWORD)


def cookie(signed_in: SignedIn) -> Header:
    return ("Cookie", f"{COOKIE}={signed_in.token}")


def test_a_cookie_opens_the_internal_pages_of_its_role(app: App, city: Store) -> None:
    with client(app, [cookie(person(city, Role.STAFF))]) as staff:
        assert INTERNAL & staff.ask().pages.keys() == {"vorschlaege"}
    with client(app, [cookie(person(city, Role.COORDINATOR))]) as coordinator:
        assert coordinator.ask().pages.keys() >= INTERNAL


SPELLINGS = ["X-Bindeglied-Session", "X-BINDEGLIED-SESSION", "X_Bindeglied_Session"]


@pytest.mark.parametrize("names", [*SPELLINGS, "X-Bindeglied-Session x-Bindeglied-session"])
def test_a_header_sent_by_the_client_itself_makes_nobody_a_coordinator(
    app: App, city: Store, names: str
) -> None:
    session_id = session_of(city, person(city, Role.COORDINATOR).token) or ""
    forged = [(name, session_id) for name in names.split()]

    with client(app, forged) as guest:
        assert not INTERNAL & guest.ask().pages.keys()
    with client(app, [*forged, cookie(person(city, Role.STAFF))]) as staff:
        assert INTERNAL & staff.ask().pages.keys() == {"vorschlaege"}


@pytest.mark.parametrize("value", ["", "x", "'; drop table sessions; --", '"', "%00"])
def test_a_cookie_that_names_no_session_makes_a_guest(app: App, value: str) -> None:
    with client(app, [("Cookie", f"{COOKIE}={value}")]) as guest:
        assert not INTERNAL & guest.ask().pages.keys()


@pytest.mark.parametrize("foreign", ['consent={"all":1}', "a/b=1", "a[b]=1"])
def test_a_foreign_cookie_beside_ours_signs_nobody_out(app: App, city: Store, foreign: str) -> None:
    ours = cookie(person(city, Role.STAFF))[1]

    answer = httpx.get(f"{app.url}/", headers={"Cookie": foreign})
    with client(app, [("Cookie", f"{foreign}; {ours}")]) as staff:
        assert answer.status_code == 200
        assert "vorschlaege" in staff.ask().pages


def a_section(store: Store) -> Section:
    return next(each for each in sections(store, concepts(store)[0].id) if each.reviewable)


def expire(store: Store, signed_in: SignedIn) -> None:
    row = store.get("sessions", session_of(store, signed_in.token) or "")
    store.update("sessions", row["id"], {"expires_at": "2020"}, expected=row["revision"])


def leave(store: Store, signed_in: SignedIn) -> None:
    sign_out(store, signed_in.identity, session_of(store, signed_in.token) or "")


def lose_the_account(store: Store, signed_in: SignedIn) -> None:
    disable_account(store, OPERATOR, signed_in.identity.id)


@pytest.mark.parametrize("end", [leave, lose_the_account, expire])
def test_after_its_end_a_session_can_do_nothing_more(
    app: App, city: Store, end: Callable[[Store, SignedIn], None]
) -> None:
    staff = person(city, Role.STAFF)
    section = a_section(city)
    query = f"id={section.id}"
    with client(app, [cookie(staff)]) as open_page:
        shown = open_page.ask("abschnitt", query)
        here, button = shown.pages["abschnitt"], shown.button("Weiterhin aktuell")
        before = len(reviews_of(city, section.id))

        open_page.ask(query=query, page_hash=here, click=button)
        assert len(reviews_of(city, section.id)) == before + 1

        end(city, staff)
        with pytest.raises(ConnectionClosed) as closed:
            open_page.ask(query=query, page_hash=here, click=button)

    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == SESSION_OVER == 4401
    assert len(reviews_of(city, section.id)) == before + 1


def test_a_guest_cannot_press_a_button_that_was_never_shown(app: App, city: Store) -> None:
    section = a_section(city)
    query = f"id={section.id}"
    with client(app, [cookie(person(city, Role.STAFF))]) as staff:
        shown = staff.ask("abschnitt", query)
    here, button = shown.pages["abschnitt"], shown.button("Weiterhin aktuell")
    before = len(reviews_of(city, section.id))
    with client(app) as guest:
        guest.ask("abschnitt", query)
        guest.ask(query=query, page_hash=here, click=button)

    assert len(reviews_of(city, section.id)) == before


def test_a_streamlit_session_belongs_to_its_cookie(app: App, city: Store) -> None:
    coordinator, staff = person(city, Role.COORDINATOR), person(city, Role.STAFF)
    with client(app, [cookie(coordinator)]) as owner:
        taken = owner.ask().session_id
        for thief in ([], [cookie(staff)]):
            with client(app, thief, resume=taken) as other:
                answer = other.ask()
                assert answer.session_id != taken
                assert "anmeldungen" not in answer.pages

    with client(app, [cookie(coordinator)], resume=taken) as owner:
        assert owner.ask().session_id == taken


def test_an_internal_page_does_not_run_for_a_guest_who_knows_its_name(
    app: App, city: Store
) -> None:
    secret = a_registration(city).content.contact_email
    with client(app, [cookie(person(city, Role.COORDINATOR))]) as coordinator:
        page_hash = coordinator.ask().pages["anmeldungen"]
        assert coordinator.ask("anmeldungen").says(secret)

    with client(app) as guest:
        for answer in (guest.ask("anmeldungen"), guest.ask(page_hash=page_hash)):
            assert not answer.says(secret)
            assert answer.of("navigation").navigation.page_script_hash == answer.pages[""]


@pytest.mark.parametrize(
    "path", ["/media/x", "/_stcore/metrics", "/_stcore/agent/openapi.json", "/_stcore/agent"]
)
def test_doors_that_the_app_does_not_use_are_closed(app: App, path: str) -> None:
    for answer in (httpx.get(f"{app.url}{path}"), httpx.post(f"{app.url}{path}", json={})):
        assert (answer.status_code, answer.text) == (404, "Not found")


def test_nobody_can_upload(app: App, city: Store) -> None:
    with client(app, [cookie(person(city, Role.COORDINATOR))]) as coordinator:
        door = f"{app.url}/_stcore/upload_file/{coordinator.ask().session_id}/file"
        assert httpx.put(door, files={"file": b"x"}).status_code == 404
