"""Mein Eintrag without a browser: its contact persons and posts."""

from data.posts import posts_of
from data.store import Store
from network.organization import Organization
from tests.test_entry_page import entry, key, page_of, told

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
