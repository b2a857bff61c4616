"""All files of exactly what is shown, in one place."""

from typing import Final
from urllib.parse import urlencode

import streamlit as st

from data.clock import today
from views.api_page import PAGE
from views.export_routes import ENTRIES, TIES_FILE
from views.network_address import Asked, words
from views.network_text_routes import TEXT
from views.words import _, language, mark

_FILES: Final = (
    (mark("Entries as CSV"), ENTRIES, ":material/table:"),
    (mark("Ties as CSV"), TIES_FILE, ":material/table:"),
    (mark("Both tables as XLSX"), "/netzkarte/netzwerk.xlsx", ":material/table_view:"),
    (mark("Network as GraphML"), "/netzkarte/netzwerk.graphml", ":material/hub:"),
    (mark("Network with dates as GEXF"), "/netzkarte/netzwerk.gexf", ":material/hub:"),
    (mark("Network as JSON"), "/netzkarte/netzwerk.json", ":material/data_object:"),
    (mark("Picture as SVG"), "/netzkarte/bild.svg", ":material/image:"),
    (mark("Picture as PNG"), "/netzkarte/bild.png", ":material/image:"),
    (mark("As text, to read and print"), TEXT, ":material/article:"),
)


def show(asked: Asked) -> None:
    """Lead to the files, each of which reads the same address."""
    for label, path, icon in _FILES:
        st.link_button(_(label), address_of(path, asked), icon=icon, width="stretch")
    link = f"{PAGE}?lang={language()}"
    st.link_button(_("Open data for programs"), link, icon=":material/api:", width="stretch")


def address_of(path: str, asked: Asked, **more: str) -> str:
    """Return the address of a file or page of what is asked for, in the reader's language."""
    query = [*words(asked, today()), *more.items(), ("lang", language())]
    return f"{path}?{urlencode(query)}"
