"""Calendars by a secret address: the right days, for nobody else, and dead when they should be."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from pathlib import Path

import httpx
import icalendar
import pytest
from starlette.applications import Starlette

from accounts.identity import OPERATOR, Identity, Role, identity_of
from accounts.permissions import NotPermitted
from accounts.token import token_hash
from concept_review.section import Section
from concept_review.task import Step, TaskAction
from data import accounts, events
from data.calendar_feeds import feed_of, feeds, subscribe, unsubscribe
from data.clock import now, today
from data.store import NotFound, Store
from tests.due_section import LEAD, a_due_section, in_days, review, step
from views.calendar_file import calendar_file
from views.calendar_routes import ROUTES

SOON = today() + timedelta(days=20)


@pytest.fixture(autouse=True)
def section(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Section:
    """A section that the unit "lead" has, and that is due soon."""
    monkeypatch.setenv("BINDEGLIED_DATABASE", str(tmp_path / "bindeglied.db"))
    monkeypatch.setenv("BINDEGLIED_PUBLIC_URL", "https://stadt.example")
    due = SOON if (SOON.month, SOON.day) != (2, 29) else SOON - timedelta(days=1)
    return a_due_section(store, due)


def fetch(token: str) -> httpx.Response:
    """Fetch a calendar from our own routes, as any calendar program does."""

    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(app=Starlette(routes=ROUTES))
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            return await client.get(f"/calendar/{token}.ics")

    # In a thread of its own: a browser test before it may have left a loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: asyncio.run(ask())).result()


def person(store: Store, unit: str | None = "lead", role: Role = Role.STAFF) -> Identity:
    login = f"{role}-{unit}"
    return identity_of(accounts.add_account(store, OPERATOR, login, login, role, unit).account)


def calendar(token: str) -> icalendar.Calendar:
    answer = fetch(token)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert answer.headers["cache-control"] == "private, no-store"
    found = icalendar.Calendar.from_ical(answer.content)
    assert isinstance(found, icalendar.Calendar)
    return found


def day_of(event: icalendar.Event) -> date:
    """Return the day of an entry, which has no time of day."""
    assert not isinstance(event.start, datetime)
    return event.start


def entries(token: str) -> dict[str, date]:
    """Return the entries of a calendar with their days."""
    return {str(each["summary"]): day_of(each) for each in calendar(token).events}


def gone(token: str) -> bool:
    answer = fetch(token)
    assert answer.status_code in (200, 404)
    assert answer.status_code == 200 or answer.text.casefold() == "not found"
    return answer.status_code == 404


def test_the_day_of_a_review_is_an_entry_for_the_whole_day(store: Store, section: Section) -> None:
    found = calendar(subscribe(store, person(store)))

    (event,) = found.events
    assert str(event["summary"]) == "Prüfung fällig: 1 Ziele"
    assert event.end == day_of(event) + timedelta(days=1)
    assert abs(day_of(event) - SOON) <= timedelta(days=1)
    assert str(event["uid"]) == f"review-{section.id}@bindeglied"
    assert "Die nächste Prüfung ist am" in str(event["description"])
    assert str(event["url"]) == f"https://stadt.example/abschnitt?id={section.id}"
    assert event.DTSTAMP is not None
    assert event.subcomponents == []
    assert (str(found["method"]), str(found["version"])) == ("PUBLISH", "2.0")
    assert "Fachbereich Bildung" in str(found["x-wr-calname"])


def test_signs_that_part_values_are_escaped_in_the_name() -> None:
    name = "Soziales, Gesundheit; Sport \\ Kultur"
    source = calendar_file(name, [], now()).decode()

    assert "X-WR-CALNAME:Soziales\\, Gesundheit\\; Sport \\\\ Kultur\r\n" in source


def test_after_the_review_the_same_entry_moves_to_its_next_day(
    store: Store, section: Section
) -> None:
    token = subscribe(store, person(store))
    (before,) = calendar(token).events
    review(store, section, today())
    (after,) = calendar(token).events

    assert before["uid"] == after["uid"]
    assert day_of(after) - today() > timedelta(days=360)


def test_a_unit_sees_what_it_has_or_is_asked_to_sign_and_nothing_else(
    store: Store, section: Section
) -> None:
    other = subscribe(store, person(store, "other"), "other")
    lead = subscribe(store, person(store), "lead")
    assert entries(other) == {}

    step(store, section, TaskAction.START, Step(), LEAD)
    asked = Step(organization_ids=("other",), day=in_days(9, today()))
    step(store, section, TaskAction.REQUEST_COSIGN, asked, LEAD)
    assert entries(other) == {"Mitzeichnung fällig: 1 Ziele": in_days(9, today())}
    assert set(entries(lead)) == {"Prüfung fällig: 1 Ziele"}

    back = in_days(70, today())
    step(store, section, TaskAction.DEFER, Step(day=back, reason="Beschluss"), LEAD)
    assert entries(other) == {}
    assert entries(lead) == {"Wiedervorlage: 1 Ziele": back}


def test_the_coordination_sees_every_day_and_staff_without_a_unit_none(store: Store) -> None:
    everything = subscribe(store, person(store, None, Role.COORDINATOR))
    nothing = subscribe(store, person(store, None))

    assert set(entries(everything)) == {"Prüfung fällig: 1 Ziele"}
    assert entries(nothing) == {}


def test_only_a_hash_is_kept_and_nothing_of_it_is_logged(store: Store) -> None:
    token = subscribe(store, person(store))

    (row,) = store.find("calendar_feeds")
    assert row["token_hash"] == token_hash(token)
    assert len(token) >= 43
    assert token not in str([*events.events(store), row])


def test_a_new_address_ends_the_earlier_one_of_its_kind_only(store: Store) -> None:
    me = person(store)
    own, unit = subscribe(store, me), subscribe(store, me, "lead")
    other = subscribe(store, person(store, "lead", Role.LEAD))
    again = subscribe(store, me)

    dead = [gone(each) for each in (own, unit, again, other)]
    assert dead == [True, False, False, False]
    assert len(feeds(store, me)) == 2


def test_an_address_ends_when_its_owner_says_so(store: Store) -> None:
    me = person(store)
    own, unit = subscribe(store, me), subscribe(store, me, "lead")
    unsubscribe(store, me)

    assert [gone(own), gone(unit)] == [True, False]
    assert [each.organization_id for each in feeds(store, me)] == ["lead"]
    with pytest.raises(NotFound):
        unsubscribe(store, me)


def test_an_address_ends_with_its_account(store: Store) -> None:
    me = person(store)
    own, unit = subscribe(store, me), subscribe(store, me, "lead")
    accounts.disable_account(store, OPERATOR, me.id)

    assert gone(own)
    assert gone(unit)


def test_an_address_follows_its_account_to_another_unit(store: Store) -> None:
    me = person(store)
    own, unit = subscribe(store, me), subscribe(store, me, "lead")
    row = store.get("accounts", me.id)
    store.update("accounts", me.id, {"organization_id": "other"}, expected=row["revision"])

    assert entries(own) == {}
    assert gone(unit)


def test_an_address_ends_with_the_right_to_it(store: Store) -> None:
    me = person(store)
    own = subscribe(store, me)
    row = store.get("accounts", me.id)
    store.update("accounts", me.id, {"role": Role.ORG_EDITOR.value}, expected=row["revision"])

    assert gone(own)
    with pytest.raises(NotFound):
        feed_of(store, own)


@pytest.mark.parametrize("token", ["x", "..%2f..%2fetc%2fpasswd", "'--", "a" * 5000, "%00"])
def test_what_never_was_is_not_found(token: str) -> None:
    assert gone(token)


def test_nobody_subscribes_for_another_unit_or_without_the_right(store: Store) -> None:
    with pytest.raises(NotPermitted):
        subscribe(store, person(store), "other")
    with pytest.raises(NotPermitted):
        subscribe(store, person(store, "lead", Role.ORG_EDITOR))
    assert store.find("calendar_feeds") == []
