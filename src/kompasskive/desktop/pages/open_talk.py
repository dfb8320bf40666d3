"""The open talk as the parts of a page see it: what is said, and the one way to change it."""

from dataclasses import dataclass

from kompasskive.desktop.context import Context
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.wording import locked_reason
from kompasskive.dialogue.model import Dialogue, Employee
from kompasskive.dialogue.roster import new_dialogue
from kompasskive.framework.catalogue import bundled
from kompasskive.framework.model import Framework


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
    def first_name(self) -> str:
        """The name used in sentences; "" for a team."""
        return self.person.first_name if self.person else ""

    @property
    def locked(self) -> str:
        """Why the talk cannot be changed and what to do; "" when it can."""
        return locked_reason(self.context.position.dialogue, self.context.document.read_only_reason)

    def edit(self, label: str, new: Dialogue, merge: str = "") -> None:
        """Make one undoable change; `merge` joins the steps of one typing."""
        self.context.document.edit_dialogue(label, new, merge)

    def end_typing(self) -> None:
        """The next typing is an undo step of its own."""
        self.context.document.end_merge()

    def new_id(self) -> str:
        """An id for something new."""
        return self.context.new_id()

    def begin(self) -> None:
        """Open a new talk with the person and turn to it."""
        context, person = self.context, self.person
        if person is None:
            return
        dialogue_id = context.new_id()
        workbook = context.document.value
        begun = new_dialogue(
            workbook, person.id, dialogue_id, bundled(), context.now().date(), workbook.leader
        )
        context.document.edit(f"Samtale med {person.name} begyndt", begun)
        context.position.open_person(person.id, dialogue_id)
        context.position.go("talk")
