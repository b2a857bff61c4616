"""What of a file somebody has chosen so far, kept while they look at it."""

from collections.abc import Callable, Iterable
from typing import Final

import streamlit as st

from data.network_imports import Order, Seen, look
from data.roster import data_version
from data.store import Store
from network.duplicates import Duplicate
from network.exchange.choice import Choice
from network.exchange.room import Progress
from network.exchange.vocabulary import Meaning
from views.exchange_words import vocabulary
from views.network_upload import Uploaded, advance, round_of_upload
from views.words import _

NEW: Final = ""
"""What stands for “a new entry” among those that a row may be."""
_WITHOUT: Final = "import_without"
_SAME: Final = "import_same"
_PLANS: Final = "import_plans"
_DOUBLES: Final = "import_doubles"


def begin(uploaded: Uploaded) -> None:
    """Choose all of a file that is looked at for the first time."""
    if st.session_state.get("import_of") != uploaded.digest:
        st.session_state["import_of"] = uploaded.digest
        st.session_state[_WITHOUT] = frozenset()
        st.session_state[_SAME] = {}
        st.session_state.pop(_PLANS, None)


def order_of(uploaded: Uploaded, meaning: Meaning, *, everything: bool = False) -> Order:
    """Return what is to be taken over; with `everything` whatever is left out."""
    without = frozenset() if everything else st.session_state[_WITHOUT]
    choice = Choice(
        without_nodes=frozenset(key[2:] for key in without if key.startswith("n:")),
        without_ties=frozenset(int(key[2:]) for key in without if key.startswith("t:")),
        same={key: each for key, each in st.session_state[_SAME].items() if each != NEW},
    )
    return Order(
        foreign=uploaded.network, vocabulary=vocabulary(), meaning=meaning, choice=choice
    )  # fmt: skip


def planned(store: Store, uploaded: Uploaded, order: Order) -> Seen:
    """Return what an order would do; made once for each choice and state of the records."""
    plans: dict[object, Seen] = st.session_state.setdefault(_PLANS, {})
    choice = order.choice
    state = (
        data_version(store), uploaded.digest, order.meaning,
        choice.without_nodes, choice.without_ties, tuple(sorted(choice.same.items())),
    )  # fmt: skip
    if state not in plans:
        while len(plans) > 2:  # the whole file, nothing said to be the same, and the last choice
            plans.pop(next(iter(plans)))
        plans[state] = look(store, order)
    else:
        plans[state] = plans.pop(state)
    return plans[state]


def doubles_of(
    uploaded: Uploaded, find: Callable[[Progress], dict[str, tuple[Duplicate, ...]]]
) -> dict[str, tuple[Duplicate, ...]]:
    """Return which entries new rows may be; looked for once, when nothing is said of it yet."""
    kept = st.session_state.get(_DOUBLES)
    if kept is None or kept[0] != uploaded.digest:
        words = _("Looking for entries that are there under a similar name …")
        bar = st.progress(0.0, text=words)
        kept = (uploaded.digest, find(lambda share: advance(bar, share, words)))
        bar.empty()
        st.session_state[_DOUBLES] = kept
    found: dict[str, tuple[Duplicate, ...]] = kept[1]
    return found


def wanted(key: str) -> bool:
    """Say whether a row is chosen."""
    return key not in st.session_state[_WITHOUT]


def set_wanted(keys: Iterable[str], *, yes: bool, uploaded: Uploaded) -> None:
    """Choose rows, or leave them out."""
    changed = frozenset(keys)
    without = st.session_state[_WITHOUT]
    st.session_state[_WITHOUT] = without - changed if yes else without | changed
    for key in changed:
        if widget(key, uploaded) in st.session_state:
            st.session_state[widget(key, uploaded)] = yes


def follow(key: str, uploaded: Uploaded) -> None:
    """Keep what the box of a row says."""
    yes = bool(st.session_state[widget(key, uploaded)])
    without = st.session_state[_WITHOUT]
    st.session_state[_WITHOUT] = without - {key} if yes else without | {key}


def follow_same(node_id: str, name: str) -> None:
    """Keep which entry a row is."""
    st.session_state[_SAME] = {**st.session_state[_SAME], node_id: st.session_state[name]}


def same(node_id: str) -> str:
    """Return the id of the entry that a row is; `NEW` where it is a new one."""
    return str(st.session_state[_SAME].get(node_id, NEW))


def widget(key: str, uploaded: Uploaded) -> str:
    """Return the name of the box of a row."""
    return f"take_{round_of_upload()}_{uploaded.digest[:12]}_{key}"


def forget() -> None:
    """Put the choice away once it is taken over."""
    for name in ("import_of", _WITHOUT, _SAME, _PLANS, _DOUBLES):
        st.session_state.pop(name, None)
