"""The one gate for writing: permitted, whole, recorded, and done once."""

import contextlib
from collections.abc import Iterator

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import Permission, require
from data import events
from data.clock import timestamp
from data.store import AlreadyDone, Store


@contextlib.contextmanager
def change(
    store: Store,
    actor: Identity,
    permission: Permission,
    verb: Verb,
    subject: tuple[str, str],
    *,
    key: str | None = None,
) -> Iterator[dict[str, object]]:
    """Run one permitted change in one transaction and record who made it.

    `subject` is the type and the id of what is changed. What the body puts into the mapping
    it is given stands in the event as detail: ids, numbers and field names only.
    `key` names the rendered form; a second change with it raises `AlreadyDone`.
    Raises `NotPermitted` before anything is touched.
    """
    require(actor, permission)
    with store.atomic():
        _claim(store, key, subject[1])
        detail: dict[str, object] = {}
        yield detail
        events.append(store, actor, verb, subject, detail)


def _claim(store: Store, key: str | None, subject_id: str) -> None:
    if key is None:
        return
    earlier = store.find("form_keys", order="key", key=key)
    if earlier:
        raise AlreadyDone(earlier[0]["subject_id"])
    store.insert("form_keys", {"key": key, "subject_id": subject_id, "at": timestamp()})
