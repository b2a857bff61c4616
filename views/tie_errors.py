"""Why a stated tie was refused, in words for its field."""

from collections.abc import Mapping
from typing import Final

from network.registration import FieldError
from views.words import _, mark, number_text

_ERRORS: Final[Mapping[str, str]] = {
    "required": mark("Please choose or fill in this field."),
    "unknown_value": mark("This choice does not exist (any more). Please choose anew."),
    "not_a_date": mark("Please write a day, a month or a year: 31.05.2024, 05.2024 or 2024."),
    "in_future": mark("This day has not come yet."),
    "after_end": mark("This is after the end of the tie."),
    "before_start": mark("The end is before the beginning of the tie."),
    "too_long": mark("This text is too long. Please shorten it to {max_length} characters."),
    "no_note": mark("For taking part in a group no note is kept. Please empty this field."),
    "oneself": mark("An organisation has no tie with itself or its own posts."),
    "ended": mark("This organisation or post has ended; a new tie with it is not possible."),
    "own_ended": mark("Your organisation is entered as ended; a new tie is not possible."),
    "not_a_group": mark(
        "One takes part in working groups, bodies, advisory boards and alliances. Please choose "
        "one of these, or another kind of tie."
    ),
    "double": mark("You have stated or confirmed this tie already."),
    "denied": mark("You have stated this tie already, and the other side disagrees."),
    "too_many_today": mark(
        "You have stated {n} ties within one day. Please go on tomorrow; the others are asked "
        "by mail each time."
    ),
}


def error_text(error: FieldError) -> str:
    """Return what is wrong with a field of a tie, and what to do."""
    message = _ERRORS.get(error.code, mark("This could not be understood; please check it."))
    numbers = {
        name: number_text(value) if isinstance(value, int) else value
        for name, value in error.context.items()
    }
    return _(message, **numbers)
