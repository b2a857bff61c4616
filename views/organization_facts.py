"""What is publicly known of one organisation, in words: facts and ties."""

from data.former_names import former_names
from data.roster import topics
from data.store import Store
from network.graph import Graph, Tie, records, ties_of
from network.naming import fold
from network.organization import Organization, Post
from network.picture import name_of
from views.kinds import CONFIRMATIONS
from views.tie_words import dated_text, period_text, strength_of, tie_text
from views.words import _, date_text


def facts_of(store: Store, record: Organization) -> dict[str, str]:
    """Return label and text of what is known of an organisation; "" where nobody said."""
    terms = {topic.id: topic.term for topic in topics(store)}
    before = (
        _("{name} (until {day})", name=each.name, day=date_text(each.until))
        for each in former_names(store, record.id)
    )
    return {
        _("Description"): record.description,
        _("Short name"): record.short_name,
        _("Other names"): ", ".join(record.other_names),
        _("Former names"): "\n".join(before),
        _("District"): record.district,
        _("Topics"): ", ".join(terms[each] for each in record.topic_ids if each in terms),
        _("Target groups"): ", ".join(record.target_groups),
        _("Languages"): ", ".join(record.languages),
        _("Offers"): "\n".join(record.offers),
        _("Needs"): "\n".join(record.needs),
        _("Period"): period_text(record.start_date, record.end_date),
    }


def other_end(tie: Tie, node: str) -> str:
    """Return the id of the end of a tie that is not the given one."""
    return tie.object_id if tie.subject_id == node else tie.subject_id


def sorted_ties(graph: Graph, node: str) -> list[Tie]:
    """Return the ties of a node by their kind and the name of their other end."""
    known = records(graph)
    return sorted(
        ties_of(graph, node),
        key=lambda tie: (tie_text(tie, node), fold(name_of(known[other_end(tie, node)]))),
    )


def name_with_home(graph: Graph, node: str) -> str:
    """Return the name of an organisation, or of a post together with its organisation's."""
    record: Organization | Post = graph.nodes[node]["record"]
    if isinstance(record, Post) and record.organization_id in graph:
        home: Organization = graph.nodes[record.organization_id]["record"]
        return f"{record.label} ({home.name})"
    return name_of(record)


def details_of(tie: Tie) -> str:
    """Return since when a tie holds, on whose word, how strong it is, and its note."""
    strength = strength_of(tie)
    parts = (
        dated_text(tie),
        _(CONFIRMATIONS[tie.confirmation]),
        _("strength {n}", n=strength) if strength else "",
    )
    return ", ".join(each for each in parts if each) + (f"\n{tie.note}" if tie.note else "")


def tie_line(graph: Graph, tie: Tie, node: str) -> str:
    """Return a tie in one line, read from one of its ends."""
    other = name_with_home(graph, other_end(tie, node))
    return f"{tie_text(tie, node)}: {other} ({', '.join(details_of(tie).splitlines())})"
