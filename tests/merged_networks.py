"""Small networks of one make for laws of merging, and all that a store holds, to compare."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import strategies as st

from data.identifier import new_id
from data.organizations import insert_organization
from data.rows import from_row, to_row
from data.sqlite_store import SqliteStore
from data.store import Store
from network.organization import (
    Classification,
    Membership,
    Organization,
    Person,
    Post,
    Relation,
    RelationKind,
)

_QUICK = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108
"""Memory, where there is such a folder: hundreds of small stores need no disk."""

KEYS = ("a", "b", "c", "d")
_NODES = (*KEYS, "post-a", "post-b")
_DAYS = st.sampled_from((None, "2010", "2015-03", "2020-01-01"))
_SORTS = (Classification.ASSOCIATION, Classification.OFFICE)
_MAYBE = st.none() | st.sampled_from(KEYS)
_LIST = st.lists(st.sampled_from(("x", "y", "z")), unique=True, max_size=2).map(tuple)
_WORD = st.sampled_from(("", "eins", "zwei"))


@st.composite
def units(draw: st.DrawFn) -> list[Organization]:
    """Draw organisations a to d, in trees."""
    made: list[Organization] = []
    for place, key in enumerate(draw(st.permutations(KEYS))):
        above = st.none() | st.sampled_from([each.id for each in made]) if place else st.none()
        made.append(
            Organization(
                id=key,
                name=f"Verein {key}",
                classification=draw(
                    st.sampled_from((Classification.ASSOCIATION, Classification.OFFICE))
                ),
                short_name=draw(_WORD),
                other_names=draw(_LIST),
                parent_id=draw(above),
                successor_of_id=draw(above),
                description=draw(_WORD),
                district=draw(_WORD),
                topic_ids=draw(_LIST),
                offers=draw(_LIST),
                open_for_cooperation=draw(st.sampled_from((None, True, False))),
                start_date=draw(_DAYS),
                sources=draw(_LIST),
            )
        )
    return made


relations = st.lists(
    st.builds(
        Relation,
        id=st.builds(new_id),
        subject_id=st.sampled_from(_NODES),
        object_id=st.sampled_from(_NODES),
        classification=st.sampled_from((RelationKind.COOPERATES, RelationKind.FUNDS)),
        strength=st.sampled_from((None, 1.0, 2.0)),
        note=_WORD,
        start_date=_DAYS,
        stated_by_id=_MAYBE,
        confirmed_by_id=_MAYBE,
        disputed_by_id=_MAYBE,
        sources=_LIST,
    ).filter(lambda tie: tie.subject_id != tie.object_id),
    max_size=10,
)
memberships = st.lists(
    st.builds(
        Membership,
        id=st.builds(new_id),
        organization_id=st.sampled_from(KEYS),
        member_organization_id=_MAYBE,
        post_id=st.sampled_from((None, "post-a", "post-b")),
        on_behalf_of_id=_MAYBE,
        start_date=_DAYS,
        stated_by_id=_MAYBE,
        sources=_LIST,
    ).filter(lambda part: part.organization_id != part.member_organization_id),
    max_size=8,
)
pairs = st.lists(
    st.tuples(st.sampled_from(KEYS), st.sampled_from(KEYS)).filter(lambda two: two[0] < two[1]),
    unique=True,
    max_size=4,
)


@st.composite
def networks(draw: st.DrawFn) -> list[tuple[str, Mapping[str, Any]]]:
    """Draw the rows of a network with what hangs on it, in an order that can be inserted."""
    found: list[tuple[str, Mapping[str, Any]]] = [
        ("organizations", to_row(each)) for each in draw(units())
    ]
    for key in ("a", "b"):
        post = Post(id=f"post-{key}", label="Leitung", organization_id=key)
        found.append(("posts", to_row(post)))
        found.append(("persons", to_row(Person(id=f"p-{key}", name="N.", organization_id=key))))
    found += [("relations", to_row(each)) for each in draw(relations)]
    found += [("memberships", to_row(each)) for each in draw(memberships)]
    for one, two in draw(pairs):
        row = {"id": new_id(), "first_id": one, "second_id": two, "reasons": "[]", "note": ""}
        row |= {"status": draw(st.sampled_from(("made", "reopened"))), "decided_by": "x"}
        found.append(("introductions", row | {"decided_on": "2020-01-01"}))
    places = {key: [1.0, 2.0] for key in draw(st.sets(st.sampled_from(KEYS)))}
    row = {"id": new_id(), "name": "Bild", "author_id": "x", "places": json.dumps(places)}
    found.append(("arrangements", row | {"address": "", "deleted_at": None}))
    content = {"name": "Neu", "group_ids": draw(_IDS), "partner_ids": draw(_IDS), "phone": None}
    row = {"id": new_id(), "content": json.dumps(content), "status": "submitted", "reason": ""}
    found.append(("registrations", row | {"submitted_at": "2020", "consent_version": "1"}))
    return found


_IDS = st.lists(st.sampled_from(KEYS), unique=True)


@cache
def _template() -> bytes:
    """Return an empty store with the present schema, as a file."""
    with TemporaryDirectory() as folder:
        made = SqliteStore(Path(folder) / "made.db")
        made.migrate()
        made.backup(Path(folder) / "copy.db")
        made.close()
        return (Path(folder) / "copy.db").read_bytes()


@contextmanager
def stored(rows: list[tuple[str, Mapping[str, Any]]]) -> Iterator[Store]:
    """Open a store of its own with drawn rows."""
    with TemporaryDirectory(dir=_QUICK) as folder:
        path = Path(folder) / "x.db"
        path.write_bytes(_template())
        store = SqliteStore(path)
        fill(store, rows)
        yield store
        store.close()


def fill(store: Store, rows: list[tuple[str, Mapping[str, Any]]]) -> None:
    """Write drawn rows into an empty store."""
    with store.atomic():
        for table, row in rows:
            if table == "organizations":
                _insert_unit(store, row)
            else:
                store.insert(table, row)


def _insert_unit(store: Store, row: Mapping[str, Any]) -> None:
    insert_organization(store, from_row(Organization, row))


_NOT_CONTENT = ("revision", "modified_at")
_ASIDE = ("events", "merges", "dissolutions", "continuations", "_sqlite_migrations")


def content(store: Store) -> dict[str, list[dict[str, Any]]]:
    """Return all that a store holds but revisions, the log and the merges themselves."""
    tables = store.query(
        "select name from sqlite_master where type = 'table' and name not like 'search_index%'"
    )
    names = [row["name"] for row in tables if row["name"] not in _ASIDE]
    found = {name: sorted(map(_plain, store.query(f"select * from {name}"))) for name in names}  # noqa: S608
    words = store.query("select kind, subject_id, text from search_index where text != ''")
    found["search_index"] = sorted(json.dumps(row, sort_keys=True) for row in words)
    return {name: [json.loads(row) for row in rows] for name, rows in found.items()}


def _plain(row: dict[str, Any]) -> str:
    kept = {name: value for name, value in row.items() if name not in _NOT_CONTENT}
    read = {
        name: json.loads(value) if isinstance(value, str) and value[:1] in ("[", "{") else value
        for name, value in kept.items()
    }
    return json.dumps(read, sort_keys=True)
