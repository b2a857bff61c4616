"""How a person fills in the form of registration in a browser."""

from playwright.sync_api import Page, expect

from tests.browser import settle


def step(page: Page, number: int) -> None:
    """Wait until a step is shown, with the keyboard at its heading or at a field in it."""
    heading = page.get_by_role("heading", name=f"Schritt {number} von 4")
    expect(heading).to_be_visible()
    settle(page)


def go_on(page: Page, number: int) -> None:
    """Press "Weiter" and wait for the step."""
    settle(page)
    page.get_by_role("button", name="Weiter", exact=True).click()
    step(page, number)


def choose(page: Page, label: str, option: str) -> None:
    """Choose from a list by typing, and type again where a busy page did not hear it."""
    settle(page)
    box = page.get_by_role("combobox", name=label)
    box.click()
    for _ in range(4):
        box.fill("")
        box.press_sequentially(option, delay=60)
        try:  # all others are gone
            expect(page.get_by_role("option").first).to_contain_text(option, timeout=5_000)
            break
        except AssertionError:
            settle(page)
    expect(page.get_by_role("option").first).to_contain_text(option)
    page.keyboard.press("ArrowDown")  # a list that moves with the page is missed by the mouse
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    settle(page)


def fill_name(page: Page, name: str) -> None:
    """Fill in the first step."""
    field = page.get_by_label("Name der Organisation")
    field.fill(name)
    settle(page)
    choose(page, "Art der Organisation", "Initiative")
    expect(page.get_by_role("combobox", name="Art der")).to_have_value("Initiative")
    expect(field).to_have_value(name)


def fill_contact(page: Page, email: str = "kontakt@sprachcafe.example.org") -> None:
    """Fill in what the last step requires."""
    page.get_by_label("E-Mail-Adresse").fill(email)
    settle(page)
    page.get_by_text("Ich willige ein", exact=False).first.click()
    settle(page)
    expect(page.get_by_role("checkbox", name="Ich willige ein")).to_be_checked()


def send(page: Page) -> None:
    """Send the form."""
    settle(page)
    page.get_by_role("button", name="Anmeldung abschicken").click()


def thanked(page: Page) -> None:
    """Wait for the page of thanks."""
    expect(page.get_by_role("heading", name="Vielen Dank", exact=False)).to_be_visible()
    settle(page)
