"""A dial that changes in one place is painted there only, and looks as if painted whole."""

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem
from pytestqt.qtbot import QtBot

from kompasskive.desktop.widgets.dial_item import DialItem
from kompasskive.dial.drawing import draw
from kompasskive.dial.options import DialOptions
from kompasskive.dial.palette import THEMES
from kompasskive.dial.picture import Picture
from kompasskive.dialogue import edits
from kompasskive.dialogue.example import example_workbook
from kompasskive.dialogue.model import Dialogue
from kompasskive.framework.catalogue import bundled
from kompasskive.framework.model import Dimension, Mark
from kompasskive.profile.profile import make_profile

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF

SIDE = 400
ROUNDING = 4
"""What Qt's anti-aliasing of an edge may differ by, of 255, when it is clipped."""


def talk() -> Dialogue:
    workbook = example_workbook(bundled(), 1, 1, date(2026, 11, 23))
    return workbook.dialogues_of(workbook.people[0].id)[-1]


def picture(dialogue: Dialogue) -> Picture:
    profile = make_profile(bundled(), dialogue, "Jens Jensen", None)
    return draw(profile, SIDE, SIDE, DialOptions(labels=False))


def seen(item: DialItem, ratio: float) -> QImage:
    side = round(SIDE * ratio)
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(0)
    painter = QPainter(image)
    item.paint(painter, QStyleOptionGraphicsItem())
    painter.end()
    return image


def furthest(one: QImage, other: QImage) -> int:
    """The largest difference of any colour in any pixel, 0-255."""
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return max(abs(a - b) for a, b in pairs)


def steps() -> list[Dialogue]:
    """Marks, a not relevant item, a placement, and back again."""
    first = bundled().fields[0]
    start = talk()
    marked = edits.set_mark(start, first.items[0].id, Mark.SHARES)
    other = edits.set_mark(marked, bundled().fields[3].items[2].id, None)
    placed = edits.place(other, first.id, Dimension.PRACTICAL, 1)
    return [marked, other, placed, start]


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
def test_a_change_looks_as_if_the_whole_was_painted(qtbot: QtBot, ratio: float) -> None:
    item = DialItem(THEMES["light"])
    item.show_picture(picture(talk()))
    seen(item, ratio)
    for step in steps():
        item.show_picture(picture(step))
        whole = DialItem(THEMES["light"])
        whole.show_picture(picture(step))
        assert furthest(seen(item, ratio), seen(whole, ratio)) <= ROUNDING


def test_a_mark_paints_a_small_part(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    painted: list[QRectF] = []
    item = DialItem(THEMES["light"])
    item.show_picture(picture(talk()))
    seen(item, 1.0)
    monkeypatch.setattr(item, "update", lambda *box: painted.extend(box))
    item.show_picture(picture(talk()))
    assert painted == []
    item.show_picture(picture(steps()[0]))
    (box,) = painted
    assert 0 < box.width() * box.height() < SIDE * SIDE / 4
