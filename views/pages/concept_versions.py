"""Fassungen: any two versions side by side, the text of any day, and both as files."""

import streamlit as st

from data.concepts import concept, concepts, versions
from views import session, versions_compared
from views.page_files import CONCEPT
from views.words import _

store = session.store()
st.title(_("Versions of the concept"))
known = [each.id for each in concepts(store)]
wanted = st.query_params.get("konzept") or next(reversed(known), "")
if wanted not in known:
    st.error(_("There is no such concept. Please choose it from the list."))
    st.page_link(CONCEPT, label=_("To the concept"))
    st.stop()
shown = concept(store, wanted)
st.text(shown.title)
versions_compared.show_list(store, versions(store, wanted))
versions_compared.compare(store, shown, versions(store, wanted))
