"""The network map without a browser: opened at an address, and what it then says."""

from streamlit.testing.v1 import AppTest

from data.store import Store
from tests.test_pages import app, turn_to

BOARD = "Migrantenbeirat der Landeshauptstadt Potsdam"


def id_of(store: Store, name: str) -> str:
    """Return the id of an organisation of the demo city."""
    return str(store.find("organizations", name=name)[0]["id"])


def map_at(store: Store, **address: str | list[str]) -> AppTest:
    """Open the network map at an address."""
    return turn_to(app(store), "network_map", **address)


def press(opened: AppTest, key: str) -> AppTest:
    """Press a button by its key."""
    opened.button(key=key).click().run()
    assert not opened.exception
    return opened


def texts(opened: AppTest) -> list[str]:
    """Return all plain texts of the page."""
    return [each.value for each in opened.text]


def address(opened: AppTest) -> dict[str, list[str]]:
    """Return what the address says."""
    said = {name: opened.query_params[name] for name in opened.query_params}
    return {name: [each] if isinstance(each, str) else list(each) for name, each in said.items()}


def shown_line(opened: AppTest) -> str:
    """Return the line that says how much is shown."""
    return next(each for each in texts(opened) if each.startswith("Angezeigt:"))
