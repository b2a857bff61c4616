"""Guessing passwords at the real server: soon it has to wait, and nobody learns who has a login."""

from collections.abc import Iterator
from datetime import timedelta

import httpx
import pytest

from accounts.identity import OPERATOR, Role
from data.accounts import add_account
from data.clock import now, timestamp
from data.identifier import new_id
from data.limits import LIMITS, Form
from data.sessions import redeem
from data.sqlite_store import SqliteStore
from data.store import Store
from tests.browser import PASSWORD, App

MOST = LIMITS[Form.SIGN_IN_LOGIN].from_one
GUESS = "falsch geraten"
WRONG = "Anmeldename und Passwort passen nicht zusammen."
WAIT = "Zu viele Versuche sind fehlgeschlagen. Bitte versuchen Sie es in"


@pytest.fixture
def city(app: App) -> Iterator[Store]:
    opened = SqliteStore(app.database)
    opened.delete("tries", form=Form.SIGN_IN_LOGIN.value)
    opened.delete("tries", form=Form.SIGN_IN_ADDRESS.value)
    yield opened
    for form in (Form.SIGN_IN_LOGIN, Form.SIGN_IN_ADDRESS):
        opened.delete("tries", form=form.value)
    opened.close()


def a_login(store: Store) -> str:
    invitation = add_account(store, OPERATOR, "Fachbereich", new_id(), Role.STAFF)
    redeem(store, invitation.token, PASSWORD)
    return invitation.account.login


def type_in(app: App, login: str, password: str = GUESS) -> httpx.Response:
    return httpx.post(f"{app.url}/anmelden", data={"login": login, "password": password})


@pytest.mark.parametrize("known", [True, False])
def test_a_login_has_to_wait_whether_there_is_one_or_not(
    app: App, city: Store, *, known: bool
) -> None:
    login = a_login(city) if known else "gibt.es.nicht"
    answers = [type_in(app, login) for _ in range(MOST + 2)]

    assert [each.status_code for each in answers] == [401] * MOST + [429] * 2
    assert all(WRONG in each.text for each in answers[:MOST])
    assert all(WAIT in each.text for each in answers[MOST:])
    assert all("set-cookie" not in each.headers for each in answers)
    if known:  # while it waits, not even the right password opens it
        assert type_in(app, login.upper(), PASSWORD).status_code == 429


def test_after_the_wait_the_right_password_opens_and_all_is_forgiven(app: App, city: Store) -> None:
    login = a_login(city)
    for _ in range(MOST):
        type_in(app, login)
    earlier = timestamp(now() - timedelta(minutes=16))
    for row in city.find("tries", order="at"):
        city.delete("tries", at=row["at"])
        city.insert("tries", {**row, "at": earlier})

    assert type_in(app, login, PASSWORD).status_code == 303
    assert city.find("tries", order="at", form=Form.SIGN_IN_LOGIN.value) == []
    for _ in range(MOST - 1):
        assert type_in(app, login).status_code == 401
    assert type_in(app, login, PASSWORD).status_code == 303


def test_an_address_that_tries_many_logins_has_to_wait_and_signing_in_costs_none(
    app: App, city: Store
) -> None:
    login = a_login(city)
    most = LIMITS[Form.SIGN_IN_ADDRESS].from_one
    assert type_in(app, login, PASSWORD).status_code == 303
    statuses = [type_in(app, f"niemand-{number}").status_code for number in range(most + 1)]

    assert statuses == [401] * most + [429]


def test_a_login_of_a_megabyte_gets_an_answer(app: App, city: Store) -> None:
    del city
    answer = type_in(app, "x" * 1_000_000, "y" * 1_000_000)

    assert answer.status_code in {401, 413}
    assert len(answer.text) < 20_000
