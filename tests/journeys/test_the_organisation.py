"""From approved talks to what the department can do: goals, a frozen period, Jens, and a PDF."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from tests.desktop.desk import NOW, Desk
from tests.desktop.organisations import organisation
from tests.journeys.window import ALT

from kompasskive.desktop.pages.organisation import OrganisationPage
from kompasskive.desktop.pages.organisation.goals_dialog import GoalsDialog
from kompasskive.reports.preview import page_count, page_text
from kompasskive.storage.workbook import create, read

LEVELS = (5, 4, 4, 3, 3, 3, 2, 2, 2, 2, 1, 1)


@pytest.fixture
def department(desk: Desk) -> Desk:
    """Twelve approved talks on disk, Jens's first, open in the window."""
    value = organisation(LEVELS)
    jens = replace(value.people[0], name="Jens Jensen")
    path = desk.folder / "Samtaler.kompas"
    create(path, replace(value, people=(jens, *value.people[1:]))).close()
    desk.show()
    desk.window.files.open(path)
    desk.settle()
    desk.window.context.position.open_person(jens.id)
    return desk


def come(desk: Desk, page: OrganisationPage) -> None:
    for _ in range(3):
        desk.settle()
        page.background.wait()
    desk.settle()


def test_from_approved_talks_to_a_page_that_can_be_shared(department: Desk) -> None:
    desk, window = department, department.window
    desk.press(Qt.Key.Key_8, ALT)
    page = window.page
    assert isinstance(page, OrganisationPage)
    come(desk, page)
    QTest.keyClick(page, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    come(desk, page)
    profile = page.profile
    assert page.switch.index == 1

    def set_goal(dialog: QDialog) -> None:
        assert isinstance(dialog, GoalsDialog)
        dialog.show()
        first = dialog.blocks[0]
        first.wanted.setFocus()
        QTest.keyClick(first.wanted, Qt.Key.Key_Space)
        first.deep.setFocus()
        first.deep.selectAll()
        QTest.keyClicks(first.deep, "6")
        QTest.keyClick(first.deep, Qt.Key.Key_Tab)
        QTest.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)

    desk.answers.forms.append(set_goal)
    desk.click(profile.view.change_goals)
    come(desk, page)
    assert profile.view.goals.rows.rows[0].verdict.text() == "Kompetencehul"
    desk.click(profile.tools.freeze_button)
    come(desk, page)
    assert profile.tools.state.text() == f"Frosset {NOW.day}.{NOW.month}.{NOW.year}"
    profile.tools.mode.choose(1)
    come(desk, page)
    assert profile.view.readings.section.heading.text() == "Jens og organisationen"
    assert "Organisatorisk læringspotentiale" in profile.view.readings.lines
    for name, entry in (("org.pdf", 0), ("side.pdf", -1)):
        desk.answers.paths.append(desk.folder / name)
        forms = [a for a in page.menu().actions() if a.text().endswith("PDF …")]
        forms[entry].trigger()
        come(desk, page)
    told = {name: _texts(desk, name) for name in ("org.pdf", "side.pdf")}
    assert "Jens" not in told["org.pdf"]
    assert "Kompetencehul" in told["org.pdf"]
    assert "Jens Jensen" in told["side.pdf"]
    stored = read(desk.folder / "Samtaler.kompas")
    assert [goal.depth for goal in stored.goals] == [6]
    assert [snapshot.period for snapshot in stored.snapshots] == ["2026H2"]
    page.finish()


def _texts(desk: Desk, name: str) -> str:
    file = desk.window.context.document.file
    assert file is not None
    desk.bot.waitUntil(lambda: file.pending() == 0)
    pdf = (desk.folder / name).read_bytes()
    return "\n".join(page_text(pdf, at) for at in range(page_count(pdf)))
