"""A Word file that somebody edited, read back: who proposes what on which section."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from concept_review.draft import Draft
from concept_review.edition import Contribution
from concept_review.files.docx import read
from concept_review.outline import text_of_blocks
from concept_review.papers.tracked_docx import write_tracked
from concept_review.proposal import ProposalKind
from concept_review.rebase import Wording
from concept_review.returned import Returned, carried, proposals_from
from concept_review.section import Section
from tests.test_tracked_docx import STRUCTURES
from tests.tracked_kits import CONCEPT, kit, reworded, sections_of, wording
from tests.word_files import added, paragraph, run, word_draft

GOALS, WAYS, STEPS, PLACE = SECTIONS = sections_of(CONCEPT)


def back(contributions: Sequence[Contribution], new: Sequence[Section] | None = None) -> Returned:
    """Return what is read back from the file that holds the contributions."""
    draft = read(write_tracked(kit(SECTIONS, contributions, new)))
    return proposals_from(draft, SECTIONS)


def told(returned: Returned) -> list[tuple[str, str, str, str]]:
    return [
        (each.section_id, each.author, each.wording.title, text_of_blocks(each.wording.blocks))
        for each in returned.suggestions
    ]


ROW = {"| Amt B | Kurse |": "| Amt B | Kurse |\n| Amt C | Hilfe & Rat |"}
ITEM = {"3. Erst planen": "3. Erst planen\n4. Dann fragen", "4. Dann bauen": "5. Dann bauen"}
WANTED = {
    "a word": reworded(1, GOALS, "Ada", {"zwölf": "zwanzig"}),
    "words beside a footnote": reworded(1, GOALS, "Ada", {"gut[^1]": "gut und sicher[^1]"}),
    "a link": reworded(1, GOALS, "Ada", {"[Deutsch](": "[leichtem Deutsch]("}),
    "emphasis that stays": reworded(1, GOALS, "Ada", {"Alle": "Wir alle"}),
    "a quote": reworded(1, GOALS, "Ada", {"Niemand": "Keiner"}),
    "a footnote": reworded(1, GOALS, "Ada", {"Bericht 2024": "Bericht 2025"}),
    "a list item that goes": reworded(1, GOALS, "Ada", {"- Kurse am Abend\n": ""}),
    "rows of a table": reworded(1, WAYS, "Ada", ROW),
    "a cell": reworded(1, WAYS, "Ada", {"Beratung": "Beratung & Hilfe"}),
    "a numbered item that comes": reworded(1, STEPS, "Ada", ITEM),
    "a code": reworded(1, PLACE, "Ada", {"Ruhig": "Laut"}),
    "a title": reworded(1, WAYS, "Ada", {}, "Wege und Umwege"),
}  # fmt: skip


@pytest.mark.parametrize("name", WANTED)
def test_what_was_written_comes_back_to_the_letter(name: str) -> None:
    wanted = WANTED[name]

    returned = back([wanted])

    assert told(returned) == [
        (
            wanted.section_id,
            wanted.author,
            wanted.offered.title,
            text_of_blocks(wanted.offered.blocks),
        )
    ]
    assert returned.suggestions[0].day == "2026-03-01"
    assert returned.left == ()
    assert returned.unplaced == returned.absent == ()


def test_two_authors_of_one_section_come_back_as_two_proposals() -> None:
    ada = reworded(1, GOALS, "Ada", {"zwölf": "zwanzig"})
    bea = reworded(2, GOALS, "Bea", {"Sprachkurse": "Sprachkurse im Jahr"})

    assert told(back([ada, bea])) == [
        (each.section_id, each.author, each.offered.title, text_of_blocks(each.offered.blocks))
        for each in (ada, bea)
    ]


def test_a_section_that_goes_comes_back_as_its_end() -> None:
    contributions, new = STRUCTURES["a section is dropped"]

    returned = back(contributions, new)

    found = returned.suggestions
    assert [(each.section_id, each.kind, each.author, each.day) for each in found] == [
        ("s1", ProposalKind.DELETE, "Ada", "2026-03-01"),
        ("s2", ProposalKind.DELETE, "Ada", "2026-03-01"),
    ]  # fmt: skip
    assert {each.wording for each in returned.suggestions} == {Wording("", ())}
    assert returned.left == ()


@pytest.mark.parametrize(
    "name", ["a section moves with all below it", "a section is inserted",
             "a section comes one level deeper"],
)  # fmt: skip
def test_the_text_of_a_section_that_comes_or_moves_is_left_and_proposed_nowhere(name: str) -> None:
    returned = back(*STRUCTURES[name])

    assert returned.suggestions == ()
    assert returned.left


def test_a_section_without_its_text_is_proposed_as_such() -> None:
    returned = back(*STRUCTURES["all text of a section goes"])

    assert told(returned) == [("s2", "Ada", "Schritte", "")]


def edited(**changes: str) -> Draft:
    """Return the file with other words and no tracked changes."""
    text = CONCEPT
    for old, new in changes.items():
        text = text.replace(old, new)
    return read(write_tracked(kit(sections_of(text), ())))


def test_without_tracking_each_section_with_other_words_is_one_proposal() -> None:
    returned = proposals_from(edited(zwölf="elf", bleibt="ist", Ruhig="Laut"), SECTIONS)

    assert [(who, section) for section, who, _, _ in told(returned)] == [("", "s0"), ("", "s3")]
    assert "elf Sprachkurse" in told(returned)[0][3]
    assert "Alle *wohnen* gut[^1]" in told(returned)[0][3]
    assert "Niemand ist allein" in told(returned)[0][3]


def test_a_file_with_the_same_words_proposes_nothing() -> None:
    assert proposals_from(edited(), SECTIONS) == Returned(suggestions=())


def test_sections_that_are_missing_and_unknown_are_named() -> None:
    text = CONCEPT.replace("# Lage\n\nRuhig", "# Ganz anders\n\nVöllig neuer Text").split(
        "## Schritte"
    )
    draft = read(
        write_tracked(kit(sections_of(text[0] + "# Neu\n\nEtwas über Wasser und Wind."), ()))
    )

    returned = proposals_from(draft, SECTIONS)

    assert returned.unplaced == ("Neu",)
    assert returned.absent == ("s2", "s3")
    assert returned.suggestions == ()


def test_a_change_in_words_that_the_concept_does_not_have_is_left() -> None:
    draft = read(write_tracked(kit(SECTIONS, [WANTED["a word"]])))
    other = [reworded_section(GOALS, "zwölf", "elf"), WAYS, STEPS, PLACE]

    returned = proposals_from(draft, other)

    assert len(returned.left) == 1
    # The file says something else than the concept, too.
    assert [(each.section_id, each.author) for each in returned.suggestions] == [("s0", "")]


def test_a_change_apart_from_what_is_different_is_carried_over() -> None:
    draft = read(write_tracked(kit(SECTIONS, [WANTED["a word"]])))
    other = [reworded_section(GOALS, "Niemand", "Keiner"), WAYS, STEPS, PLACE]

    ada = proposals_from(draft, other).suggestions[0]

    assert (ada.section_id, ada.author) == ("s0", "Ada")
    assert "zwanzig" in text_of_blocks(ada.wording.blocks)
    assert "Keiner bleibt" in text_of_blocks(ada.wording.blocks)


def test_proposals_on_an_older_version_are_carried_to_the_present_text() -> None:
    returned = back([WANTED["a word"]])
    apart = reworded_section(GOALS, "Niemand", "Keiner")
    against = reworded_section(GOALS, "zwölf", "elf")

    moved = carried(returned, [apart]).suggestions[0]

    assert "zwanzig" in text_of_blocks(moved.wording.blocks)
    assert "Keiner" in text_of_blocks(moved.wording.blocks)
    assert moved.base == wording(apart)
    assert carried(returned, [against]) == returned


def reworded_section(section: Section, old: str, new: str) -> Section:
    offered = reworded(1, section, "", {old: new}).offered
    return replace(section, blocks=offered.blocks)


def test_a_footnote_added_in_word_gets_a_name_of_its_own() -> None:
    known = sections_of("# Ziele\n\nAlle wohnen[^1].\n\n[^1]: Bericht")
    inside = run("Alle wohnen[1]") + added(" gut") + mark_added() + run(".")
    draft = word_draft(
        paragraph("Ziele", "berschrift1") + paragraph(inside) + paragraph("[1] Bericht"),
        footnotes=f'<w:footnote w:id="1">{paragraph("Neu")}</w:footnote>',
    )

    told_text = told(proposals_from(draft, known))[0][3]

    assert told_text.startswith("Alle wohnen[^1] gut[^1a].")
    assert "[^1a]: Neu" in told_text


def mark_added() -> str:
    return (
        '<w:ins w:id="9" w:author="Ada" w:date="2024-05-01T00:00:00Z"><w:r>'
        '<w:footnoteReference w:id="1"/></w:r></w:ins>'
    )
