"""Word files as a coordinator takes them in."""

import io
from collections.abc import Sequence
from typing import Any

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph


def bytes_of(document: Document) -> bytes:
    """Return a document as the bytes of its file."""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def plain_file(title: str, sections: Sequence[tuple[str, Sequence[str]]]) -> bytes:
    """Return a file with a title and headings of the first level with paragraphs below."""
    document = docx.Document()
    document.add_heading(title, 0)
    for heading, paragraphs in sections:
        document.add_heading(heading, 1)
        for text in paragraphs:
            document.add_paragraph(text)
    return bytes_of(document)


def replace_tracked(paragraph: Paragraph, old: str, new: str, author: str) -> None:
    """Let an author replace some words of a paragraph, with the change tracked."""
    run = paragraph.runs[0]
    before, after = run.text.split(old, 1)
    run.text = before
    for tag, part, text in (("w:del", "w:delText", old), ("w:ins", "w:t", new)):
        mark: Any = OxmlElement(tag)
        mark.set(qn("w:id"), "1")
        mark.set(qn("w:author"), author)
        mark.set(qn("w:date"), "2026-03-01T10:00:00Z")
        inner, words = OxmlElement("w:r"), OxmlElement(part)
        words.text = text
        inner.append(words)
        mark.append(inner)
        paragraph._p.append(mark)
    paragraph.add_run(after)


def tracked_file() -> bytes:
    """Return a file in which two people tracked changes, and one line is only bold."""
    document = docx.Document()
    document.add_heading("Konzept Musterstadt", 0)
    document.add_heading("Ziele", 1)
    goal = document.add_paragraph("Die Stadt fördert zwölf Sprachkurse.")
    document.add_heading("Wege", 1)
    way = document.add_paragraph("Der Runde Tisch tagt jährlich.")
    document.add_paragraph().add_run("Beteiligte").bold = True
    document.add_paragraph("Träger und Vereine wirken mit.")
    replace_tracked(goal, "zwölf", "zwanzig", "Anna Beispiel")
    replace_tracked(way, "jährlich", "monatlich", "Bernd Muster")
    return bytes_of(document)
