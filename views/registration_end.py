"""What follows on every decision about a registration."""

import streamlit as st

from views import session
from views.mail_soon import send_soon


def finish(form: str, message: str) -> None:
    """Say what was done, lead back to the list, and let the mail go."""
    session.form_done(form)
    session.tell(message)
    st.query_params.pop("id", None)
    send_soon()
