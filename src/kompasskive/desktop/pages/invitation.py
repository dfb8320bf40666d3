"""A page before there is anything on it: the real dial, dotted, what will come, the next step."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kompasskive.desktop.pages.open_talk import OpenTalk
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.buttons import Button
from kompasskive.desktop.widgets.dial_pane import DialPane
from kompasskive.desktop.widgets.layouts import column, frame, row
from kompasskive.desktop.widgets.split import Split
from kompasskive.desktop.widgets.text import label
from kompasskive.dial.options import DialOptions
from kompasskive.framework.catalogue import bundled
from kompasskive.profile.profile import empty_profile

WORDS_WIDTH = 440
LEAST = 900
DIAL_LEAST = 420


class EmptyState(QWidget):
    """`words` are a heading and the paragraphs under it; `act` is the next step."""

    def __init__(self, theme: Theme, words: tuple[str, ...], act: Callable[[], object]) -> None:
        super().__init__()
        self._theme = theme
        self._dial = DialPane(theme)
        self._dial.setMinimumHeight(DIAL_LEAST)
        heading, *paragraphs = words
        self.button = Button(theme, "", "primary", on_click=act)
        told: QVBoxLayout = column(None, label(heading, "field_title", wrap=True), 12, gap=0)
        for paragraph in paragraphs:
            told.addWidget(label(paragraph, "lead", "ink2", wrap=True))
            told.addSpacing(12)
        told.addSpacing(16)
        told.addLayout(row(self.button, None))
        told.addStretch(1)
        beside = QWidget()
        beside.setLayout(told)
        split = Split(theme, self._dial, beside, WORDS_WIDTH, least=LEAST, side_on_top=True)
        sheet = frame("sheet", row(split, margins=(48, 24, 24, 24)))
        self.setLayout(row(sheet, margins=(0, 0, 16, 0)))

    def show_step(self, step: str, person_name: str = "") -> None:
        """Name the next step, and whose dial it is."""
        self.button.set_label(step)
        profile = empty_profile(bundled(), person_name)
        self._dial.show_profile(profile, DialOptions(label_size=14.5 * self._theme.scale))


class Invitation(EmptyState):
    """The talk with the person in view is begun, or prepared."""

    def __init__(self, talk: OpenTalk, words: tuple[str, ...], prepares: bool = False) -> None:
        super().__init__(talk.theme, words, self._next)
        self._talk, self._prepares = talk, prepares

    def render_invitation(self) -> None:
        """Speak about the person in view, or ask for one."""
        name = self._talk.first_name or self._talk.name
        verb = "Forbered" if self._prepares else "Begynd"
        text = f"{verb} en samtale med {name}" if name else "Gå til Medarbejdere"
        self.show_step(text, self._talk.name)

    def _next(self) -> None:
        if not self._talk.name:
            self._talk.context.position.go("people")
        elif self._prepares:
            self._talk.prepare()
        else:
            self._talk.begin()
