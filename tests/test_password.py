"""Passwords: refused where they are weak, kept as argon2id."""

import pytest
from argon2 import extract_parameters
from argon2.low_level import Type

from accounts.password import MAXIMUM_LENGTH, MINIMUM_LENGTH, WeakPassword, hash_password, matches

GOOD = "Grüner Löwe, 7 Brücken"


@pytest.fixture(scope="module")
def kept() -> str:
    """Hash the good password once, for it costs time by design."""
    return hash_password(GOOD)


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("", "too_short"),
        ("abcdefghijk", "too_short"),
        ("ab" * 101, "too_long"),
        ("x" * 100_000, "too_long"),
        ("aaaaaaaaaaaa", "too_simple"),
        ("121212121212", "too_simple"),
        ("abcdabcdabcd", "too_simple"),
    ],
)
def test_a_weak_password_is_refused_with_the_reason(password: str, code: str) -> None:
    with pytest.raises(WeakPassword) as refused:
        hash_password(password)

    assert refused.value.code == code
    assert str(refused.value) == code


@pytest.mark.parametrize(
    "password",
    [
        "abcdefghijkl",
        "abcdeabcdeab",
        ("abcdefgh" * 25)[:MAXIMUM_LENGTH],
        "ناصر و أصدقاء",
        "🔑🚪🏠🌳🦁🌉🔑🚪🏠🌳🦁🌉",
    ],
)
def test_a_password_at_the_edge_of_what_is_allowed_works(password: str) -> None:
    assert MINIMUM_LENGTH <= len(password) <= MAXIMUM_LENGTH
    assert matches(password, hash_password(password))


def test_only_the_right_password_matches(kept: str) -> None:
    assert matches(GOOD, kept)
    for wrong in ("", GOOD + " ", GOOD.upper(), GOOD[:-1], kept):
        assert not matches(wrong, kept)


def test_what_follows_a_null_character_counts_too() -> None:
    hashed = hash_password("twelve letters\x00and more")

    assert matches("twelve letters\x00and more", hashed)
    assert not matches("twelve letters\x00and less", hashed)
    assert not matches("twelve letters", hashed)


def test_the_same_password_is_never_kept_in_the_same_form(kept: str) -> None:
    again = hash_password(GOOD)

    assert again != kept
    assert matches(GOOD, again)


def test_passwords_are_kept_as_argon2id_at_a_cost_that_hurts_a_thief(kept: str) -> None:
    """At least what OWASP asks for: 19 MiB and two passes."""
    cost = extract_parameters(kept)

    assert cost.type is Type.ID
    assert cost.memory_cost >= 19 * 1024
    assert cost.time_cost >= 2
    assert GOOD not in kept


def test_without_a_kept_password_nothing_matches() -> None:
    assert not matches(GOOD, None)
    assert not matches("", None)
    assert not matches("nobody has this password", None)


def test_nothing_matches_an_empty_hash_either() -> None:
    assert not matches("nobody has this password", "")


@pytest.mark.parametrize("damaged", ["x", "$argon2id$", "0" * 64, "$argon2id$v=19$m=1,t=1,p=1$$"])
def test_a_damaged_hash_matches_nothing(damaged: str) -> None:
    assert not matches(GOOD, damaged)


def test_an_endless_password_is_refused(kept: str) -> None:
    assert not matches("a" * 5_000_000, kept)


def test_half_a_character_matches_nothing(kept: str) -> None:
    assert not matches("\ud800 and eleven more", kept)
