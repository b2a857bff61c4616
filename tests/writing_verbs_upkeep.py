"""A sample of every writing verb of this part; see `writing_verbs`."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from accounts.identity import OPERATOR, Identity, Role
from data import stated_ties, tie_letters, upkeep
from data.clock import today
from data.identifier import new_id
from data.letters import Letter
from data.organizations import insert_organization
from data.rows import to_row
from data.store import Store
from data.ties import Outcome
from network.organization import Classification, Organization, Person
from network.stated_tie import StatedTie, TieFacts, parse_tie
from tests.writing_verbs import Sample

Call = Callable[[Store, Identity], object]

OWN = "verein-eins"
EDITOR = Identity("editor", "Verein Eins", Role.ORG_EDITOR, OWN)
OTHER_EDITOR = Identity("other", "Verein Zwei", Role.ORG_EDITOR, "verein-zwei")


def plain(_store: Store, letter: Letter) -> tuple[str, str]:
    """Put a letter into words as a test reads them."""
    return f"{letter.occasion} {letter.name}", f"{letter.other} {letter.tie} {letter.token}\n"


def an_organization(
    store: Store,
    identifier: str,
    name: str,
    kind: Classification = Classification.ASSOCIATION,
    **more: object,
) -> Organization:
    """Keep an organisation."""
    new = Organization(id=identifier, name=name, classification=kind, **more)  # type: ignore[arg-type]
    insert_organization(store, new)
    return new


def a_contact(store: Store, organization_id: str, email: str, language: str = "de") -> Person:
    """Keep a contact person of an organisation, who is not public."""
    person = Person(
        id=new_id(),
        name=f"Frau {email.partition('@')[0]}",
        organization_id=organization_id,
        email=email,
        language=language,
        consent_text="2026-11",
        consent_on=today(),
    )
    store.insert("persons", to_row(person))
    return person


def two_clubs(store: Store) -> None:
    """Keep two clubs with contact persons, and a working group without one."""
    an_organization(store, OWN, "Verein Eins")
    an_organization(store, "verein-zwei", "Verein Zwei")
    an_organization(store, "ag-wohnen", "AG Wohnen", Classification.WORKING_GROUP)
    a_contact(store, OWN, "eins@example.org")
    a_contact(store, "verein-zwei", "zwei@example.org")


def a_tie(kind: str = "cooperates", other_id: str = "verein-zwei", **more: str) -> StatedTie:
    """Return a tie as it is typed."""
    return parse_tie({"kind": kind, "other_id": other_id, **more})


def a_stated_tie(store: Store, **more: str) -> str:
    """Let the first club state a tie and return its id."""
    two_clubs(store)
    return stated_ties.state_tie(store, EDITOR, OWN, a_tie(**more), plain)


def long_ago(store: Store, organization_id: str, days: int = 400) -> None:
    """Let an entry be confirmed so many days ago."""
    row = store.get("organizations", organization_id)
    said = (today() - timedelta(days=days)).isoformat()
    store.update("organizations", organization_id, {"confirmed_on": said}, expected=row["revision"])


def _state(store: Store) -> Call:
    two_clubs(store)
    return lambda s, actor: stated_ties.state_tie(s, actor, OWN, a_tie(), plain)


def _correct(shift: int) -> Callable[[Store], Call]:
    def prepare(store: Store) -> Call:
        tie, facts = a_stated_tie(store), TieFacts(since="2020")
        return lambda s, actor: stated_ties.correct_tie(
            s, actor, OWN, tie, facts, plain, expected=1 + shift
        )

    return prepare


def _end(shift: int) -> Callable[[Store], Call]:
    def prepare(store: Store) -> Call:
        tie = a_stated_tie(store)
        return lambda s, actor: stated_ties.end_tie(
            s, actor, OWN, tie, date(2026, 1, 1), expected=1 + shift
        )

    return prepare


def _answer(shift: int) -> Callable[[Store], Call]:
    def prepare(store: Store) -> Call:
        tie = a_stated_tie(store)
        return lambda s, actor: tie_letters.answer_tie(
            s, actor, "verein-zwei", tie, Outcome.CONFIRMED, expected=1 + shift
        )

    return prepare


def _ask(store: Store) -> Call:
    two_clubs(store)
    long_ago(store, OWN)
    return lambda s, actor: upkeep.ask_if_still_right(s, actor, plain)


def _confirm(shift: int) -> Callable[[Store], Call]:
    def prepare(store: Store) -> Call:
        two_clubs(store)
        return lambda s, actor: upkeep.confirm_entry(s, actor, OWN, expected=1 + shift)

    return prepare


SAMPLES: Mapping[str, Sample] = {
    "stated_ties.state_tie": Sample(EDITOR, _state),
    "stated_ties.correct_tie": Sample(EDITOR, _correct(0), _correct(1)),
    "stated_ties.end_tie": Sample(EDITOR, _end(0), _end(1)),
    "tie_letters.answer_tie": Sample(OTHER_EDITOR, _answer(0), _answer(1)),
    "upkeep.ask_if_still_right": Sample(OPERATOR, _ask),
    "upkeep.confirm_entry": Sample(EDITOR, _confirm(0), _confirm(1)),
}
READING: frozenset[str] = frozenset({"addressees.without_address"})
HELPERS: frozenset[str] = frozenset()
