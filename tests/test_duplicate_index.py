"""Known organisations behind other spellings, in a list that is as full of near names as real."""

import threading
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.duplicates import asked
from data import likely_entries as kept
from data.identifier import new_id
from data.likely_entries import likely_entries
from data.organizations import insert_organization
from data.sqlite_store import SqliteStore
from data.store import Store
from network.duplicates import LONGEST, DuplicateIndex, likely_duplicates
from network.organization import Classification, Organization
from tests.writing_verbs import a_registration

KNOWN, QUESTIONS = asked(11, size=700, meant=150, absent=150)
INDEX = DuplicateIndex(KNOWN)


def offered(typed: str) -> list[str]:
    return [each.organization.name for each in INDEX.likely(typed)]


def test_the_one_that_is_meant_is_offered_and_hardly_ever_another() -> None:
    answers = [(meant, offered(typed)) for typed, meant in QUESTIONS]
    right = sum(meant in found for meant, found in answers if meant)
    offering = sum(bool(found) for _, found in answers)

    assert right / 150 >= 0.95
    assert right / offering >= 0.9


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("AWO KV Potsdam", "Arbeiterwohlfahrt Kreisverband Potsdam e. V."),
        ("DRK Ortsverein Teltow", "Deutsches Rotes Kreuz Ortsverein Teltow"),
        ("Kita Sonnenblume", "Kindertagesstätte „Sonnenblume“"),
        ("GISA", "Gesellschaft für Inklusion und Soziale Arbeit e. V."),
        ("Gesellschaft für Inklusion und Soziale Arbeit", "GISA e. V."),
        ("Ev. Kirchengemeinde Bornstedt", "Evangelische Kirchengemeinde Bornstedt"),
        ("St. Josefs Krankenhaus", "Sankt-Josefs-Krankenhaus"),
        ("Stadt Teil Netzwerk", "Stadtteilnetzwerk e. V."),
        ("albert einstein grundschule", "Albert-Einstein-Grundschule"),
        ("Flüchtlingshlife Babelsberg", "Flüchtlingshilfe Babelsberg"),
        ("Verein Löwenzahn eingetragener Verein", "Loewenzahn gGmbH"),
    ],
)
def test_usual_ways_of_writing_lead_to_the_same_organization(typed: str, known: str) -> None:
    others = [Organization(id=name, name=name, classification=Classification.OTHER) for name in (
        *("Kita Sonnenschein", "Arbeiterwohlfahrt Kreisverband Teltow", "Stadtteilladen"),
        *("Deutsches Rotes Kreuz Ortsverein Potsdam", "Katholische Kirchengemeinde Bornstedt"),
    )]  # fmt: skip
    meant = Organization(id="x", name=known, classification=Classification.OTHER)

    found = DuplicateIndex([*others, meant]).likely(typed)

    assert [each.organization.id for each in found] == ["x"]


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("AWO Kreisverband Teltow", "AWO Kreisverband Potsdam"),
        ("Kita Sonnenblume", "Kita Sonnenschein"),
        ("Jugendamt Potsdam", "Jobcenter Potsdam"),
        ("Syrischer Kulturverein Potsdam", "Afghanischer Kulturverein Potsdam"),
        ("Kita", "Kita Sonnenschein"),
        ("e. V.", "Verein"),
    ],
)
def test_near_names_of_others_are_not_offered(typed: str, known: str) -> None:
    other = Organization(id="x", name=known, classification=Classification.OTHER)

    assert DuplicateIndex([*KNOWN[:200], other]).likely(typed) == ()


law = settings(max_examples=60)


@law
@given(st.sampled_from(QUESTIONS), st.randoms(use_true_random=False))
def test_the_order_of_the_list_makes_no_difference(
    question: tuple[str, str], random: Random
) -> None:
    shuffled = random.sample(KNOWN[:80], 80)

    assert likely_duplicates(question[0], "", shuffled) == likely_duplicates(
        question[0], "", KNOWN[:80]
    )


@law
@given(st.sampled_from(KNOWN))
def test_everybody_is_found_first_under_the_own_name(known: Organization) -> None:
    (first, *_others) = INDEX.likely(known.name.upper())

    assert first.organization is known
    assert first.likeness == 100


@law
@given(st.text(max_size=60), st.text(max_size=60), st.integers(0, 5))
def test_any_text_is_answered(name: str, website: str, limit: int) -> None:
    found = INDEX.likely(name, website, limit)

    assert len(found) <= limit


def test_of_a_name_without_end_only_the_beginning_counts() -> None:
    long = KNOWN[0].name.ljust(LONGEST) + "x" * 1_000_000

    assert INDEX.likely(long, "https://" + "x" * 1_000_000)[0].organization is KNOWN[0]


def an_entry(store: Store, name: str) -> Organization:
    entry = Organization(id=new_id(), name=name, classification=Classification.ASSOCIATION)
    with store.atomic():
        insert_organization(store, entry)
    return entry


def test_an_entry_is_offered_as_soon_as_it_is_there(store: Store) -> None:
    assert likely_entries(store, "Kulturlobby e.V.") == ()

    entry = an_entry(store, "Kulturlobby")

    assert [each.organization.id for each in likely_entries(store, "Kulturloby")] == [entry.id]


def test_a_renamed_entry_is_offered_under_both_names(store: Store) -> None:
    entry = an_entry(store, "Kulturlobby")
    likely_entries(store, "Kulturlobby")
    with store.atomic():
        store.update("organizations", entry.id, {"name": "Zirkus Montelino"}, expected=1)
        store.insert(
            "former_names",
            {
                "id": new_id(),
                "organization_id": entry.id,
                "name": "Kulturlobby",
                "short_name": "",
                "until": "2026-01-01",
            },
        )

    for name in ("Zirkus Montelino e. V.", "Kulturlobby"):
        assert [each.organization.id for each in likely_entries(store, name)] == [entry.id]


def test_registrations_that_come_and_go_cost_no_new_index(store: Store) -> None:
    an_entry(store, "Kulturlobby")
    likely_entries(store, "x")
    before = {index for _state, index in kept._indexes.values()}

    came = a_registration(store)
    store.update(
        "registrations",
        came.id,
        {"status": "rejected"},
        expected=store.get("registrations", came.id)["revision"],
    )
    likely_entries(store, "x")

    assert {index for _state, index in kept._indexes.values()} == before


def test_many_readers_at_once_get_the_same_answer(store: Store) -> None:
    entry = an_entry(store, "Kulturlobby")
    path = store.query("select file from pragma_database_list where name = 'main'")[0]["file"]
    answers: list[str] = []

    def ask() -> None:
        own = SqliteStore(path)
        answers.extend(each.organization.id for each in likely_entries(own, "Kultur-Lobby"))
        own.close()

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()

    assert answers == [entry.id] * 8
