"""A file that came back from Word becomes proposals in the store, all of them or none."""

from dataclasses import replace

import pytest

from accounts.permissions import NotPermitted
from concept_review.draft import Draft
from concept_review.files.docx import read
from concept_review.outline import blocks_of_text, read_outline, text_of_blocks
from concept_review.papers.tracked_docx import write_tracked
from concept_review.proposal import ProposalKind
from concept_review.rebase import Wording
from concept_review.returned import ReturnedSuggestion
from data.concepts import import_concept, sections
from data.new_versions import import_version, plan_version
from data.proposals import proposals
from data.returned_files import CONTRADICTS, GONE, Chosen, Refused, read_back, take_in
from data.store import AlreadyDone, Store
from tests.conftest import COORDINATOR, STAFF
from tests.test_change import NOBODY, content
from tests.tracked_kits import kit, reworded

TEXT = "# Konzept\n\n## Ziele\n\nAlle wohnen gut. Niemand friert.\n\n## Wege\n\nEs gibt Kurse.\n"


def concept(store: Store) -> str:
    return import_concept(store, COORDINATOR, TEXT.encode()).id


def edited(store: Store, concept_id: str, old: str, new: str, label: str = "Fassung 1") -> Draft:
    """Return the file in which Ada tracked a change in the first section."""
    present = sections(store, concept_id)
    wanted = kit(present, [reworded(1, present[0], "Ada", {old: new})])
    named = replace(wanted.old, label=label)
    return read(write_tracked(replace(wanted, concept_id=concept_id, old=named)))


def new_version(store: Store, concept_id: str, old: str, new: str) -> None:
    outline = read_outline(TEXT.replace(old, new))
    import_version(store, COORDINATOR, plan_version(store, concept_id, outline), {})


def chosen(suggestion: ReturnedSuggestion) -> Chosen:
    return Chosen(suggestion, "Anders wohnen", "Steht so in der Datei.")


def test_what_was_tracked_is_proposed_in_the_name_of_its_author(store: Store) -> None:
    concept_id = concept(store)
    returned = read_back(store, concept_id, edited(store, concept_id, "gut", "sehr gut"))

    received = take_in(store, STAFF, concept_id, [chosen(each) for each in returned.suggestions])

    assert (received.proposals, received.refused) == (1, ())
    made = proposals(store, STAFF)[0]
    assert (made.author_id, made.author_name) == (STAFF.id, "Ada")
    assert text_of_blocks(made.blocks) == "Alle wohnen sehr gut. Niemand friert."


def test_a_file_of_an_older_version_is_carried_to_the_present_text(store: Store) -> None:
    concept_id = concept(store)
    draft = edited(store, concept_id, "gut", "sehr gut")
    new_version(store, concept_id, "Niemand friert", "Keiner friert")

    returned = read_back(store, concept_id, draft)
    take_in(store, STAFF, concept_id, [chosen(each) for each in returned.suggestions])

    made = proposals(store, STAFF)[0]
    assert text_of_blocks(made.blocks) == "Alle wohnen sehr gut. Keiner friert."


def test_what_contradicts_the_present_text_is_refused_by_name(store: Store) -> None:
    concept_id = concept(store)
    draft = edited(store, concept_id, "gut", "sehr gut")
    new_version(store, concept_id, "wohnen gut", "wohnen schlecht")

    returned = read_back(store, concept_id, draft)
    wanted = [chosen(each) for each in returned.suggestions]
    received = take_in(store, STAFF, concept_id, wanted)

    assert received.proposals == 0
    assert received.refused == (Refused(wanted[0], CONTRADICTS),)


def test_each_refusal_has_its_reason_and_the_others_are_taken(store: Store) -> None:
    concept_id = concept(store)
    ziele, wege = sections(store, concept_id)
    base = Wording(ziele.title, ziele.blocks)

    def wanted(**changes: object) -> Chosen:
        usual = ReturnedSuggestion(
            section_id=ziele.id, author="Ada", day="", base=base, wording=base
        )
        return chosen(replace(usual, **changes))  # type: ignore[arg-type]

    same, empty = wanted(), wanted(wording=Wording("Ziele", ()))
    gone = wanted(section_id="nobody")
    good = wanted(wording=Wording("Ziele", blocks_of_text("Anders.")))
    whole = wanted(
        section_id=wege.id, base=Wording(wege.title, wege.blocks), wording=Wording("", ()),
        kind=ProposalKind.DELETE,
    )  # fmt: skip

    received = take_in(store, STAFF, concept_id, [same, gone, good, empty, whole], key="once")

    assert received.proposals == 2
    assert [(each.chosen, each.reason) for each in received.refused] == [
        (same, "no_change"),
        (gone, GONE),
        (empty, "empty"),
    ]
    assert {each.kind for each in proposals(store, STAFF)} == {
        ProposalKind.REPLACE,
        ProposalKind.DELETE,
    }
    with pytest.raises(AlreadyDone):
        take_in(store, STAFF, concept_id, [good], key="once")


def test_whoever_may_not_propose_changes_nothing(store: Store) -> None:
    concept_id = concept(store)
    returned = read_back(store, concept_id, edited(store, concept_id, "gut", "sehr gut"))
    public = replace(NOBODY, role=COORDINATOR.role.PUBLIC)
    before = content(store)

    with pytest.raises(NotPermitted):
        take_in(store, public, concept_id, [chosen(each) for each in returned.suggestions])

    assert content(store) == before


def test_a_version_that_the_concept_does_not_have_is_no_help(store: Store) -> None:
    concept_id = concept(store)
    draft = edited(store, concept_id, "gut", "sehr gut", label="Fassung 99")

    assert len(read_back(store, concept_id, draft).suggestions) == 1
