"""What keeps a review valid: form alone, and what two people call editorial."""

import hashlib
import json

import pytest

from accounts.identity import Identity, Role
from concept_review.currency import Currency
from concept_review.editorial import OnePerson
from concept_review.fingerprint import fingerprint
from concept_review.section import Section
from data import concepts
from data.clock import today
from data.editorial_changes import changes_by_section, confirm_editorial, state_editorial
from data.identifier import new_id
from data.standings import standings
from data.store import Conflict, Store
from tests.conftest import COORDINATOR, STAFF
from tests.due_section import OTHER
from tests.proposal_walk import accept
from tests.test_change import content
from tests.test_decisions import propose, say_current
from tests.versions import TEXT, imported, named, take

C = Currency


@pytest.fixture
def section(store: Store) -> Section:
    """A section that was reviewed as it stands."""
    found = named(store, imported(store), "Arbeit")
    say_current(store, found)
    return found


def currency(store: Store, section: Section) -> Currency:
    found = standings(store, section.concept_id)
    return next(each.standing.currency for each in found if each.section.id == section.id)


def changed(store: Store, section: Section, text: str = "Es gibt Arbeit.") -> Section:
    present = concepts.section(store, section.id)
    accept(store, propose(store, present, text, present.title))
    return concepts.section(store, section.id)


def agreed(store: Store, old: Section, new: Section, first: Identity, second: Identity) -> None:
    stated = state_editorial(
        store, first, new.id, reviewed=old.fingerprint, present=new.fingerprint
    )  # fmt: skip
    revision = store.get("editorial_changes", stated.id)["revision"]
    confirm_editorial(store, second, stated.id, expected=revision)


@pytest.mark.parametrize(
    ("plain", "formed"),
    [
        ("Jobcenter", "**Jobcenter**"),
        ("Jobcenter", "[Jobcenter](https://jobcenter.example.org)"),
        ("in fünf Sprachen", "in  fünf\nSprachen"),
        ("fünf", "fu\u0308nf"),
        ("Auszubildende", "Auszu\u00adbildende"),
        ("## Arbeit", "## 4.2 Arbeit"),
    ],
)
def test_another_form_of_the_same_words_keeps_the_review(
    store: Store, section: Section, plain: str, formed: str
) -> None:
    take(store, section.concept_id, TEXT.replace(plain, formed))

    assert currency(store, section) is C.CURRENT


def test_what_two_people_call_editorial_keeps_the_review(store: Store, section: Section) -> None:
    after = changed(store, section)
    assert currency(store, section) is C.STALE_TEXT

    agreed(store, section, after, STAFF, COORDINATOR)
    assert currency(store, section) is C.CURRENT


def test_what_one_person_calls_editorial_does_not(store: Store, section: Section) -> None:
    after = changed(store, section)
    stated = state_editorial(
        store, STAFF, section.id, reviewed=section.fingerprint, present=after.fingerprint
    )
    before = content(store)

    assert currency(store, section) is C.STALE_TEXT
    with pytest.raises(OnePerson):
        confirm_editorial(store, STAFF, stated.id, expected=1)
    with pytest.raises(OnePerson):
        confirm_editorial(
            store, Identity("staff", "Anderer Name", Role.COORDINATOR), stated.id, expected=1
        )
    assert content(store) == before


def test_one_after_the_other_keeps_the_review_too(store: Store, section: Section) -> None:
    second = changed(store, section)
    agreed(store, section, second, STAFF, COORDINATOR)
    third = changed(store, section, "Es gibt Arbeit für alle.")
    assert currency(store, section) is C.STALE_TEXT

    agreed(store, second, third, OTHER, STAFF)
    assert currency(store, section) is C.CURRENT
    changed(store, section, "Niemand muss arbeiten.")
    assert currency(store, section) is C.STALE_TEXT


def test_a_text_that_changed_meanwhile_is_read_before(store: Store, section: Section) -> None:
    after = changed(store, section)
    stated = state_editorial(
        store, STAFF, section.id, reviewed=section.fingerprint, present=after.fingerprint
    )
    changed(store, section, "Niemand muss arbeiten.")
    before = content(store)

    with pytest.raises(Conflict):
        confirm_editorial(store, COORDINATOR, stated.id, expected=1)
    with pytest.raises(Conflict):
        state_editorial(
            store, STAFF, section.id, reviewed=section.fingerprint, present=after.fingerprint
        )
    assert content(store) == before


def test_a_third_person_confirms_nothing_twice(store: Store, section: Section) -> None:
    agreed(store, section, changed(store, section), STAFF, COORDINATOR)
    (stated,) = changes_by_section(store)[section.id]

    with pytest.raises(Conflict):
        confirm_editorial(store, OTHER, stated.id, expected=stated.revision - 1)
    assert changes_by_section(store)[section.id] == (stated,)


def test_what_was_stated_can_be_confirmed_as_it_was_returned(
    store: Store, section: Section
) -> None:
    after = changed(store, section)
    stated = state_editorial(
        store, STAFF, section.id, reviewed=section.fingerprint, present=after.fingerprint
    )

    confirm_editorial(store, COORDINATOR, stated.id, expected=stated.revision)


def as_written_by_version_1(store: Store, section: Section, basis: dict[str, str]) -> None:
    """Store the wording and a review of it as the program did before the form was changed."""
    old = fingerprint(section.title, section.blocks, "v1")
    row = store.get("section_versions", section.version_id)
    store.update("section_versions", row["id"], {"fingerprint": old}, expected=row["revision"])
    store.delete("reviews", section_id=section.id)
    store.insert(
        "reviews",
        {
            "id": new_id(), "section_id": section.id, "verdict": "still_current",
            "rationale": "", "fingerprint": old, "basis": json.dumps(basis),
            "reviewer_id": "staff", "reviewed_on": today().isoformat(), "next_due": None,
        },
    )  # fmt: skip


def test_a_review_from_before_the_change_of_form_stays_valid(
    store: Store, section: Section
) -> None:
    store.insert(
        "figures",
        {
            "id": "f", "name": "Plätze", "unit": "Plätze", "area": "", "value": 360.0,
            "as_of": "2014-09", "sources": "[]", "series_key": "plaetze",
        },
    )  # fmt: skip
    link = {"target_type": "figure", "target_id": "plaetze"}
    store.insert("section_links", {"id": new_id(), "section_id": section.id, **link})
    framed = json.dumps(["figure", "Plätze", "2014-09: 360 Plätze"], ensure_ascii=False)
    basis = {"plaetze": hashlib.sha256(framed.encode()).hexdigest()}
    as_written_by_version_1(store, section, basis)

    assert currency(store, section) is C.CURRENT
    take(store, section.concept_id, "Vorwort.\n\n" + TEXT)
    assert currency(store, section) is C.CURRENT
    changed(store, section)
    assert currency(store, section) is C.STALE_TEXT


def test_what_was_stale_before_the_change_of_form_stays_stale(
    store: Store, section: Section
) -> None:
    as_written_by_version_1(store, section, {})
    row = store.find("reviews", section_id=section.id)[0]
    other = {"fingerprint": fingerprint("Arbeit", (), "v1")}
    store.update("reviews", row["id"], other, expected=row["revision"])

    assert currency(store, section) is C.STALE_TEXT
