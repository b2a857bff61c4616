"""Choosing the files of a network, and reading them while a bar shows how far it has come."""

import hashlib
from dataclasses import dataclass
from typing import Final

import streamlit as st

from network.exchange.foreign import MAX_BYTES, ForeignNetwork, Format
from network.exchange.room import read_apart
from network.exchange.unreadable import UnreadableNetwork
from network.exchange.vocabulary import Meaning
from views.exchange_words import MEANINGS, fault_text
from views.inert import inert
from views.words import _

TYPES: Final = (
    "xlsx", "csv", "zip", "json", "graphml", "gexf", "net", "paj", "tsv", "txt", "xlsm",
)  # fmt: skip
_MOST_FILES: Final = 5
_DIVIDED: Final = (Format.TEMPLATE, Format.POPOLO)
"""Forms that say themselves to what group an entry belongs."""
_COLUMN: Final = "network_group_column"
_KEPT: Final = "network_file"
_ROUND: Final = "network_round"  # a new round empties the field


@dataclass(frozen=True, slots=True)
class Uploaded:
    """What was uploaded: its names, a digest of content and settings, and what it holds."""

    names: tuple[str, ...]
    digest: str
    network: ForeignNetwork


def ask() -> Uploaded | None:
    """Ask for files and return what they hold; None until there are some that can be read."""
    chosen = st.file_uploader(
        _("File with the network (a template, Kumu, Gephi, GraphML, GEXF, Pajek, Popolo or JSON)"),
        type=list(TYPES),
        accept_multiple_files=True,
        max_upload_size=MAX_BYTES // 1_000_000,
        key=f"network_upload_{round_of_upload()}",
        help=_("Tables in CSV may be several files: all that belong together are chosen at once."),
    )
    if not chosen:
        st.session_state.pop(_KEPT, None)
        return None
    if len(chosen) > _MOST_FILES:
        st.error(_("These are too many files. At most five tables belong together."))
        return None
    files = [(each.name, each.getvalue()) for each in chosen]
    column = str(st.session_state.get(_COLUMN) or "").strip()
    uploaded = _kept(files, column)
    if column or (uploaded and uploaded.network.format not in _DIVIDED):
        st.text_input(
            _("Column that divides the network (if there is one)"),
            key=_COLUMN,
            max_chars=200,
            help=_("The value of this column becomes the group of an entry."),
        )
    return uploaded


def round_of_upload() -> int:
    """Return how many files were taken over before, so that nothing of them is left."""
    return int(st.session_state.get(_ROUND, 0))


def ask_meaning(uploaded: Uploaded) -> Meaning:
    """Ask what the weights mean, where a file has different ones and does not say it."""
    if not uploaded.network.unclear_weights:
        return Meaning.STRENGTH
    return st.radio(
        _("What do the weights of the file mean?"),
        list(MEANINGS),
        format_func=lambda each: _(MEANINGS[each]),
        key=f"network_meaning_{uploaded.digest}",
    )


def forget() -> None:
    """Put the files away once they are taken over."""
    st.session_state.pop(_KEPT, None)
    st.session_state[_ROUND] = round_of_upload() + 1


def _kept(files: list[tuple[str, bytes]], column: str) -> Uploaded | None:
    digest = hashlib.sha256(repr((column, [name for name, _source in files])).encode())
    for _name, source in files:
        digest.update(hashlib.sha256(source).digest())
    kept = st.session_state.get(_KEPT)
    if isinstance(kept, Uploaded) and kept.digest == digest.hexdigest():
        return kept
    network = _read(files, column)
    if network is None:
        return None
    uploaded = Uploaded(tuple(name for name, _source in files), digest.hexdigest(), network)
    st.session_state[_KEPT] = uploaded
    return uploaded


def _read(files: list[tuple[str, bytes]], column: str) -> ForeignNetwork | None:
    words = _("The file is being read …")
    bar = st.progress(0.0, text=words)
    try:
        return read_apart(files, None, column, lambda share: advance(bar, share, words))
    except UnreadableNetwork as fault:
        st.error(inert(fault_text(fault)), icon=":material/error:")
        st.text(_("Nothing was stored."))
        return None
    finally:
        bar.empty()


def advance(bar: "st.delta_generator.DeltaGenerator", share: float, words: str) -> None:
    """Let a bar show what share is done."""
    bar.progress(min(max(share, 0.0), 1.0), text=words)
