"""Meine Aufgaben: only what one can act on, the worst first."""

import streamlit as st

from accounts.permissions import Permission, may
from data.duties import duties
from views import calendar_box, duty_list, session
from views.page_files import OUTBOX
from views.words import _, plural

store, actor = session.store(), session.identity()
st.title(_("My tasks"))
found = duties(store, actor)
if found:
    st.text(plural("{n} thing waits for you.", "{n} things wait for you.", len(found)))
else:
    st.text(_("Nothing waits for you. What others have to do is not shown here."))
duty_list.show(found)
if may(actor, Permission.MAIL_READ):
    st.page_link(OUTBOX, label=_("Outbox"), icon=":material/outgoing_mail:")
calendar_box.show(store, actor)
