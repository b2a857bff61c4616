"""A new paper on the page without a browser: chosen, prefilled, alternatives declared."""

from streamlit.testing.v1 import AppTest

from accounts.identity import Role
from concept_review.proposal_steps import ProposalAction
from data.papers import papers
from data.store import Store
from tests.conftest import STAFF
from tests.proposal_walk import again, recommended, step
from tests.test_pages import app, said, turn_to
from tests.test_papers_page import errors, offered, press


def value(opened: AppTest, field: str) -> str:
    """Return what stands in a text area of the form."""
    return opened.text_area(key=f"{field}_new_paper").value or ""


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
    motion = value(opened, "motion")
    assert "Die Stadtverordnetenversammlung beschließt:" in motion
    assert ready.headline in motion
    assert "Empfehlung der Verwaltung: Annahme." in value(opened, "rationale")
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

    assert value(opened, "motion") == "Mein eigener Text."
    assert second.headline in value(opened, "rationale")


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
