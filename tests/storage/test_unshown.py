"""What cannot be shown in a file is visible once it is opened, and its digest still holds."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from tests.strategies import workbooks

from kompasskive.dialogue.model import Note, NoteScope, Workbook
from kompasskive.dialogue.showing import made_visible
from kompasskive.framework.catalogue import bundled
from kompasskive.storage.locking import lock_path
from kompasskive.storage.workbook import check, create, open_workbook, read

BIDI = "\u202eneddæv\u202c"
SEEN = "\ufffdneddæv\ufffd"
PLAIN = "<b>&amp;</b> 👩‍👧 æøå\n\tlinje"


@pytest.fixture
def turned(workbook: Workbook) -> Workbook:
    """A name, a team, a note and a leader that turn the writing round."""
    note = Note("n", NoteScope.TALK, "", f"{PLAIN} {BIDI}\x07")
    talk = replace(workbook.dialogues[0], notes=(note,))
    return replace(
        workbook,
        leader=BIDI,
        people=(replace(workbook.people[0], name=BIDI), *workbook.people[1:]),
        teams=(replace(workbook.teams[0], name=f"Team {BIDI}"), *workbook.teams[1:]),
        dialogues=(talk, *workbook.dialogues[1:]),
    )


def test_opened_for_work_the_file_is_put_right(path: Path, turned: Workbook) -> None:
    create(path, turned).close()
    assert "\u202e".encode() in path.read_bytes()
    opened = open_workbook(path)
    assert opened.was_unshown
    assert opened.workbook.leader == opened.workbook.people[0].name == SEEN
    assert opened.workbook.dialogues[0].notes[0].text == f"{PLAIN} {SEEN}\ufffd"
    opened.submit(opened.workbook, replace(opened.workbook, leader="Mette"), lambda _: None)
    assert opened.close() == 0
    assert "\u202e".encode() not in path.read_bytes()
    assert check(path) == ()
    again = open_workbook(path)
    assert (again.was_unshown, again.revision) == (False, 3)
    assert again.workbook.teams[0].name == f"Team {SEEN}"
    again.close()


def test_read_or_opened_for_reading_it_is_shown_and_not_touched(
    path: Path, turned: Workbook
) -> None:
    create(path, turned).close()
    before = path.read_bytes()
    assert read(path).leader == SEEN
    lock_path(path).write_text('[1, "anden-pc", "2026-11-23T14:05:00+01:00", "x"]')
    opened = open_workbook(path)
    assert opened.read_only_reason
    assert opened.was_unshown
    assert opened.workbook.people[0].name == SEEN
    assert path.read_bytes() == before


def test_what_can_be_shown_is_left_and_nothing_is_written(path: Path, workbook: Workbook) -> None:
    create(path, replace(workbook, leader=PLAIN)).close()
    before = path.read_bytes()
    opened = open_workbook(path)
    assert not opened.was_unshown
    opened.close()
    assert path.read_bytes() == before
    assert read(path).leader == PLAIN


@given(workbooks(bundled()))
def test_what_came_in_through_the_program_stays_as_it_is(workbook: Workbook) -> None:
    assert made_visible(workbook) == workbook


def test_ids_and_what_nobody_reads_stay(workbook: Workbook) -> None:
    odd = replace(workbook.people[0], id=BIDI, left_on=date(2026, 1, 1))
    assert made_visible(replace(workbook, people=(odd,))).people[0] == odd
