"""Backups and deletion from the command line, in a folder of the test's own."""

import shutil
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path

import pytest

from kompasskive.cli.main import main
from kompasskive.dialogue import access
from kompasskive.dialogue.model import Dialogue
from kompasskive.dialogue.organisation import Lever, Priority
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


def test_where_else_a_name_stands_is_told_before_and_after(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    owned = Priority("p", "2026", "Et greb med Jens Jensen", Lever.LEARNING, owner="jens jensen")
    opened = open_workbook(file)
    opened.submit(opened.workbook, replace(opened.workbook, priorities=(owned,)), lambda _: None)
    opened.close()
    monkeypatch.setattr("sys.stdin", StringIO("ja\n"))
    assert main(["delete", str(file), "--person", "Jens Jensen"]) == 0
    told = capsys.readouterr().out
    assert "Navnet står også som ansvarlig ét sted og tages ud dér." in told
    assert "Navnet stod også som ansvarlig ét sted og er taget ud dér." in told
    for still in ("også", "stadig"):
        assert f"Navnet står {still} i én anden tekst, fx en note om en anden; den må I" in told
    assert read(file).priorities[0].owner == ""


def talk_of(file: Path, name: str) -> Dialogue:
    workbook = read(file)
    person = next(p for p in workbook.people if p.name == name)
    return workbook.dialogues_of(person.id)[0]


@pytest.mark.parametrize("by", ["day", "id"])
def test_one_talk_is_deleted_and_the_person_stays(
    file: Path, capsys: pytest.CaptureFixture[str], by: str
) -> None:
    talk = talk_of(file, "Jens Jensen")
    person = ["--person", "Jens Jensen"] if by == "day" else []
    wanted = talk.held_on.isoformat() if by == "day" else talk.id
    assert main(["delete", str(file), *person, "--talk", wanted, "--yes"]) == 0
    assert ": 1 samtale, i filen" in capsys.readouterr().out
    after = read(file)
    assert len(after.people) == 3
    assert talk.id not in {d.id for d in after.dialogues}


def test_the_question_says_which_talk(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", StringIO("nej\n"))
    assert main(["delete", str(file), "--talk", talk_of(file, "Jens Jensen").id]) == 0
    told = capsys.readouterr().out
    assert "med Jens Jensen slettes for altid" in told
    assert "journaliseret" in told


@pytest.mark.parametrize("words", [[], ["--talk", "nej"], ["--talk", "2026-11-23"]])
def test_what_is_not_there_is_not_deleted(
    file: Path, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    before = file.read_bytes()
    assert main(["delete", str(file), *words, "--yes"]) == 1
    assert capsys.readouterr().err.strip().endswith(".")
    assert file.read_bytes() == before


def test_nothing_goes_while_somebody_has_asked_for_access(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    opened = open_workbook(file)
    jens = next(p for p in opened.workbook.people if p.name == "Jens Jensen")
    asked = access.ask(opened.workbook, jens.id, date(2026, 11, 25))
    opened.submit(opened.workbook, asked, lambda _: None)
    assert opened.close() == 0
    before = file.read_bytes()
    talk = talk_of(file, "Jens Jensen")
    for words in (["--person", "Jens Jensen"], ["--talk", talk.id]):
        assert main(["delete", str(file), *words, "--yes"]) == 1
        assert "bedt om indsigt 25. november 2026" in capsys.readouterr().err
    assert file.read_bytes() == before


def test_a_conflict_copy_is_pointed_out_by_check(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(file, file.with_name("fil-DESKTOP-AB12.kompas"))
    assert main(["check", str(file)]) == 0
    told = capsys.readouterr().out
    assert "fil-DESKTOP-AB12.kompas" in told
    assert "udgave 2" in told
