"""A small concept with organisations, for the tests of who covers it and who was not heard."""

from datetime import date

from accounts.identity import OPERATOR, Identity, Role
from concept_review.section import Section
from data.accounts import add_account
from data.clock import today
from data.concepts import concepts, import_concept, sections
from data.coverage import Coverage, coverage
from data.hearing import NotHeard, not_heard
from data.organizations import insert_organization
from data.roster import roster
from data.store import Store
from network.graph import Graph, build_graph
from tests.advised_networks import unit
from tests.conftest import COORDINATOR, STAFF

TEXT = """# Konzept

## Handlungsfeld Kita und Schule

### Lage

Es fehlen Plätze.

### Aufnahme

Es fehlen Lehrkräfte.

## Weiteres

Wohnraum fehlt auch in Babelsberg, vor allem für Familien.
"""
UNITS = (
    unit("amt"),
    unit("kita", topic_ids=("kita",)),
    unit("bildung", topic_ids=("bildung",)),
    unit("wohnen", topic_ids=("wohnraum",)),
    unit("viertel", district="Babelsberg"),
    unit("eltern", target_groups=("Familien",)),
    unit("fremd", topic_ids=("sport",)),
)
TERMS = {"bildung": "Bildung", "kita": "Kita", "wohnraum": "Wohnraum", "sport": "Sport"}


def a_text(store: Store) -> list[Section]:
    """Import the concept beside its organisations and return its sections."""
    for key, term in TERMS.items():
        parent = "bildung" if key == "kita" else None
        store.insert("topics", {"id": key, "term": term, "parent_id": parent})
    for each in UNITS:
        insert_organization(store, each)
    return sections(store, import_concept(store, COORDINATOR, TEXT.encode()).id)


def graph_on(store: Store, day: date | None = None) -> Graph:
    """Return the graph of a day, today if none is named."""
    return build_graph(roster(store), day or today())


def covered(store: Store, day: date | None = None) -> Coverage:
    """Return the coverage of the newest concept on a day."""
    return coverage(store, concepts(store)[-1].id, graph_on(store, day))


def unheard(store: Store, day: date | None = None, actor: Identity = STAFF) -> list[NotHeard]:
    """Return who was not heard up to a day."""
    return not_heard(store, actor, covered(store, day), graph_on(store, day))


def missing(store: Store, section: Section) -> set[str]:
    """Return who was not heard in a section."""
    return {each.organization_id for each in unheard(store) if each.section.id == section.id}


def account_of(store: Store, organization_id: str) -> Identity:
    """Add an account that speaks for an organisation."""
    made = add_account(
        store, OPERATOR, organization_id, organization_id, Role.ORG_EDITOR, organization_id
    ).account
    return Identity(made.id, made.name, made.role, organization_id)
