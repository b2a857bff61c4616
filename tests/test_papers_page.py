"""A paper on its page without a browser: consulted, decided, worked in, published."""

import pytest
from streamlit.testing.v1 import AppTest

from accounts.identity import Role
from concept_review.decision import DecisionResult
from concept_review.outline import blocks_of_text, text_of_blocks
from concept_review.proposal import Proposal
from concept_review.proposal_steps import ProposalState
from concept_review.rebase import Wording
from concept_review.section import Section
from data import concepts
from data.clock import today
from data.decisions import decision_on
from data.papers import consultations, papers
from data.store import Store
from tests.conftest import STAFF
from tests.proposal_walk import accept, again, decided, propose_on, tabled
from tests.test_pages import app, said, turn_to


def a_text(store: Store) -> list[Section]:
    found = concepts.sections(store, concepts.concepts(store)[-1].id)
    return [each for each in found if each.reviewable]


def with_first_word(section: Section, word: str) -> Wording:
    words = text_of_blocks(section.blocks)
    return Wording(section.title, blocks_of_text(f"{word} {words.split(' ', 1)[1]}"))


def offered(store: Store, number: int = 0, word: str = "Neu") -> Proposal:
    section = a_text(store)[number]
    return propose_on(store, section, with_first_word(section, word), headline=f"Mehr {word}")


def errors(opened: AppTest) -> str:
    return "\n".join(str(each.value) for each in opened.error).replace("\\", "")


def press(opened: AppTest, label: str, within: str = "") -> AppTest:
    found = [
        each
        for each in opened.button
        if label in each.label and within in str(each.key) and not each.disabled
    ]
    found[0].click().run()
    assert not opened.exception
    return opened


def paper_page(store: Store, role: Role = Role.COORDINATOR) -> AppTest:
    return turn_to(app(store, role), "papers", id=papers(store, STAFF)[0].id)


def decision_key(store: Store, proposal: Proposal) -> str:
    now = again(store, proposal)
    return f"decision_{now.id}_{now.revision}"


def test_bodies_and_their_results_are_recorded(demo_store: Store) -> None:
    tabled(demo_store, offered(demo_store))
    opened = paper_page(demo_store)
    press(opened, "Beratung speichern", "consultation_new")
    assert "Bitte füllen Sie dieses Feld aus." in errors(opened)
    opened.text_input(key="body_consultation_new_0").set_value("Hauptausschuss").run()
    press(opened, "Beratung speichern", "consultation_new")

    paper_id = papers(demo_store, STAFF)[0].id
    (added,) = consultations(demo_store, STAFF, paper_id)
    form = f"consultation_{added.id}_{added.revision}"
    opened.selectbox(key=f"result_{form}").set_value("deferred").run()
    opened.number_input(key=f"votes_yes_{form}").set_value(7).run()
    press(opened, "Beratung speichern", form)

    (told,) = consultations(demo_store, STAFF, paper_id)
    assert (told.body, told.result, told.votes_yes, told.votes_no) == (
        "Hauptausschuss", "deferred", 7, None,
    )  # fmt: skip


def test_a_decision_says_at_its_fields_what_is_missing(demo_store: Store) -> None:
    (held,) = tabled(demo_store, offered(demo_store))
    opened = paper_page(demo_store)
    form = decision_key(demo_store, held)
    opened.selectbox(key=f"result_{form}").set_value(DecisionResult.ADJOURNED).run()
    press(opened, "Beschluss eintragen", form)
    assert errors(opened).count("Bitte füllen Sie dieses Feld aus.") == 2  # body and day
    assert again(demo_store, held).state is ProposalState.TABLED

    opened.text_input(key=f"body_{form}").set_value("Stadtverordnetenversammlung")
    opened.date_input(key=f"resubmit_on_{form}").set_value(today().replace(year=today().year + 1))
    opened.run()
    press(opened, "Beschluss eintragen", form)

    made = decision_on(demo_store, held.id)
    assert made
    assert made.result is DecisionResult.ADJOURNED
    assert made.reference == "24/SVV/0093"
    assert "Die Entscheidung ist festgehalten: vertagt" in opened.success[0].value


def test_what_was_decided_with_changes_has_a_wording_of_its_own(demo_store: Store) -> None:
    (held,) = tabled(demo_store, offered(demo_store))
    opened = paper_page(demo_store)
    form = decision_key(demo_store, held)
    opened.selectbox(key=f"result_{form}").set_value(DecisionResult.ACCEPTED_MODIFIED).run()
    opened.text_input(key=f"body_{form}").set_value("SVV").run()
    press(opened, "Beschluss eintragen", form)
    assert "Bitte füllen Sie dieses Feld aus." in errors(opened)

    opened.text_area(key=f"wording_{form}").set_value("So hat es das Gremium beschlossen.").run()
    press(opened, "Beschluss eintragen", form)

    now = again(demo_store, held)
    assert text_of_blocks(now.blocks) == "So hat es das Gremium beschlossen."
    assert now.result is DecisionResult.ACCEPTED_MODIFIED
    assert now.number == held.number + 1


def test_the_second_who_decides_is_told(demo_store: Store) -> None:
    (held,) = tabled(demo_store, offered(demo_store))
    opened = paper_page(demo_store)
    form = decision_key(demo_store, held)
    opened.text_input(key=f"body_{form}").set_value("SVV").run()
    decided(demo_store, held, DecisionResult.REJECTED)
    press(opened, "Beschluss eintragen", form)

    assert "Eine andere Person hat dies inzwischen geändert" in errors(opened)
    assert again(demo_store, held).result is DecisionResult.REJECTED


def test_a_text_that_changed_underneath_is_said_and_not_adopted(demo_store: Store) -> None:
    section = a_text(demo_store)[0]
    (held,) = tabled(demo_store, offered(demo_store))
    other = Wording(f"{section.title} neu", section.blocks)
    accept(demo_store, propose_on(demo_store, section, other))
    found = [each for each in papers(demo_store, STAFF) if each.id == held.paper_id]
    opened = turn_to(app(demo_store, Role.COORDINATOR), "papers", id=found[0].id)
    assert "Grundlage geändert" in opened.warning[0].value

    form = decision_key(demo_store, held)
    opened.text_input(key=f"body_{form}").set_value("SVV").run()
    press(opened, "Beschluss eintragen", form)
    assert "Text hat sich" in errors(opened)
    assert again(demo_store, held).state is ProposalState.TABLED


def test_a_whole_paper_goes_from_one_sitting_into_force(demo_store: Store) -> None:
    held = tabled(demo_store, offered(demo_store, 0), offered(demo_store, 1, "Auch"))
    opened = paper_page(demo_store)
    paper_id = papers(demo_store, STAFF)[0].id
    opened.text_input(key=f"body_joint_{paper_id}").set_value("SVV").run()
    press(opened, "2 Entscheidungen festhalten")
    assert {again(demo_store, each).result for each in held} == {DecisionResult.ACCEPTED}

    press(opened, "2 Vorschläge in den Text einarbeiten")
    assert "Der Text hat eine neue Fassung: Fassung 2 (" in opened.success[0].value.replace(
        "\\", ""
    )
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
