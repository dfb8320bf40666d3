"""Hands for the small dialogs."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QDialog

from kompasskive.desktop.pages.amend_dialog import AmendDialog
from kompasskive.desktop.pages.approve_dialog import ApproveDialog
from kompasskive.desktop.widgets.new_password import WITHOUT

WHY = "Datoen var <forkert> & ret."


def fill_reason(dialog: QDialog) -> None:
    """Say why an approved talk is changed."""
    assert isinstance(dialog, AmendDialog)
    dialog.show()
    QTest.keyClicks(dialog.written, WHY)
    QTest.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)


def approve_as_it_is(dialog: QDialog) -> None:
    """Both approve."""
    assert isinstance(dialog, ApproveDialog)
    dialog.show()
    QTest.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)


def without_password(dialog: QDialog) -> None:
    """Choose, with a key, that the file is to have none."""
    (tick,) = (t for t in dialog.findChildren(QCheckBox) if t.text() == WITHOUT)
    tick.setFocus()
    QTest.keyClick(tick, Qt.Key.Key_Space)
    assert tick.isChecked()
