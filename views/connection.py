"""The store as routes, pages and commands open it."""

from collections.abc import Iterator
from contextlib import contextmanager

from data.sqlite_store import SqliteStore
from data.store import Store
from views.settings import settings


def open_store() -> Store:
    """Open one connection to the configured database; the caller closes it."""
    return SqliteStore(settings().database)


@contextmanager
def opened_store() -> Iterator[Store]:
    """Open a connection for one request."""
    store = open_store()
    try:
        yield store
    finally:
        store.close()
