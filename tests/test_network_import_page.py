"""Netzwerk einlesen: seen row by row, chosen from, taken over once, and then nothing to do."""

import pytest
from streamlit.testing.v1 import AppTest

from accounts.identity import OPERATOR, Role
from accounts.permissions import POLICY
from data.network_imports import import_foreign
from data.organizations import organizations
from data.roster import roster
from data.store import Store
from network.exchange.reading import read_network
from tests.network_files import workbook
from tests.network_pages import texts
from tests.test_pages import app, turn_to
from views.frame import ENTRIES, Entry

UNITS = [
    ["Name", "Art", "seit"],
    ["Haus der Musik <b>", "Verein", "2014"],
    ["Flüchtlingshilfe Babelsbergg", "Verein", ""],
    ["Tanzverein *Süd*", "Verein", "irgendwann"],
]
TIES = [["von", "Art", "zu"], ["Haus der Musik <b>", "fördert", "Tanzverein *Süd*"]]
FILE = workbook({"Organisationen": UNITS, "Beziehungen": TIES})  # type: ignore[dict-item]
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def uploaded(store: Store, content: bytes = FILE, name: str = "netz.xlsx") -> AppTest:
    page = turn_to(app(store, Role.COORDINATOR), "network_import")
    page.file_uploader[0].upload(name, content, TYPE).run()
    assert not page.exception
    return page


def boxes(page: AppTest) -> dict[str, bool]:
    return {each.label.replace("\\", ""): each.value for each in page.checkbox}


def press(page: AppTest, label: str) -> None:
    next(each for each in page.button if each.label == label).click().run()
    assert not page.exception


def test_all_rows_are_seen_with_their_place_and_nothing_is_stored(demo_store: Store) -> None:
    before = roster(demo_store)

    page = uploaded(demo_store)

    said = texts(page)
    assert "Gelesen als Arbeitsmappe (XLSX): 3 Einträge, 1 Verbindungen." not in said
    assert "Gelesen als Vorlage: 3 Einträge, 1 Verbindungen." in said
    assert "Einträge: 3 neu, 0 geändert, 0 unverändert" in said
    assert "Verbindungen: 1 neu, 0 geändert, 0 unverändert" in said
    assert boxes(page) == {
        "Haus der Musik <b> (Verein)": True,
        "Flüchtlingshilfe Babelsbergg (Verein)": True,
        "Tanzverein *Süd* (Verein)": True,
        "Haus der Musik <b> – fördert – Tanzverein *Süd*": True,
    }
    assert any("Zeile 2" in each.value for each in page.caption)
    assert roster(demo_store) == before


def test_who_leaves_out_an_entry_leaves_out_its_ties(demo_store: Store) -> None:
    page = uploaded(demo_store)
    page.checkbox[0].uncheck().run()

    assert "Verbindungen: 0 neu, 0 geändert, 0 unverändert, 1 ausgelassen" in texts(page)
    assert boxes(page)["Haus der Musik <b> – fördert – Tanzverein *Süd*"] is False
    press(page, "Ausgewähltes übernehmen")

    names = {each.name for each in organizations(demo_store)}
    assert "Tanzverein *Süd*" in names
    assert "Haus der Musik <b>" not in names
    assert any("Das Netzwerk ist übernommen" in each.value for each in page.success)


def test_a_likely_double_can_be_said_to_be_the_same(demo_store: Store) -> None:
    page = uploaded(demo_store)
    count = len(organizations(demo_store))
    asked = next(each for each in page.selectbox if "Babelsbergg" in each.label)
    meant = demo_store.find("organizations", name="Flüchtlingshilfe Babelsberg")[0]["id"]
    asked.set_value(meant).run()

    assert "Einträge: 2 neu, 1 geändert, 0 unverändert" in texts(page)
    press(page, "Ausgewähltes übernehmen")
    assert len(organizations(demo_store)) == count + 2


def test_the_same_file_again_is_nothing_to_do(demo_store: Store) -> None:
    import_foreign(demo_store, OPERATOR, read_network(FILE, "netz.xlsx"))

    page = uploaded(demo_store)

    assert [each.value for each in page.info] == [
        "Nichts zu tun: Alles, was die Datei sagt, ist schon da."
    ]
    assert next(each for each in page.button if "übernehmen" in each.label).disabled


def test_what_is_refused_says_where_and_why(demo_store: Store) -> None:
    page = uploaded(demo_store)
    state = next(each for each in page.button_group if each.label == "Zeilen zeigen, die … sind")
    state.set_value("refused").run()

    shown = page.table[0].value.to_dict("records")
    assert len(shown) == 1
    row = {name: text.replace("\\", "") for name, text in shown[0].items()}
    assert row["Wo"] == "Blatt „Organisationen“, Zeile 4, Spalte „seit“"
    assert row["Was dort steht"] == "irgendwann"


def test_a_file_that_cannot_be_read_says_why(demo_store: Store) -> None:
    page = uploaded(demo_store, b"PK\x03\x04kaputt", "netz.xlsx")

    assert [each.value.replace("\\", "") for each in page.error] == [
        "Die Arbeitsmappe ist beschädigt oder keine XLSX-Datei."
    ]
    assert "Es wurde nichts gespeichert." in texts(page)


def test_what_somebody_changed_meanwhile_is_shown_anew(demo_store: Store) -> None:
    page = uploaded(demo_store)
    more = read_network("Von;Nach\nTanzverein *Süd*;X\n".encode(), "x.csv")
    import_foreign(demo_store, OPERATOR, more)
    before = roster(demo_store)

    press(page, "Ausgewähltes übernehmen")

    assert roster(demo_store) == before
    assert any(
        "Eine andere Person hat dies inzwischen geändert" in each.value for each in page.error
    )
    assert "Einträge: 2 neu, 1 geändert, 0 unverändert" in texts(page)
    press(page, "Ausgewähltes übernehmen")
    assert len(organizations(demo_store)) == len(before.organizations) + 2


@pytest.mark.parametrize("role", [Role.PUBLIC, Role.STAFF, Role.ORG_EDITOR])
def test_who_may_not_take_in_a_network_never_sees_the_page(demo_store: Store, role: Role) -> None:
    page = turn_to(app(demo_store, role), "directory")

    assert "network_import" not in {entry.file for entry in ENTRIES if may_open(entry, role)}
    assert not page.exception
    assert "Netzwerk einlesen" not in str(page.main)


def may_open(entry: Entry, role: Role) -> bool:
    return entry.permission is None or entry.permission in POLICY[role]
