"""How long it takes to merge an entry with many ties, to undo it, and to look for duplicates.

`python -m benchmarks.merging` makes a town, ties one entry to many, and times each step.
"""

import argparse
import tempfile
import time
from pathlib import Path

import data  # noqa: F401  (first of all: it chooses the one SQLite library)

# isort: split
from accounts.identity import Identity, Role
from benchmarks.town import load, town
from data.identifier import new_id
from data.merges import leads_to, merge, undo_merge
from data.organizations import organizations
from data.rows import to_row
from data.sqlite_store import SqliteStore
from network.organization import Relation, RelationKind
from network.probable_twins import probable_twins

_COORDINATOR = Identity("coordinator", "", Role.COORDINATOR)


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--organizations", type=int, default=2_000)
    asked.add_argument("--ties", type=int, default=1_000)
    wanted = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = SqliteStore(Path(folder) / "town.db")
        store.migrate()
        load(store, town(wanted.organizations))
        known = organizations(store)
        gone, kept, others = known[0], known[1], known[2:]
        with store.atomic():
            for place in range(wanted.ties):
                other = others[place % len(others)]
                for one in (gone, kept) if place % 3 == 0 else (gone,):
                    tie = Relation(
                        id=new_id(),
                        subject_id=one.id,
                        object_id=other.id,
                        classification=RelationKind.COOPERATES,
                    )
                    store.insert("relations", to_row(tie))
        start = time.perf_counter()
        done = merge(
            store, _COORDINATOR, gone.id, kept.id,
            expected_gone=gone.revision, expected_kept=kept.revision,
        )  # fmt: skip
        _tell(f"merge an entry with {wanted.ties} ties", start)
        start = time.perf_counter()
        leads_to(store, gone.id)
        _tell("where an old id leads to", start)
        start = time.perf_counter()
        undo_merge(store, _COORDINATOR, done.id, expected=done.revision)
        _tell("undo it", start)
        start = time.perf_counter()
        found = probable_twins(known)
        _tell(f"{len(found)} probable duplicates among {len(known)}", start)
        store.close()


def _tell(what: str, start: float) -> None:
    print(f"{what}: {time.perf_counter() - start:.3f} s")


if __name__ == "__main__":
    main()
