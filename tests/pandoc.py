"""Pandoc as a second reader of the files that we write."""

import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import in_ci


def pandoc() -> str:
    """Return where pandoc is; without it the test is skipped, or fails in CI."""
    found = shutil.which("pandoc")
    if found is None:
        message = "no pandoc found: install the package pandoc for the tests of written files"
        if in_ci():
            pytest.fail(message)
        pytest.skip(message)
    return found


def words_by_pandoc(file: bytes, changes: str) -> list[str]:
    """Return the words of a Word file with all tracked changes at "accept" or "reject"."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "file.docx")
        path.write_bytes(file)
        done = subprocess.run(
            [pandoc(), f"--track-changes={changes}", "--from=docx", "--to=json", str(path)],
            capture_output=True,
            check=True,
        )
    tree = json.loads(done.stdout)
    # The title is taken out of the text, into what is said about it.
    title = tree["meta"].get("title", {}).get("c", [])
    return "".join([*_texts(title), " ", *_texts(tree["blocks"])]).split()


_SPACES = ("Space", "SoftBreak", "LineBreak")
_BLOCKS = ("Para", "Plain", "Header", "BlockQuote", "CodeBlock", "Table")


def _texts(node: object) -> Iterator[str]:
    if isinstance(node, list):
        for each in node:
            yield from _texts(each)
    elif isinstance(node, dict) and "t" in node:
        yield from _element(node["t"], node.get("c"))


def _element(kind: str, content: object) -> Iterator[str]:
    if isinstance(content, str):
        yield content
    elif kind in _SPACES:
        yield " "
    elif kind in ("Code", "CodeBlock") and isinstance(content, list):
        yield content[1]
    elif content is not None:
        yield from _texts(content)
        yield " " * (kind in _BLOCKS)
