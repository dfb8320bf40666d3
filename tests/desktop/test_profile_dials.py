"""Profil's dial: three ways to look at it, placing on it, and taking it along."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot
from tests.desktop.bench import Bench, bench, example
from tests.desktop.desk import NOW

from kompasskive.desktop.pages.dial_dialog import DialDialog
from kompasskive.desktop.pages.profile import ProfilePage
from kompasskive.desktop.settings import Settings
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.dial_view import DialView
from kompasskive.dial.geometry import petal_angles, point
from kompasskive.dial.sheet import View
from kompasskive.dialogue.model import Approval, DialogueState
from kompasskive.framework.model import Dimension

Open = Callable[..., tuple[Bench, ProfilePage]]


@pytest.fixture
def opened(qtbot: QtBot, settings: Settings) -> Open:
    def make(**options: object) -> tuple[Bench, ProfilePage]:
        made = bench(qtbot, settings, ProfilePage, **options)  # type: ignore[arg-type]
        assert isinstance(made.page, ProfilePage)
        return made, made.page

    return make


def _on(view: DialView, index: int, dimension: Dimension, radius: float) -> QPoint:
    picture = view.picture
    assert picture is not None
    x, y = point(radius * picture.unit, sum(petal_angles(6, index, dimension)) / 2)
    return QPoint(round(picture.cx + x), round(picture.cy + y))


def _level(made: Bench, index: int, dimension: Dimension) -> int | None:
    field = made.context.position.framework.fields[index]
    placement = made.talk.placement(field.id, dimension)
    return placement.level if placement else None


def test_one_dial_for_each_dimension(opened: Open) -> None:
    made, page = opened()
    page.dials.choice.choose(1)
    made.settle()
    assert not page.dial.isVisible()
    row = page.dials.rows[View.DIMENSIONS]
    pictures = [pane.view.picture for pane in row.panes]
    assert [p.only for p in pictures if p] == list(Dimension)
    assert all(pane.isVisible() for pane in row.panes)
    sizes = {pane.size().toTuple() for pane in row.panes}
    assert len(sizes) == 1
    page.dials.choice.choose(0)
    assert page.dial.isVisible()
    assert not row.isVisible()


def test_last_time_beside_now(opened: Open) -> None:
    made, page = opened()
    page.dials.choice.choose(2)
    made.settle()
    left, right = page.dials.rows[View.SINCE].panes
    assert left.mapToGlobal(QPoint(0, 0)).x() < right.mapToGlobal(QPoint(0, 0)).x()
    then, now = left.view.picture, right.view.picture
    assert then is not None
    assert now is not None
    assert [a.name for a in then.areas] != [a.name for a in now.areas]


def test_small_dials_open_their_field(opened: Open) -> None:
    made, page = opened()
    page.dials.choice.choose(2)
    made.settle()
    view = page.dials.rows[View.SINCE].panes[1].view
    spot = _on(view, 3, Dimension.REFLEXIVE, 50)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert made.context.position.page == "talk"
    assert made.context.position.field is made.context.position.framework.fields[3]


def test_without_an_earlier_talk_there_is_no_last_time(opened: Open) -> None:
    book = example()
    alone = next(p.id for p in book.people if len(book.dialogues_of(p.id)) == 1)
    _, page = opened(workbook=book, person=alone)
    tab = page.dials.choice._group.button(2)
    assert not tab.isEnabled()


def test_placing_is_off_until_asked_for_and_can_be_undone(opened: Open) -> None:
    made, page = opened()
    view, switch = page.dial.view, page.dials.switch
    assert not switch.on
    before = _level(made, 1, Dimension.RELATIONAL)
    made.click(switch.button)
    spot = _on(view, 1, Dimension.RELATIONAL, 90)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert _level(made, 1, Dimension.RELATIONAL) == 6
    assert made.context.position.page != "talk"
    assert made.undo_text == "Lov & Myndighed, relationel placeret Ressourceperson"
    made.undo()
    assert _level(made, 1, Dimension.RELATIONAL) == before


def test_placing_by_keys_alone(opened: Open) -> None:
    made, page = opened()
    button = page.dials.switch.button
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert page.dials.switch.on
    QTest.keyClick(button, Qt.Key.Key_Tab)
    view = page.dial.view
    assert view.hasFocus()
    before = _level(made, 0, Dimension.PRACTICAL)
    assert before is not None
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert _level(made, 0, Dimension.PRACTICAL) == before - 2
    made.undo()
    assert _level(made, 0, Dimension.PRACTICAL) == before - 1
    view.tip.hide()
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not page.dials.switch.on
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert _level(made, 0, Dimension.PRACTICAL) == before - 1


def test_an_approved_talk_cannot_be_placed_on(opened: Open) -> None:
    made, page = opened()
    made.click(page.dials.switch.button)
    done = replace(made.talk, state=DialogueState.APPROVED, approval=Approval(NOW))
    made.context.document.edit_dialogue("Godkendt", done)
    assert not page.dials.switch.on
    assert not page.dials.switch.button.isEnabled()
    with made.bot.assertNotEmitted(page.dial.placed):
        view = page.dial.view
        spot = _on(view, 1, Dimension.PRACTICAL, 90)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def test_nothing_moves_where_motion_is_unwanted(opened: Open) -> None:
    made, page = opened(theme=Theme(motion=False))
    made.click(page.dials.switch.button)
    view = page.dial.view
    spot = _on(view, 1, Dimension.RELATIONAL, 90)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert not view.moving
    page.context.theme.use("light", 1.0, motion=True)
    made.undo()
    assert view.moving


def _fill(ending: int, width: int, colours: int = 0) -> Callable[[QDialog], object]:
    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, DialDialog)
        dialog.file.setCurrentIndex(ending)
        dialog.pixels.setText(str(width))
        dialog.colours.setCurrentIndex(colours)
        dialog.accept()

    return fill


def _save(made: Bench, page: ProfilePage, path: Path, fill: Callable[[QDialog], object]) -> None:
    made.answers.forms.append(fill)
    made.answers.paths.append(path)
    made.choose(page.menu(), "Gem skiven som fil …")
    page.finish()
    made.settle()


def test_a_png_of_any_size(opened: Open, tmp_path: Path) -> None:
    made, page = opened()
    for width in (120, 777, 2400):
        path = tmp_path / f"{width}.png"
        _save(made, page, path, _fill(0, width))
        image = QImage(str(path))
        assert image.width() == width
        assert page.messages.news.text() == f"Gemt som »{path.name}« i mappen »{tmp_path.name}«."


@pytest.mark.parametrize("written", ["", "119", "8001", "stor", "-500", "12,5"])
def test_a_width_that_cannot_be_drawn_is_told_in_the_dialog(qtbot: QtBot, written: str) -> None:
    dialog = DialDialog(Theme())
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.pixels.setText(written)
    QTest.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert "mellem 120 og 8000" in dialog.fault()
    dialog.pixels.setText(" 8000 ")
    QTest.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_an_svg_with_its_font_and_words(opened: Open, tmp_path: Path) -> None:
    made, page = opened()
    page.dials.choice.choose(1)
    _save(made, page, tmp_path / "skive", _fill(1, 900))
    root = ET.parse(tmp_path / "skive.svg").getroot()
    texts = [e.text for e in root.iter("{http://www.w3.org/2000/svg}text")]
    assert {"Praktisk", "Refleksiv", "Relationel"} <= set(texts)
    style = root.findtext("{http://www.w3.org/2000/svg}style")
    assert style is not None
    assert "font/woff;base64," in style
    assert "Jens Jensen" in (root.findtext("{http://www.w3.org/2000/svg}title") or "")


def test_a_pdf_that_can_be_searched(opened: Open, tmp_path: Path) -> None:
    made, page = opened()
    _save(made, page, tmp_path / "skive.pdf", _fill(2, 900, colours=3))
    with pypdfium2.PdfDocument(tmp_path / "skive.pdf") as document:
        assert len(document) == 1
        assert "Grundlinjen" in document[0].get_textpage().get_text_bounded()


def test_what_goes_wrong_is_one_sentence(opened: Open, tmp_path: Path) -> None:
    made, page = opened()
    _save(made, page, tmp_path / "findes ikke" / "skive.png", _fill(0, 300))
    assert page.messages.error.isVisible()
    told = page.messages.error.text()
    assert told.startswith("»skive.png« blev ikke gemt")
    assert "Mappen findes ikke." in told


def test_the_dial_is_copied_as_a_picture(opened: Open) -> None:
    made, page = opened()
    QGuiApplication.clipboard().clear()
    made.choose(page.menu(), "Kopiér skiven som billede")
    page.finish()
    made.settle()
    image = QGuiApplication.clipboard().image()
    assert image.width() == 1800
    assert image.height() > 1000
    assert page.messages.news.isVisible()
