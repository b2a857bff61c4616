"""The page that reads in an edited file, without a browser."""

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from accounts.identity import Role
from concept_review.inline import plain
from concept_review.papers.tracked_docx import write_tracked
from concept_review.section import Section
from data.concepts import import_concept, sections
from data.proposals import proposals
from data.store import Store
from tests.conftest import COORDINATOR, STAFF
from tests.test_pages import app, turn_to
from tests.tracked_kits import kit, reworded

PAGE = "proposals_import"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TEXT = "# Kleines Konzept\n\n## Ziele\n\nAlle <b>wohnen</b> gut.\n\n## Wege\n\nEs gibt Kurse.\n"


def file_of(concept_id: str, present: list[Section], author: str = "Ada *Stern*") -> bytes:
    """Return a file in which one author changed both sections."""
    wanted = kit(
        present,
        [
            reworded(1, present[0], author, {"gut": "sehr <i>gut</i>"}),
            reworded(2, present[1], author, {"Kurse": "viele Kurse"}),
        ],
    )
    return write_tracked(replace(wanted, concept_id=concept_id))


def opened(store: Store, *, other: str = "") -> AppTest:
    """Open the page and choose the file."""
    concept = import_concept(store, COORDINATOR, TEXT.encode())
    present = sections(store, concept.id)
    page = turn_to(app(store, Role.STAFF), PAGE)
    source = other.encode() if other else file_of(concept.id, present)
    name = "zurück.md" if other else "zurück.docx"
    page.file_uploader[0].set_value((name, source, "text/markdown" if other else WORD))
    return page.run()


def words(page: AppTest) -> str:
    found = [each.value for each in (*page.text, *page.markdown, *page.info, *page.warning)]
    return "\n".join([*found, *(each.value for each in page.success)])


def test_each_change_is_shown_with_its_author_and_can_be_left_out(demo_store: Store) -> None:
    page = opened(demo_store)

    assert not page.exception
    assert [each.value for each in page.checkbox] == [True, True]
    assert "Ada" in page.checkbox[0].label
    assert "*Stern*" not in page.checkbox[0].label.replace("\\*", "")
    assert [each.value for each in page.subheader] == ["1 Ziele", "2 Wege"]
    page.checkbox[1].uncheck().run()
    assert "1 von 2 sind ausgewählt." in words(page)

    page.button[-1].click().run()

    assert "1 Vorschlag ist eingereicht." in words(page)
    made = proposals(demo_store, STAFF)[0]
    assert made.author_name == "Ada *Stern*"
    assert plain(made.blocks[0].text) == "Alle <b>wohnen</b> sehr <i>gut</i>."


def test_a_file_that_proposes_nothing_says_so(demo_store: Store) -> None:
    page = opened(demo_store, other=TEXT)
    page.selectbox[0].select_index(len(page.selectbox[0].options) - 1).run()

    assert not page.exception
    assert "Die Datei schlägt nichts vor" in words(page)


def test_sections_that_fit_nowhere_are_named(demo_store: Store) -> None:
    text = TEXT.replace("Wege\n\nEs gibt Kurse", "Wetter & Wind\n\nEs regnet heftig im Herbst")

    page = opened(demo_store, other=text)
    page.selectbox[0].select_index(len(page.selectbox[0].options) - 1).run()

    assert "Abschnitte der Datei, die das Konzept nicht hat:" in words(page)
    assert "Wetter" in words(page)
    assert "Abschnitte des Konzepts, die die Datei nicht hat:" in words(page)


@pytest.mark.parametrize("role", [Role.PUBLIC, Role.ADMIN])
def test_whoever_may_not_propose_does_not_find_the_page(demo_store: Store, role: Role) -> None:
    with pytest.raises(ValueError, match="navigation page"):
        turn_to(app(demo_store, role), PAGE)
