"""The whole journey through the real window, in a process of its own: new file, talk, PDF."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

from kompasskive.desktop.walkthrough.conversation import (
    FIELDS,
    MARKS,
    NAME,
    NOTE,
    PLACEMENTS,
    PROFILE,
    WORKBOOK,
)
from kompasskive.dialogue.model import Dialogue, DialogueState, Workbook
from kompasskive.framework.model import Dimension, Level, Mark
from kompasskive.storage.workbook import check, read

ORDER = (Mark.NEW, Mark.UNDER_WAY, Mark.CONFIDENT, Mark.SHARES)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ærlig prøve")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    environment["PYTHONPATH"] = os.pathsep.join(p for p in sys.path if p)
    command = [sys.executable, "-m", "kompasskive", "walkthrough", str(folder)]
    played = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=240)
    assert played.returncode == 0, played.stderr
    assert "fejl" not in played.stderr
    return folder


@pytest.fixture(scope="module")
def workbook(folder: Path) -> Workbook:
    return read(folder / WORKBOOK)


@pytest.fixture(scope="module")
def talk(workbook: Workbook) -> Dialogue:
    return workbook.dialogues[0]


def test_the_file_is_sound_and_holds_one_person(folder: Path, workbook: Workbook) -> None:
    assert check(folder / WORKBOOK) == ()
    assert [p.name for p in workbook.people] == [NAME]
    assert workbook.leader == "Mette Holm"


def test_every_key_pressed_is_a_mark_or_a_placement(workbook: Workbook, talk: Dialogue) -> None:
    framework = workbook.framework_of(talk)
    assert tuple(f.name for f in framework.fields) == FIELDS
    for field, marks, levels in zip(framework.fields, MARKS, PLACEMENTS, strict=True):
        answered = [talk.answer(item.id).mark for item in field.at(Level.BASIC)]
        asked = [ORDER[int(key) - 1] for key in marks]
        assert answered == [*asked, *[None] * (len(answered) - len(asked))]
        placed = [talk.placement(field.id, dimension) for dimension in Dimension]
        assert [p.level if p else None for p in placed] == [
            *(int(level) for level in levels),
            *[None] * (3 - len(levels)),
        ]


def test_the_note_the_plan_and_the_approval_are_in_the_file(talk: Dialogue) -> None:
    assert [(n.text, n.to_file) for n in talk.notes] == [(NOTE, True)]
    assert len(talk.strengths) == 1
    assert [a.who for a in talk.agreements] == ["Åse og Amina"]
    assert talk.state is DialogueState.APPROVED


def test_the_profile_on_paper_says_what_was_typed(folder: Path) -> None:
    document = pypdfium2.PdfDocument(folder / PROFILE)
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    said = " ".join(text.split())
    assert NAME.upper() in said
    assert NOTE in said
    assert "KLADDE" not in said
    assert "Tager en svær sag med til teammødet hver måned" in said


def test_the_pictures_and_the_dial_are_there(folder: Path) -> None:
    pictures = sorted(p.name for p in folder.glob("*_*.png"))
    assert len(pictures) == 7
    assert all(p.stat().st_size > 20_000 for p in folder.glob("*_*.png"))
    assert FIELDS[1].split(" & ")[1] in (folder / "Kompasskive.svg").read_text(encoding="utf-8")


def test_the_export_holds_the_same(folder: Path, tmp_path: Path) -> None:
    from kompasskive.cli.main import main

    out = tmp_path / "data.json"
    assert main(["export", str(folder / WORKBOOK), "-o", str(out)]) == 0
    assert NOTE in json.dumps(json.loads(out.read_bytes()), ensure_ascii=False)
