"""Tokens: unguessable, safe in an address, kept only as hashes."""

import base64
import re

from hypothesis import given
from hypothesis import strategies as st

from accounts.token import new_token, token_hash


def test_a_token_bears_256_bits() -> None:
    token = new_token()

    assert len(base64.urlsafe_b64decode(token + "=")) == 32


def test_no_token_is_handed_out_twice() -> None:
    tokens = {new_token() for _ in range(2000)}

    assert len(tokens) == 2000


def test_a_token_can_stand_in_an_address_as_it_is() -> None:
    for _ in range(200):
        assert re.fullmatch(r"[A-Za-z0-9_-]{43}", new_token())


def test_the_hash_of_a_token_is_its_plain_sha_256() -> None:
    """The example of FIPS 180-2."""
    assert token_hash("abc") == ("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")


@given(st.text(), st.text())
def test_only_the_same_token_has_the_same_hash(left: str, right: str) -> None:
    assert (token_hash(left) == token_hash(right)) is (left == right)


@given(st.binary(min_size=32, max_size=32))
def test_what_is_kept_does_not_give_the_token_away(secret: bytes) -> None:
    token = base64.urlsafe_b64encode(secret).decode()

    assert token not in token_hash(token)
    assert re.fullmatch(r"[0-9a-f]{64}", token_hash(token))
