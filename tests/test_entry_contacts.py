"""Contact persons and posts of an entry: with consent, for its own, gone for good, on the map."""

import json

import pytest

from accounts.identity import GUEST, Identity, Role
from accounts.permissions import NotPermitted
from data import contacts, events, posts
from data.clock import today
from data.entry_contacts import entry_contacts, mail_contacts
from data.entry_history import entry_history
from data.positions import positions
from data.roster import contacts as shown_contacts
from data.roster import roster
from data.store import Conflict, NotFound, Store
from network.contact_person import parse_contact
from network.graph import build_graph
from network.organization import Occupancy
from network.post_facts import parse_post
from network.registration import CONSENT_VERSION
from network.typed_fields import InvalidFields
from tests.conftest import COORDINATOR, STAFF
from tests.entry_stage import EMAIL, a_contact, a_post, an_entry, contact_of, editor_of


def test_an_address_or_a_number_is_needed_and_consent(store: Store) -> None:
    with pytest.raises(InvalidFields) as refused:
        parse_contact({"name": "Ada", "consent": True})
    assert refused.value.errors["email"].code == "no_way_to_reach"
    entry = an_entry(store)
    with pytest.raises(InvalidFields) as refused:
        contacts.add_contact(store, editor_of(entry), entry.id, a_contact(consent=False))
    assert refused.value.errors["consent"].code == "consent_required"
    assert store.find("persons") == []


def test_consent_is_kept_with_its_wording_and_day_and_given_anew_to_be_public(
    store: Store,
) -> None:
    entry = an_entry(store)
    person = contact_of(store, entry, name="", phone="")
    assert (person.consent_text, person.consent_on) == (CONSENT_VERSION, today())
    actor, revision = editor_of(entry), person.revision + 1

    with pytest.raises(InvalidFields):
        contacts.change_contact(
            store, actor, entry.id, person.id, a_contact(public=True, consent=False),
            expected=revision,
        )  # fmt: skip
    silent = a_contact(consent=False, phone="0331 1")
    kept = contacts.change_contact(store, actor, entry.id, person.id, silent, expected=revision)
    assert (kept.phone, kept.public) == ("0331 1", False)
    public = contacts.change_contact(
        store, actor, entry.id, person.id, a_contact(public=True), expected=kept.revision
    )
    assert public.public
    assert json.loads(events.events(store)[-1].detail)["consent"] == CONSENT_VERSION
    before = len(events.events(store))
    contacts.change_contact(
        store, actor, entry.id, person.id, a_contact(public=True), expected=public.revision
    )
    assert len(events.events(store)) == before


def test_the_public_sees_public_contacts_only_and_its_own_sees_all(store: Store) -> None:
    entry, other = an_entry(store), an_entry(store, "Chor")
    contact_of(store, entry)
    contact_of(store, entry, name="Grace", email="", public=True)

    assert [each.name for each in shown_contacts(store, GUEST, entry.id)] == ["Grace"]
    assert [each.name for each in shown_contacts(store, editor_of(other), entry.id)] == ["Grace"]
    assert len(entry_contacts(store, editor_of(entry), entry.id)) == 2
    for actor in (GUEST, STAFF, editor_of(other)):
        with pytest.raises(NotPermitted):
            entry_contacts(store, actor, entry.id)
    assert [each.email for each in mail_contacts(store, entry.id)] == [EMAIL]


def test_a_removed_person_is_nowhere_any_more_and_the_log_names_an_id_only(store: Store) -> None:
    entry = an_entry(store)
    person = contact_of(store, entry)
    post = posts.add_post(store, editor_of(entry), entry.id, a_post())
    holds = {"id": "m", "organization_id": entry.id, "role": "member", "sources": "[]"}
    store.insert("memberships", {**holds, "person_id": person.id, "post_id": post.id})
    content = json.dumps({"contact_email": EMAIL, "contact_name": "Ada Beispiel"})
    store.insert(
        "registrations",
        {
            "id": "r", "content": content, "status": "confirmed", "submitted_at": "2026-01-01",
            "consent_version": CONSENT_VERSION, "reason": "", "organization_id": entry.id,
        },
    )  # fmt: skip

    contacts.remove_contact(store, COORDINATOR, entry.id, person.id, expected=1)

    last = events.events(store)[-1]
    assert (last.verb, last.subject_id) == ("erased", person.id)
    assert json.loads(last.detail) == {"organization": entry.id}
    tables = ("persons", "memberships", "registrations", "posts")
    everything = str([store.find(table) for table in tables] + [events.events(store)])
    assert "Ada" not in everything
    assert EMAIL not in everything
    assert events.broken_event(store) is None


def test_persons_and_posts_of_others_are_out_of_reach_by_ones_own_id(store: Store) -> None:
    mine, theirs = an_entry(store), an_entry(store, "Chor")
    person = contact_of(store, theirs)
    post = posts.add_post(store, editor_of(theirs), theirs.id, a_post())
    me = editor_of(mine)

    with pytest.raises(NotFound):
        contacts.remove_contact(store, me, mine.id, person.id, expected=1)
    with pytest.raises(NotFound):
        contacts.change_contact(store, me, mine.id, person.id, a_contact(phone="1"), expected=1)
    with pytest.raises(NotFound):
        posts.change_post(store, me, mine.id, post.id, a_post(role="x"), expected=1)
    for actor in (me, STAFF, GUEST):
        with pytest.raises(NotPermitted):
            contacts.remove_contact(store, actor, theirs.id, person.id, expected=1)
        with pytest.raises(NotPermitted):
            contacts.add_contact(store, actor, theirs.id, a_contact())
        with pytest.raises(NotPermitted):
            posts.add_post(store, actor, theirs.id, a_post())
        with pytest.raises(NotPermitted):
            posts.change_post(store, actor, theirs.id, post.id, a_post(role="x"), expected=1)
    assert len(store.find("persons")) == len(store.find("posts")) == 1


def test_a_stale_removal_erases_nothing(store: Store) -> None:
    entry = an_entry(store)
    person = contact_of(store, entry)
    with pytest.raises(Conflict):
        contacts.remove_contact(store, COORDINATOR, entry.id, person.id, expected=7)
    assert [row["name"] for row in store.find("persons")] == ["Ada Beispiel"]


def test_a_post_is_on_the_map_at_once_and_gone_after_its_last_day(store: Store) -> None:
    entry = an_entry(store)
    actor = editor_of(entry)
    post = posts.add_post(store, actor, entry.id, a_post(start_date="2024-05"))
    assert post.id in build_graph(roster(store), today())
    assert post.id in positions(store)

    ended = posts.change_post(
        store, actor, entry.id, post.id, a_post(start_date="2024-05", end_date="2025"), expected=1
    )

    assert ended.occupancy is Occupancy.VACANT
    assert post.id not in build_graph(roster(store), today())
    assert posts.posts_of(store, entry.id) == [ended]


@pytest.mark.parametrize(
    ("said", "field", "code"),
    [
        ({"label": ""}, "label", "required"),
        ({"label": "\N{RIGHT-TO-LEFT OVERRIDE}x"}, "label", "not_a_name"),
        ({"start_date": "31.13.2024"}, "start_date", "not_a_date"),
        ({"start_date": "2025", "end_date": "2024"}, "end_date", "ends_before"),
        ({"occupancy": "maybe"}, "occupancy", "unknown_value"),
    ],
)
def test_a_faulty_post_is_refused_at_its_field(said: dict[str, str], field: str, code: str) -> None:
    with pytest.raises(InvalidFields) as refused:
        parse_post({"label": "Leitung", **said})
    assert {name: error.code for name, error in refused.value.errors.items()} == {field: code}


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("31.5.2024", "2024-05-31"),
        ("05.2024", "2024-05"),
        ("2024", "2024"),
        ("", None),
        ("2024-05-31", "2024-05-31"),
    ],
)
def test_days_are_typed_as_people_write_them(typed: str, kept: str | None) -> None:
    assert parse_post({"label": "Leitung", "start_date": typed}).start_date == kept


def test_the_history_tells_who_did_what_newest_first_to_its_own_only(store: Store) -> None:
    entry, other = an_entry(store), an_entry(store, "Chor")
    contact_of(store, entry)
    contact_of(store, other)
    posts.add_post(store, COORDINATOR, entry.id, a_post())

    told = entry_history(store, editor_of(entry), entry.id)

    assert [(each.actor_id, each.verb, each.kind) for each in told] == [
        (COORDINATOR.id, "added", "post"),
        (editor_of(entry).id, "added", "person"),
    ]
    with pytest.raises(NotPermitted):
        entry_history(store, Identity("x", "", Role.ORG_EDITOR, other.id), entry.id)
