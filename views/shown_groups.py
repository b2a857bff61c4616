"""Groups of the network by letter, colour and name: who is closely tied among themselves."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import streamlit as st

from data.store import Store
from network.parts import Level, Part, parts
from network.scene import Mark
from views.kinds import MARKS
from views.network_address import Asked
from views.shown_network import network_asked, stamp
from views.upkeep_words import upkeep_texts
from views.words import _, language


@dataclass(frozen=True, slots=True)
class Remarks:
    """What tables and texts say of nodes and ties beside what is known of them.

    `changes` by id of node or tie, None where no days are compared; `groups` by id of node,
    None where groups are not asked for; `upkeep` by id of entry, when it was confirmed or that
    it may be outdated. All in the reader's language.
    """

    changes: Mapping[str, str] | None = None
    groups: Mapping[str, str] | None = None
    upkeep: Mapping[str, str] = field(default_factory=dict)


def remarks_of(store: Store, asked: Asked) -> Remarks:
    """Return what an address asks to be said beside what is known."""
    compared = asked.since is not None
    return Remarks(
        changes=_told(network_asked(store, asked).marks) if compared else None,
        groups={node: part.name for part in groups_of(store, asked) for node in part.nodes}
        if asked.grouped
        else None,
        upkeep=upkeep_texts(store),
    )


def _told(marks: Mapping[str, Mark]) -> Mapping[str, str]:
    return {key: _(MARKS[each]) for key, each in marks.items()}


def groups_of(store: Store, asked: Asked) -> tuple[Part, ...]:
    """Return the groups of the whole network of an address, the largest first, ready to read.

    They do not depend on filters, so that letters and colours stay while one looks around.
    Who has no tie is in none.
    """
    days = f"{asked.since}/{asked.day}"
    return _groups(store, asked, days, stamp(store), language())


# The arguments without an underscore tell one entry of a cache from another.


@st.cache_resource(max_entries=8, show_spinner=False)
def _groups(
    _store: Store, _asked: Asked, days: str, state: tuple[int, str], chosen_language: str
) -> tuple[Part, ...]:
    del days, state, chosen_language
    found = parts(network_asked(_store, _asked).graph, Level.COMMUNITIES)
    return tuple(lettered(part) for part in found if part.mark)


def lettered(part: Part) -> Part:
    """Return a group whose name begins with its letter, so that colour is not the only sign."""
    return replace(part, name=_("{mark} · around {name}", mark=part.mark, name=part.name))
