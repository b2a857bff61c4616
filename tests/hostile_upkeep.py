"""Texts of strangers in every field of registration, upkeep and reshaping."""

import json
from typing import Any, Final

from data.clock import timestamp
from data.identifier import new_id
from data.organizations import insert_organization, organization
from data.positions import place_new
from data.rows import to_row
from data.store import Store
from network.organization import Classification, Organization, Person, Post, Relation, RelationKind
from tests.injections import ADDRESSES, MARKDOWN, MARKUP
from tests.test_registration_inbox import put

LINE: Final = f"{MARKUP[0]} {MARKDOWN[0]} {MARKDOWN[3]} {MARKDOWN[1]}"
LONG: Final = "\n\n".join((*MARKDOWN, *MARKUP, *ADDRESSES))


def plant_hostile(store: Store) -> tuple[str, str, list[str]]:
    """Fill the tables; return two organisations and the registrations."""
    one, other = _entry(store), _entry(store)
    person = Person(
        id=new_id(), name=LINE, organization_id=one, email="a@b.example.org", phone=LINE,
        public=True, consent_text=LINE,
    )  # fmt: skip
    tie = Relation(
        id=new_id(), subject_id=other, object_id=one, classification=RelationKind.COOPERATES,
        label=LINE, note=LONG, stated_by_id=other,
    )  # fmt: skip
    with store.atomic():
        store.insert("persons", to_row(person))
        store.insert("relations", to_row(tie))
        post = Post(id=new_id(), label=LINE, organization_id=one, description=LONG)
        store.insert("posts", to_row(post))
        former = {"organization_id": one, "name": LINE, "short_name": LINE, "until": "2026-01-01"}
        store.insert("former_names", {"id": new_id(), **former})
        store.insert(
            "dissolutions",
            {
                "id": new_id(), "organization_id": one, "day": "2026-01-01", "note": LONG,
                "moves": "[]", "dissolved_by": LINE, "undone_by": LINE, "undone_on": "2026-01-01",
            },
        )  # fmt: skip
        for status in ("submitted", "refused"):
            store.insert(
                "entry_changes",
                {
                    "id": new_id(), "organization_id": one, "status": status, "reason": LONG,
                    "before": "{}", "after": json.dumps({"name": LINE, "description": LONG}),
                    "submitted_by": LINE, "submitted_at": timestamp(),
                },
            )  # fmt: skip
        store.insert(
            "mail_texts",
            {
                "id": new_id(), "occasion": "received", "language": "de",
                "subject": f"Post {MARKUP[0]}", "body": f"{LINE}\n\n{MARKUP[4]}\n\n{{link}}",
            },
        )  # fmt: skip
        store.insert(
            "mails",
            {
                "id": new_id(), "recipient": LINE, "subject": LINE, "body": LONG,
                "purpose": "received", "subject_id": one, "fault": "", "tries": 0, "secret": "",
            },
        )  # fmt: skip
    place_new(store)
    return one, other, _registered(store)


def _registered(store: Store) -> list[str]:
    texts: dict[str, Any] = {
        "question": LONG,
        "answer": LONG,
        "reason": LONG,
        "answered_at": timestamp(),
    }
    found = []
    for status in ("submitted", "returned", "rejected"):
        identifier = put(store, f"Verein {MARKUP[0]} {MARKDOWN[0]}", status=status, **texts)
        row = store.get("registrations", identifier)
        content = json.loads(row["content"])
        content |= {"description": LONG[:1900], "district": LINE[:190], "contact_name": LINE[:190]}
        changes = {"content": json.dumps(content)}
        store.update("registrations", identifier, changes, expected=row["revision"])
        found.append(identifier)
    return found


def _entry(store: Store) -> str:
    new = Organization(
        id=new_id(), name=f"{LINE} {new_id()}", short_name=LINE,
        classification=Classification.ASSOCIATION,
        description=LONG, district=LINE, offers=(LINE,), needs=(LINE,), languages=(LINE,),
        target_groups=(LINE,), sources=(LINE,), website=ADDRESSES[0],
    )  # fmt: skip
    insert_organization(store, new)
    return organization(store, new.id).id
