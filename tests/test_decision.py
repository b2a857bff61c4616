"""Decisions: who may decide on what, and what has to be said."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest

from concept_review.decision import (
    NOTE_LIMIT,
    Competence,
    Decision,
    DecisionResult,
    InvalidDecision,
    check_decision,
    may_decide,
)
from concept_review.proposal_records import adopting_decided_wording

TODAY = date(2026, 6, 15)
COUNCIL = Decision(
    id="d1",
    proposal_id="p1",
    result=DecisionResult.ACCEPTED,
    competence=Competence.COUNCIL,
    body="Stadtverordnetenversammlung",
    decided_on=TODAY,
    reference="24/SVV/0093",
    note="",
    recorded_by="clerk",
)
EDITORIAL = replace(COUNCIL, competence=Competence.ADMINISTRATION, body="", reference="")


def errors(
    decision: Decision,
    author_id: str = "author",
    *,
    of_section: Competence = Competence.COUNCIL,
    editorial: bool = True,
) -> dict[str, str]:
    try:
        check_decision(decision, author_id, TODAY, of_section=of_section, editorial=editorial)
    except InvalidDecision as invalid:
        return dict(invalid.errors)
    return {}


def test_a_council_is_named_with_its_reference() -> None:
    assert errors(COUNCIL) == {}
    assert errors(replace(COUNCIL, body=" ", reference="")) == {
        "body": "required",
        "reference": "required",
    }


def test_the_recorder_of_a_body_s_decision_may_be_its_author() -> None:
    assert errors(replace(COUNCIL, recorded_by="author")) == {}


def test_a_change_of_form_needs_two_names() -> None:
    assert errors(EDITORIAL) == {}
    assert errors(replace(EDITORIAL, recorded_by="author")) == {"recorded_by": "two_names"}
    assert errors(replace(EDITORIAL, recorded_by="")) == {"recorded_by": "required"}


def test_the_administration_changes_the_form_only() -> None:
    assert errors(EDITORIAL, editorial=False) == {"competence": "not_editorial"}


@pytest.mark.parametrize(
    ("competence", "of_section", "editorial"),
    list(product(Competence, Competence, [True, False])),
)
def test_no_body_decides_above_its_competence(
    competence: Competence, of_section: Competence, editorial: bool
) -> None:
    allowed = {
        Competence.COUNCIL: True,
        Competence.COMMITTEE: of_section is not Competence.COUNCIL,
        Competence.ADMINISTRATION: editorial,
    }[competence]

    assert may_decide(competence, of_section, editorial=editorial) is allowed


def test_a_committee_cannot_decide_for_the_council() -> None:
    committee = replace(COUNCIL, competence=Competence.COMMITTEE, body="Ausschuss")

    assert errors(committee) == {"competence": "not_competent"}
    assert errors(committee, of_section=Competence.COMMITTEE) == {}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"decided_on": TODAY + timedelta(days=1)}, {"decided_on": "in_future"}),
        ({"note": "x" * (NOTE_LIMIT + 1)}, {"note": "too_long"}),
        ({"votes_yes": -1}, {"votes": "impossible"}),
        ({"votes_yes": 7, "votes_no": 0, "votes_abstained": 0}, {}),
        ({"result": DecisionResult.SUPERSEDED}, {"superseded_by": "required"}),
        ({"result": DecisionResult.ADJOURNED}, {"resubmit_on": "required"}),
        ({"result": DecisionResult.REFERRED}, {"resubmit_on": "required"}),
        ({"result": DecisionResult.ADJOURNED, "resubmit_on": TODAY}, {}),
        ({"result": DecisionResult.NOTED}, {}),
        ({"body": "x" * 201}, {"body": "too_long"}),
    ],
)
def test_what_is_missing_or_wrong_is_said_at_its_field(
    changes: dict[str, object], found: dict[str, str]
) -> None:
    assert errors(replace(COUNCIL, **changes)) == found  # type: ignore[arg-type]


@pytest.mark.parametrize("result", list(DecisionResult))
def test_only_what_is_decided_with_changes_has_a_wording_of_its_own(
    result: DecisionResult,
) -> None:
    modified = result is DecisionResult.ACCEPTED_MODIFIED

    assert adopting_decided_wording(result, reworded=modified) == ""
    assert adopting_decided_wording(result, reworded=not modified) != ""
