"""`bindeglied measures`: what it says of a network, as text and for programs."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from data.organizations import insert_organization
from data.rows import to_row
from data.sqlite_store import SqliteStore
from network.organization import Classification, Organization, Relation, RelationKind
from tests.networks import FLORENCE, pairs
from views.command import main


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "netz.db"


def fill(database: Path, lines: list[tuple[str, str]], **names: str) -> None:
    store = SqliteStore(database)
    store.migrate()
    with store.atomic():
        for node in dict.fromkeys(end for line in lines for end in line):
            unit = Organization(
                id=f"id-{node}",
                name=names.get(node, node),
                short_name=f"kurz {node}",
                classification=Classification.OTHER,
                identifiers=(node.lower(),),
            )
            insert_organization(store, unit)
        for number, (a, b) in enumerate(lines):
            tie = Relation(
                id=f"r{number}",
                subject_id=f"id-{a}",
                object_id=f"id-{b}",
                classification=RelationKind.FUNDS,
                start_date="2010",
            )
            store.insert("relations", to_row(tie))
    store.close()


def run(database: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["measures", "--database", str(database), *arguments])


def said(database: Path, *arguments: str) -> dict[str, Any]:
    result = run(database, "--json", *arguments)
    assert result.exit_code == 0, result.stderr
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def test_an_empty_database_is_measured_without_a_number_that_is_not_there(database: Path) -> None:
    found = said(database)

    assert found["nodes"] == []
    assert found["network"]["nodes"] == 0
    assert found["network"]["density"] is None
    assert "nichts zu messen" in run(database).stdout


def test_the_json_is_that_of_the_published_network(database: Path) -> None:
    fill(database, pairs(FLORENCE))

    found = said(database)

    medici = next(each for each in found["nodes"] if each["name"] == "Medici")
    assert medici["id"] == "medici"
    assert medici["betweenness"] == pytest.approx(47.5 / 91)
    assert found["network"]["ties"] == 20
    assert "Medici" in found["network"]["cut_points"]


def test_what_is_gone_is_named_as_people_type_it(database: Path) -> None:
    fill(database, pairs("A-B B-C"), B="Förderkreis Süd e. V.")

    for name in ("Förderkreis Süd e. V.", "foerderkreis sued", "KURZ B", "id-B", "b"):
        found = said(database, "--without", name)["network"]
        assert (found["nodes"], found["ties"], found["isolates"]) == (2, 0, 2)
    assert "Ohne „Förderkreis Süd e. V.“." in run(database, "--without", "b").stdout


def test_an_unknown_or_ambiguous_name_is_refused_with_candidates(database: Path) -> None:
    fill(database, pairs("A-B B-C"), A="Büro für alle", B="Büro für alle", C="Jugendamt")

    unknown, several = (
        run(database, "--without", "Jugentamt"),
        run(database, "--without", "büro für alle"),
    )

    assert (unknown.exit_code, unknown.stdout) == (1, "")
    assert "„Jugendamt“" in unknown.stderr
    assert several.exit_code == 1
    assert "id-A" in several.stderr
    assert "id-B" in several.stderr


@pytest.mark.parametrize(("day", "ties"), [("2009", 0), ("2009-12-31", 0), ("2010", 2)])
def test_a_day_may_be_the_end_of_a_month_or_of_a_year(database: Path, day: str, ties: int) -> None:
    fill(database, pairs("A-B B-C"))

    assert said(database, "--as-of", day)["network"]["ties"] == ties


@pytest.mark.parametrize("day", ["gestern", "2010-13", "31.12.2010", "2011-02-29"])
def test_what_is_no_day_is_wrong_use(database: Path, day: str) -> None:
    result = run(database, "--as-of", day)

    assert result.exit_code == 2
    assert f"„{day}“ ist kein Tag" in result.stderr


def test_directions_and_kinds_of_ties_are_kept_where_asked_for(database: Path) -> None:
    fill(database, pairs("A-B B-A B-C"))

    assert said(database, "--directed")["network"]["reciprocity"] == pytest.approx(2 / 3)
    assert said(database, "--kind", "advises")["network"]["ties"] == 0
    assert run(database, "--kind", "loves").exit_code == 2


@pytest.mark.parametrize("weights", ["strength", "distance"])
def test_the_meaning_of_numbers_is_said_where_they_count(database: Path, weights: str) -> None:
    fill(database, pairs("A-B B-C"))

    found = said(database, "--weights", weights)["network"]

    assert found["rule"] == f"undirected-simple-{weights}"
    assert found["ties_without_number"] == 2
    assert "2 Verbindungen nennen keine Zahl" in run(database, "--weights", weights).stdout


def test_two_modes_are_told_beside_the_json_and_projected_when_asked(database: Path) -> None:
    fill(database, pairs("A-X A-Y B-X B-Y C-X"))

    result = run(database, "--json")

    assert "zwei Seiten" in result.stderr
    assert json.loads(result.stdout)["network"]["two_mode"]["density"] == pytest.approx(5 / 6)
    assert said(database, "--project", "subjects")["network"]["ties"] == 3
    assert said(database, "--project", "objects")["network"]["nodes"] == 2
    assert run(database, "--project", "objects", "--directed").exit_code == 2


def test_a_network_of_one_mode_is_not_projected(database: Path) -> None:
    fill(database, pairs("A-B B-C"))

    result = run(database, "--project", "subjects")

    assert result.exit_code == 1
    assert result.stdout == ""


def test_the_text_says_the_numbers_and_lists_everybody(database: Path) -> None:
    fill(database, pairs(FLORENCE))

    text = run(database).stdout

    assert "15 Einträge mit 20 verbundenen Paaren" in text
    assert "höchstens 5" in text
    rows = text.rpartition("\n\n")[2].splitlines()
    assert rows[1].split()[:2] == ["Medici", "0,522"]
    assert len(rows) == 16
