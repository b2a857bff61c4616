"""Bindeglied: the launcher, and the frame around every page.

Works with `streamlit run app.py`, `python app.py`, any ASGI server, and `AppTest`.
"""

import data  # noqa: F401  (first of all: it chooses the one SQLite library)

# isort: split
import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

if get_script_run_ctx(suppress_warning=True) is None:
    from views import server

    app = st.App(
        __file__,
        routes=server.ROUTES,
        middleware=server.MIDDLEWARE,
        lifespan=server.lifespan,
        on_script_error=server.report,
    )
    if __name__ == "__main__":
        app.run()
else:
    from views.frame import show_frame

    show_frame()
