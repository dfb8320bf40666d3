"""The ring round what has the focus: one overlay that follows it through windows and scrolling.

A widget may say "ring_radius" (its own corner), "ring_rect" (the part of it that has the focus, in
its coordinates) or "ring" = "none" as properties.
"""

import math
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from kompasskive.desktop.theme import Theme

GAP: Final = 2
RADIUS: Final = 6
LARGE_TEXT: Final = 1.5
_MOVES: Final = (
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.DynamicPropertyChange,
)


def wants_ring(widget: QWidget | None, by_mouse: bool) -> bool:
    """Whether focus on a widget is shown; a button that was clicked needs no ring."""
    if widget is None or widget.property("ring") == "none":
        return False
    popup = widget.window().windowType() == Qt.WindowType.Popup
    return not popup and not (by_mouse and isinstance(widget, QAbstractButton))


def ancestors(widget: QWidget) -> list[QWidget]:
    """The widget and everything it lies in, its window last."""
    chain = [widget]
    parent = widget.parentWidget()
    while parent is not None and not chain[-1].isWindow():
        chain.append(parent)
        parent = parent.parentWidget()
    return chain


def seen_part(target: QWidget, place: QRect) -> QRect:
    """What of `place`, in the window's coordinates, the scroll areas round the target let show."""
    window, seen = target.window(), QRect(place)
    for widget in ancestors(target)[1:]:
        area = widget.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is widget:
            corner = widget.mapTo(window, QPoint(0, 0))
            seen = seen.intersected(QRect(corner, widget.size()))
    return seen


class _Overlay(QWidget):
    """The painted ring in one window, above everything and invisible to the mouse."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._clip, self._radius = QRect(), 0.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    @property
    def thickness(self) -> int:
        return 3 if self._theme.scale >= LARGE_TEXT else 2

    def lie_round(self, target: QWidget) -> None:
        own = target.property("ring_rect")
        inner = own if isinstance(own, QRect) and own.isValid() else target.rect()
        grow = GAP + self.thickness
        outer = QRect(target.mapTo(target.window(), inner.topLeft()), inner.size())
        outer.adjust(-grow, -grow, grow, grow)
        self._clip = seen_part(target, outer).translated(-outer.topLeft())
        self._radius = float(target.property("ring_radius") or RADIUS) + GAP
        self.setGeometry(outer)
        self._leave_out_the_middle()
        self.raise_()
        self.show()
        self.update()

    def _leave_out_the_middle(self) -> None:
        """What is repainted inside the ring does not paint the ring."""
        inset = self.thickness + math.ceil(self._radius)
        middle = self.rect().adjusted(inset, inset, -inset, -inset)
        self.setMask(QRegion(self.rect()).subtracted(QRegion(middle)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self._clip)
        painter.setPen(QPen(self._theme.color("accent"), self.thickness))
        half = self.thickness / 2
        ring = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(ring, self._radius, self._radius)


class FocusRing(QObject):
    """Follows the application's focus; `target` is what the ring is round, None when hidden."""

    def __init__(self, theme: Theme, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self.target: QWidget | None = None
        self._overlay: _Overlay | None = None
        self._followed: list[QWidget] = []
        app.focusChanged.connect(self._focus_changed)
        theme.changed.connect(self._fit)
        self._focus_changed(None, QApplication.focusWidget())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        if event.type() in _MOVES:
            self._fit()
        return False

    @property
    def shown(self) -> QRect:
        """Where the ring is in its window; an empty rectangle when it is hidden."""
        overlay = self._overlay
        return overlay.geometry() if overlay is not None and overlay.isVisible() else QRect()

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        by_mouse = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        self._follow(new if wants_ring(new, by_mouse) else None)

    def _follow(self, target: QWidget | None) -> None:
        for widget in filter(isValid, self._followed):
            widget.removeEventFilter(self)
        if self._overlay is not None and isValid(self._overlay):
            self._overlay.hide()
        self.target, self._overlay = target, None
        self._followed = ancestors(target) if target is not None else []
        for widget in self._followed:
            widget.installEventFilter(self)
        if target is not None:
            self._overlay = self._overlay_in(target.window())
        self._fit()

    def _overlay_in(self, window: QWidget) -> _Overlay:
        return window.findChild(_Overlay) or _Overlay(self._theme, window)

    def _fit(self) -> None:
        if self.target is None or self._overlay is None or not isValid(self._overlay):
            return
        if self.target.isVisible():
            self._overlay.lie_round(self.target)
        else:
            self._overlay.hide()
