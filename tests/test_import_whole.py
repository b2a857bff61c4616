"""An import is whole or not at all: a fault in its very last row leaves nothing behind."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from accounts.identity import OPERATOR
from data.network_imports import import_foreign
from data.store import Store
from network.exchange.foreign import ForeignNetwork
from network.exchange.reading import read_files

UNITS = "Kennung;Name;Art;Themen;gehört zu\na;Amt;Fachbereich;Wohnen;\nb;Rat;Gremium;Sprache;a\n"
POSTS = "Kennung;Bezeichnung;Organisation\ns;Leitung;a\n"
TIES = "Kennung;von;Art;zu;Anmerkung\n1;a;fördert;b;\n"
MORE = (
    UNITS + "d;Neuer Verein;Verein;Kunst;a\n",
    POSTS + "z;Letzte Stelle;d\n",
    TIES + "8;a;berät;d;\n9;d;fördert;a;letzte\n",
)
LAST = {
    "organizations": "new.name = 'Neuer Verein'",
    "posts": "new.label = 'Letzte Stelle'",
    "relations": "new.note = 'letzte'",
    "positions": "1",
    "events": "1",
}
TABLES = (
    "organizations", "posts", "memberships", "relations", "topics", "positions", "events",
    "search_index", "form_keys",
)  # fmt: skip


def network(*tables: str) -> ForeignNetwork:
    names = ("Organisationen", "Stellen", "Beziehungen")
    return read_files([
        (f"{name}.csv", text.encode()) for name, text in zip(names, tables, strict=True)
    ])  # fmt: skip


def whole(store: Store) -> list[object]:
    return [store.query(f"select * from {each} order by rowid") for each in TABLES]  # noqa: S608


@pytest.mark.parametrize("table", LAST)
def test_a_fault_in_the_last_row_leaves_nothing_behind(
    store: Store, tmp_path: Path, table: str
) -> None:
    import_foreign(store, OPERATOR, network(UNITS, POSTS, TIES))
    before = whole(store)
    with closing(sqlite3.connect(tmp_path / "bindeglied.db")) as other:
        other.execute(
            f"create trigger fault before insert on {table} when {LAST[table]} "
            "begin select raise(abort, 'a fault'); end"
        )
        other.commit()

    with pytest.raises(Exception, match="a fault"):
        import_foreign(store, OPERATOR, network(*MORE))

    assert whole(store) == before
    with closing(sqlite3.connect(tmp_path / "bindeglied.db")) as other:
        other.execute("drop trigger fault")
        other.commit()
    done = import_foreign(store, OPERATOR, network(*MORE))
    assert (len(done.organizations), len(done.posts), len(done.relations)) == (1, 1, 2)


def test_what_progress_raises_gives_all_up(store: Store) -> None:
    before = whole(store)
    heard: list[float] = []

    def stop(share: float) -> None:
        heard.append(share)
        if share >= 0.9:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_foreign(store, OPERATOR, network(*MORE), progress=stop)

    assert whole(store) == before
    assert heard == sorted(heard)
