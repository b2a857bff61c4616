"""The house itself: who may import whom, how large things are, and what is locked."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from views.licences import installed

ROOMS = ("accounts", "concept_review", "data", "network", "views", "tests", "benchmarks", "docs")


def own_files() -> list[Path]:
    files = [ROOT / "app.py"]
    for room in ROOMS:
        files += sorted((ROOT / room).rglob("*.py"))
    return files


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Return name and length in lines of every function, without its docstring."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            docstring = ast.get_docstring(node, clean=False) or ""
            length = (node.end_lineno or 0) - node.lineno + 1
            yield node.name, length - len(docstring.splitlines())


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("path", own_files(), ids=lambda path: str(path.relative_to(ROOT)))
def test_no_file_is_over_250_lines_and_no_function_over_50(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 250
    assert [(name, length) for name, length in functions(path) if length > 50] == []


def test_the_import_rules_are_kept() -> None:
    done = run("-c", "from importlinter.cli import lint_imports_command as c; c()")

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    "arguments", [("ruff", "check", "."), ("ruff", "format", "--check", "."), ("mypy",)],
    ids=" ".join,
)  # fmt: skip
def test_the_checks_are_clean(arguments: tuple[str, ...]) -> None:
    done = run("-m", *arguments)

    assert done.returncode == 0, done.stdout + done.stderr


def test_starting_loads_nothing_that_only_some_pages_need() -> None:
    heavy = ["pyvis", "IPython", "docx", "markdown_it", "scipy", "matplotlib"]
    script = f"import app, sys; print([name for name in {heavy} if name in sys.modules])"

    done = run("-c", script)

    assert done.stdout.strip() == "[]", done.stdout + done.stderr


def test_locked_requirements_hold_hashes_and_no_addresses() -> None:
    for name in ("run", "dev"):
        text = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")
        blocks = re.split(r"\n(?=\S)", text.strip())
        assert "://" not in text
        assert len(blocks) > 40
        assert [block for block in blocks if "--hash=sha256:" not in block] == []


def test_what_runs_is_locked_the_same_for_running_and_testing() -> None:
    def pins(name: str) -> set[str]:
        text = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")
        return set(re.findall(r"^(\S+==\S+)", text, re.MULTILINE))

    assert pins("run") <= pins("dev")


def test_every_dependency_has_an_allowed_licence() -> None:
    assert [each for each in installed() if not each.allowed] == []


def test_the_licence_is_named_as_spdx() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

    assert project["license"] == "EUPL-1.2"
    assert "SPDX-License-Identifier: EUPL-1.2" in (ROOT / "LICENSE").read_text("utf-8")


def test_no_page_file_bears_the_name_of_a_room() -> None:
    pages = {path.stem for path in (ROOT / "views" / "pages").glob("*.py")}

    assert not pages & set(ROOMS)


def test_nothing_in_the_tree_is_copied_from_vis_network_or_loads_from_elsewhere() -> None:
    for path in (ROOT / "views" / "assets").iterdir():
        text = path.read_text("utf-8")
        assert "visjs" not in text
        assert not re.search(r"https?://(?!www\.w3\.org/)", text), path.name


def test_every_command_of_the_makefile_that_the_readme_names_exists() -> None:
    named = set(re.findall(r"`make (\w+)`", (ROOT / "README.md").read_text("utf-8")))
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))

    assert {"run", "test"} <= named <= targets
