"""How much may come from one address: the same in all processes, for an hour, never for ever."""

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.clock import now, timestamp
from data.limits import LIMITS, Form, TooMany, count_try, forget_tries, forgive
from data.sqlite_store import SqliteStore
from data.store import Store
from tests.conftest import ROOT
from views.reminder_round import go_round

MOST = LIMITS[Form.REGISTRATION].from_one

TRIES = f"""
import sys
from data.limits import Form, TooMany, count_try
from data.sqlite_store import SqliteStore
store, taken = SqliteStore(sys.argv[1]), 0
for _ in range({2 * MOST}):
    try:
        count_try(store, Form.REGISTRATION, "192.0.2.1")
        taken += 1
    except TooMany:
        pass
print(taken)
"""


def tries(store: Store, form: Form, address: str, wanted: int = 200) -> int:
    for number in range(wanted):
        try:
            count_try(store, form, address)
        except TooMany:
            return number
    return wanted


def grow_old(store: Store, age: timedelta) -> None:
    for row in store.find("tries", order="at"):
        store.delete("tries", at=row["at"])
        store.insert("tries", {**row, "at": timestamp(now() - age)})


def test_two_processes_together_take_no_more_than_one(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "bindeglied.db"
    both = [
        subprocess.Popen(
            [sys.executable, "-c", TRIES, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
        )
        for _ in range(2)
    ]
    taken = [int(each.communicate(timeout=60)[0]) for each in both]

    assert sum(taken) == MOST
    assert tries(store, Form.REGISTRATION, "192.0.2.1") == 0
    assert tries(store, Form.REGISTRATION, "192.0.2.2") == MOST


def test_all_together_have_a_limit_of_their_own(store: Store) -> None:
    in_all = LIMITS[Form.REGISTRATION].in_all or 0
    taken = sum(tries(store, Form.REGISTRATION, f"192.0.2.{last}", 2) for last in range(in_all))

    assert taken == in_all


@pytest.mark.parametrize("form", list(Form))
def test_later_ones_are_welcome_and_trying_on_keeps_nobody_out_for_longer(
    store: Store, form: Form
) -> None:
    within = LIMITS[form].within
    assert tries(store, form, "192.0.2.1") == LIMITS[form].from_one
    with pytest.raises(TooMany) as full:
        count_try(store, form, "192.0.2.1")
    assert timedelta(0) < full.value.wait <= within
    assert 1 <= full.value.minutes <= within.total_seconds() / 60

    grow_old(store, within + timedelta(seconds=1))

    count_try(store, form, "192.0.2.1")


def test_of_addresses_nothing_readable_is_kept_and_nothing_after_a_day(store: Store) -> None:
    count_try(store, Form.ENTRY_LINK, "192.0.2.77")
    assert "192.0.2.77" not in str(store.find("tries", order="at"))

    grow_old(store, timedelta(hours=23))
    go_round(store)
    assert len(store.find("tries", order="at")) == 1

    grow_old(store, timedelta(hours=25))
    go_round(store)
    assert store.find("tries", order="at") == []


def test_the_same_address_has_another_mark_in_another_store(store: Store, tmp_path: Path) -> None:
    other = SqliteStore(tmp_path / "other.db")
    other.migrate()
    for each in (store, other):
        count_try(each, Form.ENTRY_LINK, "192.0.2.77")

    marks = {each.find("tries", order="at")[0]["source"] for each in (store, other)}
    other.close()
    assert len(marks) == 2


def test_an_ipv6_network_counts_as_one_and_a_mapped_address_as_what_it_is(store: Store) -> None:
    for last in range(LIMITS[Form.ENTRY_LINK].from_one):
        count_try(store, Form.ENTRY_LINK, f"2001:db8:1:2::{last:x}")
    with pytest.raises(TooMany):
        count_try(store, Form.ENTRY_LINK, "2001:db8:1:2:ffff::1")
    count_try(store, Form.ENTRY_LINK, "2001:db8:1:3::1")

    assert tries(store, Form.ENTRY_LINK, "::ffff:192.0.2.5") == LIMITS[Form.ENTRY_LINK].from_one
    assert tries(store, Form.ENTRY_LINK, "192.0.2.5") == 0


def test_what_is_forgiven_counts_no_more(store: Store) -> None:
    first = count_try(store, Form.SIGN_IN_ADDRESS, "192.0.2.1")
    count_try(store, Form.SIGN_IN_ADDRESS, "192.0.2.1")
    count_try(store, Form.SIGN_IN_ADDRESS, "192.0.2.2")

    forgive(store, Form.SIGN_IN_ADDRESS, "192.0.2.1", first)
    assert len(store.find("tries", order="at")) == 2
    forgive(store, Form.SIGN_IN_ADDRESS, "192.0.2.1")
    assert len(store.find("tries", order="at")) == 1


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=300))
def test_any_word_can_stand_where_an_address_should(store: Store, address: str) -> None:
    forgive(store, Form.SIGN_IN_LOGIN, address)
    assert tries(store, Form.SIGN_IN_LOGIN, address) == LIMITS[Form.SIGN_IN_LOGIN].from_one


def test_forgetting_where_nothing_was_counted_does_nothing(store: Store) -> None:
    with store.atomic():
        forget_tries(store)
    assert store.find("tries", order="at") == []
