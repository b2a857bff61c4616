"""Which sections follow which, and settling what was uncertain when a version was taken over."""

from collections.abc import Iterable

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import Permission
from concept_review.matching import MatchKind
from concept_review.succession import Succession, SuccessionState
from concept_review.task import ENDED, TaskState
from concept_review.task_records import Part
from data.change import change
from data.clock import timestamp, today
from data.identifier import new_id
from data.rows import from_row
from data.store import Conflict, Row, Store

_BELONGING = (
    "reviews", "proposals", "editorial_changes", "comments", "guest_links", "incorporations",
)  # fmt: skip
"""Tables of what was said and done about one section."""


def successions(store: Store, section_id: str) -> list[Succession]:
    """Return where a section came from and what it led to, oldest first."""
    rows = store.query(
        "select * from section_successions where old_id = :id or new_id = :id order by id",
        {"id": section_id},
    )
    return [from_row(Succession, row) for row in rows]


def open_successions(store: Store, concept_id: str) -> list[Succession]:
    """Return the pairs of which nobody has said yet whether they are the same section."""
    rows = store.query(
        "select succession.* from section_successions succession join sections section"
        " on section.id = succession.old_id where section.concept_id = :concept"
        " and succession.state = :open and section.retired_on is not null order by succession.id",
        {"concept": concept_id, "open": SuccessionState.OPEN.value},
    )
    return [from_row(Succession, row) for row in rows]


def settle(
    store: Store, actor: Identity, succession_id: str, *, same: bool, expected: int
) -> Succession:
    """Say whether an uncertain pair is the same section; if so the old one lives on.

    All that was said of the new one since then belongs to the old one afterwards. Raises
    `Conflict` where the pair was settled already, or the old section lives on elsewhere.
    """
    with change(
        store, actor, Permission.CONCEPT_IMPORT, Verb.SETTLED, ("succession", succession_id)
    ) as detail:
        found = from_row(Succession, store.get("section_successions", succession_id))
        if found.kind is not MatchKind.UNCERTAIN or found.state is not SuccessionState.OPEN:
            raise Conflict({"id": succession_id})
        state = SuccessionState.SAME if same else SuccessionState.DIFFERENT
        store.update("section_successions", found.id, {"state": state.value}, expected=expected)
        if same:
            _join(store, found)
        detail["same"] = same
    return from_row(Succession, store.get("section_successions", succession_id))


def carry_links(store: Store, old_id: str, new_id_: str) -> None:
    """Let a section rest on all that the one before it rested on; part of a change."""
    held = store.find("section_links", section_id=new_id_, removed_at=None)
    known = {(row["target_type"], row["target_id"]) for row in held}
    for row in store.find("section_links", section_id=old_id, removed_at=None):
        target = (row["target_type"], row["target_id"])
        if target not in known and row["target_id"] != new_id_:
            store.insert(
                "section_links",
                {
                    "id": new_id(),
                    "section_id": new_id_,
                    "target_type": target[0],
                    "target_id": target[1],
                },
            )


def _join(store: Store, pair: Succession) -> None:
    old, new = store.get("sections", pair.old_id), store.get("sections", pair.new_id)
    if old["retired_on"] is None or new["retired_on"] is not None:
        raise Conflict({"id": pair.id})
    carry_links(store, new["id"], old["id"])
    _move_wordings(store, old, new)
    for table in _BELONGING:
        _move(store, table, store.find(table, section_id=new["id"]), old["id"])
    for row in store.find("proposals", anchor_id=new["id"]):
        store.update("proposals", row["id"], {"anchor_id": old["id"]}, expected=row["revision"])
    _move_tasks(store, old["id"], new["id"])
    _move_parts(store, old["id"], new["id"])
    store.update(
        "sections",
        old["id"],
        {"retired_on": None, "retired_in": None, "current_version_id": new["current_version_id"]},
        expected=old["revision"],
    )
    store.update(
        "sections",
        new["id"],
        {
            "retired_on": today().isoformat(),
            "retired_in": old["retired_in"],
            "current_version_id": None,
        },
        expected=new["revision"],
    )


def _move_wordings(store: Store, old: Row, new: Row) -> None:
    """Let the wordings of the new section follow those of the old one."""
    last = max(row["number"] for row in store.find("section_versions", section_id=old["id"]))
    for row in store.find("section_versions", order="number desc", section_id=new["id"]):
        changes = {"section_id": old["id"], "number": last + row["number"]}
        store.update("section_versions", row["id"], changes, expected=row["revision"])
    for row in store.find("section_versions", parent_id=new["id"]):
        changes = {"parent_id": old["id"]}
        store.update("section_versions", row["id"], changes, expected=row["revision"])
    _turn_links(store, old["id"], new["id"])


def _turn_links(store: Store, old_id: str, new_id_: str) -> None:
    """Let what rested on the new section rest on the old one, once."""
    citing = store.find("section_links", target_type="section", target_id=old_id, removed_at=None)
    held = {row["section_id"] for row in citing}
    for row in store.find("section_links", target_type="section", target_id=new_id_):
        twice = row["section_id"] in held and row["removed_at"] is None
        changes = {"removed_at": timestamp()} if twice else {"target_id": old_id}
        store.update("section_links", row["id"], changes, expected=row["revision"])


def _move(store: Store, table: str, rows: Iterable[Row], section_id: str) -> None:
    for row in rows:
        store.update(table, row["id"], {"section_id": section_id}, expected=row["revision"])


def _move_tasks(store: Store, old_id: str, new_id_: str) -> None:
    """Keep one task that is not ended: that of the old section, where both have one."""
    ended = {state.value for state in ENDED}
    busy = any(row["state"] not in ended for row in store.find("review_tasks", section_id=old_id))
    for row in store.find("review_tasks", section_id=new_id_):
        state = TaskState.CANCELLED.value if busy and row["state"] not in ended else row["state"]
        changes = {"section_id": old_id, "state": state}
        store.update("review_tasks", row["id"], changes, expected=row["revision"])


def _move_parts(store: Store, old_id: str, new_id_: str) -> None:
    held = store.find("responsibilities", section_id=old_id)
    parts = {row["part"] for row in held}
    named = {row["organization_id"] for row in held}
    for row in store.find("responsibilities", section_id=new_id_):
        if row["organization_id"] in named:
            continue
        # The old section keeps its lead and its deputy; further ones take part.
        part = Part.TAKING_PART.value if row["part"] in parts else row["part"]
        changes = {"section_id": old_id, "part": part}
        store.update("responsibilities", row["id"], changes, expected=row["revision"])
