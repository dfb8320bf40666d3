"""What comes with the report, what it looks like, who may read it, and the ways out."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QRadioButton, QVBoxLayout, QWidget

from kompasskive.desktop.pages.agreement_ways import tick
from kompasskive.desktop.pages.report_output import OutputTools
from kompasskive.desktop.settings import Settings
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.buttons import IconLabel
from kompasskive.desktop.widgets.layouts import column, frame, row
from kompasskive.desktop.widgets.text import label, set_text
from kompasskive.dialogue.model import Dialogue, DialogueKind, Workbook
from kompasskive.reports.model import Included
from kompasskive.reports.variants import NOT_ON_ONE_PAGE, NOTES
from kompasskive.reports.who import (
    audience,
    headings,
    notes_audience,
    person_name,
    signatures,
    subject,
)

WIDTH = 360
ONE_PAGE = "Kun én side: skive"


class ReportChoices(QWidget):
    """`changed` says that the page must be drawn again."""

    changed = Signal()

    def __init__(self, theme: Theme, settings: Settings, output: OutputTools) -> None:
        super().__init__()
        self._settings = settings
        self.included = Included()
        self.boxes = {name: tick(text) for name, text in Included.labels()}
        for name, box in self.boxes.items():
            box.clicked.connect(lambda on, name=name: self._include(name, on))
        self.profile_button = QRadioButton()
        self.notes_button = QRadioButton()
        self.profile_button.setChecked(True)
        self.profile_button.toggled.connect(lambda _on: self.changed.emit())
        self.page_box = tick(ONE_PAGE)
        self.page_box.clicked.connect(lambda _on: self.changed.emit())
        self.grey_box = tick("Gråtoner med mønstre – tåler en kopimaskine")
        self.grey_box.clicked.connect(lambda _on: self.changed.emit())
        self.name_box = tick("Navnet står i filnavnet")
        self.name_box.clicked.connect(self._name_in_file)
        self.audience = label("", "small", "ink2", wrap=True)
        layout: QVBoxLayout = column(margins=(12, 4, 8, 8), gap=8)
        self._section(layout, "Det skrives ud", [self.profile_button, self.notes_button])
        self._included = QWidget()
        inside: QVBoxLayout = column(gap=8)
        self._section(inside, "Det kommer med", list(self.boxes.values()))
        self._included.setLayout(inside)
        layout.addWidget(self._included)
        looks = [self.page_box, self.grey_box, self.name_box]
        self._section(layout, "Sådan ser det ud", looks)
        layout.addStretch(1)
        line = row(gap=10, margins=(12, 10, 12, 10))
        line.addWidget(IconLabel(theme, "lock", 18), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.audience, 1)
        layout.addWidget(frame("sunken", line))
        layout.addSpacing(4)
        layout.addWidget(output)
        self.setLayout(layout)

    @property
    def grey(self) -> bool:
        """Whether greys and patterns replace colours."""
        return self.grey_box.isChecked()

    @property
    def notes(self) -> bool:
        """Whether the notes that are deleted are wanted, and not the profile."""
        return self.notes_button.isChecked()

    @property
    def one_page(self) -> bool:
        """Whether the profile is to be on one page."""
        return self.page_box.isChecked() and not self.notes

    def show_talk(self, workbook: Workbook, dialogue: Dialogue, before: Dialogue | None) -> None:
        """Show what there is to include from a talk."""
        you = "du" if dialogue.kind is DialogueKind.SELF_REFLECTION else "I"
        self.profile_button.setText(f"{subject(dialogue)}: det, {you} har valgt at gemme")
        self.notes_button.setText(f"{NOTES}: resten, som {you} sletter")
        rest = ", plan og underskrifter" if signatures(dialogue) else " og plan"
        self.page_box.setText(f"{ONE_PAGE}{rest}")
        self.page_box.setAccessibleName(self.page_box.text())
        self._included.setVisible(not self.notes)
        self.page_box.setVisible(not self.notes)
        for name, text in Included.labels():
            box = self.boxes[name]
            told, there = _offer(name, text, dialogue, before)
            if box.accessibleName() != told:
                box.setText(told.replace("&", "&&"))
                box.setAccessibleName(told)
            there = there and not (self.one_page and name in NOT_ON_ONE_PAGE)
            box.setEnabled(there)
            box.setChecked(there and getattr(self.included, name))
        self.name_box.setChecked(self._settings.name_in_file)
        readers = notes_audience if self.notes else audience
        set_text(self.audience, readers(workbook, dialogue, person_name(workbook, dialogue)))

    def _section(self, layout: QVBoxLayout, heading: str, boxes: Sequence[QAbstractButton]) -> None:
        layout.addWidget(label(heading, "strong"))
        for box in boxes:
            layout.addWidget(box)
        layout.addSpacing(12)

    def _include(self, name: str, on: bool) -> None:
        self.included = replace(self.included, **{name: on})
        self.changed.emit()

    def _name_in_file(self, on: bool) -> None:
        self._settings.name_in_file = on
        self.changed.emit()


def _offer(name: str, text: str, dialogue: Dialogue, before: Dialogue | None) -> tuple[str, bool]:
    """A choice's words, and whether there is anything behind it."""
    if name in ("parked", "remark"):
        return str(getattr(headings(dialogue), name)), True
    if name == "notes":
        written = [note for note in dialogue.notes if note.text.strip()]
        chosen = sum(note.to_file for note in written)
        return f"{text}: {chosen} af {len(written)} er valgt", bool(chosen)
    if name == "since_last" and before is None:
        return f"{text} – ingen tidligere samtale", False
    if name == "case" and dialogue.case == type(dialogue.case)():
        return f"{text} – ikke skrevet", False
    return text, True
