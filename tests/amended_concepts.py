"""Concepts of a few sections, and amendments of all kinds on them, for laws and examples."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import strategies as st

from concept_review.amendment import Amendment
from concept_review.fingerprint import fingerprint
from concept_review.numbering import number_labels, parent_places
from concept_review.outline import blocks_of_text
from concept_review.proposal import Placement, ProposalKind
from concept_review.rebase import Wording
from concept_review.section import Section

EMPTY = Wording("", ())
SENTENCES = ("Die Stadt berät.", "Die Stadt fördert Kurse.", "Träger helfen 12 Familien.", "Ende.")
TITLES = ("Sprache", "Wohnen", "3.2 Arbeit")


def wording(title: str, text: str) -> Wording:
    return Wording(title, blocks_of_text(text))


def concept(*sections: tuple[str, int, str]) -> list[Section]:
    """Return sections in document order, each given by id, level and text; the id is the title."""
    return _stood(
        [(identifier, level, wording(identifier, text)) for identifier, level, text in sections]
    )


def _stood(given: Sequence[tuple[str, int, Wording]]) -> list[Section]:
    parents = parent_places([level for _, level, _ in given])
    labels = number_labels([(said.title, level) for _, level, said in given])
    return [
        Section(
            id=identifier,
            concept_id="concept",
            version_id="version",
            number=1,
            title=said.title,
            level=level,
            position=place,
            parent_id=None if parent is None else given[parent][0],
            blocks=tuple(
                replace(block, id=f"{identifier} {at}") for at, block in enumerate(said.blocks)
            ),
            fingerprint=fingerprint(said.title, said.blocks),
            interval_months=12,
            label=label,
        )
        for place, ((identifier, level, said), parent, label) in enumerate(
            zip(given, parents, labels, strict=True)
        )
    ]


def reworded(identifier: str, section: Section, text: str, title: str | None = None) -> Amendment:
    said = wording(section.title if title is None else title, text)
    return _of(identifier, ProposalKind.REPLACE, section, said)


def dropped(identifier: str, section: Section) -> Amendment:
    return _of(identifier, ProposalKind.DELETE, section, EMPTY)


def moved(
    identifier: str, section: Section, anchor: Section, placement: Placement = Placement.AFTER
) -> Amendment:
    said = Wording(section.title, section.blocks)
    made = _of(identifier, ProposalKind.MOVE, section, said)
    return replace(made, anchor_id=anchor.id, placement=placement)


def inserted(
    identifier: str,
    anchor: Section,
    text: str,
    placement: Placement = Placement.AFTER,
    title: str = "Neu",
) -> Amendment:
    made = _of(identifier, ProposalKind.INSERT, anchor, wording(title, text))
    return replace(made, base=EMPTY, placement=placement)


def _of(identifier: str, kind: ProposalKind, section: Section, offered: Wording) -> Amendment:
    return Amendment(
        id=identifier,
        kind=kind,
        section_id=section.id,
        base=Wording(section.title, section.blocks),
        offered=offered,
    )


TEXTS = st.lists(
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3).map(" ".join), max_size=3
).map("\n\n".join)
SIGNS = st.text(st.sampled_from("ab 1.)-*_>#|`[]:\n\\<&^~"), max_size=30)
"""Text that is hardly anything but signs of Markdown."""


@st.composite
def concepts(draw: st.DrawFn) -> list[Section]:
    """Draw up to seven sections whose levels skip none."""
    found: list[tuple[str, int, Wording]] = []
    level = 0
    for place in range(draw(st.integers(1, 7))):
        level = draw(st.integers(1, level + 1))
        said = wording(draw(st.sampled_from(TITLES)), draw(TEXTS))
        found.append((f"s{place}", level, said))
    return _stood(found)


@st.composite
def amended(draw: st.DrawFn, most: int = 4) -> tuple[list[Section], list[Amendment]]:
    """Draw a concept and amendments, some of them of an older text or of sections that are gone."""
    sections = draw(concepts())
    return sections, [
        draw(amendments(f"a{place}", sections)) for place in range(draw(st.integers(0, most)))
    ]


@st.composite
def amendments(draw: st.DrawFn, identifier: str, sections: list[Section]) -> Amendment:
    known = st.sampled_from(sections)
    section, anchor, placement = draw(known), draw(known), draw(st.sampled_from(Placement))
    kind = draw(st.sampled_from(["reword", "drop", "move", "insert"]))
    if kind == "drop":
        made = dropped(identifier, section)
    elif kind == "move":
        made = moved(identifier, section, anchor, placement)
    elif kind == "insert":
        made = inserted(identifier, section, draw(TEXTS), placement)
    else:
        title = draw(st.sampled_from([section.title, section.title, *TITLES]))
        made = reworded(identifier, section, draw(TEXTS), title)
    if kind in ("drop", "reword") and draw(st.integers(0, 4)) == 4:
        made = replace(made, base=wording(section.title, draw(TEXTS)))
    if draw(st.integers(0, 9)) == 9:
        made = replace(made, section_id="gone")
    return made
