"""The coordinator's inbox without a browser: its lists, every act, and what strangers wrote."""

import pytest
from streamlit.testing.v1 import AppTest

from accounts.identity import Role
from data.entry_changes import ChangeStatus
from data.organizations import organization, organizations
from data.registration_decisions import ask_back, reject
from data.registration_inbox import Tray, registration, sizes
from data.store import Store
from network.registration import RegistrationStatus, parse_registration
from network.registration_joined import Holds
from tests.conftest import COORDINATOR
from tests.injections import ALL
from tests.test_pages import app, said, turn_to
from tests.test_registration_inbox import TYPED, put
from tests.writing_verbs_inbox import a_change, an_entry, plain_words
from views.inert import inert


def inbox(store: Store, **address: str) -> AppTest:
    return turn_to(app(store, Role.COORDINATOR), "registrations", **address)


def press(opened: AppTest, key: str) -> AppTest:
    opened.button(key=key).click().run()
    assert not opened.exception
    return opened


def options(opened: AppTest) -> list[str]:
    return list(opened.segmented_control(key="liste").options)


def test_the_lists_say_how_much_lies_in_them(demo_store: Store) -> None:
    for number in range(25):
        put(demo_store, f"Initiative {number:02}", number)
    put(demo_store, "Neu", email_confirmed_at=None)
    put(demo_store, "Fertig", status="rejected", decided_on="2026-01-02", reason="Doppelt")

    opened = inbox(demo_store)

    assert options(opened) == [
        "Wartend (25)",
        "E-Mail noch nicht bestätigt (1)",
        "Nachgefragt (0)",
        "Änderungen von Einträgen (0)",
        "Entschieden (1)",
    ]
    assert "25 Anmeldungen warten auf Ihre Entscheidung." in said(opened)
    rows = [each.label for each in opened.button if str(each.key).startswith("open_")]
    assert rows == [f"Initiative {number:02}" for number in range(20)]

    opened.text_input(key="registrations_search").set_value("initiative 24").run()
    assert [e.label for e in opened.button if str(e.key).startswith("open_")] == ["Initiative 24"]


def test_confirming_publishes_and_leads_back_to_the_list(demo_store: Store) -> None:
    ids = [put(demo_store, name, n) for n, name in enumerate(("Kanalcafé", "Lesepaten"))]
    opened = press(inbox(demo_store), f"open_{ids[0]}")
    assert opened.header[0].value == "Kanalcafé"

    press(opened, f"confirm_decide_{ids[0]}")

    assert "„Kanalcafé“ ist veröffentlicht." in opened.success[0].value
    now = registration(demo_store, COORDINATOR, ids[0])
    assert "Kanalcafé" in {each.name for each in organizations(demo_store)}
    assert options(opened)[0] == "Wartend (1)"
    assert opened.header[0].value == "Lesepaten"  # the only one that is left is open

    opened.query_params["id"] = ids[0]
    opened.run()
    assert "Bestätigt am" in said(opened)
    assert "von Jemand" in said(opened)
    assert "Eintrag auf der Netzkarte ansehen" in said(opened)
    assert now.organization_id in {each.id for each in organizations(demo_store)}


def test_a_question_and_a_reason_are_required_at_their_fields(demo_store: Store) -> None:
    identifier = put(demo_store, "Kanalcafé")
    opened = inbox(demo_store, id=identifier)

    press(opened, f"ask_decide_{identifier}")
    assert "Bitte schreiben Sie, was Sie wissen möchten" in opened.error[0].value.replace("\\", "")
    press(opened, f"reject_decide_{identifier}")
    assert "Bitte geben Sie einen Grund an" in opened.error[0].value
    opened.text_area(key=f"question_decide_{identifier}").set_value("Wo genau?")
    press(opened, f"ask_decide_{identifier}")

    assert registration(demo_store, COORDINATOR, identifier).question == "Wo genau?"
    assert [mail["purpose"] for mail in demo_store.find("mails")] == ["asked_back"]
    opened.query_params["id"] = identifier
    opened.run()
    assert "Wo genau?" in said(opened)
    opened.text_area(key=f"reason_decide_{identifier}").set_value("Werbung")
    press(opened, f"reject_decide_{identifier}")
    assert registration(demo_store, COORDINATOR, identifier).reason == "Werbung"


def test_an_unconfirmed_address_is_warned_of_and_no_obstacle(demo_store: Store) -> None:
    identifier = put(demo_store, "Kanalcafé", email_confirmed_at=None)
    opened = inbox(demo_store, id=identifier)
    assert "hat noch niemand bestätigt" in opened.warning[0].value

    press(opened, f"confirm_decide_{identifier}")

    now = registration(demo_store, COORDINATOR, identifier)
    assert now.status is RegistrationStatus.CONFIRMED


def test_a_registration_is_merged_field_by_field(demo_store: Store) -> None:
    entry = an_entry(demo_store, name="Kanalcafé e. V.", district="Süd", offers=("Kaffee",))
    typed = {**TYPED, "name": "Kanalcafé", "district": "Nord", "offers": "Tee"}
    content = parse_registration(typed).model_dump_json()
    identifier = put(demo_store, "Kanalcafé", content=content)
    opened = inbox(demo_store, id=identifier)
    assert {"Der Eintrag sagt", "Die Anmeldung sagt"} <= {each.value for each in opened.caption}
    assert {"Süd", "Nord"} <= {each.value for each in opened.text}

    form = f"merge_{entry.id}_{identifier}"
    assert opened.radio(key=f"{form}_offers").value is Holds.BOTH
    opened.radio(key=f"{form}_district").set_value(Holds.REGISTERED)
    press(opened, f"send_{form}")

    made = organization(demo_store, entry.id)
    assert (made.district, made.offers, made.name) == ("Nord", ("Kaffee", "Tee"), "Kanalcafé e. V.")
    assert "zusammengeführt" in opened.success[0].value


def test_any_entry_can_be_searched_for_merging(demo_store: Store) -> None:
    entry = an_entry(demo_store, name="Ganz anderer Verein")
    identifier = put(demo_store, "Kanalcafé am Hafen")
    opened = inbox(demo_store, id=identifier)

    opened.text_input(key=f"merge_search_{identifier}").set_value("ganz ander").run()
    opened.radio(key=f"merge_into_{identifier}").set_value(entry.id).run()
    press(opened, f"send_merge_{entry.id}_{identifier}")

    assert organization(demo_store, entry.id).other_names == ("Kanalcafé am Hafen",)


def test_the_second_coordinator_sees_what_the_first_decided(demo_store: Store) -> None:
    identifier = put(demo_store, "Kanalcafé")
    opened = inbox(demo_store, id=identifier)
    reject(demo_store, COORDINATOR, identifier, "Schon da", plain_words, expected=1)

    press(opened, f"confirm_decide_{identifier}")

    assert "Eine andere Person hat dies inzwischen geändert" in opened.error[0].value
    assert "Grund: Schon da" in said(opened)
    assert f"confirm_decide_{identifier}" not in [each.key for each in opened.button]


def test_many_are_decided_at_once_and_the_rest_is_named(demo_store: Store) -> None:
    an_entry(demo_store, name="Kanalcafé e. V.")
    names = ("Kanalcafé", "Lesepaten Nord", "Gartenrunde")
    ids = [put(demo_store, name, number) for number, name in enumerate(names)]
    opened = press(inbox(demo_store), "choose_all")

    press(opened, "confirm_registrations_batch")

    assert "2 Organisationen sind veröffentlicht" in opened.success[0].value.replace("\\", "")
    assert "Kanalcafé: Sie ist vielleicht schon eingetragen" in opened.warning[0].value
    assert sizes(demo_store, COORDINATOR)[Tray.WAITING] == 1
    assert registration(demo_store, COORDINATOR, ids[0]).status == "submitted"


def test_many_are_rejected_for_one_reason(demo_store: Store) -> None:
    ids = [put(demo_store, f"Werbung {n}", n, email_confirmed_at=None) for n in range(3)]
    opened = inbox(demo_store)
    for each in ids[:2]:
        opened.checkbox(key=f"choose_{each}").check()
    opened.run()
    press(opened, "reject_registrations_batch")
    assert "Bitte geben Sie einen Grund an" in opened.error[0].value

    opened.text_input(key="reason_registrations_batch").set_value("Werbung").run()
    press(opened, "reject_registrations_batch")

    states = [registration(demo_store, COORDINATOR, each).status.value for each in ids]
    assert states == ["rejected", "rejected", "submitted"]


def test_changes_of_entries_are_accepted_and_refused(demo_store: Store) -> None:
    entry = an_entry(demo_store)
    first = a_change(demo_store, entry, {"district": ""}, {"district": "Nord"})
    second = a_change(demo_store, entry, {"description": "Alt."}, {"description": "Neu."})
    opened = inbox(demo_store, liste="changes")
    assert "Der Eintrag wurde seither geändert" in opened.warning[0].value

    press(opened, f"accept_change_{first.id}")
    press(opened, f"refuse_change_{second.id}")
    assert "Bitte geben Sie einen Grund an" in opened.error[0].value
    opened.text_area(key=f"reason_change_{second.id}").set_value("Bitte mit Beleg")
    press(opened, f"refuse_change_{second.id}")

    assert organization(demo_store, entry.id).district == "Nord"
    states = [row["status"] for row in demo_store.find("entry_changes", order="submitted_at")]
    assert states == [ChangeStatus.ACCEPTED, ChangeStatus.REFUSED]


def test_the_start_page_leads_to_what_waits(demo_store: Store) -> None:
    put(demo_store, "Kanalcafé")
    put(demo_store, "Unbestätigt", email_confirmed_at=None)
    a_change(demo_store, an_entry(demo_store), {"district": ""}, {"district": "Nord"})

    shown = [str(each.value) for each in app(demo_store, Role.COORDINATOR).page_link]

    assert "1 Anmeldung wartet auf Ihre Entscheidung." in shown
    assert "1 Anmeldung wartet darauf, dass ihre E-Mail-Adresse bestätigt wird." in shown
    assert "1 Änderung eines Eintrags wartet auf Ihre Entscheidung." in shown
    assert not any("wartet" in str(each.value) for each in app(demo_store).page_link)


@pytest.mark.parametrize("state", ["waiting", "answered", "decided"])
def test_what_strangers_wrote_is_shown_as_text(demo_store: Store, state: str) -> None:
    text = "\n".join(ALL)
    typed = {**TYPED, "name": f"Verein {ALL[0]}", "contact_name": ALL[1], "district": ALL[2]}
    content = parse_registration({**typed, "description": text[:2000], "offers": ALL[:30]})
    identifier = put(demo_store, "Verein", content=content.model_dump_json())
    if state == "answered":
        ask_back(demo_store, COORDINATOR, identifier, text, plain_words, expected=1)
        answered = {
            "status": "submitted",
            "answer": text,
            "answered_at": "2026-01-02T10:00:00+00:00",
        }
        demo_store.update("registrations", identifier, answered, expected=2)
    if state == "decided":
        reject(demo_store, COORDINATOR, identifier, text, plain_words, expected=1)

    opened = inbox(demo_store, id=identifier)

    assert opened.header[0].value == inert(f"Verein {ALL[0]}")
    assert not any(ALL[0] in str(each.value) for each in (*opened.markdown, *opened.caption))
    texts = "\n".join(each.value for each in opened.text)
    assert all(each in texts for each in ALL[:3])


def test_without_a_mail_server_the_coordination_is_told_what_to_do(demo_store: Store) -> None:
    put(demo_store, "Neu", email_confirmed_at=None)
    put(demo_store, "Ganz neu", 1, email_confirmed_at=None)

    opened = inbox(demo_store)

    (told,) = [each.value for each in opened.info]
    assert told.startswith("Bei 2 Anmeldungen hat noch niemand die E-Mail-Adresse bestätigt.")
    assert "im Postausgang" in told
    assert "Keine Anmeldung wartet" not in said(opened)
