"""The words of stories: what can be wrong with one, and how its parts are called."""

from collections.abc import Mapping
from typing import Final

from network.story import InvalidStory, Story
from views import session
from views.words import _, mark

ERRORS: Final[Mapping[str, str]] = {
    "missing": mark("Please fill in this field."),
    "too_long": mark("This is too long; please shorten it."),
    "taken": mark("This name is taken already."),
}


def keep_errors(form: str, fault: InvalidStory) -> None:
    """Keep what is wrong with a form, in words, for the page that is shown next."""
    session.keep_errors(form, {field: _(ERRORS[code]) for field, code in fault.errors.items()})


def openness(story: Story) -> str:
    """Say who can read a story."""
    return _("for everybody") if story.public else _("only for staff")
