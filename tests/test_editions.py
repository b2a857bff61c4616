"""The concept as it stood in a version or on a day, and as it would stand with proposals."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from accounts.identity import GUEST
from accounts.permissions import NotPermitted
from concept_review.decision import DecisionResult
from concept_review.edition import Edition
from concept_review.papers.synopsis import synopsis
from concept_review.papers.visible import edition_text
from concept_review.proposal import Placement, ProposalKind
from concept_review.proposal_steps import ProposalAction
from concept_review.rebase import Wording
from concept_review.section import Section
from data import concepts
from data.clock import day_of, today
from data.editions import edition, open_edition
from data.kits import open_kit, version_kit
from data.store import NotFound, Store
from data.successions import settle
from tests.conftest import COORDINATOR, STAFF
from tests.proposal_walk import accept, decided, organization, propose_on, step, tabled
from tests.versions import DIVIDED, TEXT, UNSURE, an_open_pair, imported, named, take
from tests.writing_verbs import wording

SHORT = TEXT.split("### Anerkennung", maxsplit=1)[0]
"""Without the last section."""


def content(sections: Sequence[Section]) -> list[tuple[object, ...]]:
    return [(each.id, each.label, each.title, each.level, each.blocks) for each in sections]


def now(store: Store, concept_id: str) -> list[tuple[object, ...]]:
    return content(concepts.sections(store, concept_id))


def made(store: Store, concept_id: str, number: int, moment: datetime) -> None:
    """Let a version be made at another moment than now."""
    row = store.find("versions", concept_id=concept_id, number=number)[0]
    changes = {"created_at": moment.isoformat(timespec="microseconds")}
    store.update("versions", row["id"], changes, expected=row["revision"])


def test_every_version_stays_as_it_was_whatever_comes_after(store: Store) -> None:
    concept_id = imported(store)
    seen = [now(store, concept_id)]
    for text in (DIVIDED, SHORT, TEXT):
        take(store, concept_id, text)
        seen.append(now(store, concept_id))

    found = [edition(store, concept_id, number) for number in range(1, 5)]

    assert [content(each.sections) for each in found] == seen
    assert [each.label for each in found] == [f"Fassung {number}" for number in range(1, 5)]
    assert {each.title for each in found} == {"Konzept"}
    assert content(edition(store, concept_id).sections) == seen[-1]


def test_what_was_retired_before_versions_were_kept_is_found_by_its_day(store: Store) -> None:
    concept_id = imported(store)
    seen = [now(store, concept_id)]
    for text in (SHORT, UNSURE):
        take(store, concept_id, text)
        seen.append(now(store, concept_id))
    days = [datetime(2025, month, 1, 12, tzinfo=UTC) for month in (1, 4, 7)]
    for number, moment in enumerate(days, start=1):
        made(store, concept_id, number, moment)
    numbers = {each.id: each.number for each in concepts.versions(store, concept_id)}
    for row in store.find("sections", concept_id=concept_id):
        if row["retired_in"]:
            day = day_of(days[numbers[row["retired_in"]] - 1]).isoformat()
            changes = {"retired_in": None, "retired_on": day}
            store.update("sections", row["id"], changes, expected=row["revision"])

    found = [content(edition(store, concept_id, number).sections) for number in (1, 2, 3)]

    assert found == seen


def test_a_day_shows_the_version_that_was_the_newest_then(store: Store) -> None:
    concept_id = imported(store)
    take(store, concept_id, DIVIDED)
    first = datetime(2026, 3, 1, 12, tzinfo=UTC)
    made(store, concept_id, 1, first)
    made(store, concept_id, 2, first + timedelta(days=9))

    labels = [
        edition(store, concept_id, day=day_of(first) + timedelta(days=days)).label
        for days in (0, 8, 9, 30)
    ]

    assert labels == ["Fassung 1", "Fassung 1", "Fassung 2", "Fassung 2"]
    with pytest.raises(NotFound):
        edition(store, concept_id, day=day_of(first) - timedelta(days=1))
    with pytest.raises(NotFound):
        edition(store, concept_id, 2, day_of(first))


def test_what_is_not_there_is_not_found(store: Store) -> None:
    concept_id = imported(store)

    for unknown in ((concept_id, 2), (concept_id, 0), ("nichts", 1), ("nichts", None)):
        with pytest.raises(NotFound):
            edition(store, *unknown)


def test_a_pair_confirmed_later_stands_in_both_versions_as_one_section(store: Store) -> None:
    pair = an_open_pair(store)
    concept_id = concepts.concepts(store)[0].id

    settle(store, COORDINATOR, pair.id, same=True, expected=pair.revision)

    old, new = edition(store, concept_id, 1), edition(store, concept_id, 2)
    assert pair.old_id in {each.id for each in old.sections}
    assert pair.old_id in {each.id for each in new.sections}
    assert pair.new_id not in {each.id for each in (*old.sections, *new.sections)}


def test_open_proposals_stand_in_the_text_and_in_the_synopse_with_their_authors(
    store: Store,
) -> None:
    concept_id = imported(store)
    organization(store, "Amt")
    work = named(store, concept_id, "Arbeit")
    proposal = propose_on(
        store, work, wording("Alle finden Arbeit.", "Arbeit"), headline="Kürzer", author_name="AWO"
    )

    made_now = open_edition(store, STAFF, concept_id)
    kit = open_kit(store, concept_id, made_now)

    rows = [row for row in synopsis(kit) if row.contributions]
    assert [each.id for each in made_now.proposals] == [proposal.id]
    assert "Alle finden Arbeit." in edition_text(kit.new.sections)
    assert content(kit.old.sections) == now(store, concept_id)
    assert (kit.new.day, kit.made_on) == (today(), today())
    assert [(each.headline, each.author) for each in rows[0].contributions] == [("Kürzer", "AWO")]
    assert len(rows) == 1


def test_what_is_decided_against_or_withdrawn_is_no_longer_open(store: Store) -> None:
    concept_id = imported(store)
    work, language = named(store, concept_id, "Arbeit"), named(store, concept_id, "Sprache")
    (before_council,) = tabled(store, propose_on(store, work, wording("Weniger.", "Arbeit")))
    decided(store, before_council, DecisionResult.REJECTED)
    step(
        store,
        propose_on(store, language, wording("Nichts.", "Sprache")),
        ProposalAction.WITHDRAW,
        actor=STAFF,
    )

    made_now = open_edition(store, STAFF, concept_id)

    assert made_now.proposals == ()
    assert content(made_now.edition.sections) == now(store, concept_id)


def test_what_clashes_stays_out_and_is_said(store: Store) -> None:
    concept_id = imported(store)
    work = named(store, concept_id, "Arbeit")
    for words in ("Alle finden Arbeit.", "Niemand findet Arbeit."):
        propose_on(store, work, wording(words, "Arbeit"))

    kit = open_kit(store, concept_id, open_edition(store, STAFF, concept_id))

    assert content(kit.new.sections) == now(store, concept_id)
    assert [clash.section_id for clash in kit.clashes] == [work.id]
    assert [bool(row.open_ids) for row in synopsis(kit, only_changed=True)] == [True]


def test_two_versions_name_what_was_worked_in_between_them(store: Store) -> None:
    concept_id = imported(store)
    work = named(store, concept_id, "Arbeit")
    accept(store, propose_on(store, work, wording("Alle finden Arbeit.", "Arbeit")))
    language = named(store, concept_id, "Sprache")
    new = propose_on(
        store,
        language,
        wording("Kinder lernen.", "Kita"),
        kind=ProposalKind.INSERT,
        placement=Placement.AFTER,
        headline="Kita",
    )
    accept(store, new)

    first, second, both = (
        version_kit(store, STAFF, concept_id, *pair) for pair in ((1, 2), (2, 3), (1, 3))
    )

    assert [each.headline for each in first.contributions] == ["Anders"]
    assert [each.headline for each in second.contributions] == ["Kita"]
    rows = [row for row in synopsis(both) if row.contributions]
    assert [row.new.text.split("\n")[0] for row in rows] == ["Kita", "Arbeit"]
    assert [each.recommendation for each in first.contributions] == [
        "Annahme: Es spricht nichts dagegen."
    ]


def test_a_section_dropped_by_decision_is_named(store: Store) -> None:
    concept_id = imported(store)
    gone = named(store, concept_id, "Anerkennung")
    accept(store, propose_on(store, gone, Wording("", ()), kind=ProposalKind.DELETE))

    kit = version_kit(store, STAFF, concept_id, 1, 2)

    assert [each.title for each in kit.dropped] == ["Anerkennung"]
    assert [row.new_note for row in synopsis(kit, only_changed=True)] == ["entfällt"]


def test_a_visitor_reads_no_open_proposals(store: Store) -> None:
    concept_id = imported(store)

    with pytest.raises(NotPermitted):
        open_edition(store, GUEST, concept_id)
    with pytest.raises(NotPermitted):
        version_kit(store, GUEST, concept_id, 1, 1)
    assert isinstance(edition(store, concept_id), Edition)
