"""Every page without a browser: who sees what, in both languages, full and empty."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from accounts.identity import OPERATOR, Role
from concept_review.currency import Currency
from data.accounts import add_account
from data.clock import today
from data.concepts import concepts
from data.registrations import registrations
from data.roster import roster
from data.sessions import redeem, session_of
from data.sqlite_store import SqliteStore
from data.standings import standings
from data.store import Store
from network.graph import build_graph, records
from network.organization import Organization
from tests.conftest import COORDINATOR, ROOT
from views.inert import inert
from views.words import number_text, percent_text

PUBLIC = {
    "start": "Landeshauptstadt Potsdam",
    "network_map": "Netzkarte",
    "concept": "Integrationskonzept",
    "concept_overview": "Auswertung",
    "section": "Vorbemerkung",
    "register": "Organisation anmelden",
    "stories": "Erzählungen",
}
INTERNAL = {
    "registrations": "Anmeldungen",
    "proposals": "Änderungsvorschläge",
    "papers": "Beschlussvorlagen",
    "proposals_together": "Vorschläge zusammen",
    "my_tasks": "Meine Aufgaben",
    "advice": "Was zu tun ist",
    "outbox": "Postausgang",
    "mail_texts": "Wortlaut der E-Mails",
    "concept_import": "Konzept einlesen",
}
SEEN = {
    Role.PUBLIC: set(PUBLIC),
    Role.STAFF: {*PUBLIC, *INTERNAL} - {"registrations", "outbox", "mail_texts", "concept_import"},
    Role.COORDINATOR: {*PUBLIC, *INTERNAL},
}


def app(store: Store, role: Role = Role.PUBLIC) -> AppTest:
    """Open the app as a guest, or as somebody who has signed in."""
    opened = AppTest.from_file(ROOT / "app.py", default_timeout=60)
    opened.user = {}
    if role is not Role.PUBLIC:
        invitation = add_account(store, OPERATOR, "Jemand", role.value, role)
        signed_in = redeem(store, invitation.token, "ein langes Passwort")
        opened.user = {"session": session_of(store, signed_in.token)}
    opened.run()
    return opened


def turn_to(opened: AppTest, page: str, **address: str | list[str]) -> AppTest:
    opened.switch_page(f"views/pages/{page}.py")
    for name, value in address.items():
        opened.query_params[name] = value
    opened.run()
    assert not opened.exception
    return opened


def said(opened: AppTest) -> str:
    shown = [*opened.title, *opened.header, *opened.text, *opened.markdown, *opened.page_link]
    return "\n".join(str(each.value) for each in shown)


def a_section(store: Store) -> str:
    everything = standings(store, concepts(store)[0].id)
    return next(each.section.id for each in everything if each.section.reviewable)


@pytest.fixture
def empty_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SqliteStore:
    path = tmp_path / "leer.db"
    monkeypatch.setenv("BINDEGLIED_DATABASE", str(path))
    opened = SqliteStore(path)
    opened.migrate()
    return opened


@pytest.mark.parametrize("role", SEEN)
def test_everyone_gets_the_pages_of_their_role_whole(demo_store: Store, role: Role) -> None:
    opened = app(demo_store, role)
    assert not opened.exception

    for page, title in {**PUBLIC, **INTERNAL}.items():
        if page in SEEN[role]:
            turn_to(opened, page, id=a_section(demo_store) if page == "section" else [])
            assert title in opened.title[0].value
            assert not opened.error
        else:
            with pytest.raises(ValueError, match="Could not find a navigation page"):
                turn_to(opened, page)


def test_an_ended_session_sees_what_a_guest_sees(demo_store: Store) -> None:
    opened = app(demo_store)
    opened.user = {"session": "01a20000-0000-7000-8000-000000000000"}
    opened.run()

    assert ">Anmelden</a>" in opened.html[0].value
    assert "weiter=" in opened.html[0].value
    with pytest.raises(ValueError, match="Could not find a navigation page"):
        turn_to(opened, "proposals")


def test_only_who_may_review_is_asked_to(demo_store: Store) -> None:
    section = a_section(demo_store)
    asked = {
        role: [each.label for each in turn_to(app(demo_store, role), "section", id=section).button]
        for role in (Role.PUBLIC, Role.ORG_EDITOR, Role.STAFF, Role.CLERK, Role.ADMIN)
    }

    assert [role for role, labels in asked.items() if "Weiterhin aktuell" in labels] == [Role.STAFF]
    assert asked[Role.PUBLIC] == []


def test_a_registration_with_errors_keeps_what_was_typed(demo_store: Store) -> None:
    opened = turn_to(app(demo_store), "register")
    typed = {"reg_name": "Sprachcafé am Kanal", "reg_contact_email": "kein-at-zeichen"}
    for key, value in typed.items():
        opened.text_input(key=key).set_value(value)
    opened.text_area(key="reg_description").set_value("Wir lernen gemeinsam Deutsch.")
    opened.checkbox(key="reg_public").check()
    opened.form_submit_button[0].click().run()

    assert {key: opened.text_input(key=key).value for key in typed} == typed
    assert opened.text_area(key="reg_description").value == "Wir lernen gemeinsam Deutsch."
    assert opened.checkbox(key="reg_public").value is True
    errors = " ".join(each.value for each in opened.error).replace("\\", "")
    assert "Das ist keine E-Mail-Adresse." in errors
    assert "Bitte prüfen Sie: Art, E-Mail-Adresse, Einwilligung" in errors
    assert registrations(demo_store, COORDINATOR) == []

    opened.text_input(key="reg_contact_email").set_value("kontakt@sprachcafe.example.org")
    opened.selectbox(key="reg_kind").select_index(0)
    opened.checkbox(key="reg_consent").check()
    opened.form_submit_button[0].click().run()

    assert "Vielen Dank" in opened.success[0].value
    stored = registrations(demo_store, COORDINATOR)
    assert [each.content.name for each in stored] == ["Sprachcafé am Kanal"]
    assert stored[0].content.description == "Wir lernen gemeinsam Deutsch."


@pytest.mark.parametrize("choose", ["by address", "by switch"])
def test_english_on_every_page(demo_store: Store, choose: str) -> None:
    opened = app(demo_store, Role.COORDINATOR)
    if choose == "by switch":
        opened.segmented_control(key="lang").set_value("en").run()
    else:
        opened.query_params["lang"] = "en"
        opened.run()

    assert "of its text is reviewed and current." in said(opened)
    for page, title in {"network_map": "Network map", "registrations": "Registrations"}.items():
        assert turn_to(opened, page).title[0].value == title
        assert ">Sign out</a>" in opened.html[0].value


def test_the_start_page_counts_what_the_store_holds(demo_store: Store) -> None:
    graph = build_graph(roster(demo_store), today())
    found = records(graph).values()
    organizations = sum(isinstance(each, Organization) for each in found)
    everything = standings(demo_store, concepts(demo_store)[0].id)
    holding = (Currency.CURRENT, Currency.DUE_SOON)
    current = [each for each in everything if each.standing.currency in holding]
    whole = sum(each.section.characters for each in everything if each.section.reviewable)
    share = sum(each.section.characters for each in current) / whole

    shown = said(app(demo_store))

    counted = f"{organizations} Organisationen und {len(found) - organizations} Stellen"
    assert f"{counted} mit {number_text(graph.number_of_edges())} Verbindungen." in shown
    assert f"{percent_text(share)} des Textes sind geprüft und aktuell." in shown


@pytest.mark.parametrize(
    "wanted", [["suspect_link"], ["never", "overdue"], ["erfunden"], ["suspect_link", "erfunden"]]
)
def test_the_address_says_which_sections_the_concept_shows(
    demo_store: Store, wanted: list[str]
) -> None:
    everything = standings(demo_store, concepts(demo_store)[0].id)
    known = [each for each in wanted if each in list(Currency)]
    expected = [
        f"{each.section.label} {each.section.title}".strip()
        for each in everything
        if not known or each.standing.currency in known
    ]

    opened = turn_to(app(demo_store), "concept", pruefstand=wanted)

    shown = [str(each.value).strip("*") for each in opened.page_link]
    assert shown[:2] == ["Auswertung", "Fassungen und Unterschiede"]
    assert shown[2:] == [inert(each) for each in expected]
    assert opened.pills(key="pruefstand").value == known


@pytest.mark.parametrize(
    ("name", "way"),
    [
        ("start", "bindeglied demo"),
        ("concept", "Noch ist kein Konzept eingelesen."),
        ("concept_overview", "Noch ist kein Konzept eingelesen."),
        ("section", "Zum Konzept"),
        ("network_map", "bindeglied demo"),
    ],
)
def test_an_empty_database_says_what_to_do(empty_store: Store, name: str, way: str) -> None:
    assert way in said(turn_to(app(empty_store), name))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("registrations", "wart"),
        ("proposals", "wart"),
        ("papers", "kein Konzept"),
        ("outbox", "wart"),
        ("my_tasks", "Für Sie liegt nichts an."),
    ],
)
def test_an_empty_inbox_is_no_error(empty_store: Store, name: str, words: str) -> None:
    opened = turn_to(app(empty_store, Role.COORDINATOR), name)

    assert words in said(opened)
    assert not opened.error


def test_a_store_that_cannot_be_read_is_explained(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (path := tmp_path / "kaputt.db").write_bytes(b"Das war einmal eine Datenbank. " * 500)
    monkeypatch.setenv("BINDEGLIED_DATABASE", str(path))
    opened = AppTest.from_file(ROOT / "app.py", default_timeout=60).run()

    assert not opened.exception
    assert "keine Datenbank von Bindeglied" in opened.error[0].value
