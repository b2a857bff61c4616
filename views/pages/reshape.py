"""Umgestalten: rename, merge, succeed and dissolve organisations, and undo it."""

from views import reshape_page, session

reshape_page.show(session.store(), session.identity())
