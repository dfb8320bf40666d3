"""The Qt painter draws what the display list says."""

import pytest
from PySide6.QtGui import QColor, QFontMetricsF

from kompasskive.desktop.dial_painter import dial_font, to_image
from kompasskive.dial.metrics import text_width
from kompasskive.dial.palette import THEMES, on_page
from kompasskive.dial.picture import Circle, Path, Picture, Text

pytestmark = pytest.mark.usefixtures("qapp")
SQUARE = (("M", 5.0, 5.0), ("L", 15.0, 5.0), ("L", 15.0, 15.0), ("L", 5.0, 15.0), ("Z",))


def _picture(*shapes: Path | Circle | Text) -> Picture:
    return Picture(40, 20, shapes, 20, 10, 1, "", "")


def test_an_image_has_the_scaled_size_and_the_pages_colour() -> None:
    image = to_image(_picture(), on_page(THEMES["light"], "#ABCDEF"), 2.5)
    assert (image.width(), image.height()) == (100, 50)
    assert image.pixelColor(99, 49) == QColor("#ABCDEF")


@pytest.mark.parametrize("theme", THEMES)
def test_shapes_take_their_colours_from_the_palette(theme: str) -> None:
    palette = THEMES[theme]
    shapes = Path(SQUARE, fill="direction"), Circle(30, 10, 6, "organisation", "ink", 2.0)
    image = to_image(_picture(*shapes), palette, 4)
    assert image.pixelColor(40, 40) == QColor(palette["direction"])
    assert image.pixelColor(120, 40) == QColor(palette["organisation"])
    assert image.pixelColor(120, 16) == QColor(palette["ink"])
    assert image.pixelColor(80, 4) == QColor(palette["page"])


def test_dashes_leave_gaps() -> None:
    line = Path((("M", 0.0, 10.0), ("L", 40.0, 10.0)), None, "ink", 4.0, (10.0, 10.0))
    image = to_image(_picture(line), THEMES["light"], 1)
    dark = [image.pixelColor(x, 10) == QColor(THEMES["light"]["ink"]) for x in (5, 15, 25, 35)]
    assert dark == [True, False, True, False]


@pytest.mark.parametrize("weight", ["regular", "semibold", "bold"])
def test_qt_and_the_layout_agree_on_how_wide_text_is(weight: str) -> None:
    text = "Virksomhedsvendte Metoder & Virkning ÆØÅ"
    measured = QFontMetricsF(dial_font(weight)).horizontalAdvance(text)
    assert measured == pytest.approx(text_width(text, 100, weight), rel=0.005)


def test_weights_are_three_different_faces() -> None:
    widths = {round(text_width("Mestrer", 100, w)) for w in ("regular", "semibold", "bold")}
    assert len(widths) == 3
