"""A city with secrets in it, as `planted_secrets` names them."""

from collections.abc import Mapping
from dataclasses import dataclass

from accounts.identity import OPERATOR, Role
from accounts.token import new_token, token_hash
from concept_review.proposal import Offer, Proposal
from concept_review.section import Section
from concept_review.task import Step, TaskAction
from data import comments, proposals
from data.accounts import add_account
from data.clock import timestamp
from data.concepts import concepts, sections
from data.identifier import new_id
from data.introductions import IntroductionStatus, record_introduction
from data.papers import papers
from data.review_tasks import act
from data.rows import to_row
from data.store import Store
from data.stories import create_story
from network.organization import Classification, Membership, Organization, Person
from network.registration import parse_registration
from tests.conftest import COORDINATOR, STAFF
from tests.open_data import an_organization
from tests.planted_secrets import PUBLIC_WORD, SEEN, word
from tests.proposal_walk import propose_on, tabled
from tests.secret_upkeep import plant_upkeep
from tests.writing_verbs import wording


@dataclass(frozen=True, slots=True)
class Planted:
    """Where the secrets are: ids for addresses, and what a few of the words really are.

    `words` maps each secret to all that tells it; `ids` are those of internal records.
    """

    organization: str
    other: str
    merged: str
    section: str
    proposal: str
    paper: str
    concept: str
    story: str
    registration: str
    rejected: str
    words: Mapping[str, tuple[str, ...]]


def plant(store: Store) -> Planted:
    """Put all of it into a store that holds the demo city."""
    unit = an_organization(store, "Haus mit Geheimnissen")
    other = an_organization(store, "Nachbarhaus")
    concept = concepts(store)[0]
    section, second, third = [each for each in sections(store, concept.id) if each.reviewable][3:6]
    words: dict[str, tuple[str, ...]] = {name: (word(name),) for name in SEEN}
    words["contactname"] += (_contacts(store, unit),)
    ids = _registrations(store)
    words["registrationname"] += (ids[0],)
    words["rejectedname"] += (ids[1],)
    merged = _entry_work(store, unit, other)
    plant_upkeep(store, unit, ids)
    words["comment"] += (_comment(store, section),)
    act(store, STAFF, section.id, TaskAction.HINT, Step(reason=word("hint")), expected=0)
    pair = (unit.id, other.id)
    record_introduction(store, COORDINATOR, pair, IntroductionStatus.MADE, word("introduction"))
    proposal = _proposals(store, second, third)
    words["proposaltitle"] += (proposal.id,)
    paper = papers(store, COORDINATOR)[0]
    store.update("papers", paper.id, {"motion": word("papermotion")}, expected=paper.revision)
    story = create_story(store, STAFF, word("story"), summary=word("story"))
    words["story"] += (story.id,)
    words |= dict(_mails_and_links(store, unit, section))
    return Planted(
        organization=unit.id,
        other=other.id,
        merged=merged,
        section=section.id,
        proposal=proposal.id,
        paper=paper.id,
        concept=concept.id,
        story=story.id,
        registration=ids[0],
        rejected=ids[1],
        words=words,
    )


def _contacts(store: Store, unit: Organization) -> str:
    """Give it a hidden and a public contact person, and return the id of the hidden one."""
    hidden = Person(
        id=new_id(),
        name=word("contactname"),
        organization_id=unit.id,
        email=f"{word('contactmail')}@geheim.example",
        phone=word("contactphone"),
        consent_text=word("contacttext"),
    )
    public = Person(id=new_id(), name=PUBLIC_WORD, organization_id=unit.id, public=True)
    with store.atomic():
        for person in (hidden, public):
            store.insert("persons", to_row(person))
        post = {"label": "Leitung", "organization_id": unit.id, "role": "", "description": ""}
        store.insert("posts", {"id": "leitung", **post, "sources": "[]", "occupancy": "unknown"})
        holds = Membership(
            id=new_id(), organization_id=unit.id, person_id=hidden.id, post_id="leitung"
        )
        store.insert("memberships", to_row(holds))
    return hidden.id


def _registrations(store: Store) -> tuple[str, str]:
    """Put one registration into the inbox and one behind it, as rows, whatever form they take."""
    made = []
    with store.atomic():
        for name, status in (("registrationname", "submitted"), ("rejectedname", "rejected")):
            content = parse_registration(
                {
                    "name": f"Verein {word(name)}",
                    "classification": Classification.ASSOCIATION.value,
                    "description": word("registrationtext"),
                    "contact_name": word("registrationcontact"),
                    "contact_email": f"{word('registrationmail')}@geheim.example",
                    "consent": True,
                }
            )
            made.append(new_id())
            row = {
                "id": made[-1],
                "content": content.model_dump_json(),
                "status": status,
                "submitted_at": timestamp(),
                "email_confirmed_at": timestamp(),
                "consent_version": "1",
                "reason": word("rejectedreason") if status == "rejected" else "",
                "question": word("registrationquestion"),
                "answer": word("registrationanswer"),
                "answered_at": timestamp(),
            }
            store.insert("registrations", row)
    return made[0], made[1]


def _entry_work(store: Store, unit: Organization, other: Organization) -> str:
    gone = an_organization(store, "Zusammengelegt", description=word("mergedtext"))
    with store.atomic():
        store.update("organizations", gone.id, {"merged_into_id": other.id}, expected=1)
        store.insert(
            "merges",
            {
                "id": new_id(), "kept_id": other.id, "gone_id": gone.id,
                "moves": f'{{"note": "{word("mergemoves")}"}}', "merged_by": COORDINATOR.id,
                "merged_on": "2026-01-01",
            },
        )  # fmt: skip
        for status, name in (("submitted", "entrychange"), ("refused", "entryrefusal")):
            store.insert(
                "entry_changes",
                {
                    "id": new_id(), "organization_id": unit.id, "before": "{}",
                    "after": f'{{"description": "{word("entrychange")}"}}', "status": status,
                    "submitted_by": "link:x", "submitted_at": timestamp(),
                    "reason": word(name) if status == "refused" else "",
                },
            )  # fmt: skip
    return gone.id


def _comment(store: Store, section: Section) -> str:
    place = comments.Place(section.version_id, section.blocks[0].id, "")
    return comments.comment(store, STAFF, section.id, word("comment"), place).id


def _proposals(store: Store, second: Section, third: Section) -> Proposal:
    """Propose something, keep something as a draft, and lay something before the council."""
    made = []
    for section, draft in ((second, False), (second, True)):
        name = "draft" if draft else "proposaltitle"
        text = "draft" if draft else "proposaltext"
        reason = "draft" if draft else "proposalreason"
        offer = Offer(
            headline=word(name),
            rationale=word(reason),
            wording=wording(word(text), section.title),
        )
        made.append(
            proposals.propose(
                store, STAFF, section.id, offer, base_version_id=section.version_id, draft=draft
            )
        )
    laid = propose_on(store, third, wording(word("proposaltext"), third.title))
    tabled(store, laid)
    with store.atomic():
        mail = f"{word('citizenmail')}@geheim.example"
        store.insert("citizen_contacts", {"id": new_id(), "proposal_id": made[0].id, "email": mail})
    return made[0]


def _mails_and_links(
    store: Store, unit: Organization, section: Section
) -> Mapping[str, tuple[str, ...]]:
    token = new_token()
    account = add_account(
        store,
        OPERATOR,
        "Jemand mit Konto",
        word("accountlogin"),
        Role.STAFF,
        email=f"{word('accountmail')}@geheim.example",
    ).account
    common = {"token_hash": token_hash(token), "expires_at": "2099-01-01T00:00:00+00:00"}
    with store.atomic():
        store.insert(
            "guest_links",
            {
                **common, "id": new_id(), "organization_id": unit.id, "section_id": section.id,
                "account_id": account.id, "email": f"{word('guestmail')}@geheim.example",
                "invited_by": COORDINATOR.id,
            },
        )  # fmt: skip
        store.insert(
            "entry_links",
            {
                **common, "id": new_id(), "purpose": "open_entry", "organization_id": unit.id,
                "email": f"{word('entrymail')}@geheim.example", "language": "de",
            },
        )  # fmt: skip
        store.insert(
            "mails",
            {
                "id": new_id(), "recipient": f"{word('mailrecipient')}@geheim.example",
                "subject": word("mailsubject"), "body": word("mailbody"), "purpose": "reminder",
                "subject_id": section.id, "fault": "", "tries": 0, "secret": "",
            },
        )  # fmt: skip
        known = store.get("accounts", account.id)
        store.update(
            "accounts",
            account.id,
            {"password_hash": word("passwordhash")},
            expected=known["revision"],
        )
    return {"linktoken": (token,), "linkhash": (token_hash(token),)}
