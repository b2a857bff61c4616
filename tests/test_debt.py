"""The review debt of a concept: shares, waiting times and what falls due, for known answers."""

from datetime import UTC, date, datetime, time, timedelta
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concept_review.block import Block, BlockKind
from concept_review.currency import Currency, Standing
from concept_review.debt import (
    WAITS,
    Item,
    Waiting,
    days_waited,
    debt,
    debt_by_group,
    due_until,
    fields,
    waiting,
    waiting_since,
)
from concept_review.outline import read_outline
from concept_review.progress import COUNTS_AS_CURRENT, OUT_OF_REVIEW
from concept_review.section import Section
from concept_review.task_records import Part
from data.clock import today
from data.concepts import import_concept, sections
from data.debt import items
from data.new_versions import import_version, plan_version
from data.organizations import insert_organization
from data.responsibilities import set_responsibilities
from data.store import Store
from network.organization import Classification, Organization
from tests.conftest import COORDINATOR

TODAY = date(2026, 6, 30)


def section(identifier: str, parent: str | None = None, characters: int = 10) -> Section:
    return Section(
        id=identifier,
        concept_id="k",
        version_id="v",
        number=1,
        title=identifier,
        level=1,
        position=int(identifier) if identifier.isdigit() else 0,
        parent_id=parent,
        blocks=(Block(kind=BlockKind.PARAGRAPH, text="x" * characters),),
        fingerprint="",
        interval_months=12,
    )


def item(
    identifier: str,
    currency: Currency,
    *,
    characters: int = 10,
    due: date | None = None,
    first: int = 100,
    present: int = 50,
) -> Item:
    """Return an item whose wordings are so many days old."""
    return Item(
        section=section(identifier, characters=characters),
        standing=Standing(
            currency,
            since=due + timedelta(days=1) if due and currency is Currency.OVERDUE else None,
            due=due,
        ),
        lead=None,
        first_wording=TODAY - timedelta(days=first),
        present_wording=TODAY - timedelta(days=present),
    )


@pytest.mark.parametrize(
    ("currency", "days"),
    [
        (Currency.NEVER, 100),
        (Currency.STALE_TEXT, 50),
        (Currency.OVERDUE, 9),
        (Currency.SUSPECT_LINK, None),
        (Currency.UNDER_REVIEW, None),
        (Currency.ACTION_NEEDED, None),
        (Currency.DUE_SOON, None),
        (Currency.CURRENT, None),
        (Currency.NOT_REVIEWABLE, None),
        (Currency.RETIRED, None),
    ],
)
def test_each_standing_waits_since_its_own_day(currency: Currency, days: int | None) -> None:
    waits = item("1", currency, due=TODAY - timedelta(days=10))

    assert days_waited(waits, TODAY) == days
    assert (waiting_since(waits) is None) == (days is None)


def test_oldest_and_median_leave_out_what_is_not_known() -> None:
    found = waiting(
        [
            item("1", Currency.NEVER, first=400),
            item("2", Currency.NEVER, first=10),
            item("3", Currency.STALE_TEXT, present=20),
            item("4", Currency.OVERDUE, due=TODAY - timedelta(days=6)),
            item("5", Currency.SUSPECT_LINK),
            item("6", Currency.CURRENT),
            item("7", Currency.ACTION_NEEDED),
        ],
        TODAY,
    )

    assert (found.number, found.unknown, found.oldest, found.median) == (5, 1, 400, 15)


def test_where_nothing_waits_the_times_are_undefined_and_not_zero() -> None:
    nothing = debt([item("1", Currency.NOT_REVIEWABLE, characters=0)], TODAY)

    assert nothing.waiting == Waiting(0, 0, None, None)
    assert (nothing.progress.share_text, nothing.progress.share_sections) == (None, None)
    assert nothing.sections == 1


def test_groups_have_shares_of_their_own() -> None:
    found = debt_by_group(
        [
            item("1", Currency.CURRENT, characters=300),
            item("2", Currency.NEVER, characters=100),
            item("3", Currency.OVERDUE, due=TODAY - timedelta(days=1)),
        ],
        {"1": "a", "2": "a", "3": None},
        TODAY,
    )

    assert list(found) == ["a", None]
    assert (found["a"].progress.share_text, found["a"].progress.share_sections) == (0.75, 0.5)
    assert (found[None].progress.share_text, found[None].waiting.oldest) == (0.0, 0)


def test_the_top_heads_a_field_and_below_a_single_top_the_next_level() -> None:
    several = [section("1"), section("2", "1"), section("3", "2"), section("4")]
    single = [section("1"), section("2", "1"), section("3", "2"), section("4", "1")]

    assert fields(several) == {"1": "1", "2": "1", "3": "1", "4": "4"}
    assert fields(single) == {"1": "1", "2": "2", "3": "2", "4": "4"}
    assert fields([section("1")]) == {"1": "1"}
    assert fields([]) == {}


def test_what_is_due_is_what_is_not_current_then_the_longest_waiting_first() -> None:
    day = TODAY + timedelta(days=20)
    everything = [
        item("1", Currency.CURRENT, due=day),
        item("2", Currency.DUE_SOON, due=day - timedelta(days=5)),
        item("3", Currency.CURRENT, due=day + timedelta(days=1)),
        item("4", Currency.SUSPECT_LINK, due=day),
        item("5", Currency.NEVER, first=3),
        item("6", Currency.NEVER, first=90),
        item("7", Currency.NOT_REVIEWABLE),
        item("8", Currency.UNDER_REVIEW),
        item("9", Currency.CURRENT),
    ]

    assert [each.section.id for each in due_until(everything, day)] == list("654821")


ITEMS = st.lists(
    st.builds(
        item,
        st.integers(0, 99).map(str),
        st.sampled_from(Currency),
        characters=st.integers(0, 500),
        due=st.none() | st.dates(date(2025, 1, 1), date(2027, 12, 31)),
        first=st.integers(0, 900),
        present=st.integers(0, 900),
    )
)


@given(ITEMS)
def test_waiting_is_counted_once_and_its_median_is_that_of_the_days(everything: list[Item]) -> None:
    found = debt(everything, TODAY)
    days = [each for each in (days_waited(one, TODAY) for one in everything) if each is not None]

    assert found.waiting.number == sum(one.standing.currency in WAITS for one in everything)
    assert found.waiting.number - found.waiting.unknown == len(days)
    assert found.waiting.oldest == (max(days) if days else None)
    assert found.waiting.median == (median(days) if days else None)


@given(ITEMS, st.dates(TODAY, date(2028, 1, 1)), st.integers(0, 400))
def test_what_is_due_only_grows_with_the_day(everything: list[Item], day: date, more: int) -> None:
    first = due_until(everything, day)
    later = due_until(everything, day + timedelta(days=more))

    assert all(each in later for each in first)
    assert all(each.standing.currency not in OUT_OF_REVIEW for each in later)
    assert all(
        each in first
        for each in everything
        if each.standing.currency not in COUNTS_AS_CURRENT | OUT_OF_REVIEW
    )


def test_the_store_knows_lead_and_days_of_each_section(store: Store) -> None:
    text = "# A\n\nEins.\n\n## B\n\nZwei.\n\n# C\n\nDie Stadt bietet allen Sprachkurse an."
    concept = import_concept(store, COORDINATOR, text.encode())
    top, below, other = sections(store, concept.id)
    unit = Organization(id="amt", name="Amt", classification=Classification.OFFICE)
    insert_organization(store, unit)
    set_responsibilities(store, COORDINATOR, top.id, {Part.LEAD: ["amt"]}, expected=())
    age(store, 40)
    changed = "# Neu\n\nVorweg.\n\n" + text.replace("allen", "allen Menschen")
    plan = plan_version(store, concept.id, read_outline(changed.encode()))
    import_version(store, COORDINATOR, plan, {})

    found = {each.section.title: each for each in items(store, concept.id)}

    waited = {title: days_waited(each, today()) for title, each in found.items()}
    assert waited == {"Neu": 0, "A": 40, "B": 40, "C": 40}
    assert (today() - found["C"].present_wording).days == 0  # its words changed
    assert (today() - found["A"].present_wording).days == 40  # it only moved
    assert [found[title].lead for title in "ABC"] == ["amt", "amt", None]
    assert {found["B"].section.id, found["C"].section.id} == {below.id, other.id}


def age(store: Store, days: int) -> None:
    """Let all that is stored be so many days older."""
    for row in store.find("section_versions"):
        moment = datetime.combine(today() - timedelta(days=days), time(12), UTC)
        store.update(
            "section_versions", row["id"], {"created_at": moment.isoformat()},
            expected=row["revision"],
        )  # fmt: skip
