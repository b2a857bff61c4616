"""On whose word a tie of a file stands, and on whose behalf somebody takes part."""

from dataclasses import replace
from typing import Any

from network.exchange.foreign import ForeignTie, Left
from network.exchange.losses import Losses
from network.exchange.planned_nodes import NodePlan
from network.graph import Confirmation
from network.organization import Organization, Post

_GIVEN = ("stated_by", "confirmed_by", "disputed_by")


def word_for(
    tie: ForeignTie, subject: Organization | Post, target: Organization | Post
) -> dict[str, Any]:
    """Return on whose word a new tie stands where a file does not say who of both said it."""
    first, second = (
        each.organization_id if isinstance(each, Post) else each.id for each in (subject, target)
    )
    match tie.confirmation:
        case Confirmation.STATED:
            return {"stated_by_id": first}
        case Confirmation.CONFIRMED:
            return {"stated_by_id": first, "confirmed_by_id": second}
        case Confirmation.DISPUTED:
            return {"stated_by_id": first, "disputed_by_id": second}
        case _:
            return {}


def given_word(tie: ForeignTie, nodes: NodePlan, losses: Losses) -> dict[str, Any]:
    """Return who stated, confirmed or disputed a tie, where the file names them."""
    return {f"{name}_id": key for name in _GIVEN if (key := _named(tie, name, nodes, losses))}


def on_behalf(tie: ForeignTie, nodes: NodePlan, losses: Losses) -> dict[str, Any]:
    """Return on whose behalf somebody takes part, where the file names it."""
    key = _named(tie, "on_behalf_of", nodes, losses)
    return {"on_behalf_of_id": key} if key else {}


def _named(tie: ForeignTie, name: str, nodes: NodePlan, losses: Losses) -> str:
    """Return the id of the organisation that a tie names; empty where there is none such."""
    text = getattr(tie, name)
    if not text:
        return ""
    record = nodes.found(text)
    if isinstance(record, Organization):
        return record.id
    losses.add(Left.BAD_VALUE, replace(tie.place, column=name), text[:80])
    return ""
