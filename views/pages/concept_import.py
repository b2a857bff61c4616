"""Konzept einlesen: a file becomes a concept, or the next version of one."""

from pathlib import PurePath

import streamlit as st

from data.concepts import concepts
from data.intake import Intake
from views import (
    intake_losses,
    intake_matches,
    intake_take_over,
    intake_tree,
    intake_upload,
    session,
)
from views.page_files import CONCEPT
from views.words import _, plural

store = session.store()
st.title(_("Take in a concept"))
if "intake_taken" in st.session_state:
    taken = st.session_state.pop("intake_taken")
    st.page_link(CONCEPT, label=_("To the concept"), query_params={"konzept": taken})
st.text(
    _(
        "Nothing is stored until you have seen what becomes of the file and press the button at "
        "the end."
    )
)
file = intake_upload.ask()
tracking = intake_upload.ask_tracking(file) if file else None
if file is None or tracking is None:
    st.stop()

pieces = intake_upload.pieces(file, tracking)
target = intake_take_over.ask_target(concepts(store))
above = st.container()  # where a fault of the whole is seen first
levels = intake_tree.ask_levels(file, pieces)
with above:
    outline = intake_take_over.outline_of(file, pieces, levels)
if outline is None:
    st.stop()
intake_losses.show(pieces, levels)

suggested, left = intake_take_over.proposals_of(file, tracking, pieces, levels)
if suggested or left:
    st.header(_("Tracked changes"), anchor=False)
    st.text(
        plural("{n} change becomes a proposal.", "{n} changes become proposals.", len(suggested))
    )
if left:
    st.warning(
        plural(
            "{n} change stands in no single section and is not taken over.",
            "{n} changes stand in no single section and are not taken over.",
            left,
        )
    )
name = PurePath(file.name).stem
plan = intake_take_over.planned(store, target, file, outline)
answers = intake_matches.ask(plan, plan.version_id) if plan else {}
title = ""
if target is None:
    st.session_state.setdefault(f"title_{file.digest}", outline.title or name)
    title = st.text_input(_("Title of the concept"), key=f"title_{file.digest}", max_chars=300)
intake = Intake(
    outline=outline,
    title=title.strip(),
    file_name=name,
    plan=plan,
    answers=answers,
    suggested=suggested,
)
st.button(
    _("Take over as new version") if plan else _("Take over as new concept"),
    type="primary",
    icon=":material/done_all:",
    on_click=intake_take_over.take,
    args=(intake, session.form_key(intake_take_over.FORM)),
)
