"""Was zu tun ist, without a browser: each job of the coordinator, and what others may not."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from accounts.identity import Role
from data.clock import today
from data.concepts import concepts
from data.coverage import coverage
from data.introductions import introductions_recorded
from data.roster import roster
from data.sqlite_store import SqliteStore
from data.store import Store
from network.facets import Status
from network.graph import Graph, build_graph
from network.introductions import introductions
from network.open_ends import posts
from network.reach import best_tie, onward, reach
from network.view import Direction
from network.what_if import without
from tests.conftest import COORDINATOR
from tests.test_pages import app, turn_to

PAGE = "advice"


def opened(store: Store, role: Role = Role.COORDINATOR, **address: str | list[str]) -> AppTest:
    return turn_to(app(store, role), PAGE, **address)


def words(page: AppTest) -> str:
    found = [*page.text, *page.header, *page.subheader, *page.success, *page.error, *page.caption]
    return "\n".join(str(each.value) for each in found)


def graph_of(store: Store) -> Graph:
    return build_graph(roster(store), today())


def key_of(store: Store, name: str) -> str:
    rows = store.find("organizations", source_key=name) or store.find("posts", source_key=name)
    return str(rows[0]["id"])


def cells(page: AppTest) -> str:
    return "\n".join(table.value.to_csv(sep=";") for table in page.table)


@pytest.mark.parametrize("role", [Role.PUBLIC, Role.ORG_EDITOR, Role.CLERK])
def test_the_page_is_there_for_staff_and_coordination_alone(demo_store: Store, role: Role) -> None:
    with pytest.raises(ValueError, match="Could not find a navigation page"):
        opened(demo_store, role)


def test_staff_reads_everything_and_decides_nothing(demo_store: Store) -> None:
    for role, address in ((Role.STAFF, {"teil": "offenes"}), (Role.LEAD, {})):
        page = opened(demo_store, role, **address)
        labels = {each.label for each in page.button}
        assert not labels & {"Vorgestellt", "Nicht nötig", "Besetzt", "Unbesetzt"}


def test_a_pair_is_noted_goes_from_the_list_and_can_be_taken_back(demo_store: Store) -> None:
    first, second = introductions(graph_of(demo_store), limit=2)
    page = opened(demo_store)
    form = f"introduction_{first.pair[0]}_{first.pair[1]}"
    title = page.subheader[0].value

    page.text_input(key=f"note_{form}").set_value("Beim Sommerfest")
    page.button(key=f"made_{form}").click().run()

    assert not page.exception
    assert "Vermerkt." in words(page)
    assert title not in [each.value for each in page.subheader]
    (said,) = introductions_recorded(demo_store, COORDINATOR)
    assert (said.pair, said.note) == (first.pair, "Beim Sommerfest")
    assert said.reasons
    assert "vorgestellt am" in words(page)
    assert "vermerkt von Jemand" in words(page)
    assert introductions(graph_of(demo_store), [said.pair], 1) == [second]

    page.button(key=f"reopen_{said.id}").click().run()
    assert introductions_recorded(demo_store, COORDINATOR) == []
    assert page.subheader[0].value == title


def test_the_address_says_with_whom_and_how_much_in_common(demo_store: Store) -> None:
    about = key_of(demo_store, "fluechtlingshilfe-babelsberg")
    wanted = introductions(graph_of(demo_store), limit=100, least_topics=2, about=about)

    page = opened(demo_store, stelle=about, themen="2")

    assert wanted
    assert f"{len(wanted)} Paar" in words(page)
    assert all("Flüchtlingshilfe Babelsberg" in each.value for each in page.subheader)


def test_the_coverage_is_that_of_the_store(demo_store: Store) -> None:
    found = coverage(demo_store, concepts(demo_store)[-1].id, graph_of(demo_store))

    page = opened(demo_store, teil="abdeckung")

    numbers = {each.label: each.value for each in page.metric}
    assert numbers["Ohne Zuständigkeit"] == str(len(found.uncovered))
    assert numbers["Abschnitte mit Text"] == str(sum(r.section.reviewable for r in found.rows))
    assert "](/abschnitt?id=" in cells(page)
    assert "(laut Überschrift)" in cells(page).replace("\\", "")


def test_without_the_post_the_four_groups_are_not_connected(demo_store: Store) -> None:
    post = key_of(demo_store, "koordination-gb-3")
    effect = without(graph_of(demo_store), [post])

    page = opened(demo_store, teil="wenn", ohne=post)

    assert f"sitzt in 4 von {effect.all_rounds} Arbeitsgruppen; ohne sie sind" in words(page)
    assert "„AG Kita und Schule“" in words(page)
    assert f"zerfällt in {len(effect.parts)} Teile: 4 Einträge sind" in words(page)
    before, after = effect.components
    assert f"Getrennte Teile des ganzen Netzes: jetzt {before}, dann {after}." in words(page)
    assert "Arbeitsgruppe Unterbringung" in cells(page)


def test_an_organisation_that_is_gone_leaves_sections_without_lead(demo_store: Store) -> None:
    page = opened(demo_store, teil="wenn", ohne=key_of(demo_store, "fb-soziales-und-gesundheit"))

    assert "verlieren die Federführung" in words(page)
    assert any("Vertretung: Geschäftsbereich" in str(each.label) for each in page.page_link)


def test_whoever_is_tied_to_nobody_changes_nothing(demo_store: Store) -> None:
    page = opened(demo_store, teil="wenn", ohne=key_of(demo_store, "awo-potsdam"))

    assert "sitzt in keiner von" in words(page)
    assert "Niemand ist mit ihr verbunden" in words(page)


def test_a_tie_is_imagined_and_not_saved(demo_store: Store) -> None:
    start, end = key_of(demo_store, "awo-potsdam"), key_of(demo_store, "propotsdam")
    before = demo_store.find("relations")

    page = opened(demo_store, teil="wenn", was="verbindung", von=start, nach=end)

    assert "zu denen jetzt kein Weg führt" in words(page)
    assert demo_store.find("relations") == before


@pytest.mark.parametrize("direction", list(Direction))
def test_the_reach_is_told_with_the_tie_that_would_help_most(
    demo_store: Store, direction: Direction
) -> None:
    source = key_of(demo_store, "stadtteilnetzwerk-potsdam-west")
    graph = graph_of(demo_store)
    told = onward(graph, None, direction)
    heard = reach(graph, source, told).heard
    best = best_tie(graph, source, told)
    assert best

    page = opened(demo_store, teil="reichweite", von=source, richtung=direction.value)

    assert f"erreicht {heard} von {len(graph) - 1} anderen Einträgen" in words(page)
    assert f"{heard + len(best.gained)} statt {heard}." in words(page)


def test_a_post_is_marked_vacant_with_one_click_and_filled_with_another(demo_store: Store) -> None:
    post = key_of(demo_store, "koordination-gb-3")
    page = opened(demo_store, teil="offenes")

    page.button(key=f"vacant_{post}").click().run()
    assert "7 Stellen: 1 ist unbesetzt, bei 6" in words(page)
    assert posts(graph_of(demo_store))[0].status is Status.VACANT
    page.button(key=f"held_{post}").click().run()
    assert "7 Stellen: 0 sind unbesetzt, bei 6" in words(page)
    assert not page.exception


def test_the_other_side_is_asked_about_a_tie_and_its_answer_noted(demo_store: Store) -> None:
    tie = demo_store.find("relations", subject_id=key_of(demo_store, "tosip"))[0]
    other = tie["object_id"]
    demo_store.update(
        "relations", tie["id"], {"stated_by_id": tie["subject_id"]}, expected=tie["revision"]
    )
    page = opened(demo_store, teil="offenes")

    page.button(key=f"disputed_{other}_{tie['id']}").click().run()
    assert "Bestritten von:" in words(page)
    assert demo_store.get("relations", tie["id"])["disputed_by_id"] == other

    page.button(key=f"confirmed_{other}_{tie['id']}").click().run()
    assert "Bestritten von:" not in words(page)
    assert demo_store.get("relations", tie["id"])["confirmed_by_id"] == other


def test_everything_is_as_of_the_day(demo_store: Store) -> None:
    post = key_of(demo_store, "koordination-gb-3")

    then = opened(demo_store, teil="wenn", ohne=post, stand="2014-10-15")
    graph = build_graph(roster(demo_store), date(2014, 10, 15))
    assert then.date_input[0].value == date(2014, 10, 15)
    assert f"von {without(graph, [post]).all_rounds} Arbeitsgruppen" in words(then)

    before = turn_to(then, PAGE, teil="wenn", ohne=post, stand="2013-10-15")
    assert "Wählen Sie eine Stelle oder Organisation" in words(before)


@pytest.mark.parametrize(
    "address",
    [
        {"teil": "erfunden"},
        {"teil": "wenn", "ohne": "nobody"},
        {"teil": "wenn", "was": "verbindung", "von": "x", "nach": "y"},
        {"teil": "reichweite", "von": "x", "richtung": "quer", "verbindung": "zauber"},
        {"stelle": "nobody", "themen": "99", "stand": "gestern"},
        {"teil": "abdeckung", "feld": "x", "stelle": "y", "konzept": "z"},
    ],
)
def test_what_an_address_says_wrongly_counts_as_not_said(
    demo_store: Store, address: dict[str, str]
) -> None:
    assert opened(demo_store, Role.COORDINATOR, **address).title[0].value == "Was zu tun ist"


def test_an_empty_store_has_nothing_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "leer.db"
    monkeypatch.setenv("BINDEGLIED_DATABASE", str(path))
    store = SqliteStore(path)
    store.migrate()

    assert "bindeglied demo" in words(opened(store))
