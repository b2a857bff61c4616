"""What 1,000 registrations sent by a script from one address do to the inbox and to the app.

`PYTHONPATH=. python benchmarks/registrations_flood.py` sends them four at a time through the data
layer, each sender with a connection of its own, and then over websockets to a running server, as a
script would that speaks Streamlit's protocol. Printed are how many were taken, the seconds of one
try, how long the inbox takes to read before and after, and how long a visitor waits for the start
page before, during and after the flood. Beside them stands what the inbox would hold without the
limit.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median, quantiles

import data  # noqa: F401  (first of all: it chooses the one SQLite library)

# isort: split
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from accounts.identity import GUEST, OPERATOR, Identity, Role
from data.demo import load_demo
from data.letters import Letter
from data.limits import TooMany
from data.registrations import registrations, submit
from data.sqlite_store import SqliteStore
from data.store import Store
from network.registration import Registration, parse_registration
from tests.browser import served

MANY = 1_000
SENDERS = 4
DESK = Identity("desk", "Koordination", Role.COORDINATOR)
PROTOCOL = [Subprotocol("streamlit"), Subprotocol("no-xsrf-token")]


def main() -> None:
    """Send all, once through the data layer and once over websockets, and print."""
    with tempfile.TemporaryDirectory() as folder:
        for limited in (True, False):
            flood_store(Path(folder) / f"{limited}.db", limited=limited)
        if "--store-only" not in sys.argv:
            flood_server(Path(folder) / "served.db", Path(folder) / "server.log")


def city(path: Path) -> Store:
    """Make the demo city in a file."""
    store = SqliteStore(path)
    store.migrate()
    load_demo(store, OPERATOR)
    return store


def flood_store(path: Path, *, limited: bool) -> None:
    """Send all through the data layer; without the limit to see what it keeps away."""
    store = city(path)
    before = seconds(lambda: registrations(store, DESK))
    address = "203.0.113.5" if limited else None

    def send(number: int) -> tuple[bool, float]:
        own = SqliteStore(path)
        began = time.perf_counter()
        try:
            submit(own, GUEST, spam(number), compose=_words, address=address)
            taken = True
        except TooMany:
            taken = False
        finally:
            own.close()
        return taken, time.perf_counter() - began

    began = time.perf_counter()
    with ThreadPoolExecutor(SENDERS) as threads:
        tries = list(threads.map(send, range(MANY)))
    whole = time.perf_counter() - began
    after = seconds(lambda: registrations(store, DESK))
    print(f"data layer, {'limited' if limited else 'without the limit'}:")
    print(f"  taken {sum(taken for taken, _s in tries)} of {MANY} in {whole:.1f} s")
    print(f"  one try {spread([each for _t, each in tries])}")
    print(f"  inbox read in {before * 1000:.1f} ms before, {after * 1000:.1f} ms after")
    store.close()


def flood_server(path: Path, log: Path) -> None:
    """Send all to a running server while a visitor looks at the start page."""
    store = city(path)
    with served(path, log) as app:
        address = f"{app.url.replace('http', 'ws', 1)}/_stcore/stream"
        for _ in range(3):
            visit(address)  # what is loaded once
        calm = [visit(address) for _ in range(10)]
        began = time.perf_counter()
        with ThreadPoolExecutor(SENDERS + 1) as threads:
            sending = [threads.submit(send_form, address, n) for n in range(MANY)]
            meanwhile = []
            while not all(each.done() for each in sending):
                meanwhile.append(visit(address))
            tries = [each.result() for each in sending]
        whole = time.perf_counter() - began
        after = [visit(address) for _ in range(10)]
        print("over websockets, to one server:")
        print(f"  taken {len(registrations(store, DESK))} of {MANY} in {whole:.0f} s")
        print(f"  one try {spread(tries)}")
        print(f"  start page: calm {spread(calm)}")
        print(f"              during the flood {spread(meanwhile)}")
        print(f"              afterwards {spread(after)}")
        print(f"  inbox read in {seconds(lambda: registrations(store, DESK)) * 1000:.1f} ms")
    store.close()


def visit(address: str) -> float:
    """Return the seconds until the start page is whole."""
    began = time.perf_counter()
    with connect(address, subprotocols=PROTOCOL, max_size=None) as socket:
        ask(socket, BackMsg())
    return time.perf_counter() - began


def send_form(address: str, number: int) -> float:
    """Fill in and send the form as a script; return the seconds of it."""
    began = time.perf_counter()
    with connect(address, subprotocols=PROTOCOL, max_size=None) as socket:
        page = BackMsg()
        page.rerun_script.page_name = "anmeldung"
        shown = ask(socket, page)
        states = [
            _text(_id(shown, "reg_name"), f"Werbung {number}"),
            _text(_id(shown, "reg_kind"), "Initiative"),
        ]
        shown = press(socket, page, states, _id(shown, "skip"))
        states += [
            _text(_id(shown, "reg_contact_email"), f"werbung{number}@example.org"),
            WidgetState(id=_id(shown, "reg_consent"), bool_value=True),
        ]
        press(socket, page, states, _id(shown, "send"))
    return time.perf_counter() - began


def press(
    socket: ClientConnection, page: BackMsg, states: list[WidgetState], button: str
) -> list[ForwardMsg]:
    """Press a button with the fields as they stand."""
    pressed = BackMsg()
    pressed.CopyFrom(page)
    pressed.rerun_script.widget_states.widgets.extend(states)
    pressed.rerun_script.widget_states.widgets.add(id=button, trigger_value=True)
    return ask(socket, pressed)


def ask(socket: ClientConnection, message: BackMsg) -> list[ForwardMsg]:
    """Send one frame and return what comes until the script has finished."""
    if not message.HasField("rerun_script"):
        message.rerun_script.query_string = ""
    socket.send(message.SerializeToString())
    found: list[ForwardMsg] = []
    while not found or found[-1].WhichOneof("type") != "script_finished":
        answer = ForwardMsg()
        answer.ParseFromString(bytes(socket.recv(timeout=60, decode=False)))
        found.append(answer)
    return found


def _id(shown: list[ForwardMsg], key: str) -> str:
    for each in shown:
        element = each.delta.new_element
        kind = element.WhichOneof("type")
        identifier = str(getattr(getattr(element, kind), "id", "")) if kind else ""
        if identifier.endswith(f"-{key}"):
            return identifier
    raise LookupError(key)


def _text(identifier: str, text: str) -> WidgetState:
    return WidgetState(id=identifier, string_value=text)


def spam(number: int) -> Registration:
    """Return what a script registers."""
    return parse_registration(
        {
            "name": f"Werbung {number}",
            "classification": "other",
            "contact_email": f"werbung{number}@example.org",
            "consent": True,
            "description": "Kaufen Sie! " * 100,
        }
    )


def _words(_store: Store, letter: Letter) -> tuple[str, str]:
    return letter.name, letter.token


def seconds(act: Callable[[], object]) -> float:
    """Return the seconds of the best of five runs."""
    found = []
    for _ in range(5):
        began = time.perf_counter()
        act()
        found.append(time.perf_counter() - began)
    return min(found)


def spread(found: list[float]) -> str:
    """Return median and 95th percentile in milliseconds."""
    high = quantiles(found, n=20)[-1] if len(found) > 1 else found[0]
    return f"{median(found) * 1000:.1f} ms, p95 {high * 1000:.1f} ms"


if __name__ == "__main__":
    main()
