"""The contract of the store port, run against every engine."""

import multiprocessing
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from data.identifier import new_id
from data.sqlite_store import SqliteStore
from data.store import Conflict, NotFound, Store, Unavailable

Opener = Callable[[], Store]

ENGINES: dict[str, Callable[[Path], Store]] = {
    "sqlite": lambda folder: SqliteStore(folder / "contract.db"),
}
"""A second engine joins by one line here."""


@pytest.fixture(params=list(ENGINES))
def opener(request: pytest.FixtureRequest, tmp_path: Path) -> Opener:
    """Open further connections to one migrated store."""

    def open_one() -> Store:
        return ENGINES[request.param](tmp_path)

    first = open_one()
    first.migrate()
    first.close()
    return open_one


@pytest.fixture
def engine(opener: Opener) -> Iterator[Store]:
    """One connection to a migrated store of the engine under test."""
    opened = opener()
    yield opened
    opened.close()


def a_topic(engine: Store, term: str = "Kita") -> str:
    return str(engine.insert("topics", {"id": new_id(), "term": term, "parent_id": None})["id"])


def test_what_is_inserted_is_got_back_with_its_first_revision(engine: Store) -> None:
    topic = a_topic(engine, "Sprache & „Kita“ äöüß")

    row = engine.get("topics", topic)

    assert row["term"] == "Sprache & „Kita“ äöüß"
    assert row["revision"] == 1
    assert row["created_at"] == row["modified_at"]


def test_a_record_that_is_not_there_is_not_found(engine: Store) -> None:
    with pytest.raises(NotFound):
        engine.get("topics", "nothing")


def test_records_are_found_by_equal_columns_in_order(engine: Store) -> None:
    wide = a_topic(engine, "Bildung")
    for term in ("Schule", "Kita"):
        engine.insert("topics", {"id": new_id(), "term": term, "parent_id": wide})

    below = engine.find("topics", order="term", parent_id=wide)

    assert [row["term"] for row in below] == ["Kita", "Schule"]
    assert [row["term"] for row in engine.find("topics", parent_id=None)] == ["Bildung"]
    assert engine.find("topics", order="term desc")[0]["term"] == "Schule"


def test_columns_that_are_not_in_the_schema_are_refused(engine: Store) -> None:
    with pytest.raises(ValueError, match="no such column"):
        engine.find("topics", **{'term" or 1=1 --': "x"})
    with pytest.raises(ValueError, match="no such column"):
        engine.find("topics; drop table topics")


def test_an_update_raises_the_revision_by_one(engine: Store) -> None:
    topic = a_topic(engine)

    changed = engine.update("topics", topic, {"term": "Schule"}, expected=1)

    assert (changed["term"], changed["revision"]) == ("Schule", 2)


def test_a_stale_update_changes_nothing_and_shows_the_present_record(engine: Store) -> None:
    topic = a_topic(engine)
    engine.update("topics", topic, {"term": "first editor"}, expected=1)

    with pytest.raises(Conflict) as conflict:
        engine.update("topics", topic, {"term": "second editor"}, expected=1)

    assert conflict.value.current["term"] == "first editor"
    assert engine.get("topics", topic)["term"] == "first editor"


def test_an_update_of_nothing_is_not_found(engine: Store) -> None:
    with pytest.raises(NotFound):
        engine.update("topics", "nothing", {"term": "x"}, expected=1)


def test_what_fails_inside_a_transaction_leaves_nothing(engine: Store) -> None:
    with pytest.raises(RuntimeError), engine.atomic():
        a_topic(engine)
        with engine.atomic():
            a_topic(engine)
        raise RuntimeError

    assert engine.find("topics") == []


def test_an_inner_failure_that_is_caught_undoes_only_the_inner_part(engine: Store) -> None:
    with engine.atomic():
        kept = a_topic(engine, "outer")
        with pytest.raises(RuntimeError), engine.atomic():
            a_topic(engine, "inner")
            raise RuntimeError

    assert [row["id"] for row in engine.find("topics")] == [kept]


def test_nobody_sees_a_transaction_before_it_is_whole(opener: Opener) -> None:
    writer, reader = opener(), opener()

    with writer.atomic():
        a_topic(writer)
        seen = reader.find("topics")

    assert seen == []
    assert len(reader.find("topics")) == 1
    writer.close()
    reader.close()


def test_a_reference_to_nothing_is_refused(engine: Store) -> None:
    with pytest.raises(Exception, match=r"(?i)foreign key"):
        engine.insert("topics", {"id": new_id(), "term": "x", "parent_id": "nothing"})

    assert engine.find("topics") == []


def test_deleting_needs_a_condition(engine: Store) -> None:
    first, second = a_topic(engine), a_topic(engine)

    removed = engine.delete("topics", id=first)

    assert removed == 1
    assert [row["id"] for row in engine.find("topics")] == [second]
    with pytest.raises(ValueError, match="name the rows"):
        engine.delete("topics")


def test_words_are_found_by_their_beginnings_and_only_in_their_kind(engine: Store) -> None:
    engine.index("organization", "a", "migrantenbeirat potsdam")
    engine.index("organization", "b", "beirat fuer senioren")
    engine.index("section", "c", "migrantenbeirat")

    assert engine.search("organization", ["migr"]) == ["a"]
    assert engine.search("organization", ["potsd", "migrant"]) == ["a"]
    assert engine.search("organization", ["rat"]) == []
    assert engine.search("organization", []) == []
    assert engine.search("organization", ['"', "*", "a OR b"]) == []


def test_indexing_again_replaces_the_words(engine: Store) -> None:
    engine.index("organization", "a", "geschaeftsstelle")
    engine.index("organization", "a", "tosip")

    assert engine.search("organization", ["gesch"]) == []
    assert engine.search("organization", ["tosip"]) == ["a"]


def test_migrating_again_changes_nothing(engine: Store) -> None:
    assert engine.migrate() == ()


def test_a_backup_is_a_whole_store(engine: Store, tmp_path: Path) -> None:
    topic = a_topic(engine)

    engine.backup(tmp_path / "backup.db")

    copy = SqliteStore(tmp_path / "backup.db")
    assert copy.get("topics", topic)["term"] == "Kita"
    assert copy.faults() == []
    copy.close()
    assert not list(tmp_path.glob("*.partial*"))


def test_a_backup_to_an_impossible_place_leaves_no_part_of_it(
    engine: Store, tmp_path: Path
) -> None:
    with pytest.raises(Unavailable) as fault:
        engine.backup(tmp_path / "no such folder" / "backup.db")

    assert fault.value.code == "cannot_open"
    assert not (tmp_path / "no such folder").exists()


def _add_many(path: Path, count: int) -> None:
    opened = SqliteStore(path)
    for _ in range(count):
        with opened.atomic():
            row = opened.find("topics")[0]
            opened.update(
                "topics", row["id"], {"term": str(int(row["term"]) + 1)}, expected=row["revision"]
            )
    opened.close()


def test_several_processes_that_read_and_then_write_lose_no_update(tmp_path: Path) -> None:
    path = tmp_path / "busy.db"
    opened = SqliteStore(path)
    opened.migrate()
    a_topic(opened, "0")
    context = multiprocessing.get_context("spawn")

    processes = [context.Process(target=_add_many, args=(path, 25)) for _ in range(4)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()

    assert opened.find("topics")[0]["term"] == "100"
    opened.close()


def test_several_starters_migrate_once(tmp_path: Path) -> None:
    path = tmp_path / "starting.db"
    context = multiprocessing.get_context("spawn")

    processes = [context.Process(target=_migrate, args=(path,)) for _ in range(4)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()

    assert [process.exitcode for process in processes] == [0, 0, 0, 0]


def _migrate(path: Path) -> None:
    opened = SqliteStore(path)
    opened.migrate()
    opened.close()
