"""What surrounds every page: language, who is signed in, and the pages one may open."""

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

import streamlit as st

from accounts.identity import Identity
from accounts.permissions import Permission, may
from data.store import Unavailable
from views import address, early_scripts, led_on, session, sign_in_link
from views.asset_routes import ASSETS
from views.graph_component import make_ready
from views.page_files import PAGES
from views.unavailable_words import unavailable_text
from views.words import _, mark


@dataclass(frozen=True, slots=True)
class Entry:
    """A page, its address, and the permission that it needs."""

    file: str
    title: str
    icon: str
    address: str
    permission: Permission | None = None
    listed: bool = True
    signed_in: bool = True
    """Whether it is listed for those signed in, too; the bar has room for one line at 1280 px."""
    own: bool = False
    """Whether it is listed only for those who speak for one organisation or unit."""


ENTRIES: Final = (
    Entry("start", mark("Overview"), ":material/home:", ""),
    Entry("my_tasks", mark("My tasks"), ":material/task_alt:", "aufgaben", Permission.TASK_READ),
    Entry("network_map", mark("Network map"), ":material/hub:", "netzkarte"),
    Entry("measures", mark("Measures"), ":material/analytics:", "kennzahlen", listed=False),
    Entry(
        "stories",
        mark("Stories"),
        ":material/auto_stories:",
        "erzaehlungen",
        listed=False,
    ),
    Entry("advice", mark("What to do"), ":material/lightbulb:", "hinweise", Permission.ADVICE_READ),
    Entry("directory", mark("Directory"), ":material/list_alt:", "verzeichnis"),
    Entry(
        "organization",
        mark("Organisation"),
        ":material/apartment:",
        "organisation",
        listed=False,
    ),
    Entry("concept", mark("Integration concept"), ":material/menu_book:", "konzept"),
    Entry(
        "concept_overview",
        mark("Evaluation"),
        ":material/bar_chart:",
        "auswertung",
        listed=False,
    ),
    Entry(
        "concept_import",
        mark("Take in a concept"),
        ":material/upload_file:",
        "einlesen",
        Permission.CONCEPT_IMPORT,
        listed=False,
    ),
    Entry(
        "network_import",
        mark("Take in a network"),
        ":material/upload_file:",
        "netzwerk-einlesen",
        Permission.NETWORK_IMPORT,
        listed=False,
    ),
    Entry(
        "concept_versions",
        mark("Versions of the concept"),
        ":material/history:",
        "fassungen",
        listed=False,
    ),
    Entry("section", mark("Section"), ":material/article:", "abschnitt", listed=False),
    Entry(
        "register",
        mark("Register an organisation"),
        ":material/add_business:",
        "anmeldung",
        signed_in=False,
    ),
    Entry(
        "entry",
        mark("My entry"),
        ":material/edit_square:",
        "eintrag",
        Permission.ENTRY_EDIT,
        own=True,
    ),
    Entry(
        "registrations",
        mark("Registrations"),
        ":material/inbox:",
        "anmeldungen",
        Permission.REGISTRATION_READ,
    ),
    Entry(
        "proposals",
        mark("Proposals"),
        ":material/edit_note:",
        "vorschlaege",
        Permission.PROPOSAL_READ,
    ),
    Entry("papers", mark("Papers"), ":material/gavel:", "vorlagen", Permission.PROPOSAL_READ),
    Entry(
        "proposals_together",
        mark("Proposals together"),
        ":material/join:",
        "zusammen",
        Permission.PROPOSAL_READ,
        listed=False,
    ),
    Entry(
        "proposals_import",
        mark("Read in proposals from Word"),
        ":material/upload_file:",
        "vorschlaege-einlesen",
        Permission.PROPOSAL_SUBMIT,
        listed=False,
    ),
    Entry(
        "reshape",
        mark("Reshape organisations"),
        ":material/merge:",
        "umgestalten",
        Permission.ORGANIZATION_RESHAPE,
        listed=False,
    ),
    Entry(
        "outbox",
        mark("Outbox"),
        ":material/outgoing_mail:",
        "postausgang",
        Permission.MAIL_READ,
        listed=False,
    ),
    Entry(
        "mail_texts",
        mark("Words of mails"),
        ":material/edit_note:",
        "mailtexte",
        Permission.MAIL_TEXT_EDIT,
        listed=False,
    ),
)


def show_frame() -> None:
    """Show the page that the address asks for, inside the frame."""
    st.set_page_config(layout="wide", page_icon=ASSETS / "favicon.svg")
    if early_scripts.is_map(urlsplit(st.context.url or "").path):
        make_ready()
    try:
        actor = _head()
        page = st.navigation(_pages(actor), position="top")
        address.keep(page.url_path)
        with st.container():  # always there, so that a message moves nothing that is open below
            session.show_kept_message()
            led_on.follow(session.store())
        page.run()
    except Unavailable as fault:
        st.error(unavailable_text(fault))


def _pages(actor: Identity) -> list[st.Page]:
    return [
        st.Page(
            PAGES / f"{entry.file}.py",
            title=_(entry.title),
            icon=entry.icon,
            url_path=entry.address or None,
            default=not entry.address,
            visibility="visible" if _is_listed(entry, actor) else "hidden",
        )
        for entry in ENTRIES
        if entry.permission is None or may(actor, entry.permission)
    ]


def _is_listed(entry: Entry, actor: Identity) -> bool:
    owner = actor.organization_id is not None and not may(actor, Permission.ENTRY_EDIT_ANY)
    listed = entry.listed and (owner or not entry.own)
    return listed and (entry.signed_in or not actor.signed_in)


def _head() -> Identity:
    """Show language and sign-in in one line, and return who is there."""
    with st.container(horizontal=True, horizontal_alignment="right", vertical_alignment="center"):
        session.follow_language()
        st.segmented_control(
            "Sprache / Language",
            ("de", "en"),
            key=session.LANGUAGE_KEY,
            required=True,
            format_func={"de": "Deutsch", "en": "English"}.__getitem__,
            label_visibility="collapsed",
        )
        session.language()
        actor = session.identity()
        if actor.signed_in:
            st.text(actor.name)
            sign_in_link.show_sign_out()
        else:
            sign_in_link.show_sign_in()
    return actor
