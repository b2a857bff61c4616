"""Which proposals a list shows: by what they wait for, by section, by author; in the address."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import streamlit as st

from concept_review.proposal import Proposal
from concept_review.proposal_stage import Stage, stage_of
from concept_review.section import Section
from views import address
from views.concept_list import CONCEPT
from views.proposal_words import STAGES
from views.words import _

STAGE: Final = "stand"
SECTION: Final = "abschnitt"
AUTHOR: Final = "von"


@dataclass(frozen=True, slots=True)
class Listed:
    """The proposals of a concept with the names that a list needs, all of them read at once."""

    proposals: Sequence[Proposal]
    sections: Mapping[str, Section]
    """Those in force and those that were, by id, in the order of the text."""
    accounts: Mapping[str, str]

    def author(self, wanted: Proposal) -> str:
        """Return who proposes, as they were named, else by their account."""
        return wanted.author_name or self.accounts.get(wanted.author_id) or _("Unknown")


def choose(listed: Listed) -> list[Proposal]:
    """Ask which proposals to show, and return them."""
    stages = _ask_stages(listed)
    section, author = _ask_place_and_author(listed)
    return [
        each
        for each in listed.proposals
        if (not stages or stage_of(each) in stages)
        and (section is None or each.section_id == section)
        and (author is None or listed.author(each) == author)
    ]


def kept_query() -> dict[str, list[str]]:
    """Return what the address of the list should say, so that its filters are kept."""
    names = (CONCEPT, STAGE, SECTION, AUTHOR)
    kept = {name: st.session_state.get(f"address_{name}", ()) for name in names}
    return {name: [str(each) for each in values] for name, values in kept.items() if values}


def _ask_stages(listed: Listed) -> list[Stage]:
    counts = Counter(map(stage_of, listed.proposals))
    present = [each for each in Stage if counts[each]]
    address.follow(STAGE, lambda values: [each for each in present if each.value in values])
    chosen = st.pills(
        _("Show only"),
        present,
        selection_mode="multi",
        key=STAGE,
        format_func=lambda each: f"{_(STAGES[each])} ({counts[each]})",
    )
    address.write(STAGE, [each.value for each in chosen])
    return list(chosen)


def _ask_place_and_author(listed: Listed) -> tuple[str | None, str | None]:
    touched = {each.section_id for each in listed.proposals}
    headings = {key: each.heading for key, each in listed.sections.items() if key in touched}
    authors = sorted({listed.author(each) for each in listed.proposals}, key=str.casefold)
    left, right = st.columns(2)
    with left:
        section = _ask(SECTION, _("Section"), headings)
    with right:
        author = _ask(AUTHOR, _("Proposed by"), {each: each for each in authors})
    return section, author


def _ask(key: str, label: str, names: Mapping[str, str]) -> str | None:
    address.follow(key, lambda values: values[0] if values and values[0] in names else None)
    if st.session_state.get(key) not in names:
        st.session_state[key] = None
    chosen = st.selectbox(
        label,
        list(names),
        index=None,
        key=key,
        placeholder=_("All"),
        format_func=names.__getitem__,
    )
    address.write(key, [chosen] if chosen else [])
    return chosen
