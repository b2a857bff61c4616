"""Writing the papers of a Beschlussvorlage as files."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from importlib import import_module
from types import MappingProxyType

from concept_review.edition import Kit
from concept_review.papers.composing import Instructions, kit_paper, synopsis_paper
from concept_review.papers.paper import Paper

_NONE: Mapping[str, Sequence[str]] = MappingProxyType({})


class PaperFormat(StrEnum):
    """The formats, by the endings of their files."""

    DOCX = "docx"
    ODT = "odt"
    PDF = "pdf"
    XLSX = "xlsx"

    @property
    def media_type(self) -> str:
        """Return what a browser is told about such a file."""
        return _MEDIA_TYPES[self]


_MEDIA_TYPES = {
    PaperFormat.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    PaperFormat.ODT: "application/vnd.oasis.opendocument.text",
    PaperFormat.PDF: "application/pdf",
    PaperFormat.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def write_kit(
    kit: Kit,
    format_: PaperFormat | str,
    *,
    instructions: Instructions = _NONE,
    only_changed: bool = False,
    progress: Callable[[float], None] | None = None,
) -> bytes:
    """Return motion, reasons, change list, Synopse and Neufassung as one file.

    `instructions` holds sentences by the id of a contribution. `progress` is told the share of
    the work that is done, from 0 to 1. Raises ValueError for an unknown format.
    """
    return _written(kit_paper(kit, instructions, only_changed=only_changed), format_, progress)


def write_synopsis(
    kit: Kit,
    format_: PaperFormat | str,
    *,
    only_changed: bool = False,
    progress: Callable[[float], None] | None = None,
) -> bytes:
    """Return the Synopse alone, under a head that names both states, as a file."""
    return _written(synopsis_paper(kit, only_changed=only_changed), format_, progress)


def _written(
    paper: Paper, format_: PaperFormat | str, progress: Callable[[float], None] | None
) -> bytes:
    # The libraries are large, and most visitors never need one of them.
    writer = import_module(f"concept_review.papers.{PaperFormat(format_)}_file")
    written: bytes = writer.write(paper, progress or (lambda _: None))
    return written
