"""Who leads a section, stands in, or takes part, said anew as a whole."""

import pytest

from concept_review.section import Section
from concept_review.task_records import Part
from data import concepts
from data.responsibilities import (
    OnePartEach,
    own_responsibilities,
    responsibilities,
    set_responsibilities,
)
from data.store import Conflict, NotFound, Store
from tests.conftest import COORDINATOR
from tests.due_section import name_parts, units
from tests.test_change import content
from tests.versions import imported, named


@pytest.fixture
def section(store: Store) -> Section:
    """A section with one below it."""
    units(store)
    return named(store, imported(store), "Arbeit")


def parts(store: Store, section_id: str) -> list[tuple[str, str]]:
    found = own_responsibilities(store, section_id)
    return sorted((each.part.value, each.organization_id) for each in found)


def test_what_is_said_anew_replaces_what_was_said(store: Store, section: Section) -> None:
    name_parts(store, section, {Part.LEAD: ["lead"], Part.DEPUTY: ["deputy"]})
    name_parts(store, section, {Part.LEAD: ["other"], Part.TAKING_PART: ["lead", "deputy"]})

    assert parts(store, section.id) == [
        ("lead", "other"), ("taking_part", "deputy"), ("taking_part", "lead")
    ]  # fmt: skip
    name_parts(store, section, {})
    assert parts(store, section.id) == []


def test_who_saw_something_else_is_told_even_where_it_reads_the_same(
    store: Store, section: Section
) -> None:
    name_parts(store, section, {Part.LEAD: ["lead"]})
    seen = own_responsibilities(store, section.id)
    name_parts(store, section, {Part.LEAD: ["lead"]})

    with pytest.raises(Conflict):
        set_responsibilities(
            store, COORDINATOR, section.id, {Part.LEAD: ["other"]}, expected=seen
        )  # fmt: skip
    assert parts(store, section.id) == [("lead", "lead")]


def test_an_organisation_has_one_part_and_is_known(store: Store, section: Section) -> None:
    before = content(store)

    for twice in (["lead", "lead"], ["lead"]):
        with pytest.raises(OnePartEach):
            name_parts(store, section, {Part.TAKING_PART: twice, Part.LEAD: ["lead"]})
    with pytest.raises(NotFound):
        name_parts(store, section, {Part.LEAD: ["lead"], Part.DEPUTY: ["nobody"]})
    assert content(store) == before


def test_a_section_has_one_lead_and_one_deputy(store: Store, section: Section) -> None:
    with pytest.raises(ValueError, match="lead"):
        name_parts(store, section, {Part.LEAD: ["lead", "other"]})


def test_sections_below_have_the_lead_of_the_one_above_until_they_have_their_own(
    store: Store, section: Section
) -> None:
    below = named(store, section.concept_id, "Anerkennung")
    name_parts(store, section, {Part.LEAD: ["lead"], Part.DEPUTY: ["deputy"]})

    def whole() -> set[tuple[str, str]]:
        found = responsibilities(store, concepts.sections(store, section.concept_id))
        return {(each.part.value, each.organization_id) for each in found[below.id]}

    assert whole() == {("lead", "lead"), ("deputy", "deputy")}
    name_parts(store, below, {Part.TAKING_PART: ["other"]})
    assert whole() == {("lead", "lead"), ("deputy", "deputy"), ("taking_part", "other")}
    name_parts(store, below, {Part.LEAD: ["other"]})
    assert whole() == {("lead", "other")}
