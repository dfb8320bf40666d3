"""A released schema is what files in the field have: it may be followed by another, not changed."""

from pathlib import Path

import pytest
from tests.storage.pinned import DATA, golden, written

from kompasskive.dialogue.model import Workbook
from kompasskive.storage import schema
from kompasskive.storage.migrations import STEPS
from kompasskive.storage.workbook import create


def test_the_present_schema_is_as_pinned(path: Path, workbook: Workbook) -> None:
    create(path, workbook).close()
    assert written(path) == golden(schema.SCHEMA_VERSION).read_text(encoding="utf-8")


@pytest.mark.parametrize("version", range(1, schema.SCHEMA_VERSION))
def test_a_schema_keeps_every_table_of_the_one_before(version: int) -> None:
    before = golden(version).read_text(encoding="utf-8").split("\n\n")
    after = golden(version + 1).read_text(encoding="utf-8").split("\n\n")
    assert {s.strip() for s in before} < {s.strip() for s in after}
    assert len(before) == len(schema.tables_at(version))


def test_every_schema_has_its_step_and_its_kept_file() -> None:
    assert sorted(STEPS) == list(range(2, schema.SCHEMA_VERSION + 1))
    for version in range(1, schema.SCHEMA_VERSION):
        assert (DATA / f"skema_{version}.kompas").exists()
