"""The open talk as the parts of a page see it: what is said, and the one way to change it."""

from dataclasses import dataclass, replace

from kompasskive.desktop.context import Context
from kompasskive.desktop.pages.opening import opening_page
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.wording import locked_reason
from kompasskive.dialogue.model import (
    Dialogue,
    DialogueKind,
    DialogueState,
    Employee,
    Team,
    Workbook,
)
from kompasskive.dialogue.preparation import undiscussed_fields
from kompasskive.dialogue.roster import new_dialogue, new_team_talk, put_dialogue
from kompasskive.framework.catalogue import bundled
from kompasskive.framework.model import Framework
from kompasskive.profile.comparison import previous_dialogue


@dataclass(frozen=True)
class OpenTalk:
    """Reads through to the document each time, so it is never out of date."""

    context: Context

    @property
    def theme(self) -> Theme:
        """The look in force."""
        return self.context.theme

    @property
    def exists(self) -> bool:
        """Whether a person's talk is open."""
        return self.context.position.dialogue is not None

    @property
    def dialogue(self) -> Dialogue:
        """The open talk; ValueError when there is none."""
        dialogue = self.context.position.dialogue
        if dialogue is None:
            raise ValueError("no talk is open")
        return dialogue

    @property
    def framework(self) -> Framework:
        """The framework the talk is held with."""
        return self.context.position.framework

    @property
    def person(self) -> Employee | None:
        """Whose talk it is."""
        return self.context.position.person

    @property
    def team(self) -> Team | None:
        """Whose talk it is when a team holds one as a whole."""
        return self.context.position.team

    @property
    def name(self) -> str:
        """The person's name, or the team's; "" when neither is chosen."""
        return self.person.name if self.person else self.team.name if self.team else ""

    @property
    def first_name(self) -> str:
        """The name used in sentences; "" for a team."""
        return self.person.first_name if self.person else ""

    @property
    def every(self) -> tuple[Dialogue, ...]:
        """Every talk with the person or the team, screenings among them, oldest first."""
        workbook, position = self.context.document.value, self.context.position
        if position.team_id:
            return workbook.team_talks(position.team_id)
        return workbook.dialogues_of(position.person_id)

    @property
    def locked(self) -> str:
        """Why the talk cannot be changed and what to do; "" when it can."""
        return locked_reason(self.context.position.dialogue, self.context.document.read_only_reason)

    def edit(self, label: str, new: Dialogue, merge: str = "") -> None:
        """Make one undoable change; `merge` joins the steps of one typing."""
        self.context.document.edit_dialogue(label, new, merge)

    def settle(self, new: Dialogue) -> None:
        """Make one change that cannot be undone; the user was asked first."""
        self.context.document.settle(put_dialogue(self.context.document.value, new))

    def end_typing(self) -> None:
        """The next typing is an undo step of its own."""
        self.context.document.end_merge()

    def new_id(self) -> str:
        """An id for something new."""
        return self.context.new_id()

    def begin(self) -> None:
        """Open a new talk with the person or the team and turn to it."""
        self._open_new("begyndt", DialogueState.IN_PROGRESS)
        if self.name:
            self.context.position.go(opening_page(self.context.document.value, self.dialogue))

    def prepare(self) -> None:
        """Open a new talk with the person that is being prepared."""
        self._open_new("forberedes", DialogueState.PREPARING)

    def _open_new(self, done: str, state: DialogueState) -> None:
        if not self.name:
            return
        made = self._made(state)
        opened = _with_depth(made) if state is DialogueState.PREPARING else made
        self.context.document.edit(f"Samtale med {self.name} {done}", opened)
        self.context.position.open_dialogue(opened.dialogues[-1])

    def _made(self, state: DialogueState) -> Workbook:
        context, team = self.context, self.team
        workbook, today = context.document.value, context.now().date()
        new_id, framework = context.new_id(), bundled()
        if team is not None:
            return new_team_talk(
                workbook, team.id, new_id, framework, today, workbook.leader, state
            )
        person_id = self.context.position.person_id
        return new_dialogue(
            workbook, person_id, new_id, framework, today, workbook.leader, self._kind(), state
        )

    def _kind(self) -> DialogueKind:
        """A reflection follows a reflection; everything else is followed by a talk."""
        own = DialogueKind.SELF_REFLECTION
        return own if self.exists and self.dialogue.kind is own else DialogueKind.DIALOGUE


def _with_depth(workbook: Workbook) -> Workbook:
    """What last time's talk did not come to opens the new one."""
    talk = workbook.dialogues[-1]
    previous = previous_dialogue(workbook, talk)
    fields = undiscussed_fields(workbook.framework_of(talk), previous)
    return put_dialogue(workbook, replace(talk, depth_field_ids=fields))
