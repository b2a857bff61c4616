"""Who speaks for one organisation can do nothing to another, whatever is sent by hand."""

import httpx
import pytest

from accounts.identity import GUEST, Identity, Role
from accounts.permissions import NotPermitted
from data.entry_access import take_part
from data.entry_links import Purpose, issue
from data.merges import merge
from data.organizations import organization
from data.sessions import session_of, who_is
from data.store import NotFound, Store
from tests.conftest import COORDINATOR, STAFF
from tests.entry_stage import an_entry, contact_of, token_of
from tests.test_change import SAMPLES, UPKEEP, content
from tests.test_sign_in_routes import city, visitor

__all__ = ["city", "visitor"]

STRANGER = Identity("stranger", "Fremde", Role.ORG_EDITOR, "somebody-elses")
FOR_ALL = {"registrations.submit"}
OWNED = [name for each in UPKEEP for name in each.SAMPLES if name not in FOR_ALL]


@pytest.mark.parametrize("name", OWNED)
@pytest.mark.parametrize("actor", [STRANGER, GUEST, STAFF], ids=["stranger", "guest", "staff"])
def test_no_step_is_open_to_a_stranger(store: Store, name: str, actor: Identity) -> None:
    call = SAMPLES[name].prepare(store)
    before = content(store)

    with pytest.raises((NotPermitted, NotFound)):
        call(store, actor)

    assert content(store) == before


def test_a_session_of_an_entry_that_went_into_another_is_one_for_that(store: Store) -> None:
    mine, into = an_entry(store), an_entry(store, "Haus der Vielen")
    with store.atomic():
        token = issue(store, Purpose.OPEN_ENTRY, "a@b.example.org", organization_id=mine.id).token
    signed_in = take_part(store, token)
    merge(
        store, COORDINATOR, mine.id, into.id,
        expected_gone=mine.revision, expected_kept=into.revision,
    )  # fmt: skip

    now = who_is(store, session_of(store, signed_in.token))

    assert now.organization_id == into.id
    assert organization(store, into.id)


def test_no_mail_leads_to_a_host_that_a_visitor_named(city: Store, visitor: httpx.Client) -> None:
    entry = an_entry(city, "Verein\r\nBcc: alle@böse.example")
    email = f"{entry.id}@verein.example.org"
    contact_of(city, entry, email=email)
    evil = {"Host": "evil.example", "X-Forwarded-Host": "evil.example", "Forwarded": "host=evil"}

    visitor.post("/eintrag/link", data={"email": email}, headers=evil)

    (mail,) = city.find("mails", recipient=email)
    assert "evil" not in mail["body"] + mail["subject"]
    assert token_of(city) == mail["secret"]
    assert f"http://localhost:{visitor.base_url.port}/eintrag/oeffnen/" in mail["body"]
    assert "\n" not in mail["subject"]
