"""F6: from pane to pane, to where the focus was last in each."""

from collections.abc import Sequence

from PySide6 import QtCore
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget


def step_pane(panes: Sequence[QWidget], step: int) -> None:
    """Give the focus to the next (1) or previous (-1) pane that can take it."""
    seen = [pane for pane in panes if pane.isVisible() and _way_in(pane) is not None]
    if not seen:
        return
    now = QApplication.focusWidget()
    here = next((i for i, pane in enumerate(seen) if _holds(pane, now)), None)
    index = (0 if step > 0 else -1) if here is None else (here + step) % len(seen)
    target = _way_in(seen[index])
    if target is not None:
        target.setFocus(QtCore.Qt.FocusReason.TabFocusReason)


def enter(panes: Sequence[QWidget]) -> None:
    """Give the focus to the first pane that can take it."""
    for pane in panes:
        target = _way_in(pane)
        if target is not None:
            target.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
            return


def _holds(pane: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and (pane is widget or pane.isAncestorOf(widget))


def _way_in(pane: QWidget) -> QWidget | None:
    last = pane.focusWidget()
    if last is not None and _can_take(last) and _holds(pane, last):
        return last
    if _can_take(pane):
        return pane
    from kompasskive.desktop.widgets.focus_order import in_order

    first = next(filter(_can_take, in_order(pane)), None)
    return None if first is None else _chosen(first)


def _chosen(widget: QWidget) -> QWidget:
    """Of buttons of which one is chosen, that one is the way in."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    chosen = group.checkedButton() if group is not None else None
    return chosen if chosen is not None and _can_take(chosen) else widget


def _can_take(widget: QWidget) -> bool:
    reachable = widget.isVisible() and widget.isEnabled()
    return reachable and bool(widget.focusPolicy() & QtCore.Qt.FocusPolicy.TabFocus)
