"""Auswertung: the same numbers as the store, for the concept and the day of the address."""

import csv
import io
from datetime import date, timedelta

import httpx
import pytest
from streamlit.testing.v1 import AppTest

from concept_review.debt import Item, debt, due_until
from data.clock import today
from data.concepts import concepts, import_concept, sections
from data.debt import items
from data.sqlite_store import SqliteStore
from data.store import Store
from tests.browser import App
from tests.conftest import COORDINATOR, ROOT
from views.inert import inert
from views.words import percent_text

SOON = timedelta(days=30)


def overview(language: str = "de", **address: str) -> AppTest:
    opened = AppTest.from_file(ROOT / "app.py", default_timeout=60)
    opened.user = {}
    opened.run()
    opened.switch_page("views/pages/concept_overview.py")
    for name, value in {"lang": language, **address}.items():
        opened.query_params[name] = value
    opened.run()
    assert not opened.exception
    return opened


def everything(store: Store) -> list[Item]:
    return items(store, concepts(store)[-1].id)


def headings(opened: AppTest) -> list[str]:
    """Return the sections that are listed, without the links above them."""
    links = [str(each.value) for each in opened.page_link]
    return links[1:]


def test_the_numbers_are_those_of_the_concept(demo_store: Store) -> None:
    whole = debt(everything(demo_store), today())

    shown = [each.value for each in overview("en").metric]

    assert shown[0] == percent_text(whole.progress.share_text or 0).replace("\xa0%", "%")
    assert shown[1] == f"{whole.waiting.number} sections"
    assert shown[2] == f"{whole.waiting.oldest} days"


def test_every_field_of_action_has_a_bar_and_a_row(demo_store: Store) -> None:
    concept = concepts(demo_store)[-1]
    tops = [each.heading for each in sections(demo_store, concept.id) if not each.parent_id]

    opened = overview()

    fields, units = (each.value for each in opened.table)
    assert list(fields.iloc[:, 0]) == [inert(each) for each in tops]
    assert len(units) == len(set(units.iloc[:, 0])) > 0
    bars = [each.value for each in opened.html if 'class="bars"' in each.value]
    assert [bar.count("<li>") for bar in bars] == [len(tops), len(units)]
    assert all(top in bars[0] for top in tops)


def test_the_address_says_until_when(demo_store: Store) -> None:
    day = today() + timedelta(days=300)
    due = due_until(everything(demo_store), day)

    opened = overview(bis=day.isoformat())

    assert opened.date_input(key="bis").value == day
    assert headings(opened) == [inert(each.section.heading) for each in due[:20]]
    opened.date_input(key="bis").set_value(day + SOON).run()
    assert opened.query_params["bis"] == (day + SOON).isoformat()
    opened.date_input(key="bis").set_value(today() + SOON).run()
    assert "bis" not in opened.query_params


@pytest.mark.parametrize("wrong", ["gestern", "2001-01-01", "9999-12-31"])
def test_a_day_that_cannot_be_is_replaced(demo_store: Store, wrong: str) -> None:
    assert demo_store.find("concepts")
    chosen = overview(bis=wrong).date_input(key="bis").value

    assert isinstance(chosen, date)
    assert today() <= chosen <= today() + timedelta(days=3653)


def test_another_concept_can_be_chosen(demo_store: Store) -> None:
    first = concepts(demo_store)[0]
    import_concept(demo_store, COORDINATOR, b"# Zweites\n\nText.", "Zweites Konzept")

    newest, older = overview(), overview(konzept=first.id)

    assert headings(newest) == ["1 Zweites"]
    assert len(headings(older)) == 20


def test_strangers_words_stay_words(demo_store: Store) -> None:
    text = "# <b>Kapitel</b> [x](https://boese.example)\n\nText.\n\n# Zwei\n\nText."
    import_concept(demo_store, COORDINATOR, text.encode())

    bars = next(each.value for each in overview().html if 'class="bars"' in each.value)

    assert "&lt;b&gt;Kapitel" in bars
    assert "<b>" not in bars


def test_without_a_text_to_review_nothing_is_zero(demo_store: Store) -> None:
    import_concept(demo_store, COORDINATOR, "# Nur\n\n# Überschriften".encode())

    opened = overview("en")

    assert [each.value for each in opened.metric] == [
        "not determinable", "0 sections", "nothing waits", "nothing waits",
    ]  # fmt: skip
    assert list(opened.table[0].value.iloc[:, 1]) == ["not determinable"] * 2


def test_without_a_concept_the_page_says_so(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path_factory.mktemp("leer") / "leer.db"
    monkeypatch.setenv("BINDEGLIED_DATABASE", str(path))
    SqliteStore(path).migrate()

    assert "No concept is here yet." in [each.value for each in overview("en").text]


def test_the_file_holds_what_the_page_lists(app: App) -> None:
    store = SqliteStore(app.database)
    day = today() + timedelta(days=100)
    due = due_until(everything(store), day)
    store.close()

    answer = httpx.get(f"{app.url}/auswertung/faellig.csv?bis={day.isoformat()}&konzept=erfunden")
    rows = list(csv.reader(io.StringIO(answer.text.removeprefix("\ufeff")), delimiter=";"))

    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert [row[0] for row in rows[1:]] == [each.section.heading for each in due]
    assert all(row[-1].endswith(each.section.id) for row, each in zip(rows[1:], due, strict=True))
    assert {len(row) for row in rows} == {8}


def test_a_formula_in_a_title_is_text_in_the_file(app: App) -> None:
    store = SqliteStore(app.database)
    import_concept(store, COORDINATOR, b"# a) x\n\n# =HYPERLINK(1)\n\nText.\n\n# b) y\n\nText.")
    store.close()

    text = httpx.get(f"{app.url}/auswertung/faellig.csv").text

    assert "'=HYPERLINK(1)" in text
    assert "\n=HYPERLINK" not in text
