"""Rows and columns without ceremony: None stretches, a number is a space."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypeVar

from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Callable

Part: TypeAlias = QWidget | QLayout | int | None
Margins: TypeAlias = tuple[int, int, int, int]
NO_MARGINS: Margins = (0, 0, 0, 0)
L = TypeVar("L", bound=QBoxLayout)


def row(*parts: Part, gap: int = 8, margins: Margins = NO_MARGINS) -> QHBoxLayout:
    """A horizontal layout of the parts."""
    return _fill(QHBoxLayout(), parts, gap, margins)


def column(*parts: Part, gap: int = 4, margins: Margins = NO_MARGINS) -> QVBoxLayout:
    """A vertical layout of the parts."""
    return _fill(QVBoxLayout(), parts, gap, margins)


def _fill(layout: L, parts: tuple[Part, ...], gap: int, margins: Margins) -> L:
    layout.setContentsMargins(*margins)
    layout.setSpacing(gap)
    for part in parts:
        append(layout, part)
    return layout


def append(layout: QBoxLayout, part: Part) -> None:
    """Add one part to a layout."""
    if part is None:
        layout.addStretch(1)
    elif isinstance(part, int):
        layout.addSpacing(part)
    elif isinstance(part, QWidget):
        layout.addWidget(part)
    else:
        layout.addLayout(part)


def frame(kind: str, layout: QLayout | None = None, parent: QWidget | None = None) -> QFrame:
    """A frame dressed by the style sheet ("sheet", "card", "warm", "info", ...)."""
    result = QFrame(parent)
    result.setProperty("kind", kind)
    if layout is not None:
        result.setLayout(layout)
    return result


def stacked(stack: QStackedWidget, view: QWidget, dress: Callable[[], object]) -> None:
    """Put a view into a stack that dresses nobody.

    It is dressed once: when it belongs to the window, and before the stack lays it out.
    """
    view.setParent(stack)
    dress()
    stack.addWidget(view)


def hair() -> QFrame:
    """A one-pixel horizontal line, decoration only."""
    result = frame("hair")
    result.setFixedHeight(1)
    return result


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and delete it."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)
            inner.deleteLater()
