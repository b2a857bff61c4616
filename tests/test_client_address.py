"""From where a request comes: nobody can make it up, behind one proxy, several or none."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import pytest
import uvicorn
from hypothesis import given
from hypothesis import strategies as st
from starlette.responses import PlainTextResponse
from starlette.types import Message, Receive, Scope, Send

from tests.run_apart import run_apart
from views.client_address import client_of, keep_peers
from views.socket_limit import FULL, OpenSockets, refuse

PROXY, OTHER = "10.0.0.1", "10.0.0.2"


def scope(peer: str, *forwarded: str) -> Scope:
    headers = [(b"x-forwarded-for", value.encode()) for value in forwarded]
    return {"type": "http", "client": (peer, 4711), "headers": headers}


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORWARDED_ALLOW_IPS", "")
    monkeypatch.delenv("BINDEGLIED_TRUSTED_PROXIES", raising=False)


@pytest.fixture
def trusting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BINDEGLIED_TRUSTED_PROXIES", f"{PROXY}, 10.0.0.2/31 2001:db8::/32 unsinn")


@given(st.lists(st.text(st.characters(max_codepoint=255, exclude_categories=["Cc"]), max_size=50)))
def test_without_trusted_proxies_the_peer_counts_whatever_it_says(said: list[str]) -> None:
    headers = [(b"x-forwarded-for", value.encode("latin-1")) for value in said]
    asked = {"type": "http", "client": ("192.0.2.1", 1), "headers": headers}

    assert client_of(asked) == "192.0.2.1"


@pytest.mark.usefixtures("trusting")
@pytest.mark.parametrize(
    ("peer", "said", "real"),
    [
        (PROXY, ["192.0.2.1"], "192.0.2.1"),
        (PROXY, ["1.1.1.1, 192.0.2.1"], "192.0.2.1"),
        (PROXY, ["1.1.1.1", "192.0.2.1"], "192.0.2.1"),
        (PROXY, [f"1.1.1.1, 192.0.2.1, {OTHER}"], "192.0.2.1"),
        (PROXY, ["192.0.2.1:5555"], "192.0.2.1"),
        (PROXY, ["[2001:db9::1]:443"], "2001:db9::1"),
        (PROXY, ["::ffff:192.0.2.1"], "192.0.2.1"),
        (PROXY, [], PROXY),
        (PROXY, ["", " , ,"], PROXY),
        (PROXY, [OTHER], OTHER),
        (PROXY, ["unknown"], "unknown"),
        ("2001:db8::5", ["192.0.2.1"], "192.0.2.1"),
        ("192.0.2.9", ["1.1.1.1"], "192.0.2.9"),
        ("192.0.2.9", [f"1.1.1.1, {PROXY}"], "192.0.2.9"),
        (f"::ffff:{PROXY}", ["192.0.2.1"], "192.0.2.1"),
    ],
)
def test_the_header_is_read_from_the_right_through_trusted_hops_only(
    peer: str, said: list[str], real: str
) -> None:
    assert client_of(scope(peer, *said)) == real


@pytest.mark.usefixtures("trusting")
def test_a_header_without_end_is_read_at_its_end() -> None:
    assert client_of(scope(PROXY, "1.1.1.1, " * 200_000 + "192.0.2.1")) == "192.0.2.1"


def test_whoever_has_no_address_has_none() -> None:
    assert client_of({"type": "websocket", "client": None, "headers": []}) == ""


async def says_where_from(asked: Scope, receive: Receive, send: Send) -> None:
    await PlainTextResponse(client_of(asked))(asked, receive, send)


@contextmanager
def a_server() -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    config = uvicorn.Config(says_where_from, port=port, log_level="error", lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(10)


@pytest.mark.parametrize("by_us", [True, False])
@pytest.mark.parametrize(
    ("trusted", "real"), [("", "127.0.0.1"), ("127.0.0.1", "192.0.2.1"), ("10.0.0.1", "127.0.0.1")]
)
def test_the_server_beneath_may_believe_what_it_likes(
    monkeypatch: pytest.MonkeyPatch, trusted: str, real: str, *, by_us: bool
) -> None:
    monkeypatch.setenv("BINDEGLIED_TRUSTED_PROXIES", trusted)
    if by_us:
        keep_peers()
    else:
        monkeypatch.delenv("FORWARDED_ALLOW_IPS")

    with a_server() as url:
        answer = httpx.get(url, headers={"X-Forwarded-For": "1.1.1.1, 192.0.2.1"})
        silent = httpx.get(url)

    assert (answer.text, silent.text) == (real, "127.0.0.1")


def test_one_address_holds_only_so_many_pages_and_another_is_not_concerned(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("BINDEGLIED_SOCKETS_PER_ADDRESS", "3")
    sockets = OpenSockets()

    assert [sockets.take("192.0.2.1") for _ in range(4)] == [True, True, True, False]
    assert sockets.take("192.0.2.2")
    sockets.leave("192.0.2.1")
    assert [sockets.take("192.0.2.1") for _ in range(2)] == [True, False]
    assert all(sockets.take("127.0.0.1") for _ in range(100))
    monkeypatch.setenv("BINDEGLIED_SOCKETS_PER_ADDRESS", "0")
    assert all(sockets.take("192.0.2.1") for _ in range(100))


def test_a_page_too_many_is_told_so_by_a_code_of_its_own() -> None:
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "websocket.connect"}

    async def send(message: Message) -> None:
        sent.append(message)

    asked: Scope = {"type": "websocket", "subprotocols": ["streamlit", "x"]}
    run_apart(refuse(asked, receive, send))

    assert [each["type"] for each in sent] == ["websocket.accept", "websocket.close"]
    assert sent[-1]["code"] == FULL
