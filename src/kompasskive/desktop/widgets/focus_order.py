"""Keyboard order follows the eye: Tab goes through a layout as it is read."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QLayout, QScrollArea, QStackedWidget, QWidget

_UPWARDS = QBoxLayout.Direction.BottomToTop
_BY_TAB = {Qt.FocusPolicy.TabFocus, Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.WheelFocus}


def follow_layout(root: QWidget) -> None:
    """Chain the focusable widgets inside `root` in the order their layouts place them."""
    for before, after in pairwise(in_order(root)):
        QWidget.setTabOrder(before, after)


def follow_around(widget: QWidget) -> None:
    """Chain the part of the page that `widget` stands in, after it got or lost widgets."""
    root = widget
    while (parent := root.parentWidget()) is not None and not isinstance(parent, QStackedWidget):
        root = parent
    follow_layout(root)


def in_order(widget: QWidget | None) -> Iterator[QWidget]:
    """The focusable widgets inside one, and itself, as their layouts place them.

    Qt's own chain is not asked: in PySide each widget would then belong to the one before it, and
    with one that is deleted the layout items of all after it would be taken for deleted as well.
    """
    if widget is None:
        return
    if widget.focusPolicy() in _BY_TAB and widget.focusProxy() is None:
        yield widget
    if isinstance(widget, QScrollArea):
        yield from in_order(widget.widget())
    elif isinstance(widget, QStackedWidget):
        for index in range(widget.count()):
            yield from in_order(widget.widget(index))
    elif (layout := widget.layout()) is not None:
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    places = range(layout.count())
    upwards = isinstance(layout, QBoxLayout) and layout.direction() is _UPWARDS
    for index in reversed(places) if upwards else places:
        item = layout.itemAt(index)
        if item is None:
            continue
        yield from in_order(item.widget())
        if (inner := item.layout()) is not None:
            yield from _in_layout(inner)
