"""The papers of a Beschlussvorlage as files to download."""

from collections.abc import Sequence
from typing import Final
from urllib.parse import urlencode

import streamlit as st

from views.kit_routes import FORMATS, paper_address, proposals_address, tracked_address
from views.words import _, language

_LABELS: Final = {"docx": "Word (DOCX)", "odt": "OpenDocument (ODT)", "pdf": "PDF", "xlsx": "Excel"}


def show_for_paper(paper_id: str) -> None:
    """Offer the kit of a paper in every format, and the text with tracked changes."""
    _show(
        {each: paper_address(paper_id, each) for each in FORMATS},
        tracked_address(paper_id),
        urlencode({"lang": language()}),
    )


def show_for_proposals(proposal_ids: Sequence[str]) -> None:
    """Offer the same for proposals that are chosen, before there is a paper."""
    query = urlencode({"id": list(proposal_ids), "lang": language()}, doseq=True)
    _show({each: proposals_address(each) for each in FORMATS}, tracked_address(None), query)


def _show(addresses: dict[str, str], tracked: str, query: str) -> None:
    st.text(_("Download motion, reasons, list of changes, Synopse and new text as one file:"))
    with st.container(horizontal=True):
        for ending, address in addresses.items():
            st.link_button(_LABELS[ending], f"{address}?{query}", icon=":material/download:")
        label = _("Word with tracked changes")
        st.link_button(label, f"{tracked}?{query}", icon=":material/edit_document:")
    st.caption(
        _(
            "Writing a long concept takes some seconds; a new tab stays open meanwhile and the"
            " file then loads by itself."
        )
    )
