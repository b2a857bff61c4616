"""Reasons and findings of “Was zu tun ist” as German sentences."""

from collections.abc import Iterable, Sequence
from typing import Final

from data.hearing import Affected, Cause
from data.section_topics import Ground, SectionTopic
from network.common_ground import Common, Reason
from network.contacts import Contact
from network.introductions import Suggestion
from views.advised import Advised
from views.words import _, mark, number_text, plural

_GROUNDS: Final = {
    Ground.LINKED: mark("linked"),
    Ground.HEADING: mark("by the heading"),
    Ground.TEXT: mark("by the text"),
}


def listed(names: Iterable[str]) -> str:
    """Return names as one reads them out: A, B and C."""
    every = list(names)
    if len(every) < 2:
        return "".join(every)
    return _("{first} and {last}", first=", ".join(every[:-1]), last=every[-1])


def quoted(names: Iterable[str], most: int = 12) -> str:
    """Return names in quotation marks, as one reads them out; many are cut short."""
    return shortened((_("“{name}”", name=name) for name in names), most)


def shortened(names: Iterable[str], most: int = 5) -> str:
    """Return names as one reads them out; where they are many, the first ones and how many more."""
    every = list(names)
    left = len(every) - most
    if left > 1:
        every = [*every[:most], plural("{n} more", "{n} more", left)]
    return listed(every)


def two_decimals(number: float) -> str:
    """Return a number with at most two decimals, as in 3,25."""
    return number_text(round(number, 2))


def pair_text(advised: Advised, first: str, second: str) -> str:
    """Return the names of two."""
    return f"{advised.name(first)} – {advised.name(second)}"


def reasons_text(advised: Advised, reasons: Sequence[Reason]) -> list[str]:
    """Return a line for each kind of thing in common, needs first."""
    terms = {key: topic.term for key, topic in advised.graph.graph["topics"].items()}
    lines = [
        _(
            "{name} needs “{need}”, the other one offers “{offer}”.",
            name=advised.name(each.by),
            need=each.value,
            offer=each.offer,
        )
        for each in reasons
        if each.common is Common.NEED
    ]
    by_kind = {
        common: ", ".join(terms.get(e.value, e.value) for e in reasons if e.common is common)
        for common in (Common.TOPIC, Common.TARGET_GROUP, Common.AREA)
    }
    if values := by_kind[Common.TOPIC]:
        lines.append(_("Common topics: {values}", values=values))
    if values := by_kind[Common.TARGET_GROUP]:
        lines.append(_("Both are there for: {values}", values=values))
    if values := by_kind[Common.AREA]:
        lines.append(_("Both are in: {values}", values=values))
    return lines


def contact_text(advised: Advised, contact: Contact | None) -> str:
    """Say who could introduce two."""
    if contact is None:
        return _("No way leads from one to the other yet.")
    if contact.steps == 2:
        return _("Best contact: {name}, tied to both.", name=advised.name(contact.node))
    return _(
        "Best contact: {name}, in the middle of a way of {n} ties.",
        name=advised.name(contact.node),
        n=number_text(contact.steps),
    )


def suggestion_row(advised: Advised, each: Suggestion) -> tuple[str, ...]:
    """Return a suggestion as the cells of a file."""
    return (
        advised.name(each.first),
        advised.name(each.second),
        "; ".join(reasons_text(advised, each.reasons)),
        advised.name(each.contact.node) if each.contact else "",
        str(each.contact.steps) if each.contact else "",
        two_decimals(each.score),
    )


def cause_text(advised: Advised, cause: Cause) -> str:
    """Say why a section concerns an organisation."""
    if cause.affected is Affected.LINKED:
        return _("The section rests on it.")
    if cause.affected is Affected.AREA:
        return _("The section speaks of {name}.", name=cause.value)
    if cause.affected is Affected.TARGET_GROUP:
        return _("The section speaks of its target group “{name}”.", name=cause.value)
    return _("Topic: {topic}", topic=_topic(advised, cause.value, cause.ground))


def topics_text(advised: Advised, found: Iterable[SectionTopic]) -> str:
    """Return the topics of a section, with how they are known."""
    return ", ".join(_topic(advised, each.topic_id, each.ground) for each in found)


def _topic(advised: Advised, topic_id: str, ground: Ground) -> str:
    topic = advised.graph.graph["topics"].get(topic_id)
    return f"{topic.term if topic else topic_id} ({_(_GROUNDS[ground])})"
