"""A page with the parts of the map that need no picture: what is told, compared and arranged."""

from streamlit.testing.v1 import AppTest

from accounts.identity import OPERATOR, Role
from data.accounts import add_account
from data.sessions import redeem, session_of
from data.store import Store


def _stage() -> None:
    import streamlit as st  # noqa: PLC0415  (the function is a script of its own)

    from data.clock import today  # noqa: PLC0415
    from views import (  # noqa: PLC0415
        arrangement_form,
        network_changes,
        session,
        story_bar,
        story_form,
    )
    from views.network_address import read  # noqa: PLC0415
    from views.page_files import MEASURES, NETWORK_MAP, STORIES  # noqa: PLC0415

    def map_page() -> None:
        store, actor = session.store(), session.identity()
        story_bar.show(store, actor)
        asked = read(st.query_params.get_all, today())
        story_form.show(asked)
        arrangement_form.show(store, actor, asked)
        network_changes.show(store, asked)

    session.language()
    session.show_kept_message()
    linked = [st.Page(each) for each in (STORIES, NETWORK_MAP, MEASURES)]
    st.navigation([st.Page(map_page, default=True), *linked]).run()


def stage(store: Store, role: Role = Role.PUBLIC, **query: str | list[str]) -> AppTest:
    """Open the page as a guest, or as somebody who has signed in."""
    opened = AppTest.from_function(_stage, default_timeout=60)
    opened.user = {}
    if role is not Role.PUBLIC:
        invitation = add_account(store, OPERATOR, "Jemand", role.value, role)
        signed_in = redeem(store, invitation.token, "ein langes Passwort")
        opened.user = {"session": session_of(store, signed_in.token)}
    for name, value in query.items():
        opened.query_params[name] = value
    opened.run()
    assert not opened.exception
    return opened


def click(opened: AppTest, label: str) -> AppTest:
    """Press the button with a label and let the page run."""
    next(each for each in opened.button if each.label == label).click().run()
    assert not opened.exception
    return opened


def said(opened: AppTest) -> str:
    """Return all that is said on the page."""
    shown = [
        *opened.title, *opened.header, *opened.subheader, *opened.text,
        *opened.success, *opened.error, *opened.warning, *opened.caption,
    ]  # fmt: skip
    return "\n".join(str(each.value) for each in shown)
