"""Posts: whether somebody holds them, without saying who."""

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import Permission
from data.change import change
from data.rows import from_row
from data.store import Store
from network.organization import Occupancy, Post


def set_occupancy(
    store: Store, actor: Identity, post_id: str, occupancy: Occupancy, *, expected: int
) -> Post:
    """Say whether a post is held; raise `NotFound`, or `Conflict` where it was changed since."""
    with change(store, actor, Permission.POST_FILL, Verb.CHANGED, ("post", post_id)) as detail:
        store.get("posts", post_id)
        store.update("posts", post_id, {"occupancy": occupancy.value}, expected=expected)
        detail["occupancy"] = occupancy.value
    return from_row(Post, store.get("posts", post_id))
