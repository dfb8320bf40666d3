"""What the first picture needs of Qt's own names, as the numbers they stand for.

Touching `PySide6.QtCore.Qt` once builds its 93 enumerations, a fifth of what a bare window takes to
show. Whatever runs before the first paint therefore asks here; everything after it uses `Qt`.
"""

from typing import Final

from PySide6.QtWidgets import QLabel, QWidget

CENTRED: Final = 0x84
_NO_FOCUS: Final = 0
_STRONG_FOCUS: Final = 11
_PLAIN_TEXT: Final = 0


def take_focus(widget: QWidget) -> None:
    """Let Tab and clicks reach a widget: `Qt.FocusPolicy.StrongFocus`."""
    widget.setProperty("focusPolicy", _STRONG_FOCUS)


def pass_focus(widget: QWidget) -> None:
    """Keep the focus from a widget: `Qt.FocusPolicy.NoFocus`."""
    widget.setProperty("focusPolicy", _NO_FOCUS)


def literal(label: QLabel) -> None:
    """Have a label show its text as it is: `Qt.TextFormat.PlainText`."""
    label.setProperty("textFormat", _PLAIN_TEXT)
