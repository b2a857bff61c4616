"""The form for proposals of all kinds, and the versions page, as their users fill them in."""

import pytest
from streamlit.testing.v1 import AppTest

from accounts.identity import Role
from concept_review.decision import Competence
from concept_review.proposal import Placement, Proposal, ProposalKind
from concept_review.proposal_steps import ProposalState
from concept_review.section import Section
from data import concepts
from data.proposals import proposals
from data.store import Store
from tests.conftest import COORDINATOR
from tests.proposal_walk import accept, propose_on
from tests.test_pages import said, turn_to
from tests.test_proposal_pages import a_section, reader, reworded


def opened(store: Store, kind: ProposalKind, role: Role = Role.STAFF) -> tuple[AppTest, Section]:
    app, _who = reader(store, role)
    section = a_section(store)
    turn_to(app, "section", id=section.id)
    app.segmented_control(key=f"kind_propose_{section.version_id}").set_value(kind).run()
    return app, section


def fill(app: AppTest, section: Section, **typed: str) -> None:
    form = f"propose_{section.version_id}"
    words = {"headline": "Kürzer", "rationale": "Besser lesbar.", **typed}
    for field, text in words.items():
        places = app.text_input if field in ("headline", "title", "new_title") else app.text_area
        places(key=f"{field}_{form}").set_value(text)


def submit(app: AppTest, section: Section, *, draft: bool = False) -> AppTest:
    app.button(key=f"save_{draft}_propose_{section.version_id}").click().run()
    assert not app.exception
    return app


def only_one(store: Store) -> Proposal:
    (found,) = proposals(store, COORDINATOR)
    return found


def test_words_are_replaced(demo_store: Store) -> None:
    app, section = opened(demo_store, ProposalKind.REPLACE)
    fill(app, section, wording="Ein anderer Text.")
    submit(app, section)

    found = only_one(demo_store)
    assert (found.kind, found.headline) == (ProposalKind.REPLACE, "Kürzer")
    assert [each.text for each in found.blocks] == ["Ein anderer Text."]
    assert "eingereicht" in app.success[0].value


def test_an_instruction_of_a_council_is_followed(demo_store: Store) -> None:
    app, section = opened(demo_store, ProposalKind.REPLACE)
    app.toggle(key=f"as_instruction_propose_{section.version_id}").set_value(True).run()
    fill(
        app,
        section,
        instruction=f"In Absatz 1 wird „{section.blocks[0].text}“ ersetzt durch „Neu.“",
    )
    submit(app, section)

    assert only_one(demo_store).blocks[0].text == "Neu."


def test_an_instruction_that_is_not_understood_says_so_at_its_field(demo_store: Store) -> None:
    app, section = opened(demo_store, ProposalKind.REPLACE)
    app.toggle(key=f"as_instruction_propose_{section.version_id}").set_value(True).run()
    fill(app, section, instruction="Bitte irgendwie schöner machen.")
    submit(app, section)

    assert proposals(demo_store, COORDINATOR) == []
    assert "nicht verständlich" in app.error[0].value


def test_a_passage_is_added_behind_another(demo_store: Store) -> None:
    app, section = opened(demo_store, ProposalKind.SUPPLEMENT)
    app.selectbox(key=f"behind_propose_{section.version_id}").set_value(1)
    fill(app, section, added="Das kommt hinzu.")
    submit(app, section)

    found = only_one(demo_store)
    assert found.blocks[1].text == "Das kommt hinzu."
    assert len(found.blocks) == len(section.blocks) + 1


def test_a_whole_section_is_struck_out(demo_store: Store) -> None:
    app, section = opened(demo_store, ProposalKind.DELETE)
    app.checkbox(key=f"whole_propose_{section.version_id}").set_value(True).run()
    fill(app, section)
    submit(app, section)

    assert only_one(demo_store).drops_section


def test_nothing_chosen_to_go_is_no_proposal(demo_store: Store) -> None:
    app, section = opened(demo_store, ProposalKind.DELETE)
    fill(app, section)
    submit(app, section)

    assert proposals(demo_store, COORDINATOR) == []
    assert "nichts vorzuschlagen" in app.error[0].value


def test_a_new_section_gets_its_place(demo_store: Store) -> None:
    app, section = opened(demo_store, ProposalKind.INSERT)
    app.radio(key=f"placement_propose_{section.version_id}").set_value(Placement.BELOW)
    fill(app, section, new_title="Neuer Abschnitt", new_wording="Sein Text.")
    submit(app, section)

    found = only_one(demo_store)
    assert (found.title, found.placement) == ("Neuer Abschnitt", Placement.BELOW)


def test_a_section_moves_behind_another_but_needs_to_know_which(demo_store: Store) -> None:
    app, section = opened(demo_store, ProposalKind.MOVE)
    fill(app, section)
    submit(app, section)
    assert proposals(demo_store, COORDINATOR) == []

    other = a_section(demo_store, 5)
    app.selectbox(key=f"anchor_propose_{section.version_id}").set_value(other.id)
    submit(app, section)

    assert only_one(demo_store).anchor_id == other.id


def test_a_draft_is_kept_for_its_author_alone(demo_store: Store) -> None:
    app, section = opened(demo_store, ProposalKind.REPLACE)
    fill(app, section, wording="Noch nicht fertig.")
    submit(app, section, draft=True)

    assert proposals(demo_store, COORDINATOR) == []
    (row,) = demo_store.find("proposals")
    assert row["state"] == ProposalState.DRAFT


@pytest.mark.parametrize(
    ("text", "words"),
    [("Ganz anders.", "andere Wörter"), ("Neu.", "genau dasselbe")],
)
def test_rivals_are_named_while_one_types(demo_store: Store, text: str, words: str) -> None:
    section = a_section(demo_store)
    propose_on(demo_store, section, reworded(section, "Neu."))
    app, _section = opened(demo_store, ProposalKind.REPLACE, Role.ORG_EDITOR)
    present = app.text_area(key=f"wording_propose_{section.version_id}").value
    kept = "\n\n".join(str(present).split("\n\n")[:-1])
    whole = f"{kept}\n\n{text}" if kept else text
    app.text_area(key=f"wording_propose_{section.version_id}").set_value(whole).run()

    assert words in said(app)


def test_two_versions_stand_side_by_side(demo_store: Store) -> None:
    section = a_section(demo_store)
    accept(demo_store, propose_on(demo_store, section, reworded(section, "Etwas Neues.")))
    app, _who = reader(demo_store, Role.STAFF)

    turn_to(app, "concept_versions", konzept=concepts.concepts(demo_store)[0].id)

    assert "1 Abschnitt geändert" in said(app)
    assert any("Neues" in each.proto.body for each in app.get("html"))


def test_the_coordinator_says_who_decides(demo_store: Store) -> None:
    app, _who = reader(demo_store, Role.COORDINATOR)
    section = a_section(demo_store)
    turn_to(app, "section", id=section.id)
    key = f"competence_{section.id}_{section.revision}"
    app.selectbox(key=key).set_value(Competence.COMMITTEE)
    app.button(key=f"save_{key}").click().run()

    assert concepts.section(demo_store, section.id).competence is Competence.COMMITTEE
    assert "Gespeichert, wer entscheidet." in app.success[0].value


def test_an_open_proposal_of_another_is_joined_once(demo_store: Store) -> None:
    section = a_section(demo_store)
    wanted = propose_on(demo_store, section, reworded(section, "Neu."))
    app, _who = reader(demo_store, Role.ORG_EDITOR)
    turn_to(app, "proposals", id=wanted.id)
    app.button(key=f"join_{wanted.id}").click().run()

    assert "beigetreten" in app.success[0].value
    assert not [each for each in app.button if each.key == f"join_{wanted.id}"]
    assert "Jemand" in said(app)
