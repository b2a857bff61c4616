"""The parts of "Mein Eintrag" about ties, upkeep and matches, each as a page of its own."""

import pytest
from streamlit.testing.v1 import AppTest

from accounts.identity import Role
from data.accounts import add_account
from data.clock import today
from data.mails import mails
from data.organizations import organization
from data.sessions import redeem, session_of
from data.stated_ties import correct_tie, state_tie
from data.store import Store
from data.tie_letters import answer_tie
from data.ties import Outcome, standing
from data.ties import TieTable as Table
from network.graph import Confirmation
from network.stated_tie import parse_facts
from tests.conftest import COORDINATOR
from tests.writing_verbs_upkeep import (
    EDITOR,
    OTHER_EDITOR,
    OWN,
    a_tie,
    plain,
    two_clubs,
)

SCRIPT = """
import streamlit as st
from views import entry_matches, entry_ties, entry_upkeep, session
from views.page_files import ORGANIZATION

def entry():
    session.language()
    session.show_kept_message()
    st.title("Eintrag")
    store, actor = session.store(), session.identity()
    entry_upkeep.show(store, actor, "verein-eins")
    entry_ties.show_questions(store, actor, "verein-eins")
    entry_ties.show(store, actor, "verein-eins")
    entry_matches.show(store, "verein-eins")

pages = [st.Page(entry, default=True), st.Page(ORGANIZATION, url_path="organisation")]
st.navigation(pages, position="hidden").run()
"""


@pytest.fixture
def clubs(store: Store, tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setenv("BINDEGLIED_DATABASE", f"{tmp_path}/bindeglied.db")
    two_clubs(store)
    return store


def entry(store: Store, own: str = OWN) -> AppTest:
    """Open the sections of the first club as an editor of an organisation."""
    invitation = add_account(store, COORDINATOR, "Jemand", f"j-{own}", Role.ORG_EDITOR)
    account = invitation.account
    store.update("accounts", account.id, {"organization_id": own}, expected=account.revision)
    signed_in = redeem(store, invitation.token, "ein langes Passwort")
    opened = AppTest.from_string(SCRIPT, default_timeout=60)
    opened.user = {"session": session_of(store, signed_in.token)}
    opened.run()
    assert not opened.exception
    return opened


def words(opened: AppTest) -> str:
    shown = [*opened.text, *opened.markdown, *opened.success, *opened.error, *opened.caption]
    return "\n".join(str(each.value) for each in shown)


def press(opened: AppTest, key: str) -> AppTest:
    opened.button(key=key).click().run()
    assert not opened.exception
    return opened


def test_one_click_confirms_the_entry(clubs: Store) -> None:
    opened = press(entry(clubs), f"confirm_upkeep_{OWN}")

    assert organization(clubs, OWN).confirmed_on == today()
    assert "mit heutigem Datum bestätigt" in words(opened)


def test_a_tie_is_stated_by_the_form_and_the_other_side_gets_a_mail(clubs: Store) -> None:
    opened = entry(clubs)
    form = f"state_{OWN}"
    opened.selectbox(key=f"kind_{form}").select_index(1)
    opened.selectbox(key=f"other_{form}").select_index(1)
    opened.text_input(key=f"since_{form}").set_value("2024-05")
    opened.text_area(key=f"note_{form}").set_value("Sommerfest")
    press(opened, f"send_{form}")

    (row,) = clubs.find("relations")
    assert (row["stated_by_id"], row["start_date"]) == (OWN, "2024-05")
    (mail,) = mails(clubs, COORDINATOR)
    assert "„Verein Eins“" in mail.subject
    assert f"/beziehung/{mail.secret}" in mail.body
    assert "Die Verbindung ist angegeben" in words(opened)
    assert opened.text_input(key=f"since_{form}").value == ""


def test_errors_stand_at_their_fields_and_what_was_typed_stays(clubs: Store) -> None:
    opened = entry(clubs)
    form = f"state_{OWN}"
    opened.text_input(key=f"since_{form}").set_value("gestern")
    press(opened, f"send_{form}")

    said = [each.value for each in opened.error]
    assert len(said) == 3
    assert sum("Bitte wählen Sie etwas aus" in each for each in said) == 2
    assert opened.text_input(key=f"since_{form}").value == "gestern"
    assert clubs.find("relations") == []


@pytest.mark.parametrize(
    ("outcome", "how"),
    [(Outcome.CONFIRMED, Confirmation.CONFIRMED), (Outcome.DISPUTED, Confirmation.DISPUTED)],
)
def test_what_others_state_is_answered_by_two_buttons(
    clubs: Store, outcome: Outcome, how: Confirmation
) -> None:
    tie = state_tie(clubs, OTHER_EDITOR, "verein-zwei", a_tie(other_id=OWN), plain)
    opened = press(entry(clubs), f"{outcome.value}_{tie}")

    assert standing(clubs, Table.RELATIONS, tie) is how
    assert "Ihre Antwort ist gespeichert" in words(opened)
    assert "stimmt das?" not in "".join(each.value for each in opened.header)


def test_ones_own_tie_is_corrected_and_ended(clubs: Store) -> None:
    tie = state_tie(clubs, EDITOR, OWN, a_tie(), plain)
    opened = entry(clubs)
    opened.text_input(key=f"correct_{tie}_1_since").set_value("2020")
    press(opened, f"send_correct_{tie}")
    assert clubs.get("relations", tie)["start_date"] == "2020"
    press(opened, f"send_end_{tie}")

    assert clubs.get("relations", tie)["end_date"] == today().isoformat()


def test_a_stale_correction_keeps_what_was_corrected_meanwhile(clubs: Store) -> None:
    tie = state_tie(clubs, EDITOR, OWN, a_tie(), plain)
    opened = entry(clubs)
    opened.text_input(key=f"correct_{tie}_1_since").set_value("5.2020")
    facts = parse_facts({"since": "2019", "note": "Sommerfest"})
    correct_tie(clubs, COORDINATOR, OWN, tie, facts, plain, expected=1)
    press(opened, f"send_correct_{tie}")
    assert clubs.get("relations", tie)["start_date"] == "2019"
    assert "2019" in "".join(each.value for each in opened.warning)
    press(opened, f"send_correct_{tie}")

    row = clubs.get("relations", tie)
    assert (row["start_date"], row["note"]) == ("2020-05", "Sommerfest")


def test_the_second_of_two_people_sees_what_the_first_one_answered(clubs: Store) -> None:
    tie = state_tie(clubs, OTHER_EDITOR, "verein-zwei", a_tie(other_id=OWN), plain)
    opened = entry(clubs)
    answer_tie(clubs, COORDINATOR, OWN, tie, Outcome.DISPUTED, expected=1)
    press(opened, f"confirmed_{tie}")

    assert standing(clubs, Table.RELATIONS, tie) is Confirmation.DISPUTED
    assert "Jemand anderes" in words(opened) or "inzwischen" in words(opened)


def test_who_edits_another_entry_sees_no_forms(clubs: Store) -> None:
    state_tie(clubs, OTHER_EDITOR, "verein-zwei", a_tie(other_id=OWN), plain)
    opened = entry(clubs, "verein-zwei")
    assert list(opened.button) == []
