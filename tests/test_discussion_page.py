"""Discussion, invitations and citizens' proposals on the pages, without a browser."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from accounts.identity import Role
from concept_review.section import Section
from data.comments import Place, comment, comments, settle
from data.store import Store
from tests.conftest import STAFF
from tests.test_outbox import shown
from tests.test_pages import app, turn_to
from tests.versions import DIVIDED, TEXT, imported, named, take

MARKUP = "![Bild](https://fremd.example/x.png) <b>fett</b>"


@pytest.fixture(autouse=True)
def own_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BINDEGLIED_DATABASE", str(tmp_path / "bindeglied.db"))
    monkeypatch.delenv("BINDEGLIED_SMTP_HOST", raising=False)


@pytest.fixture
def section(store: Store) -> Section:
    return named(store, imported(store), "Sprache")


def opened(store: Store, section: Section, role: Role) -> AppTest:
    return turn_to(app(store, role), "section", id=section.id)


def everything(page: AppTest) -> str:
    return shown(page) + "\n".join(each.value for each in page.html)


def labels(page: AppTest) -> list[str]:
    return [each.label for each in (*page.button, *page.expander)]


def remark(store: Store, section: Section, quote: str = "Deutschkurse", text: str = "Wo?") -> str:
    place = Place(section.version_id, section.blocks[0].id, quote)
    return comment(store, STAFF, section.id, text, place).id


def test_a_remark_on_words_is_written_answered_and_settled(store: Store, section: Section) -> None:
    page = opened(store, section, Role.STAFF)
    form = f"comment_{section.id}"
    page.selectbox(key=f"block_{form}").set_value(section.blocks[0].id).run()
    page.text_input(key=f"quote_{form}").set_value("Deutschkurse")
    page.text_area(key=f"text_{form}").set_value("Wo finden sie statt?")
    page.button(key=f"save_{form}").click().run()

    assert not page.exception
    (kept,) = comments(store, STAFF, section.id)
    assert (kept.quote, kept.text, kept.author_name) == (
        "Deutschkurse", "Wo finden sie statt?", "Jemand",
    )  # fmt: skip
    assert page.text_area(key=f"text_{form}").value == ""
    assert "Zu dieser Stelle:" in everything(page)

    page.text_area(key=f"text_answer_{kept.id}").set_value("An drei Orten.")
    page.button(key=f"save_answer_{kept.id}").click().run()
    assert "An drei Orten." in everything(page)
    page.button(key=f"settle_{kept.id}").click().run()
    assert "1 erledigte Anmerkung" in labels(page)
    assert "Wo finden sie statt?" in everything(page)  # folded away, and readable
    page.button(key=f"settle_{kept.id}").click().run()
    assert "1 erledigte Anmerkung" not in labels(page)
    assert not page.exception


@pytest.mark.parametrize(
    ("quote", "text", "error"),
    [
        ("Schwimmkurse", "Wo?", "stehen nicht in der Stelle"),
        ("in", "Wo?", ""),
        ("der", "", "Bitte füllen Sie dieses Feld aus."),
    ],
)
def test_a_remark_that_cannot_be_kept_stays_in_the_form(
    store: Store, section: Section, quote: str, text: str, error: str
) -> None:
    page = opened(store, section, Role.ORG_EDITOR)
    form = f"comment_{section.id}"
    page.selectbox(key=f"block_{form}").set_value(section.blocks[0].id).run()
    page.text_input(key=f"quote_{form}").set_value(quote)
    page.text_area(key=f"text_{form}").set_value(text)
    page.button(key=f"save_{form}").click().run()

    assert not page.exception
    if error:
        assert error in everything(page)
        assert page.text_input(key=f"quote_{form}").value == quote
    assert len(comments(store, STAFF, section.id)) == (0 if error else 1)


def test_a_passage_that_changed_or_went_is_said_to_have(store: Store, section: Section) -> None:
    remark(store, section, "Die Volkshochschule bietet Deutschkurse auf allen Stufen an", "Stufen?")
    remark(store, section, "Kinder lernen in der Kita mit Bildern", "Bilder?")
    changed = TEXT.replace("Deutschkurse auf allen", "Sprachkurse auf allen")
    take(store, section.concept_id, changed)
    take(store, section.concept_id, changed.replace(" Kinder lernen in der Kita mit Bildern.", ""))

    page = everything(opened(store, section, Role.STAFF))

    assert "Zu dieser Stelle, die sich seitdem geändert hat. Sie lautete:" in page
    assert "Sprachkurse auf allen Stufen an" in page
    assert "Zu einer Stelle, die es im heutigen Text nicht mehr gibt. Sie lautete:" in page
    assert "Kinder lernen in der Kita mit Bildern" in page
    assert "Bilder?" in page


def test_text_of_others_is_never_more_than_text(store: Store, section: Section) -> None:
    remark(store, section, "", MARKUP)

    page = opened(store, section, Role.STAFF)

    assert MARKUP in [each.value for each in page.text]
    assert "<b>" not in "".join(each.value for each in page.html)


def test_guests_see_no_discussion_and_the_clerk_only_reads(store: Store, section: Section) -> None:
    first = remark(store, section)
    settle(store, STAFF, first, expected=1)
    remark(store, section)

    assert "Wo?" not in everything(opened(store, section, Role.PUBLIC))
    clerk = opened(store, section, Role.CLERK)
    assert "Wo?" in everything(clerk)
    assert not {"Antworten", "Zu einer Stelle etwas anmerken", "Als erledigt kennzeichnen"} & set(
        labels(clerk)
    )
    assert "Träger einladen" not in labels(opened(store, section, Role.STAFF))


def test_a_remark_is_shown_where_its_passage_went_when_a_section_was_divided(
    store: Store, section: Section
) -> None:
    remark(store, section, "Kinder lernen in der Kita mit Bildern", "Mit welchen Bildern?")
    remark(store, section, "Volkshochschule", "Nur sie?")
    take(store, section.concept_id, DIVIDED)
    part = named(store, section.concept_id, "Kita")

    page = everything(opened(store, part, Role.STAFF))

    assert "Mit welchen Bildern?" in page
    assert "Zu dieser Stelle:" in page
    assert "Nur sie?" not in page
