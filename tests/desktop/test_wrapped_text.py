"""Wrapped labels remember their heights and never a wrong one."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.text import Wrapped, flowing, restyle

WORDS = "Samtalen handler om det, I kan sammen, og det, I gerne vil kunne. " * 3
WIDTHS = (90, 140, 300, 90)


def true_heights(label: Wrapped) -> list[int]:
    """What Qt itself says, asked past the memory."""
    return [QLabel.heightForWidth(label, width) for width in WIDTHS]


def heights(label: Wrapped) -> list[int]:
    """What a layout is told."""
    return [label.heightForWidth(width) for width in WIDTHS]


CHANGES: dict[str, Callable[[Wrapped], object]] = {
    "text": lambda label: label.setText("Kort."),
    "indent": lambda label: label.setIndent(60),
    "kind": lambda label: restyle(label, "kind", "display"),
    "look": lambda label: label.window().setStyleSheet("QLabel { font-size: 33px; }"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_heights_are_those_of_what_is_shown(qtbot: QtBot, change: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    Theme().lead(window)
    label = flowing(WORDS)
    label.setParent(window)
    window.show()
    assert isinstance(label, Wrapped)
    before = heights(label)
    assert before == true_heights(label)
    CHANGES[change](label)
    assert heights(label) == true_heights(label) != before
