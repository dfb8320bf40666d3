"""Everything the two can do on the page, each as one undoable step with a Danish label."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from kompasskive.desktop.pages.open_talk import OpenTalk
from kompasskive.desktop.pages.talk.keyed_edit import (
    CaseKey,
    ExampleKey,
    NoteKey,
    ReasonKey,
    RemarkKey,
)
from kompasskive.dialogue import edits, lines
from kompasskive.dialogue.approval import begun
from kompasskive.dialogue.lines import Line, Said, said_words
from kompasskive.dialogue.model import Dialogue, DialogueKind, Note, NoteScope, Viewpoint
from kompasskive.framework.model import Arena, CompetenceField, Dimension, Mark
from kompasskive.profile.model import Bead, CellState

_SHORT = 40
ALONE = "Udgangspunkt ændret"


def short(text: str) -> str:
    """A text as it is named in the undo menu: »Anvender love og regler …«."""
    words = text[:_SHORT].rsplit(" ", 1)[0] if len(text) > _SHORT else text
    return f"»{words} …«" if len(text) > _SHORT else f"»{words}«"


def find_note(dialogue: Dialogue, scope: NoteScope, target_id: str) -> Note | None:
    """The note about an item or a field, if there is one."""
    notes = (n for n in dialogue.notes if n.scope is scope and n.target_id == target_id)
    return next(notes, None)


@dataclass(frozen=True)
class Actions:
    """Edits the open talk as one viewpoint; nothing happens while it is locked.

    What one side does alone is named in the undo menu without saying what was said.
    """

    talk: OpenTalk
    viewpoint: Viewpoint = Viewpoint.AGREED

    @property
    def shared(self) -> bool:
        """Whether it is no starting point: the two do it together, or it is a screening."""
        screens = self.talk.exists and self.talk.dialogue.kind is DialogueKind.SCREENING
        return screens or self.viewpoint is Viewpoint.AGREED

    def put(self, line: Line, said: Said) -> None:
        """Say something on a line of the long list."""
        framework = self.talk.framework
        name = short(line.item.text) if line.item else line.field.name
        if line.dimension is not None:
            name = f"{name}, {framework.dimension(line.dimension).name.lower()}"
        label = f"{name} {said_words(framework, said)}"
        self._do(label, lambda d: lines.put(d, line, said, self.viewpoint))

    def mark(self, bead: Bead, mark: Mark | None) -> None:
        """Mark an item; the mark it already has clears it, and so does None."""
        view = self.viewpoint
        if mark is None or mark is bead.mark:
            self._do(
                f"{short(bead.text)} ryddet", lambda d: edits.set_mark(d, bead.item_id, None, view)
            )
            return
        word = self.talk.framework.mark_word(mark)
        label = f"{short(bead.text)} markeret {word}"
        self._do(label, lambda d: edits.set_mark(d, bead.item_id, mark, view))

    def turn_irrelevant(self, bead: Bead) -> None:
        """Say that an item is not relevant, or that it is after all."""
        on = not bead.not_relevant
        label = f"{short(bead.text)} {'ikke relevant' if on else 'relevant igen'}"
        view = self.viewpoint
        self._do(label, lambda d: edits.set_not_relevant(d, bead.item_id, on, viewpoint=view))

    def write_reason(self, key: ReasonKey, text: str) -> None:
        """Write why an item is not relevant."""
        view = self.viewpoint
        self._write(
            "Begrundelse skrevet", key, lambda d: edits.set_reason(d, key.item_id, text, view)
        )

    def turn_wish(self, bead: Bead) -> None:
        """Tick or untick "Vil gerne udvikle"."""
        label = f"{short(bead.text)} {'uden ønske' if bead.wish else 'vil gerne udvikles'}"
        view = self.viewpoint
        self._do(label, lambda d: edits.set_wish(d, bead.item_id, not bead.wish, view))

    def write_note(self, key: NoteKey, text: str) -> None:
        """Write the note about an item or a field."""

        def written(dialogue: Dialogue) -> Dialogue:
            note = find_note(dialogue, key.scope, key.target_id)
            note_id = note.id if note else self.talk.new_id()
            return edits.write_note(dialogue, note_id, key.scope, key.target_id, text)

        self._write("Note skrevet", key, written)

    def set_arena(self, note: Note, arena: Arena | None) -> None:
        """Say in which arena a note belongs."""
        self._do("Arena valgt", lambda d: edits.set_note_arena(d, note.id, arena))

    def set_to_file(self, note: Note, on: bool) -> None:
        """Tick "Til personalesagen" on a note."""
        label = "Note til personalesagen" if on else "Note ikke til personalesagen"
        self._do(label, lambda d: edits.set_note_to_file(d, note.id, on))

    def place(self, field: CompetenceField, dimension: Dimension, level: int | None) -> None:
        """Place a cell at 0-6, or clear it."""
        framework = self.talk.framework
        name = f"{field.name}, {framework.dimension(dimension).name.lower()}"
        word = "ryddet" if level is None else f"placeret {framework.placement_word(level)}"
        view = self.viewpoint
        self._do(f"{name} {word}", lambda d: edits.place(d, field.id, dimension, level, view))

    def turn_placement(
        self, field: CompetenceField, dimension: Dimension, state: CellState
    ) -> None:
        """Say that a cell is not relevant, or that it is after all."""
        on = state is not CellState.NOT_RELEVANT
        name = f"{field.name}, {self.talk.framework.dimension(dimension).name.lower()}"
        label = f"{name} {'ikke relevant' if on else 'relevant igen'}"
        view = self.viewpoint
        self._do(
            label, lambda d: edits.set_placement_not_relevant(d, field.id, dimension, on, view)
        )

    def write_example(self, key: ExampleKey, text: str) -> None:
        """Write the example that shows a placement."""
        self._write(
            "Eksempel skrevet",
            key,
            lambda d: edits.set_example(d, key.field_id, key.dimension, text, self.viewpoint),
        )

    def write_case(self, key: CaseKey, text: str) -> None:
        """Write one step of "En sag, hvor skønnet talte"."""

        def written(dialogue: Dialogue) -> Dialogue:
            return edits.set_case(dialogue, replace(dialogue.case, **{key.step: text}))

        self._write("Sagen skrevet", key, written)

    def write_remark(self, key: RemarkKey, text: str) -> None:
        """Write the employee's own remark on the result."""
        self._write("Bemærkning skrevet", key, lambda d: edits.set_remark(d, text))

    def add_extra(self, field_id: str, text: str) -> None:
        """Add an item of the pair's own."""
        new_id = self.talk.new_id()
        self._do(f"{short(text)} tilføjet", lambda d: edits.add_extra(d, new_id, field_id, text))

    def rewrite_extra(self, extra_id: str, text: str) -> None:
        """Rewrite an item of the pair's own."""
        self._do(f"{short(text)} rettet", lambda d: edits.rewrite_extra(d, extra_id, text))

    def remove_extra(self, bead: Bead) -> None:
        """Remove an item of the pair's own."""
        self._do(f"{short(bead.text)} fjernet", lambda d: edits.remove_extra(d, bead.item_id))

    def park(self, text: str, field_id: str) -> None:
        """Park a topic where it came up."""
        new_id = self.talk.new_id()
        self._do(f"{short(text)} parkeret", lambda d: edits.park(d, new_id, text, field_id))

    def close_parked(self, topic_id: str, text: str, closed: bool) -> None:
        """Close a parked topic, or open it again."""
        label = f"{short(text)} {'talt færdig' if closed else 'parkeret igen'}"
        self._do(label, lambda d: edits.close_parked(d, topic_id, closed))

    def remove_parked(self, topic_id: str, text: str) -> None:
        """Remove a parked topic."""
        self._do(f"{short(text)} fjernet", lambda d: edits.remove_parked(d, topic_id))

    def set_details(self, held_on: date, leader: str, minutes: int | None) -> None:
        """Say when the talk is held, by whom and for how long."""
        label = "Dato, leder og tid rettet"
        self._do(label, lambda d: edits.set_details(d, held_on, leader, minutes))

    def _do(self, label: str, change: Callable[[Dialogue], Dialogue]) -> None:
        if self.talk.exists and not self.talk.locked:
            changed = change(self.talk.dialogue)
            self.talk.edit(self._named(label), begun(changed) if self.shared else changed)

    def _write(
        self,
        label: str,
        key: NoteKey | ReasonKey | ExampleKey | CaseKey | RemarkKey,
        change: Callable[[Dialogue], Dialogue],
    ) -> None:
        """Typing belongs to the talk it was typed in, even when another one is open by now."""
        talks = self.talk.context.document.value.dialogues
        own = next((d for d in talks if d.id == key.dialogue_id), None)
        if own is not None and own.is_draft and self.viewpoint not in own.sealed:
            changed = change(own)
            new = begun(changed) if self.shared else changed
            self.talk.edit(self._named(label), new, merge=repr(key))

    def _named(self, label: str) -> str:
        return label if self.shared else ALONE
