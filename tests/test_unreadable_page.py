"""A page whose store cannot be read says so in words."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.conftest import ROOT


def test_a_store_that_cannot_be_read_is_explained(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "kaputt.db"
    path.write_bytes(b"Das war einmal eine Datenbank. " * 500)
    monkeypatch.setenv("BINDEGLIED_DATABASE", str(path))
    opened = AppTest.from_file(ROOT / "app.py", default_timeout=60).run()

    assert not opened.exception
    assert "keine Datenbank von Bindeglied" in opened.error[0].value
