"""What bears on a section: exactly those that rest on a changed thing are to be looked at."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from accounts.event import Verb
from accounts.identity import OPERATOR
from accounts.permissions import Permission
from concept_review.currency import Currency
from concept_review.legal_act import LegalKind
from concept_review.review import Verdict
from data import concepts, reviews
from data.change import change
from data.city_files import Line
from data.clock import today
from data.figures import add_figures
from data.legal_acts import add_legal_act, change_legal_act
from data.organizations import insert_organization
from data.rows import to_row
from data.section_links import link, targets_by_section, unlink
from data.standings import standings
from data.store import Store
from network.organization import Classification, Membership, Organization, Post
from tests.conftest import COORDINATOR, STAFF
from tests.due_section import units
from tests.proposal_walk import accept
from tests.test_decisions import propose
from tests.versions import TEXT, imported, named, take
from tests.writing_verbs_concept import a_law

C = Currency
Target = tuple[str, str]
SERIES = "erwartete-personen-2015"
CITING = {"Sprache", "Arbeit"}


@pytest.fixture
def concept_id(store: Store) -> str:
    """A concept in a city of three units."""
    units(store)
    return imported(store)


def figure(store: Store, value: str, as_of: str) -> None:
    text = {"key": SERIES, "name": "Erwartete Personen", "value": value, "as_of": as_of}
    add_figures(store, OPERATOR, [Line("figures.csv", 2, text)])


def row(store: Store, table: str, record: dict[str, object]) -> None:
    with change(store, OPERATOR, Permission.NETWORK_IMPORT, Verb.ADDED, (table, "x")):
        store.insert(table, record)


def update(store: Store, table: str, identifier: str, **columns: object) -> None:
    known = store.get(table, identifier)["revision"]
    with change(store, OPERATOR, Permission.NETWORK_IMPORT, Verb.CHANGED, (table, identifier)):
        store.update(table, identifier, columns, expected=known)


def review_all(store: Store, concept_id: str) -> None:
    for each in concepts.sections(store, concept_id):
        reviews.review(
            store, COORDINATOR, each.id, Verdict.STILL_CURRENT, "Gilt.",
            fingerprint=each.fingerprint,
        )  # fmt: skip


def cite(store: Store, concept_id: str, target: Target) -> None:
    """Let two sections rest on something, and have everything reviewed."""
    for title in sorted(CITING):
        link(store, STAFF, named(store, concept_id, title).id, target)
    review_all(store, concept_id)


def standing(store: Store, concept_id: str, currency: Currency, *day: date) -> set[str]:
    found = standings(store, concept_id, *day)
    return {each.section.title for each in found if each.standing.currency is currency}


def assert_suspect(store: Store, concept_id: str, target: Target, titles: set[str]) -> None:
    """Exactly these sections are suspect, because of this alone; all others hold."""
    for each in standings(store, concept_id):
        suspect = each.section.title in titles
        assert each.standing.currency is (C.SUSPECT_LINK if suspect else C.CURRENT)
        assert each.standing.changed_targets == ((target[1],) if suspect else ())


def test_each_new_value_of_a_series_is_looked_at_anew(store: Store, concept_id: str) -> None:
    target = ("figure", SERIES)
    figure(store, "450", "2014-09")
    cite(store, concept_id, target)
    assert_suspect(store, concept_id, target, set())

    for value, as_of in (
        ("600", "2014-12"), ("626", "2015-02"), ("980", "2015-05-08"), ("2245", "2015-12-16"),
    ):  # fmt: skip
        figure(store, value, as_of)
        assert_suspect(store, concept_id, target, CITING)
        review_all(store, concept_id)
        assert_suspect(store, concept_id, target, set())


def test_another_series_bears_on_nothing(store: Store, concept_id: str) -> None:
    figure(store, "450", "2014-09")
    cite(store, concept_id, ("figure", SERIES))
    other = {"key": "plaetze", "name": "Plätze", "value": "360", "as_of": "2014-09"}
    add_figures(store, OPERATOR, [Line("figures.csv", 2, other)])

    assert standing(store, concept_id, C.SUSPECT_LINK) == set()


@pytest.mark.parametrize("kind", LegalKind)
def test_a_law_or_resolution_that_stands_otherwise_is_looked_at(
    store: Store, concept_id: str, kind: LegalKind
) -> None:
    act = add_legal_act(store, STAFF, replace(a_law(), kind=kind))
    target = (kind.value, act.id)
    cite(store, concept_id, target)

    for changed in ({"as_of": date(2025, 1, 1)}, {"note": "§ 12a neu"}, {"title": "Neuer Name"}):
        act = change_legal_act(store, STAFF, replace(act, **changed))
        assert_suspect(store, concept_id, target, CITING)
        review_all(store, concept_id)
    change_legal_act(store, STAFF, act)
    assert_suspect(store, concept_id, target, set())


@pytest.mark.parametrize("columns", [{"name": "Fachbereich Sport"}, {"end_date": "2025-12-31"}])
def test_an_organisation_renamed_or_dissolved_is_looked_at(
    store: Store, concept_id: str, columns: dict[str, object]
) -> None:
    cite(store, concept_id, ("organization", "other"))

    update(store, "organizations", "lead", **columns)
    assert_suspect(store, concept_id, ("organization", "other"), set())
    update(store, "organizations", "other", **columns)
    assert_suspect(store, concept_id, ("organization", "other"), CITING)


def test_an_announced_end_is_looked_at_once_it_has_come(store: Store, concept_id: str) -> None:
    last = today() + timedelta(days=3)
    update(store, "organizations", "other", end_date=last.isoformat())
    cite(store, concept_id, ("organization", "other"))

    assert standing(store, concept_id, C.SUSPECT_LINK, last) == set()
    assert standing(store, concept_id, C.SUSPECT_LINK, last + timedelta(days=1)) == CITING


def test_an_organisation_that_another_continues_is_looked_at(store: Store, concept_id: str) -> None:
    target = ("organization", "other")
    cite(store, concept_id, target)
    successor = Organization(
        id="next", name="Sport und Bewegung", classification=Classification.OFFICE,
        successor_of_id="other",
    )  # fmt: skip

    with change(store, OPERATOR, Permission.NETWORK_IMPORT, Verb.ADDED, ("organization", "next")):
        insert_organization(store, successor)
    assert_suspect(store, concept_id, target, CITING)


def test_what_else_is_known_of_an_organisation_bears_on_nothing(
    store: Store, concept_id: str
) -> None:
    cite(store, concept_id, ("organization", "other"))
    update(store, "organizations", "other", website="https://example.org", district="Mitte")

    assert_suspect(store, concept_id, ("organization", "other"), set())


def test_a_post_that_is_filled_falls_vacant_or_ends_is_looked_at(
    store: Store, concept_id: str
) -> None:
    post = Post(id="post", label="Beauftragte für Integration", organization_id="deputy")
    row(store, "posts", to_row(post))
    person = {"id": "p", "name": "", "organization_id": "deputy", "email": "", "phone": ""}
    row(store, "persons", {**person, "public": 0, "consent_text": ""})
    target = ("post", "post")
    cite(store, concept_id, target)

    seat = Membership(id="seat", organization_id="deputy", person_id="p", post_id="post")
    row(store, "memberships", to_row(seat))
    assert_suspect(store, concept_id, target, CITING)
    review_all(store, concept_id)
    for table, identifier, columns in (
        ("memberships", "seat", {"end_date": "2020"}),
        ("memberships", "seat", {"end_date": str(today().year)}),
        ("memberships", "seat", {"start_date": "2999-01"}),
        ("posts", "post", {"label": "Integrationsbeauftragte"}),
        ("posts", "post", {"end_date": "2025"}),
    ):
        update(store, table, identifier, **columns)
        assert_suspect(store, concept_id, target, CITING)
        review_all(store, concept_id)


def changed_text(store: Store, concept_id: str) -> None:
    section = named(store, concept_id, "Wohnen")
    accept(store, propose(store, section, "Wohnungen sind knapp.", "Wohnen"))


def emphasized(store: Store, concept_id: str) -> None:
    take(store, concept_id, TEXT.replace("Wohnungen", "**Wohnungen**"))


def dropped(store: Store, concept_id: str) -> None:
    start = TEXT.index("## Wohnen")
    take(store, concept_id, TEXT[:start] + TEXT[TEXT.index("## Sprache") :])


def renumbered(store: Store, concept_id: str) -> None:
    take(store, concept_id, TEXT.replace("## Wohnen", "## 3.1 Wohnen"))


@pytest.mark.parametrize(
    ("act", "suspect"),
    [
        (changed_text, True),
        (dropped, True),
        (emphasized, False),
        (renumbered, False),
    ],
)
def test_another_section_that_says_something_else_or_ends_is_looked_at(
    store: Store, concept_id: str, act: Callable[[Store, str], None], *, suspect: bool
) -> None:
    other = named(store, concept_id, "Wohnen")
    cite(store, concept_id, ("section", other.id))

    act(store, concept_id)
    assert standing(store, concept_id, C.SUSPECT_LINK) == (CITING if suspect else set())


def test_a_link_made_or_removed_is_looked_at(store: Store, concept_id: str) -> None:
    target = ("organization", "other")
    review_all(store, concept_id)
    section = named(store, concept_id, "Sprache")

    link(store, STAFF, section.id, target)
    assert_suspect(store, concept_id, target, {"Sprache"})
    review_all(store, concept_id)
    unlink(store, STAFF, section.id, target)
    assert_suspect(store, concept_id, target, {"Sprache"})
    assert targets_by_section(store, concept_id) == {}
    link(store, STAFF, section.id, target)
    assert_suspect(store, concept_id, target, set())
    assert len(store.find("section_links", section_id=section.id)) == 2
