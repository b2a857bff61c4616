"""Which proposals of a concept stand in each other's way, computed once for what is stored."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from concept_review.proposal import Proposal
from concept_review.proposal_stage import Stage, stage_of
from concept_review.rivalry import Rivalry, rivalry
from concept_review.section import Section
from data.amendments import amendments
from data.store import Store

_RIVALS: Final = frozenset(Stage) - {Stage.DRAFT, Stage.INCORPORATED, Stage.DONE}


def rivalry_of(store: Store, text: Sequence[Section], wanted: Sequence[Proposal]) -> Rivalry:
    """Return how proposals stand to each other: those submitted and not yet in the text."""
    live = sorted((each for each in wanted if stage_of(each) in _RIVALS), key=lambda each: each.id)
    stored = tuple((each.id, each.revision) for each in live)
    wordings = tuple((each.id, each.version_id, each.position) for each in text)
    return _computed(store, text, live, stored, wordings)


@st.cache_resource(max_entries=16, show_spinner=False)
def _computed(
    _store: Store,
    _text: Sequence[Section],
    _live: Sequence[Proposal],
    stored: tuple[object, ...],  # noqa: ARG001  (what the answer depends on, for the cache)
    wordings: tuple[object, ...],  # noqa: ARG001
) -> Rivalry:
    return rivalry(_text, amendments(_store, _live))
