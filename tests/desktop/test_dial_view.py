"""The dial in the window: keys, mouse, tooltips, screen readers and redrawing."""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QEnterEvent,
    QHelpEvent,
    QPaintEvent,
    QRegion,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kompasskive.desktop.widgets import dial_surface
from kompasskive.desktop.widgets.dial_view import DialView
from kompasskive.desktop.widgets.motion_item import GROWTH
from kompasskive.desktop.widgets.needle_item import SWING
from kompasskive.dial.drawing import draw
from kompasskive.dial.geometry import petal_angles, point
from kompasskive.dial.options import DialOptions, words_of
from kompasskive.dial.palette import THEMES, on_page
from kompasskive.dial.picture import Picture
from kompasskive.dialogue.example import example_workbook
from kompasskive.framework.catalogue import bundled
from kompasskive.framework.model import Dimension
from kompasskive.profile.comparison import previous_dialogue
from kompasskive.profile.model import CellState, Profile
from kompasskive.profile.profile import make_profile

OPTIONS = DialOptions(legend=words_of(bundled()))
Host = tuple[DialView, QLineEdit]


@pytest.fixture(scope="module")
def jens() -> Profile:
    workbook = example_workbook(bundled(), 1, 1, date(2026, 11, 23))
    talk = workbook.dialogues_of(workbook.people[0].id)[-1]
    return make_profile(bundled(), talk, "Jens Jensen", previous_dialogue(workbook, talk))


@pytest.fixture
def host(qtbot: QtBot, jens: Profile) -> Iterator[Host]:
    """A dial below a line edit that has the keyboard."""
    window = QWidget()
    window.resize(700, 800)
    edit, view = QLineEdit(window), DialView(THEMES["light"], window)
    box = QVBoxLayout(window)
    box.addWidget(edit)
    box.addWidget(view, 1)
    view.show_profile(jens, OPTIONS)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    edit.setFocus()
    yield view, edit
    window.close()


def _picture(view: DialView) -> Picture:
    assert view.picture is not None
    return view.picture


def _on(view: DialView, index: int, dimension: Dimension, radius: float = 50) -> QPoint:
    picture = _picture(view)
    middle = sum(petal_angles(6, index, dimension)) / 2
    x, y = point(radius * picture.unit, middle)
    return QPoint(round(picture.cx + x), round(picture.cy + y))


def _rest(view: DialView, spot: QPoint) -> None:
    """Let the mouse rest on a spot."""
    told = QHelpEvent(QEvent.Type.ToolTip, spot, view.mapToGlobal(spot))
    QApplication.sendEvent(view.viewport(), told)


def test_tab_reaches_the_dial_and_arrows_walk_its_cells(
    qtbot: QtBot, host: Host, jens: Profile
) -> None:
    view, edit = host
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    ids = [field.field_id for field in jens.fields]
    assert view.current_cell == (ids[0], Dimension.PRACTICAL)
    walk = [
        (Qt.Key.Key_Right, (ids[0], Dimension.REFLEXIVE)),
        (Qt.Key.Key_Left, (ids[0], Dimension.PRACTICAL)),
        (Qt.Key.Key_Left, (ids[5], Dimension.RELATIONAL)),
        (Qt.Key.Key_Right, (ids[0], Dimension.PRACTICAL)),
        (Qt.Key.Key_End, (ids[5], Dimension.RELATIONAL)),
        (Qt.Key.Key_Home, (ids[0], Dimension.PRACTICAL)),
    ]
    for key, cell in walk:
        QTest.keyClick(view, key)
        assert view.current_cell == cell


def test_the_cell_is_named_for_screen_readers_and_told_beside_it(qtbot: QtBot, host: Host) -> None:
    view, _ = host
    assert view.accessibleName() == _picture(view).title
    assert view.accessibleDescription() == _picture(view).description
    view.setFocus()
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Right)
    focused = QAccessible.queryAccessibleInterface(view).focusChild()
    assert focused.text(QAccessible.Text.Name) == "Lov & Myndighed, Praktisk, Godt i gang"
    assert view.tip.text() == "Lov & Myndighed · Praktisk: Godt i gang. Sidst: I gang."


def test_enter_opens_the_field(qtbot: QtBot, host: Host, jens: Profile) -> None:
    view, _ = host
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_End)
    with qtbot.waitSignal(view.field_chosen) as chosen:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert chosen.args == [jens.fields[5].field_id]


def test_escape_hides_the_tip_wherever_the_focus_is(qtbot: QtBot, host: Host) -> None:
    view, edit = host
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.tip.isVisible()
    window = view.window().windowHandle()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not view.tip.isVisible()
    edit.setFocus()
    _rest(view, _on(view, 0, Dimension.PRACTICAL))
    assert view.tip.isVisible()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not view.tip.isVisible()


def test_the_tip_stays_while_the_mouse_is_on_the_cell_or_on_the_tip(
    qtbot: QtBot, host: Host
) -> None:
    view, _ = host
    _rest(view, _on(view, 3, Dimension.REFLEXIVE))
    QTest.mouseMove(view.viewport(), _on(view, 3, Dimension.REFLEXIVE))
    assert view.tip.isVisible()
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    middle = QPointF(view.tip.rect().center())
    QApplication.sendEvent(view.tip, QEnterEvent(middle, middle, view.tip.mapToGlobal(middle)))
    assert view.tip.isVisible()
    assert not view.tip.going
    QApplication.sendEvent(view.tip, QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: not view.tip.isVisible())


@pytest.mark.parametrize("index", range(6))
@pytest.mark.parametrize("dimension", Dimension)
def test_the_tip_lies_wholly_within_the_dial(host: Host, index: int, dimension: Dimension) -> None:
    view, _ = host
    _rest(view, _on(view, index, dimension, 93))
    assert view.rect().contains(view.tip.geometry())


@pytest.mark.parametrize("key", [Qt.Key.Key_Up, Qt.Key.Key_Right])
def test_other_keys_are_left_to_the_window(qtbot: QtBot, host: Host, key: Qt.Key) -> None:
    view, _ = host
    view.setFocus()
    before = view.current_cell
    QTest.keyClick(view, key, Qt.KeyboardModifier.AltModifier)
    assert view.current_cell == before


def test_the_focus_ring_shows_only_with_the_keyboard(qtbot: QtBot, host: Host) -> None:
    view, edit = host
    edge = _on(view, 0, Dimension.REFLEXIVE, 95.2)
    ring = QColor(THEMES["light"]["focus"])
    assert view.grab().toImage().pixelColor(edge) != ring
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.grab().toImage().pixelColor(edge) == ring
    edit.setFocus()
    assert view.grab().toImage().pixelColor(edge) != ring


def test_a_click_on_a_sector_opens_its_field(qtbot: QtBot, host: Host, jens: Profile) -> None:
    view, _ = host
    with qtbot.waitSignal(view.field_chosen) as chosen:
        QTest.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, pos=_on(view, 2, Dimension.RELATIONAL)
        )
    assert chosen.args == [jens.fields[2].field_id]


def test_a_click_in_the_hub_opens_nothing(qtbot: QtBot, host: Host) -> None:
    view, _ = host
    hub = QPoint(round(_picture(view).cx), round(_picture(view).cy))
    with qtbot.assertNotEmitted(view.field_chosen):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=hub)


def test_the_cell_under_the_mouse_is_outlined(qtbot: QtBot, host: Host) -> None:
    view, _ = host
    edge = _on(view, 4, Dimension.PRACTICAL, 95.2)
    before = view.grab().toImage().pixelColor(edge)
    QTest.mouseMove(view.viewport(), _on(view, 4, Dimension.PRACTICAL))
    assert view.grab().toImage().pixelColor(edge) != before
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert view.grab().toImage().pixelColor(edge) == before


def test_a_tooltip_shows_markup_as_typed(host: Host, jens: Profile) -> None:
    view, _ = host
    first = replace(jens.fields[0], name="<b>Fed</b>")
    view.show_profile(replace(jens, fields=(first, *jens.fields[1:])), OPTIONS)
    spot = _on(view, 0, Dimension.PRACTICAL)
    _rest(view, spot)
    assert view.tip.text().startswith("<b>Fed</b> · Praktisk")
    assert view.tip.textFormat() == Qt.TextFormat.PlainText


def test_the_wheel_belongs_to_the_page(host: Host) -> None:
    view, _ = host
    centre = QPointF(view.rect().center())
    wheel = QWheelEvent(
        centre,
        view.mapToGlobal(centre),
        QPoint(0, 120),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), wheel)
    assert not wheel.isAccepted()
    assert view.transform().isIdentity()


def test_the_dial_is_drawn_again_only_when_something_changed(host: Host, jens: Profile) -> None:
    view, _ = host
    shown = _picture(view)
    view.show_profile(jens, OPTIONS)
    assert view.picture is shown
    view.show_profile(replace(jens, needle=3), OPTIONS)
    assert view.picture is not shown


def test_the_dial_follows_the_widgets_size(host: Host) -> None:
    view, _ = host
    view.window().resize(500, 560)
    picture = _picture(view)
    assert QSize(round(picture.width), round(picture.height)) == view.size()


def test_another_palette_shows_at_once_on_its_page(host: Host) -> None:
    view, _ = host
    corner, petal = QPoint(1, 1), _on(view, 2, Dimension.PRACTICAL, 48)
    view.set_palette(on_page(THEMES["dark"], "#1C232B"))
    image = view.grab().toImage()
    assert image.pixelColor(corner) == QColor("#1C232B")
    assert image.pixelColor(petal) == QColor(THEMES["dark"]["practical_inner"])


def test_the_needle_swings_only_when_motion_is_wanted(
    qtbot: QtBot, host: Host, jens: Profile
) -> None:
    view, _ = host
    hub, unit = QPointF(_picture(view).cx, _picture(view).cy), _picture(view).unit
    south = QPointF(hub.x() + 2, hub.y() + 8 * unit).toPoint()

    def points_south() -> bool:
        reds = [QColor(THEMES["light"][t]) for t in ("direction", "direction_shade")]
        return view.grab().toImage().pixelColor(south) in reds

    view.show_profile(replace(jens, needle=3), OPTIONS)
    assert points_south()
    view.set_animated(True)
    view.show_profile(replace(jens, needle=0), OPTIONS)
    view.show_profile(replace(jens, needle=3), OPTIONS)
    assert not points_south()
    qtbot.waitUntil(points_south, timeout=3000)


def test_names_beside_is_told_when_the_names_no_longer_fit(
    qtbot: QtBot, host: Host, jens: Profile
) -> None:
    view, _ = host
    assert not view.names_beside
    with qtbot.waitSignal(view.names_beside_changed) as told:
        view.show_profile(jens, replace(OPTIONS, label_size=48))
    assert told.args == [True]
    assert view.names_beside


def test_an_empty_dial_has_no_cells_to_walk(qtbot: QtBot) -> None:
    view = DialView(THEMES["light"])
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.current_cell is None


def _with_level(jens: Profile, index: int, dimension: Dimension, level: int) -> Profile:
    field = jens.fields[index]
    cells = tuple(
        replace(c, level=level, state=CellState.PLACED, word=f"trin {level}")
        if c.dimension is dimension
        else c
        for c in field.cells
    )
    fields = (*jens.fields[:index], replace(field, cells=cells), *jens.fields[index + 1 :])
    return replace(jens, fields=fields)


def test_readers_find_a_cell_for_each_field_and_dimension(host: Host, jens: Profile) -> None:
    view, _ = host
    dial = QAccessible.queryAccessibleInterface(view)
    assert dial.role() == QAccessible.Role.Table
    cells = [dial.child(i) for i in range(dial.childCount())]
    assert [c.text(QAccessible.Text.Name) for c in cells] == [a.name for a in _picture(view).areas]
    words = [cell.word for field in jens.fields for cell in field.cells]
    assert [c.text(QAccessible.Text.Value) for c in cells] == words
    assert {c.role() for c in cells} == {QAccessible.Role.Cell}
    assert [dial.indexOfChild(c) for c in cells] == list(range(18))
    whole = QRect(view.mapToGlobal(QPoint(0, 0)), view.size())
    assert all(whole.contains(c.rect()) for c in cells)
    middle = cells[7].rect().center()
    assert dial.childAt(middle.x(), middle.y()) is not None
    assert cells[3].parent().object() is view
    assert dial.child(18) is None


def test_readers_hear_which_cell_has_the_keyboard_and_its_new_name(
    host: Host, jens: Profile
) -> None:
    view, edit = host
    dial = QAccessible.queryAccessibleInterface(view)
    assert dial.focusChild() is None
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_End)
    assert dial.focusChild().state().focused
    assert dial.indexOfChild(dial.focusChild()) == 17
    view.show_profile(_with_level(jens, 5, Dimension.RELATIONAL, 6), OPTIONS)
    assert dial.focusChild().text(QAccessible.Text.Value) == "trin 6"
    edit.setFocus()
    assert not dial.child(17).state().focused


def test_dials_come_and_go_with_their_cells(qtbot: QtBot, jens: Profile) -> None:
    for _ in range(20):
        view = DialView(THEMES["light"])
        view.show_profile(jens, OPTIONS)
        dial = QAccessible.queryAccessibleInterface(view)
        assert dial.child(0).text(QAccessible.Text.Name)
        view.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize(
    ("index", "dimension", "radius", "level"),
    [
        (1, Dimension.PRACTICAL, 60, 3),
        (2, Dimension.RELATIONAL, 90, 6),
        (4, Dimension.REFLEXIVE, 84, 5),
        (0, Dimension.REFLEXIVE, 23, 0),
        (3, Dimension.RELATIONAL, 17, 0),
    ],
)
def test_a_click_places_only_while_placing(
    qtbot: QtBot,
    host: Host,
    jens: Profile,
    index: int,
    dimension: Dimension,
    radius: float,
    level: int,
) -> None:
    view, _ = host
    spot = _on(view, index, dimension, radius)
    with qtbot.assertNotEmitted(view.placed):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    view.set_placing(True)
    with qtbot.waitSignal(view.placed) as placed, qtbot.assertNotEmitted(view.field_chosen):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert placed.args == [jens.fields[index].field_id, dimension, level]


@pytest.mark.parametrize("radius", [68.0, 5.0, 99.0, 110.0])
def test_beads_hub_and_rim_place_nothing(qtbot: QtBot, host: Host, radius: float) -> None:
    view, _ = host
    view.set_placing(True)
    with qtbot.assertNotEmitted(view.placed):
        spot = _on(view, 1, Dimension.REFLEXIVE, radius)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def test_the_level_a_cell_has_is_clicked_away(qtbot: QtBot, host: Host) -> None:
    view, _ = host
    view.set_placing(True)
    spot = _on(view, 1, Dimension.PRACTICAL, 48)
    with qtbot.waitSignal(view.placed) as placed:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert placed.args[1:] == [Dimension.PRACTICAL, None]


@pytest.mark.parametrize(
    ("key", "level"),
    [
        (Qt.Key.Key_Up, 3),
        (Qt.Key.Key_Down, 1),
        (Qt.Key.Key_6, 6),
        (Qt.Key.Key_0, 0),
        (Qt.Key.Key_Delete, None),
    ],
)
def test_keys_place_while_placing(
    qtbot: QtBot, host: Host, jens: Profile, key: Qt.Key, level: int | None
) -> None:
    view, _ = host
    view.setFocus()
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Right)
    with qtbot.assertNotEmitted(view.placed):
        QTest.keyClick(view, key)
    view.set_placing(True)
    with qtbot.waitSignal(view.placed) as placed:
        QTest.keyClick(view, key)
    assert placed.args == [jens.fields[1].field_id, Dimension.PRACTICAL, level]


def test_escape_ends_placing_after_the_tip(qtbot: QtBot, host: Host) -> None:
    view, _ = host
    view.set_placing(True)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Right)
    window = view.window().windowHandle()
    with qtbot.assertNotEmitted(view.placing_ended):
        QTest.keyClick(window, Qt.Key.Key_Escape)
    with qtbot.waitSignal(view.placing_ended):
        QTest.keyClick(view, Qt.Key.Key_Escape)


def test_the_rim_tells_that_clicks_place(host: Host) -> None:
    view, _ = host
    picture = _picture(view)
    rim = QPoint(round(picture.cx - 104.2 * picture.unit), round(picture.cy))
    accent = QColor(THEMES["light"]["focus"])
    assert view.grab().toImage().pixelColor(rim) != accent
    view.set_placing(True)
    assert view.grab().toImage().pixelColor(rim) == accent
    view.set_placing(False)
    assert view.grab().toImage().pixelColor(rim) != accent


def test_a_petal_grows_only_when_motion_is_wanted(qtbot: QtBot, host: Host, jens: Profile) -> None:
    view, _ = host
    spot = _on(view, 1, Dimension.RELATIONAL, 92)

    def filled() -> bool:
        grown = QColor(THEMES["light"]["relational_outer"])
        return bool(view.grab().toImage().pixelColor(spot) == grown)

    high = _with_level(jens, 1, Dimension.RELATIONAL, 6)
    view.show_profile(high, OPTIONS)
    assert filled()
    assert not view.moving
    view.show_profile(jens, OPTIONS)
    view.set_animated(True)
    started = time.monotonic()
    view.show_profile(high, OPTIONS)
    assert view.moving
    assert not filled()
    qtbot.waitUntil(lambda: not view.moving)
    assert filled()
    assert time.monotonic() - started < 1.0
    view.show_profile(jens, OPTIONS)
    view.set_animated(False)
    assert not view.moving


def test_movements_are_as_short_as_promised() -> None:
    assert GROWTH <= 250
    assert SWING <= 600


class Painted(QObject):
    """How much of a viewport was painted."""

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self.regions: list[QRegion] = []
        viewport.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.regions.append(event.region())
        return False

    def share(self, size: QSize) -> float:
        """Painted since the last time, as a share of the viewport."""
        for _ in range(3):
            QApplication.processEvents()
        boxes = [box for region in self.regions for box in list(region)]  # type: ignore[call-overload]
        self.regions.clear()
        painted = sum(box.width() * box.height() for box in boxes)
        return float(painted / (size.width() * size.height()))


def test_hover_and_keyboard_repaint_only_what_changed(host: Host, jens: Profile) -> None:
    view, _ = host
    size = view.viewport().size()
    view.setFocus()
    painted = Painted(view.viewport())
    painted.share(size)
    QTest.mouseMove(view.viewport(), _on(view, 2, Dimension.PRACTICAL))
    hovered = painted.share(size)
    assert 0 < hovered < 0.15
    QTest.mouseMove(view.viewport(), _on(view, 2, Dimension.PRACTICAL, 52))
    assert painted.share(size) == 0
    QTest.keyClick(view, Qt.Key.Key_Escape)
    view.tip.hide()
    painted.share(size)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert 0 < painted.share(size) < 0.3
    view.show_profile(jens, OPTIONS)
    assert painted.share(size) == 0
    view.show_profile(replace(jens, needle=4), OPTIONS)
    assert 0 < painted.share(size) < 0.15
    view.set_palette(THEMES["dark"])
    assert painted.share(size) >= 0.99


def test_a_page_that_is_laid_out_draws_its_dial_once(
    qtbot: QtBot, jens: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[tuple[float, float]] = []

    def counting(profile: Profile, width: float, height: float, options: DialOptions) -> Picture:
        drawn.append((width, height))
        return draw(profile, width, height, options)

    monkeypatch.setattr(dial_surface, "draw", counting)
    window = QWidget()
    qtbot.addWidget(window)
    view = DialView(THEMES["light"], window)
    view.show_profile(jens, OPTIONS)
    for side in (300, 350, 420):
        view.resize(side, side)
        window.show()
    assert not drawn
    qtbot.waitUntil(lambda: bool(drawn))
    QApplication.processEvents()
    assert drawn == [(420, 420)]


def test_who_asks_for_the_picture_gets_it_at_the_size_of_now(qtbot: QtBot, jens: Profile) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    view = DialView(THEMES["light"], window)
    view.resize(300, 300)
    view.show_profile(jens, OPTIONS)
    window.show()
    view.resize(380, 390)
    assert view.picture is not None
    assert (view.picture.width, view.picture.height) == (380, 390)
