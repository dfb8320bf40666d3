"""A changed placement is said once, whichever way it changed."""

import pytest
from tests.desktop.bench import example

from kompasskive.desktop.announcer import Announcer
from kompasskive.desktop.document import Document
from kompasskive.desktop.position import Position
from kompasskive.dialogue import edits
from kompasskive.framework.model import Dimension, Mark


@pytest.fixture
def told(qapp: object) -> tuple[Document, Position, list[str], Announcer]:
    document = Document()
    position = Position(document)
    said: list[str] = []
    announcer = Announcer(said.append, document, position)
    book = example()
    document.show(book, None)
    position.open_person(book.people[0].id)
    return document, position, said, announcer


def test_a_change_undo_and_redo_are_each_said_once(
    told: tuple[Document, Position, list[str], Announcer],
) -> None:
    document, position, said, _ = told
    talk = position.dialogue
    assert talk is not None
    assert said == []
    field = position.framework.fields[1]
    document.edit_dialogue("x", edits.place(talk, field.id, Dimension.PRACTICAL, 6))
    assert said == ["Lov & Myndighed, Praktisk, Ressourceperson."]
    document.stack.undo()
    assert said[1:] == ["Lov & Myndighed, Praktisk, Godt i gang."]
    document.stack.redo()
    assert said[2:] == ["Lov & Myndighed, Praktisk, Ressourceperson."]


def test_states_have_their_words_and_marks_are_not_said(
    told: tuple[Document, Position, list[str], Announcer],
) -> None:
    document, position, said, _ = told
    talk = position.dialogue
    assert talk is not None
    field = position.framework.fields[0]
    cleared = edits.place(talk, field.id, Dimension.REFLEXIVE, None)
    document.edit_dialogue("x", cleared)
    aside = edits.set_placement_not_relevant(cleared, field.id, Dimension.RELATIONAL, True)
    document.edit_dialogue("y", aside)
    document.edit_dialogue("z", edits.set_mark(aside, field.items[0].id, Mark.NEW))
    assert said == [
        "Arbejdsmarked & Uddannelse, Refleksiv, Ikke drøftet.",
        "Arbejdsmarked & Uddannelse, Relationel, Ikke relevant.",
    ]


def test_many_changes_are_not_read_aloud_one_by_one(
    told: tuple[Document, Position, list[str], Announcer],
) -> None:
    document, position, said, _ = told
    talk = position.dialogue
    assert talk is not None
    for field in position.framework.fields:
        talk = edits.set_placement_not_relevant(talk, field.id, Dimension.PRACTICAL, True)
    document.edit_dialogue("x", talk)
    assert len(said) == 1
    assert said[0].endswith("Og 3 andre.")


def test_turning_to_another_person_says_nothing(
    told: tuple[Document, Position, list[str], Announcer],
) -> None:
    document, position, said, _ = told
    position.open_person(document.value.people[1].id)
    position.open_person(document.value.people[0].id)
    assert said == []
