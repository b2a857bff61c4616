"""Renaming, dissolving and succeeding: dated to the day, found by old names, and taken back."""

from datetime import date, timedelta

import pytest

from data.clock import today
from data.dissolutions import dissolutions, dissolve, left_behind, take_back
from data.former_names import former_names
from data.moves import LeftWhy
from data.organizations import find_organizations, found_by, organization
from data.renames import InvalidReshaping, rename
from data.roster import roster
from data.store import Conflict, Store
from network.changes import changes
from network.finding import By, find, index_of
from network.graph import Graph, build_graph, records, ties_of
from network.named import named
from tests.conftest import COORDINATOR
from tests.merged_networks import content
from tests.writing_verbs_advice import a_city

DAY = date(2020, 1, 1)
EVE = date(2019, 12, 31)


def on(store: Store, day: date) -> Graph:
    return build_graph(roster(store, day), day)


def test_a_picture_shows_the_name_of_its_day(store: Store) -> None:
    club = a_city(store)["verein"]
    rename(store, COORDINATOR, club, " Gute  Nachbarn ", "GN", since=DAY, expected=1)

    names = {day: records(on(store, day))[club] for day in (EVE, DAY, today())}
    assert [str(getattr(each, "name", "")) for each in names.values()] == [
        "Nachbarn helfen e. V.",
        "Gute Nachbarn",
        "Gute Nachbarn",
    ]
    found = changes(on(store, EVE), on(store, DAY))
    (changed,) = found.changed_nodes
    assert {each.field for each in changed.differences} >= {"name", "short_name"}


def test_old_names_are_found_and_said_to_be_old(store: Store) -> None:
    club = a_city(store)["verein"]
    rename(store, COORDINATOR, club, "Kiezhilfe", "", since=DAY, expected=1)

    (found,) = find_organizations(store, "nachbarn helf")
    assert found.id == club
    assert found_by(found, "nachbarn helf") == "Nachbarn helfen e. V."
    assert found_by(found, "kiezh") == ""
    for day in (EVE, today()):
        graph = on(store, day)
        assert named(graph, "Nachbarn helfen") == [club] == named(graph, "kiezhilfe")
    (hit,) = find(index_of(on(store, today())), "nachbarn helfen")
    assert (hit.id, hit.by) == (club, By.FORMER_NAME)
    (hit,) = find(index_of(on(store, today())), "kiezhilfe")
    assert hit.by is By.NAME


def test_several_names_follow_each_other_and_may_come_back(store: Store) -> None:
    club = a_city(store)["verein"]
    rename(store, COORDINATOR, club, "Zwei", "", since=date(2016, 1, 1), expected=1)
    rename(store, COORDINATOR, club, "Drei", "", since=DAY, expected=2)
    again = rename(store, COORDINATOR, club, "Zwei", "", since=date(2021, 1, 1), expected=3)

    assert again.other_names == ("Nachbarn helfen e. V.", "Drei")
    assert [each.until for each in former_names(store, club)] == [
        date(2020, 12, 31),
        EVE,
        date(2015, 12, 31),
    ]
    days = (date(2015, 12, 31), date(2016, 1, 1), EVE, DAY, date(2021, 1, 1))
    shown = [getattr(records(on(store, day))[club], "name", "") for day in days]
    assert shown == ["Nachbarn helfen e. V.", "Zwei", "Zwei", "Drei", "Zwei"]


def test_a_mistaken_name_leaves_nothing_behind(store: Store) -> None:
    club = a_city(store)["verein"]
    right = rename(store, COORDINATOR, club, "Nachbarn helfen", "", since=None, expected=1)
    assert right.other_names == ()
    assert former_names(store, club) == []
    assert getattr(records(on(store, EVE))[club], "name", "") == "Nachbarn helfen"


@pytest.mark.parametrize(
    ("name", "since", "field", "code"),
    [
        (" ", DAY, "name", "missing"),
        ("Nachbarn helfen e. V.", DAY, "name", "same"),
        ("x" * 201, DAY, "name", "too_long"),
        ("Neu", today() + timedelta(days=1), "since", "future"),
    ],
)
def test_a_name_that_makes_no_sense_is_refused_at_its_field(
    store: Store, name: str, since: date, field: str, code: str
) -> None:
    club = a_city(store)["verein"]
    before = content(store)
    with pytest.raises(InvalidReshaping) as fault:
        rename(store, COORDINATOR, club, name, "", since=since, expected=1)
    assert fault.value.errors == {field: code}
    assert content(store) == before


def test_a_new_name_cannot_begin_before_the_last_one(store: Store) -> None:
    club = a_city(store)["verein"]
    rename(store, COORDINATOR, club, "Zwei", "", since=DAY, expected=1)
    with pytest.raises(InvalidReshaping) as fault:
        rename(store, COORDINATOR, club, "Drei", "", since=DAY, expected=2)
    assert fault.value.errors == {"since": "too_early"}


def test_what_is_dissolved_is_there_on_its_last_day_and_not_after(store: Store) -> None:
    keys = a_city(store)
    club = keys["verein"]
    ties = len(ties_of(on(store, DAY), club))
    dissolve(store, COORDINATOR, club, on=DAY, note="Vereinsregister", expected=1)

    assert len(ties_of(on(store, DAY), club)) == ties > 0
    assert club not in on(store, DAY + timedelta(days=1))
    ended = {row["end_date"] for row in store.find("relations", subject_id=club)}
    assert ended == {DAY.isoformat()}
    past = store.find("relations", object_id=club)  # ended by itself in 2014
    assert [row["end_date"] for row in past] == ["2014-12-31"]


def test_a_dissolution_is_taken_back_whole(store: Store) -> None:
    keys = a_city(store)
    before = content(store)
    done = dissolve(store, COORDINATOR, keys["gb3"], on=DAY, expected=1)
    assert store.get("posts", keys["koordination"])["end_date"] == DAY.isoformat()

    left = take_back(store, COORDINATOR, done.id, expected=1)

    assert left == ()
    assert content(store) == before
    assert dissolutions(store, COORDINATOR)[0].undone_on == today()
    with pytest.raises(Conflict):
        take_back(store, COORDINATOR, done.id, expected=2)


def test_what_changed_since_stays_when_a_dissolution_is_taken_back(store: Store) -> None:
    club = a_city(store)["verein"]
    done = dissolve(store, COORDINATOR, club, on=DAY, expected=1)
    (tie,) = store.find("relations", subject_id=club)
    store.update("relations", tie["id"], {"end_date": "2018"}, expected=tie["revision"])

    (left,) = take_back(store, COORDINATOR, done.id, expected=1)

    assert (left.table, left.id, left.why) == ("relations", tie["id"], LeftWhy.CHANGED)
    assert store.get("relations", tie["id"])["end_date"] == "2018"
    assert organization(store, club).end_date is None


def test_who_has_ended_or_not_begun_is_not_dissolved(store: Store) -> None:
    keys = a_city(store)
    for key, code in (("alt", "already"), ("neu", "too_early")):
        revision = store.get("organizations", keys[key])["revision"]
        day = DAY if key == "alt" else date(2010, 1, 1)
        with pytest.raises(InvalidReshaping) as fault:
            dissolve(store, COORDINATOR, keys[key], on=day, expected=revision)
        assert fault.value.errors == {"on": code}


def test_what_a_unit_leaves_behind_is_listed(store: Store) -> None:
    keys = a_city(store)
    found = left_behind(store, COORDINATOR, keys["stadt"])
    assert keys["gb3"] in found.units
    assert found.count == len(found.units)
