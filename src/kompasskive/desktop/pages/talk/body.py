"""The panes of the page and how they move when the window or the text changes size."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kompasskive.desktop.pages.talk.arrangement import Arrangement, Mode
from kompasskive.desktop.pages.talk.drawer import PARTS, DrawerButtons
from kompasskive.desktop.pages.talk.parts import Parts
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.buttons import Tabs
from kompasskive.desktop.widgets.choice import Choice
from kompasskive.desktop.widgets.layouts import column, frame, hair, row
from kompasskive.desktop.widgets.text import restyle

TABS: Final = ("Punkter", "Placering", *PARTS)
SIDE_WIDTH: Final = 396
_SIDE_TABS: Final = 2
_SHEET_LEAST: Final = 520
_SIDE_MARGIN: Final = 16
_AIR: Final = 12
_TABS_LEFT: Final = 24


def scrolling(inside: QWidget) -> QScrollArea:
    """A pane that scrolls up and down only."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    area.verticalScrollBar().rangeChanged.connect(partial(_make_room, area))
    return area


def _make_room(area: QScrollArea, _least: int, most: int) -> None:
    """The scroll bar stands in the right margin, so that the content keeps its width."""
    slot = area.widget()
    if isinstance(slot, Slot):
        slot.give_way(area.verticalScrollBar().sizeHint().width() if most > 0 else 0)


def _beside_bar(slot: QWidget) -> QWidget:
    """A slot of fixed width: a scroll bar comes and goes in the margin, and nothing moves."""
    holder = QWidget()
    holder.setLayout(row(slot, None, gap=0, margins=(_SIDE_MARGIN, 0, 0, 0)))
    return holder


class Slot(QWidget):
    """A place that parts move into."""

    def __init__(self, margins: tuple[int, int, int, int]) -> None:
        super().__init__()
        self._margins = margins
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(*margins)
        self._layout.setSpacing(12)

    def hold(self, parts: Sequence[QWidget], tall: QWidget | None = None) -> None:
        """Move parts here; `tall` takes the height that is left, else it stays empty below."""
        for part in parts:
            self._layout.addWidget(part, int(part is tall))
            part.show()
        if tall is None:
            self._layout.addStretch(1)

    def give_way(self, width: int) -> None:
        """Take `width` pixels from the right margin."""
        left, top, right, bottom = self._margins
        self._layout.setContentsMargins(left, top, max(0, right - width), bottom)

    def empty(self) -> None:
        """Let go of every part; they are moved, not deleted."""
        while self._layout.takeAt(0) is not None:
            pass


class Body(QWidget):
    """Fields, sheet and side in the arrangement the room allows."""

    def __init__(self, theme: Theme, parts: Parts, drawer: DrawerButtons) -> None:
        super().__init__()
        self._theme, self.parts, self._drawer = theme, parts, drawer
        self._arrangement: Arrangement | None = None
        self._open_part = -1
        self.fields_area = scrolling(parts.fields)
        self.tabs = Tabs(theme, TABS, name="Dele af feltet")
        self.choice = Choice("Dele af feltet", enumerate(TABS))
        self.stack = QStackedWidget()
        self.side = Slot((0, 0, 0, 4))
        self.side_area = scrolling(_beside_bar(self.side))
        self._build()
        self.tabs.chosen.connect(self._show_tab)
        self.choice.picked.connect(self.tabs.choose)
        drawer.turned.connect(self.open_part)

    def arrange(self, arrangement: Arrangement) -> bool:
        """Move the parts where they belong; whether anything moved."""
        if arrangement == self._arrangement:
            self._fit_side()
            return False
        self._arrangement = arrangement
        one = arrangement.mode is Mode.COLUMN
        self.tabs_row.setVisible(one)
        self.tabs.choose(0)
        self.stack.setCurrentIndex(0)
        self._move_placement()
        self._move_side()
        self.parts.head.setVisible(arrangement.mode in (Mode.PANES, Mode.DRAWER))
        self._drawer.setVisible(self.wants_drawer)
        restyle(self.sheet, "kind", "flat_sheet" if one else "sheet")
        QApplication.sendEvent(self.sheet, QEvent(QEvent.Type.StyleChange))
        self.parts.dial.set_square(not one)
        self._open_part = -1
        self.open_part(-1)
        return True

    @property
    def arranged(self) -> bool:
        """Whether the parts have been put where they belong."""
        return self._arrangement is not None

    @property
    def wants_drawer(self) -> bool:
        """Whether the side stands behind buttons."""
        return self._arrangement is not None and self._arrangement.mode in (Mode.DRAWER, Mode.LIST)

    @property
    def in_one_column(self) -> bool:
        """Whether the panes are tabs."""
        return self._arrangement is not None and self._arrangement.mode is Mode.COLUMN

    def open_part(self, index: int) -> None:
        """Bring a part of the side into view: 0 the dial, 1 the question, 2 the notes."""
        mode = self._arrangement.mode if self._arrangement else Mode.PANES
        if mode is Mode.COLUMN and index >= 0:
            self.tabs.choose(_SIDE_TABS + index)
        if mode in (Mode.DRAWER, Mode.LIST):
            self._open_part = index
            self._move_side()
        self._drawer.show_part(self._open_part)
        self._fit_side()

    def show_placement(self) -> None:
        """Bring the ladders into view."""
        if self._arrangement and self._arrangement.mode is Mode.COLUMN:
            self.tabs.choose(1)

    def reveal(self, widget: QWidget) -> None:
        """Scroll until all of a widget is in view."""
        for area in (self.items_area, self.side_area, *self._tab_areas):
            if area.isVisible() and area.isAncestorOf(widget):
                area.ensureWidgetVisible(widget, 0, self._theme.px(_AIR))

    @property
    def pieces(self) -> tuple[QWidget, ...]:
        """All that lies directly in it."""
        return (self.fields_area, self.sheet, self.side_area)

    def panes(self) -> tuple[QWidget, ...]:
        """The panes that are in view, for F6."""
        every = (self.fields_area, self.stack, self.dock, self.side_area)
        return tuple(pane for pane in every if pane.isVisible())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_side()

    def _build(self) -> None:
        items = Slot((12, 20, 20, 16))
        self._follow = Slot((0, 8, 0, 0))
        items.hold((self.parts.head, self.parts.items, self._follow))
        margins = ((12, 8, 24, 12), *((24, 8, 24, 12) for _ in PARTS))
        self._tab_slots = tuple(Slot(around) for around in margins)
        self.items_area = scrolling(items)
        self.stack.addWidget(self.items_area)
        self._tab_areas = tuple(scrolling(slot) for slot in self._tab_slots)
        for area in self._tab_areas:
            self.stack.addWidget(area)
        self._docked = Slot((12, 12, 12, 4))
        self.dock = frame("plain", column(hair(), self._docked, gap=0))
        self.tabs_row = QWidget()
        self.tabs_row.setLayout(
            row(self.tabs, self.choice, None, margins=(_TABS_LEFT, 4, _SIDE_MARGIN, 4))
        )
        layout = column(self.parts.stepper, self.tabs_row, gap=0)
        layout.addWidget(self.stack, 1)
        layout.addWidget(self.dock)
        self.sheet = frame("sheet", layout)
        self._across = QHBoxLayout(self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(0)
        self._across.addWidget(self.fields_area)
        self._across.addWidget(self.sheet, 1)
        self._across.addWidget(self.side_area)

    def _show_tab(self, index: int) -> None:
        self.stack.setCurrentIndex(index)
        self.choice.show_value(index)

    def _fit_tabs(self) -> None:
        """Five tabs become a list to choose from where their words do not fit."""
        room = self.width() - _TABS_LEFT - _SIDE_MARGIN
        fits = self.tabs.sizeHint().width() <= room
        self.tabs.setVisible(fits)
        self.choice.setVisible(not fits)

    def _move_placement(self) -> None:
        arrangement = self._arrangement
        if arrangement is None:
            return
        one = arrangement.mode is Mode.COLUMN
        docked = arrangement.docked and not one
        self._tab_slots[0].empty()
        home = self._docked if docked else self._tab_slots[0] if one else self._follow
        home.hold((self.parts.placement,), None if one else self.parts.placement)
        self.parts.placement.set_docked(docked)
        self.dock.setVisible(docked)
        self._follow.setVisible(not docked and not one)

    def _move_side(self) -> None:
        """The side has all three parts, the drawer one of them, the tabs one each."""
        mode = self._arrangement.mode if self._arrangement else Mode.PANES
        dial, prompt, notes = self.parts.dial, self.parts.prompt, self.parts.notes
        side: tuple[QWidget, ...] = (dial, prompt, notes)
        for slot in (self.side, *self._tab_slots[1:]):
            slot.empty()
        for part in side:
            part.hide()
        if mode is Mode.PANES:
            self.side.hold((prompt, dial, notes), notes)
        elif mode is Mode.COLUMN:
            for slot, part in zip(self._tab_slots[1:], side, strict=True):
                slot.hold((part,), None if part is prompt else part)
        elif self._open_part >= 0:
            part = side[self._open_part]
            self.side.hold((part,), notes if part is notes else None)
        self.side_area.setVisible(mode is Mode.PANES or self._open_part >= 0)

    def _fit_side(self) -> None:
        """The list of fields gives way where the sheet would become too narrow."""
        arrangement, px = self._arrangement, self._theme.px
        if arrangement is None:
            return
        self._fit_tabs()
        self.side.setFixedWidth(px(SIDE_WIDTH) - 2 * _SIDE_MARGIN)
        self.side_area.setFixedWidth(px(SIDE_WIDTH))
        room = self.width() - self.parts.fields.width()
        if self.side_area.isVisibleTo(self):
            room -= self.side_area.width()
        listed = arrangement.mode in (Mode.PANES, Mode.DRAWER) and room >= px(_SHEET_LEAST)
        self.fields_area.setVisible(listed)
        self.fields_area.setFixedWidth(self.parts.fields.width())
        self.parts.stepper.setVisible(not listed)
        self.parts.head.setVisible(listed)
        margins = self._across.contentsMargins()
        margins.setRight(0 if self.side_area.isVisibleTo(self) else 16)
        one = arrangement.mode is Mode.COLUMN
        margins.setRight(0 if one else margins.right())
        margins.setLeft(0 if listed or one else 12)
        self._across.setContentsMargins(margins)
