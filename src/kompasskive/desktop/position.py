"""Where in the workbook the window stands: page, person, talk and field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from kompasskive.desktop.document import Document
    from kompasskive.dialogue.model import Dialogue, Employee, Team, Workbook
    from kompasskive.framework.model import CompetenceField, Framework


class Position(QObject):
    """Free movement: anything may be open beside anything. Ids are checked when read."""

    page_changed = Signal(str)
    person_changed = Signal()
    field_changed = Signal()

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document
        self.page = "start"
        self.person_id = ""
        self.team_id = ""
        self.dialogue_id = ""
        self.field_id = ""
        self._found: tuple[Workbook | None, str, Dialogue | None] = None, "", None
        document.opened.connect(self._reset)

    def _reset(self) -> None:
        self.person_id = self.team_id = self.dialogue_id = self.field_id = ""
        self.person_changed.emit()

    @property
    def person(self) -> Employee | None:
        """The employee whose talk is open."""
        if not self.person_id:
            return None
        return next((p for p in self._document.value.people if p.id == self.person_id), None)

    @property
    def team(self) -> Team | None:
        """The team whose talk as a whole is open."""
        if not self.team_id:
            return None
        return next((t for t in self._document.value.teams if t.id == self.team_id), None)

    @property
    def dialogue(self) -> Dialogue | None:
        """The talk that is open."""
        if not self.dialogue_id:
            return None
        workbook, sought = self._document.value, self.dialogue_id
        if self._found[0] is not workbook or self._found[1] != sought:
            found = next((d for d in workbook.dialogues if d.id == sought), None)
            self._found = workbook, sought, found
        return self._found[2]

    @property
    def framework(self) -> Framework:
        """The framework of the open talk, or the bundled one."""
        from kompasskive.framework.catalogue import bundled

        dialogue = self.dialogue
        return self._document.value.framework_of(dialogue) if dialogue else bundled()

    @property
    def field(self) -> CompetenceField:
        """The field in view; the first one until another is chosen."""
        fields = self.framework.fields
        return next((f for f in fields if f.id == self.field_id), fields[0])

    def go(self, page: str) -> None:
        """Show a page."""
        self.page = page
        self.page_changed.emit(page)

    def open_person(self, person_id: str, dialogue_id: str | None = None) -> None:
        """Turn to a person and one talk of theirs, the latest unless one is named.

        A screening is opened only by name.
        """
        from kompasskive.dialogue.overview import talks_of

        talks = talks_of(self._document.value, person_id)
        latest = talks[-1].id if talks else ""
        self._turn(person_id, "", latest if dialogue_id is None else dialogue_id)

    def open_team(self, team_id: str, dialogue_id: str | None = None) -> None:
        """Turn to a team and one talk it held as a whole, the latest unless one is named."""
        talks = self._document.value.team_talks(team_id)
        latest = talks[-1].id if talks else ""
        self._turn("", team_id, latest if dialogue_id is None else dialogue_id)

    def open_dialogue(self, dialogue: Dialogue) -> None:
        """Turn to a talk, whoever it is with."""
        if dialogue.employee_id is not None:
            self.open_person(dialogue.employee_id, dialogue.id)
        else:
            self.open_team(dialogue.team_id or "", dialogue.id)

    def _turn(self, person_id: str, team_id: str, dialogue_id: str) -> None:
        self.person_id, self.team_id, self.dialogue_id = person_id, team_id, dialogue_id
        self.field_id = ""
        self.person_changed.emit()

    def open_field(self, field_id: str) -> None:
        """Turn to a field of the open talk."""
        if field_id != self.field.id:
            self.field_id = field_id
            self.field_changed.emit()

    def step_field(self, step: int) -> None:
        """The next (1) or previous (-1) field, round the dial."""
        fields = self.framework.fields
        index = fields.index(self.field) + step
        self.open_field(fields[index % len(fields)].id)
