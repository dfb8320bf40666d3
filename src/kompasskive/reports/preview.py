"""Pages of a finished PDF as pixels, for the preview on screen and for the printer."""

import pypdfium2


def page_count(pdf: bytes) -> int:
    """How many pages the PDF has."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def page_size(pdf: bytes, index: int) -> tuple[float, float]:
    """Width and height in points of the page at `index`, from 0."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        width, height = document.get_page_size(index)
        return float(width), float(height)
    finally:
        document.close()


def page_image(pdf: bytes, index: int, width_px: int) -> tuple[int, int, bytes]:
    """The page at `index` (from 0) as (width, height, pixels), `width_px` wide on white.

    The pixels are four bytes each in the order blue, green, red, unused (Qt's Format_RGB32),
    row by row without padding.
    """
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[index]
        scale = width_px / page.get_width()
        bitmap = page.render(scale=scale, rev_byteorder=False, prefer_bgrx=True)
        return bitmap.width, bitmap.height, _packed(bitmap)
    finally:
        document.close()


def _packed(bitmap: pypdfium2.PdfBitmap) -> bytes:
    data, row = bytes(bitmap.buffer), bitmap.width * 4
    if bitmap.stride == row:
        return data
    return b"".join(data[y * bitmap.stride :][:row] for y in range(bitmap.height))
