"""What each side says of a tie, and how the tie then stands; and whether posts are held."""

import pytest

from data.posts import set_occupancy
from data.roster import roster
from data.store import Conflict, NotFound, Store
from data.ties import NotASide, Outcome, TieTable, settle_tie, sides
from network.facets import Status
from network.graph import Confirmation, build_graph
from network.open_ends import disputed, one_sided, posts
from network.organization import Occupancy
from tests.conftest import COORDINATOR
from tests.writing_verbs_advice import a_city

CONFIRMED, DISPUTED, OPEN = Outcome.CONFIRMED, Outcome.DISPUTED, Outcome.OPEN


def a_stated_tie(store: Store) -> tuple[str, str, str]:
    """Return a tie that the club states, the club, and the division at its other end."""
    keys = a_city(store)
    row = store.find("relations", subject_id=keys["verein"])[0]
    store.update("relations", row["id"], {"stated_by_id": keys["verein"]}, expected=1)
    return row["id"], keys["verein"], keys["gb3"]


def settle(store: Store, tie: str, outcome: Outcome, by: str) -> Confirmation:
    known = sides(store, tie)
    return settle_tie(store, COORDINATOR, known.table, tie, outcome, by, expected=known.revision)


def test_the_other_side_confirms_or_denies_and_can_take_that_back(store: Store) -> None:
    tie, club, division = a_stated_tie(store)
    assert sides(store, tie).to_ask == (division,)

    assert settle(store, tie, CONFIRMED, division) is Confirmation.CONFIRMED
    assert settle(store, tie, DISPUTED, division) is Confirmation.DISPUTED
    assert [each.id for each in disputed(build_graph(roster(store), None))] == [tie]
    assert settle(store, tie, OPEN, division) is Confirmation.STATED
    assert [each.id for each in one_sided(build_graph(roster(store), None))] == [tie]
    assert sides(store, tie).stated_by_id == club


def test_a_denied_tie_is_never_taken_for_a_confirmed_one(store: Store) -> None:
    tie, _club, division = a_stated_tie(store)
    settle(store, tie, CONFIRMED, division)
    settle(store, tie, DISPUTED, division)

    row = store.get("relations", tie)
    assert (row["confirmed_by_id"], row["disputed_by_id"]) == (None, division)


def test_whoever_stated_it_cannot_answer_for_the_other_side_nor_can_strangers(store: Store) -> None:
    tie, club, _division = a_stated_tie(store)
    for by in (club, "nobody"):
        with pytest.raises(NotASide):
            settle(store, tie, CONFIRMED, by)


def test_two_sides_make_a_documented_tie_a_confirmed_one(store: Store) -> None:
    keys = a_city(store)
    tie = store.find("relations", subject_id=keys["verein"])[0]["id"]
    assert set(sides(store, tie).to_ask) == {keys["verein"], keys["gb3"]}

    assert settle(store, tie, CONFIRMED, keys["gb3"]) is Confirmation.STATED
    assert settle(store, tie, CONFIRMED, keys["verein"]) is Confirmation.CONFIRMED


def test_the_organisation_of_a_post_speaks_for_it(store: Store) -> None:
    keys = a_city(store)
    tie = store.find("relations", subject_id=keys["koordination"])[0]["id"]

    assert set(sides(store, tie).ends) == {keys["gb3"], keys["ag"]}


def test_taking_part_in_a_group_is_confirmed_by_the_group(store: Store) -> None:
    keys = a_city(store)
    row = store.find("memberships")[0]
    store.update("memberships", row["id"], {"stated_by_id": keys["verein"]}, expected=1)

    assert sides(store, row["id"]).table is TieTable.MEMBERSHIPS
    assert sides(store, row["id"]).to_ask == (keys["ag"],)
    assert settle(store, row["id"], CONFIRMED, keys["ag"]) is Confirmation.CONFIRMED


def test_how_a_unit_is_built_nobody_has_to_confirm(store: Store) -> None:
    keys = a_city(store)
    with pytest.raises(NotFound):
        sides(store, f"{keys['gb3']}:parent")


def test_somebody_elses_answer_is_not_overwritten(store: Store) -> None:
    tie, _club, division = a_stated_tie(store)
    shown = sides(store, tie).revision
    settle(store, tie, DISPUTED, division)
    with pytest.raises(Conflict):
        settle_tie(store, COORDINATOR, TieTable.RELATIONS, tie, CONFIRMED, division, expected=shown)


def test_whether_a_post_is_held_can_be_said_and_corrected(store: Store) -> None:
    post = a_city(store)["koordination"]

    vacant = set_occupancy(store, COORDINATOR, post, Occupancy.VACANT, expected=1)
    assert [e.status for e in posts(build_graph(roster(store), None))] == [Status.VACANT]

    set_occupancy(store, COORDINATOR, post, Occupancy.HELD, expected=vacant.revision)
    assert [e.status for e in posts(build_graph(roster(store), None))] == [Status.HELD]
    with pytest.raises(Conflict):
        set_occupancy(store, COORDINATOR, post, Occupancy.VACANT, expected=vacant.revision)
    with pytest.raises(NotFound):
        set_occupancy(store, COORDINATOR, "nobody", Occupancy.VACANT, expected=1)
