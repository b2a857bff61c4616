"""The commands on concepts: what they take in, store and say to people and programs."""

import json
from pathlib import Path
from typing import Any

import pytest

from accounts.identity import OPERATOR
from concept_review.draft import Loss
from concept_review.review import Verdict
from data import concepts, reviews
from data.events import events
from data.proposals import proposals
from data.sqlite_store import SqliteStore
from tests.conftest import STAFF
from tests.test_change import content
from tests.test_command import assert_refused, folder, run
from tests.versions import DIVIDED, TEXT, TITLES, UNSURE
from tests.word_files import added, paragraph, taken, word_file
from tests.word_files import run as letters

__all__ = ["folder"]
Json = dict[str, Any]

PATHS = [
    ["Wohnen"], ["Wohnen", "Übergangswohnen"], ["Sprache"], ["Arbeit"], ["Arbeit", "Anerkennung"]
]  # fmt: skip
TRACKED = word_file(
    paragraph("Konzept", "Title")
    + paragraph("Ziele", "berschrift1")
    + paragraph(letters("Alle finden ") + taken("eine") + added("bald eine") + letters(" Wohnung."))
    + paragraph("Wege", "berschrift1")
    + paragraph("Viele.")
)


@pytest.fixture
def store(folder: Path) -> SqliteStore:
    """The database of the commands, with nothing in it yet."""
    (folder / "konzept.md").write_text(TEXT, encoding="utf-8")
    (folder / "verfolgt.docx").write_bytes(TRACKED)
    opened = SqliteStore("stadt.db")
    opened.migrate()
    return opened


def said(*arguments: str) -> Json:
    result = run(*arguments, "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    found: Json = json.loads(result.stdout)
    return found


def next_version(text: str, *more: str) -> tuple[Json, Json]:
    """Take a concept and then another text as its next version; return what was said of both."""
    first = said("import-concept", "konzept.md")
    Path("neu.md").write_text(text, encoding="utf-8")
    second = said("import-concept", "neu.md", "--new-version-of", first["concept_id"], *more)
    return first, second


def test_programs_are_told_every_section_with_its_way_down(store: SqliteStore) -> None:
    result = said("import-concept", "konzept.md", "--title", "Ein anderer Titel")

    (concept,) = concepts.concepts(store)
    found = concepts.sections(store, concept.id)
    assert concept.title == "Ein anderer Titel"
    assert set(result) == {"concept_id", "sections", "lost"}
    assert result["concept_id"] == concept.id
    assert result["sections"] == [
        {"id": each.id, "title": title, "level": len(path), "path": path}
        for each, title, path in zip(found, TITLES, PATHS, strict=True)
    ]


@pytest.mark.usefixtures("store")
def test_programs_are_told_what_did_not_fit_with_every_kind_named() -> None:
    page = "<h1>Ziele</h1><p>Text</p><img src='a.png' alt=''><h1>Wege</h1><p>Viele</p>"
    Path("bild.html").write_text(f"<!DOCTYPE html><html><body>{page}</body></html>")

    assert said("import-concept", "konzept.md")["lost"] == {kind.value: 0 for kind in Loss}
    lost = said("import-concept", "bild.html")["lost"]
    assert lost == {**{kind.value: 0 for kind in Loss}, "images": 1}
    assert "(1)" in run("import-concept", "bild.html").stdout


def test_a_trial_says_the_same_and_stores_nothing(store: SqliteStore) -> None:
    before = content(store)
    result = said("import-concept", "konzept.md", "--dry-run")

    assert result["concept_id"] is None
    assert [(each["id"], each["path"]) for each in result["sections"]] == [
        (None, path) for path in PATHS
    ]
    told = run("import-concept", "konzept.md", "--dry-run").stdout.splitlines()
    assert told == ["„Konzept“: 5 Abschnitte.", "Es wurde nichts gespeichert."]
    assert content(store) == before


def test_a_trial_of_a_next_version_stores_nothing_either(store: SqliteStore) -> None:
    first = said("import-concept", "konzept.md")
    before = content(store)
    Path("neu.md").write_text(DIVIDED, encoding="utf-8")

    result = said(
        "import-concept", "neu.md", "--new-version-of", first["concept_id"], "--dry-run"
    )  # fmt: skip
    assert result["concept_id"] == first["concept_id"]
    assert len(result["matches"]) == 6
    assert content(store) == before


@pytest.mark.usefixtures("store")
def test_a_next_version_tells_what_became_of_which_section() -> None:
    first, second = next_version(DIVIDED)

    ids = {each["title"]: each["id"] for each in first["sections"]}
    now = {each["title"]: each["id"] for each in second["sections"]}
    assert second["concept_id"] == first["concept_id"]
    assert {title: now[title] for title in TITLES} == ids
    told = [(each["old_id"], each["new_id"], each["kind"]) for each in second["matches"]]
    assert told == [
        (ids["Wohnen"], ids["Wohnen"], "unchanged"),
        (ids["Übergangswohnen"], ids["Übergangswohnen"], "unchanged"),
        (ids["Sprache"], ids["Sprache"], "split"),
        (ids["Sprache"], now["Kita"], "split"),
        (ids["Arbeit"], ids["Arbeit"], "unchanged"),
        (ids["Anerkennung"], ids["Anerkennung"], "unchanged"),
    ]
    assert all(0 <= each["similarity"] <= 1 for each in second["matches"])
    assert {each["similarity"] for each in second["matches"] if each["kind"] == "unchanged"} == {1}


@pytest.mark.usefixtures("store")
def test_what_is_new_gone_or_uncertain_has_only_the_ids_it_has() -> None:
    cut = UNSURE[: UNSURE.index("### Anerkennung")] + "### Sport\n\nVereine öffnen ihre Hallen.\n"
    first, second = next_version(cut)

    ids = {each["title"]: each["id"] for each in first["sections"]}
    now = {each["title"]: each["id"] for each in second["sections"]}
    by_kind = {each["kind"]: (each["old_id"], each["new_id"]) for each in second["matches"]}
    assert by_kind["new"] == (None, now["Sport"])
    assert by_kind["gone"] == (ids["Anerkennung"], None)
    assert by_kind["uncertain"] == (ids["Arbeit"], now["Arbeit"])
    assert ids["Arbeit"] != now["Arbeit"]


@pytest.mark.parametrize("more", [[], ["--json"], ["--dry-run"]])
def test_a_next_version_of_nothing_is_refused(store: SqliteStore, more: list[str]) -> None:
    before = content(store)
    result = run("import-concept", "konzept.md", "--new-version-of", "unbekannt", *more)

    assert_refused(result, "unbekannt")
    assert content(store) == before


@pytest.mark.parametrize("more", [[], ["--json"], ["--dry-run"]])
def test_tracked_changes_are_not_taken_in_without_being_asked_about(
    store: SqliteStore, more: list[str]
) -> None:
    assert_refused(run("import-concept", "verfolgt.docx", *more), "--tracked")
    assert concepts.concepts(store) == []


@pytest.mark.parametrize(
    ("tracked", "text"),
    [("original", "Alle finden eine Wohnung."), ("accepted", "Alle finden bald eine Wohnung.")],
)
def test_tracked_changes_are_taken_in_as_one_text(
    store: SqliteStore, tracked: str, text: str
) -> None:
    result = said("import-concept", "verfolgt.docx", "--tracked", tracked)

    first, second = concepts.sections(store, result["concept_id"])
    assert (first.title, [block.text for block in first.blocks]) == ("Ziele", [text])
    assert (second.title, [block.text for block in second.blocks]) == ("Wege", ["Viele."])
    assert store.find("proposals") == []


def test_tracked_changes_are_taken_in_as_proposals(store: SqliteStore) -> None:
    result = said("import-concept", "verfolgt.docx", "--tracked", "proposals")

    first = concepts.sections(store, result["concept_id"])[0]
    assert [block.text for block in first.blocks] == ["Alle finden eine Wohnung."]
    (proposal,) = proposals(store, STAFF, section_id=first.id)
    assert [block.text for block in proposal.blocks] == ["Alle finden bald eine Wohnung."]
    assert "Ada" in proposal.headline
    assert "verfolgt.docx" in proposal.rationale


@pytest.mark.parametrize("output", [[], ["--json"]])
@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (b"", "Der Text ist leer."),
        (b"\xef\xbb\xbf \n\t\n", "Der Text ist leer."),
        (b"Nur Text.\n\nOhne Aufbau.\n", "Der Text hat keine Überschriften"),
        (b"# Konzept\n\nStra\xdfe\n", "keinen Text in UTF-8"),
        ("# Konzept\n\nText".encode("utf-16"), "keinen Text in UTF-8"),
        (b"# Konzept\n\n" + b"Ein Satz.\n" * 300_000, "Die Datei ist größer als 2"),
    ],
)
def test_import_concept_refuses_what_is_no_concept(
    store: SqliteStore, source: bytes, reason: str, output: list[str]
) -> None:
    Path("schlecht.md").write_bytes(source)

    assert_refused(run("import-concept", "schlecht.md", *output), reason)
    assert concepts.concepts(store) == []
    assert events(store) == []


def test_the_standing_of_every_section_is_told_retired_ones_too(store: SqliteStore) -> None:
    first = said("import-concept", "konzept.md")
    living = concepts.sections(store, first["concept_id"])[0]
    made = reviews.review(
        store, OPERATOR, living.id, Verdict.STILL_CURRENT, "", fingerprint=living.fingerprint
    )
    Path("neu.md").write_text(TEXT[: TEXT.index("## Arbeit")], encoding="utf-8")
    said("import-concept", "neu.md", "--new-version-of", first["concept_id"])

    result = said("concept-status")
    assert result["concepts"] == [{"id": first["concept_id"], "title": "Konzept"}]
    told = {each["title"]: (each["currency"], each["due"]) for each in result["sections"]}
    assert made.next_due
    assert told == {
        "Wohnen": ("current", made.next_due.isoformat()),
        "Übergangswohnen": ("never", None),
        "Sprache": ("never", None),
        "Arbeit": ("retired", None),
        "Anerkennung": ("retired", None),
    }
    assert {each["concept_id"] for each in result["sections"]} == {first["concept_id"]}
    lines = run("concept-status").stdout.splitlines()
    assert lines[0].endswith(": 1 Wohnen")
    assert len(lines) == 5


def test_the_standing_is_told_of_one_concept_alone_or_refused(store: SqliteStore) -> None:
    first, second = (said("import-concept", "konzept.md")["concept_id"] for _ in range(2))

    assert len(said("concept-status")["sections"]) == 10
    told = said("concept-status", "--concept", second)
    assert [each["id"] for each in told["concepts"]] == [second]
    assert {each["concept_id"] for each in told["sections"]} == {second}
    assert first != second
    assert_refused(run("concept-status", "--concept", "unbekannt", "--json"), "unbekannt")
    assert len(concepts.concepts(store)) == 2
