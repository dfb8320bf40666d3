"""Passwords from the command line: all commands open encrypted files, none tells its key."""

import json
import os
from argparse import ArgumentParser, _SubParsersAction
from collections.abc import Iterator
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest

from kompasskive.cli.main import _command_parser, main
from kompasskive.errors import LockedError
from kompasskive.storage import places
from kompasskive.storage.connection import head
from kompasskive.storage.encryption import KNOWN, PLAIN
from kompasskive.storage.unlocking import unlock
from kompasskive.storage.workbook import open_workbook, read

PASSWORD = "rød cykel på Æbelø"
OTHER = "grøn båd ved Anholt"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    own = tmp_path / "kopier"
    monkeypatch.setattr(places, "backups_folder", lambda: own)
    return own


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "fil.kompas"
    assert main(["example", str(path), "--people", "2"]) == 0
    return path


def run(monkeypatch: pytest.MonkeyPatch, *arguments: object, lines: tuple[str, ...] = ()) -> int:
    """A command in a process that knows no key yet, with these lines on standard input."""
    monkeypatch.setattr(KNOWN, "_keys", {})
    monkeypatch.setattr("sys.stdin", StringIO("".join(f"{line}\n" for line in lines)))
    return main([str(argument) for argument in arguments])


@pytest.fixture
def encrypted(file: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    assert run(monkeypatch, "password", file, "--password-stdin", lines=(PASSWORD,)) == 0
    return file


def test_a_password_is_set_changed_and_removed(
    encrypted: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert head(encrypted) != PLAIN
    command = ("password", encrypted, "--password-stdin")
    assert run(monkeypatch, *command, lines=(PASSWORD, OTHER)) == 0
    assert run(monkeypatch, *command, "--remove", lines=(PASSWORD,)) == 1
    assert "passer ikke" in capsys.readouterr().err
    assert run(monkeypatch, *command, "--remove", lines=(OTHER,)) == 0
    assert "ingen adgangskode mere" in capsys.readouterr().out
    assert head(encrypted) == PLAIN
    assert len(read(encrypted).people) == 2


def test_every_command_opens_it_with_its_password(
    encrypted: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    person = ("--person", "Jens Jensen")
    for command in (
        ("people", encrypted),
        ("check", encrypted),
        ("backups", encrypted),
        ("report", encrypted, *person, "-o", tmp_path / "profil.txt"),
        ("dial", encrypted, *person, "-o", tmp_path / "skive.svg"),
        ("export", encrypted, "-o", tmp_path / "data.json"),
        ("delete", encrypted, *person, "--yes"),
    ):
        assert run(monkeypatch, *command, "--password-stdin", lines=(PASSWORD,)) == 0, command
    assert head(encrypted) != PLAIN


@pytest.mark.parametrize("command", ["people", "check", "backups", "password"])
@pytest.mark.parametrize("lines", [("helt forkert",), ("",), ()])
def test_without_it_there_is_one_sentence(
    encrypted: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    command: str,
    lines: tuple[str, ...],
) -> None:
    before = encrypted.read_bytes()
    capsys.readouterr()
    assert run(monkeypatch, command, encrypted, "--password-stdin", lines=lines) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert len(told.err.splitlines()) == 1
    assert "adgangskode" in told.err.casefold()
    assert encrypted.read_bytes() == before


def test_with_nobody_to_ask_it_says_how(
    encrypted: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "people", encrypted) == 1
    assert "--password-stdin" in capsys.readouterr().err


def test_a_short_one_is_refused_and_an_obvious_one_remarked_on(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ("password", file, "--password-stdin")
    assert run(monkeypatch, *command, lines=("for kort",)) == 1
    assert "mindst 12 tegn" in capsys.readouterr().err
    assert head(file) == PLAIN
    assert run(monkeypatch, *command, lines=("adgangskode 1234",)) == 0
    assert "let at gætte" in capsys.readouterr().err


def test_the_recovery_code_opens_it_too(
    encrypted: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    command = ("password", encrypted, "--password-stdin")
    assert run(monkeypatch, *command, "--code", lines=(PASSWORD,)) == 0
    code = " ".join(capsys.readouterr().out.split())
    assert run(monkeypatch, *command, lines=(code, OTHER)) == 0
    assert run(monkeypatch, "check", encrypted, "--password-stdin", lines=(code,)) == 1
    assert run(monkeypatch, "check", encrypted, "--password-stdin", lines=(OTHER,)) == 0


def test_of_a_file_without_one_there_is_none_to_show_or_remove(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for what in ("--remove", "--code"):
        assert run(monkeypatch, "password", file, what) == 0
        assert "har ingen adgangskode" in capsys.readouterr().out
    assert run(monkeypatch, "people", file, "--json", "--password-stdin") == 0
    assert len(json.loads(capsys.readouterr().out)) == 2
    assert run(monkeypatch, "password", file.with_name("ingen.kompas")) == 1
    assert "findes ikke" in capsys.readouterr().err


def test_the_library_alone_tells_it_is_locked(
    encrypted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(KNOWN, "_keys", {})
    with pytest.raises(LockedError):
        read(encrypted)


def worked_in(file: Path, folder: Path) -> None:
    """Change one thing in an encrypted file, which leaves a backup."""
    unlock(file, PASSWORD)
    opened = open_workbook(file, backups=folder)
    opened.submit(opened.workbook, replace(opened.workbook, leader="Mette"), lambda _: None)
    assert opened.close() == 0


@pytest.mark.parametrize("place", [0, 100, 9000])
def test_a_damaged_one_gets_its_backup_back(
    encrypted: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, place: int
) -> None:
    worked_in(encrypted, folder)
    content = bytearray(encrypted.read_bytes())
    content[place : place + 8] = b"beskadig"
    encrypted.write_bytes(content)
    command = ("backups", encrypted, "--restore", 1, "--password-stdin")
    assert run(monkeypatch, *command, lines=("forkert kode",)) == 1
    assert encrypted.read_bytes() == content
    assert run(monkeypatch, *command, lines=(PASSWORD,)) == 0
    assert head(encrypted) != PLAIN
    assert read(encrypted).leader == "Mette"


def test_nobody_is_asked_where_input_is_nothing(
    encrypted: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(KNOWN, "_keys", {})
    with Path(os.devnull).open(encoding="utf-8") as nothing:
        monkeypatch.setattr("sys.stdin", nothing)
        assert main(["check", str(encrypted)]) == 1
    assert "--password-stdin" in capsys.readouterr().err


def test_files_that_are_counted_together_each_take_a_line(
    encrypted: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    other = encrypted.with_name("anden.kompas")
    assert main(["example", str(other), "--people", "3", "--seed", "2"]) == 0
    assert run(monkeypatch, "password", other, "--password-stdin", lines=(OTHER,)) == 0
    told = ("--period", "2026", "-o", encrypted.with_name("tal.json"), "--password-stdin")
    command = ("organisation", encrypted, other, *told)
    assert run(monkeypatch, *command, lines=(PASSWORD,)) == 1
    assert "adgangskode" in capsys.readouterr().err
    run(monkeypatch, *command, lines=(PASSWORD, OTHER))
    assert "adgangskode" not in capsys.readouterr().err


def test_every_command_that_opens_a_file_can_be_given_its_password() -> None:
    commands = dict(found(_command_parser(), ""))
    takes = {name for name, options in commands.items() if "--password-stdin" in options}
    opens = {name for name, options in commands.items() if "FIL" in options}
    assert opens - takes == {"example"}


def found(parser: ArgumentParser, name: str) -> Iterator[tuple[str, set[str | None]]]:
    """Every command, and its options and the files it takes."""
    for action in parser._actions:
        if isinstance(action, _SubParsersAction):
            for word, part in action.choices.items():
                yield from found(part, f"{name} {word}".strip())
    told = {action.metavar for action in parser._actions if isinstance(action.metavar, str)}
    yield name, {*told, *parser._option_string_actions}
