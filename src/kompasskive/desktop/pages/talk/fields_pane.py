"""The list of fields: number, name and progress in words, and how many topics are parked."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from kompasskive.desktop.pages.talk.state import State
from kompasskive.desktop.pages.talk.whole import CASE, NOTES
from kompasskive.desktop.position import Position
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.badge import Badge
from kompasskive.desktop.widgets.buttons import Button
from kompasskive.desktop.widgets.layouts import column, hair, row
from kompasskive.desktop.widgets.text import flowing, label, restyle, set_text
from kompasskive.dialogue.progress import field_progress, fields_touched, is_touched
from kompasskive.framework.model import CompetenceField

WIDTH = 220
_SHORT_CASE = "Sag, hvor skønnet talte"
DEPTH = "I dybden"


def parked_words(count: int) -> str:
    """ "Parkeret: 1 emne"."""
    return f"Parkeret: {count} {'emne' if count == 1 else 'emner'}"


@dataclass(frozen=True)
class Ways:
    """What the list leads to beside the fields."""

    case: Callable[[], object]
    notes: Callable[[], object]
    parked: Callable[[], object]


class FieldButton(QAbstractButton):
    """One field; the one in view lies on the sheet colour."""

    def __init__(self, theme: Theme, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._number = theme, number
        self._shown: tuple[object, ...] = ()
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("ring_radius", 8)
        self.badge = Badge(theme, number, 24)
        self.name = flowing("")
        self.progress = flowing("", "caption", "ink2")
        words = column(self.name, self.progress, gap=2)
        layout = row(gap=12, margins=(12, 8, 8, 8))
        layout.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        self.setLayout(layout)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def show_field(self, field: CompetenceField, state: State) -> None:
        """Show a field's name and progress, and whether it is in view.

        Nothing is touched when all of it is as it was.
        """
        profile = state.profile.fields[self._number - 1]
        deep, current = field.id in state.dialogue.depth_field_ids, field is state.field
        shown = (profile, field.name, deep, current)
        if shown == self._shown:
            return
        self._shown = shown
        progress = field_progress(state.dialogue, field)
        if deep:
            progress = f"{DEPTH} · {progress}"
        self.badge.show_field(self._number, is_touched(state.dialogue, field))
        set_text(self.name, field.name)
        set_text(self.progress, progress)
        restyle(self.name, "kind", "strong" if current else "body")
        self.setAccessibleName(f"Felt {self._number}, {field.name}, {progress}")
        self.setChecked(current)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return layout.minimumSize() if layout else super().minimumSizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        ground = "sheet" if self.isChecked() else "hover" if self.underMouse() else ""
        if ground:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self._theme.color("sheet_edge" if self.isChecked() else ground))
            painter.setBrush(self._theme.color(ground))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)


class FieldsPane(QWidget):
    """One tab stop; arrow keys go from field to field. `ways` lead on from the fields."""

    def __init__(self, theme: Theme, position: Position, ways: Ways) -> None:
        super().__init__()
        self.setAccessibleName("Felter")
        self._theme, self._position = theme, position
        self._group = QButtonGroup(self)
        self._shown: tuple[FieldButton, ...] = ()
        self._fields = QVBoxLayout()
        self._fields.setSpacing(4)
        self.count = label("", "caption", "ink2")
        self.case = Button(theme, _SHORT_CASE, "quiet", "compass", ways.case)
        self.case.setAccessibleName(CASE)
        self.notes = Button(theme, NOTES, "quiet", "note", ways.notes)
        self.parked = Button(theme, "", "quiet", "park", ways.parked)
        head = column(label("Felter", "strong"), self.count, gap=2, margins=(12, 4, 0, 12))
        layout = column(head, self._fields, 12, hair(), 8, gap=4)
        for way in (self.case, self.notes, self.parked):
            layout.addWidget(way)
        layout.addStretch(1)
        layout.setContentsMargins(4, 4, 8, 16)
        self._make(len(position.framework.fields))
        self.setLayout(layout)
        self._group.idClicked.connect(self._open)
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def buttons(self) -> tuple[FieldButton, ...]:
        """The fields, in the source's order."""
        return tuple(b for b in self._group.buttons() if isinstance(b, FieldButton))

    def show_fields(self, state: State) -> None:
        """Show every field of the talk's framework."""
        fields = state.framework.fields
        if len(fields) != len(self._shown):
            self._make(len(fields))
            self._shown = self.buttons[: len(fields)]
            for button in self.buttons:
                button.setVisible(button in self._shown)
        for button, field in zip(self._shown, fields, strict=True):
            button.show_field(field, state)
        set_text(self.count, fields_touched(state.framework, state.dialogue))
        open_topics = sum(not topic.closed for topic in state.dialogue.parked)
        self.parked.set_label(parked_words(open_topics))
        self.parked.setVisible(bool(open_topics))

    def _make(self, count: int) -> None:
        for number in range(len(self.buttons) + 1, count + 1):
            button = FieldButton(self._theme, number, self)
            self._fields.addWidget(button)
            for before in self.buttons[-1:]:
                self.setTabOrder(before, button)
            self._group.addButton(button, number - 1)

    def _open(self, index: int) -> None:
        self._position.open_field(self._position.framework.fields[index].id)

    def _fit(self) -> None:
        self.setFixedWidth(self._theme.px(WIDTH))
