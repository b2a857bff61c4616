"""How long a large network takes to come in from a file, and how much memory.

`python -m benchmarks.importing [--size N] [--ties N] [FORM ...]` makes a network of N
organisations with so many ties (10,000 and 25,000), writes it in each form, and takes it into
an empty store in a process of its own: seconds for reading (apart), planning and all, the
largest memory of this process and of the reading one, and the same for a second time, when
there is nothing to do.
"""

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

import data  # noqa: F401  (first of all: it chooses the one SQLite library)

# isort: split
from accounts.identity import OPERATOR
from data.identifier import new_id
from data.network_imports import Order, carry_out, plan_order
from data.sqlite_store import SqliteStore
from network.exchange.flattening import foreign_of
from network.exchange.room import read_apart
from network.exchange.template_file import write_template_csv, write_template_xlsx
from network.exchange.writing import Output, write_network
from network.graph import build_graph
from network.organization import (
    Classification,
    Organization,
    Relation,
    RelationKind,
    Roster,
    Topic,
)

FORMS: Final[dict[str, Callable[[Roster], bytes]]] = {
    "vorlage.xlsx": write_template_xlsx,
    "vorlage.zip": write_template_csv,
    "netz.graphml": lambda roster: _of_graph(roster, Output.GRAPHML),
    "kumu.xlsx": lambda roster: _of_graph(roster, Output.XLSX),
    "popolo.json": lambda roster: _of_graph(roster, Output.POPOLO),
}


def main() -> None:
    """Measure the forms asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("forms", nargs="*", default=list(FORMS))
    parser.add_argument("--size", type=int, default=10_000)
    parser.add_argument("--ties", type=int, default=25_000)
    parser.add_argument("--take", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.take:
        print(json.dumps(take(Path(asked.take))))
        return
    with tempfile.TemporaryDirectory() as folder:
        roster = made(asked.size, asked.ties)
        print(f"{asked.size} organisations, {asked.ties} ties")
        for form in asked.forms:
            file = Path(folder) / form
            file.write_bytes(FORMS[form](roster))
            show(form, file)


def show(form: str, file: Path) -> None:
    """Print what a process of its own says of a file."""
    command = [sys.executable, "-m", "benchmarks.importing", "--take", str(file)]
    done = subprocess.run(command, check=True, capture_output=True)
    told = json.loads(done.stdout)
    print(f"\n{form} ({file.stat().st_size / 1e6:.1f} MB)")
    for name, value in told.items():
        print(f"  {name:<34}{value:8.1f}")


def take(file: Path) -> dict[str, float]:
    """Take a file into an empty store, twice."""
    with tempfile.TemporaryDirectory() as folder:
        store = SqliteStore(Path(folder) / "city.db")
        store.migrate()
        begun, before = time.perf_counter(), sum(os.times()[:4])
        foreign = read_apart([(file.name, file.read_bytes())])
        read = time.perf_counter()
        seen = plan_order(store, Order(foreign=foreign))
        planned = time.perf_counter()
        heard: list[float] = []
        order = Order(foreign=foreign, expected=seen.fingerprint)
        carry_out(store, OPERATOR, order, heard.append)
        taken, computed = time.perf_counter(), sum(os.times()[:4]) - before
        again = carry_out(store, OPERATOR, Order(foreign=foreign))
        ended = time.perf_counter()
    return {
        "read, seconds": read - begun,
        "preview, seconds": planned - read,
        "take over, seconds": taken - planned,
        "all, seconds": taken - begun,
        "of that computing, seconds": computed,
        "steps of progress": float(len(heard)),
        "second time, seconds": ended - taken,
        "second time, new records": float(len(again.organizations) + len(again.relations)),
        "memory of this process, MB": _megabytes(resource.RUSAGE_SELF),
        "memory of the reading process, MB": _megabytes(resource.RUSAGE_CHILDREN),
    }


def made(size: int, ties: int) -> Roster:
    """Return a network in which every organisation says something of all that can be said."""
    chance = random.Random(6)  # noqa: S311  (the same network every time)
    topics = tuple(Topic(id=new_id(), term=f"Handlungsfeld {number}") for number in range(30))
    units = tuple(
        Organization(
            id=new_id(),
            name=f"Verein {number} für Vielfalt und Teilhabe e. V.",
            classification=chance.choice(list(Classification)),
            district=f"Stadtteil {number % 20}",
            website=f"https://verein-{number}.example.org",
            description="Beratung und Begegnung für alle, die neu in der Stadt sind. " * 3,
            languages=("Deutsch", "Arabisch", "Ukrainisch"),
            target_groups=("Familien", "Jugendliche"),
            topic_ids=tuple(each.id for each in chance.sample(topics, 2)),
            start_date="2014-09-03",
            sources=(f"https://example.org/{number}",),
        )
        for number in range(size)
    )
    relations = tuple(
        Relation(
            id=new_id(),
            subject_id=one.id,
            object_id=other.id,
            classification=chance.choice(list(RelationKind)),
            note="seit dem gemeinsamen Fest",
            start_date="2020-01",
        )
        for one, other in (chance.sample(units, 2) for _ in range(ties))
    )
    return Roster(organizations=units, relations=relations, topics=topics)


def _of_graph(roster: Roster, form: Output) -> bytes:
    return write_network(foreign_of(build_graph(roster, None)), form)


def _megabytes(whose: int) -> float:
    return resource.getrusage(whose).ru_maxrss / 1024


if __name__ == "__main__":
    main()
