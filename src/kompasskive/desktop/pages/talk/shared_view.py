""" "Vis for os begge": the dial, the three ladders and the question, large, and nothing private."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from kompasskive.desktop.pages.talk.actions import Actions
from kompasskive.desktop.pages.talk.prompt_card import question_for
from kompasskive.desktop.pages.talk.state import State
from kompasskive.desktop.widgets.badge import Badge
from kompasskive.desktop.widgets.buttons import IconLabel
from kompasskive.desktop.widgets.dial_pane import DialPane
from kompasskive.desktop.widgets.header import Chip
from kompasskive.desktop.widgets.ladder import Ladder
from kompasskive.desktop.widgets.ladder_words import margin_for
from kompasskive.desktop.widgets.layouts import column, frame, row
from kompasskive.desktop.widgets.over_window import OverWindow
from kompasskive.desktop.widgets.text import flowing, label, set_text
from kompasskive.desktop.wording import state_line
from kompasskive.dial.options import DialOptions
from kompasskive.framework.model import Dimension

_DIAL_FROM: Final = 1000
_THROUGH: Final = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_G, Qt.Key.Key_Z, Qt.Key.Key_Y)


class SharedView(OverWindow):
    """The two go on placing and turning fields in it. Esc closes it."""

    _built = False

    def __init__(self, actions: Actions, over: QWidget) -> None:
        super().__init__(actions.talk.theme, over)
        self._actions = actions
        self._state: State | None = None
        self._build()
        self._built = True
        self.fit()

    def show_state(self, state: State, question: str) -> None:
        """Show the field in view as the two placed it, and the question."""
        self._state = state
        self.badge.show_field(state.field_profile.number)
        set_text(self.name, state.field.name)
        set_text(self.definition, state.field.definition)
        set_text(self.question, question)
        set_text(self.whose, question_for(state.dialogue.kind))
        self.draft.setVisible(state.dialogue.is_draft)
        set_text(self.draft.words, state_line(state.dialogue))
        cells = state.field_profile.cells
        for ladder, cell in zip(self.ladders, cells, strict=True):
            ladder.show_cell(state.field.name, state.framework.dimension(cell.dimension).name, cell)
            ladder.lay(True, margin_for(self.theme, cells))
            ladder.setEnabled(not state.locked)
        size = self.theme.px(13)
        options = DialOptions(label_size=size, previous=False, signs=False)
        self.dial.show_profile(state.profile, options)

    def first(self) -> QWidget:
        return self.ladders[0] if self.ladders[0].isEnabled() else self

    def leads_on(self, event: QKeyEvent) -> bool:
        return _leads_on(event)

    def fit(self) -> None:
        super().fit()
        if self._built:
            self.dial.setVisible(self.width() >= self.theme.px(_DIAL_FROM))

    def focusNextPrevChild(self, forward: bool) -> bool:
        now = self._over.focusWidget()
        index = next((i for i, ladder in enumerate(self.ladders) if ladder is now), 0)
        self._turn_to(self.ladders[(index + (1 if forward else -1)) % len(self.ladders)])
        return True

    def _build(self) -> None:
        theme = self.theme
        self.dial = DialPane(theme, "win")
        self.dial.field_chosen.connect(self._actions.talk.context.position.open_field)
        self.badge, self.name = Badge(theme, 1, 32), flowing("", "field_title")
        self.draft, self.definition = Chip(theme, ""), flowing("", "lead", "ink2")
        self.ladders = tuple(Ladder(theme, dimension) for dimension in Dimension)
        self.question = flowing("", "title")
        self.whose = label("", "caption_strong", "warm_ink")
        head = row(self.badge, gap=12)
        head.addWidget(self.name, 1)
        head.addWidget(self.draft)
        expressed = label("Hvordan kommer det til udtryk?", "title")
        body = column(head, self.definition, 8, expressed, gap=12, margins=(40, 32, 40, 24))
        for index, ladder in enumerate(self.ladders):
            ladder.chosen.connect(partial(self._place, ladder.dimension))
            ladder.stepped.connect(partial(self._step, index))
            body.addWidget(ladder)
        for part in (None, self._card(), self._foot()):
            body.addStretch(1) if part is None else body.addWidget(part)
        area = self._area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setLayout(body)
        area.setWidget(inside)
        sheet = frame("sheet", row(area, margins=(2, 2, 2, 2)))
        across = row(gap=24, margins=(24, 32, 32, 32))
        across.addWidget(self.dial, 1)
        across.addWidget(sheet, 1)
        self.setLayout(across)

    def _card(self) -> QFrame:
        icon = IconLabel(self.theme, "question", 18, "warm_ink")
        head = row(icon, self.whose, None)
        return frame("warm", column(head, self.question, gap=8, margins=(20, 16, 20, 18)))

    def _foot(self) -> QWidget:
        foot = QWidget()
        words = flowing("Noter og navne vises ikke her", "caption", "ink2")
        keys = label("Esc Tilbage   ·   Alt+← → Felt   ·   Ctrl+G Nyt spørgsmål", "caption", "ink2")
        line = row(gap=12)
        line.addWidget(words, 1)
        line.addWidget(keys)
        foot.setLayout(line)
        return foot

    def _place(self, dimension: Dimension, level: int | None) -> None:
        if self._state is not None:
            self._actions.place(self._state.field, dimension, level)

    def _step(self, index: int, by: int) -> None:
        if 0 <= index + by < len(self.ladders):
            self._turn_to(self.ladders[index + by])

    def _turn_to(self, ladder: Ladder) -> None:
        ladder.setFocus(Qt.FocusReason.TabFocusReason)
        self._area.ensureWidgetVisible(ladder)


def _leads_on(event: QKeyEvent) -> bool:
    """Fields, questions, undo and hiding the screen work as in the talk."""
    modifiers, key = event.modifiers(), event.key()
    ctrl = modifiers == Qt.KeyboardModifier.ControlModifier
    alt = modifiers == Qt.KeyboardModifier.AltModifier
    digit = Qt.Key.Key_1 <= key <= Qt.Key.Key_8
    turns = alt and key in _THROUGH[:2]
    return turns or (ctrl and (digit or key in _THROUGH[2:])) or key == Qt.Key.Key_F9
