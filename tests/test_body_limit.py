"""Forms without end, packed, or of thousands of fields: refused before they fill the memory."""

import gzip
from collections.abc import Iterator

import httpx
import pytest

from data.store import Store
from tests.mailed_links import LINKS, whole
from tests.test_mailed_links import made
from tests.test_sign_in_routes import city, visitor
from views.body_limit import LARGEST

__all__ = ["city", "visitor"]

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
FIELDS = "answer", "name", "email", "login", "password", "again", "revision", "description"
OPEN = ("/anmelden", "/abmelden", "/eintrag/link", "/konzept/lesen", "/api/v1/organizations", "/")


def endless() -> Iterator[bytes]:
    """Send in chunks, so that no length is announced; whoever reads it all reads 64 MB."""
    yield b"answer="
    for _number in range(1024):
        yield b"x" * 65_536


def tried(visitor: httpx.Client, address: str, **sent: object) -> int:
    """Return the status, 413 too where the server closes before all is sent."""
    try:
        return visitor.post(address, **sent).status_code  # type: ignore[arg-type]
    except httpx.TransportError:
        return 413


@pytest.mark.parametrize("name", [*LINKS, *OPEN])
def test_what_is_too_long_is_refused_and_changes_nothing(
    city: Store, visitor: httpx.Client, name: str
) -> None:
    address = name if name in OPEN else made(city, name)[0]
    before = whole(city)
    large = {"answer": "x" * (LARGEST + 1)}
    many = "&".join(f"f{number}=x" for number in range(20_000)).encode()
    packed = gzip.compress(b"answer=" + b"x" * 50_000_000)
    parts = {"file": ("x.txt", b"x" * 1_000_000)}

    assert tried(visitor, address, data=large) == 413
    assert tried(visitor, address, content=endless(), headers=FORM) in (403, 405, 413, 200, 303)
    codes = {tried(visitor, address, content=many, headers=FORM)}
    codes.add(tried(visitor, address, files=parts))
    assert max(codes) < 500

    if name in LINKS and name not in ("confirm", "open", "join in"):  # forms without fields act
        tried(visitor, address, content=packed, headers={**FORM, "Content-Encoding": "gzip"})
        assert whole(city) == before


@pytest.mark.parametrize("name", ["answer", "still right", "settle", "invitation"])
@pytest.mark.parametrize("field", FIELDS)
def test_a_field_without_end_is_no_fault_of_the_server(
    city: Store, visitor: httpx.Client, name: str, field: str
) -> None:
    address, link = made(city, name)

    for long in (60_000, 200_000, 1_000_000):
        answer = tried(visitor, address, data={**link.form, field: "x" * long})
        assert answer < 500
        if long > LARGEST:
            assert answer == 413
