"""The Word file with tracked changes: both texts are in it, and whose change is which."""

import zipfile
from dataclasses import dataclass, replace
from io import BytesIO

import pytest
from lxml import etree

from concept_review.draft import Draft, Origin
from concept_review.edition import Contribution, Kit
from concept_review.files.docx import read
from concept_review.files.docx_names import W
from concept_review.merge import Conflict
from concept_review.outline import blocks_of_text
from concept_review.papers.signs import shown_words
from concept_review.papers.tracked_docx import left_out, write_tracked
from concept_review.proposal import Placement, ProposalKind
from concept_review.rebase import Wording
from concept_review.section import Section
from tests.pandoc import words_by_pandoc
from tests.tracked_kits import (
    CONCEPT,
    accepted,
    contribution,
    kit,
    lines_in,
    lines_of,
    reworded,
    sections_of,
    wording,
)

GOALS, WAYS, STEPS, PLACE = SECTIONS = sections_of(CONCEPT)
TWENTY = "Die Stadt fördert zwanzig Sprachkurse. Alle wohnen gut[1]."
ADA = reworded(1, GOALS, "Ada Träger", {"zwölf": "zwanzig", "- Kurse am Abend\n": ""})
BEA = reworded(2, GOALS, "Bea & Söhne", {"Niemand bleibt": "Keiner bleibt"})


@dataclass(frozen=True)
class Clash:
    """Two contributions that contradict each other."""

    section_id: str
    amendment_ids: tuple[str, ...]
    conflicts: tuple[Conflict, ...] = ()


def both_texts(wanted: Kit) -> Draft:
    """Return what the file holds, after it was seen to hold both editions to the letter."""
    file = write_tracked(wanted)
    draft = read(file)
    assert lines_in(draft.pieces) == lines_of(wanted.old.sections)
    assert lines_in(accepted(draft)) == lines_of(wanted.new.sections)
    for changes, edition in (("reject", wanted.old), ("accept", wanted.new)):
        words = " ".join(text for _, _, text in lines_of(edition.sections))
        expected = f"{edition.title} {words}".replace(" | ", " ").split()
        assert words_by_pandoc(file, changes) == expected
    return draft


def hands(draft: Draft) -> list[tuple[str, str, list[str]]]:
    return [
        (each.author, each.day, [shown_words(block) for block in each.blocks])
        for each in draft.changes
    ]


def test_a_concept_without_changes_is_a_file_without_tracked_changes() -> None:
    draft = both_texts(kit(SECTIONS, ()))

    assert not draft.tracked
    assert draft.title == "Konzept"


def test_each_proposer_is_the_author_of_their_own_changes() -> None:
    draft = both_texts(kit(SECTIONS, (ADA, BEA)))

    assert hands(draft) == [
        ("Ada Träger", "2026-03-01", [TWENTY]),
        ("Ada Träger", "2026-03-01", []),
        ("Bea & Söhne", "2026-03-02", ["Keiner bleibt allein."]),
    ]  # fmt: skip


def test_two_authors_in_one_paragraph_keep_their_own_words() -> None:
    draft = both_texts(
        kit(
            SECTIONS,
            (
                reworded(1, GOALS, "Ada", {"zwölf": "zwanzig"}),
                reworded(2, GOALS, "Bea", {"*wohnen* gut": "*wohnen* sehr gut"}),
            ),
        )
    )

    assert [(who, words[0].split()[3], "sehr" in words[0]) for who, _, words in hands(draft)] == [
        ("Ada", "zwanzig", False),
        ("Bea", "zwölf", True),
    ]


def test_the_same_edit_of_two_is_in_the_hand_of_the_first_by_name() -> None:
    both = [reworded(n, GOALS, who, {"zwölf": "elf"}) for n, who in ((1, "Bea"), (2, "Ada"))]

    assert {who for who, _, _ in hands(both_texts(kit(SECTIONS, both)))} == {"Ada"}


NEW = Wording("Neu", blocks_of_text("Eins\n\n- zwei"))
LOUD = reworded(2, PLACE, "Bea", {"Ruhig": "Laut"})
ROWS = {
    "| Amt A | Beratung |\n": "",
    "| Amt B | Kurse |": "| Amt B | Kurse |\n| Amt C | Hilfe & Rat |",
}
NUMBERS = {
    "3. Erst planen": "3. Erst fragen\n4. Dann planen",
    "4. Dann bauen": "5. Dann bauen",
}
STRUCTURES: dict[str, tuple[list[Contribution], list[Section]]] = {
    "a section is dropped": (
        [contribution(1, WAYS, Wording("", ()), "Ada", ProposalKind.DELETE)],
        [GOALS, PLACE],
    ),
    "a section is inserted": (
        [
            contribution(
                1, WAYS, NEW, "Ada",
                ProposalKind.INSERT, "s1", Placement.AFTER,
            )
        ],
        [GOALS, WAYS, STEPS, replace(GOALS, id="p1", title="Neu", blocks=NEW.blocks), PLACE],
    ),
    "a section moves with all below it": (
        [contribution(1, WAYS, wording(WAYS), "Ada", ProposalKind.MOVE, "s3", Placement.AFTER)],
        [GOALS, PLACE, WAYS, STEPS],
    ),
    "a section moves and is reworded": (
        [
            contribution(1, PLACE, wording(PLACE), "Ada", ProposalKind.MOVE, "s0", Placement.AFTER),
            LOUD,
        ],
        [GOALS, replace(PLACE, blocks=LOUD.offered.blocks), WAYS, STEPS],
    ),
    "a section comes one level deeper": (
        [contribution(1, PLACE, wording(PLACE), "Ada", ProposalKind.MOVE, "s1", Placement.BELOW)],
        [GOALS, WAYS, replace(PLACE, level=2), STEPS],
    ),
    "a table loses a row and gets another": (
        [reworded(1, WAYS, "Ada", ROWS)],
        [],
    ),
    "a cell says something else": (
        [reworded(1, WAYS, "Ada", {"Amt A | Beratung": "Amt A | Beratung und Hilfe"})],
        [],
    ),
    "a title says something else": (
        [reworded(1, WAYS, "Ada", {"jährlich": "monatlich"}, "Wege und Umwege")],
        [],
    ),
    "a list begins elsewhere": (
        [reworded(1, STEPS, "Ada", NUMBERS)],
        [],
    ),
    "all text of a section goes": (
        [contribution(1, STEPS, Wording("Schritte", ()), "Ada")],
        [GOALS, WAYS, replace(STEPS, blocks=()), PLACE],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", STRUCTURES)
def test_both_editions_are_in_the_file_where(name: str) -> None:
    contributions, new = STRUCTURES[name]

    draft = both_texts(kit(SECTIONS, contributions, new or None))

    assert draft.tracked


def test_the_file_says_of_which_version_it_is() -> None:
    draft = read(write_tracked(kit(SECTIONS, (ADA,))))

    assert draft.origin == Origin("concept-1", "Fassung 3", "2026-02-01")


def test_what_nobody_proposed_bears_the_label_of_the_new_edition() -> None:
    new = [replace(GOALS, title="Andere Ziele"), WAYS, STEPS, PLACE]

    assert hands(both_texts(kit(SECTIONS, (), new)))[0][0] == "Entwurf"


def test_tracked_changes_are_never_inside_each_other() -> None:
    contributions, new = STRUCTURES["a section moves and is reworded"]
    with zipfile.ZipFile(BytesIO(write_tracked(kit(SECTIONS, contributions, new)))) as file:
        root = etree.fromstring(file.read("word/document.xml"))
    changes = list(root.iter(f"{W}ins", f"{W}del"))

    assert changes
    assert [each for each in changes if list(each.iterancestors(f"{W}ins", f"{W}del"))] == []
    assert len({each.get(f"{W}id") for each in changes}) == len(changes)


def test_contributions_that_clash_are_named_as_left_out() -> None:
    wanted = kit(SECTIONS, (ADA, BEA))
    clash = Clash(GOALS.id, ("p2", "p9"))

    assert left_out(replace(wanted, clashes=(clash,))) == ("p2",)
