"""The command line: what each command does, says and returns to whoever runs a city."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from accounts.identity import Role
from data.accounts import accounts, open_link
from data.concepts import concepts
from data.events import events
from data.sqlite_store import SqliteStore
from views.command import main

CONCEPT = "# Konzept für alle\n\n## Ziele\n\nAlle finden eine Wohnung.\n\n### Wege\n\nViele.\n"
WRITING = (
    "migrate", "demo --load-only", "account add Jemand --login jemand", "import-concept konzept.md"
)  # fmt: skip


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BINDEGLIED_DATABASE", "stadt.db")
    Path("konzept.md").write_text(CONCEPT, encoding="utf-8")
    return tmp_path


@pytest.fixture
def city(demo_file: Path, folder: Path) -> Iterator[SqliteStore]:
    (folder / "stadt.db").write_bytes(demo_file.read_bytes())
    opened = SqliteStore("stadt.db")
    yield opened
    opened.close()


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def assert_refused(result: Result, *words: str) -> None:
    """One clear message on the error output, nothing on the other, exit status 1."""
    assert isinstance(result.exception, SystemExit)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert all(word in result.stderr for word in words)


def test_migrate_brings_up_to_date_and_says_so_each_time() -> None:
    first, second = run("migrate"), run("migrate")

    assert (first.exit_code, second.exit_code) == (0, 0)
    assert "m0001" in first.stdout
    assert second.stdout == "Die Datenbank ist auf dem neuesten Stand.\n"
    assert SqliteStore("stadt.db").faults() == []


def test_the_option_goes_before_the_environment() -> None:
    assert run("migrate", "--database", "neu/andere.db").exit_code == 0

    assert Path("neu/andere.db").exists()
    assert not Path("stadt.db").exists()


def test_account_add_prints_a_link_that_opens_the_account() -> None:
    result = run("account", "add", "Büro für Integration", "--login", "Büro", "--role", "clerk")

    token = result.stdout.strip().rpartition("/einladung/")[2]
    opened = open_link(SqliteStore("stadt.db"), token)
    assert result.exit_code == 0
    assert "„Büro für Integration“" in result.stdout
    assert (opened.name, opened.login, opened.role) == ("Büro für Integration", "büro", Role.CLERK)


def test_account_add_refuses_a_login_in_use() -> None:
    run("account", "add", "Eine", "--login", "eine")

    assert_refused(run("account", "add", "Andere", "--login", "EINE"), "Anmeldenamen", "EINE")
    assert len(accounts(SqliteStore("stadt.db"))) == 1


@pytest.mark.parametrize(("name", "login"), [("Jemand", ""), ("Jemand", "  "), ("", "jemand")])
def test_account_add_refuses_an_empty_name_or_login(name: str, login: str) -> None:
    assert run("account", "add", name, "--login", login).exit_code in (1, 2)


def test_account_add_keeps_the_login_as_one_signs_in_with_it() -> None:
    run("account", "add", "Jemand", "--login", " Jemand ")
    assert [each.login for each in accounts(SqliteStore("stadt.db"))] == ["jemand"]


def test_import_concept_tells_title_and_number_of_sections() -> None:
    result = run("import-concept", "konzept.md")

    assert (result.exit_code, result.stdout) == (0, "„Konzept für alle“: 2 Abschnitte.\n")
    assert [each.title for each in concepts(SqliteStore("stadt.db"))] == ["Konzept für alle"]


def test_backup_is_a_whole_copy(city: SqliteStore) -> None:
    result = run("backup", "sicherung.db")

    copy = SqliteStore("sicherung.db")
    assert (result.exit_code, result.stdout) == (0, "Gespeichert unter sicherung.db.\n")
    assert copy.faults() == []
    assert events(copy) == events(city)
    for table in ("organizations", "relations", "sections", "reviews", "figures"):
        assert copy.find(table) == city.find(table)
    assert run("verify", "--database", "sicherung.db").exit_code == 0


def test_backup_goes_nowhere_without_a_database_or_a_folder(city: SqliteStore) -> None:
    assert_refused(run("backup", "b.db", "--database", "fehlt.db"), "fehlt.db", "keine Datenbank")
    assert_refused(run("backup", "fehlt/b.db"), "lässt sich nicht öffnen")
    assert not Path("fehlt.db").exists()
    assert city.faults() == []


def test_backup_never_replaces_the_database_itself(city: SqliteStore) -> None:
    assert_refused(run("backup", "stadt.db"))
    assert city.faults() == []


def test_verify_finds_all_in_order(city: SqliteStore) -> None:
    assert events(city)
    result = run("verify")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "Die Datenbank ist unversehrt und ihr Protokoll lückenlos." in result.stdout


def test_verify_names_the_entry_of_the_log_where_it_was_changed(city: SqliteStore) -> None:
    fifth = city.find("events", order="seq")[4]
    city.delete("events", seq=5)
    assert "Eintrag 6" in run("verify").stderr

    city.insert("events", {**fifth, "actor": "jemand anders"})
    result = run("verify")
    assert (result.exit_code, "unversehrt" in result.stdout) == (1, False)
    assert result.stderr == "Das Protokoll wurde bei Eintrag 5 verändert.\n"


@pytest.mark.parametrize("share", [0.3, 0.9])
def test_verify_finds_a_file_cut_short_or_blanked_in_places(
    city: SqliteStore, share: float
) -> None:
    run("backup", "gut.db")
    whole = Path("gut.db").read_bytes()
    place = int(len(whole) * share) // 4096 * 4096
    Path("kurz.db").write_bytes(whole[:place])
    Path("leer.db").write_bytes(whole[:place] + bytes(8192) + whole[place + 8192 :])

    for damaged in ("kurz.db", "leer.db"):
        result = run("verify", "--database", damaged)
        assert isinstance(result.exception, SystemExit)
        assert (result.exit_code, bool(result.stderr)) == (1, True)
        assert "unversehrt" not in result.stdout
        assert run("backup", "nichts.db", "--database", damaged).exit_code == 1
        assert not Path("nichts.db").exists()
    assert city.faults() == []


def test_verify_says_of_an_empty_file_that_it_is_no_database_of_ours() -> None:
    Path("stadt.db").touch()
    assert_refused(run("verify"), "keine Datenbank von Bindeglied")


@pytest.mark.parametrize("command", WRITING)
def test_a_database_of_a_newer_program_is_left_alone(command: str, city: SqliteStore) -> None:
    city.insert("_sqlite_migrations", {"migration_set": "bindeglied", "name": "m9999_later"})
    before = len(events(city))

    assert_refused(run(*command.split()), "neueren Programmversion")
    assert len(events(city)) == before


@pytest.mark.parametrize("command", [*WRITING, "verify", "backup b.db"])
def test_a_file_that_is_no_database_is_left_alone(command: str) -> None:
    Path("stadt.db").write_text("Protokoll der Sitzung\n" * 500)

    assert_refused(run(*command.split()), "keine Datenbank von Bindeglied")
    assert Path("stadt.db").read_text() == "Protokoll der Sitzung\n" * 500


def test_demo_loads_once() -> None:
    first = run("demo", "--load-only")
    before = len(events(SqliteStore("stadt.db")))
    second = run("demo", "--load-only")

    assert (first.exit_code, second.exit_code) == (0, 0)
    assert first.stdout.startswith("Die Beispielstadt Potsdam ist geladen.\n")
    assert {each.login for each in accounts(SqliteStore("stadt.db"))} == {
        "koordination",
        "fachbereich",
    }
    assert first.stdout.count("/einladung/") == 2
    assert "/einladung/" not in second.stdout
    assert len(events(SqliteStore("stadt.db"))) == before


@pytest.mark.parametrize(
    "arguments",
    ["unbekannt", "migrate zu viel", "import-concept", "import-concept fehlt.md", "backup",
     "account add Jemand", "account add Jemand --login j --role chef", "verify --database ."],
)  # fmt: skip
def test_wrong_use_ends_with_two_and_writes_nothing(arguments: str) -> None:
    result = run(*arguments.split())

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr
    assert not Path("stadt.db").exists()
