"""The same dial everywhere: the SVG in a real browser against Qt's picture and the PDF's."""

from datetime import date
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from tests.browser.chromium import Pixels, pixels, shown

from kompasskive.desktop.dial_painter import to_image
from kompasskive.dial.palette import THEMES
from kompasskive.dial.picture import Picture
from kompasskive.dial.sheet import View, draw_sheet, subject_of
from kompasskive.dial.svg import to_svg
from kompasskive.dialogue.example import example_workbook
from kompasskive.framework.catalogue import bundled
from kompasskive.reports.dial_pdf import render

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("qapp")]
SCALE = 2
CASES = [(View.DIAL, theme) for theme in THEMES] + [
    (View.DIMENSIONS, "light"),
    (View.SINCE, "grey"),
]


def _picture(view: View, theme: str) -> Picture:
    workbook = example_workbook(bundled(), 1, 1, date(2026, 11, 23))
    talk = workbook.dialogues_of(workbook.people[0].id)[-1]
    width = 600 if view is View.DIAL else 1200
    return draw_sheet(subject_of(workbook, talk), view, width, patterns=theme == "grey")


def _on_paper(picture: Picture, theme: str) -> Pixels:
    with pypdfium2.PdfDocument(render(picture, THEMES[theme])) as document:
        bitmap = document[0].render(scale=SCALE, rev_byteorder=True)
        return np.array(bitmap.to_numpy())[:, :, :3].astype(np.int16)


def _difference(one: Pixels, other: Pixels) -> tuple[float, float]:
    """The mean difference of 255, and the share of pixels that differ by more than 128."""
    assert one.shape == other.shape
    apart = np.abs(one - other)
    return float(apart.mean()), float((apart.max(axis=2) > 128).mean())


@pytest.mark.parametrize(("view", "theme"), CASES)
def test_the_browser_shows_the_same_dial(tmp_path: Path, view: View, theme: str) -> None:
    picture = _picture(view, theme)
    file = tmp_path / "skive.svg"
    file.write_text(to_svg(picture, THEMES[theme]), encoding="utf-8")
    seen = shown(file, round(picture.width), round(picture.height), SCALE)
    screen = pixels(to_image(picture, THEMES[theme], SCALE))
    for name, other in (("Qt", screen), ("PDF", _on_paper(picture, theme))):
        mean, far = _difference(seen, other)
        print(f"{view} {theme} browser/{name}: mean {mean:.2f}, far {far:.3%}")
        assert mean < 1.5, name
        assert far < 0.003, name


def test_the_font_comes_with_the_file(tmp_path: Path) -> None:
    """Without the embedded font the names look otherwise."""
    picture = _picture(View.DIAL, "light")
    whole = to_svg(picture, THEMES["light"])
    start, end = whole.index("<style>"), whole.index("</style>")
    files = {"with": whole, "without": whole[:start] + whole[end + len("</style>") :]}
    seen = {}
    for name, content in files.items():
        file = tmp_path / f"{name}.svg"
        file.write_text(content, encoding="utf-8")
        seen[name] = shown(file, 600, 620, SCALE)
    own = pixels(to_image(picture, THEMES["light"], SCALE))
    assert _difference(seen["with"], own)[1] < _difference(seen["without"], own)[1] / 2
