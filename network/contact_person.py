"""Contact persons of an organisation, as whoever looks after its entry types them."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from network.address import email_address
from network.registration import FieldError
from network.typed_fields import InvalidFields, parse


def _no_or_email(value: str) -> str:
    return email_address(value) if value else ""


class ContactFacts(BaseModel):
    """How somebody can be reached, who may see it, and in which language mails come.

    `consent` is given with this very form; where it is needed the store says.
    """

    model_config = ConfigDict(frozen=True, str_strip_whitespace=True, extra="forbid")

    name: Annotated[str, Field(max_length=200)] = ""
    email: Annotated[str, Field(max_length=254), AfterValidator(_no_or_email)] = ""
    phone: Annotated[str, Field(max_length=50)] = ""
    public: bool = False
    language: Literal["de", "en"] = "de"
    consent: bool = False


def parse_contact(form: Mapping[str, object]) -> ContactFacts:
    """Turn what was typed into a contact; raise `InvalidFields` with one error for each field."""
    facts = parse(ContactFacts, form)
    if not facts.email and not facts.phone:
        raise InvalidFields({"email": FieldError("no_way_to_reach", {})})
    return facts
