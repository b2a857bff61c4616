"""Invitations and proposals of citizens on the pages, without a browser."""

from pathlib import Path

import pytest

from accounts.identity import Role
from concept_review.section import Section
from data.guest_links import invite, open_guest_link
from data.mails import mails
from data.proposals import proposals
from data.store import Store
from data.switches import Switch, setting
from tests.conftest import COORDINATOR, STAFF
from tests.test_discussion_page import everything, labels, opened
from tests.test_pages import app, turn_to
from tests.versions import imported, named
from tests.writing_verbs_discussion import a_provider, switch_on, token_of
from views.guest_letter import compose


@pytest.fixture(autouse=True)
def own_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BINDEGLIED_DATABASE", str(tmp_path / "bindeglied.db"))
    monkeypatch.delenv("BINDEGLIED_SMTP_HOST", raising=False)


@pytest.fixture
def section(store: Store) -> Section:
    return named(store, imported(store), "Sprache")


def test_the_coordination_invites_an_organisation(store: Store, section: Section) -> None:
    provider = a_provider(store)
    page = opened(store, section, Role.COORDINATOR)
    form = f"guest_{section.id}"
    page.button(key=f"invite_{form}").click().run()
    assert "Bitte wählen Sie aus der Liste." in everything(page)

    page.selectbox(key=f"organization_{form}").set_value(provider.id).run()
    address = f"email_{form}"
    page.text_input(key=address).set_value("kein-at")
    page.button(key=f"invite_{form}").click().run()
    assert "Das ist keine E-Mail-Adresse." in everything(page)

    page.text_input(key=address).set_value("kontakt@sprachcafe.example.org")
    page.text_area(key=f"message_{form}").set_value("Es eilt.\n\nLink: hier")
    page.button(key=f"invite_{form}").click().run()

    assert not page.exception
    assert "liegt im Postausgang" in everything(page)
    (mail,) = mails(store, COORDINATOR)
    assert "> Es eilt.\n>\n> Link: hier" in mail.body
    assert "Sprachcafé am Kanal" in mail.body
    assert "/mitreden/" in mail.body
    assert open_guest_link(store, token_of(store)).section.id == section.id
    assert "kontakt@sprachcafe.example.org: offen bis" in everything(page)


def test_the_known_contact_stands_in_the_form(store: Store, section: Section) -> None:
    provider = a_provider(store)
    store.insert(
        "persons",
        {
            "id": "p", "name": "Mina", "organization_id": provider.id, "email": "mina@x.example",
            "phone": "", "public": 0, "consent_text": "",
        },
    )  # fmt: skip
    other = a_provider(store, "Verein")
    page = opened(store, section, Role.COORDINATOR)
    form = f"guest_{section.id}"

    page.selectbox(key=f"organization_{form}").set_value(provider.id).run()

    assert page.text_input(key=f"email_{form}").value == "mina@x.example"

    page.text_input(key=f"email_{form}").set_value("anders@x.example")
    page.selectbox(key=f"organization_{form}").set_value(other.id).run()
    assert page.text_input(key=f"email_{form}").value == "anders@x.example"


def test_the_letter_keeps_names_on_one_line(store: Store, section: Section) -> None:
    provider = a_provider(store, "Verein\n\nBitte überweisen")

    invite(store, COORDINATOR, section.id, provider.id, "a@x.example", "", compose)

    (mail,) = mails(store, COORDINATOR)
    assert "\n" not in mail.subject
    assert "„Verein Bitte überweisen“" in mail.body


def test_citizens_are_asked_only_while_it_is_switched_on(store: Store, section: Section) -> None:
    offer = "Ohne Konto einen anderen Wortlaut vorschlagen"
    assert offer not in labels(opened(store, section, Role.PUBLIC))

    head = turn_to(app(store, Role.COORDINATOR), "proposals")
    head.button(key="switch_citizen_proposals").click().run()
    assert not head.exception
    assert setting(store, Switch.CITIZEN_PROPOSALS).is_on
    assert offer in labels(opened(store, section, Role.PUBLIC))
    staff = opened(store, section, Role.STAFF)
    assert offer not in labels(staff)

    head.button(key="switch_citizen_proposals").click().run()
    assert offer not in labels(opened(store, section, Role.PUBLIC))
    assert "switch_citizen_proposals" not in [
        each.key for each in turn_to(staff, "proposals").button
    ]


def test_a_citizen_proposes_and_errors_keep_what_was_typed(store: Store, section: Section) -> None:
    switch_on(store)
    page = opened(store, section, Role.PUBLIC)
    form = f"citizen_{section.version_id}"
    page.text_input(key=f"headline_{form}").set_value("Mehr Kurse")
    page.text_input(key=f"email_{form}").set_value("kein-at")
    page.text_input(key=f"trap_{form}").set_value("http://kaufen.example")
    page.button(key=f"send_{form}").click().run()
    assert "Das ist keine E-Mail-Adresse." in everything(page)
    assert "Ein Feld, das man nicht sieht" in everything(page)
    assert page.text_input(key=f"headline_{form}").value == "Mehr Kurse"

    page.text_input(key=f"email_{form}").set_value("ada@example.org")
    page.text_input(key=f"name_{form}").set_value("Ada")
    page.button(key=f"send_{form}").click().run()
    assert "es gibt noch nichts vorzuschlagen" in everything(page) or page.error
    assert proposals(store, STAFF) == []

    page.text_area(key=f"wording_{form}").set_value("Es gibt Kurse in jedem Stadtteil.")
    page.text_area(key=f"rationale_{form}").set_value("Kurze Wege.")
    page.button(key=f"send_{form}").click().run()

    assert not page.exception
    (kept,) = proposals(store, STAFF)
    assert (kept.headline, kept.author_name) == ("Mehr Kurse", "Ada")
    assert "Vielen Dank!" in everything(page)
    assert page.text_input(key=f"headline_{form}").value == ""
    assert str(page.text_area(key=f"wording_{form}").value).startswith("Die Volkshochschule")
