"""A file written by any earlier schema opens for ever, with everything in it, and is upgraded."""

import shutil
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection
from tests.storage.pinned import DATA, golden, written

from kompasskive.dialogue.model import AccessRequest, DialogueState, Workbook
from kompasskive.framework.catalogue import bundled
from kompasskive.storage import connection, migrations, schema
from kompasskive.storage.backups import backups_for
from kompasskive.storage.deletion import delete
from kompasskive.storage.loading import load
from kompasskive.storage.restoring import restore
from kompasskive.storage.workbook import check, open_workbook, read

AT = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
KEPT = [DATA / f"skema_{number}.kompas" for number in range(1, schema.SCHEMA_VERSION)]


@pytest.fixture(params=KEPT, ids=lambda kept: kept.stem)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of a file that a released version wrote."""
    return Path(shutil.copy(request.param, tmp_path / "gammel.kompas"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "kopier"


def version(path: Path) -> int:
    with connection.connect(path, writable=False) as db, db.begin():
        return load(db, path).version


def upgraded(path: Path, folder: Path) -> Workbook:
    """What the file holds once it was opened for work and closed again."""
    file = open_workbook(path, backups=folder)
    assert file.read_only_reason == ""
    assert file.close() == 0
    return file.workbook


def test_schema_1_holds_what_it_held(tmp_path: Path) -> None:
    workbook = read(DATA / "skema_1.kompas")
    assert [p.name for p in workbook.people] == ["Jens Jensen", "Amina Yusuf", "Birgit Sørensen"]
    assert [f.key for f in workbook.frameworks] == [bundled().key]
    earlier, talk = workbook.dialogues_of(workbook.people[0].id)
    assert (earlier.state, talk.state) == (DialogueState.APPROVED, DialogueState.IN_PROGRESS)
    assert (len(talk.strengths), len(talk.potentials), len(talk.agreements)) == (3, 2, 3)
    assert len(talk.placements) == 18


def test_schema_2_holds_what_it_held(tmp_path: Path) -> None:
    kept = Path(shutil.copy(DATA / "skema_2.kompas", tmp_path / "fil.kompas"))
    workbook = read(kept)
    assert (version(kept), check(kept)) == (2, ())
    jens, amina, _ = workbook.people
    assert [(r.person_id, r.asked_on) for r in workbook.access_requests] == [
        (amina.id, date(2026, 11, 24))
    ]
    assert [goal.depth for goal in workbook.goals] == [2]
    assert [setting.cell for setting in workbook.privacy_settings] == [6]
    earlier, _ = workbook.dialogues_of(jens.id)
    assert [len(agreement.steps) for agreement in earlier.agreements] == [2]


def test_reading_an_older_file_leaves_it_as_it_is(old: Path, folder: Path) -> None:
    before = old.read_bytes()
    assert check(old) == ()
    assert open_workbook(old, read_only=True, backups=folder).workbook == read(old)
    assert old.read_bytes() == before
    assert not folder.exists()


def test_opening_it_for_work_upgrades_it_after_a_backup(old: Path, folder: Path) -> None:
    before, was = read(old), version(old)
    assert upgraded(old, folder) == before
    assert (version(old), check(old), read(old)) == (schema.SCHEMA_VERSION, (), before)
    assert written(old) == golden(schema.SCHEMA_VERSION).read_text(encoding="utf-8")
    (backup,) = backups_for(old, folder)
    assert (version(backup.path), check(backup.path), read(backup.path)) == (was, (), before)
    again = old.read_bytes()
    upgraded(old, folder)
    assert old.read_bytes() == again


def test_what_only_the_new_schema_holds_can_then_be_written(old: Path, folder: Path) -> None:
    file = open_workbook(old, backups=folder)
    request = AccessRequest(file.workbook.people[0].id, date(2026, 11, 25))
    after = replace(file.workbook, access_requests=(request,))
    file.submit(file.workbook, after, lambda _: None)
    assert file.close() == 0
    assert read(old) == after


@pytest.mark.parametrize("place", ["none", "in the way"])
def test_without_a_backup_it_opens_for_reading_only(old: Path, folder: Path, place: str) -> None:
    before = old.read_bytes()
    if place == "in the way":
        folder.write_text("en fil")
    file = open_workbook(old, backups=None if place == "none" else folder)
    assert "ældre udgave" in file.read_only_reason
    assert file.read_only_reason.endswith(".")
    assert file.workbook == read(old)
    assert old.read_bytes() == before


def test_an_upgrade_that_fails_half_way_leaves_the_file_as_it_was(
    old: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def step(db: Connection) -> None:
        made(db)
        raise MemoryError

    made = migrations.STEPS[schema.SCHEMA_VERSION]
    before = old.read_bytes()
    monkeypatch.setitem(migrations.STEPS, schema.SCHEMA_VERSION, step)
    file = open_workbook(old, backups=folder)
    assert "kunne ikke opgraderes" in file.read_only_reason
    assert old.read_bytes() == before


def test_a_backup_of_the_older_file_can_be_fetched_and_upgraded(old: Path, folder: Path) -> None:
    before = upgraded(old, folder)
    file = open_workbook(old, backups=folder)
    file.submit(file.workbook, replace(file.workbook, leader="Bent"), lambda _: None)
    assert file.close() == 0
    oldest = backups_for(old, folder)[-1]
    restore(old, oldest, folder, AT)
    assert read(old) == before
    assert upgraded(old, folder) == before
    assert version(old) == schema.SCHEMA_VERSION


def test_somebody_is_deleted_from_older_backups_too(old: Path, folder: Path) -> None:
    person = upgraded(old, folder).people[0]
    delete(old, [person.id], (), folder, AT)
    for path in (old, *(backup.path for backup in backups_for(old, folder))):
        assert check(path) == ()
        assert person not in read(path).people
