"""Lines of items that wrap like text."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QRect
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from kompasskive.desktop.panes import enter
from kompasskive.desktop.widgets.flow import Flow, Lines
from kompasskive.desktop.widgets.focus_order import follow_layout
from kompasskive.desktop.widgets.layouts import column

GAP = 8
SIZES = ((100, 40), (60, 20), (100, 30))


@pytest.fixture
def lines(qtbot: QtBot) -> Iterator[Lines]:
    """A high item, a low one and one between."""
    around = QWidget()
    qtbot.addWidget(around)
    result = Lines(gap=GAP)
    for width, height in SIZES:
        item = QWidget()
        item.setFixedSize(width, height)
        result.addWidget(item)
    around.setLayout(result)
    around.show()
    yield result
    around.close()


def places(lines: Lines, width: int) -> list[tuple[int, int]]:
    """Where each item's corner lies when there is this much room."""
    lines.setGeometry(QRect(5, 10, width, 500))
    boxes = (item.geometry() for item in (lines.itemAt(i) for i in range(lines.count())) if item)
    return [(box.x(), box.y()) for box in boxes]


def test_low_items_stand_in_the_middle_of_their_line(lines: Lines) -> None:
    assert places(lines, 400) == [(5, 10), (113, 20), (181, 15)]
    assert lines.heightForWidth(400) == 40


def test_what_has_no_room_begins_a_line(lines: Lines) -> None:
    assert places(lines, 170) == [(5, 10), (113, 20), (5, 10 + 40 + GAP)]
    assert lines.heightForWidth(170) == 40 + GAP + 30
    assert places(lines, 168) == places(lines, 170)
    assert places(lines, 167) == [(5, 10), (5, 58), (5, 86)]


def test_an_item_wider_than_the_room_has_a_line_of_its_own(lines: Lines) -> None:
    assert places(lines, 50) == [(5, 10), (5, 58), (5, 86)]


def test_nothing_takes_no_height(qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    empty = Lines()
    around.setLayout(empty)
    assert empty.heightForWidth(100) == 0


def test_a_widget_that_goes_takes_no_line_with_it(qtbot: QtBot) -> None:
    """PySide would have every widget on the way to a pane belong to the one before it."""
    host, closed, lines = QWidget(), QPushButton("a"), Flow()
    closed.setEnabled(False)
    lines.addWidget(QLabel("b"))
    first, second = QWidget(), QWidget()
    first.setLayout(column(closed))
    second.setLayout(column(lines, QPushButton("c")))
    host.setLayout(column(first, second))
    qtbot.addWidget(host)
    host.show()
    follow_layout(host)
    enter((first, second))
    closed.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert [item is not None and isValid(item) for item in map(lines.itemAt, range(1))] == [True]
