"""The page that reads in an edited file, without a browser."""

from streamlit.testing.v1 import AppTest

from accounts.identity import Role
from concept_review.section import Section
from data.concepts import import_concept, sections
from data.store import Store
from tests.conftest import COORDINATOR
from tests.test_pages import app, turn_to

TEXT = "# Konzept\n\n## Ziele\n\nAlle wohnen <b>gut</b>. Niemand friert.\n\n## Wege\n\nEs gibt Kurse.\n"
FILE = "intake_file"


def opened(store: Store) -> tuple[AppTest, list[Section]]:
    concept = import_concept(store, COORDINATOR, TEXT.encode())
    return turn_to(app(store, Role.STAFF), "proposals_import"), sections(store, concept.id)
