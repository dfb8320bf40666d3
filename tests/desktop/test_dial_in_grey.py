"""Nothing by colour alone: on a grey printout every state of a cell still looks different."""

from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from kompasskive.desktop.dial_painter import to_image
from kompasskive.dial.drawing import draw
from kompasskive.dial.options import DialOptions
from kompasskive.dial.palette import THEMES
from kompasskive.dialogue.example import example_workbook
from kompasskive.framework.catalogue import bundled
from kompasskive.framework.model import Dimension
from kompasskive.profile.model import Cell, CellState, Profile
from kompasskive.profile.profile import make_profile

pytestmark = pytest.mark.usefixtures("qapp")
NORTH = QRect(260, 40, 80, 190)
CELLS = {
    "Ikke drøftet": Cell(Dimension.REFLEXIVE, CellState.NOT_DISCUSSED, ""),
    "Ikke relevant": Cell(Dimension.REFLEXIVE, CellState.NOT_RELEVANT, ""),
    "Begge syn står": Cell(Dimension.REFLEXIVE, CellState.LET_STAND, "", employee=2, leader=3),
    "Siden sidst": Cell(Dimension.REFLEXIVE, CellState.PLACED, "", 2, previous=1),
    "Organisationen": Cell(Dimension.REFLEXIVE, CellState.PLACED, "", 2, organisation=3.4),
    **{f"{level}": Cell(Dimension.REFLEXIVE, CellState.PLACED, "", level) for level in range(7)},
}


@pytest.fixture(scope="module")
def jens() -> Profile:
    workbook = example_workbook(bundled(), 1, 1, date(2026, 11, 23))
    talk = workbook.dialogues_of(workbook.people[0].id)[-1]
    return make_profile(bundled(), talk, "Jens Jensen", None)


def _drawn(profile: Profile, cell: Cell) -> QImage:
    first = profile.fields[0]
    cells = (first.cells[0], cell, first.cells[2])
    changed = replace(profile, fields=(replace(first, cells=cells), *profile.fields[1:]))
    options = DialOptions(patterns=True, organisation=True, labels=False)
    image = to_image(draw(changed, 600, 600, options), THEMES["grey"], 1)
    return image.copy(NORTH).convertToFormat(QImage.Format.Format_Grayscale8)


def _difference(one: QImage, other: QImage) -> int:
    """How many pixels differ clearly."""
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return sum(abs(a - b) > 40 for a, b in pairs)


def test_every_state_can_be_told_apart_in_grey(jens: Profile) -> None:
    images = {name: _drawn(jens, cell) for name, cell in CELLS.items()}
    for (one, first), (other, second) in combinations(images.items(), 2):
        assert _difference(first, second) > 60, f"{one} / {other}"
