"""Hands for the small dialogs."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from kompasskive.desktop.pages.amend_dialog import AmendDialog
from kompasskive.desktop.pages.approve_dialog import ApproveDialog

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
