"""What a section can rest on: what is known, once, and never the section itself."""

import pytest

from data.identifier import new_id
from data.link_targets import TargetType, all_targets
from data.section_links import LinkedAlready, link, targets_by_section, unlink
from data.store import Conflict, NotFound, Store
from tests.conftest import STAFF
from tests.due_section import units
from tests.test_change import content
from tests.versions import imported, named


@pytest.fixture
def concept_id(store: Store) -> str:
    """A concept in a city of three units."""
    units(store)
    return imported(store)


def test_a_section_rests_on_something_known_once_and_never_on_itself(
    store: Store, concept_id: str
) -> None:
    section = named(store, concept_id, "Sprache")
    link(store, STAFF, section.id, ("organization", "other"))
    before = content(store)

    for target, refusal in (
        (("organization", "other"), LinkedAlready),
        (("section", section.id), LinkedAlready),
        (("organization", new_id()), NotFound),
        (("post", "other"), NotFound),
    ):
        with pytest.raises(refusal):
            link(store, STAFF, section.id, target)
    with pytest.raises(Conflict):
        unlink(store, STAFF, section.id, ("organization", "lead"))
    assert content(store) == before
    assert set(all_targets(store)) >= {("organization", "other"), ("section", section.id)}


def test_everything_kept_can_be_rested_on_by_its_type(demo_store: Store) -> None:
    found = all_targets(demo_store)

    kinds = {each.type for each in found.values()}
    assert {TargetType.SECTION, TargetType.FIGURE, TargetType.ORGANIZATION} <= kinds
    assert kinds <= set(TargetType)
    assert all(key == (each.type, each.id) and each.name for key, each in found.items())


def test_what_sections_rest_on_is_told_as_it_is_now(store: Store, concept_id: str) -> None:
    first, second = named(store, concept_id, "Sprache"), named(store, concept_id, "Arbeit")
    link(store, STAFF, first.id, ("organization", "other"))
    link(store, STAFF, first.id, ("section", second.id))

    told = {
        section_id: [(each.type, each.name) for each in targets]
        for section_id, targets in targets_by_section(store, concept_id).items()
    }
    assert told == {first.id: [("organization", "Sportamt"), ("section", "Arbeit")]}
    unlink(store, STAFF, first.id, ("organization", "other"))
    assert [each.id for each in targets_by_section(store, concept_id)[first.id]] == [second.id]
