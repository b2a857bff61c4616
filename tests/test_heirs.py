"""Succession: from its day on the heir is there, with what was chosen; the past stays."""

from datetime import date

import pytest

from data.heirs import Carried, NewOrganization, succeed
from data.identifier import new_id
from data.renames import InvalidReshaping
from data.store import Store
from network.changes import changes
from network.graph import records, ties_of
from network.organization import Classification, Organization
from tests.conftest import COORDINATOR
from tests.test_reshaping import DAY, EVE, on
from tests.writing_verbs_advice import a_city


def everything(store: Store) -> Carried:
    rows = [*store.find("relations"), *store.find("memberships")]
    posts = frozenset(row["id"] for row in store.find("posts"))
    return Carried(ties=frozenset(row["id"] for row in rows), posts=posts)


def test_an_heir_takes_over_from_the_day_and_the_past_stays(store: Store) -> None:
    keys = a_city(store)
    old = [keys["verein"], keys["gb3"]]
    heir = succeed(
        store,
        COORDINATOR,
        old,
        NewOrganization("Haus der Nachbarn", Classification.ASSOCIATION, "HdN"),
        on=DAY,
        carried=everything(store),
        expected=dict.fromkeys(old, 1),
    )

    assert heir.predecessor_ids == tuple(old)
    before, after = on(store, EVE), on(store, DAY)
    assert set(old) <= set(before)
    assert heir.id not in before
    assert not set(old) & set(after)
    (post,) = (each for each in records(after).values() if not isinstance(each, Organization))
    assert (post.label, post.organization_id) == ("Koordination", heir.id)
    assert post.id != keys["koordination"]
    assert keys["koordination"] in before
    assert {tie.kind for tie in ties_of(after, post.id)} >= {"coordinates", "post_of"}
    parts = [tie for tie in ties_of(after, heir.id) if tie.kind == "member_of"]
    assert [tie.object_id for tie in parts] == [keys["ag"]]
    # What tied the two to each other ended with them.
    assert not [tie for tie in ties_of(after, heir.id) if tie.kind == "cooperates"]
    found = changes(before, after)
    assert {(one.id, two.id) for one, two in found.continued} == {(each, heir.id) for each in old}


def test_one_that_is_there_can_continue_another(store: Store) -> None:
    keys = a_city(store)
    neu = store.get("organizations", keys["neu"])["revision"]
    heir = succeed(
        store,
        COORDINATOR,
        [keys["verein"]],
        keys["neu"],
        on=DAY,
        carried=Carried(),
        expected={keys["verein"]: 1, keys["neu"]: neu},
    )
    assert heir.predecessor_ids == (keys["alt"], keys["verein"])
    assert heir.start_date == "2015-01-01"
    assert [tie.kind for tie in ties_of(on(store, DAY), heir.id)] == ["part_of"]


def test_nobody_succeeds_itself_or_its_own_heir(store: Store) -> None:
    keys = a_city(store)
    revisions = {each["id"]: each["revision"] for each in store.find("organizations")}
    for old, heir, code in (("neu", "neu", "same"), ("neu", "alt", "circle")):
        with pytest.raises(InvalidReshaping) as fault:
            succeed(
                store,
                COORDINATOR,
                [keys[old]],
                keys[heir],
                on=date(2014, 6, 1) if heir == "alt" else DAY,
                carried=Carried(),
                expected=revisions,
            )
        assert fault.value.errors["heir"] == code


def test_duties_and_people_go_over_to_the_heir(store: Store) -> None:
    keys = a_city(store)
    club = keys["verein"]
    person = {"id": new_id(), "name": "N.", "organization_id": club, "email": "", "phone": ""}
    store.insert("persons", person | {"public": 0, "consent_text": "", "consent_on": None})
    heir = succeed(
        store,
        COORDINATOR,
        [club],
        NewOrganization("Erbe", Classification.ASSOCIATION),
        on=DAY,
        carried=Carried(),
        expected={club: 1},
    )
    assert [row["id"] for row in store.find("persons", organization_id=heir.id)] == [person["id"]]
