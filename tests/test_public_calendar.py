"""The public calendar: when sections are reviewed next, and nothing of who has them."""

import icalendar
import pytest

from accounts.identity import Role
from data.clock import today
from data.review_days import public_review_days
from data.store import Store
from tests.due_section import UNITS, a_due_section, account, in_days
from tests.open_data import Client
from views.calendar_routes import PUBLIC_CALENDAR, ROUTES


@pytest.fixture
def client(store: Store, monkeypatch: pytest.MonkeyPatch) -> Client:
    (file,) = store.query("select file from pragma_database_list where name = 'main'")
    monkeypatch.setenv("BINDEGLIED_DATABASE", str(file["file"]))
    return Client(ROUTES)


def test_everybody_gets_the_days_without_an_address_of_their_own(
    client: Client, store: Store
) -> None:
    day = in_days(0, today())
    section = a_due_section(store, day)
    account(store, "lead", "chefin@amt.example", Role.LEAD)

    answer = client.get(PUBLIC_CALENDAR)
    events = icalendar.Calendar.from_ical(answer.content).walk("VEVENT")

    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert [str(each["uid"]) for each in events] == [f"review-{section.id}@bindeglied"]
    assert [each.decoded("dtstart") for each in events] == [
        each.day for each in public_review_days(store)
    ]
    for secret in ("chefin", *UNITS.values()):
        assert secret not in answer.text
