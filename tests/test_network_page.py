"""The jobs of the network map, each done by widgets alone, each kept in the address."""

from datetime import date

import pytest

from data.clock import today
from data.roster import roster
from data.store import Store
from network.facets import Facet, remaining
from network.graph import build_graph
from network.organization import Organization
from network.view import View, shown
from tests.network_pages import BOARD, address, id_of, map_at, press, shown_line, texts
from views.inert import inert

EDICT = "Neues Potsdamer Toleranzedikt e. V."


def test_what_is_typed_is_found_chosen_and_told(demo_store: Store) -> None:
    board = id_of(demo_store, BOARD)
    opened = map_at(demo_store)
    opened.text_input(key="suche").set_value("beirat migr").run()

    press(opened, f"hit_{board}")

    assert address(opened) == {"stelle": [board]}
    assert inert(BOARD) in [each.value for each in opened.header]
    assert any("Beratendes Organ" in each for each in texts(opened))


def test_who_is_not_signed_in_sees_details_and_no_way_to_the_advice(demo_store: Store) -> None:
    opened = map_at(demo_store, stelle=id_of(demo_store, BOARD))

    links = [each.proto.label for each in opened.get("page_link")]
    assert not opened.exception
    assert "Kennzahlen dazu" in links
    assert "Was zu tun ist" not in links


def test_a_topic_that_is_found_filters(demo_store: Store) -> None:
    topic = demo_store.find("topics", term="Sprache")[0]["id"]
    opened = map_at(demo_store)
    opened.text_input(key="suche").set_value("sprach").run()

    press(opened, f"hit_{topic}")

    assert address(opened) == {"thema": [topic]}
    assert opened.button(key="unset_topic").label == "Thema: Sprache"
    assert opened.multiselect(key="thema").value == [topic]


def test_a_misspelt_name_is_offered_as_similar(demo_store: Store) -> None:
    opened = map_at(demo_store)
    opened.text_input(key="suche").set_value("migrannten beirat").run()

    assert "Nichts gefunden für „migrannten beirat“. Ähnlich:" in texts(opened)
    assert opened.button(key=f"hit_{id_of(demo_store, BOARD)}").label == inert(BOARD)


def test_several_are_chosen_and_taken_away_again(demo_store: Store) -> None:
    board, edict = id_of(demo_store, BOARD), id_of(demo_store, EDICT)
    opened = map_at(demo_store, stelle=board)
    opened.text_input(key="suche").set_value("toleranzedikt").run()

    press(opened, f"also_{edict}")
    assert address(opened)["stelle"] == [board, edict]
    assert "2 gewählt" in [each.value for each in opened.header]

    press(opened, f"chip_{board}")
    assert address(opened) == {"stelle": [edict]}

    press(opened, f"chip_{edict}")
    assert address(opened) == {}


def test_surroundings_are_looked_at_in_steps_and_directions(demo_store: Store) -> None:
    graph = build_graph(roster(demo_store), today())
    board = id_of(demo_store, BOARD)
    opened = press(map_at(demo_store, stelle=board), "surround")
    near = shown(graph, View(chosen=(board,), steps=1))

    assert shown_line(opened).startswith(f"Angezeigt: {len(near.nodes)} von {len(graph)} Einträgen")

    opened.segmented_control(key="richtung").set_value("in").run()
    assert shown_line(opened).startswith("Angezeigt: 1 von")
    opened.segmented_control(key="schritte").set_value(0).run()
    assert shown_line(opened).startswith(f"Angezeigt: {len(graph)} Einträge")
    assert "schritte" not in address(opened)


def test_the_way_between_two_is_told_with_its_kinds_of_tie(demo_store: Store) -> None:
    council = id_of(demo_store, "Stadtverordnetenversammlung der Landeshauptstadt Potsdam")
    edict = id_of(demo_store, EDICT)
    opened = press(map_at(demo_store, stelle=[council, edict]), "connect")

    assert address(opened)["weg"] == ["1"]
    assert shown_line(opened).startswith("Angezeigt: 3 von")
    assert any(
        f"wird beraten von → {BOARD} – wirkt mit in (Mitglied) → {EDICT} (2 Schritte," in each
        for each in texts(opened)
    )


def test_that_there_is_no_way_is_said(demo_store: Store) -> None:
    opened = map_at(demo_store, stelle=[id_of(demo_store, BOARD), id_of(demo_store, "AG Asyl")])

    assert any(each.startswith(f"Kein Weg von {BOARD} zu AG Asyl") for each in texts(opened))
    assert "Keine direkte Verbindung." in texts(opened)


def test_each_value_of_a_filter_says_how_many_it_leaves(demo_store: Store) -> None:
    graph = build_graph(roster(demo_store), today())
    opened = map_at(demo_store, art=["working_group", "post"])
    counts = remaining(graph, {Facet.KIND: frozenset({"working_group", "post"})}, Facet.TOPIC)

    options = opened.multiselect(key="thema").options
    assert [int(each.rpartition("(")[2].rstrip(")")) for each in options] == list(counts.values())

    topic, count = next(iter(counts.items()))
    opened.multiselect(key="thema").set_value([topic]).run()
    assert shown_line(opened).startswith(f"Angezeigt: {count} von {len(graph)}")
    assert opened.multiselect(key="art").value == ["working_group", "post"]


def test_filters_are_reset_one_by_one_or_all(demo_store: Store) -> None:
    opened = map_at(demo_store, art="post", status="vacant", verbunden="1", wort="documented")

    press(opened, "unset_kind")
    assert set(address(opened)) == {"status", "verbunden", "wort"}
    press(opened, "unset_tied")
    assert set(address(opened)) == {"status", "wort"}
    press(opened, "reset")
    assert address(opened) == {}


def test_one_is_looked_at_as_if_gone_and_brought_back(demo_store: Store) -> None:
    board = id_of(demo_store, BOARD)
    opened = press(map_at(demo_store, stelle=board, schritte="1"), "leave_out")

    assert address(opened) == {"ohne": [board]}
    before = len(build_graph(roster(demo_store), today()))
    assert shown_line(opened).startswith(f"Angezeigt: {before - 1} von {before}")

    press(opened, f"back_{board}")
    assert address(opened) == {}


def test_a_map_may_begin_empty(demo_store: Store) -> None:
    opened = map_at(demo_store)
    opened.selectbox(key="ebene").set_value("leer").run()

    assert address(opened) == {"ebene": ["leer"]}
    begin = "Die Karte beginnt leer. Suchen Sie nach einem Namen oder setzen Sie einen Filter."
    assert begin in texts(opened)
    board = id_of(demo_store, BOARD)
    opened = map_at(demo_store, ebene="leer", stelle=board)
    assert shown_line(opened).startswith("Angezeigt: 1 von")


def test_parts_of_an_overview_are_folded_from_a_list(demo_store: Store) -> None:
    part = id_of(demo_store, "AG Asyl")
    opened = map_at(demo_store, ebene="arbeitsgruppen", offen=[part, ""])
    assert opened.button(key=f"fold_{part}").label == "AG Asyl zuklappen"

    press(opened, "fold_")
    assert address(opened)["offen"] == [part]
    press(opened, f"fold_{part}")
    assert address(opened) == {"ebene": ["arbeitsgruppen"]}


def test_pictures_are_drawn_as_asked(demo_store: Store) -> None:
    opened = map_at(demo_store)
    opened.selectbox(key="ueber").set_value("thema").run()
    opened.toggle(key="blass").set_value(True).run()

    assert address(opened) == {"ueber": ["thema"], "blass": ["1"]}


def test_the_days_stand_in_the_address(demo_store: Store) -> None:
    opened = map_at(demo_store, stand="2015-01-01", seit="2014-01-01")

    assert opened.date_input(key="stand").value == date(2015, 1, 1)
    assert opened.date_input(key="seit").value == date(2014, 1, 1)

    opened.date_input(key="seit").set_value(None).run()
    opened.date_input(key="stand").set_value(today()).run()
    assert address(opened) == {}


@pytest.mark.parametrize(
    "asked",
    [
        {"stelle": "nobody", "schritte": "x"},
        {"art": "made-up", "stand": "yesterday"},
        {"richtung": "sideways", "ebene": "?", "ueber": "?", "offen": "?", "seit": "?"},
    ],
)
def test_what_an_address_says_wrongly_shows_the_whole_map(
    demo_store: Store, asked: dict[str, str]
) -> None:
    whole = shown_line(map_at(demo_store))

    assert shown_line(map_at(demo_store, **asked)) == whole


def test_a_link_into_another_view_moves_every_field(demo_store: Store) -> None:
    opened = map_at(demo_store, art="post", blass="1")
    opened.query_params.clear()
    opened.query_params["art"] = "office"
    opened.query_params["verbunden"] = "1"
    opened.run()

    assert opened.multiselect(key="art").value == ["office"]
    assert opened.toggle(key="verbunden").value is True
    assert opened.toggle(key="blass").value is False


def test_table_and_text_hold_what_is_counted(demo_store: Store) -> None:
    board = id_of(demo_store, BOARD)
    opened = map_at(demo_store, stelle=board, schritte="1")
    names = set(opened.table[0].value["Name"])

    graph = build_graph(roster(demo_store), today())
    near = shown(graph, View(chosen=(board,), steps=1)).nodes
    found = {graph.nodes[node]["record"] for node in near}
    assert names == {inert(each.name) for each in found if isinstance(each, Organization)}


def test_the_table_is_searched_and_sorted(demo_store: Store) -> None:
    opened = map_at(demo_store)
    opened.text_input(key="find_entries").set_value("arbeitsgruppe").run()
    opened.selectbox(key="sort_entries").set_value("Name").run()
    names = list(opened.table[0].value["Name"])
    assert len(names) > 2
    assert names == sorted(names, key=str.casefold)

    opened.toggle(key="down_entries").set_value(True).run()
    assert list(opened.table[0].value["Name"]) == names[::-1]

    opened.text_input(key="find_entries").set_value("gibt es nicht").run()
    assert "Keine Zeile der Tabelle enthält diese Wörter." in texts(opened)


def test_undated_ties_and_their_word_are_told(demo_store: Store) -> None:
    opened = map_at(demo_store, stelle=id_of(demo_store, BOARD))

    assert "ohne Datum\ndurch Quellen belegt" in texts(opened)
