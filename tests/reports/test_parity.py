"""Screen and paper show the same dial: Qt's raster against the PDF's, pixel by pixel."""

from datetime import date

import numpy as np
import numpy.typing as npt
import pypdfium2
import pytest
from PySide6.QtGui import QImage

from kompasskive.desktop.dial_painter import to_image
from kompasskive.dial.drawing import draw
from kompasskive.dial.options import DialOptions, words_of
from kompasskive.dial.palette import THEMES
from kompasskive.dial.picture import Picture
from kompasskive.dialogue.example import example_workbook
from kompasskive.framework.catalogue import bundled
from kompasskive.profile.comparison import previous_dialogue
from kompasskive.profile.profile import make_profile
from kompasskive.reports.dial_pdf import render

SCALE = 2
Pixels = npt.NDArray[np.int16]


@pytest.fixture(scope="module", params=[False, True], ids=["plain", "patterns"])
def picture(request: pytest.FixtureRequest) -> Picture:
    workbook = example_workbook(bundled(), 1, 1, date(2026, 11, 23))
    talk = workbook.dialogues_of(workbook.people[0].id)[-1]
    profile = make_profile(bundled(), talk, "Jens Jensen", previous_dialogue(workbook, talk))
    options = DialOptions(
        legend=words_of(bundled()), patterns=request.param, starting_points=True, stamp="KLADDE"
    )
    return draw(profile, 600, 640, options)


def _on_screen(picture: Picture, theme: str) -> Pixels:
    image = to_image(picture, THEMES[theme], SCALE).convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return rows[:, : image.width() * 3].reshape(image.height(), -1, 3).astype(np.int16)


def _on_paper(picture: Picture, theme: str) -> Pixels:
    with pypdfium2.PdfDocument(render(picture, THEMES[theme])) as document:
        bitmap = document[0].render(scale=SCALE, rev_byteorder=True)
        return np.array(bitmap.to_numpy())[:, :, :3].astype(np.int16)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("theme", THEMES)
def test_screen_and_paper_are_the_same_picture(picture: Picture, theme: str) -> None:
    screen, paper = _on_screen(picture, theme), _on_paper(picture, theme)
    assert screen.shape == paper.shape
    difference = np.abs(screen - paper)
    assert difference.mean() < 1.5
    assert (difference.max(axis=2) > 128).mean() < 0.003
