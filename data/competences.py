"""Who decides on the text of a section."""

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import Permission
from concept_review.decision import Competence
from data.change import change
from data.store import Store


def set_competence(
    store: Store,
    actor: Identity,
    section_id: str,
    competence: Competence,
    *,
    expected: int,
    key: str | None = None,
) -> None:
    """Say who decides on a section's text; raise `Conflict` where the section has changed."""
    with change(
        store, actor, Permission.RESPONSIBILITY_SET, Verb.CHANGED, ("section", section_id), key=key
    ) as detail:
        store.update("sections", section_id, {"competence": competence.value}, expected=expected)
        detail["fields"] = ["competence"]
