"""The concept as the HTTP interface sends it, in the words of OParl's Paper."""

import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from concept_review.currency import Currency
from concept_review.decision import Competence


class _Open(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True)


class SectionEntry(_Open):
    """One section in the table of contents of a concept."""

    id: str
    reference: str = Field(description="Its number in the text, if it has one")
    name: str
    level: int
    parent_id: str | None = None
    url: str = Field(description="Its address in this interface")


class Paper(_Open):
    """A concept: its present text, section by section."""

    id: str
    type: Literal["Paper"] = "Paper"
    name: str
    reference: str = Field(description="Which version this is")
    date: datetime.date
    published_on: datetime.date | None = Field(
        default=None, description="When this version was published, if it was"
    )
    notice: str | None = Field(default=None, description="What stands above the text")
    sections: tuple[SectionEntry, ...]
    created: str
    modified: str
    web: str = Field(description="The page for people")


class PaperSection(_Open):
    """A section with its present text."""

    id: str
    type: Literal["Section"] = "Section"
    name: str
    reference: str = Field(description="Its number in the text, if it has one")
    level: int
    position: int
    parent_id: str | None = None
    superordinated_paper: str = Field(
        serialization_alias="superordinatedPaper",
        description="The address of the concept in this interface",
    )
    text: str = Field(description="Markdown")
    version: int = Field(description="Counts the wordings of this section from 1")
    competence: Competence = Field(description="Who decides on its text")
    review_status: Currency = Field(description="Whether the section was found to hold")
    reviewed_on: datetime.date | None = None
    created: str
    modified: str
    web: str = Field(description="The page for people")
