"""Wortlaut der E-Mails: what each mail says, in the city's own words."""

import streamlit as st

from data.mail_texts import GERMAN_ONLY, all_texts
from views import mail_text_form, session
from views.mail_text_words import OCCASIONS, place_lines
from views.words import _

LANGUAGES = {"de": _("German"), "en": _("English")}

store, actor = session.store(), session.identity()
st.title(_("Words of mails"))
own = {(each.occasion, each.language) for each in all_texts(store, actor)}
st.text(
    _(
        "Here you say in the city's own words what the mails say. Each mail goes out in the "
        "language of whoever gets it."
    )
)
first, second = st.columns([2, 1], gap="medium")
with first:
    occasion = st.selectbox(
        _("Occasion"),
        list(OCCASIONS),
        format_func=lambda each: (
            _("{occasion} (own words)", occasion=_(OCCASIONS[each]))
            if {(each, "de"), (each, "en")} & own
            else _(OCCASIONS[each])
        ),
        key="mail_occasion",
    )
with second:
    offered = ["de"] if occasion in GERMAN_ONLY else list(LANGUAGES)
    chosen = st.segmented_control(
        _("Language of the mail"),
        offered,
        format_func=lambda each: LANGUAGES[each],
        default="de",
        required=True,
        key=f"mail_language_{len(offered)}",
    )
language = str(chosen or "de")
with st.expander(_("What can be filled in")), st.container(gap="xsmall"):
    for braces, words in place_lines(occasion, language):
        st.text(f"{braces}: {words}")
mail_text_form.show(store, occasion, language)
