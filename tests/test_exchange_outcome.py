"""What a plan would make of the network is what the store holds afterwards."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings

from accounts.identity import OPERATOR
from data.events import events
from data.network_imports import Order, carry_out, import_foreign, look
from data.organizations import find_organizations, organizations
from data.positions import positions, whole_graph
from data.roster import roster
from data.rows import to_row
from data.sqlite_store import SqliteStore
from data.store import Store
from network.exchange.choice import NodeRow, State
from network.exchange.doubles import doubles
from network.exchange.foreign import ForeignNetwork, ForeignNode, ForeignTie, Format
from network.exchange.outcome import outcome
from network.layout import arrange
from network.organization import (
    Classification,
    Membership,
    Organization,
    Post,
    Relation,
    Roster,
)
from tests.foreign_networks import networks


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(network=networks())
def test_places_are_those_of_what_is_stored(tmp_path: Path, network: ForeignNetwork) -> None:
    for each in tmp_path.glob("x.db*"):
        each.unlink()
    store = SqliteStore(tmp_path / "x.db")
    store.migrate()
    seen = look(store, Order(foreign=network))

    carry_out(store, OPERATOR, Order(foreign=network), seen=seen)

    foreseen, stored = outcome(seen.known, seen.plan), roster(store)
    assert [to_row(each) for each in by_id(foreseen)] == [to_row(each) for each in by_id(stored)]
    assert positions(store).keys() == arrange(whole_graph(store), {}).keys()
    store.close()


def by_id(whole: Roster) -> list[Organization | Post | Membership | Relation]:
    units = sorted(whole.organizations, key=lambda each: each.id)
    return [*units, *whole.posts, *whole.memberships, *whole.relations]


def hung(*ties: tuple[str, str, str]) -> ForeignNetwork:
    names = sorted({end for source, _kind, target in ties for end in (source, target)})
    return ForeignNetwork(
        format=Format.CSV,
        nodes=tuple(ForeignNode(id=name, label=f"Amt {name}") for name in names),
        ties=tuple(ForeignTie(source=a, kind=kind, target=b) for a, kind, b in ties),
    )


def test_units_may_hang_on_each_other_in_any_order_and_in_a_circle(store: Store) -> None:
    import_foreign(
        store,
        OPERATOR,
        hung(("a", "part_of", "b"), ("b", "part_of", "c"), ("b", "successor_of", "a")),
    )

    named = {each.id: each.name for each in organizations(store)}
    hangs = {
        each.name: (named.get(each.parent_id or ""), named.get(each.successor_of_id or ""))
        for each in organizations(store)
    }
    assert hangs == {
        "Amt a": ("Amt b", None), "Amt b": ("Amt c", "Amt a"), "Amt c": (None, None)
    }  # fmt: skip


def test_what_was_seen_before_somebody_changed_the_records_is_planned_anew(store: Store) -> None:
    order = Order(foreign=hung(("a", "part_of", "b")))
    seen = look(store, order)
    carry_out(store, OPERATOR, order)
    before = events(store)

    done = carry_out(store, OPERATOR, order, seen=seen)

    assert done.nothing
    assert events(store) == before


def test_who_changes_records_while_the_picture_is_arranged_loses_nothing(store: Store) -> None:
    order = Order(foreign=hung(("a", "part_of", "b")))

    def meanwhile(share: float) -> None:
        if 0 < share < 0.5 and not organizations(store):
            import_foreign(store, OPERATOR, hung(("a", "part_of", "c")))

    carry_out(store, OPERATOR, order, meanwhile)

    assert {each.name for each in organizations(store)} == {"Amt a", "Amt b", "Amt c"}
    assert positions(store).keys() == {each.id for each in organizations(store)}


def test_a_new_name_is_found_and_the_old_one_is_not(store: Store) -> None:
    import_foreign(store, OPERATOR, hung(("a", "part_of", "b")))
    renamed = ForeignNetwork(
        format=Format.CSV, nodes=(ForeignNode(id="a", label="Stelle für Teilhabe"),)
    )
    import_foreign(store, OPERATOR, renamed)

    assert [each.name for each in find_organizations(store, "teilhabe")] == ["Stelle für Teilhabe"]
    assert [each.name for each in find_organizations(store, "amt")] == ["Amt b"]


def test_doubles_are_found_in_long_files_too() -> None:
    def unit(name: str) -> Organization:
        return Organization(id=name, name=name, classification=Classification.ASSOCIATION)

    names = [f"Sportgemeinschaft {at} Babelsberg" for at in range(400)]
    names[7] = "Haus der Vielfallt"
    rows = [NodeRow(ForeignNode(id=each), State.NEW, None, unit(each)) for each in names]
    told: list[float] = []

    found = doubles(rows, [unit("Haus der Vielfalt e. V.")], told.append)

    assert list(found) == ["Haus der Vielfallt"]
    assert told
