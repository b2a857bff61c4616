"""Passwords: what is acceptable, and how they are kept (argon2id)."""

from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

MINIMUM_LENGTH = 12
MAXIMUM_LENGTH = 200
"""Longer input only costs time to hash."""

_HASHER = PasswordHasher()


class WeakPassword(ValueError):
    """The password is refused; `code` says why: `too_short`, `too_long` or `too_simple`."""

    def __init__(self, code: str) -> None:
        """Keep the reason as a code that pages translate."""
        super().__init__(code)
        self.code = code


def hash_password(password: str) -> str:
    """Return the argon2id hash to keep; raise `WeakPassword` where it is too weak."""
    if len(password) < MINIMUM_LENGTH:
        raise WeakPassword("too_short")
    if len(password) > MAXIMUM_LENGTH:
        raise WeakPassword("too_long")
    if len(set(password)) < 5 or not _is_text(password):
        raise WeakPassword("too_simple")
    return _HASHER.hash(password)


def matches(password: str, kept: str | None) -> bool:
    """Say whether the password is the kept one, in the same time when there is none."""
    if len(password) > MAXIMUM_LENGTH:
        return False
    try:
        return _HASHER.verify(kept or _nobody(), password) and bool(kept)
    except (VerificationError, InvalidHashError, UnicodeEncodeError):
        return False


def _is_text(password: str) -> bool:
    """Say whether it can be written at all; half a surrogate pair cannot."""
    try:
        password.encode()
    except UnicodeEncodeError:
        return False
    return True


@cache
def _nobody() -> str:
    """Return a hash that no password matches, made once, so that unknown logins cost the same."""
    return _HASHER.hash("nobody has this password")
