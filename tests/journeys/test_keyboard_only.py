"""From Start to a PDF in the real window without the mouse: every step is a key."""

from collections.abc import Callable

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from tests.desktop.desk import Desk
from tests.desktop.forms import without_password

from kompasskive.desktop.new_file import NewFileDialog
from kompasskive.desktop.pages.report import ReportPage
from kompasskive.dialogue.model import DialogueState
from kompasskive.framework.model import Dimension, Mark
from kompasskive.storage.workbook import read

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
NAME, AGREED = "Åse Bjørn", "Tager en svær sag med hver måned"
MOST_TABS = 80


def tab_to(desk: Desk, name: str) -> None:
    """Tab until what has the focus is called that."""
    passed = []
    for _ in range(MOST_TABS):
        now = QApplication.focusWidget()
        passed.append(now.accessibleName() if now else "")
        if passed[-1].startswith(name):
            return
        desk.press(Qt.Key.Key_Tab)
    raise AssertionError(f"{name} is not among {passed}")


def push(desk: Desk, name: str) -> None:
    tab_to(desk, name)
    desk.press(Qt.Key.Key_Space)


def type_text(text: str) -> None:
    now = QApplication.focusWidget()
    assert now is not None
    QTest.keyClicks(now, text)


def filled(*texts: str) -> Callable[[QDialog], object]:
    """Types each text in the dialog's next field and presses Enter."""

    def fill(dialog: QDialog) -> None:
        dialog.show()
        fields = dialog.findChildren(QLineEdit)
        for field, text in zip(fields, texts, strict=False):
            QTest.keyClicks(field, text)
        if isinstance(dialog, NewFileDialog):
            without_password(dialog)
        last = fields[0] if fields else dialog
        QTest.keyClick(last, Qt.Key.Key_Return)

    return fill


def test_from_start_to_pdf_by_keys(desk: Desk) -> None:
    path, pdf = desk.folder / "Taster.kompas", desk.folder / "Profil.pdf"
    desk.answers.paths = [path, pdf]
    desk.answers.forms = [filled("Mette Holm"), filled(NAME), filled(), filled()]
    desk.show()
    push(desk, "Ny samtale")
    desk.window.activateWindow()
    add_and_begin(desk)
    talk(desk)
    agree(desk)
    approve(desk)
    print_it(desk)
    (stored,) = read(path).dialogues
    field = read(path).framework_of(stored).fields[0]
    assert [stored.answer(i.id).mark for i in field.items[:2]] == [Mark.CONFIDENT, Mark.SHARES]
    placed = stored.placement(field.id, Dimension.PRACTICAL)
    assert placed is not None
    assert placed.level == 4
    assert [a.what for a in stored.agreements] == [AGREED]
    assert stored.state is DialogueState.APPROVED
    document = pypdfium2.PdfDocument(pdf)
    text = " ".join(" ".join(p.get_textpage().get_text_range() for p in document).split())
    document.close()
    assert NAME.upper() in text
    assert AGREED in text
    assert "KLADDE" not in text


def add_and_begin(desk: Desk) -> None:
    push(desk, "Tilføj medarbejder")
    desk.window.activateWindow()
    desk.settle()
    desk.press(Qt.Key.Key_Return)
    desk.window.activateWindow()
    desk.settle()
    assert desk.window.context.position.page == "talk"


def talk(desk: Desk) -> None:
    desk.press(Qt.Key.Key_1, CONTROL)
    tab_to(desk, "Punkt 1 af")
    desk.press(Qt.Key.Key_3)
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_4)
    tab_to(desk, "Arbejdsmarked & Uddannelse, Praktisk")
    desk.press(Qt.Key.Key_4)


def agree(desk: Desk) -> None:
    desk.press(Qt.Key.Key_6, ALT)
    push(desk, "Ny aftale")
    tab_to(desk, "Hvad gør vi?")
    type_text(AGREED)
    push(desk, "Færdig")


def approve(desk: Desk) -> None:
    desk.press(Qt.Key.Key_5, ALT)
    push(desk, "Læs igennem")
    push(desk, "Godkend samtalen")
    desk.window.activateWindow()
    desk.settle()
    talk = desk.window.context.position.dialogue
    assert talk is not None
    assert talk.state is DialogueState.APPROVED


def print_it(desk: Desk) -> None:
    desk.press(Qt.Key.Key_9, ALT)
    page = desk.window.page
    assert isinstance(page, ReportPage)
    desk.settle()
    push(desk, "Gem som PDF")
    desk.bot.waitUntil(lambda: (desk.folder / "Profil.pdf").exists())
    document = desk.window.context.document
    file = document.file
    assert file is not None
    desk.bot.waitUntil(lambda: file.pending() == 0)
