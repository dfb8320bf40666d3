"""Pages of a finished PDF as pixels, for the preview on screen and for the printer."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

import pypdfium2

_ONE_AT_A_TIME = Lock()
"""PDFium must not be entered by two threads at once."""


def page_count(pdf: bytes) -> int:
    """How many pages the PDF has."""
    with _opened(pdf) as document:
        return len(document)


def page_size(pdf: bytes, index: int) -> tuple[float, float]:
    """Width and height in points of the page at `index`, from 0."""
    with _opened(pdf) as document:
        width, height = document.get_page_size(index)
        return float(width), float(height)


def page_image(pdf: bytes, index: int, width_px: int) -> tuple[int, int, bytes]:
    """The page at `index` (from 0) as (width, height, pixels), `width_px` wide on white.

    The pixels are four bytes each in the order blue, green, red, unused (Qt's Format_RGB32),
    row by row without padding.
    """
    with _opened(pdf) as document:
        page = document[index]
        scale = width_px / page.get_width()
        bitmap = page.render(scale=scale, rev_byteorder=False, prefer_bgrx=True)
        return bitmap.width, bitmap.height, _packed(bitmap)


def page_text(pdf: bytes, index: int) -> str:
    """The text of the page at `index` (from 0) in reading order, for those who cannot see it."""
    with _opened(pdf) as document:
        return str(document[index].get_textpage().get_text_range())


@contextmanager
def _opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        try:
            yield document
        finally:
            document.close()


def _packed(bitmap: pypdfium2.PdfBitmap) -> bytes:
    data, row = bytes(bitmap.buffer), bitmap.width * 4
    if bitmap.stride == row:
        return data
    return b"".join(data[y * bitmap.stride :][:row] for y in range(bitmap.height))
