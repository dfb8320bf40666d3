"""How an agreement is learned: its dimensions, and learning forms with the fitting ones first."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from kompasskive.desktop.pages.open_talk import OpenTalk
from kompasskive.desktop.widgets.buttons import Button
from kompasskive.desktop.widgets.flow import Flow
from kompasskive.desktop.widgets.focus_order import follow_around
from kompasskive.desktop.widgets.layouts import clear, column, row
from kompasskive.desktop.widgets.line_edit import LineEdit
from kompasskive.desktop.widgets.symbols import Symbol
from kompasskive.desktop.widgets.text import label
from kompasskive.dialogue.suggestions import learning_forms_for
from kompasskive.framework.model import Dimension

_SIGN = 14
_OWN_WIDTH = 240


class Dimensions(QWidget):
    """None to three dimensions; `picked` carries them in the framework's order."""

    picked = Signal(object)

    def __init__(self, talk: OpenTalk) -> None:
        super().__init__()
        self.boxes = {d: tick(talk.framework.dimension(d).name) for d in Dimension}
        ticks = Flow(gap=16)
        for dimension, box in self.boxes.items():
            pair = QWidget()
            pair.setLayout(row(box, Symbol(talk.theme, dimension, _SIGN), gap=6))
            ticks.addWidget(pair)
            box.clicked.connect(lambda _on: self.picked.emit(self._chosen()))
        layout = column(label("Dimension", "caption_strong", "ink2"), gap=4)
        layout.addLayout(ticks)
        layout.addStretch(1)
        self.setLayout(layout)

    def show_chosen(self, chosen: tuple[Dimension, ...]) -> None:
        """Tick these."""
        for dimension, box in self.boxes.items():
            box.setChecked(dimension in chosen)

    def _chosen(self) -> tuple[Dimension, ...]:
        return tuple(d for d, box in self.boxes.items() if box.isChecked())


class LearningForms(QWidget):
    """Those that fit the dimensions first; the rest on demand; own ones in free text."""

    picked = Signal(object)

    def __init__(self, talk: OpenTalk) -> None:
        super().__init__()
        self._talk = talk
        self._chosen: tuple[str, ...] = ()
        self._dimensions: tuple[Dimension, ...] = ()
        self._offered: list[str] = []
        self._all = False
        self.boxes: dict[str, QCheckBox] = {}
        self._ticks = Flow(gap=12)
        self.own = LineEdit("Egen læringsform", "Egen læringsform")
        self.add_button = Button(talk.theme, "Tilføj", "small", on_click=self._add_own)
        self.more = Button(talk.theme, "Vis alle læringsformer", "link", on_click=self._show_all)
        self.own.returnPressed.connect(self._add_own)
        layout = column(label("Læringsform", "caption_strong", "ink2"), gap=6)
        layout.addLayout(self._ticks)
        layout.addLayout(row(self.more, None))
        layout.addLayout(row(self.own, self.add_button, None))
        self.setLayout(layout)
        talk.theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.own.setFixedWidth(self._talk.theme.px(_OWN_WIDTH))

    def show_chosen(self, chosen: tuple[str, ...], dimensions: tuple[Dimension, ...]) -> None:
        """Tick these forms, and suggest for these dimensions."""
        if dimensions != self._dimensions:
            self._all = False
        self._chosen, self._dimensions = chosen, dimensions
        self._offer()
        for name, box in self.boxes.items():
            box.setChecked(name in chosen)

    def _names(self) -> list[str]:
        forms = learning_forms_for(self._talk.framework, self._dimensions)
        fitting = [f.name for f in forms if f.dimension in self._dimensions]
        every = [f.name for f in forms]
        shown = every if self._all or not fitting else fitting
        return [*shown, *(name for name in self._chosen if name not in shown)]

    def _offer(self) -> None:
        names = self._names()
        self.more.setVisible(len(names) < len(self._talk.framework.learning_forms))
        if names == self._offered:
            return
        self._offered = names
        focused = next((n for n, box in self.boxes.items() if box.hasFocus()), "")
        clear(self._ticks)
        self.boxes = {name: tick(name) for name in names}
        for box in self.boxes.values():
            self._ticks.addWidget(box)
            box.clicked.connect(lambda _on: self.picked.emit(self._ticked()))
        follow_around(self)
        if focused in self.boxes:
            self.boxes[focused].setFocus()

    def _ticked(self) -> tuple[str, ...]:
        kept = tuple(n for n in self._chosen if self.boxes[n].isChecked())
        return (*kept, *(n for n, b in self.boxes.items() if b.isChecked() and n not in kept))

    def _add_own(self) -> None:
        name = self.own.text().strip()
        if not self.own.guard.lets(name):
            return
        self.own.clear()
        self.own.commit()
        if name and name not in self._chosen:
            self.picked.emit((*self._chosen, name))

    def _show_all(self) -> None:
        self._all = True
        self.show_chosen(self._chosen, self._dimensions)
        self.own.setFocus()


def tick(name: str) -> QCheckBox:
    """A tick box whose text is shown literally."""
    box = QCheckBox(name.replace("&", "&&"))
    box.setAccessibleName(name)
    box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return box
