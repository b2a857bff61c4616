"""What people type and press on the page of a proposal, and what becomes of it."""

from dataclasses import replace
from typing import Any

from streamlit.testing.v1 import AppTest

from accounts.identity import Role
from concept_review.decision import DecisionResult
from concept_review.outline import text_of_blocks
from concept_review.proposal import Proposal
from concept_review.proposal_steps import ProposalAction, ProposalState, ProposalStep
from concept_review.rebase import Wording
from concept_review.section import Section
from data import concepts
from data.proposal_acts import reword
from data.proposal_history import revisions, steps_of
from data.store import Store
from tests.conftest import STAFF
from tests.proposal_walk import accept, again, offer, propose_on, step
from tests.test_pages import said, turn_to
from tests.test_proposal_pages import a_section, reader

A, S = ProposalAction, ProposalState
Widget = Any
"""AppTest has a class for each kind of widget; here the fields differ by their names alone."""


def swapped(section: Section, old: str, new: str) -> Wording:
    first = section.blocks[0]
    assert old in first.text
    changed = replace(first, text=first.text.replace(old, new, 1))
    return Wording(section.title, (changed, *section.blocks[1:]))


def first_word(section: Section) -> str:
    return section.blocks[0].text.split()[0]


def last_word(section: Section) -> str:
    return section.blocks[0].text.split()[-1]


def do(opened: AppTest, action: ProposalAction) -> AppTest:
    """Press the button of a step."""
    start = f"do_step_{action.value}_"
    (button,) = [each for each in opened.button if str(each.key).startswith(start)]
    button.click().run()
    assert not opened.exception
    return opened


def field(opened: AppTest, kind: str, name: str, action: ProposalAction) -> Widget:
    """Return the one field of a step's form, whatever kind of widget it is."""
    start = f"{name}_step_{action.value}_"
    widgets: Widget = opened.get(kind)
    (found,) = [each for each in widgets if str(each.key).startswith(start)]
    return found


def faults(opened: AppTest) -> str:
    return " ".join(each.value for each in opened.error).replace("\\", "")


def test_a_step_without_its_reason_is_refused_at_the_field(demo_store: Store) -> None:
    section = a_section(demo_store)
    made = propose_on(demo_store, section, swapped(section, first_word(section), "Neu"))
    opened = turn_to(reader(demo_store, Role.COORDINATOR)[0], "proposals", id=made.id)

    do(opened, A.RETURN)
    assert "füllen Sie dieses Feld aus" in faults(opened)
    assert again(demo_store, made).state is S.SUBMITTED

    field(opened, "text_area", "reason", A.RETURN).set_value("Bitte mit Quelle.")
    do(opened, A.RETURN)
    assert "zur Überarbeitung zurückgegeben" in opened.success[0].value
    assert again(demo_store, made).state is S.RETURNED
    assert "Bitte mit Quelle." in said(opened)


def test_a_recommendation_stands_with_its_reason(demo_store: Store) -> None:
    section = a_section(demo_store)
    made = propose_on(demo_store, section, swapped(section, first_word(section), "Neu"))
    step(demo_store, made, A.ADMIT)
    opened = turn_to(reader(demo_store, Role.COORDINATOR)[0], "proposals", id=made.id)

    field(opened, "radio", "result", A.RECOMMEND).set_value(DecisionResult.REJECTED)
    field(opened, "text_area", "reason", A.RECOMMEND).set_value("Zu teuer.")
    do(opened, A.RECOMMEND)

    assert again(demo_store, made).recommendation is DecisionResult.REJECTED
    assert "Empfehlung der Verwaltung" in said(opened)
    assert "ablehnen\nZu teuer." in said(opened)


def test_the_second_of_two_people_is_told(demo_store: Store) -> None:
    section = a_section(demo_store)
    made = propose_on(demo_store, section, swapped(section, first_word(section), "Neu"))
    opened = turn_to(reader(demo_store, Role.COORDINATOR)[0], "proposals", id=made.id)
    step(demo_store, made, A.ADMIT)

    do(opened, A.ADMIT)

    assert "inzwischen" in faults(opened)
    assert len(steps_of(demo_store, STAFF, made.id)) == 1


def test_a_proposal_apart_from_the_change_is_carried_over_as_shown(demo_store: Store) -> None:
    made, _ = changed_underneath(demo_store, contradicting=False)
    opened = turn_to(reader(demo_store, Role.COORDINATOR)[0], "proposals", id=made.id)
    assert "Der Vorschlag auf dem heutigen Text" in said_below(opened)
    assert not opened.warning

    do(opened, A.CARRY_OVER)

    now = again(demo_store, made)
    text = text_of_blocks(now.blocks)
    assert now.number == 2
    assert "Zuerst" in text
    assert "zuletzt" in text
    assert "Der Text hat sich seither geändert" not in said(opened)


def test_where_text_and_proposal_contradict_a_person_writes_the_result(
    demo_store: Store,
) -> None:
    made, present = changed_underneath(demo_store, contradicting=True)
    opened = turn_to(reader(demo_store, Role.COORDINATOR)[0], "proposals", id=made.id)
    assert "verschiedene Worte" in opened.warning[0].value
    area = field(opened, "text_area", "wording", A.CARRY_OVER)
    assert area.value == text_of_blocks(present.blocks)

    area.set_value(area.value.replace("Zuerst", "Zuerst und dennoch"))
    do(opened, A.CARRY_OVER)

    assert "Zuerst und dennoch" in text_of_blocks(again(demo_store, made).blocks)


def test_working_over_begins_with_the_text_of_today_and_keeps_the_older_revision(
    demo_store: Store,
) -> None:
    opened, person = reader(demo_store, Role.ORG_EDITOR)
    section = a_section(demo_store)
    made = propose_on(
        demo_store, section, swapped(section, last_word(section), "zuletzt."), actor=person
    )
    step(demo_store, made, A.RETURN, ProposalStep(reason="Kürzer."))
    other = swapped(section, first_word(section), "Zuerst")
    accept(demo_store, propose_on(demo_store, section, other))
    turn_to(opened, "proposals", id=made.id)
    area = field(opened, "text_area", "wording", A.REVISE)
    assert "Zuerst" in area.value
    assert "zuletzt." in area.value

    area.set_value(area.value.replace("zuletzt.", "ganz zuletzt."))
    field(opened, "text_input", "headline", A.REVISE).set_value("Kürzer gefasst")
    do(opened, A.REVISE)

    now = again(demo_store, made)
    assert now.headline == "Kürzer gefasst"
    assert "ganz zuletzt." in text_of_blocks(now.blocks)
    assert [each.number for each in revisions(demo_store, STAFF, made.id)] == [2, 1]
    (chooser,) = [each for each in opened.selectbox if each.key == f"revision_{made.id}"]
    assert chooser.options[1].startswith("Fassung 1")


def test_what_was_typed_stays_where_somebody_else_was_first(demo_store: Store) -> None:
    opened, person = reader(demo_store, Role.ORG_EDITOR)
    section = a_section(demo_store)
    wording = swapped(section, first_word(section), "Neu")
    made = propose_on(demo_store, section, wording, actor=person)
    step(demo_store, made, A.ADMIT)
    turn_to(opened, "proposals", id=made.id)
    now = again(demo_store, made)
    reword(
        demo_store, person, made.id, offer(swapped(section, first_word(section), "Anders")),
        base_version_id=section.version_id, expected=now.revision,
    )  # fmt: skip

    field(opened, "text_area", "rationale", A.REVISE).set_value("Lange getippt.")
    do(opened, A.REVISE)

    assert faults(opened)
    assert field(opened, "text_area", "rationale", A.REVISE).value == "Lange getippt."
    assert again(demo_store, made).number == 2


def test_a_change_of_form_is_settled_by_a_second_person(demo_store: Store) -> None:
    section = a_section(demo_store)
    wording = swapped(section, first_word(section), "Neu")
    made = propose_on(demo_store, section, wording, editorial=True)
    step(demo_store, made, A.ADMIT)
    opened = turn_to(reader(demo_store, Role.COORDINATOR)[0], "proposals", id=made.id)

    do(opened, A.SETTLE)

    now = again(demo_store, made)
    assert (now.state, now.result) == (S.DECIDED, DecisionResult.ACCEPTED)
    assert "Verwaltung (redaktionell)" in said(opened)


def test_a_proposal_that_is_not_there_is_explained(demo_store: Store) -> None:
    opened = turn_to(reader(demo_store, Role.STAFF)[0], "proposals", id="erfunden")

    assert "Diesen Vorschlag gibt es nicht." in faults(opened)


def changed_underneath(store: Store, *, contradicting: bool) -> tuple[Proposal, Section]:
    """Return a proposal whose section has got other words since, and the section as it is now."""
    section = a_section(store)
    old = first_word(section) if contradicting else last_word(section)
    made = propose_on(store, section, swapped(section, old, "zuletzt."))
    accept(store, propose_on(store, section, swapped(section, first_word(section), "Zuerst")))
    return made, concepts.section(store, section.id)


def said_below(opened: AppTest) -> str:
    return "\n".join(str(each.value) for each in opened.subheader)
