"""Popolo as others write it: their records come in, people do not."""

import json

import pytest

from network.exchange.foreign import Format, Left
from network.exchange.popolo_file import write
from network.exchange.reading import read_network
from network.exchange.unreadable import Fault, Place, UnreadableNetwork

OTHERS = {
    "organizations": [
        {
            "id": "o1", "name": "Amt", "classification": "office", "founding_date": "1990-01-01",
            "other_names": [{"name": "Behörde"}], "identifiers": [{"identifier": "7"}],
            "area": {"name": "Süd"}, "links": [{"url": "https://a.example.org"}],
            "sources": [{"url": "https://b.example.org"}, {"note": "Akte 3"}],
            "contact_details": [{"type": "email", "value": "anna@example.org"}],
        },
        {"id": "o2", "name": "Rat", "parent_id": "o1", "image": "x.png"},
    ],
    "persons": [{"id": "p1", "name": "Anna Beispiel", "email": "anna@example.org"}],
    "posts": [{"id": "s1", "label": "Leitung", "organization_id": "o1"}],
    "memberships": [
        {"person_id": "p1", "organization_id": "o1"},
        {"post_id": "s1", "organization_id": "o2", "role": "chair"},
        {"member_id": "o1", "organization_id": "o2"},
    ],
    "motions": [],
}  # fmt: skip


def read(whole: object) -> "object":
    return read_network(json.dumps(whole).encode(), "x.json")


def test_records_come_in_and_people_do_not() -> None:
    found = read_network(json.dumps(OTHERS).encode(), "x.json")

    assert found.format is Format.POPOLO
    office, council, post = found.nodes
    assert (office.label, office.kind, office.start) == ("Amt", "office", "1990-01-01")
    assert office.attributes == {
        "other_names": "Behörde", "identifiers": "7", "district": "Süd",
        "website": "https://a.example.org", "sources": "https://b.example.org|Akte 3",
    }  # fmt: skip
    assert (council.id, post.kind) == ("o2", "post")
    assert [(tie.source, tie.kind, tie.target, tie.role) for tie in found.ties] == [
        ("o2", "part_of", "o1", ""), ("s1", "post_of", "o1", ""),
        ("s1", "member_of", "o2", "chair"), ("o1", "member_of", "o2", ""),
    ]  # fmt: skip
    lost = {(each.code, each.detail): each.count for each in found.losses}
    assert lost == {
        (Left.SECTION, "motions"): 1, (Left.PERSON, ""): 3, (Left.COLUMN, "image"): 1,
    }  # fmt: skip
    assert b"anna" not in write(found).lower()


@pytest.mark.parametrize("part", ["organizations", "posts", "memberships", "relations", "topics"])
def test_what_is_no_record_is_named_by_its_list_and_number(part: str) -> None:
    with pytest.raises(UnreadableNetwork) as refused:
        read({"organizations": [], part: [{"id": "a", "name": "b"}, 7]})

    assert refused.value.code is Fault.NOT_A_RECORD
    assert refused.value.place == Place(row=2, listed=part)


def test_what_is_no_list_is_named() -> None:
    with pytest.raises(UnreadableNetwork) as refused:
        read({"organizations": [], "posts": {"a": 1}})

    assert (refused.value.code, refused.value.place.listed) == (Fault.NOT_POPOLO, "posts")
