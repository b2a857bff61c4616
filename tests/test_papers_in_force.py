"""From a sitting into force on the page of papers, and who is offered what there."""

import pytest

from accounts.identity import Role
from concept_review.decision import DecisionResult
from concept_review.outline import blocks_of_text, text_of_blocks
from concept_review.proposal_steps import ProposalState
from concept_review.rebase import Wording
from data import concepts
from data.papers import papers
from data.store import Store
from tests.conftest import STAFF
from tests.proposal_walk import again, decided, propose_on, tabled
from tests.test_pages import app, said, turn_to
from tests.test_papers_page import a_text, errors, offered, paper_page, press, with_first_word


def test_a_whole_paper_goes_from_one_sitting_into_force(demo_store: Store) -> None:
    held = tabled(demo_store, offered(demo_store, 0), offered(demo_store, 1, "Auch"))
    opened = paper_page(demo_store)
    paper_id = papers(demo_store, STAFF)[0].id
    opened.text_input(key=f"body_joint_{paper_id}").set_value("SVV").run()
    press(opened, "2 Entscheidungen festhalten")
    assert {again(demo_store, each).result for each in held} == {DecisionResult.ACCEPTED}

    press(opened, "2 Vorschläge in den Text einarbeiten")
    assert "Der Text hat eine neue Fassung: Fassung 2." in opened.success[0].value.replace("\\", "")
    press(opened, "Diese Fassung veröffentlichen")

    assert {again(demo_store, each).state for each in held} == {ProposalState.IN_FORCE}
    assert "veröffentlicht am" in said(opened)


def test_what_overlaps_is_written_by_a_person(demo_store: Store) -> None:
    section = a_text(demo_store)[0]
    words = text_of_blocks(section.blocks)
    longer = Wording(section.title, blocks_of_text(f"{words}\n\nEin Nachsatz."))
    first, second = tabled(demo_store, offered(demo_store), propose_on(demo_store, section, longer))
    changed = with_first_word(section, "Ganz")
    changed = Wording(section.title, (*changed.blocks, *blocks_of_text("Ein Schluss.")))
    decided(demo_store, first, DecisionResult.ACCEPTED_MODIFIED, wording=changed)
    decided(demo_store, second)
    opened = paper_page(demo_store)
    form = f"incorporate_{first.paper_id}"
    assert [each.disabled for each in opened.button if each.key == f"save_{form}"] == [True]
    assert "überschneidet" in opened.warning[0].value

    name = f"{form}_{section.id}"
    opened.text_area(key=f"written_{name}").set_value("Ein einziger Satz.").run()
    opened.checkbox(key=f"settled_{name}").check().run()
    press(opened, "in den Text einarbeiten")

    present = concepts.section(demo_store, section.id)
    assert text_of_blocks(present.blocks) == "Ein einziger Satz."


@pytest.mark.parametrize("role", [Role.STAFF, Role.CLERK, Role.ORG_EDITOR])
def test_everybody_is_offered_what_they_may_do(demo_store: Store, role: Role) -> None:
    tabled(demo_store, offered(demo_store), offered(demo_store, 1, "Auch"))
    opened = paper_page(demo_store, role)
    labels = " ".join(each.label for each in opened.button)

    assert ("Beschluss eintragen" in labels) is (role is Role.CLERK)
    assert ("Beratung speichern" in labels) is (role is Role.CLERK)
    assert ("Texte speichern" in labels) is (role is Role.STAFF)


def test_a_paper_that_is_not_there_is_said(demo_store: Store) -> None:
    opened = turn_to(app(demo_store, Role.COORDINATOR), "papers", id="made-up")

    assert errors(opened) == "Diese Vorlage gibt es nicht."
