"""Proposals: what has to be said, and what is no change."""

from dataclasses import replace
from typing import Any

import pytest

from concept_review.block import Block, BlockKind
from concept_review.proposal import (
    HEADLINE_LIMIT,
    RATIONALE_LIMIT,
    TITLE_LIMIT,
    InvalidProposal,
    Offer,
    Placement,
    ProposalKind,
    check_proposal,
)
from concept_review.rebase import Wording

OLD = (Block(kind=BlockKind.PARAGRAPH, text="Es gibt 12 Kurse."),)
NEW = (Block(kind=BlockKind.PARAGRAPH, text="Es gibt 14 Kurse."),)


def proposal_errors(
    headline: str = "Mehr Kurse",
    rationale: str = "Der Bedarf ist gestiegen.",
    *,
    old_title: str = "3.2 Sprache",
    new_title: str = "3.2 Sprache",
    blocks: tuple[Block, ...] = NEW,
) -> dict[str, str]:
    offer = Offer(headline=headline, rationale=rationale, wording=Wording(new_title, blocks))
    return errors_of(offer, Wording(old_title, OLD))


def errors_of(offer: Offer, old: Wording) -> dict[str, str]:
    try:
        check_proposal(offer, old)
    except InvalidProposal as invalid:
        return dict(invalid.errors)
    return {}


def test_a_proposal_with_reasons_and_a_new_wording_can_be_submitted() -> None:
    assert proposal_errors() == {}


def test_a_wording_without_any_word_is_no_proposal() -> None:
    assert proposal_errors(blocks=()) == {"wording": "empty"}


def test_a_new_title_alone_is_a_change() -> None:
    assert proposal_errors(new_title="3.2 Spracherwerb", blocks=OLD) == {}


@pytest.mark.parametrize(
    ("title", "blocks"),
    [
        ("3.2 Sprache", OLD),
        ("4.1  Sprache", OLD),
        ("3.2 Sprache", (replace(OLD[0], text="Es  gibt\n12\u00a0Kurse. ", id="b7"),)),
    ],
)
def test_white_space_ids_and_numbers_alone_are_no_change(
    title: str, blocks: tuple[Block, ...]
) -> None:
    assert proposal_errors(new_title=title, blocks=blocks) == {"wording": "no_change"}


def test_everything_that_is_missing_is_said_at_once() -> None:
    assert proposal_errors(" ", "\n", new_title="") == {
        "headline": "required",
        "rationale": "required",
        "title": "required",
    }


def test_headline_rationale_and_title_have_their_limits() -> None:
    fitting = proposal_errors(
        "x" * HEADLINE_LIMIT, "x" * RATIONALE_LIMIT, new_title="x" * TITLE_LIMIT
    )
    too_long = proposal_errors(
        "x" * (HEADLINE_LIMIT + 1), "x" * (RATIONALE_LIMIT + 1), new_title="x" * (TITLE_LIMIT + 1)
    )

    assert fitting == {}
    assert too_long == dict.fromkeys(["headline", "rationale", "title"], "too_long")


def test_a_long_title_that_stays_does_not_stand_in_the_way() -> None:
    title = "x" * (TITLE_LIMIT + 1)

    assert proposal_errors(old_title=title, new_title=title) == {}


def placed(kind: ProposalKind, wording: Wording, **more: Any) -> dict[str, str]:  # noqa: ANN401  (any field)
    offer = Offer(headline="Neu", rationale="Darum.", wording=wording, kind=kind, **more)
    return errors_of(offer, Wording("", ()) if kind is ProposalKind.INSERT else Wording("Z", OLD))


def test_a_new_section_needs_a_title_and_a_place() -> None:
    kind = ProposalKind.INSERT

    assert placed(kind, Wording("Neu", NEW)) == {"place": "required"}
    assert placed(kind, Wording("Neu", NEW), placement=Placement.AFTER) == {}
    assert placed(kind, Wording(" ", NEW), placement=Placement.AFTER) == {"title": "required"}


def test_a_section_that_moves_needs_another_one_as_its_anchor() -> None:
    kind, same = ProposalKind.MOVE, Wording("Z", OLD)

    assert placed(kind, same, placement=Placement.AFTER) == {"place": "required"}
    assert placed(kind, same, placement=Placement.AFTER, anchor_id="other") == {}


def test_a_whole_section_can_be_dropped_but_not_emptied() -> None:
    assert placed(ProposalKind.DELETE, Wording("", ())) == {}
    assert placed(ProposalKind.DELETE, Wording("Z", ())) == {"wording": "empty"}
