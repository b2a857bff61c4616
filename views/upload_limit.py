"""How much somebody may send through the door for files, which Streamlit asks nobody about."""

from typing import Final

from starlette.types import Scope

from accounts.identity import Identity
from accounts.permissions import Permission, may

_WRAPPING: Final = 100_000
"""Bytes that a browser puts around a file."""
_NETWORK: Final = 50 * 1024 * 1024
_TEXT: Final = 10 * 1024 * 1024


def most_bytes(actor: Identity) -> int:
    """Return how many bytes somebody may send at once; 0 for those who may take in no files."""
    if not actor.signed_in:
        return 0
    if may(actor, Permission.NETWORK_IMPORT):
        return _NETWORK + _WRAPPING
    texts = (Permission.CONCEPT_IMPORT, Permission.PROPOSAL_SUBMIT)
    return _TEXT + _WRAPPING if any(may(actor, each) for each in texts) else 0


def is_too_large(scope: Scope, most: int) -> bool:
    """Say whether a request announces more than that, or keeps its length to itself."""
    if scope["method"] not in ("PUT", "POST"):
        return False
    announced = dict(scope["headers"]).get(b"content-length", b"")
    return not announced.isdigit() or int(announced) > most
