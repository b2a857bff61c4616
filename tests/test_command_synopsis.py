"""`bindeglied synopsis`: which two states it takes, what it says, and what it writes."""

from pathlib import Path

import pytest

from concept_review.papers.visible import edition_text
from data.editions import edition
from data.sqlite_store import SqliteStore
from tests.conftest import STAFF
from tests.paper_files import columns, rows_of
from tests.proposal_walk import propose_on
from tests.test_command import assert_refused, folder, run
from tests.versions import DIVIDED, TEXT, imported, named, take
from tests.writing_verbs import wording

__all__ = ["folder"]


@pytest.fixture
def store(folder: Path) -> SqliteStore:
    """The database of the commands, with nothing in it yet."""
    opened = SqliteStore(folder / "stadt.db")
    opened.migrate()
    return opened


@pytest.fixture
def concept_id(store: SqliteStore) -> str:
    """A concept in two versions."""
    made = imported(store)
    take(store, made, DIVIDED)
    return made


def text_of(store: SqliteStore, concept_id: str, number: int) -> str:
    return edition_text(edition(store, concept_id, number).sections)


@pytest.mark.parametrize("ending", ["docx", "odt", "xlsx", "DOCX"])
def test_without_open_proposals_the_last_two_versions_stand_side_by_side(
    store: SqliteStore, concept_id: str, ending: str
) -> None:
    result = run("synopsis", f"synopse.{ending}")

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == f"Fassung 1 neben Fassung 2: gespeichert in synopse.{ending}.\n"
    written = Path(f"synopse.{ending}").read_bytes()
    assert columns(rows_of(written, ending.lower())) == (
        text_of(store, concept_id, 1), text_of(store, concept_id, 2)
    )  # fmt: skip


@pytest.mark.usefixtures("concept_id")
def test_a_pdf_is_written_too() -> None:
    assert run("synopsis", "synopse.pdf").exit_code == 0
    assert Path("synopse.pdf").read_bytes().startswith(b"%PDF-")


def test_open_proposals_come_first_and_can_be_left_out(store: SqliteStore, concept_id: str) -> None:
    work = named(store, concept_id, "Arbeit")
    propose_on(store, work, wording("Alle finden Arbeit.", "Arbeit"))

    said = [
        run("synopsis", "a.docx", *more).stdout.partition(":")[0]
        for more in ((), ("--from", "1"), ("--to", "2"), ("--to", "1"), ("--to", "offen"))
    ]

    assert said == [
        "Fassung 2 neben Fassung mit allen offenen Vorschlägen",
        "Fassung 1 neben Fassung mit allen offenen Vorschlägen",
        "Fassung 1 neben Fassung 2",
        "Fassung 1 neben Fassung 1",
        "Fassung 2 neben Fassung mit allen offenen Vorschlägen",
    ]
    old, new = columns(rows_of(Path("a.docx").read_bytes(), "docx"))
    assert old == text_of(store, concept_id, 2)
    assert "Alle finden Arbeit." in new


def test_what_could_not_be_taken_in_is_said(store: SqliteStore, concept_id: str) -> None:
    work = named(store, concept_id, "Arbeit")
    for words in ("Alle finden Arbeit.", "Niemand findet Arbeit."):
        propose_on(store, work, wording(words, "Arbeit"), actor=STAFF)

    result = run("synopsis", "a.docx")

    assert "1 Widerspruch ist offen" in result.stdout


@pytest.mark.usefixtures("concept_id")
def test_only_what_changed_can_be_written() -> None:
    run("synopsis", "alle.docx")
    run("synopsis", "wenige.docx", "--changed-only")

    alle, wenige = (
        rows_of(Path(f"{name}.docx").read_bytes(), "docx") for name in ("alle", "wenige")
    )
    assert len(wenige) < len(alle)
    assert "unverändert" not in {row.new.note for row in wenige}


@pytest.mark.usefixtures("concept_id")
@pytest.mark.parametrize("version", ["3", "0", "-1", "eins", "²", ""])
@pytest.mark.parametrize("option", ["--from", "--to"])
def test_an_unknown_version_is_refused(option: str, version: str) -> None:
    result = run("synopsis", "a.docx", option, version)

    assert_refused(result, f"Die Fassung {version} gibt es nicht, sondern die Fassungen 1 bis 2.")
    assert not Path("a.docx").exists()


@pytest.mark.parametrize("name", ["a.doc", "a", "a.docx.exe", ".pdf"])
def test_another_ending_is_wrong_use(name: str) -> None:
    result = run("synopsis", name)

    assert result.exit_code == 2
    assert "muss auf eine dieser Endungen enden: .docx, .odt, .pdf, .xlsx" in result.stderr
    assert not Path(name).exists()


def test_without_a_concept_there_is_nothing_to_write(store: SqliteStore) -> None:
    assert_refused(run("synopsis", "a.docx"), "Es gibt noch kein Konzept.")
    assert_refused(run("synopsis", "a.docx", "--concept", "x"), "Kennung", "x")
    store.close()


def test_one_of_several_concepts_has_to_be_named(store: SqliteStore, concept_id: str) -> None:
    other = imported(store, TEXT.replace("# Konzept", "# Anderes"))

    refused = run("synopsis", "a.docx")
    done = run("synopsis", "a.docx", "--concept", other)

    assert_refused(refused, "--concept", concept_id, other, "Anderes")
    assert done.stdout.startswith("Fassung 1 neben Fassung 1:")


@pytest.mark.usefixtures("concept_id")
def test_a_place_that_cannot_be_written_to_is_said() -> None:
    assert_refused(run("synopsis", "nirgends/a.docx"), "nirgends/a.docx", "nicht schreiben")
