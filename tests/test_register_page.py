"""The form of registration without a browser: steps, errors, likely entries, thanks."""

import pytest
from streamlit.testing.v1 import AppTest

from accounts.identity import GUEST, Role
from data.limits import LIMITS, Form
from data.mails import mails
from data.organizations import organizations
from data.registrations import registrations, submit
from data.roster import topics
from data.store import Store
from tests.conftest import COORDINATOR
from tests.test_pages import app, said, turn_to
from tests.writing_verbs_registrations import typed

NAME = "Sprachcafé am Kanal"


def form(store: Store) -> AppTest:
    return turn_to(app(store), "register")


def press(opened: AppTest, key: str) -> AppTest:
    opened.button(key=key).click().run()
    assert not opened.exception
    return opened


def name_it(opened: AppTest, name: str = NAME) -> AppTest:
    opened.text_input(key="reg_name").set_value(name).run()
    opened.selectbox(key="reg_kind").select("initiative").run()
    return opened


def at_contact(store: Store, name: str = NAME) -> AppTest:
    opened = press(name_it(form(store), name), "skip")
    opened.text_input(key="reg_contact_email").set_value("kontakt@sprachcafe.example.org").run()
    opened.checkbox(key="reg_consent").check().run()
    return opened


def errors(opened: AppTest) -> str:
    return " ".join(each.value for each in opened.error).replace("\\", "")


def step(opened: AppTest) -> str:
    return str(opened.header[0].value)


def test_the_way_leads_forth_and_back_and_loses_nothing(demo_store: Store) -> None:
    opened = press(name_it(form(demo_store)), "next")
    assert step(opened) == "Schritt 2 von 4: Was Sie tun"
    opened.text_area(key="reg_description").set_value("Wir lernen Deutsch.").run()
    opened.multiselect(key="reg_topics").select(topics(demo_store)[0].id).run()
    press(opened, "next")
    assert step(opened) == "Schritt 3 von 4: Zusammenarbeit"
    opened.text_area(key="reg_offers").set_value("Raum am Abend").run()
    press(opened, "next")
    assert step(opened) == "Schritt 4 von 4: Kontakt und Absenden"

    for _ in range(3):
        press(opened, "back")

    assert opened.text_input(key="reg_name").value == NAME
    assert opened.selectbox(key="reg_kind").value == "initiative"
    press(opened, "next")
    assert opened.text_area(key="reg_description").value == "Wir lernen Deutsch."
    assert opened.multiselect(key="reg_topics").value == [topics(demo_store)[0].id]
    press(opened, "next")
    assert opened.text_area(key="reg_offers").value == "Raum am Abend"


def test_a_step_is_left_only_when_it_is_right(demo_store: Store) -> None:
    opened = press(form(demo_store), "next")

    assert step(opened) == "Schritt 1 von 4: Wer Sie sind"
    assert "Bitte prüfen Sie: Name, Art" in errors(opened)
    assert errors(opened).count("Bitte füllen Sie dieses Feld aus.") == 2

    press(name_it(opened), "next")
    assert opened.error.values == []
    opened.text_area(key="reg_description").set_value("ä" * 2_001).run()
    opened.text_area(key="reg_groups").set_value("b" * 201).run()
    opened.text_input(key="reg_website").set_value("sprachcafe punkt org").run()
    press(opened, "next")

    assert step(opened).startswith("Schritt 2")
    assert "höchstens 2.000 Zeichen" in errors(opened)
    assert "In jede Zeile passen höchstens 200 Zeichen" in errors(opened)
    assert "keine vollständige" in errors(opened)
    assert opened.text_area(key="reg_description").value == "ä" * 2_001
    press(opened, "back")
    assert step(opened).startswith("Schritt 1")


def test_what_is_sent_waits_for_the_coordination_in_its_language(demo_store: Store) -> None:
    opened = form(demo_store)
    opened.segmented_control(key="lang").set_value("en").run()
    press(name_it(opened), "skip")
    opened.text_input(key="reg_contact_email").set_value("a@b.example").run()
    opened.checkbox(key="reg_consent").check().run()
    press(opened, "send")

    assert "Thank you!" in said(opened)
    (sent,) = registrations(demo_store, COORDINATOR)
    assert sent.content.name == NAME
    assert demo_store.get("registrations", sent.id)["language"] == "en"
    (mail,) = mails(demo_store, COORDINATOR)
    assert (mail.recipient, mail.language) == ("a@b.example", "en")
    assert f"/anmeldung/bestaetigen/{mail.secret}?lang=en" in mail.body


def test_what_is_wrong_at_the_end_is_told_at_its_field_and_kept(demo_store: Store) -> None:
    opened = press(name_it(form(demo_store)), "skip")
    opened.text_input(key="reg_contact_email").set_value("kein-at-zeichen").run()
    opened.checkbox(key="reg_public").check().run()
    press(opened, "send")

    assert "Das ist keine E-Mail-Adresse." in errors(opened)
    assert "Bitte prüfen Sie: E-Mail-Adresse, Einwilligung" in errors(opened)
    assert opened.text_input(key="reg_contact_email").value == "kein-at-zeichen"
    assert opened.checkbox(key="reg_public").value is True
    assert registrations(demo_store, COORDINATOR) == []

    opened.text_input(key="reg_contact_email").set_value("kontakt@sprachcafe.example.org").run()
    opened.checkbox(key="reg_consent").check().run()
    assert "Vielen Dank" in said(press(opened, "send"))
    (sent,) = registrations(demo_store, COORDINATOR)
    assert sent.content.contact_public


def test_an_entry_of_nearly_this_name_is_offered_while_one_types(demo_store: Store) -> None:
    opened = form(demo_store)
    opened.text_input(key="reg_name").set_value("Sozialle Stadt Potsdm").run()

    known = next(e for e in organizations(demo_store) if e.name.startswith("Soziale Stadt"))
    assert opened.subheader[0].value == "Sind Sie das schon?"
    assert known.name in said(opened)
    assert any(f"/eintrag/link?id={known.id}" in each.value for each in opened.html)

    press(opened, "not_us")
    assert len(opened.subheader) == 0
    assert known.name not in said(opened)


def test_the_very_name_of_an_entry_is_asked_about_before_one_goes_on(demo_store: Store) -> None:
    opened = press(name_it(form(demo_store), "soziale stadt potsdam"), "next")

    assert "ist schon eingetragen" in errors(opened)
    press(press(opened, "not_us"), "next")
    assert step(opened).startswith("Schritt 2")


def test_nothing_that_is_not_published_is_offered(demo_store: Store) -> None:
    submit(demo_store, GUEST, typed(name="Geheimer Kreis Nord"))
    opened = form(demo_store)

    opened.text_input(key="reg_name").set_value("Geheimer Kreis Nord").run()

    assert len(opened.subheader) == 0


def test_a_program_that_fills_in_the_hidden_field_sends_nothing(demo_store: Store) -> None:
    opened = at_contact(demo_store)
    opened.text_input(key="trap_register").set_value("http://werbung.example").run()
    press(opened, "send")

    assert "Ein Feld" in errors(opened)
    assert registrations(demo_store, COORDINATOR) == []
    press(opened, "send")
    assert len(registrations(demo_store, COORDINATOR)) == 1


def test_when_too_many_were_sent_all_that_was_typed_stays(
    demo_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BINDEGLIED_MAIL_FROM", "Büro <integration@stadt.example>")
    for _ in range(LIMITS[Form.REGISTRATION].from_one):
        submit(demo_store, GUEST, typed(), address="")
    opened = press(at_contact(demo_store), "send")

    assert "kamen sehr viele Anmeldungen an" in errors(opened)
    assert "integration" in errors(opened)
    assert opened.text_input(key="reg_contact_email").value == "kontakt@sprachcafe.example.org"
    everyone = registrations(demo_store, COORDINATOR)
    assert NAME not in {e.content.name for e in everyone[LIMITS[Form.REGISTRATION].from_one :]}


def test_everything_typed_can_be_thrown_away(demo_store: Store) -> None:
    opened = press(at_contact(demo_store), "discard_all")

    assert step(opened).startswith("Schritt 1")
    assert opened.text_input(key="reg_name").value == ""
    assert opened.selectbox(key="reg_kind").value is None
    press(name_it(opened), "skip")
    assert opened.text_input(key="reg_contact_email").value == ""
    assert opened.checkbox(key="reg_consent").value is False


def test_the_thanks_say_who_is_near_and_what_concerns_one(demo_store: Store) -> None:
    topic = next(each for each in topics(demo_store) if "Wohn" in each.term)
    opened = press(name_it(form(demo_store)), "next")
    opened.multiselect(key="reg_topics").select(topic.id).run()
    press(press(opened, "next"), "next")
    opened.text_input(key="reg_contact_email").set_value("a@b.example").run()
    opened.checkbox(key="reg_consent").check().run()
    press(opened, "send")

    shown = said(opened)
    assert f"Sie arbeiten beide zu: {topic.term}." in shown
    assert "Arbeitsgruppen befassen sich mit Ihren Themen." in shown
    assert "Diese Abschnitte handeln von Ihren Themen." in shown
    targets = [each.proto.page for each in opened.page_link]
    assert any("abschnitt" in each for each in targets)
    press(opened, "another")
    assert opened.text_input(key="reg_name").value == ""


def test_the_thanks_hold_without_any_topic_too(demo_store: Store) -> None:
    opened = press(at_contact(demo_store), "send")

    assert "Sie haben keine Themen gewählt." in said(opened)
    assert "Verzeichnis" in said(opened)


@pytest.mark.parametrize("role", [Role.STAFF, Role.COORDINATOR])
def test_people_of_the_city_are_not_limited(demo_store: Store, role: Role) -> None:
    for _ in range(LIMITS[Form.REGISTRATION].from_one):
        submit(demo_store, GUEST, typed(), address="")
    opened = press(name_it(turn_to(app(demo_store, role), "register")), "skip")
    opened.text_input(key="reg_contact_email").set_value("a@b.example").run()
    opened.checkbox(key="reg_consent").check().run()

    assert "Vielen Dank" in said(press(opened, "send"))
