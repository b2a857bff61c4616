"""The page on which the city words its mails: seen, changed, refused, and by two at once."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from accounts.identity import Role
from data.letters import Letter, Occasion
from data.mail_texts import PLACES, mail_text, reword
from data.store import Store
from tests.conftest import COORDINATOR
from tests.test_pages import app, said, turn_to
from views.letters import compose

KEY = "change_accepted_de"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BINDEGLIED_DATABASE", str(tmp_path / "bindeglied.db"))


@pytest.fixture
def page(store: Store) -> AppTest:
    opened = turn_to(app(store, Role.COORDINATOR), "mail_texts")
    opened.selectbox(key="mail_occasion").set_value("change_accepted").run()
    return opened


def type_in(page: AppTest, subject: str, body: str) -> None:
    page.text_input(key=f"mail_subject_{KEY}").set_value(subject)
    page.text_area(key=f"mail_body_{KEY}").set_value(body).run()


def save(page: AppTest) -> None:
    page.button(key="mail_save").click().run()
    assert not page.exception


@pytest.mark.parametrize("occasion", list(PLACES))
def test_every_mail_shows_its_words_and_how_it_will_arrive(store: Store, occasion: str) -> None:
    opened = turn_to(app(store, Role.COORDINATOR), "mail_texts")

    opened.selectbox(key="mail_occasion").set_value(occasion).run()

    assert not opened.exception
    assert not opened.warning
    assert "Das ist der vorgeschlagene Wortlaut." in said(opened)
    assert "Guten Tag," in said(opened)


def test_what_is_saved_stands_in_the_next_mail_and_can_be_taken_back(
    store: Store, page: AppTest
) -> None:
    type_in(page, "Danke, {name}!", "Wir haben es übernommen.")
    assert "Danke, Sprachcafé am Kanal" in page.markdown[-1].value
    save(page)

    letter = Letter(occasion=Occasion.CHANGE_ACCEPTED, name="Haus")
    assert compose(store, letter) == ("Danke, Haus!", "Wir haben es übernommen.\n")
    assert "Das ist der eigene Wortlaut der Stadt." in said(page)

    page.button(key="mail_ours").click().run()
    assert mail_text(store, "change_accepted", "de") is None
    assert "übernommen" in str(page.text_area(key=f"mail_body_{KEY}").value)


def test_what_would_not_do_is_said_at_its_field_and_nothing_is_lost(
    store: Store, page: AppTest
) -> None:
    type_in(page, "Danke", "Wir {name.__class__}")
    save(page)

    assert "kann hier nicht ausgefüllt werden" in page.error[0].value
    assert page.text_area(key=f"mail_body_{KEY}").value == "Wir {name.__class__}"
    assert mail_text(store, "change_accepted", "de") is None


def test_of_two_people_the_second_sees_the_words_of_the_first_and_keeps_the_own(
    store: Store, page: AppTest
) -> None:
    reword(store, COORDINATOR, "change_accepted", "de", "Erste", "Worte der Ersten", expected=0)
    type_in(page, "Zweite", "Worte der Zweiten")
    save(page)

    assert "Eine andere Person hat dies inzwischen geändert." in page.error[0].value
    assert page.text_area(key=f"mail_body_{KEY}").value == "Worte der Ersten"
    assert page.code[0].value == "Zweite\n\nWorte der Zweiten"
    save(page)
    assert mail_text(store, "change_accepted", "de") is not None
