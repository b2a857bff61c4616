"""Mein Eintrag without a browser: its contact persons and posts."""

import json

from data.contacts import change_contact
from data.organizations import organization
from data.posts import add_post, change_post, posts_of
from data.store import Store
from network.organization import Organization
from tests.conftest import COORDINATOR
from tests.entry_stage import a_contact, a_post, contact_of, editor_of
from tests.test_entry_page import entry, key, page_of, save, told

__all__ = ["entry"]


def test_contact_persons_are_added_changed_and_erased(
    demo_store: Store, entry: Organization
) -> None:
    opened = page_of(demo_store, entry)
    form = f"contact_new_{entry.id}"
    opened.text_input(key=key(opened, form, "name")).set_value("Grace Beispiel")
    opened.button(key=f"{form}_save").click().run()
    assert "E-Mail-Adresse oder eine Telefonnummer" in told(opened)
    opened.text_input(key=key(opened, form, "phone")).set_value("0331 1")
    opened.button(key=f"{form}_save").click().run()
    assert "Ohne diese Einwilligung" in told(opened)
    assert opened.text_input(key=key(opened, form, "name")).value == "Grace Beispiel"
    opened.checkbox(key=key(opened, form, "consent")).check()
    opened.button(key=f"{form}_save").click().run()

    (person,) = demo_store.find("persons", organization_id=entry.id)
    assert (person["name"], person["phone"], person["public"]) == ("Grace Beispiel", "0331 1", 0)
    assert opened.text_input(key=key(opened, form, "name")).value == ""
    form = f"contact_{person['id']}"
    opened.checkbox(key=key(opened, form, "public")).check()
    opened.checkbox(key=key(opened, form, "consent")).check()
    opened.button(key=f"{form}_save").click().run()
    assert demo_store.find("persons", organization_id=entry.id)[0]["public"] == 1
    opened.button(key=f"erase_{person['id']}").click().run()
    assert not opened.exception
    assert demo_store.find("persons", organization_id=entry.id) == []


def test_posts_are_added_and_end(demo_store: Store, entry: Organization) -> None:
    opened = page_of(demo_store, entry)
    form = f"post_new_{entry.id}"
    opened.text_input(key=key(opened, form, "label")).set_value("Anlaufstelle")
    opened.text_input(key=key(opened, form, "start_date")).set_value("5.2024")
    opened.button(key=f"{form}_save").click().run()
    (post,) = posts_of(demo_store, entry.id)
    assert (post.label, post.start_date) == ("Anlaufstelle", "2024-05")

    opened.text_input(key=key(opened, f"post_{post.id}", "end_date")).set_value("31.12.2023")
    opened.button(key=f"post_{post.id}_save").click().run()
    assert "vor dem Beginn" in told(opened)
    opened.text_input(key=key(opened, f"post_{post.id}", "end_date")).set_value("")
    opened.button(key=f"post_{post.id}_end").click().run()
    assert posts_of(demo_store, entry.id)[0].end_date


def test_a_second_press_after_a_conflict_keeps_what_the_other_one_saved(
    demo_store: Store, entry: Organization
) -> None:
    person = contact_of(demo_store, entry, name="Ada Beispiel")
    opened = page_of(demo_store, entry)
    form = f"contact_{person.id}"
    opened.text_input(key=key(opened, form, "name")).set_value("Ada Neu")
    theirs = a_contact(name="Ada Ganz Anders", phone="0331 99")
    change_contact(demo_store, COORDINATOR, entry.id, person.id, theirs, expected=1)

    opened.button(key=f"{form}_save").click().run()
    assert "Jemand anderes hat hier inzwischen etwas gespeichert" in told(opened)
    assert "Ada Ganz Anders" in told(opened)
    assert opened.text_input(key=key(opened, form, "phone")).value == "0331 99"
    opened.button(key=f"{form}_save").click().run()

    (row,) = demo_store.find("persons", organization_id=entry.id)
    assert (row["name"], row["phone"]) == ("Ada Neu", "0331 99")
    assert "Jemand anderes" not in told(opened)


def test_two_who_change_a_post_lose_nothing_of_one_another(
    demo_store: Store, entry: Organization
) -> None:
    post = add_post(demo_store, editor_of(entry), entry.id, a_post())
    opened = page_of(demo_store, entry)
    form = f"post_{post.id}"
    opened.text_input(key=key(opened, form, "role")).set_value("Leitung")
    theirs = a_post(description="Montags offen", occupancy="held")
    change_post(demo_store, COORDINATOR, entry.id, post.id, theirs, expected=1)
    for _press in range(2):
        opened.button(key=f"{form}_save").click().run()
        assert not opened.exception

    (now,) = posts_of(demo_store, entry.id)
    assert (now.role, now.description, now.occupancy) == ("Leitung", "Montags offen", "held")


def test_long_texts_of_a_file_do_not_keep_from_changing_something_else(
    demo_store: Store, entry: Organization
) -> None:
    long, lines = "Wir helfen. " * 400, ["ein Angebot " * 30] + [str(n) for n in range(40)]
    columns = {"description": long, "offers": json.dumps(lines), "website": "siehe Aushang"}
    demo_store.update("organizations", entry.id, columns, expected=entry.revision)
    opened = page_of(demo_store, entry)
    opened.text_input(key=key(opened, entry, "district")).set_value("Golm")
    save(opened)

    now = organization(demo_store, entry.id)
    assert (now.district, now.description, list(now.offers)) == ("Golm", long, lines)
    opened.text_area(key=key(opened, entry, "description")).set_value(long + "!")
    assert "2.000" in told(save(opened))
    assert organization(demo_store, entry.id).description == long
