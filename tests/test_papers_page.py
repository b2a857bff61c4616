"""The page of papers without a browser: making one, deciding, working in, publishing."""

from streamlit.testing.v1 import AppTest

from accounts.identity import Role
from concept_review.decision import DecisionResult
from concept_review.outline import blocks_of_text, text_of_blocks
from concept_review.proposal import Proposal
from concept_review.proposal_steps import ProposalAction, ProposalState
from concept_review.rebase import Wording
from concept_review.section import Section
from data import concepts
from data.clock import today
from data.decisions import decision_on
from data.papers import consultations, papers
from data.store import Store
from tests.conftest import STAFF
from tests.proposal_walk import accept, again, decided, propose_on, recommended, step, tabled
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


def test_a_paper_is_made_of_what_is_ready(demo_store: Store) -> None:
    ready = recommended(demo_store, offered(demo_store))
    waiting = step(demo_store, offered(demo_store, 1, "Spät"), ProposalAction.ADMIT)
    opened = turn_to(app(demo_store, Role.COORDINATOR), "papers")

    assert "Noch gibt es keine Vorlage." in said(opened)
    assert [each.key for each in opened.checkbox] == [f"table_{ready.id}"]
    shown = "\n".join(each.value for each in opened.caption)
    assert "Noch gibt es keine Empfehlung." in shown
    assert waiting.headline in said(opened)

    opened.checkbox(key=f"table_{ready.id}").check().run()
    motion = str(opened.text_area(key="motion_new_paper").value)
    assert "Die Stadtverordnetenversammlung beschließt:" in motion
    assert ready.headline in motion
    reasons = str(opened.text_area(key="rationale_new_paper").value)
    assert "Empfehlung der Verwaltung: Annahme." in reasons
    opened.text_input(key="title_new_paper").set_value(" ").run()
    press(opened, "Vorlage anlegen")
    assert "Bitte füllen Sie dieses Feld aus." in errors(opened)
    opened.text_input(key="title_new_paper").set_value("Fortschreibung 2026").run()
    press(opened, "Vorlage anlegen")

    (made,) = papers(demo_store, STAFF)
    assert made.title == "Fortschreibung 2026"
    assert "Fortschreibung 2026" in opened.title[0].value
    assert again(demo_store, ready).paper_id == made.id


def test_what_somebody_wrote_is_not_written_over(demo_store: Store) -> None:
    first, second = [recommended(demo_store, offered(demo_store, n, f"W{n}")) for n in (0, 1)]
    opened = turn_to(app(demo_store, Role.COORDINATOR), "papers")
    opened.checkbox(key=f"table_{first.id}").check().run()
    opened.text_area(key="motion_new_paper").set_value("Mein eigener Text.").run()
    opened.checkbox(key=f"table_{second.id}").check().run()

    assert opened.text_area(key="motion_new_paper").value == "Mein eigener Text."
    assert second.headline in str(opened.text_area(key="rationale_new_paper").value)


def test_rivals_are_declared_as_alternatives(demo_store: Store) -> None:
    rivals = [recommended(demo_store, offered(demo_store, 0, word)) for word in ("Eins", "Zwei")]
    opened = turn_to(app(demo_store, Role.COORDINATOR), "papers")
    for each in rivals:
        opened.checkbox(key=f"table_{each.id}").check().run()
    assert "können nicht zusammen gelten" in opened.warning[0].value
    press(opened, "Vorlage anlegen")
    assert errors(opened).count("widerspricht einem anderen Vorschlag") == 2

    opened.checkbox(key="alternatives_new_paper").check().run()
    press(opened, "Vorlage anlegen")

    assert all(again(demo_store, each).alternative for each in rivals)
    assert [each.label.partition(":")[0] for each in opened.tabs][:3] == ["A", "B", "Keine davon"]


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
