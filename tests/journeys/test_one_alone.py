"""An employee with no leader: own file, marks, placements, plan and print, from Start."""

from pathlib import Path

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from tests.desktop.desk import Desk
from tests.desktop.forms import without_password

from kompasskive.desktop.own_file import OwnFileDialog
from kompasskive.desktop.pages.plan import PlanPage
from kompasskive.desktop.pages.profile import ProfilePage
from kompasskive.desktop.pages.start import StartPage
from kompasskive.desktop.pages.talk import TalkPage
from kompasskive.dialogue.model import DialogueKind, DialogueState, Workbook
from kompasskive.storage.workbook import read

NAME = "Åse <b> & Ærø"
ALT = Qt.KeyboardModifier.AltModifier


def write_name(dialog: QDialog) -> None:
    assert isinstance(dialog, OwnFileDialog)
    dialog.show()
    QTest.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    QTest.keyClicks(dialog._name, NAME)
    without_password(dialog)
    QTest.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)


def stored(desk: Desk, path: Path) -> Workbook:
    file = desk.window.context.document.file
    assert file is not None
    desk.bot.waitUntil(lambda: file.pending() == 0)
    return read(path)


def test_an_own_reflection_from_start_to_paper(desk: Desk) -> None:
    path = desk.folder / "Min.kompas"
    desk.show()
    start = desk.window.page
    assert isinstance(start, StartPage)
    desk.answers.paths.append(path)
    desk.answers.forms.append(write_name)
    desk.click(start.own)
    desk.window.activateWindow()
    page = desk.window.page
    assert isinstance(page, TalkPage)
    assert page.header.draft.words.text() == "KLADDE"
    assert page.context_line() == "Egen refleksion 23. november 2026"
    assert page.parts is not None
    for row, key in zip(page.parts.items.rows, "4444", strict=False):
        row.setFocus()
        QTest.keyClicks(row, key)
    for ladder, key in zip(page.parts.placement.ladders, "554", strict=True):
        ladder.setFocus()
        QTest.keyClicks(ladder, key)
    desk.settle()
    desk.press(Qt.Key.Key_6, ALT)
    plan = desk.window.page
    assert isinstance(plan, PlanPage)
    desk.click(plan.suggestions.rows.rows[0].take)
    desk.press(Qt.Key.Key_5, ALT)
    profile = desk.window.page
    assert isinstance(profile, ProfilePage)
    assert profile.read_button.accessibleName() == "Læs igennem"
    desk.click(profile.read_button)
    desk.click(profile.approve_button)
    assert desk.answers.asked[-1] == "Gør refleksionen færdig"
    assert "Refleksionen er gjort færdig" in profile.lock.words.text()
    workbook = stored(desk, path)
    (talk,) = workbook.dialogues
    assert [p.name for p in workbook.people] == [NAME]
    assert (talk.kind, talk.state) == (DialogueKind.SELF_REFLECTION, DialogueState.APPROVED)
    assert (talk.leader, workbook.leader) == ("", "")
    assert len(talk.strengths) + len(talk.potentials) == 1


def test_its_print_says_that_it_is_private(desk: Desk, tmp_path: Path) -> None:
    from kompasskive.cli.main import main
    from kompasskive.desktop.own_file import own_workbook
    from kompasskive.storage.workbook import create

    file, paper = tmp_path / "Min.kompas", tmp_path / "Min.pdf"
    workbook = own_workbook(("w", "p", "t"), NAME, desk.window.context.now().date())
    create(file, workbook).close()
    assert (
        main(["report", str(file), "--person", "p", "--kind", "reflection", "-o", str(paper)]) == 0
    )
    document = pypdfium2.PdfDocument(paper)
    text = " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)
    document.close()
    assert "Privat – du bestemmer, hvad du deler" in text
    assert "underskrift, leder" not in text
