"""The example workbook: Jens as in the source, the rest invented but the same every time."""

from datetime import date
from pathlib import Path

import pytest

from kompasskive.dialogue.example import example_workbook
from kompasskive.dialogue.model import Dialogue, DialogueState, ItemAnswer
from kompasskive.framework.catalogue import bundled
from kompasskive.framework.model import Dimension, Mark

FRAMEWORK = bundled()
TODAY = date(2026, 11, 23)
WORKBOOK = example_workbook(FRAMEWORK, 40, 1, TODAY)
SOURCE = Path(__file__).parents[1] / "data" / "kilde.txt"


def jens() -> tuple[Dialogue, Dialogue]:
    then, now = WORKBOOK.dialogues_of(WORKBOOK.people[0].id)
    return then, now


def levels(dialogue: Dialogue, field_id: str) -> list[int | None]:
    placed = (dialogue.placement(field_id, dimension) for dimension in Dimension)
    return [p.level for p in placed if p]


def test_jens_is_first_with_two_talks() -> None:
    then, now = jens()
    assert (WORKBOOK.organisation, WORKBOOK.leader) == ("Jobcenter Eksempelby", "Mette Holm")
    assert WORKBOOK.people[0].name == "Jens Jensen"
    assert (then.state, now.state) == (DialogueState.APPROVED, DialogueState.IN_PROGRESS)
    assert then.held_on < now.held_on == TODAY
    assert levels(then, "it") == [5, 3, 3]
    assert levels(now, "it") == [6, 5, 3]
    assert now.answer("it-g1").mark is Mark.SHARES
    assert now.answer("lov-g2") == ItemAnswer(mark=Mark.UNDER_WAY, wish=True)


def test_everything_of_jens_is_discussed_now() -> None:
    _, now = jens()
    assert len(now.items) == 61
    assert len(now.placements) == 18


def test_the_texts_are_those_of_page_29() -> None:
    _, now = jens()
    page = SOURCE.read_text("utf-8").split("KOMPETENCEPROFIL FOR: JENS JENSEN")[1]
    told = [*now.strengths, *now.potentials]
    assert len(told) == 5
    assert [s.text for s in told if s.text not in page] == []
    assert [d.about.field_id for d in now.directions] == ["lov", "netvaerk"]


def test_the_same_arguments_give_the_same_workbook() -> None:
    assert example_workbook(FRAMEWORK, 40, 1, TODAY) == WORKBOOK
    other = example_workbook(FRAMEWORK, 40, 2, TODAY)
    assert other.people[0].name == "Jens Jensen"
    assert other.people[0].id != WORKBOOK.people[0].id


def test_more_people_change_nothing_for_the_first() -> None:
    few = example_workbook(FRAMEWORK, 12, 1, TODAY)
    assert few.people == WORKBOOK.people[:12]
    assert few.dialogues == WORKBOOK.dialogues[: len(few.dialogues)]


def test_ids_are_never_used_twice() -> None:
    talks = WORKBOOK.dialogues
    ids = [person.id for person in WORKBOOK.people] + [team.id for team in WORKBOOK.teams]
    ids += [function.id for function in WORKBOOK.job_functions] + [talk.id for talk in talks]
    ids += [said.id for talk in talks for said in (*talk.strengths, *talk.potentials)]
    ids += [agreement.id for talk in talks for agreement in talk.agreements]
    assert len(set(ids)) == len(ids)


def test_every_talk_is_whole() -> None:
    teams = {team.id for team in WORKBOOK.teams}
    for talk in WORKBOOK.dialogues:
        person = WORKBOOK.person(talk.employee_id or "")
        assert person.team_id in teams
        assert WORKBOOK.framework_of(talk) is FRAMEWORK
        assert ItemAnswer() not in talk.items.values()
        assert (talk.approval is None) == talk.is_draft
        assert talk.held_on <= TODAY


def test_the_list_shows_every_state() -> None:
    talks = [WORKBOOK.dialogues_of(person.id) for person in WORKBOOK.people[:10]]
    states = {own[-1].state if own else None for own in talks}
    assert states == {None, DialogueState.IN_PROGRESS, DialogueState.APPROVED}


def test_an_example_has_someone_in_it() -> None:
    assert len(example_workbook(FRAMEWORK, 1, 1, TODAY).people) == 1
    with pytest.raises(ValueError, match="one person"):
        example_workbook(FRAMEWORK, 0, 1, TODAY)
