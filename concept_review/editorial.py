"""Purely editorial changes: they keep a review valid once a second person agrees."""

from collections.abc import Iterable

from concept_review.task_records import EditorialChange


class OnePerson(ValueError):
    """Whoever said that a change is editorial cannot be the one who confirms it."""


def carried(reviewed: str, present: str, changes: Iterable[EditorialChange]) -> bool:
    """Say whether confirmed editorial changes lead from the wording reviewed to the present one."""
    steps: dict[str, set[str]] = {}
    for each in changes:
        if each.confirmed_by:
            steps.setdefault(each.old_fingerprint, set()).add(each.new_fingerprint)
    reached, waiting = {reviewed}, [reviewed]
    while waiting:
        for further in steps.get(waiting.pop(), set()) - reached:
            reached.add(further)
            waiting.append(further)
    return present in reached
