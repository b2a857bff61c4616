"""What somebody leaves out of a file stays out, and what they saw is what is done."""

from dataclasses import replace

import pytest

from accounts.identity import OPERATOR
from data.events import events
from data.network_imports import Order, carry_out, import_foreign, plan_order
from data.organizations import organizations
from data.positions import positions
from data.roster import roster
from data.store import AlreadyDone, Conflict, Store
from network.exchange.choice import Choice, State
from network.exchange.doubles import doubles
from network.exchange.foreign import ForeignNetwork
from network.exchange.plan import ImportPlan
from network.exchange.reading import read_files

UNITS = (
    "Kennung;Name;Art;Themen;Beschreibung;gehört zu\n"
    "a;Amt für Soziales;Fachbereich;Wohnen;;\n"
    "b;Runder Tisch;Gremium;Sprache;;a\n"
    "c;Haus der Vielfalt;Verein;Sport;Neu;\n"
)
POSTS = "Kennung;Bezeichnung;Organisation;Rolle;seit\ns;Leitung;c;Leitung;2014\n"
TIES = "Kennung;von;Art;zu;Anmerkung\n1;a;fördert;c;\n2;b;berät;a;\n3;s;unterstützt;b;\n"


def network(units: str = UNITS, ties: str = TIES) -> ForeignNetwork:
    tables = {"Organisationen": units, "Stellen": POSTS, "Beziehungen": ties}
    return read_files([(f"{name}.csv", text.encode()) for name, text in tables.items()])


def states(plan: ImportPlan) -> tuple[dict[str, str], dict[str, str]]:
    return (
        {row.node.id: row.state.value for row in plan.node_rows},
        {f"{row.tie.source}{row.tie.target}": row.state.value for row in plan.tie_rows},
    )


def test_leaving_out_a_new_entry_leaves_out_its_posts_and_ties(store: Store) -> None:
    order = Order(foreign=network(), choice=Choice(frozenset("c"), frozenset()))

    done = carry_out(store, OPERATOR, order)

    assert states(done) == (
        {"a": "new", "b": "new", "c": "left", "s": "left"},
        {"ac": "left", "ba": "new", "sb": "left", "sc": "left"},
    )  # fmt: skip
    assert [each.name for each in organizations(store)] == ["Amt für Soziales", "Runder Tisch"]
    assert [each.term for each in roster(store).topics] == ["Wohnen", "Sprache"]
    assert len(roster(store).relations) == 1
    assert set(positions(store)) == {each.id for each in organizations(store)}


def test_leaving_out_a_known_entry_leaves_out_only_its_change(store: Store) -> None:
    import_foreign(store, OPERATOR, network())
    later = network(UNITS.replace("Neu", "Ganz anders"), TIES + "4;b;koordiniert;c;\n")
    order = Order(foreign=later, choice=Choice(frozenset("c")))

    whole = plan_order(store, replace(order, choice=Choice()))
    assert states(whole)[0] == {
        "a": "unchanged",
        "b": "unchanged",
        "c": "changed",
        "s": "unchanged",
    }
    changed = next(row for row in whole.node_rows if row.state is State.CHANGED)
    assert changed.before
    assert (changed.before.description, changed.after.description) == (  # type: ignore[union-attr]
        "Neu", "Ganz anders",
    )  # fmt: skip

    done = carry_out(store, OPERATOR, order)

    assert done.changed == ()
    assert len(done.relations) == 1
    assert {each.description for each in organizations(store)} == {"", "Neu"}


def test_leaving_out_a_tie_leaves_out_only_that(store: Store) -> None:
    foreign = network()
    hung = next(at for at, tie in enumerate(foreign.ties) if tie.kind == "part_of")
    funds = next(at for at, tie in enumerate(foreign.ties) if tie.kind == "funds")

    carry_out(
        store,
        OPERATOR,
        Order(foreign=foreign, choice=Choice(without_ties=frozenset((hung, funds)))),
    )

    assert {each.parent_id for each in organizations(store)} == {None}
    assert {each.classification for each in roster(store).relations} == {"advises", "supports"}


def test_a_new_entry_may_be_said_to_be_one_that_is_there(store: Store) -> None:
    import_foreign(store, OPERATOR, network())
    misspelt = read_files([("Organisationen.csv", b"Name;Art\nHaus der Vielfallt e. V.;Verein\n")])
    whole = plan_order(store, Order(foreign=misspelt))
    found = doubles(whole.node_rows, organizations(store))
    ((node_id, (double,)),) = found.items()
    assert (node_id, double.organization.name) == ("Haus der Vielfallt e. V.", "Haus der Vielfalt")

    same = Order(foreign=misspelt, choice=Choice(same={node_id: double.organization.id}))
    done = carry_out(store, OPERATOR, same)

    assert (len(done.organizations), len(done.changed)) == (0, 1)
    assert len(organizations(store)) == 3
    assert plan_order(store, Order(foreign=misspelt)).nothing


def test_what_another_row_means_is_nobodys_double(store: Store) -> None:
    import_foreign(store, OPERATOR, network())
    both = read_files([
        ("Organisationen.csv", b"Name;Art\nHaus der Vielfalt;Verein\nHaus der Vielfallt;Verein\n")
    ])  # fmt: skip

    assert doubles(plan_order(store, Order(foreign=both)).node_rows, organizations(store)) == {}


def test_what_somebody_changed_meanwhile_is_seen_before_anything_is_stored(store: Store) -> None:
    order = Order(foreign=network())
    seen = plan_order(store, order).fingerprint
    import_foreign(store, OPERATOR, network(ties="von;zu;Art\n"))
    before = roster(store), events(store)

    with pytest.raises(Conflict):
        carry_out(store, OPERATOR, replace(order, expected=seen))

    assert (roster(store), events(store)) == before
    anew = plan_order(store, order)
    assert carry_out(store, OPERATOR, replace(order, expected=anew.fingerprint)).relations


def test_the_same_form_is_taken_once(store: Store) -> None:
    order = Order(foreign=network())
    carry_out(store, OPERATOR, order, key="k")
    more = Order(foreign=network(UNITS + "d;Noch eine;Verein;;;\n"))

    with pytest.raises(AlreadyDone):
        carry_out(store, OPERATOR, more, key="k")
