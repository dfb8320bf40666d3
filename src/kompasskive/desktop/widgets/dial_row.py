"""Small dials beside each other, or below each other where that makes them larger."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.dial_pane import DialPane
from kompasskive.desktop.widgets.flow import Flow
from kompasskive.desktop.widgets.layouts import clear, column
from kompasskive.desktop.widgets.text import label, set_text
from kompasskive.dial.multiples import Panel, columns_of

LEAST = 160
_CAPTION = 32
_GAP = 16


class DialRow(QWidget):
    """`count` dials with captions and numbers; the numbered names stand in one line below them.

    `ground` is the token of what the dials lie on.
    """

    field_chosen = Signal(str)

    def __init__(self, theme: Theme, count: int, ground: str = "sheet") -> None:
        super().__init__()
        self._theme, self._columns = theme, 0
        self.panes = tuple(DialPane(theme, ground) for _ in range(count))
        self._captions = tuple(label("", "question") for _ in range(count))
        self._boxes = tuple(QWidget() for _ in range(count))
        for box, caption, pane in zip(self._boxes, self._captions, self.panes, strict=True):
            caption.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout = column(caption, pane, gap=4)
            layout.setAlignment(pane, Qt.AlignmentFlag.AlignHCenter)
            box.setLayout(layout)
            pane.field_chosen.connect(self.field_chosen)
        self._grid = QGridLayout()
        self._grid.setSpacing(_GAP)
        self._names = Flow(gap=12)
        self._named: tuple[str, ...] = ()
        self.setLayout(column(None, self._grid, self._names, None, gap=20))
        self._arrange()

    def show_panels(self, panels: Sequence[Panel]) -> None:
        """Show as many panels as there are dials."""
        for panel, caption, pane in zip(panels, self._captions, self.panes, strict=True):
            set_text(caption, panel.caption)
            pane.show_profile(panel.profile, panel.options)
        names = tuple(f"{f.number}\u2002{f.name}" for f in panels[-1].profile.fields)
        if names != self._named:
            self._named = names
            clear(self._names)
            for name in names:
                self._names.addWidget(label(name, "small", "ink2"))
            self._arrange()

    def minimumSizeHint(self) -> QSize:
        """The dials take the size there is."""
        return QSize(LEAST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as give the largest dials."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Names take room only once they are shown."""
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._arrange()
        return done

    def _arrange(self) -> None:
        room = self._theme.px(_CAPTION)
        columns = columns_of(len(self._boxes), self.width(), self.height(), room)
        rows = -(-len(self._boxes) // columns)
        below = self._names.heightForWidth(self.width()) + 2 * _GAP
        side = min(self.width() // columns, (self.height() - below) // rows - room) - _GAP
        for pane in self.panes:
            pane.setFixedSize(max(LEAST, side), max(LEAST, side))
        if columns == self._columns:
            return
        self._columns = columns
        for index, box in enumerate(self._boxes):
            self._grid.addWidget(box, index // columns, index % columns)
        for at in range(len(self._boxes)):
            self._grid.setColumnStretch(at, int(at < columns))
