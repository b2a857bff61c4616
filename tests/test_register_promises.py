"""What the form of registration promises: a way to one's entry, and a say in the concept."""

from streamlit.testing.v1 import AppTest

from accounts.identity import GUEST
from accounts.permissions import Permission, may
from concept_review.section import Section
from data.comments import Place, comment
from data.concepts import concepts, sections
from data.entry_access import take_part
from data.registration_decisions import confirm
from data.registrations import submit
from data.sessions import session_of, who_is
from data.store import Store
from network.registration import parse_registration
from tests.conftest import COORDINATOR, ROOT
from tests.test_pages import app, turn_to
from tests.test_registration_inbox import TYPED
from views.entry_addresses import ASK_FOR_LINK
from views.letters import compose

NAME = "Sprachcafé am Kanal"


def the_session_of_its_link(store: Store) -> str:
    """Register, be published, and open the link of the mail; return the session."""
    sent = submit(store, GUEST, parse_registration({**TYPED, "name": NAME}))
    confirm(store, COORDINATOR, sent.id, compose, expected=1)
    (mail,) = [each for each in store.find("mails") if each["purpose"] == "published"]
    return str(session_of(store, take_part(store, mail["secret"]).token))


def a_current_section(store: Store) -> Section:
    return next(each for each in sections(store, concepts(store)[0].id) if each.blocks)


def test_whoever_is_published_may_comment_by_the_link_of_its_mail(demo_store: Store) -> None:
    actor = who_is(demo_store, the_session_of_its_link(demo_store))
    section = a_current_section(demo_store)

    said = comment(
        demo_store, actor, section.id, "Gut so", Place(section.version_id, section.blocks[0].id, "")
    )

    assert (said.author_name, said.text) == (NAME, "Gut so")
    assert not may(GUEST, Permission.COMMENT_WRITE)


def test_its_page_of_a_section_has_the_field_for_that(demo_store: Store) -> None:
    opened = AppTest.from_file(ROOT / "app.py", default_timeout=60)
    opened.user = {"session": the_session_of_its_link(demo_store)}
    opened.run()

    shown = turn_to(opened, "section", id=a_current_section(demo_store).id)

    assert any("comment" in str(each.key) for each in (*shown.text_area, *shown.button))


def test_the_first_step_leads_once_to_the_link_of_an_entry(demo_store: Store) -> None:
    opened = turn_to(app(demo_store), "register")

    links = [each.proto.body for each in opened.get("html") if ASK_FOR_LINK in each.proto.body]

    assert len(links) == 1
    assert "Ihre Organisation ist schon eingetragen? Link anfordern" in links[0]
