"""What is remembered of pairs that were introduced, or need not be."""

import pytest

from accounts.identity import Identity, Role
from accounts.permissions import NotPermitted
from data.introductions import (
    NOTE_LIMIT,
    IntroductionStatus,
    InvalidIntroduction,
    introductions_recorded,
    record_introduction,
    reopen_introduction,
)
from data.store import AlreadyDone, Conflict, NotFound, Store
from tests.conftest import COORDINATOR, STAFF
from tests.writing_verbs_advice import a_city

MADE = IntroductionStatus.MADE


def test_what_was_said_of_a_pair_is_kept_whatever_their_order(store: Store) -> None:
    keys = a_city(store)
    one, two = sorted((keys["verein"], keys["neu"]))

    said = record_introduction(store, COORDINATOR, (two, one), MADE, " Beim Fest ", ("Kita",))

    assert introductions_recorded(store, STAFF) == [said]
    assert said.pair == (one, two)
    assert (said.note, said.reasons, said.decided_by) == ("Beim Fest", ("Kita",), COORDINATOR.id)
    with pytest.raises(Conflict):
        record_introduction(store, COORDINATOR, (one, two), IntroductionStatus.NOT_NEEDED)


def test_what_was_said_can_be_taken_back_and_said_anew(store: Store) -> None:
    keys = a_city(store)
    pair = (keys["verein"], keys["neu"])
    said = record_introduction(store, COORDINATOR, pair, MADE)

    reopen_introduction(store, COORDINATOR, said.id, expected=said.revision)
    assert introductions_recorded(store, COORDINATOR) == []
    with pytest.raises(Conflict):
        reopen_introduction(store, COORDINATOR, said.id, expected=said.revision)

    again = record_introduction(store, COORDINATOR, pair, IntroductionStatus.NOT_NEEDED)
    assert introductions_recorded(store, COORDINATOR) == [again]
    assert again.id == said.id


def test_a_second_click_on_the_same_button_says_it_once(store: Store) -> None:
    keys = a_city(store)
    pair = (keys["verein"], keys["neu"])
    record_introduction(store, COORDINATOR, pair, MADE, key="k")
    with pytest.raises(AlreadyDone):
        record_introduction(store, COORDINATOR, pair, MADE, key="k")


def test_nobody_is_introduced_to_oneself_or_to_nobody(store: Store) -> None:
    keys = a_city(store)
    club = keys["verein"]

    with pytest.raises(InvalidIntroduction):
        record_introduction(store, COORDINATOR, (club, club), MADE)
    with pytest.raises(InvalidIntroduction):
        record_introduction(store, COORDINATOR, (club, keys["neu"]), IntroductionStatus.REOPENED)
    with pytest.raises(InvalidIntroduction):
        record_introduction(store, COORDINATOR, (club, keys["neu"]), MADE, "x" * (NOTE_LIMIT + 1))
    with pytest.raises(NotFound):
        record_introduction(store, COORDINATOR, (club, "nobody"), MADE)
    assert store.find("introductions") == []


@pytest.mark.parametrize("role", [Role.PUBLIC, Role.ORG_EDITOR, Role.CLERK, Role.ADMIN])
def test_only_who_may_see_advice_reads_what_was_said(store: Store, role: Role) -> None:
    with pytest.raises(NotPermitted):
        introductions_recorded(store, Identity("x", "", role))


def test_staff_reads_but_does_not_decide(store: Store) -> None:
    keys = a_city(store)
    with pytest.raises(NotPermitted):
        record_introduction(store, STAFF, (keys["verein"], keys["neu"]), MADE)
