"""Web and e-mail addresses as strangers type them."""

from urllib.parse import urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from network.address import email_address, web_address

law = settings(deadline=None)
LABEL = r"[a-z0-9äöü]{1,8}(-[a-z0-9]{1,4})?"
hosts = st.from_regex(rf"\A({LABEL}\.){{1,3}}[a-z]{{2,6}}\Z")
addresses = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(["", "http://", "https://", "HTTPS://"]),
    hosts,
    st.sampled_from(["", ":443", ":8080"]),
    st.from_regex(r"\A(/[\w.~%-]{0,8}){0,3}(\?[a-z]=[\w+]{0,5})?(#[a-z]{0,5})?\Z"),
)
almost = st.lists(
    st.sampled_from(
        [*'htps:/.@?#[]<>" \t\n\\%0aä', "http://", "https://", "javascript:", "potsdam.de"]
    ),
    max_size=12,
).map("".join)


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("", ""),
        ("www.potsdam.de", "https://www.potsdam.de"),
        ("http://potsdam.de", "http://potsdam.de"),
        ("https://potsdam.de/a?b=c#d", "https://potsdam.de/a?b=c#d"),
        ("potsdam.de:8080/x", "https://potsdam.de:8080/x"),
        ("bürger-für-potsdam.de", "https://bürger-für-potsdam.de"),
        ("https://пример.рф", "https://пример.рф"),
        ("verein.potsdam.museum/ä", "https://verein.potsdam.museum/ä"),
    ],
)
def test_a_web_address_is_made_whole(typed: str, whole: str) -> None:
    assert web_address(typed) == whole


@pytest.mark.parametrize(
    "typed",
    [
        *("potsdam", "localhost", "http://localhost:8501", "http://127.0.0.1", "https://[::1]"),
        *("javascript:alert(1)", "javascript://potsdam.de/%0aalert(1)", "JaVaScript:alert(1)"),
        *("data:text/html,<b>x</b>", "ftp://potsdam.de", "file:///etc/passwd", "mailto:a@b.de"),
        *("//potsdam.de", "https:potsdam.de", "https://", "://", "http://.de", "https://-a.de"),
        *("https://user@potsdam.de", "https://u:p@potsdam.de", "potsdam.de@evil.example"),
        *("https://potsdam.de\\@evil.example", "https://potsdam.de:99999", "https://["),
        *("potsdam.de/a b", "potsdam.de\n", "https://potsdam.de/<b>", 'https://potsdam.de/"x'),
        *("wir haben keine", "info@potsdam.de", "https://pots\u202edam.de", "a." * 130 + "de"),
        "<img src=x onerror=alert(1)>",
    ],
)
def test_anything_but_http_at_a_named_host_is_refused(typed: str) -> None:
    with pytest.raises(PydanticCustomError) as refused:
        web_address(typed)

    assert refused.value.type == "web_address"


@law
@given(addresses)
def test_a_web_address_that_is_whole_stays_as_it_is(typed: str) -> None:
    whole = web_address(typed)

    assert web_address(whole) == whole
    assert whole.endswith(typed)


@settings(max_examples=400, deadline=None)
@given(st.text(st.characters(codec=None)) | almost)
def test_whatever_is_typed_gives_a_web_address_or_the_one_error(typed: str) -> None:
    try:
        whole = web_address(typed)
    except PydanticCustomError:
        return

    assert web_address(whole) == whole
    assert whole == "" or urlsplit(whole).scheme in ("http", "https")
    assert not set(whole) & set(' \t\r\n<>"')


@pytest.mark.parametrize("typed", ["\x01https://potsdam.de", "https://potsdam.de/\x00"])
def test_a_control_character_is_no_part_of_a_web_address(typed: str) -> None:
    with pytest.raises(PydanticCustomError):
        web_address(typed)


@pytest.mark.parametrize("typed", ["https://:secret@potsdam.de", "@potsdam.de"])
def test_a_password_without_a_user_is_refused_too(typed: str) -> None:
    with pytest.raises(PydanticCustomError):
        web_address(typed)


def test_an_address_inside_an_address_does_not_replace_its_scheme() -> None:
    typed = "potsdam.de/weiter?ziel=https://verein.de"

    assert web_address(typed) == f"https://{typed}"


@pytest.mark.parametrize(
    "typed",
    [
        *("info@potsdam.de", "ayse.oeztuerk+web@verein-potsdam.de", "ä@bürger.de", "a@b.co"),
        *("o'hara@potsdam.de", "x" * 64 + "@potsdam.de", "INFO@POTSDAM.DE"),
    ],
)
def test_an_e_mail_address_stays_as_it_was_typed(typed: str) -> None:
    assert email_address(typed) == typed


@pytest.mark.parametrize(
    "typed",
    [
        *("", "@", "info", "info@", "@potsdam.de", "info@potsdam", "a@b@potsdam.de"),
        *("in fo@potsdam.de", "info@pots dam.de", "info@potsdam.de\n", "info\r\nBcc:x@potsdam.de"),
        *("<info@potsdam.de>", "Info <info@potsdam.de>", "a@x.de,b@y.de", "a@x.de;b@y.de"),
        *("x" * 65 + "@potsdam.de", '"a b"@potsdam.de', "info@[127.0.0.1]", "info@potsdam..de"),
        "<script>@potsdam.de",
    ],
)
def test_an_e_mail_address_that_no_mail_reaches_is_refused(typed: str) -> None:
    with pytest.raises(PydanticCustomError) as refused:
        email_address(typed)

    assert refused.value.type == "email_address"


@law
@given(st.text('aä0.+-_ \t\r\n<>(),;:\\\\"@', min_size=1, max_size=6), hosts)
def test_an_e_mail_address_never_holds_what_divides_addresses_in_a_mail(
    mailbox: str, host: str
) -> None:
    typed = f"{mailbox}@{host}"
    try:
        taken = email_address(typed)
    except PydanticCustomError:
        return

    assert taken == typed
    assert not set(taken) & set(' \t\r\n<>(),;:\\"')


@pytest.mark.parametrize("typed", ["\x00info@potsdam.de", "in\x7ffo@potsdam.de"])
def test_a_control_character_is_no_part_of_an_e_mail_address(typed: str) -> None:
    with pytest.raises(PydanticCustomError):
        email_address(typed)


@pytest.mark.parametrize("unit", ["a", "a.", "-", "a-", "@", "ä.", "https://", "a@", ".", "/"])
def test_an_endless_address_is_refused(unit: str) -> None:
    typed = unit * (100_000 // len(unit)) + "!"

    for take in (web_address, email_address):
        with pytest.raises(PydanticCustomError):
            take(typed)
