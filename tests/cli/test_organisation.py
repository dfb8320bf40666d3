"""The organisation on the command line: frozen once, refused with reasons, brought together."""

import json
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from tests.organisations import organisation

from kompasskive.cli.main import main
from kompasskive.dialogue.model import DialogueKind, Team, Workbook
from kompasskive.storage.workbook import create, open_workbook, read


def written(path: Path, workbook: Workbook) -> Path:
    create(path, workbook).close()
    return path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return written(tmp_path / "org.kompas", organisation(14))


def run(*arguments: object) -> int:
    return main([str(each) for each in arguments])


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("ending", ["pdf", "xlsx", "csv", "json", "svg", "png"])
def test_each_form_is_written(file: Path, tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"ud.{ending}"
    assert run("organisation", file, "--period", "2026", "-o", out) == 0
    assert out.stat().st_size > 500


def test_the_numbers_are_frozen_the_first_time_and_then_only_read(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = tmp_path / "a.json", tmp_path / "b.json"
    assert run("organisation", file, "--period", "2026", "-o", first) == 0
    assert len(read(file).snapshots) == 1
    opened = open_workbook(file)
    fewer = replace(opened.workbook, people=opened.workbook.people[:-1])
    talks = tuple(t for t in fewer.dialogues if t.employee_id != "p13")
    opened.submit(opened.workbook, replace(fewer, dialogues=talks), lambda _: None)
    opened.close()
    before = file.read_bytes()
    assert run("organisation", file, "--period", "2026", "-o", second) == 0
    assert first.read_bytes() == second.read_bytes()
    assert file.read_bytes() == before
    assert run("organisation", file, "--period", "2026", "--anew", "-o", second) == 1
    assert "Kun én person" in capsys.readouterr().err
    assert first.read_bytes() == second.read_bytes()
    assert file.read_bytes() == before


def test_too_few_people_are_refused_with_the_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, out = written(tmp_path / "lille.kompas", organisation(4)), tmp_path / "ud.pdf"
    assert run("organisation", file, "--period", "2026", "-o", out) == 1
    assert "kræver mindst 5" in capsys.readouterr().err
    assert not out.exists()
    assert read(file).snapshots == ()


def test_several_files_are_counted_together(tmp_path: Path) -> None:
    one = written(tmp_path / "en.kompas", organisation(4))
    other = written(tmp_path / "to.kompas", organisation(10, start=4))
    out = tmp_path / "ud.json"
    assert run("organisation", one, other, "--period", "2026", "-o", out) == 0
    whole = written(tmp_path / "alle.kompas", organisation(14))
    expected = tmp_path / "alle.json"
    assert run("organisation", whole, "--period", "2026", "-o", expected) == 0
    assert json.loads(out.read_text())["cells"] == json.loads(expected.read_text())["cells"]


def test_files_that_come_after_the_numbers_were_frozen_are_said_not_to_count(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = written(tmp_path / "to.kompas", organisation(10, start=14))
    first, second = tmp_path / "a.json", tmp_path / "b.json"
    assert run("organisation", file, "--period", "2026", "-o", first) == 0
    assert "ikke talt med" not in capsys.readouterr().out
    assert run("organisation", file, other, "--period", "2026", "-o", second) == 0
    told = capsys.readouterr().out
    assert f"{other} er ikke talt med" in told
    assert "--anew" in told
    assert second.read_bytes() == first.read_bytes()
    assert run("organisation", file, other, "--period", "2026", "--anew", "-o", second) == 0
    assert "ikke talt med" not in capsys.readouterr().out
    assert json.loads(second.read_text())["people"] == 24


@pytest.mark.parametrize("command", [("organisation",), ("compare", "--person", "p3")])
def test_a_period_that_has_not_begun_is_refused(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    name, *who = command
    before, out = file.read_bytes(), tmp_path / "ud.pdf"
    assert run(name, file, *who, "--period", "2199", "-o", out) == 1
    assert "2199 er ikke begyndt" in capsys.readouterr().err
    assert not out.exists()
    assert file.read_bytes() == before


def test_one_person_beside_the_organisation(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "side.pdf"
    assert run("compare", file, "--person", "p3", "--period", "2026", "-o", out) == 0
    text = pypdfium2.PdfDocument(out)[0].get_textpage().get_text_range()
    assert "Person 3 Fortrolig" in text


def test_five_are_too_few_to_compare_but_a_teams_dial_can_be_used(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = organisation(5)
    talk = replace(book.dialogues[0], id="team", kind=DialogueKind.TEAM, employee_id=None)
    team = replace(talk, team_id="nord", items={})
    book = replace(book, teams=(Team("nord", "Team Nord"),), dialogues=(*book.dialogues, team))
    file, out = written(tmp_path / "fem.kompas", book), tmp_path / "side.pdf"
    assert run("compare", file, "--person", "p3", "--period", "2026", "-o", out) == 1
    assert "kræver mindst 6" in capsys.readouterr().err
    assert run("compare", file, "--person", "p3", "--team", "Team Nord", "-o", out) == 0


def test_a_wrong_period_or_ending_is_refused(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("organisation", file, "--period", "26", "-o", tmp_path / "a.pdf") == 1
    assert "2026H1" in capsys.readouterr().err
    assert run("organisation", file, "--period", "2026", "-o", tmp_path / "a.docx") == 1
    assert ".xlsx" in capsys.readouterr().err
    out = tmp_path / "a.png"
    assert run("organisation", file, "--period", "2026", "--size", "9", "-o", out) == 1
    assert "--size skal være mellem" in capsys.readouterr().err
    assert not out.exists()


def test_contributions_from_other_files_are_taken_in_once(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    leader = written(tmp_path / "leder.kompas", organisation(9, start=20))
    sent, out = tmp_path / "nord.kompasbidrag", tmp_path / "ud.json"
    assert run("contribution", "key", file) == 0
    public = capsys.readouterr().out.strip()
    assert run("contribution", "key", file) == 0
    assert capsys.readouterr().out.strip() == public
    key = tmp_path / "nøgle.txt"
    key.write_text(f"{public}\n", encoding="utf-8")
    make = ("contribution", "make", leader, "--period", "2026", "--key", key, "-o", sent)
    assert run(*make) == 0
    assert run("contribution", "add", file, sent) == 0
    assert "Nyt bidrag (9 samtaler)" in capsys.readouterr().out
    assert run("contribution", "add", file, sent) == 0
    assert "Intet nyt" in capsys.readouterr().out
    assert run(*make) == 0
    assert run("contribution", "add", file, sent) == 0
    assert "Erstattede" in capsys.readouterr().out
    assert run("organisation", file, "--period", "2026", "-o", out) == 0
    assert json.loads(out.read_text())["people"] == 23


def test_what_is_no_contribution_or_key_is_refused(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    noise = tmp_path / "noget.kompasbidrag"
    noise.write_bytes(b"noget")
    before = file.read_bytes()
    assert run("contribution", "add", file, noise) == 1
    assert "Intet er ændret" in capsys.readouterr().err
    out = tmp_path / "b.kompasbidrag"
    assert run("contribution", "make", file, "--period", "2026", "--key", noise, "-o", out) == 1
    assert run("contribution", "make", file, "--period", "2026", "--key", "age1x", "-o", out) == 1
    assert "begynder med" in capsys.readouterr().err
    assert not out.exists()
    assert file.read_bytes() == before
