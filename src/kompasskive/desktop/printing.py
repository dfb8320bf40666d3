"""Printing the pages of a PDF as they are: full page, no margins of the printer's own."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter

from kompasskive.desktop.questions import Questions
from kompasskive.errors import OutputError

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

WIDEST_PX = 4960
"""An A4 page at 600 dots per inch; more takes memory and shows no difference."""
NO_SYSTEM = "Der kan ikke skrives ud fra denne maskine. Gem siden som PDF, og skriv den ud derfra."
NO_PAGE = "Siden blev ikke sendt til printeren. Se efter, om den er tændt, og prøv igen."


def print_pages(pdf: bytes, title: str, questions: Questions) -> bool:
    """Ask for a printer and print; whether anything was sent. OutputError when it could not be."""
    printer = ask_printer(title, questions)
    if printer is not None:
        paint_pages(pdf, printer)
    return printer is not None


def ask_printer(title: str, questions: Questions) -> "QPrinter | None":
    """The printer that was chosen; OutputError when the system cannot print."""
    try:
        from PySide6.QtPrintSupport import QPrintDialog
    except ImportError as error:
        raise OutputError(NO_SYSTEM) from error
    printer = full_page_printer(title)
    return printer if questions.run(QPrintDialog(printer)) else None


def full_page_printer(title: str) -> "QPrinter":
    """An A4 printer that leaves the margins to the page; `title` names the job."""
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    return printer


def paint_pages(pdf: bytes, printer: "QPrinter") -> None:
    """Draw the chosen pages on the printer, on any thread; OutputError when it does not answer."""
    from kompasskive.reports import preview

    painter = QPainter()
    if not painter.begin(printer):
        raise OutputError(NO_PAGE)
    try:
        for number, index in enumerate(_chosen(printer, preview.page_count(pdf))):
            if number and not printer.newPage():
                raise OutputError(NO_PAGE)
            paper = printer.paperRect(printer.Unit.DevicePixel)
            width = min(WIDEST_PX, round(paper.width()))
            image = page_as_image(pdf, index, width)
            painter.drawImage(QRectF(0, 0, paper.width(), paper.height()), image)
    finally:
        painter.end()


def page_as_image(pdf: bytes, index: int, width_px: int) -> QImage:
    """The page at `index`, from 0, `width_px` pixels wide."""
    from kompasskive.reports.preview import page_image

    width, height, pixels = page_image(pdf, index, width_px)
    return QImage(pixels, width, height, width * 4, QImage.Format.Format_RGB32).copy()


def _chosen(printer: "QPrinter", count: int) -> range:
    """The pages the dialog was asked for; all when none were named."""
    first, last = printer.fromPage() or 1, printer.toPage() or count
    return range(first - 1, min(last, count))
