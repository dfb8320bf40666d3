"""A word that only one person's talk holds is nowhere on the disk once the person is deleted."""

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from tests.desktop.desk import NOW, Desk

from kompasskive.desktop.app import guard
from kompasskive.desktop.pages.people import PeoplePage
from kompasskive.dialogue.example import example_workbook
from kompasskive.dialogue.model import Dialogue, Note, NoteScope, Workbook
from kompasskive.framework.catalogue import bundled
from kompasskive.storage.workbook import check, create, open_workbook, read

CANARY = "Kanariefugl Æblegrød"
WORDS = [CANARY.encode(coding) for coding in ("utf-8", "utf-16-le", "utf-16-be", "latin-1")]
WORDS += [CANARY.encode("unicode_escape"), b"Kanariefugl"]
PAGES = ("preparation", "talk", "profile", "plan", "history", "report", "people")


def traces(place: Path) -> list[Path]:
    """Every file under a place in which the word can be seen, in its name or content."""
    files = [path for path in place.rglob("*") if path.is_file()]
    return [
        path
        for path in files
        if "Kanariefugl" in path.name or any(word in path.read_bytes() for word in WORDS)
    ]


def about_the_bird(workbook: Workbook) -> Workbook:
    """The first person is the canary, and everything said about them says so."""
    person = replace(workbook.people[0], name=CANARY, target_group=CANARY)
    talks = tuple(_told(d) if d.employee_id == person.id else d for d in workbook.dialogues)
    return replace(workbook, people=(person, *workbook.people[1:]), dialogues=talks)


def _told(talk: Dialogue) -> Dialogue:
    return replace(
        talk,
        remark=CANARY * 40,
        management=CANARY,
        notes=(*talk.notes, Note("k", NoteScope.TALK, "", CANARY)),
        strengths=tuple(replace(s, text=f"{CANARY} {s.text}") for s in talk.strengths),
        agreements=tuple(replace(a, what=CANARY, who=CANARY) for a in talk.agreements),
    )


@pytest.fixture
def temp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary files go meanwhile."""
    folder = tmp_path / "midlertidigt"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    for name in ("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(folder))
    return folder


def test_a_deleted_person_is_nowhere(desk: Desk, temp: Path) -> None:
    path, window = desk.folder / "fil.kompas", desk.window
    desk.settings.backups = desk.folder / "kopier"
    before = example_workbook(bundled(), 3, 1, NOW.date())
    person_id = before.people[0].id
    create(path, before).close()
    desk.show()
    window.files.open(path)
    desk.settle()
    document = window.context.document
    document.edit(f"Ny medarbejder {CANARY}", about_the_bird(document.value))
    crash = guard(window, lambda: desk.folder / "log")
    for name in PAGES:
        window.context.position.open_person(person_id)
        window.context.position.go(name)
        desk.settle()
    crash.caught(ValueError, ValueError(CANARY), None)
    desk.settle()
    crash.leave()
    window.files.in_use.work_on(lambda _: None)
    desk.settle()
    assert list((desk.folder / "log").iterdir())
    assert len(traces(desk.folder)) == 2
    window.context.position.go("people")
    desk.settle()
    page = window.page
    assert isinstance(page, PeoplePage)
    menu = page.person_menu(person_id)
    next(a for a in menu.actions() if a.text() == "Slet …").trigger()
    desk.settle()
    assert desk.answers.asked[-1] == "Kvittering"
    assert traces(desk.folder) == []
    assert not list(temp.rglob("*.kompas*"))
    assert check(path) == ()
    assert person_id not in {p.id for p in read(path).people}


def test_neither_settings_nor_locks_name_anybody(desk: Desk, temp: Path) -> None:
    path = desk.folder / "fil.kompas"
    create(path, about_the_bird(example_workbook(bundled(), 3, 1, NOW.date()))).close()
    desk.show()
    desk.window.files.open(path)
    desk.settle()
    desk.settings.remember(path)
    second = open_workbook(path)
    assert second.read_only_reason
    assert traces(desk.folder) == [path]
