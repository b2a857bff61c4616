"""A sample of every writing verb of discussion, guests and citizens; see `writing_verbs`."""

from collections.abc import Callable, Mapping

from accounts.identity import GUEST, Identity
from concept_review.comment import Comment
from concept_review.proposal import Offer
from concept_review.section import Section
from data import citizen_proposals, comments, guest_links, switches
from data.citizens import Citizen
from data.guest_links import GuestLetter
from data.identifier import new_id
from data.organizations import insert_organization
from data.store import Store
from data.switches import Switch
from network.organization import Classification, Organization
from tests.conftest import COORDINATOR, STAFF
from tests.writing_verbs import Sample, a_section, wording

Call = Callable[[Store, Identity], object]
Prepare = Callable[[Store], Call]
ADDRESS = "kontakt@sprachcafe.example.org"
CITIZEN = Citizen("Ada Beispiel", "ada@example.org")
PROPOSED = Offer(
    headline="Kürzer", rationale="Besser lesbar.", wording=wording("Wohnungen für alle.")
)


def letter(said: GuestLetter) -> tuple[str, str]:
    """Put a letter into the fewest words, with its link."""
    return said.organization.name, f"/mitreden/{said.token}"


def a_provider(store: Store, name: str = "Sprachcafé am Kanal") -> Organization:
    """Keep an organisation that has no account."""
    found = Organization(id=new_id(), name=name, classification=Classification.INDEPENDENT_PROVIDER)
    insert_organization(store, found)
    return found


def token_of(store: Store) -> str:
    """Return the token in the newest mail that waits."""
    body: str = store.find("mails", order="id desc")[0]["body"]
    return body.rpartition("/mitreden/")[2].split()[0]


def invited(store: Store, section: Section, provider: Organization, email: str = ADDRESS) -> str:
    """Ask an organisation to join in and return the token of its link."""
    guest_links.invite(store, COORDINATOR, section.id, provider.id, email, "", letter)
    return token_of(store)


def a_comment(store: Store, quote: str = "Wohnung", section: Section | None = None) -> Comment:
    """Say something about words of the first section, as staff."""
    about = section or a_section(store)
    place = comments.Place(about.version_id, about.blocks[0].id, quote)
    return comments.comment(store, STAFF, about.id, "Welche Wohnung?", place)


def switch_on(store: Store) -> None:
    """Let citizens propose."""
    present = switches.setting(store, Switch.CITIZEN_PROPOSALS)
    switches.set_switch(
        store, COORDINATOR, Switch.CITIZEN_PROPOSALS, is_on=True, expected=present.revision
    )


def _comment(store: Store) -> Call:
    section = a_section(store)
    place = comments.Place(section.version_id, section.blocks[0].id, "Wohnung")
    return lambda s, actor: comments.comment(s, actor, section.id, "Welche?", place)


def _reply(store: Store) -> Call:
    first = a_comment(store)
    return lambda s, actor: comments.reply(s, actor, first.id, "Jede.")


def _settle(shift: int) -> Prepare:
    def prepare(store: Store) -> Call:
        first = a_comment(store)
        return lambda s, actor: comments.settle(s, actor, first.id, expected=first.revision - shift)

    return prepare


def _reopen(shift: int) -> Prepare:
    def prepare(store: Store) -> Call:
        first = a_comment(store)
        settled = comments.settle(store, STAFF, first.id, expected=first.revision)
        return lambda s, actor: comments.reopen(
            s, actor, first.id, expected=settled.revision - shift
        )

    return prepare


def _invite(store: Store) -> Call:
    section, provider = a_section(store), a_provider(store)
    return lambda s, actor: guest_links.invite(
        s, actor, section.id, provider.id, ADDRESS, "Was meinen Sie?", letter
    )


def _set_switch(shift: int) -> Prepare:
    def prepare(store: Store) -> Call:
        switch_on(store)
        return lambda s, actor: switches.set_switch(
            s, actor, Switch.CITIZEN_PROPOSALS, is_on=False, expected=1 - shift
        )

    return prepare


def _propose_as_citizen(*, stale: bool) -> Prepare:
    def prepare(store: Store) -> Call:
        switch_on(store)
        section = a_section(store)
        base = "an older wording" if stale else section.version_id
        return lambda s, actor: citizen_proposals.propose_as_citizen(
            s, actor, section.id, PROPOSED, CITIZEN, base_version_id=base
        )

    return prepare


SAMPLES: Mapping[str, Sample] = {
    "comments.comment": Sample(STAFF, _comment),
    "comments.reply": Sample(STAFF, _reply),
    "comments.settle": Sample(STAFF, _settle(0), _settle(1)),
    "comments.reopen": Sample(STAFF, _reopen(0), _reopen(1)),
    "guest_links.invite": Sample(COORDINATOR, _invite),
    "switches.set_switch": Sample(COORDINATOR, _set_switch(0), _set_switch(1)),
    "citizen_proposals.propose_as_citizen": Sample(
        GUEST, _propose_as_citizen(stale=False), _propose_as_citizen(stale=True)
    ),
}
