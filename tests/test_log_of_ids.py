"""The log tells who did what to which record, and never what anybody is called or wrote."""

import json
from collections.abc import Iterator

import pytest

from data.events import events
from data.store import Store
from tests.test_change import SAMPLES

TOLD = {
    "organizations": ("name", "short_name", "description", "website"),
    "persons": ("name", "email", "phone"),
    "accounts": ("name", "login", "email"),
    "posts": ("label", "description"),
    "registrations": ("content", "reason", "question", "answer"),
    "entry_changes": ("before", "after", "reason"),
    "entry_links": ("email", "token_hash"),
    "guest_links": ("email", "token_hash"),
    "one_time_links": ("token_hash",),
    "sessions": ("token_hash",),
    "former_names": ("name", "short_name"),
    "relations": ("label", "note"),
    "dissolutions": ("note",),
    "mails": ("recipient", "subject", "body", "secret"),
    "mail_texts": ("subject", "body"),
    "comments": ("text", "quote"),
    "tries": ("source",),
    "keys": ("value",),
}
"""What people wrote, by table and column."""


def texts(store: Store) -> set[str]:
    """Return all words of people that a store holds, also those within JSON."""
    found: set[str] = set()
    for table, columns in TOLD.items():
        for row in store.query(f"select * from {table}"):  # noqa: S608
            for column in columns:
                found |= set(leaves(row[column]))
    ids = {each["id"] for each in store.query("select id from organizations")}
    return {each for each in found - ids if len(each) > 4}


def leaves(value: object) -> Iterator[str]:
    """Return the texts in a value; what looks like JSON is opened."""
    if isinstance(value, str) and value[:1] in ("{", "["):
        yield from leaves(json.loads(value))
    elif isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from leaves(each)
    elif isinstance(value, list):
        for each in value:
            yield from leaves(each)


@pytest.mark.parametrize("name", SAMPLES)
def test_no_words_of_people_come_into_the_log(store: Store, name: str) -> None:
    sample = SAMPLES[name]
    call = sample.prepare(store)
    before, known = len(events(store)), texts(store)

    call(store, sample.actor)

    log = events(store)
    assert len(log) > before
    told = "\n".join(each.detail for each in log)
    assert sorted(each for each in known | texts(store) if each in told) == []
