"""One side's own starting point, field by field, with nothing of the other side in view."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from kompasskive.desktop.pages.open_talk import OpenTalk
from kompasskive.desktop.pages.talk.actions import Actions
from kompasskive.desktop.pages.talk.body import Slot, scrolling
from kompasskive.desktop.pages.talk.field_head import FieldStepper
from kompasskive.desktop.pages.talk.items import Items
from kompasskive.desktop.pages.talk.placement import Placement
from kompasskive.desktop.pages.talk.sides import side_name
from kompasskive.desktop.pages.talk.state import read_state
from kompasskive.desktop.widgets.buttons import Button, IconLabel
from kompasskive.desktop.widgets.header import strip
from kompasskive.desktop.widgets.layouts import column, frame, row
from kompasskive.desktop.widgets.text import flowing, set_text
from kompasskive.dialogue.model import Viewpoint

ALONE: Final = "Kun {name} ser her. Sæt det, du selv mener – I taler om det bagefter."


class StartingView(QWidget):
    """Item rows and ladders of the Samtale page, as one viewpoint; `done` leads back."""

    done = Signal()

    def __init__(self, talk: OpenTalk, viewpoint: Viewpoint) -> None:
        super().__init__()
        self._talk, self.viewpoint = talk, viewpoint
        theme = talk.theme
        actions = Actions(talk, viewpoint)
        self.items = Items(actions)
        self.items.extra.hide()
        self.placement = Placement(actions)
        self.placement.set_docked(False)
        self.stepper = FieldStepper(theme, talk.context.position)
        self.words = flowing("", "body")
        self.close_button = Button(theme, "Færdig for nu", "small", on_click=self.done.emit)
        inside = Slot((12, 12, 20, 16))
        inside.hold((self.items, self.placement))
        layout = column(self.stepper, gap=0)
        layout.addWidget(scrolling(inside), 1)
        self.sheet = frame("sheet", layout)
        top = strip("info", IconLabel(theme, "person", 20, "accent"), self.words, self.close_button)
        outer = column(top, gap=12)
        outer.addWidget(self.sheet, 1)
        self.setLayout(row(outer, margins=(0, 0, 16, 0)))

    def render_view(self) -> None:
        """Show the field in view as this side has it."""
        set_text(self.words, ALONE.format(name=side_name(self._talk, self.viewpoint)))
        state = read_state(self._talk, self.viewpoint)
        self.stepper.show_field(state)
        self.items.show_field(state)
        self.placement.show_field(state)

    def follow_focus(self) -> None:
        """Let the rows and ladders tell what they do while they have the focus."""
        if QApplication.focusWidget() is not None:
            self.items.follow_focus()
            self.placement.follow_focus()

    def commit(self) -> None:
        """Hand over what is being typed."""
        self.items.commit()
        self.placement.commit()
