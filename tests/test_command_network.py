"""The commands on the network: what they say, write and return."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from data.events import events
from data.organizations import organizations
from data.roster import roster
from data.sqlite_store import SqliteStore
from network.exchange.foreign import Left
from network.exchange.unreadable import Fault
from tests import network_files as files
from views import command_network
from views.command import main
from views.exchange_words import FAULTS, LOSSES, vocabulary


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BINDEGLIED_DATABASE", "stadt.db")
    Path("netz.csv").write_text(files.GERMAN, encoding="utf-8")
    Path("netz.graphml").write_text(files.GRAPHML, encoding="utf-8")
    Path("zwei.net").write_text(files.PAJEK_TWO_MODE, encoding="utf-8")
    return tmp_path


@pytest.fixture
def city(demo_file: Path, folder: Path) -> Iterator[SqliteStore]:
    (folder / "stadt.db").write_bytes(demo_file.read_bytes())
    opened = SqliteStore("stadt.db")
    yield opened
    opened.close()


def run(*arguments: str, typed: str | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=typed)


def test_an_import_says_what_it_read_and_what_it_left_out() -> None:
    done = run("import-network", "netz.graphml")

    assert done.exit_code == 0, done.output
    assert "Gelesen als GraphML: 3 Einträge, 2 Verbindungen." in done.output
    assert "Arten der Einträge: Verein 2, Büro/Stabsstelle 1." in done.output
    assert "Richtungen: 1 einseitig, 1 beidseitig." in done.output
    assert "Einträge: 3 neu, 0 geändert, 0 unverändert, 0 abgelehnt." in done.output
    assert "nicht in der Datei steht: ausgelassen: fort (1; Zeile 18)" in done.output
    assert "kein Feld gibt: ausgelassen: Fraktion" in done.output


def test_an_import_into_an_empty_place_makes_the_database() -> None:
    done = run("import-network", "netz.csv", "--database", "neu/region.db")

    assert done.exit_code == 0, done.output
    store = SqliteStore("neu/region.db")
    assert [each.name for each in organizations(store)] == ["Büro", "Rat", "Träger"]
    assert len(events(store)) == 1
    store.close()


def test_a_second_import_says_that_nothing_is_new() -> None:
    run("import-network", "netz.csv")
    done = run("import-network", "netz.csv")

    assert done.exit_code == 0
    assert "Einträge: 0 neu, 0 geändert, 3 unverändert, 0 abgelehnt." in done.output
    assert "Alles davon ist schon da. Es wurde nichts gespeichert." in done.output


def test_a_dry_run_makes_nothing_and_no_database() -> None:
    done = run("import-network", "netz.csv", "--dry-run")

    assert done.exit_code == 0
    assert "Einträge: 3 neu" in done.output
    assert not Path("stadt.db").exists()


def test_the_report_for_programs_is_json() -> None:
    said = json.loads(run("import-network", "zwei.net", "--json", "--weights", "distance").stdout)

    assert (said["nodes"], said["ties"], said["undirected"], said["two_mode"]) == (5, 4, 4, [2, 3])
    assert said["weights"] == {"distinct": 2, "meaning": "distance"}
    assert said["plan"]["ties"] == {"new": 4, "changed": 0, "unchanged": 0, "refused": 0}
    assert said["stored"] is True
    store = SqliteStore("stadt.db")
    assert sorted(str(each.distance) for each in roster(store).relations) == ["1.0"] * 3 + ["2.0"]
    store.close()


def test_a_column_divides_the_network_and_a_wrong_one_is_refused() -> None:
    assert run("import-network", "netz.graphml", "--group-column", "FRAKTION").exit_code == 0
    refused = run("import-network", "netz.graphml", "--group-column", "Partei")

    store = SqliteStore("stadt.db")
    assert sorted(each.partition for each in organizations(store)) == ["", "", "rot"]
    store.close()
    assert refused.exit_code == 1
    assert "Fraktion" in refused.stderr


def test_weights_are_asked_for_at_a_terminal_and_otherwise_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    Path("gewogen.csv").write_text("Source,Target,Weight\na,b,1\nb,c,2\n")
    silent = run("import-network", "gewogen.csv", "--dry-run")

    monkeypatch.setattr(command_network, "_at_terminal", lambda: True)
    asked = run("import-network", "gewogen.csv", "--dry-run", typed="distance\n")

    assert "Die Gewichte werden als Stärke übernommen" in silent.output
    assert "--weights" in silent.output
    assert "Was bedeuten die Gewichte der Datei?" in asked.output
    assert "Die Gewichte werden als Entfernung übernommen" in asked.output.split("Gelesen")[1]


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("x.net", "*Vertices 2\n1 a\n2 b\n*Edges\n1 3\n", "Zeile 5"),
        ("x.graphml", files.GRAPHML[:1000], "Zeile 18"),
        ("x.csv", 'Source,Target\na,b\n"a,b\n', "Zeile 3"),
        ("x.json", '{"nodes": [\n', "Zeile 2"),
        ("x.doc", "nichts", "--format"),
        ("x.csv", "", "leer"),
    ],
)
def test_a_broken_file_is_refused_in_one_line_and_stores_nothing(
    name: str, text: str, words: str
) -> None:
    Path(name).write_text(text, encoding="utf-8")
    done = run("import-network", name)

    assert done.exit_code == 1
    assert words in done.stderr
    assert done.stdout == ""
    assert not Path("stadt.db").exists()


def test_wrong_use_is_told_apart() -> None:
    assert run("import-network", "fehlt.csv").exit_code == 2
    assert run("import-network", "netz.csv", "--weights", "lang").exit_code == 2
    assert run("export-network", "x.gexf", "--as-of", "gestern").exit_code == 2
    assert run("export-network", "x.doc").exit_code == 1
    assert run("export-network", "x.zip", "--as-of", "2014").exit_code == 1
    assert run("export-network", "x.gexf").exit_code == 1


@pytest.mark.parametrize(
    "asked",
    ["x.graphml", "x.gexf", "x.json", "x.xlsx", "x.zip", "x.popolo.json",
     "x.xlsx --format template", "x.json --format popolo"],
)  # fmt: skip
def test_an_export_read_again_changes_nothing(city: SqliteStore, asked: str) -> None:
    before = len(events(city))
    name, *options = asked.split()

    assert run("export-network", name, *options).exit_code == 0
    done = run("import-network", name)

    assert "Alles davon ist schon da" in done.output
    assert len(events(city)) == before


def test_an_export_as_csv_has_a_second_file_of_nodes(city: SqliteStore) -> None:
    done = run("export-network", "x.csv")

    assert "x-nodes.csv" in done.output
    again = run("import-network", "x.csv", "--nodes", "x-nodes.csv")
    assert "Alles davon ist schon da" in again.output
    assert organizations(city)


def test_an_export_of_a_day_holds_what_held_then(city: SqliteStore) -> None:
    assert organizations(city)
    run("export-network", "heute.json")
    run("export-network", "damals.json", "--as-of", "1900-01-01")

    today, then = (
        len(json.loads(Path(name).read_text("utf-8"))["nodes"])
        for name in ("heute.json", "damals.json")
    )
    assert then < today


def test_every_reason_has_words() -> None:
    assert set(FAULTS) == set(Fault)
    assert set(LOSSES) == set(Left)


def test_german_and_english_words_for_kinds_are_understood() -> None:
    known = vocabulary()

    assert known.node_kind("VEREIN") == known.node_kind("Association") == "association"
    assert known.node_kind("migrant_organization") == "migrant_organization"
    assert known.tie_kind("fördert") == known.tie_kind("funds") == "funds"
    assert known.node_kind("Büro") == known.node_kind("Stabsstelle") == "office"
    assert known.node_kind("Segelklub") is None


def test_an_export_to_where_nothing_can_be_written_names_the_file(city: SqliteStore) -> None:
    assert organizations(city)

    refused = run("export-network", "nirgends/netz.gexf")

    assert refused.exit_code == 1
    assert "nirgends/netz.gexf lässt sich nicht schreiben." in refused.stderr


def test_an_export_of_a_year_holds_what_held_on_its_last_day(city: SqliteStore) -> None:
    assert organizations(city)

    for day, name in (("2014", "jahr.json"), ("2014-12-31", "tag.json")):
        assert run("export-network", name, "--as-of", day).exit_code == 0

    assert Path("jahr.json").read_bytes() == Path("tag.json").read_bytes()
    assert run("export-network", "x.json", "--as-of", "2014-13").exit_code == 2


def test_a_fault_in_the_table_of_the_entries_is_told_as_such() -> None:
    Path("knoten.csv").write_text('Id;Label\n1;A\n2;„B\n3;"C\n', encoding="utf-8")
    Path("kanten.csv").write_text("Source;Target\n1;2\n", encoding="utf-8")

    refused = run("import-network", "kanten.csv", "--nodes", "knoten.csv")

    assert refused.exit_code == 1
    assert "In der Tabelle der Einträge: Zeile 4" in refused.stderr
