"""The ring follows the keyboard, through scrolling, and leaves clicked buttons alone."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.focus_ring import FocusRing, seen_part, wants_ring


class Place:
    """A window with two fields in a scroll area that is too low for them."""

    def __init__(self, app: QApplication, bot: QtBot) -> None:
        self.window = QWidget()
        self.theme = Theme()
        self.ring = FocusRing(self.theme, app, self.window)
        self.first, self.last = QLineEdit(), QLineEdit()
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.addWidget(self.first)
        layout.addSpacing(600)
        layout.addWidget(self.last)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setWidget(inside)
        QVBoxLayout(self.window).addWidget(self.area)
        self.window.resize(300, 200)
        self.window.show()
        bot.waitExposed(self.window)
        self.window.activateWindow()

    def around(self, widget: QWidget, grow: int) -> QRect:
        """Where the ring belongs."""
        corner = widget.mapTo(self.window, widget.rect().topLeft())
        return QRect(corner, widget.size()).adjusted(-grow, -grow, grow, grow)


@pytest.fixture
def place(qapp: QApplication, qtbot: QtBot) -> Iterator[Place]:
    """The window, shown."""
    place = Place(qapp, qtbot)
    yield place
    place.window.close()
    delete(place.window)


def test_the_ring_lies_two_pixels_outside(place: Place) -> None:
    place.first.setFocus(Qt.FocusReason.TabFocusReason)
    assert place.ring.target is place.first
    assert place.ring.shown == place.around(place.first, 4)


def test_the_ring_is_thicker_with_large_text(place: Place) -> None:
    place.first.setFocus(Qt.FocusReason.TabFocusReason)
    place.theme.use("light", 2.0)
    assert place.ring.shown == place.around(place.first, 5)
    place.theme.use("light", 1.0)


def test_the_ring_follows_scrolling_and_is_cut_at_the_viewport(place: Place) -> None:
    place.first.setFocus(Qt.FocusReason.TabFocusReason)
    before = place.ring.shown
    bar = place.area.verticalScrollBar()
    bar.setValue(20)
    assert place.ring.shown == before.translated(0, -20)
    viewport = place.area.viewport()
    limits = QRect(viewport.mapTo(place.window, viewport.rect().topLeft()), viewport.size())
    assert limits.contains(seen_part(place.first, place.ring.shown))
    assert not limits.contains(place.ring.shown)


def test_a_part_of_a_widget_may_have_the_ring(place: Place) -> None:
    place.first.setFocus(Qt.FocusReason.TabFocusReason)
    place.first.setProperty("ring_rect", QRect(10, 2, 20, 10))
    corner = place.first.mapTo(place.window, QRect(10, 2, 20, 10).topLeft())
    assert place.ring.shown == QRect(corner.x() - 4, corner.y() - 4, 28, 18)


def test_the_ring_goes_into_a_dialog_and_survives_it(place: Place, qtbot: QtBot) -> None:
    dialog = QDialog(place.window)
    field = QLineEdit(dialog)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    dialog.activateWindow()
    QApplication.processEvents()
    field.setFocus(Qt.FocusReason.TabFocusReason)
    assert place.ring.target is field
    dialog.close()
    dialog.deleteLater()
    QApplication.processEvents()
    place.window.activateWindow()
    QApplication.processEvents()
    place.last.setFocus(Qt.FocusReason.TabFocusReason)
    assert place.ring.shown == place.around(place.last, 4)


def test_what_changes_inside_the_ring_does_not_paint_it(place: Place) -> None:
    place.first.setFixedHeight(60)
    place.first.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    overlay = next(w for w in place.window.children() if type(w).__name__ == "_Overlay")
    assert isinstance(overlay, QWidget)
    inside = overlay.rect().adjusted(12, 12, -12, -12)
    assert inside.height() > 20
    assert not overlay.mask().intersects(inside)
    for corner in (overlay.rect().topLeft(), overlay.rect().bottomRight()):
        assert overlay.mask().contains(corner)


def test_a_hidden_widget_has_no_ring(place: Place) -> None:
    place.first.setFocus(Qt.FocusReason.TabFocusReason)
    place.area.hide()
    assert place.ring.shown.isEmpty()


def test_a_clicked_button_needs_no_ring_but_a_clicked_field_does(place: Place) -> None:
    button = QPushButton(place.window)
    assert wants_ring(button, by_mouse=False)
    assert not wants_ring(button, by_mouse=True)
    assert wants_ring(place.first, by_mouse=True)
    button.setProperty("ring", "none")
    assert not wants_ring(button, by_mouse=False)
