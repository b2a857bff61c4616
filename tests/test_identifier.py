"""Ids: UUIDs of version 7 that sort as they were made."""

from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

from data.identifier import new_id


def test_ids_are_uuids_of_version_7() -> None:
    made = UUID(new_id())

    assert made.version == 7
    assert made.variant == "specified in RFC 4122"


def test_ids_sort_as_they_were_made() -> None:
    made = [new_id() for _ in range(5000)]

    assert made == sorted(made)


def test_ids_made_at_once_all_differ() -> None:
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda _: new_id(), range(20_000)))

    assert len(set(made)) == len(made)
