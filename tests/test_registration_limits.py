"""How many registrations one address may send: the same for all processes, and nothing lost."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest

from accounts.identity import GUEST
from data.clock import now, timestamp
from data.limits import LIMITS, Form, TooMany
from data.mails import mails
from data.registrations import registrations, submit
from data.sqlite_store import SqliteStore
from data.store import Store
from network.registration import InvalidRegistration
from tests.conftest import COORDINATOR, ROOT
from tests.writing_verbs_registrations import compose, typed

ONE = LIMITS[Form.REGISTRATION].from_one
ALL = LIMITS[Form.REGISTRATION].in_all or 0
SENDER = """
import sys
from pathlib import Path
from accounts.identity import GUEST
from data.limits import TooMany
from data.registrations import submit
from data.sqlite_store import SqliteStore
from tests.writing_verbs_registrations import compose, typed

store, taken = SqliteStore(Path(sys.argv[1])), 0
for _ in range(30):
    try:
        submit(store, GUEST, typed(), compose=compose, address="203.0.113.5")
        taken += 1
    except TooMany:
        pass
print(taken)
"""


def send(store: Store, address: str | None = "203.0.113.5") -> bool:
    try:
        submit(store, GUEST, typed(), compose=compose, address=address)
    except TooMany:
        return False
    return True


def test_so_many_are_taken_from_one_address_and_no_more(store: Store) -> None:
    taken = [send(store) for _ in range(ONE + 5)]

    assert taken == [True] * ONE + [False] * 5
    assert len(registrations(store, COORDINATOR)) == len(mails(store, COORDINATOR)) == ONE
    assert send(store, "203.0.113.6")


def test_an_hour_later_the_address_may_send_again(store: Store) -> None:
    assert [send(store) for _ in range(ONE + 1)][-1] is False

    earlier = timestamp(now() - timedelta(minutes=61))
    tries = [{**each, "at": earlier} for each in store.find("tries", order="at")]
    store.delete("tries", form=Form.REGISTRATION.value)
    store.insert_all("tries", tries)
    assert send(store)


def test_from_all_addresses_together_there_is_a_limit_too(store: Store) -> None:
    taken = sum(send(store, f"198.51.100.{n % 200}") for n in range(ALL + 20))

    assert taken == ALL


def test_whoever_is_signed_in_is_not_counted(store: Store) -> None:
    assert all(send(store, None) for _ in range(ONE + 5))


def test_an_address_that_the_server_does_not_know_is_limited_as_well(store: Store) -> None:
    assert sum(send(store, "") for _ in range(ONE + 5)) == ONE


def test_what_cannot_be_taken_is_not_counted(store: Store) -> None:
    for _ in range(ONE + 5):
        with pytest.raises(InvalidRegistration):
            submit(store, GUEST, typed(topic_ids=("erfunden",)), address="203.0.113.5")

    assert send(store)


def test_two_processes_together_take_no_more_than_one(store: Store, tmp_path: Path) -> None:
    command = [sys.executable, "-c", SENDER, str(tmp_path / "bindeglied.db")]
    running = [
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(2)
    ]

    taken = [int(each.communicate(timeout=120)[0]) for each in running]

    assert sum(taken) == ONE
    assert len(registrations(store, COORDINATOR)) == ONE


def test_connections_that_send_at_once_take_no_more_than_one(store: Store, tmp_path: Path) -> None:
    def send_some(_number: int) -> int:
        own = SqliteStore(tmp_path / "bindeglied.db")
        try:
            return sum(send(own) for _ in range(10))
        finally:
            own.close()

    with ThreadPoolExecutor(4) as threads:
        taken = list(threads.map(send_some, range(4)))

    assert sum(taken) == ONE
    assert len(registrations(store, COORDINATOR)) == ONE
