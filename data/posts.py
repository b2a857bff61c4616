"""Posts of organisations, and whether somebody holds them, without saying who."""

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import Permission, require
from data.change import change
from data.clock import today
from data.entries import entry_of
from data.entry_rights import entry_permission
from data.identifier import new_id
from data.positions import place_new
from data.rows import from_row, plain, to_row
from data.store import NotFound, Store
from network.organization import Occupancy, Post
from network.post_facts import PostFacts


def set_occupancy(
    store: Store, actor: Identity, post_id: str, occupancy: Occupancy, *, expected: int
) -> Post:
    """Say whether a post is held; raise `NotFound`, or `Conflict` where it was changed since."""
    with change(store, actor, Permission.POST_FILL, Verb.CHANGED, ("post", post_id)) as detail:
        store.get("posts", post_id)
        store.update("posts", post_id, {"occupancy": occupancy.value}, expected=expected)
        detail["occupancy"] = occupancy.value
    return from_row(Post, store.get("posts", post_id))


def add_post(
    store: Store,
    actor: Identity,
    organization_id: str,
    facts: PostFacts,
    *,
    key: str | None = None,
) -> Post:
    """Add a post to an entry and give it a place on the map."""
    identifier, permission = new_id(), entry_permission(actor, organization_id)
    source = f"Angabe der Organisation vom {today():%d.%m.%Y}"
    post = Post(
        id=identifier,
        organization_id=organization_id,
        sources=(source,),
        **facts.model_dump(),
    )
    with change(store, actor, permission, Verb.ADDED, ("post", identifier), key=key) as detail:
        entry_of(store, organization_id)
        store.insert("posts", to_row(post))
        place_new(store)
        detail["organization"] = organization_id
    return post


def change_post(
    store: Store,
    actor: Identity,
    organization_id: str,
    post_id: str,
    facts: PostFacts,
    *,
    expected: int,
    key: str | None = None,
) -> Post:
    """Change a post of an entry, or end it by its last day; nothing where nothing differs.

    Raises `NotFound` for posts of other entries, and `Conflict`.
    """
    permission = entry_permission(actor, organization_id)
    require(actor, permission)
    present = _post(store, organization_id, post_id)
    new = facts.model_dump()
    fields = [name for name, value in new.items() if getattr(present, name) != value]
    if not fields:
        return present
    with change(store, actor, permission, Verb.CHANGED, ("post", post_id), key=key) as detail:
        columns = {name: plain(value) for name, value in new.items()}
        store.update("posts", post_id, columns, expected=expected)
        detail |= {"organization": organization_id, "fields": fields}
    return _post(store, organization_id, post_id)


def posts_of(store: Store, organization_id: str) -> list[Post]:
    """Return the posts of an organisation, those that have ended too, by label."""
    rows = store.find("posts", order="label", organization_id=organization_id)
    return [from_row(Post, row) for row in rows]


def _post(store: Store, organization_id: str, post_id: str) -> Post:
    found = from_row(Post, store.get("posts", post_id))
    if found.organization_id != organization_id:
        raise NotFound(post_id)
    return found
