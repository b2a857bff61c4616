"""Each page of the network is found from the start page and the map, by whoever may open it."""

import pytest

from accounts.identity import Role
from data.store import Store
from tests.test_pages import app, turn_to


def targets(opened: object) -> set[str]:
    return {str(each.proto.page) for each in opened.get("page_link")}  # type: ignore[attr-defined]


@pytest.mark.parametrize("role", [Role.PUBLIC, Role.STAFF, Role.COORDINATOR])
def test_the_start_page_leads_to_what_is_made_of_the_network(demo_store: Store, role: Role) -> None:
    found = targets(app(demo_store, role))

    assert {"kennzahlen", "erzaehlungen", "netzkarte"} <= found
    assert ("hinweise" in found) == (role is not Role.PUBLIC)


@pytest.mark.parametrize("role", [Role.PUBLIC, Role.STAFF, Role.COORDINATOR])
def test_the_map_leads_on_from_the_whole_and_from_one_that_is_chosen(
    demo_store: Store, role: Role
) -> None:
    node = demo_store.find("organizations", source_key="tosip")[0]["id"]

    opened = turn_to(app(demo_store, role), "network_map")
    whole = targets(opened)
    chosen = targets(turn_to(opened, "network_map", stelle=node))

    assert {"kennzahlen", "erzaehlungen"} <= whole
    assert ("hinweise" in chosen) == (role is not Role.PUBLIC)
