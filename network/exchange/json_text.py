"""Values of JSON as the texts that files of all forms hold."""

import json
from collections.abc import Mapping
from typing import Any

from network.exchange.columns import joined, number_text
from network.exchange.unreadable import Fault, Place, UnreadableNetwork


def record_of(value: object, place: Place) -> Mapping[str, Any]:
    """Return a record; raise `UnreadableNetwork` for anything else."""
    if not isinstance(value, dict):
        raise UnreadableNetwork(Fault.NOT_A_RECORD, place)
    return value


def text_of_value(value: object) -> str:
    """Return a value of JSON as text; a list joins its values."""
    match value:
        case None:
            text = ""
        case bool():
            text = "true" if value else "false"
        case int() | float():
            text = number_text(value) if abs(value) < 1e300 else str(value)
        case list():
            text = joined(tuple(text_of_value(each) for each in value))
        case str():
            text = value
        case _:
            text = json.dumps(value, ensure_ascii=False)
    return text
