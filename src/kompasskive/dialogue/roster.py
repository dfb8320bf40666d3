"""Who is in a workbook: people, teams, job functions and their talks.

Every function returns a new workbook; new ids come from the caller.
"""

from collections.abc import Container, Sequence
from dataclasses import replace
from datetime import date

from kompasskive.dialogue import rows
from kompasskive.dialogue import text as texts
from kompasskive.dialogue.model import (
    Dialogue,
    DialogueKind,
    DialogueState,
    Employee,
    JobFunction,
    Team,
    Workbook,
)
from kompasskive.framework.model import Framework


def new_workbook(workbook_id: str, leader: str, organisation: str) -> Workbook:
    """A workbook with nobody in it; both names may be empty."""
    return set_organisation(set_leader(Workbook(id=workbook_id), leader), organisation)


def add_person(workbook: Workbook, person: Employee) -> Workbook:
    """Adds a person last; ValueError when the name is empty or the id is taken."""
    return replace(workbook, people=rows.added(workbook.people, _cleaned(person)))


def change_person(workbook: Workbook, person: Employee) -> Workbook:
    """Changes the person of that id; ValueError on an empty name, KeyError on an unknown id."""
    return replace(workbook, people=rows.changed(workbook.people, _cleaned(person)))


def archive_person(workbook: Workbook, person_id: str, archived: bool = True) -> Workbook:
    """Puts a person away, or takes them back; KeyError when there is no such person."""
    person = replace(workbook.person(person_id), archived=archived)
    return replace(workbook, people=rows.changed(workbook.people, person))


def ensure_team(workbook: Workbook, name: str, new_id: str) -> tuple[Workbook, str | None]:
    """The workbook with a team of that name in use, and its id; None for an empty name.

    Names are compared without case; `new_id` is used only when the team is new.
    """
    wanted = texts.name(name)
    if not wanted:
        return workbook, None
    for team in workbook.teams:
        if team.name.casefold() == wanted.casefold():
            in_use = rows.changed(workbook.teams, replace(team, archived=False))
            return replace(workbook, teams=in_use), team.id
    return replace(workbook, teams=rows.added(workbook.teams, Team(new_id, wanted))), new_id


def ensure_job_functions(
    workbook: Workbook, names: Sequence[str], new_ids: Sequence[str]
) -> tuple[Workbook, tuple[str, ...]]:
    """The workbook with those job functions, and their ids in order; empty names are left out.

    Names are compared without case; `new_ids` holds one id per name, used when it is new.
    """
    found: list[str] = []
    for name, new_id in zip(names, new_ids, strict=True):
        workbook, job_function_id = _ensure_job_function(workbook, texts.name(name), new_id)
        found += [job_function_id] if job_function_id else []
    return workbook, tuple(dict.fromkeys(found))


def new_dialogue(
    workbook: Workbook,
    person_id: str,
    dialogue_id: str,
    framework: Framework,
    held_on: date,
    leader: str,
    kind: DialogueKind = DialogueKind.DIALOGUE,
    state: DialogueState = DialogueState.IN_PROGRESS,
) -> Workbook:
    """Opens a talk with a person, in their present team, and keeps the framework it is held with.

    KeyError when there is no such person, ValueError when the id is taken.
    """
    dialogue = Dialogue(
        id=dialogue_id,
        framework_key=framework.key,
        employee_id=person_id,
        held_on=held_on,
        kind=kind,
        state=state,
        team_id=workbook.person(person_id).team_id,
        leader=texts.name(leader),
    )
    return replace(
        workbook,
        dialogues=rows.added(workbook.dialogues, dialogue),
        frameworks=_with_framework(workbook.frameworks, framework),
    )


def new_team_talk(
    workbook: Workbook,
    team_id: str,
    dialogue_id: str,
    framework: Framework,
    held_on: date,
    leader: str,
    state: DialogueState = DialogueState.IN_PROGRESS,
) -> Workbook:
    """Opens a talk with a team as a whole, about nobody in it.

    KeyError when there is no such team, ValueError when the id is taken.
    """
    rows.find(workbook.teams, team_id)
    dialogue = Dialogue(
        id=dialogue_id,
        framework_key=framework.key,
        employee_id=None,
        held_on=held_on,
        kind=DialogueKind.TEAM,
        state=state,
        team_id=team_id,
        leader=texts.name(leader),
    )
    return replace(
        workbook,
        dialogues=rows.added(workbook.dialogues, dialogue),
        frameworks=_with_framework(workbook.frameworks, framework),
    )


def subject_name(workbook: Workbook, dialogue: Dialogue) -> str:
    """Whose talk it is: the employee's name, or the team's; "" for a team that is gone."""
    if dialogue.employee_id is not None:
        return workbook.person(dialogue.employee_id).name
    return next((team.name for team in workbook.teams if team.id == dialogue.team_id), "")


def put_dialogue(workbook: Workbook, dialogue: Dialogue) -> Workbook:
    """Puts an edited talk in its place; KeyError when there is no talk of that id."""
    return replace(workbook, dialogues=rows.changed(workbook.dialogues, dialogue))


def without(workbook: Workbook, ids: Container[str]) -> Workbook:
    """The workbook without those people, all their talks, and those talks."""
    return replace(
        workbook,
        people=tuple(p for p in workbook.people if p.id not in ids),
        dialogues=tuple(
            d for d in workbook.dialogues if d.id not in ids and (d.employee_id or "") not in ids
        ),
        access_requests=tuple(r for r in workbook.access_requests if r.person_id not in ids),
    )


def set_leader(workbook: Workbook, leader: str) -> Workbook:
    """Says whose workbook it is."""
    return replace(workbook, leader=texts.name(leader))


def set_organisation(workbook: Workbook, organisation: str) -> Workbook:
    """Says which organisation the workbook belongs to."""
    return replace(workbook, organisation=texts.name(organisation))


def _cleaned(person: Employee) -> Employee:
    name = texts.name(person.name)
    if not name:
        raise ValueError("a person has a name")
    return replace(person, name=name, target_group=texts.line(person.target_group))


def _ensure_job_function(workbook: Workbook, name: str, new_id: str) -> tuple[Workbook, str | None]:
    if not name:
        return workbook, None
    for function in workbook.job_functions:
        if function.name.casefold() == name.casefold():
            return workbook, function.id
    added = rows.added(workbook.job_functions, JobFunction(new_id, name))
    return replace(workbook, job_functions=added), new_id


def _with_framework(
    frameworks: tuple[Framework, ...], framework: Framework
) -> tuple[Framework, ...]:
    known = any(f.key == framework.key for f in frameworks)
    return frameworks if known else (*frameworks, framework)
