"""Backups and deletion from the command line, in a folder of the test's own."""

from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest

from kompasskive.cli.main import main
from kompasskive.storage import places
from kompasskive.storage.backups import backups_for
from kompasskive.storage.workbook import open_workbook, read


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    own = tmp_path / "kopier"
    monkeypatch.setattr(places, "backups_folder", lambda: own)
    return own


@pytest.fixture
def file(tmp_path: Path, folder: Path) -> Path:
    """An example file that was changed once, so that it has a backup."""
    path = tmp_path / "fil.kompas"
    assert main(["example", str(path), "--people", "3"]) == 0
    opened = open_workbook(path, backups=folder)
    opened.submit(opened.workbook, replace(opened.workbook, leader="Mette"), lambda _: None)
    assert opened.close() == 0
    return path


def test_backups_are_listed_and_one_is_restored(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["backups", str(file)]) == 0
    assert "1  " in capsys.readouterr().out
    file.write_bytes(b"ikke en fil mere")
    assert main(["backups", str(file), "--restore", "1"]) == 0
    assert "beskadiget" in capsys.readouterr().out
    assert read(file).leader == "Mette"


def test_a_number_that_is_not_there_changes_nothing(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = file.read_bytes()
    assert main(["backups", str(file), "--restore", "9"]) == 1
    assert "nummer 9" in capsys.readouterr().err
    assert file.read_bytes() == before


def test_deleting_asks_first(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", StringIO("nej\n"))
    assert main(["delete", str(file), "--person", "Jens Jensen"]) == 0
    assert "Intet er slettet" in capsys.readouterr().out
    assert len(read(file).people) == 3
    monkeypatch.setattr("sys.stdin", StringIO(""))
    assert main(["delete", str(file), "--person", "Jens Jensen"]) == 1
    assert "--yes" in capsys.readouterr().err


def test_deleted_is_gone_from_file_and_backups(
    file: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["delete", str(file), "--person", "Jens Jensen", "--yes"]) == 0
    receipt = capsys.readouterr().out
    assert "Slettet for altid" in receipt
    assert "Jens" not in receipt
    for path in (file, *(b.path for b in backups_for(file, folder))):
        assert "Jens Jensen" not in {p.name for p in read(path).people}
