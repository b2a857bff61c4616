"""Netzwerk einlesen: what a file brings along, row by row, before any of it is stored."""

import streamlit as st

from network.exchange.doubles import doubles
from network.exchange.foreign import NOT_LOST
from views import import_choice, import_preview, import_take_over, network_upload, session
from views.exchange_words import form_text, loss_text
from views.import_rows import RowWords
from views.network_template_routes import TEMPLATE_CSV, TEMPLATE_XLSX
from views.words import _, number_text

store = session.store()
st.title(_("Take in a network"))
import_take_over.show_done()
st.text(
    _(
        "Nothing is stored until you have seen what becomes of the file and press the button at "
        "the end."
    )
)
with st.container(horizontal=True):
    st.link_button(_("Template as XLSX"), TEMPLATE_XLSX, icon=":material/table_view:")
    st.link_button(_("Template as CSV"), TEMPLATE_CSV, icon=":material/folder_zip:")
uploaded = network_upload.ask()
if uploaded is None:
    st.stop()

meaning = network_upload.ask_meaning(uploaded)
import_choice.begin(uploaded)
with st.spinner(_("What is there is compared with the file …")):
    whole = import_choice.planned(
        store, uploaded, import_choice.order_of(uploaded, meaning, everything=True)
    ).plan
    order = import_choice.order_of(uploaded, meaning)
    seen = import_choice.planned(store, uploaded, order)
known, plan = seen.known, seen.plan

st.header(_("What becomes of the file"), anchor=False)
network = uploaded.network
st.text(
    _(
        "Read as {form}: {entries} entries, {ties} ties.",
        form=form_text(network.format),
        entries=number_text(len(network.nodes)),
        ties=number_text(len(network.ties)),
    )
)
import_preview.show_counts(plan)
for loss in (*network.losses, *plan.refused):
    if loss.code in NOT_LOST:
        st.text(loss_text(loss))
if whole.nothing and not order.choice.same:
    st.info(_("Nothing to do: all that the file tells is there already."))
found = import_choice.doubles_of(
    uploaded, lambda tell: doubles(whole.node_rows, known.organizations, tell)
)
names = {node.id: node.name for node in network.nodes}
import_preview.ask_doubles(found, names, uploaded)
st.header(_("Row by row"), anchor=False)
st.text(
    _(
        "All rows are chosen. Leaving out a new entry leaves out its ties; of an entry that is "
        "there only the change is left out."
    )
)
import_preview.ask_rows(RowWords(known, whole), whole, plan, uploaded)
if st.button(
    _("Take over what is chosen"),
    type="primary",
    icon=":material/done_all:",
    disabled=plan.nothing,
    on_click=import_take_over.press,
    args=(plan.fingerprint,),
):
    import_take_over.take(order, seen)
