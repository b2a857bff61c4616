"""The card of an organisation: read back by another program, with public contacts only."""

from pathlib import Path

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from data.store import Store
from network.open_data.vcard import escaped, folded, vcard
from network.organization import Classification, Organization
from tests.open_data import SITE, Client, a_contact, an_organization


@pytest.fixture
def client(demo_path: Path, monkeypatch: pytest.MonkeyPatch) -> Client:
    assert demo_path.exists()
    monkeypatch.setenv("BINDEGLIED_PUBLIC_URL", SITE)
    return Client()


def unfolded(content: bytes) -> list[str]:
    return content.decode().replace("\r\n ", "").split("\r\n")


def unescaped(value: str) -> str:
    text, rest = "", iter(value)
    for sign in rest:
        text += {"n": "\n"}.get(follower := next(rest), follower) if sign == "\\" else sign
    return text


def test_another_program_reads_the_card(client: Client, demo_store: Store) -> None:
    unit = an_organization(
        demo_store,
        "Haus der Begegnung, Garten; Café e. V.",
        description="Erste Zeile,\nzweite; mit \\ und ä" + "ß" * 200,
        website="https://haus.example/a?b=c",
        short_name="HdB",
    )
    a_contact(demo_store, unit.id, "Petra Offen", public=True)
    a_contact(demo_store, unit.id, "Ingo Intern", public=False)

    answer = client.get(f"/organisation/{unit.id}.vcf")
    card = vobject.readOne(answer.text)

    assert answer.headers["content-type"] == "text/vcard; charset=utf-8"
    assert card.version.value == "4.0"
    assert card.fn.value == unit.name
    assert card.note.value == unit.description
    assert card.kind.value == "org"
    assert card.url.value == unit.website
    assert card.source.value == f"{SITE}/organisation?id={unit.id}"
    assert card.email.value == "petra@kontakt.example"
    assert "Petra Offen" in answer.text
    assert "ingo" not in answer.text.casefold()


def test_old_ids_lead_on_and_unknown_ones_lead_nowhere(client: Client, demo_store: Store) -> None:
    kept, gone = an_organization(demo_store, "Neu"), an_organization(demo_store, "Alt")
    demo_store.update("organizations", gone.id, {"merged_into_id": kept.id}, expected=1)

    moved = client.get(f"/organisation/{gone.id}.vcf")

    assert (moved.status_code, moved.headers["location"]) == (
        301,
        f"{SITE}/organisation/{kept.id}.vcf",
    )
    assert client.get("/organisation/unbekannt.vcf").status_code == 404


@given(st.text(max_size=300), st.lists(st.text(max_size=30), max_size=4))
def test_whatever_is_in_an_entry_the_card_keeps_its_form(text: str, terms: list[str]) -> None:
    unit = Organization(
        id="x",
        name=text,
        classification=Classification.OTHER,
        description=text,
        languages=tuple(terms),
        website=text,
    )

    content = vcard(unit, terms, (), {"arabisch": "ar"}, web="w", revised="20260101T000000Z")

    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    lines = unfolded(content)
    assert lines[0] == "BEGIN:VCARD"
    assert lines[-2:] == ["END:VCARD", ""]
    assert sum(line.startswith(("BEGIN:", "END:")) for line in lines) == 2
    names = {line.partition(":")[0] for line in lines[:-1]}
    assert names <= {"BEGIN", "VERSION", "KIND", "UID", "FN", "ORG", "NOTE", "URL", "SOURCE",
                     "CATEGORIES", "LANG", "X-LANGUAGE", "REV", "END"}  # fmt: skip


@given(st.text(st.characters(exclude_categories=["C", "Z"]), max_size=300))
def test_escaping_and_folding_lose_nothing(text: str) -> None:
    line = f"NOTE:{escaped(text)}"

    assert unescaped(folded(line).replace("\r\n ", "").removeprefix("NOTE:")) == text
