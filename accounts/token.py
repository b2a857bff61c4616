"""Secrets that are handed out once and kept only as hashes."""

import hashlib
import secrets


def new_token() -> str:
    """Return an unguessable token of 256 bits that is safe in an address."""
    return secrets.token_urlsafe(32)


def token_hash(token: str) -> str:
    """Return what is kept of a token: its SHA-256, as hex.

    No salt and no slow hash is needed, for the token itself is random.
    """
    return hashlib.sha256(token.encode()).hexdigest()
