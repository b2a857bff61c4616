"""All files of exactly what is shown, in one place."""

from typing import Final
from urllib.parse import urlencode

import streamlit as st

from accounts.identity import Identity
from accounts.permissions import Permission, may
from data.clock import today
from views.api_page import PAGE
from views.export_routes import ENTRIES, TIES_FILE
from views.network_address import Asked, words
from views.network_template_routes import WHOLE_CSV, WHOLE_XLSX
from views.network_text_routes import TEXT
from views.page_files import NETWORK_IMPORT
from views.words import _, language, mark

_FILES: Final = (
    (mark("Entries as CSV"), ENTRIES, ":material/table:"),
    (mark("Ties as CSV"), TIES_FILE, ":material/table:"),
    (mark("Both tables as XLSX"), "/netzkarte/netzwerk.xlsx", ":material/table_view:"),
    (mark("Network as GraphML"), "/netzkarte/netzwerk.graphml", ":material/hub:"),
    (mark("Network with dates as GEXF"), "/netzkarte/netzwerk.gexf", ":material/hub:"),
    (mark("Network as JSON"), "/netzkarte/netzwerk.json", ":material/data_object:"),
    (mark("Network as Popolo JSON"), "/netzkarte/popolo.json", ":material/data_object:"),
    (mark("Network for Kumu as XLSX"), "/netzkarte/kumu.xlsx", ":material/hub:"),
    (mark("Network for Gephi as CSV"), "/netzkarte/gephi.zip", ":material/folder_zip:"),
    (mark("Network for Pajek"), "/netzkarte/netzwerk.net", ":material/hub:"),
    (mark("Picture as SVG"), "/netzkarte/bild.svg", ":material/image:"),
    (mark("Picture as PNG"), "/netzkarte/bild.png", ":material/image:"),
    (mark("As text, to read and print"), TEXT, ":material/article:"),
)


_WHOLE: Final = (
    (mark("The whole network as XLSX, to edit and take in"), WHOLE_XLSX, ":material/table_view:"),
    (mark("The whole network as CSV, to edit and take in"), WHOLE_CSV, ":material/folder_zip:"),
)
"""Files that do not depend on what is shown."""


def show(asked: Asked, actor: Identity) -> None:
    """Lead to the files, each of which reads the same address, and to taking one in."""
    for label, path, icon in _FILES:
        st.link_button(_(label), address_of(path, asked), icon=icon, width="stretch")
    for label, path, icon in _WHOLE:
        st.link_button(_(label), path, icon=icon, width="stretch")
    link = f"{PAGE}?lang={language()}"
    st.link_button(_("Open data for programs"), link, icon=":material/api:", width="stretch")
    lead_in(actor)


def lead_in(actor: Identity) -> None:
    """Lead those who may to taking in a network."""
    if may(actor, Permission.NETWORK_IMPORT):
        st.page_link(NETWORK_IMPORT, label=_("Take in a network"), icon=":material/upload_file:")


def address_of(path: str, asked: Asked, **more: str) -> str:
    """Return the address of a file or page of what is asked for, in the reader's language."""
    query = [*words(asked, today()), *more.items(), ("lang", language())]
    return f"{path}?{urlencode(query)}"
