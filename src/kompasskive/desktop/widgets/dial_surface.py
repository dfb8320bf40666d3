"""The dial as it is shown: a picture at the widget's size in a pyqtgraph view, and its cells."""

from pyqtgraph import GraphicsView
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QAccessible, QColor, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from kompasskive.desktop.widgets.dial_accessible import DialAccessible, tell_names
from kompasskive.desktop.widgets.dial_cells import DialCell, dial_cells
from kompasskive.desktop.widgets.dial_layers import DialLayers
from kompasskive.desktop.widgets.dial_tip import DialTip
from kompasskive.dial.drawing import draw
from kompasskive.dial.geometry import PETAL_BASE, RIM, cell_angles, point
from kompasskive.dial.options import DialOptions
from kompasskive.dial.palette import Palette
from kompasskive.dial.picture import Picture
from kompasskive.framework.model import Dimension
from kompasskive.profile.model import Profile


class DialSurface(GraphicsView):  # type: ignore[misc]
    """Shows a profile's dial; nothing pans, zooms or scrolls, and nothing is drawn in vain.

    While a page is laid out its size changes several times: it is drawn once, when that is over,
    when it is painted or when somebody asks, whichever comes first.

    `names_beside_changed` tells whether the field names must be listed beside the dial.
    """

    names_beside_changed = Signal(bool)

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        self._profile: Profile | None = None
        self._options = DialOptions()
        self._drawn: Picture | None = None
        self._drawn_cells: tuple[DialCell, ...] | None = ()
        self._stale = False
        self._current = -1
        self._animated = self._placing = False
        super().__init__(parent, background=None)
        self._when_laid_out = QTimer(self, singleShot=True, interval=0)
        self._when_laid_out.timeout.connect(self._catch_up)
        self.setCentralItem(None)
        self.viewport().setMouseTracking(True)
        self.setProperty("ring", "none")
        self._layers = DialLayers(self, palette)
        self.tip = DialTip(self)
        self.setMinimumSize(160, 160)
        self.set_palette(palette)
        self.accessible: DialAccessible | None = None

    @property
    def names_beside(self) -> bool:
        """Whether the field names did not fit and must be listed beside the dial."""
        picture = self._picture
        return picture is not None and picture.names_beside

    @property
    def picture(self) -> Picture | None:
        """The picture on show; None before the first profile."""
        return self._picture

    @property
    def current_cell(self) -> tuple[str, Dimension] | None:
        """Field id and dimension of the cell that has the keyboard."""
        if not 0 <= self._current < len(self._cells):
            return None
        cell = self._cells[self._current]
        return cell.field.field_id, cell.cell.dimension

    @property
    def moving(self) -> bool:
        """Whether petals or beads are on their way."""
        return self._layers.motion.moving

    @property
    def cell_count(self) -> int:
        """How many cells readers find."""
        return len(self._cells)

    @property
    def focused_cell(self) -> int:
        """The cell that has the keyboard; -1 while the dial has not."""
        return self._current if self.hasFocus() else -1

    def cell_name(self, index: int) -> str:
        """ "Lov & Myndighed, Praktisk, Godt i gang"."""
        return self._picture.areas[index].name if self._picture else ""

    def cell_value(self, index: int) -> str:
        """ "Godt i gang"."""
        return self._cells[index].cell.word

    def cell_box(self, index: int) -> QRect:
        """Where a cell lies on the screen."""
        corner, opposite = self._ends(self._cells[index])
        box = QRectF(corner, opposite).normalized().toAlignedRect()
        return QRect(self.mapToGlobal(box.topLeft()), box.size())

    def show_profile(self, profile: Profile, options: DialOptions) -> None:
        """Show a profile; nothing is drawn again when neither it nor the options changed."""
        if (profile, options) == (self._profile, self._options):
            return
        before, alike = self._profile, options == self._options
        names = [area.name for area in self._drawn.areas] if self._drawn else []
        self._profile, self._options = profile, options
        if self._stale or self._drawn is None:
            self._redraw_later()
            return
        self._redraw()
        if self._animated and self._picture and before and alike:
            self._layers.play(self._picture, before, profile, options)
        self._tell_changes(names)

    def set_animated(self, animated: bool) -> None:
        """Let petals grow, beads drop and the needle swing; off unless asked for."""
        self._animated = animated
        if not animated:
            self._layers.settle()

    def set_palette(self, palette: Palette) -> None:
        """Show the dial in other colours, on the palette's page."""
        self.setBackground(QColor(palette["page"]))
        self._layers.set_palette(palette)
        self.tip.set_palette(palette)

    def sizeHint(self) -> QSize:
        """Room for a dial with all its names."""
        return QSize(480, 480)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Draw at the new size."""
        super().resizeEvent(event)
        self._redraw_later()

    def viewportEvent(self, event: QEvent) -> bool:
        """Paint what is to be shown now."""
        if event.type() == QEvent.Type.Paint:
            self._catch_up()
        return bool(super().viewportEvent(event))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    @property
    def _picture(self) -> Picture | None:
        self._catch_up()
        return self._drawn

    @property
    def _cells(self) -> tuple[DialCell, ...]:
        self._catch_up()
        if self._drawn_cells is None and self._profile is not None:
            self._drawn_cells = dial_cells(self._profile, self._options)
        return self._drawn_cells or ()

    def _redraw_later(self) -> None:
        if self._profile is not None:
            self._stale = True
            self._when_laid_out.start()

    def _catch_up(self) -> None:
        if self._stale:
            self._stale = False
            self._redraw()

    def _redraw(self) -> None:
        if self._profile is None:
            return
        beside = self._drawn is not None and self._drawn.names_beside
        picture = draw(self._profile, self.width(), self.height(), self._options)
        self._drawn, self._drawn_cells = picture, None
        self._current = min(self._current, len(picture.areas) - 1)
        self._layers.show_picture(picture, self._placing)
        self.setAccessibleName(picture.title)
        self.setAccessibleDescription(picture.description)
        self._layers.show_focus(picture, self._focused)
        if beside != picture.names_beside:
            self.names_beside_changed.emit(picture.names_beside)

    @property
    def _focused(self) -> DialCell | None:
        at = self.focused_cell
        return self._cells[at] if 0 <= at < len(self._cells) else None

    def _tell_changes(self, before: list[str]) -> None:
        """Show the sentence anew where it is on show, and let readers know of other names."""
        focused = self._focused
        if focused and self.tip.isVisible():
            self.tip.tell(focused.sentence, self._spot(focused))
        after = [area.name for area in self._picture.areas] if self._picture else []
        if QAccessible.isActive() and len(before) == len(after):
            pairs = enumerate(zip(before, after, strict=True))
            tell_names(self, [i for i, (old, new) in pairs if old != new])

    def _spot(self, cell: DialCell) -> QPoint:
        """The outer end of a cell in this widget."""
        return self._ends(cell)[1].toPoint()

    def _ends(self, cell: DialCell) -> tuple[QPointF, QPointF]:
        """The inner and the outer end of a cell's middle line in this widget."""
        if self._picture is None:
            return QPointF(), QPointF()
        middle = sum(cell_angles(*cell.place, self._picture.only)) / 2
        centre = QPointF(self._picture.cx, self._picture.cy)
        inner, outer = (point(r * self._picture.unit, middle) for r in (PETAL_BASE, RIM))
        return centre + QPointF(*inner), centre + QPointF(*outer)
