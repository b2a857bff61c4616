"""Stating a tie and answering it: who may, what comes of it, and that nobody is flooded."""

from datetime import timedelta

import pytest

from accounts.identity import GUEST, Identity, Role
from accounts.permissions import NotPermitted
from data.clock import today
from data.events import events
from data.mails import mails
from data.stated_ties import MOST_IN_A_DAY, state_tie
from data.store import AlreadyDone, Store
from data.tie_letters import answer_tie
from data.ties import NotASide, Outcome, TieTable, sides, standing
from network.graph import Confirmation
from network.stated_tie import InvalidTie, parse_tie
from tests.conftest import COORDINATOR, STAFF
from tests.writing_verbs_advice import a_city
from tests.writing_verbs_upkeep import (
    EDITOR,
    OTHER_EDITOR,
    OWN,
    a_stated_tie,
    a_tie,
    an_organization,
    plain,
    two_clubs,
)

OTHER = "verein-zwei"


def stated(store: Store, actor: Identity = EDITOR, own: str = OWN, **more: str) -> str:
    return state_tie(store, actor, own, a_tie(**more), plain)


def refused(store: Store, **more: str) -> dict[str, str]:
    """State what cannot be stated, and return the codes by field."""
    before = len(events(store))
    with pytest.raises(InvalidTie) as fault:
        state_tie(store, EDITOR, OWN, a_tie(**more), plain)
    assert len(events(store)) == before
    return {field: error.code for field, error in fault.value.errors.items()}


def how(store: Store, tie: str) -> Confirmation:
    return standing(store, sides(store, tie).table, tie)


def test_a_stated_tie_stands_on_one_word_and_the_other_side_is_asked(store: Store) -> None:
    tie = a_stated_tie(store, kind="funds", since="2024-05", note="Sommerfest")

    row = store.get("relations", tie)
    assert (row["subject_id"], row["object_id"], row["stated_by_id"]) == (OWN, OTHER, OWN)
    assert (row["start_date"], row["note"], row["classification"]) == (
        "2024-05",
        "Sommerfest",
        "funds",
    )
    assert how(store, tie) is Confirmation.STATED
    (mail,) = mails(store, COORDINATOR)
    assert (mail.recipient, mail.subject) == ("zwei@example.org", "tie_stated Verein Zwei")
    assert mail.body.startswith("Verein Eins funds ")


def test_a_tie_can_lead_back_and_the_letter_says_so(store: Store) -> None:
    tie = a_stated_tie(store, kind="funds", way="back")

    row = store.get("relations", tie)
    assert (row["subject_id"], row["object_id"]) == (OTHER, OWN)
    assert "funds_back" in mails(store, COORDINATOR)[0].body


def test_without_an_address_the_tie_waits_for_the_coordination(store: Store) -> None:
    two_clubs(store)
    an_organization(store, "still", "Verein ohne Adresse")
    tie = stated(store, other_id="still")

    assert mails(store, COORDINATOR) == []
    assert how(store, tie) is Confirmation.STATED


def test_stating_what_the_other_side_stated_confirms_it(store: Store) -> None:
    tie = a_stated_tie(store)

    again = stated(store, OTHER_EDITOR, OTHER, other_id=OWN)

    assert again == tie
    assert how(store, tie) is Confirmation.CONFIRMED
    assert len(store.find("relations")) == 1
    assert len(mails(store, COORDINATOR)) == 1


def test_stating_what_only_a_source_says_makes_it_ones_word_and_asks_the_other(
    store: Store,
) -> None:
    keys = a_city(store)
    row = store.find("relations", subject_id=keys["verein"])[0]
    editor = Identity("e", "", Role.ORG_EDITOR, keys["verein"])
    said = {"kind": row["classification"], "other_id": row["object_id"]}

    tie = state_tie(store, editor, keys["verein"], parse_tie(said), plain)

    assert tie == row["id"]
    assert store.get("relations", tie)["stated_by_id"] == keys["verein"]


def test_a_direction_is_no_double_of_the_other_but_working_together_is(store: Store) -> None:
    two_clubs(store)
    stated(store, kind="funds")
    stated(store, kind="funds", way="back")
    stated(store, kind="cooperates")

    assert refused(store, kind="funds") == {"other_id": "double"}
    assert refused(store, kind="cooperates", way="back") == {"other_id": "double"}
    assert len(store.find("relations")) == 3


def test_who_was_denied_cannot_state_it_again_and_who_denied_it_can_change_ones_mind(
    store: Store,
) -> None:
    tie = a_stated_tie(store)
    answer_tie(store, OTHER_EDITOR, OTHER, tie, Outcome.DISPUTED, expected=1)
    assert refused(store) == {"other_id": "denied"}
    assert how(store, tie) is Confirmation.DISPUTED

    stated(store, OTHER_EDITOR, OTHER, other_id=OWN)

    assert how(store, tie) is Confirmation.CONFIRMED


def test_what_cannot_be_is_refused_at_its_field(store: Store) -> None:
    two_clubs(store)
    an_organization(store, "zu", "Zu", end_date="2020")
    an_organization(store, "weg", "Weg", merged_into_id=OWN)

    assert refused(store, other_id=OWN) == {"other_id": "oneself"}
    assert refused(store, other_id="zu") == {"other_id": "ended"}
    assert refused(store, other_id="weg") == {"other_id": "ended"}
    assert refused(store, other_id="nie") == {"other_id": "unknown_value"}
    assert refused(store, kind="member_of") == {"other_id": "not_a_group"}
    later = (today() + timedelta(days=1)).isoformat()
    assert refused(store, since=later) == {"since": "in_future"}


@pytest.mark.parametrize(
    ("typed", "errors"),
    [
        ({"kind": "linked", "other_id": "x"}, {"kind": "unknown_value"}),
        ({"kind": "funds"}, {"other_id": "required"}),
        ({"kind": "", "other_id": ""}, {"kind": "unknown_value", "other_id": "required"}),
        ({"kind": None, "other_id": None}, {"kind": "required", "other_id": "required"}),
        ({"kind": "funds", "other_id": "x", "since": "gestern"}, {"since": "not_a_date"}),
        ({"kind": "funds", "other_id": "x", "since": "2023-02-30"}, {"since": "not_a_date"}),
        ({"kind": "funds", "other_id": "x", "note": "a" * 501}, {"note": "too_long"}),
        ({"kind": "member_of", "other_id": "x", "note": "a"}, {"note": "no_note"}),
    ],
)
def test_typed_ties_are_refused_by_field(typed: dict[str, object], errors: dict[str, str]) -> None:
    with pytest.raises(InvalidTie) as fault:
        parse_tie(typed)
    assert {name: error.code for name, error in fault.value.errors.items()} == errors


def test_taking_part_is_said_by_the_member_or_by_the_group(store: Store) -> None:
    two_clubs(store)
    tie = stated(store, kind="member_of", other_id="ag-wohnen", since="2025")
    row = store.get("memberships", tie)
    assert (row["organization_id"], row["member_organization_id"]) == ("ag-wohnen", OWN)
    assert refused(store, kind="member_of", other_id="ag-wohnen") == {"other_id": "double"}

    group = Identity("g", "", Role.ORG_EDITOR, "ag-wohnen")
    assert stated(store, group, "ag-wohnen", kind="member_of", way="back", other_id=OWN) == tie
    assert standing(store, TieTable.MEMBERSHIPS, tie) is Confirmation.CONFIRMED


def test_a_tie_with_a_post_is_answered_by_its_organisation(store: Store) -> None:
    keys = a_city(store)
    two_clubs(store)
    tie = stated(store, kind="advises", other_id=keys["koordination"])

    assert sides(store, tie).to_ask == (keys["gb3"],)
    own = Identity("g", "", Role.ORG_EDITOR, keys["gb3"])
    with pytest.raises(InvalidTie):
        stated(store, own, keys["gb3"], kind="advises", other_id=keys["koordination"])


def test_only_the_own_organisation_or_the_coordination_states_and_answers(store: Store) -> None:
    two_clubs(store)
    for actor in (OTHER_EDITOR, STAFF, GUEST):
        with pytest.raises(NotPermitted):
            stated(store, actor)
    tie = stated(store, COORDINATOR)
    assert sides(store, tie).stated_by_id == OWN
    for actor in (EDITOR, GUEST):
        with pytest.raises(NotPermitted):
            answer_tie(store, actor, OTHER, tie, Outcome.CONFIRMED, expected=1)
    with pytest.raises(NotASide):
        answer_tie(store, EDITOR, OWN, tie, Outcome.CONFIRMED, expected=1)


def test_a_second_click_on_the_same_form_states_nothing(store: Store) -> None:
    two_clubs(store)
    state_tie(store, EDITOR, OWN, a_tie(), plain, key="form")
    with pytest.raises(AlreadyDone):
        state_tie(store, EDITOR, OWN, a_tie(), plain, key="form")
    assert len(store.find("relations")) == 1


def test_nobody_states_more_than_twenty_ties_a_day_but_the_coordination_may(store: Store) -> None:
    two_clubs(store)
    for number in range(MOST_IN_A_DAY + 2):
        an_organization(store, f"v{number}", f"Nachbar {number}")
    for number in range(MOST_IN_A_DAY):
        stated(store, other_id=f"v{number}")
    last = f"v{MOST_IN_A_DAY}"

    assert refused(store, other_id=last) == {"other_id": "too_many_today"}
    stated(store, COORDINATOR, other_id=last)
    assert len(store.find("relations")) == MOST_IN_A_DAY + 1
