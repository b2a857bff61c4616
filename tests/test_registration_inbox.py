"""The lists of the inbox: every registration lies in exactly one, a page at a time."""

from datetime import UTC, datetime, timedelta

import pytest

from accounts.identity import Identity, Role
from accounts.permissions import NotPermitted
from data import registration_inbox
from data.clock import timestamp
from data.identifier import new_id
from data.registration_inbox import Tray, page_of, registration, sizes, twins_of
from data.store import Row, Store
from network.registration import RegistrationStatus, parse_registration
from tests.conftest import COORDINATOR
from tests.injections import ALL

START = datetime(2026, 3, 1, tzinfo=UTC)
TYPED = {"classification": "initiative", "contact_email": "a@b.example.org", "consent": True}


def put(store: Store, name: str, number: int = 0, **columns: object) -> str:
    typed = {**TYPED, "contact_email": f"a{number}@b.example.org"}
    row: Row = {
        "id": new_id(),
        "content": parse_registration({**typed, "name": name}).model_dump_json(),
        "status": RegistrationStatus.SUBMITTED.value,
        "submitted_at": timestamp(START + timedelta(minutes=number)),
        "consent_version": "2026-11",
        "reason": "",
        "email_confirmed_at": timestamp(START),
        **columns,
    }
    return str(store.insert("registrations", row)["id"])


def listed(store: Store, tray: Tray, text: str = "", page: int = 1) -> list[str]:
    found, _total = page_of(store, COORDINATOR, tray, text=text, page=page)
    return [each.content.name for each in found]


def test_every_registration_lies_in_one_list(store: Store) -> None:
    for status in RegistrationStatus:
        for confirmed in (None, timestamp(START)):
            put(store, f"{status} {confirmed}", status=status.value, email_confirmed_at=confirmed)

    found = [name for tray in Tray for name in listed(store, tray)]

    assert sorted(found) == sorted(
        f"{status} {confirmed}"
        for status in RegistrationStatus
        for confirmed in (None, timestamp(START))
    )
    assert sizes(store, COORDINATOR) == {tray: len(listed(store, tray)) for tray in Tray}
    assert listed(store, Tray.UNCONFIRMED) == ["submitted None"]


def test_an_empty_inbox_has_empty_lists(store: Store) -> None:
    assert sizes(store, COORDINATOR) == dict.fromkeys(Tray, 0)
    assert page_of(store, COORDINATOR, Tray.WAITING) == ([], 0)


def test_a_thousand_are_read_a_page_at_a_time_oldest_first(store: Store) -> None:
    names = [f"Initiative {number:04}" for number in range(1000)]
    for number in reversed(range(1000)):
        put(store, names[number], number)

    pages = [listed(store, Tray.WAITING, page=page) for page in range(1, 52)]

    assert [name for page in pages for name in page] == names
    assert {len(page) for page in pages[:-1]} == {registration_inbox.PAGE}
    assert page_of(store, COORDINATOR, Tray.WAITING, page=50)[1] == 1000


def test_decided_ones_come_newest_first(store: Store) -> None:
    for day in ("2026-05-02", "2026-05-04", "2026-05-03"):
        put(store, f"Am {day}", status="rejected", decided_on=day)

    assert listed(store, Tray.DECIDED) == ["Am 2026-05-04", "Am 2026-05-03", "Am 2026-05-02"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("fluchtling", ["Flüchtlingshilfe Süd"]),
        ("FLÜCHTLING süd", ["Flüchtlingshilfe Süd"]),
        ("straße", ["Haus an der Straße"]),
        ("hilfe", ["Flüchtlingshilfe Süd", "HILFE*[x]?"]),
        ("*[x]", ["HILFE*[x]?"]),
        ("?", ["HILFE*[x]?"]),
        ("gibt es nicht", []),
        ("  ", ["Flüchtlingshilfe Süd", "HILFE*[x]?", "Haus an der Straße"]),
    ],
)
def test_names_are_found_whatever_their_case_and_umlauts(
    store: Store, typed: str, found: list[str]
) -> None:
    for number, name in enumerate(["Flüchtlingshilfe Süd", "HILFE*[x]?", "Haus an der Straße"]):
        put(store, name, number)

    assert listed(store, Tray.WAITING, typed) == found


@pytest.mark.parametrize("text", ALL)
def test_hostile_texts_are_found_by_themselves(store: Store, text: str) -> None:
    name = " ".join(text.split()) if text.isprintable() else "Verein"
    put(store, f"V {name}"[:200].strip())
    put(store, "Nachbarn", 1)

    assert listed(store, Tray.WAITING, name[:100])[:1] == [f"V {name}"[:200].strip()]


def test_other_registrations_of_the_same_organisation_are_twins(store: Store) -> None:
    first = put(store, "Nachbarn e. V.", 1)
    same_name = put(store, "nachbarn", 2)
    same_address = put(store, "Ganz anders", 1)
    put(store, "Nachbarn", 3, status="rejected")
    put(store, "Fremde", 4)

    found = twins_of(store, COORDINATOR, registration(store, COORDINATOR, first))

    assert {each.id for each in found} == {same_name, same_address}


@pytest.mark.parametrize("role", [each for each in Role if each is not Role.COORDINATOR])
def test_only_the_coordination_reads_the_inbox(store: Store, role: Role) -> None:
    reader = Identity("somebody", "", role)
    sent = registration(store, COORDINATOR, put(store, "Nachbarn"))

    for read in (
        lambda: sizes(store, reader),
        lambda: page_of(store, reader, Tray.WAITING),
        lambda: registration(store, reader, sent.id),
        lambda: twins_of(store, reader, sent),
        lambda: registration_inbox.duplicates_of(store, reader, sent),
    ):
        with pytest.raises(NotPermitted):
            read()


def test_what_an_earlier_version_kept_is_still_read(store: Store) -> None:
    content = (
        '{"name":"Alt","classification":"initiative","contact_name":"","contact_email":'
        '"a@b.example.org","contact_phone":"","consent":true,"contact_public":false,"website":"",'
        '"description":"","district":"","languages":[],"target_groups":[],"topic_ids":[],'
        '"offers":[],"needs":[],"group_ids":[],"partner_ids":[]}'
    )
    row = {"id": "alt", "content": content, "status": "submitted", "reason": ""}
    at = {"submitted_at": timestamp(START), "consent_version": "2026-01"}
    store.insert("registrations", {**row, **at})

    found = registration(store, COORDINATOR, "alt")

    assert (found.content.name, found.language, found.email_confirmed_at) == ("Alt", "de", None)
    assert (found.question, found.answer, found.decided_by) == ("", "", None)
