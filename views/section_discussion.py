"""The discussion of a section: what was said at which passage, answers, and what is settled."""

from collections.abc import Sequence
from html import escape
from typing import Final

import streamlit as st

from accounts.identity import Identity
from accounts.permissions import Permission, may
from concept_review.block import Block
from concept_review.comment import Comment, Thread, threads
from concept_review.passage import PassageState, find_passage
from concept_review.section import Section
from data.comments import comments, may_settle
from data.concepts import wordings
from data.store import Store
from views import comment_form
from views.inert import inert
from views.words import _, moment_text, plural

_SHOWN: Final = 400
"""So many characters of a long passage are shown; the text itself stands above."""


def show(store: Store, actor: Identity, section: Section, proposal_id: str | None = None) -> None:
    """Show what was said about a section, or about one proposal, and let people join in.

    What is settled is folded away and stays readable.
    """
    if not may(actor, Permission.COMMENT_READ):
        return
    said = comments(store, actor, section.id)
    if proposal_id:
        said = [each for each in said if each.proposal_id == proposal_id]
    found = threads(said)
    read = _wordings(store, section.id) if found else []
    open_ones = [each for each in found if not each.settled]
    st.header(_("Discussion"), anchor=False)
    if not open_ones:
        st.text(_("No open remarks."))
    for each in open_ones:
        _show(actor, section, each, read)
    if len(open_ones) < len(found):
        settled = [each for each in found if each.settled]
        label = plural("{n} settled remark", "{n} settled remarks", len(settled))
        with st.expander(label, icon=":material/check:"):
            for each in settled:
                _show(actor, section, each, read)
    if section.retired_on is None and may(actor, Permission.COMMENT_WRITE):
        comment_form.ask(section, proposal_id)


def _wordings(store: Store, section_id: str) -> list[tuple[str, Sequence[Block]]]:
    """Return every wording with its id, oldest first."""
    found = [(each.version_id, each.blocks) for each, _since in wordings(store, section_id)]
    return found[::-1]


def _show(
    actor: Identity,
    section: Section,
    thread: Thread,
    read: Sequence[tuple[str, Sequence[Block]]],
) -> None:
    with st.container(border=True):
        _show_passage(thread.first, read)
        _show_words(thread.first)
        for each in thread.answers:
            _show_words(each)
        if section.retired_on is None and may(actor, Permission.COMMENT_WRITE):
            comment_form.ask_answer(thread)
        if may_settle(actor, thread.first):
            comment_form.ask_settled(thread)


def _show_words(comment: Comment) -> None:
    moment = moment_text(comment.created_at)
    author = comment.author_name or _("Unknown")
    if comment.parent_id:
        st.caption(inert(_("{author} answered on {moment}:", author=author, moment=moment)))
    else:
        st.caption(inert(_("{author}, {moment}:", author=author, moment=moment)))
    st.text(comment.text)


def _show_passage(first: Comment, read: Sequence[tuple[str, Sequence[Block]]]) -> None:
    """Show the words that are meant, and what has become of them."""
    if first.anchor is None:
        st.text(_("On the section as a whole"))
        return
    since = next((at for at, (key, _b) in enumerate(read) if key == first.base_version_id), 0)
    found = find_passage(first.anchor, [blocks for _key, blocks in read[since:]])
    if found.state is PassageState.PRESENT:
        _quote(_("On this passage:"), first.quote)
    elif found.state is PassageState.CHANGED:
        _quote(_("On this passage, which has changed since. It read:"), first.quote)
        _quote(_("Today it reads:"), found.now)
    else:
        _quote(_("On a passage that is no longer in the text. It read:"), first.quote)


def _quote(label: str, words: str) -> None:
    shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN].rstrip()} …"
    st.html(f'<p>{escape(label)}</p><blockquote class="quote">{escape(shown)}</blockquote>')
