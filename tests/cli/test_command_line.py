"""The command line as IT and scripts meet it: real processes' worth of arguments, real files."""

import json
import re
import shutil
from pathlib import Path
from xml.etree import ElementTree as ET

import pypdfium2
import pytest

from kompasskive.cli import commands
from kompasskive.cli.danish_argparse import DanishParser
from kompasskive.cli.main import main
from kompasskive.cli.names import NAMES

WHOLE_PAGES = 3 * 4096
"""Less may fall where a page of the file has nothing written."""


@pytest.fixture(scope="session")
def example_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cli") / "Ærlig prøve.kompas"
    assert main(["example", str(path), "--people", "6", "--seed", "3"]) == 0
    return path


@pytest.fixture
def workbook_file(example_file: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(example_file, tmp_path / "kopi.kompas"))


def text_of(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def test_example_leaves_an_existing_file_alone(
    workbook_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = workbook_file.read_bytes()
    assert main(["example", str(workbook_file)]) == 1
    assert "findes allerede" in capsys.readouterr().err
    assert workbook_file.read_bytes() == before


def test_people_lists_jens_first_made_and_everyone_once(
    workbook_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["people", str(workbook_file), "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert len(rows) == len({r["id"] for r in rows}) == 6
    jens = next(r for r in rows if r["name"] == "Jens Jensen")
    assert jens["draft"] is True
    assert (jens["latest_state"], jens["latest_state_word"]) == ("in_progress", "I gang")
    assert (jens["latest_approved_at"], jens["latest_amendments"]) == (None, 0)
    assert jens["talks"] == 2


def test_report_is_a_pdf_that_says_kladde(
    workbook_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "Profil.pdf"
    assert main(["report", str(workbook_file), "--person", "Jens Jensen", "-o", str(out)]) == 0
    assert "KLADDE" in capsys.readouterr().out
    text = text_of(out)
    assert "JENS JENSEN" in text
    assert "KLADDE" in text


def test_report_of_the_approved_talk_is_no_draft(workbook_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "Profil.pdf"
    asked = ["report", str(workbook_file), "--person", "Jens Jensen", "-o", str(out)]
    assert main([*asked, "--approved", "--grey"]) == 0
    assert "KLADDE" not in text_of(out)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast", "grey"])
def test_dial_as_svg_is_xml_with_the_fields_as_text(
    workbook_file: Path, tmp_path: Path, theme: str
) -> None:
    out = tmp_path / "skive.svg"
    asked = ["dial", str(workbook_file), "--person", "Jens Jensen", "-o", str(out)]
    assert main([*asked, "--theme", theme]) == 0
    words = " ".join(ET.fromstring(out.read_text(encoding="utf-8")).itertext())
    assert "Lov" in words
    assert "KLADDE" in words


@pytest.mark.usefixtures("qapp")
def test_dial_as_png_has_the_size_asked_for(workbook_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "skive.png"
    asked = ["dial", str(workbook_file), "--person", "Jens Jensen", "-o", str(out)]
    assert main([*asked, "--size", "640"]) == 0
    header = out.read_bytes()[:24]
    assert header.startswith(b"\x89PNG")
    assert int.from_bytes(header[16:20], "big") == 640


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("view", "told"), [("dimensions", "Relationel"), ("since", "Nu: "), ("dial", "Grundlinjen")]
)
@pytest.mark.parametrize("ending", ["svg", "png", "pdf"])
def test_dial_in_every_view_and_file(
    workbook_file: Path, tmp_path: Path, view: str, told: str, ending: str
) -> None:
    out = tmp_path / f"SKIVE.{ending}"
    asked = ["dial", str(workbook_file), "--person", "Jens Jensen", "-o", str(out)]
    assert main([*asked, "--view", view, "--size", "500"]) == 0
    content = out.read_bytes()
    starts = {"svg": b"<?xml", "png": b"\x89PNG", "pdf": b"%PDF"}
    assert content.startswith(starts[ending])
    if ending == "svg":
        assert any(told in text for text in ET.fromstring(content).itertext())


def test_dial_as_pdf_keeps_its_text(workbook_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "skive.pdf"
    assert main(["dial", str(workbook_file), "--person", "Jens Jensen", "-o", str(out)]) == 0
    assert "Netværk" in text_of(out)


def test_export_of_one_person_holds_nobody_else(workbook_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "data.json"
    asked = ["export", str(workbook_file), "--person", "Jens Jensen", "-o", str(out)]
    assert main(asked) == 0
    content = json.loads(out.read_bytes())
    assert [p["name"] for p in content["people"]] == ["Jens Jensen"]
    assert {d["employee_id"] for d in content["dialogues"]} == {content["people"][0]["id"]}


def test_a_sound_file_is_said_to_be_sound(
    workbook_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(workbook_file)]) == 0
    assert "er hel" in capsys.readouterr().out


def test_a_damaged_file_fails_with_a_sentence_and_stays_as_it_is(
    workbook_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = bytearray(workbook_file.read_bytes())
    middle = len(content) // 2
    content[middle : middle + WHOLE_PAGES] = bytes(WHOLE_PAGES)
    workbook_file.write_bytes(content)
    assert main(["check", str(workbook_file)]) == 1
    assert capsys.readouterr().err.strip().endswith(".")
    assert workbook_file.read_bytes() == bytes(content)


def test_an_unknown_person_fails_with_a_sentence(
    workbook_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["report", str(workbook_file), "--person", "Jens", "-o", str(tmp_path / "p.pdf")]
    assert main(asked) == 1
    assert "»Jens«" in capsys.readouterr().err
    assert not (tmp_path / "p.pdf").exists()


def test_a_framework_with_faults_lists_them_all(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "ramme.toml"
    path.write_text('navm = "x"\nversion = 3\n', encoding="utf-8")
    assert main(["framework", "check", str(path)]) == 1
    error = capsys.readouterr().err
    assert "linje 1" in error
    assert "linje 2" in error


def test_the_framework_is_shown_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["framework", "show", "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert len(shown["fields"]) == 6


@pytest.mark.parametrize(
    "arguments", [["report"], ["dial", "x", "--size", "stor"], ["nonsense", "a", "b"], ["--nej"]]
)
def test_wrong_use_is_two_and_danish(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    error = capsys.readouterr().err
    assert "blev ikke forstået" in error
    assert not re.search(r"\b(usage|required|unrecognized|invalid|expected|argument)\b", error)


def test_every_command_is_known_by_name_before_it_is_loaded() -> None:
    parsers = DanishParser().add_subparsers()
    commands.add_to(parsers)
    assert set(parsers.choices) == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_help_is_danish(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([name, "--help"])
    assert stopped.value.code == 0
    shown = capsys.readouterr().out
    assert "brug: " in shown
    assert not re.search(r"\b(usage|options|positional|show this)\b", shown)


def test_no_display_is_three_and_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main([]) == 3
    said = capsys.readouterr().err
    assert "nogen skærm" in said
    assert (said.count("."), said.endswith(".\n")) == (1, True)
