"""The discussion of a section: what was said at which passage, answers, and what is settled."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

import streamlit as st

from accounts.identity import Identity
from accounts.permissions import Permission, may
from concept_review.comment import Comment, Thread, find_carried, threads
from concept_review.passage import Found, PassageState, find_passage
from concept_review.section import Section
from data.comments import comments, comments_carried_here, may_settle
from data.concepts import section as section_now
from data.concepts import wordings
from data.proposals import proposal
from data.store import Store
from views import comment_form
from views.inert import inert
from views.page_files import PROPOSALS
from views.words import _, moment_text, plural

_SHOWN: Final = 400
"""So many characters of a long passage are shown; the text itself stands above."""


def show(store: Store, actor: Identity, section: Section, proposal_id: str | None = None) -> None:
    """Show what was said about a section, or about one proposal, and let people join in.

    What is settled is folded away and stays readable. What was said of a section that this one
    was divided from or took in is shown where its passage stands here now.
    """
    if not may(actor, Permission.COMMENT_READ):
        return
    own = comments(store, actor, section.id)
    if proposal_id:
        found = _talks(store, [each for each in own if each.proposal_id == proposal_id])
    else:
        carried = _talks(store, comments_carried_here(store, actor, section.id), section)
        found = [*_talks(store, own), *(each for each in carried if each.stands)]
    open_ones = [each for each in found if not each.thread.settled]
    settled = [each for each in found if each.thread.settled]
    st.header(_("Discussion"), anchor=False)
    if not open_ones:
        st.text(_("No open remarks."))
    for each in open_ones:
        _show(store, actor, each, section, proposal_id)
    if settled:
        label = plural("{n} settled remark", "{n} settled remarks", len(settled))
        with st.expander(label, icon=":material/check:"):
            for each in settled:
                _show(store, actor, each, section, proposal_id)
    if section.retired_on is None and may(actor, Permission.COMMENT_WRITE):
        comment_form.ask(section, proposal_id)


@dataclass(frozen=True, slots=True)
class _Talk:
    """A thread, and what has become of its passage; None for the section as a whole."""

    thread: Thread
    found: Found | None

    @property
    def stands(self) -> bool:
        """Whether there is a passage, and it is still in the text."""
        return self.found is not None and self.found.state is not PassageState.GONE


def _talks(store: Store, said: Sequence[Comment], here: Section | None = None) -> list[_Talk]:
    """Follow each passage through the wordings of its section, or on to `here` if given."""
    return [_Talk(thread, _found(store, thread.first, here)) for thread in threads(said)]


def _found(store: Store, first: Comment, here: Section | None) -> Found | None:
    if first.anchor is None:
        return None
    read = [(each.version_id, each.blocks) for each, _since in wordings(store, first.section_id)]
    ids = [version_id for version_id, _blocks in read]
    newest_first = read[: ids.index(first.base_version_id) + 1]
    later = [blocks for _id, blocks in newest_first[::-1]]
    if here is None:
        return find_passage(first.anchor, later)
    ended = section_now(store, first.section_id).retired_on is not None
    return find_carried(first.anchor, later, here.blocks, ended=ended)


def _show(
    store: Store, actor: Identity, talk: _Talk, section: Section, proposal_id: str | None
) -> None:
    first = talk.thread.first
    writes = section.retired_on is None and may(actor, Permission.COMMENT_WRITE)
    with st.container(border=True):
        if first.section_id != section.id:
            st.caption(_("Said when the passage belonged to another section"))
        if first.proposal_id and not proposal_id:
            headline = inert(proposal(store, actor, first.proposal_id).headline)
            label = _("On the proposal “{headline}”", headline=headline)
            st.page_link(PROPOSALS, label=label, query_params={"id": first.proposal_id})
        _show_passage(first, talk.found)
        _show_words(first)
        for each in talk.thread.answers:
            _show_words(each)
        if writes:
            comment_form.ask_answer(talk.thread)
        if may_settle(actor, first):
            comment_form.ask_settled(talk.thread)


def _show_words(comment: Comment) -> None:
    moment = moment_text(comment.created_at)
    author = comment.author_name or _("Unknown")
    if comment.parent_id:
        st.caption(inert(_("{author} answered on {moment}:", author=author, moment=moment)))
    else:
        st.caption(inert(_("{author}, {moment}:", author=author, moment=moment)))
    st.text(comment.text)


def _show_passage(first: Comment, found: Found | None) -> None:
    """Show the words that are meant, and what has become of them."""
    if found is None:
        st.text(_("On the section as a whole"))
    elif found.state is PassageState.PRESENT:
        _quote(_("On this passage:"), first.quote)
    elif found.state is PassageState.CHANGED:
        _quote(_("On this passage, which has changed since. It read:"), first.quote)
        _quote(_("Today it reads:"), found.now)
    else:
        _quote(_("On a passage that is no longer in the text. It read:"), first.quote)


def _quote(label: str, words: str) -> None:
    shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN].rstrip()} …"
    st.html(f'<p>{escape(label)}</p><blockquote class="quote">{escape(shown)}</blockquote>')
