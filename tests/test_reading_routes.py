"""The concept on one page: every word of it, nothing active in it, and no names of persons."""

import re
from html.parser import HTMLParser

import httpx
import pytest

from accounts.identity import OPERATOR, Role
from concept_review.block import BlockKind
from concept_review.inline import plain
from concept_review.review import Verdict
from data.accounts import add_account
from data.clock import today
from data.concepts import concepts, import_concept, sections
from data.reviews import review
from data.sessions import redeem, session_of, who_is
from data.sqlite_store import SqliteStore
from data.standings import standings
from tests.browser import App
from tests.conftest import COORDINATOR
from views.standing_words import currency_word

NASTY = """# Konzept <script>alert(1)</script> & "Co."

**Vorspann** <b>fett</b>

# Eins <img src=x onerror=alert(2)>

Mit **fett**, *kursiv*, [Verweis](https://boese.example/a?b=1&c=2), javascript:
[Knopf](javascript:alert(3)) und Fußnote[^1], dieselbe[^1], ohne Text[^9]. </p></main>

3. Drittens
   - innen
     - ganz innen

   Zweiter Absatz.
4. Viertens

> Ein Zitat

```
<style>body { display: none }</style>
```

![Ein Bild](https://boese.example/bild.png)

| Kopf | Wert |
| --- | --- |
| a \\| b | <i>1</i> |
| nur eine |

[^1]: Die Quelle.

## Zwei

### Drei

#### Vier

##### Fünf

###### Sechs

Text.
"""


class Page(HTMLParser):
    """What a browser makes of a page: tags with attributes, and the text between them."""

    def __init__(self, html: str) -> None:
        """Read the page."""
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag."""
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Keep text."""
        self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """Return the attributes of all tags of a kind."""
        return [attributes for name, attributes in self.tags if name == tag]


def words(text: str) -> str:
    """Return a text without white space, since tags may stand between words."""
    return re.sub(r"\s+", "", text)


def page_of(app: App, **query: str) -> Page:
    answer = httpx.get(f"{app.url}/konzept/lesen", params=query)
    assert answer.status_code == 200
    return Page(answer.text)


@pytest.fixture(scope="module")
def nasty(app: App) -> Page:
    """A concept by somebody who means harm, as the page shows it."""
    store = SqliteStore(app.database)
    concept = import_concept(store, COORDINATOR, NASTY.encode())
    store.close()
    return page_of(app, konzept=concept.id)


def test_every_word_of_the_concept_stands_in_the_page(app: App) -> None:
    store = SqliteStore(app.database)
    concept = concepts(store)[0]
    everything = standings(store, concept.id)
    store.close()

    page = page_of(app, konzept=concept.id)

    shown = words(page.text)
    ids = [attributes.get("id") for _, attributes in page.tags]
    for each in everything:
        assert words(each.section.heading) in shown
        assert ids.count(each.section.id) == 1
        assert f"#{each.section.id}" in [link.get("href") for link in page.all("a")]
        for block in each.section.blocks:
            cells = block.text.split(" | ") if block.kind is BlockKind.TABLE_ROW else [block.text]
            assert all(words(plain(cell)) in shown for cell in cells)
        if each.section.reviewable:
            assert words(currency_word(each.standing.currency)) in shown


def test_no_person_is_named(app: App) -> None:
    store = SqliteStore(app.database)
    invitation = add_account(store, OPERATOR, "Xaver Prüfername", "xaver", Role.STAFF)
    signed_in = redeem(store, invitation.token, "ein langes Passwort")
    xaver = who_is(store, session_of(store, signed_in.token) or "")
    concept = concepts(store)[0]
    first = next(each for each in sections(store, concept.id) if each.reviewable)
    remark = "Rücksprache mit Frau Geheim"
    review(
        store, xaver, first.id, Verdict.EDITORIAL, remark, fingerprint=first.fingerprint,
        promised_on=today(),
    )  # fmt: skip
    people = [row["name"] for row in store.find("persons")]
    store.close()

    page = page_of(app, konzept=concept.id)

    assert "redaktionell anzupassen" in page.text
    assert [name for name in (*people, "Xaver", "xaver", "Geheim") if name in page.text] == []


def test_what_a_stranger_writes_is_text(nasty: Page) -> None:
    assert nasty.all("script") == nasty.all("img") == nasty.all("b") == nasty.all("i") == []
    assert len(nasty.all("style")) == len(nasty.all("main")) == len(nasty.all("h1")) == 1
    for shown in ("<script>alert(1)</script>", "<img src=x onerror=alert(2)>", "</p></main>"):
        assert shown in nasty.text
    assert not [name for _, found in nasty.tags for name in found if name.startswith("on")]


def test_links_lead_nowhere_else(nasty: Page) -> None:
    addresses = [link.get("href") or "" for link in nasty.all("a")]
    ids = {attributes.get("id") for _, attributes in nasty.tags}

    assert all(each.startswith(("#", "/")) for each in addresses)
    assert all(each[1:] in ids for each in addresses if each.startswith("#"))
    assert "Verweis (https://boese.example/a?b=1&c=2)" in nasty.text
    assert "[Bild: Ein Bild]" in nasty.text or "[Picture: Ein Bild]" in nasty.text


def test_headings_go_down_step_by_step_to_six(nasty: Page) -> None:
    levels = [int(tag[1]) for tag, _ in nasty.tags if re.fullmatch(r"h\d", tag)]

    assert levels == [1, 2, 2, 2, 3, 4, 5, 6, 6]
    assert [each.get("aria-level") for each in nasty.all("h6")] == [None, "7"]


def test_rows_of_a_table_are_equally_wide(nasty: Page) -> None:
    assert [each.get("scope") for each in nasty.all("th")] == ["col", "col"]
    assert len(nasty.all("td")) == 4


def test_without_a_concept_of_that_name_the_page_says_so(app: App) -> None:
    answer = httpx.get(f"{app.url}/konzept/lesen?konzept=erfunden")

    assert answer.status_code == 404
    assert 'href="/konzept' in answer.text


def test_who_has_the_page_need_not_load_it_again(app: App) -> None:
    address = f"{app.url}/konzept/lesen"
    first = httpx.get(address)
    tag = first.headers["etag"]

    again = httpx.get(address, headers={"If-None-Match": f'"other", W/{tag}'})
    other = httpx.get(f"{address}?lang=en", headers={"If-None-Match": tag})

    assert (again.status_code, again.content) == (304, b"")
    assert other.status_code == 200
    assert 'lang="en"' in other.text


def test_a_new_wording_is_shown_at_once(app: App) -> None:
    store = SqliteStore(app.database)
    before = import_concept(store, COORDINATOR, b"# Eins\n\nVorher.")
    assert "Vorher." in page_of(app).text
    import_concept(store, COORDINATOR, b"# Eins\n\nNachher.")
    store.close()

    assert "Nachher." in page_of(app).text
    assert "Vorher." in page_of(app, konzept=before.id).text
