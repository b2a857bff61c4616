"""What the network map needs of scripts is told to the browser with its first answer."""

import re

import httpx

from tests.browser import App

HTML = {"Accept": "text/html"}


def test_only_the_map_tells_early_what_it_needs_and_all_of_it_is_there(app: App) -> None:
    page = httpx.get(f"{app.url}/netzkarte?ebene=alle", headers=HTML).text
    early = re.findall(r'<(?:script|link)[^>]* (?:src|href)="(/[^"]+)" fetchpriority="low"', page)

    assert any("/BidiComponent." in each for each in early)
    assert any(each.endswith("/picture_labels.js") for each in early)
    assert "/assets/vis-network.min.js" in early
    # Streamlit knows our components only once somebody has seen one.
    there = [each for each in early if not each.startswith("/_stcore/")]
    assert {httpx.get(f"{app.url}{each}").status_code for each in there} == {200}
    assert "fetchpriority" not in httpx.get(f"{app.url}/konzept", headers=HTML).text
