""" "Alle seks felter hører med. Vælg, hvor I går i dybden.": a tick per field."""

from typing import Final

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from kompasskive.desktop.pages.agreement_ways import tick
from kompasskive.desktop.pages.open_talk import OpenTalk
from kompasskive.desktop.widgets.layouts import clear, column, row
from kompasskive.desktop.widgets.text import flowing, label, set_text
from kompasskive.dialogue.model import DialogueKind
from kompasskive.dialogue.preparation import set_depth, undiscussed_fields
from kompasskive.framework.model import CompetenceField
from kompasskive.profile.comparison import previous_dialogue

NUMBERS: Final = {3: "tre", 4: "fire", 5: "fem", 6: "seks", 7: "syv", 8: "otte"}
NOT_LAST_TIME: Final = "Ikke drøftet sidst"
OTHERS: Final = "Det, I ikke når, åbner den næste samtale."
OTHERS_ALONE: Final = "Det, du ikke når, åbner den næste refleksion."


class Depth(QWidget):
    """The boxes are made anew only when another framework is used."""

    def __init__(self, talk: OpenTalk) -> None:
        super().__init__()
        self._talk = talk
        self._made_for = ""
        self.boxes: dict[str, QCheckBox] = {}
        self.title = flowing("", "section")
        self._fields = QVBoxLayout()
        self._fields.setSpacing(6)
        self.others = flowing("", "small", "ink2")
        layout = column(self.title, self.others, 8, self._fields, gap=2)
        self.setLayout(layout)

    def render_depth(self) -> None:
        """Show which fields are chosen and which were not talked about last time."""
        framework, dialogue = self._talk.framework, self._talk.dialogue
        previous = previous_dialogue(self._talk.context.document.value, dialogue)
        waiting = undiscussed_fields(framework, previous)
        made_for = f"{dialogue.id} {framework.key}"
        if made_for != self._made_for:
            self._made_for = made_for
            self._make(framework.fields, waiting)
        number = NUMBERS[len(framework.fields)]
        alone = dialogue.kind is DialogueKind.SELF_REFLECTION
        who = "du" if alone else "I"
        set_text(self.title, f"Alle {number} felter hører med. Vælg, hvor {who} går i dybden.")
        set_text(self.others, OTHERS_ALONE if alone else OTHERS)
        for field_id, box in self.boxes.items():
            box.setChecked(field_id in dialogue.depth_field_ids)
            box.setEnabled(not self._talk.locked)

    def _make(self, fields: tuple[CompetenceField, ...], waiting: tuple[str, ...]) -> None:
        clear(self._fields)
        self.boxes = {}
        for field in fields:
            box = tick(field.name)
            box.clicked.connect(lambda on, field=field: self._choose(field, on))
            told = field.id in waiting
            box.setAccessibleDescription(NOT_LAST_TIME if told else "")
            note = (label(NOT_LAST_TIME, "caption", "warm_ink"),) if told else ()
            self._fields.addLayout(row(box, *note, None, gap=12))
            self.boxes[field.id] = box

    def _choose(self, field: CompetenceField, on: bool) -> None:
        label_text = f"{field.name} {'i dybden' if on else 'ikke i dybden'}"
        new = set_depth(self._talk.dialogue, self._talk.framework, field.id, on)
        self._talk.edit(label_text, new)
