"""A section that is due, the units that have it, and their accounts: what reminders are about."""

from datetime import date, timedelta

from accounts.event import Verb
from accounts.identity import OPERATOR, Identity, Role
from accounts.permissions import Permission
from concept_review.review import Verdict
from concept_review.section import Section
from concept_review.task import Step, TaskAction
from concept_review.task_records import Part
from data import concepts, reviews
from data.accounts import add_account
from data.change import change
from data.mails import Mail, mails
from data.organizations import insert_organization
from data.reminders import Letter, remind
from data.responsibilities import own_responsibilities, set_responsibilities
from data.review_tasks import act, active_task
from data.store import Store
from network.organization import Classification, Organization
from tests.conftest import COORDINATOR

CONCEPT = b"# Konzept\n\n## Ziele\n\nAlle finden eine Wohnung.\n\n## Wege\n\nViele.\n"
DUE = date(2020, 6, 1)
UNITS = {"lead": "Fachbereich Bildung", "deputy": "Büro für Integration", "other": "Sportamt"}
LEAD = Identity("lead-account", "", Role.LEAD, "lead")
OTHER = Identity("other-account", "", Role.STAFF, "other")


def compose(letter: Letter) -> tuple[str, str]:
    """Say a letter in codes."""
    lines = [f"{each.rung} {each.of.here.section.title}" for each in letter.reminders]
    return f"{len(lines)}", "\n".join(lines)


def go(store: Store, day: date) -> list[Mail]:
    """Remind on a day and return the new mails, by recipient."""
    before = {each.id for each in mails(store, COORDINATOR)}
    remind(store, OPERATOR, compose, day)
    new = [each for each in mails(store, COORDINATOR) if each.id not in before]
    return sorted(new, key=lambda each: each.recipient)


def told(store: Store, day: date) -> list[tuple[str, str]]:
    """Remind on a day and return who was told what."""
    return [(each.recipient, each.body) for each in go(store, day)]


def in_days(count: int, since: date = DUE) -> date:
    """Return the day so many days after the first section is due."""
    return since + timedelta(days=count)


def account(store: Store, unit: str | None, email: str, role: Role = Role.STAFF) -> str:
    """Add an account of a unit and return its id."""
    login = f"{email}-{unit}-{role}"
    return add_account(store, OPERATOR, email, login, role, unit, email=email).account.id


def units(store: Store) -> None:
    """Add the units."""
    for identifier, name in UNITS.items():
        unit = Organization(id=identifier, name=name, classification=Classification.DEPARTMENT)
        subject = ("organization", identifier)
        with change(store, COORDINATOR, Permission.NETWORK_IMPORT, Verb.ADDED, subject):
            insert_organization(store, unit)


def a_due_section(store: Store, due: date = DUE) -> Section:
    """Return the first section: led, deputised, and reviewed so that it is due on a day."""
    units(store)
    concept = concepts.import_concept(store, OPERATOR, CONCEPT)
    first = concepts.sections(store, concept.id)[0]
    name_parts(store, first, {Part.LEAD: ["lead"], Part.DEPUTY: ["deputy"]})
    review(store, first, due.replace(year=due.year - 1))
    account(store, "lead", "lead@stadt.example")
    account(store, "deputy", "deputy@stadt.example")
    account(store, None, "koordination@stadt.example", Role.COORDINATOR)
    return first


def name_parts(store: Store, section: Section, parts: dict[Part, list[str]]) -> None:
    """Say anew who has a section."""
    named = own_responsibilities(store, section.id)
    set_responsibilities(store, OPERATOR, section.id, parts, expected=named)


def review(store: Store, section: Section, day: date) -> None:
    """Find on a day that a section holds."""
    present = concepts.section(store, section.id)
    verdict = Verdict.STILL_CURRENT
    reviews.review(
        store, OPERATOR, section.id, verdict, "", fingerprint=present.fingerprint, day=day
    )


def step(store: Store, section: Section, action: TaskAction, said: Step, actor: Identity) -> None:
    """Take a step in the review of a section."""
    task = active_task(store, section.id)
    act(store, actor, section.id, action, said, expected=task.revision if task else 0)
