"""Saying something about a passage, answering, and calling a matter settled."""

from collections.abc import Mapping
from typing import Final

import streamlit as st

from concept_review.comment import QUOTE_LIMIT, TEXT_LIMIT, InvalidComment, Thread
from concept_review.inline import plain
from concept_review.section import Section
from data.comments import Place, comment, reopen, reply, settle
from views import session
from views.words import _, mark

_LABEL: Final = 80
"""Characters of a passage by which one knows it in the list."""
_ERRORS: Final[Mapping[str, str]] = {
    "required": mark("Please fill in this field."),
    "too_long": mark("This is too long; please shorten it."),
    "not_found": mark("These words do not stand in the passage. Please copy them as they are."),
    "ambiguous": mark("These words stand there more than once. Please quote some more."),
}


def ask(section: Section, proposal_id: str | None = None) -> None:
    """Ask for a passage and what is to be said; the button carries the wording that was read."""
    form = f"comment_{proposal_id or section.id}"
    errors = session.kept_errors(form)
    with st.expander(
        _("Say something about a passage"), icon=":material/add_comment:", expanded=bool(errors)
    ):
        texts = {block.id: block.text for block in section.blocks}
        block_id = st.selectbox(
            _("Passage"),
            ["", *texts],
            format_func=lambda each: _label(texts.get(each, "")),
            key=f"block_{form}",
        )
        if block_id in texts and block_id:
            st.text(texts[block_id])
            st.text_input(
                _("Only these words of it (voluntary; copy them from above)"),
                key=f"quote_{form}",
                max_chars=QUOTE_LIMIT,
            )
            session.show_error(errors, "quote")
        st.text_area(
            _("Your remark (required)"), key=f"text_{form}", max_chars=TEXT_LIMIT, height=120
        )
        session.show_error(errors, "text")
        st.button(
            _("Save the remark"),
            key=f"save_{form}",
            on_click=_save,
            args=(form, section.id, section.version_id, proposal_id, session.form_key(form)),
        )


def ask_answer(thread: Thread) -> None:
    """Ask for an answer to what was said."""
    form = f"answer_{thread.first.id}"
    errors = session.kept_errors(form)
    with st.expander(_("Reply"), icon=":material/reply:", expanded=bool(errors)):
        st.text_area(
            _("Your answer (required)"), key=f"text_{form}", max_chars=TEXT_LIMIT, height=100
        )
        session.show_error(errors, "text")
        st.button(
            _("Save the answer"),
            key=f"save_{form}",
            on_click=_answer,
            args=(form, thread.first.id, session.form_key(form)),
        )


def ask_settled(thread: Thread) -> None:
    """Offer to call it settled, or to take it up again."""
    settled = thread.settled
    st.button(
        _("Take it up again") if settled else _("Call it settled"),
        icon=":material/undo:" if settled else ":material/check:",
        key=f"settle_{thread.first.id}",
        on_click=_settle,
        args=(thread.first.id, thread.first.revision),
        kwargs={"settled": not settled},
    )


def _label(text: str) -> str:
    words = " ".join(plain(text).split())
    if not words:
        return _("The section as a whole")
    return words if len(words) <= _LABEL else f"{words[:_LABEL].rstrip()} …"


def _save(form: str, section_id: str, version_id: str, proposal_id: str | None, key: str) -> None:
    session.language()
    block_id = str(st.session_state.get(f"block_{form}") or "")
    quote = str(st.session_state.get(f"quote_{form}") or "") if block_id else ""
    text = str(st.session_state.get(f"text_{form}") or "")
    session.keep_errors(form, {})
    with session.explained():
        place = Place(version_id, block_id, quote)
        try:
            session.done_once(
                comment, session.store(), session.identity(), section_id, text, place,
                proposal_id=proposal_id, key=key,
            )  # fmt: skip
        except InvalidComment as invalid:
            _keep(form, invalid)
            return
        _done(form, "block", "quote", "text")
        session.tell(_("Your remark is saved."))


def _answer(form: str, comment_id: str, key: str) -> None:
    session.language()
    text = str(st.session_state.get(f"text_{form}") or "")
    session.keep_errors(form, {})
    with session.explained():
        try:
            session.done_once(reply, session.store(), session.identity(), comment_id, text, key=key)
        except InvalidComment as invalid:
            _keep(form, invalid)
            return
        _done(form, "text")
        session.tell(_("Your answer is saved."))


def _settle(comment_id: str, revision: int, *, settled: bool) -> None:
    session.language()
    with session.explained():
        act = settle if settled else reopen
        act(session.store(), session.identity(), comment_id, expected=revision)
        session.tell(_("It is settled.") if settled else _("It is open again."))


def _keep(form: str, invalid: InvalidComment) -> None:
    session.keep_errors(form, {at: _(_ERRORS[code]) for at, code in invalid.errors.items()})


def _done(form: str, *fields: str) -> None:
    session.form_done(form)
    for field in fields:
        st.session_state[f"{field}_{form}"] = ""  # the browser keeps what is only taken away here
