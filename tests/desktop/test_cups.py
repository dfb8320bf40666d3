"""Paper through a real CUPS queue: every page, A4, where it was drawn to within a millimetre."""

import os
import pwd
import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from uuid import uuid4

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat
from PySide6.QtPrintSupport import QPrinterInfo
from pytestqt.qtbot import QtBot
from tests.desktop.bench import example
from tests.desktop.desk import NOW

from kompasskive.desktop.printing import full_page_printer, paint_pages
from kompasskive.framework.catalogue import bundled
from kompasskive.profile.comparison import previous_dialogue
from kompasskive.reports import pdf, sheet
from kompasskive.reports.model import Included
from kompasskive.reports.notes import compose

pytestmark = pytest.mark.print
SECONDS = 120
PIXELS_PER_POINT = 2.0
MILLIMETRE = 72 / 25.4 * PIXELS_PER_POINT
OUT = Path(pwd.getpwuid(os.getuid()).pw_dir) / "PDF"


@pytest.fixture
def title() -> Iterator[str]:
    """A job's name of its own; what it printed is taken away again."""
    name = f"kompas-{uuid4().hex}"
    yield name
    for path in OUT.glob(f"*{name}*"):
        path.unlink()


def _profile() -> bytes:
    workbook = example()
    talk = workbook.dialogues_of(workbook.people[0].id)[-1]
    before = previous_dialogue(workbook, talk)
    return pdf.render(compose(workbook, talk, before, Included(), NOW, "Profil.pdf"))


def _printed(content: bytes, title: str) -> bytes:
    """Print as the window does, and wait for what comes out of the queue."""
    printer = full_page_printer(title)
    printer.setPrinterName(os.environ["KOMPAS_QUEUE"])
    assert printer.isValid()
    paint_pages(content, printer)
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        for path in OUT.glob(f"*{title}*.pdf"):
            if (done := path.read_bytes()).rstrip().endswith(b"%%EOF"):
                return done
        os.sched_yield()
    raise AssertionError("nothing came out of the printer")


def _pages(content: bytes) -> list[Image.Image]:
    document = pypdfium2.PdfDocument(BytesIO(content))
    assert {tuple(round(s) for s in page.get_size()) for page in document} <= {
        (595, 842),
        (596, 842),
    }
    images = [page.render(scale=PIXELS_PER_POINT).to_pil().convert("L") for page in document]
    document.close()
    return images


@pytest.mark.parametrize("what", ["profile", "sheet"])
def test_what_is_printed_is_what_was_shown(qtbot: QtBot, title: str, what: str) -> None:
    assert os.environ["KOMPAS_QUEUE"] in QPrinterInfo.availablePrinterNames()
    content = _profile() if what == "profile" else sheet.render(bundled())
    shown, printed = _pages(content), _pages(_printed(content, title))
    assert len(printed) == len(shown)
    for one, other in zip(shown, printed, strict=True):
        paper = other.resize(one.size)
        left, top, right, bottom = _ink(one)
        assert _ink(paper) == pytest.approx((left, top, right, bottom), abs=MILLIMETRE)
        assert left >= 24.5 * MILLIMETRE
        assert one.width - right >= 17.5 * MILLIMETRE
        # Coarse enough that only what moved or is gone counts, not how an edge is smoothed.
        difference = ImageChops.difference(one.reduce(8), paper.reduce(8))
        assert ImageStat.Stat(difference).mean[0] < 2.0
        worst = max(tone for tone, count in enumerate(difference.histogram()) if count)
        assert worst < 64


def _ink(page: Image.Image) -> tuple[int, int, int, int]:
    """Where on the page something is: left, top, right, bottom in pixels."""
    box = page.point(lambda tone: 255 if tone < 160 else 0).getbbox()
    assert box is not None
    return box
