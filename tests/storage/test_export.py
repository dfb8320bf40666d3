"""The export holds everything that is not sealed, and is what its published schema says."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import jsonschema
import pytest

from kompasskive import assets
from kompasskive.dialogue.example import example_workbook
from kompasskive.dialogue.model import (
    CodeWord,
    DialogueKind,
    ItemAnswer,
    Placement,
    PlacementState,
    Reopening,
    Viewpoint,
    Workbook,
)
from kompasskive.errors import NotFoundError
from kompasskive.framework.catalogue import bundled
from kompasskive.framework.model import Dimension, Mark
from kompasskive.storage.export import export, schema_json

AT = datetime(2026, 11, 23, 14, 5, tzinfo=UTC)


@pytest.fixture
def workbook() -> Workbook:
    return example_workbook(bundled(), 3, 1, date(2026, 11, 23))


def exported(workbook: Workbook, *people: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(export(workbook, people or None, AT))
    return document


def test_the_committed_schema_is_the_one_generated() -> None:
    assert assets.schema_path("eksport").read_bytes() == schema_json()


def test_a_real_export_is_what_the_schema_says(workbook: Workbook) -> None:
    schema = json.loads(assets.schema_path("eksport").read_bytes())
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    document = exported(workbook)
    assert not list(validator.iter_errors(document))
    assert list(validator.iter_errors(document | {"version": 2}))
    assert list(validator.iter_errors(document | {"ukendt": 1}))


def test_everybody_and_every_word_is_in_it(workbook: Workbook) -> None:
    document = exported(workbook)
    assert [p["name"] for p in document["people"]] == [p.name for p in workbook.people]
    for talk, entry in zip(workbook.dialogues, document["dialogues"], strict=True):
        assert len(entry["items"]) == len(talk.items)
        assert len(entry["placements"]) == len(talk.placements)
        assert [n["text"] for n in entry["notes"]] == [n.text for n in talk.notes]
        assert [a["what"] for a in entry["agreements"]] == [a.what for a in talk.agreements]
    assert document["frameworks"][0]["fields"][0]["items"][0]["text"]


def test_one_person_brings_nobody_else(workbook: Workbook) -> None:
    first, *others = workbook.people
    document = exported(workbook, first.id)
    assert [p["id"] for p in document["people"]] == [first.id]
    assert {d["employee_id"] for d in document["dialogues"]} == {first.id}
    text = json.dumps(document, ensure_ascii=False)
    assert not [other.name for other in others if other.name in text]


def test_an_unknown_person_is_said_so(workbook: Workbook) -> None:
    with pytest.raises(NotFoundError, match="nej"):
        export(workbook, ["nej"], AT)


def sealed(workbook: Workbook, revealed: bool) -> Workbook:
    field = workbook.frameworks[0].fields[0]
    employee = Viewpoint.EMPLOYEE
    talk = replace(
        workbook.dialogues[0],
        items={(employee, field.items[0].id): ItemAnswer(Mark.SHARES, reason="hemmeligt")},
        placements={
            (employee, field.id, Dimension.PRACTICAL): Placement(
                PlacementState.PLACED, 6, "hemmeligt"
            )
        },
        sealed=frozenset({employee}),
        revealed=revealed,
    )
    return replace(workbook, dialogues=(talk,))


def test_a_sealed_starting_point_stays_sealed(workbook: Workbook) -> None:
    assert b"hemmeligt" not in export(sealed(workbook, revealed=False), None, AT)
    (entry,) = exported(sealed(workbook, revealed=False))["dialogues"]
    assert entry["items"] == []
    assert entry["placements"] == []


def test_an_unsealed_one_is_its_owners_draft_and_stays_too(workbook: Workbook) -> None:
    (talk,) = sealed(workbook, revealed=False).dialogues
    begun = replace(workbook, dialogues=(replace(talk, sealed=frozenset()),))
    assert b"hemmeligt" not in export(begun, None, AT)
    (entry,) = exported(begun)["dialogues"]
    assert (entry["items"], entry["placements"], entry["sealed"]) == ([], [], [])


def test_a_screening_filled_alone_is_no_starting_point(workbook: Workbook) -> None:
    (talk,) = sealed(workbook, revealed=False).dialogues
    alone = replace(talk, sealed=frozenset(), kind=DialogueKind.SCREENING)
    (entry,) = exported(replace(workbook, dialogues=(alone,)))["dialogues"]
    assert entry["items"][0]["reason"] == "hemmeligt"
    assert entry["kind"] == "screening"


def test_the_log_of_reopenings_is_told_and_no_code_word_is(workbook: Workbook) -> None:
    (talk,) = sealed(workbook, revealed=False).dialogues
    words = (CodeWord(Viewpoint.EMPLOYEE, "$argon2id$hemmeligt"),)
    opened = (Reopening("r", Viewpoint.EMPLOYEE, AT),)
    logged = replace(talk, code_words=words, reopenings=opened)
    told = export(replace(workbook, dialogues=(logged,)), None, AT)
    assert b"argon2" not in told
    (entry,) = json.loads(told)["dialogues"]
    assert [r["viewpoint"] for r in entry["reopenings"]] == ["employee"]


def test_a_revealed_starting_point_is_there(workbook: Workbook) -> None:
    (entry,) = exported(sealed(workbook, revealed=True))["dialogues"]
    assert entry["items"][0]["reason"] == "hemmeligt"
    assert entry["placements"][0]["level"] == 6
