"""What can be done with people: each asks in one small dialog and makes one undoable change."""

from collections.abc import Sequence
from dataclasses import replace

from kompasskive.danish import sort_key
from kompasskive.desktop.context import Context
from kompasskive.desktop.pages.opening import opening_page
from kompasskive.desktop.pages.people_dialogs import (
    MoveDialog,
    NamesDialog,
    PersonDialog,
    TalkDialog,
)
from kompasskive.dialogue import access, roster
from kompasskive.dialogue.model import Dialogue, DialogueKind, Employee, Workbook
from kompasskive.dialogue.overview import screenings_of, talks_of
from kompasskive.framework.catalogue import bundled


class PeopleEdits:
    """The changes of the Medarbejdere page."""

    def __init__(self, context: Context) -> None:
        self._context = context

    @property
    def workbook(self) -> Workbook:
        """The open workbook as it is now."""
        return self._context.document.value

    def add(self) -> str:
        """Ask for a new person; the id, or "" when nobody was added."""
        dialog = PersonDialog(self._context.theme, self.workbook, None)
        if not self._context.questions.run(dialog):
            return ""
        person = Employee(id=self._context.new_id(), name=dialog.name)
        workbook = roster.add_person(self.workbook, person)
        self._put(f"Tilføjet {dialog.name}", workbook, person, dialog)
        return person.id

    def change(self, person_id: str) -> None:
        """Ask for a person's details anew."""
        person = self.workbook.person(person_id)
        dialog = PersonDialog(self._context.theme, self.workbook, person)
        if self._context.questions.run(dialog):
            self._put(f"Rettet oplysninger om {dialog.name}", self.workbook, person, dialog)

    def move(self, person_id: str) -> None:
        """Ask for another team; talks that were held keep the team they were held in."""
        person = self.workbook.person(person_id)
        dialog = MoveDialog(self._context.theme, self.workbook, person)
        if self._context.questions.run(dialog):
            new_id = self._context.new_id()
            workbook, team_id = roster.ensure_team(self.workbook, dialog.team, new_id)
            moved = roster.change_person(workbook, replace(person, team_id=team_id))
            self._context.document.edit(f"Flyttet {person.name}", moved)

    def paste(self) -> str:
        """Ask for several names; the id of the first, or "" when nobody was added."""
        dialog = NamesDialog(self._context.theme)
        if not self._context.questions.run(dialog):
            return ""
        people = [Employee(id=self._context.new_id(), name=name) for name in dialog.names]
        workbook = self.workbook
        for person in people:
            workbook = roster.add_person(workbook, person)
        count = len(people)
        label = f"Tilføjet {count} {'medarbejder' if count == 1 else 'medarbejdere'}"
        self._context.document.edit(label, workbook)
        return people[0].id

    def archive(self, person_id: str, archived: bool) -> None:
        """Put a person away, or take them back."""
        name = self.workbook.person(person_id).name
        label = f"Arkiveret {name}" if archived else f"Hentet {name} frem"
        self._context.document.edit(
            label, roster.archive_person(self.workbook, person_id, archived)
        )

    def ask_access(self, person_id: str) -> None:
        """Note that a person has asked to see what is held on them."""
        name = self.workbook.person(person_id).name
        today = self._context.now().date()
        self._context.document.edit(
            f"{name} har bedt om indsigt", access.ask(self.workbook, person_id, today)
        )

    def answer_access(self, person_id: str) -> None:
        """Note that the person has seen it."""
        name = self.workbook.person(person_id).name
        self._context.document.edit(
            f"Indsigt givet til {name}", access.answer(self.workbook, person_id)
        )

    def begin_talk(self, person_id: str, kind: DialogueKind = DialogueKind.DIALOGUE) -> None:
        """Ask for day and leader, then open a new talk or screening."""
        self._begin((self.workbook.person(person_id),), kind)

    def begin_screening(self) -> None:
        """Ask whom it is with too; where nobody is in the file, lead to where they are added."""
        people = [p for p in self.workbook.people if not p.archived]
        if people:
            by_name = sorted(people, key=lambda p: sort_key(p.name))
            self._begin(by_name, DialogueKind.SCREENING)
        else:
            self._context.position.go("people")

    def _begin(self, who: Sequence[Employee], kind: DialogueKind) -> None:
        context, screens = self._context, kind is DialogueKind.SCREENING
        today, leader = context.now().date(), self.workbook.leader
        dialog = TalkDialog(context.theme, who, today, leader, screens)
        if not context.questions.run(dialog):
            return
        talk_id, person = context.new_id(), self.workbook.person(dialog.person_id)
        workbook = roster.new_dialogue(
            self.workbook, person.id, talk_id, bundled(), dialog.held_on, dialog.leader, kind
        )
        new = "Ny screening for" if screens else "Ny samtale med"
        context.document.edit(f"{new} {person.name}", workbook)
        self._open(workbook.dialogue(talk_id), screens)

    def open_screening(self, person_id: str) -> None:
        """Open the latest screening."""
        self._open(screenings_of(self.workbook, person_id)[-1], True)

    def _open(self, talk: Dialogue, screens: bool) -> None:
        position = self._context.position
        position.open_person(talk.employee_id or "", talk.id)
        position.go("talk" if screens else opening_page(self.workbook, talk))

    def open_talk(self, person_id: str) -> None:
        """Open the latest talk, or begin the first one."""
        if talks_of(self.workbook, person_id):
            self._context.position.open_person(person_id)
            self._context.position.go("talk")
        else:
            self.begin_talk(person_id)

    def _put(self, label: str, workbook: Workbook, person: Employee, told: PersonDialog) -> None:
        new_id = self._context.new_id
        workbook, team_id = roster.ensure_team(workbook, told.team, new_id())
        names = told.job_functions
        workbook, functions = roster.ensure_job_functions(
            workbook, names, [new_id() for _ in names]
        )
        written = replace(
            person,
            name=told.name,
            team_id=team_id,
            job_function_ids=functions,
            target_group=told.target_group,
            started_on=told.started_on,
            left_on=told.left_on,
            may_be_named=told.may_be_named,
        )
        self._context.document.edit(label, roster.change_person(workbook, written))
