"""Answering, correcting and ending a stated tie: nobody's word is changed by another one."""

from datetime import date, timedelta

import pytest

from data.clock import today
from data.mails import mails
from data.roster import roster
from data.stated_ties import correct_tie, end_tie
from data.store import Conflict, Store
from data.tie_letters import answer_tie
from data.ties import NotASide, Outcome, sides
from network.graph import Confirmation, build_graph, ties
from network.stated_tie import InvalidTie, TieFacts
from tests.conftest import COORDINATOR
from tests.test_stated_ties import OTHER, how, stated
from tests.writing_verbs_upkeep import EDITOR, OTHER_EDITOR, OWN, a_stated_tie, plain


def test_answering_twice_the_same_changes_nothing_more_and_a_dispute_outweighs(
    store: Store,
) -> None:
    tie = a_stated_tie(store)
    for outcome in (Outcome.CONFIRMED, Outcome.CONFIRMED, Outcome.DISPUTED, Outcome.DISPUTED):
        expected = sides(store, tie).revision
        found = answer_tie(store, OTHER_EDITOR, OTHER, tie, outcome, expected=expected)
        assert found.value == outcome.value
    assert sides(store, tie).confirmed_by_id is None
    (shown,) = ties(build_graph(roster(store), None))
    assert shown.confirmation is Confirmation.DISPUTED


def test_after_a_correction_the_other_side_is_asked_anew_but_its_no_stays(store: Store) -> None:
    tie = a_stated_tie(store)
    answer_tie(store, OTHER_EDITOR, OTHER, tie, Outcome.CONFIRMED, expected=1)
    correct_tie(store, EDITOR, OWN, tie, TieFacts(since="2019"), plain, expected=2)
    assert how(store, tie) is Confirmation.STATED
    assert len(mails(store, COORDINATOR)) == 1  # the link of the first mail still holds

    answer_tie(store, OTHER_EDITOR, OTHER, tie, Outcome.DISPUTED, expected=3)
    correct_tie(store, EDITOR, OWN, tie, TieFacts(since="2018"), plain, expected=4)
    assert how(store, tie) is Confirmation.DISPUTED


def test_a_correction_that_changes_nothing_keeps_what_the_other_side_said(store: Store) -> None:
    tie = a_stated_tie(store, since="2019")
    answer_tie(store, OTHER_EDITOR, OTHER, tie, Outcome.CONFIRMED, expected=1)
    correct_tie(store, EDITOR, OWN, tie, TieFacts(since="2019"), plain, expected=2)
    assert how(store, tie) is Confirmation.CONFIRMED


def test_only_who_stated_it_corrects_and_only_who_said_yes_ends_it(store: Store) -> None:
    tie = a_stated_tie(store)
    with pytest.raises(NotASide):
        correct_tie(store, OTHER_EDITOR, OTHER, tie, TieFacts(), plain, expected=1)
    with pytest.raises(NotASide):
        end_tie(store, OTHER_EDITOR, OTHER, tie, today(), expected=1)
    answer_tie(store, OTHER_EDITOR, OTHER, tie, Outcome.CONFIRMED, expected=1)
    with pytest.raises(Conflict):
        end_tie(store, OTHER_EDITOR, OTHER, tie, today(), expected=1)
    end_tie(store, OTHER_EDITOR, OTHER, tie, date(2026, 1, 31), expected=2)

    assert store.get("relations", tie)["end_date"] == "2026-01-31"
    assert len(store.find("relations")) == 1
    assert stated(store) != tie  # what has ended may begin again


def test_the_end_is_neither_in_the_future_nor_before_the_beginning(store: Store) -> None:
    tie = a_stated_tie(store, since="2024-06")
    for day, code in (
        (today() + timedelta(days=1), "in_future"),
        (date(2024, 5, 1), "before_start"),
    ):
        with pytest.raises(InvalidTie) as fault:
            end_tie(store, EDITOR, OWN, tie, day, expected=1)
        assert fault.value.errors["until"].code == code
