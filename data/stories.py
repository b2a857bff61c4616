"""Stories: kept by staff, read by everybody once they are public."""

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import Permission, may
from data.change import change
from data.clock import timestamp
from data.identifier import new_id
from data.rows import from_row
from data.store import Conflict, NotFound, Row, Store
from network.story import (
    LONGEST_TEXT,
    InvalidStory,
    Step,
    Story,
    Told,
    check_title,
    check_told,
    moved,
)

_REMOVED = 0
"""The position of a step that was taken out of its story."""


def create_story(
    store: Store,
    actor: Identity,
    title: str,
    first: Told | None = None,
    *,
    summary: str = "",
    key: str | None = None,
) -> Story:
    """Begin a story, with its first step where there is one; raise `InvalidStory`."""
    identifier = new_id()
    with change(
        store, actor, Permission.STORY_EDIT, Verb.ADDED, ("story", identifier), key=key
    ) as detail:
        row = {"id": identifier, "public": 0, "author_id": actor.id, "deleted_at": None}
        store.insert("stories", row | _story_text(title, summary))
        if first:
            detail["step"] = _insert_step(store, identifier, 1, first)
    return _present(store, identifier)


def change_story(
    store: Store, actor: Identity, story_id: str, title: str, summary: str, *, expected: int
) -> Story:
    """Give a story another title and summary; raise `InvalidStory` or `Conflict`."""
    with change(store, actor, Permission.STORY_EDIT, Verb.CHANGED, ("story", story_id)):
        _present(store, story_id)
        store.update("stories", story_id, _story_text(title, summary), expected=expected)
    return _present(store, story_id)


def publish_story(
    store: Store, actor: Identity, story_id: str, *, public: bool, expected: int
) -> Story:
    """Open a story to everybody, or keep it to oneself again; raise `Conflict`."""
    verb = Verb.PUBLISHED if public else Verb.WITHDRAWN
    with change(store, actor, Permission.STORY_EDIT, verb, ("story", story_id)):
        _present(store, story_id)
        store.update("stories", story_id, {"public": int(public)}, expected=expected)
    return _present(store, story_id)


def delete_story(store: Store, actor: Identity, story_id: str, *, expected: int) -> None:
    """Take a story away; its row stays, for the log. Raise `Conflict`."""
    with change(store, actor, Permission.STORY_EDIT, Verb.REMOVED, ("story", story_id)):
        _present(store, story_id)
        store.update("stories", story_id, {"deleted_at": timestamp()}, expected=expected)


def add_step(
    store: Store, actor: Identity, story_id: str, told: Told, *, key: str | None = None
) -> str:
    """Put a view behind the last step of a story and return its id; raise `InvalidStory`."""
    with change(
        store, actor, Permission.STORY_EDIT, Verb.CHANGED, ("story", story_id), key=key
    ) as detail:
        _present(store, story_id)
        step_id = _insert_step(store, story_id, len(_steps(store, story_id)) + 1, told)
        detail["step"] = step_id
    return step_id


def change_step(store: Store, actor: Identity, step_id: str, told: Told, *, expected: int) -> None:
    """Give a step another title, text or view; raise `InvalidStory` or `Conflict`."""
    with change(
        store, actor, Permission.STORY_EDIT, Verb.CHANGED, ("story_step", step_id)
    ) as detail:
        detail["story"] = _step(store, step_id).story_id
        store.update("story_steps", step_id, _step_text(told), expected=expected)


def move_step(store: Store, actor: Identity, step_id: str, to: int, *, expected: int) -> None:
    """Put a step at another place, counted from 1; raise `Conflict`."""
    with change(
        store, actor, Permission.STORY_EDIT, Verb.CHANGED, ("story_step", step_id)
    ) as detail:
        step = _step(store, step_id)
        if step.revision != expected:
            raise Conflict(store.get("story_steps", step_id))
        order = [each.id for each in _steps(store, step.story_id)]
        _number(store, step.story_id, moved(order, step_id, to))
        detail |= {"story": step.story_id, "to": to}


def remove_step(store: Store, actor: Identity, step_id: str, *, expected: int) -> None:
    """Take a step out of its story; its row stays, for the log. Raise `Conflict`."""
    with change(
        store, actor, Permission.STORY_EDIT, Verb.REMOVED, ("story_step", step_id)
    ) as detail:
        step = _step(store, step_id)
        store.update("story_steps", step_id, {"position": _REMOVED}, expected=expected)
        _number(store, step.story_id, [each.id for each in _steps(store, step.story_id)])
        detail["story"] = step.story_id


def stories(store: Store, actor: Identity) -> list[Story]:
    """Return the stories that the actor may read, by title."""
    internal = may(actor, Permission.STORY_EDIT)
    found = [from_row(Story, row) for row in store.find("stories", order="title", deleted_at=None)]
    return [each for each in found if each.public or internal]


def story(store: Store, actor: Identity, story_id: str) -> tuple[Story, list[Step]]:
    """Return a story with its steps in order; raise `NotFound` for what one may not read."""
    found = _present(store, story_id)
    if not found.public and not may(actor, Permission.STORY_EDIT):
        raise NotFound(story_id)
    return found, _steps(store, story_id)


def _present(store: Store, story_id: str) -> Story:
    row = store.get("stories", story_id)
    if row["deleted_at"]:
        raise NotFound(story_id)
    return from_row(Story, row)


def _steps(store: Store, story_id: str) -> list[Step]:
    rows = store.find("story_steps", order="position", story_id=story_id)
    return [from_row(Step, row) for row in rows if row["position"] != _REMOVED]


def _step(store: Store, step_id: str) -> Step:
    found = from_row(Step, store.get("story_steps", step_id))
    if found.position == _REMOVED:
        raise NotFound(step_id)
    _present(store, found.story_id)
    return found


def _number(store: Store, story_id: str, order: list[str]) -> None:
    known = {each.id: each for each in _steps(store, story_id)}
    for place, step_id in enumerate(order, 1):
        step = known[step_id]
        if step.position != place:
            store.update("story_steps", step_id, {"position": place}, expected=step.revision)


def _insert_step(store: Store, story_id: str, position: int, told: Told) -> str:
    step_id = new_id()
    row = {"id": step_id, "story_id": story_id, "position": position}
    store.insert("story_steps", row | _step_text(told))
    return step_id


def _step_text(told: Told) -> Row:
    checked = check_told(told)
    return {"title": checked.title, "text": checked.text, "address": checked.address}


def _story_text(title: str, summary: str) -> Row:
    if len(summary) > LONGEST_TEXT:
        raise InvalidStory({"summary": "too_long"})
    return {"title": check_title(title), "summary": summary.strip()}
