""" "Siden sidst": how many places moved, and the short list behind the number."""

from PySide6.QtWidgets import QWidget

from kompasskive import danish
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.buttons import Button
from kompasskive.desktop.widgets.layouts import clear, column, row
from kompasskive.desktop.widgets.text import label
from kompasskive.profile.comparison import CHANGE_WORDS, Change, ChangeRow, Comparison, headline

_TOLD = (Change.NEW_STRENGTH, Change.MOVING, Change.CHANGED_FOCUS)


class Moves(QWidget):
    """Hidden when there is no earlier talk; the list opens under the link and closes again."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._comparison: Comparison | None = None
        self._open = False
        self.link = Button(theme, "", "link", "history", self._turn)
        self._list = QWidget()
        self._lines = column(gap=4, margins=(0, 4, 0, 0))
        self._list.setLayout(self._lines)
        self._list.hide()
        self.setLayout(column(row(self.link, None), self._list, gap=0))

    def show_comparison(self, comparison: Comparison | None) -> None:
        """Show what moved; None when there is nothing to compare with."""
        self.setVisible(comparison is not None)
        if comparison is None or comparison == self._comparison:
            return
        self._comparison = comparison
        self.link.set_label(headline(comparison))
        self._fill(comparison)

    @property
    def lines(self) -> tuple[str, ...]:
        """The open list's texts, from the top."""
        texts = []
        for index in range(self._lines.count()):
            item = self._lines.itemAt(index)
            widget = item.widget() if item else None
            texts.append(widget.accessibleName() if widget else "")
        return tuple(texts)

    def _turn(self) -> None:
        self._open = not self._open
        self._list.setVisible(self._open)
        self.link.setAccessibleDescription("Listen er åben" if self._open else "Åbner en liste")

    def _fill(self, comparison: Comparison) -> None:
        clear(self._lines)
        self._say(f"Samtalen {danish.long_date(comparison.held_on)}", "caption", "ink2")
        for change in _TOLD:
            rows = [r for r in comparison.rows if r.change is change]
            if rows:
                self._say(CHANGE_WORDS[change], "small_strong", "ink")
            for one in rows:
                self._say(_sentence(one), "small", "ink2")
        same = sum(r.change is Change.UNCHANGED for r in comparison.rows)
        if same:
            self._say(f"{CHANGE_WORDS[Change.UNCHANGED]}: {_places(same)}", "small", "ink2")
        for text in comparison.not_comparable:
            self._say(f"Kan ikke sammenlignes: {text}", "small", "ink2")

    def _say(self, text: str, kind: str, tone: str) -> None:
        line = label(text, kind, tone, wrap=True)
        line.setAccessibleName(text)
        self._lines.addWidget(line)


def _sentence(one: ChangeRow) -> str:
    return f"{one.field} · {one.dimension_name}: {one.before} → {one.after}"


def _places(count: int) -> str:
    return "1 sted" if count == 1 else f"{count} steder"
