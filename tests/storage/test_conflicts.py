"""Copies left by synchronising programs are found by name and file id, and never touched."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from kompasskive.dialogue.model import Workbook
from kompasskive.storage.conflicts import conflict_copies
from kompasskive.storage.workbook import create, open_workbook

NAMES = (
    "Samtaler 2026-DESKTOP-AB12.kompas",
    "Samtaler 2026-mettes-pc (2).kompas",
    "Samtaler 2026 (1).kompas",
    "Samtaler 2026 (Mettes konflikt-kopi 2026-11-23).kompas",
    "Samtaler 2026 (conflicted copy 2026-11-23 140500).kompas",
    "Samtaler 2026.sync-conflict-20261123-140500-ABCDEFG.kompas",
)


@pytest.fixture
def path(tmp_path: Path, workbook: Workbook) -> Path:
    path = tmp_path / "Samtaler 2026.kompas"
    create(path, workbook).close()
    return path


@pytest.mark.parametrize("name", NAMES)
def test_a_copy_with_the_same_file_id_is_found_from_both_sides(
    path: Path, workbook: Workbook, name: str
) -> None:
    copy = Path(shutil.copy(path, path.with_name(name)))
    before = copy.read_bytes()
    (found,) = conflict_copies(path, workbook.id)
    assert (found.path, found.revision) == (copy, 1)
    assert "udgave 1" in found.text
    assert [c.path for c in conflict_copies(copy, workbook.id)] == [path]
    assert copy.read_bytes() == before


def test_the_latest_is_named_first(path: Path, workbook: Workbook) -> None:
    older = Path(shutil.copy(path, path.with_name(NAMES[0])))
    newer = Path(shutil.copy(path, path.with_name(NAMES[2])))
    file = open_workbook(newer)
    file.submit(file.workbook, replace(file.workbook, leader="Bent"), lambda _: None)
    file.close()
    found = conflict_copies(path, workbook.id)
    assert [(c.path, c.revision) for c in found] == [(newer, 2), (older, 1)]


def test_other_files_are_left_out(path: Path, workbook: Workbook) -> None:
    shutil.copy(path, path.with_name("Samtaler 2026 – kopi.kompas"))
    shutil.copy(path, path.with_name("Samtaler 2025.kompas"))
    create(path.with_name("Samtaler 2026-B.kompas"), replace(workbook, id="en anden")).close()
    path.with_name("Samtaler 2026-C.kompas").write_bytes(b"ikke en fil")
    (path.parent / "Samtaler 2026-D.kompas").mkdir()
    assert conflict_copies(path, workbook.id) == ()
    assert conflict_copies(path.parent / "nej" / "a.kompas", workbook.id) == ()
