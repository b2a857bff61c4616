"""Eine Organisation: all that is public of one entry, open to everybody."""

import streamlit as st

from data.merges import leads_to
from data.organizations import organization
from views import organization_page, session
from views.inert import inert
from views.page_files import DIRECTORY
from views.words import _

store, actor = session.store(), session.identity()
wanted = st.query_params.get("id", "")
found = leads_to(store, wanted)
if found is None:
    st.title(_("Organisation"))
    st.text(
        _(
            "No entry has this address. Perhaps the link was copied incompletely. "
            "In the directory you find all organisations."
        )
    )
    st.page_link(DIRECTORY, label=_("To the directory"), icon=":material/list_alt:")
    st.stop()
record = organization(store, found)
st.set_page_config(page_title=f"{record.name} – Bindeglied")
st.title(inert(record.name), anchor=False)
if found != wanted:
    name = organization(store, wanted).name
    st.info(_("The entry “{name}” was joined with this one.", name=inert(name)))
organization_page.show(store, actor, record)
