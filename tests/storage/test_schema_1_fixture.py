"""A file written when schema 1 was tagged must open for ever, with everything in it."""

import shutil
from pathlib import Path

import pytest

from kompasskive.dialogue.model import DialogueState
from kompasskive.framework.catalogue import bundled
from kompasskive.storage.workbook import check, open_workbook, read

KEPT = Path(__file__).parents[1] / "data" / "skema_1.kompas"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return Path(shutil.copy(KEPT, tmp_path / "gammel.kompas"))


def test_the_kept_file_is_sound(path: Path) -> None:
    assert check(path) == ()


def test_the_kept_file_holds_what_it_held(path: Path) -> None:
    workbook = read(path)
    assert [p.name for p in workbook.people] == ["Jens Jensen", "Amina Yusuf", "Birgit Sørensen"]
    assert [f.key for f in workbook.frameworks] == [bundled().key]
    earlier, talk = workbook.dialogues_of(workbook.people[0].id)
    assert (earlier.state, talk.state) == (DialogueState.APPROVED, DialogueState.IN_PROGRESS)
    assert (len(talk.strengths), len(talk.potentials), len(talk.agreements)) == (3, 2, 3)
    assert len(talk.placements) == 18


def test_the_kept_file_can_be_worked_on(path: Path) -> None:
    file = open_workbook(path)
    assert file.read_only_reason == ""
    assert file.close() == 0
