"""The report's pages as they will be printed, drawn again when the room changes."""

from dataclasses import dataclass

from PySide6.QtCore import QMargins, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from kompasskive.desktop.background import Background
from kompasskive.desktop.pages.report_job import Pages
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.text import label
from kompasskive.errors import ExpectedError

WIDEST = 1100
MOST_PIXELS = 120e6
"""Of all pages together, whatever the zoom: about half a gigabyte."""
MARGIN = 24
A4 = 297 / 210
SETTLE_MS = 60
TEXT_MOST = 4_000
_EDGE = QMargins(1, 1, 1, 1)


def page_width(fitting: int, zoom: float, pages: int, ratio: float) -> int:
    """Logical pixels of a page's width; many pages grow less. `ratio` is device pixels to one."""
    most = (MOST_PIXELS / max(1, pages) / A4) ** 0.5 / ratio
    return int(min(fitting * zoom, most))


@dataclass(frozen=True)
class Order:
    """Pages of a paper to draw at a width in device pixels."""

    paper: Pages
    width: int


class Preview(QScrollArea):
    """`page_changed` carries the number in view, from 1, and how many there are."""

    page_changed = Signal(int, int)
    failed = Signal(object)

    def __init__(self, theme: Theme, background: Background) -> None:
        super().__init__()
        self._theme, self._background = theme, background
        self._paper: Pages | None = None
        self._order: Order | None = None
        self._whole, self._zoom = False, 1.0
        self.pages: list[PaperPage] = []
        self.setAccessibleName("Siderne, som de skrives ud")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self._column.setSpacing(MARGIN)
        self._waiting = label("Siderne tegnes …", "lead", "ink2")
        self._column.addWidget(self._waiting, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(1)
        self.setWidget(inside)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._draw)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._tell_page())

    def wait(self) -> None:
        """Another paper is on its way; the old one stays in view, dimmed."""
        self._paper = None
        for page in self.pages:
            page.set_old(True)

    def show_paper(self, paper: Pages) -> None:
        """Show a finished paper."""
        self._paper = paper
        self._waiting.hide()
        while len(self.pages) > len(paper.texts):
            gone = self.pages.pop()
            self._column.removeWidget(gone)
            gone.deleteLater()
        while len(self.pages) < len(paper.texts):
            page = PaperPage(self._theme)
            self._column.insertWidget(1 + len(self.pages), page, 0, Qt.AlignmentFlag.AlignHCenter)
            self.pages.append(page)
        for index, (page, text) in enumerate(zip(self.pages, paper.texts, strict=True)):
            page.setAccessibleName(f"Side {index + 1} af {len(paper.texts)}")
            page.setAccessibleDescription(text[:TEXT_MOST])
        self._draw()

    def set_whole_page(self, whole: bool) -> None:
        """See a whole page, or as wide as there is room."""
        self._whole = whole
        self._draw()

    def set_zoom(self, zoom: float) -> None:
        """See the pages that many times as large as they fit."""
        self._zoom = zoom
        self._draw()

    def step(self, step: int) -> None:
        """Turn to the next (1) or previous (-1) page."""
        index = min(max(self._index() + step, 0), len(self.pages) - 1)
        self.verticalScrollBar().setValue(self.pages[index].y() - MARGIN // 2)

    def roll(self, step: int) -> None:
        """Move by what is in view."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + step * bar.pageStep())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._paper is not None:
            self._settle.start()

    def _width(self) -> int:
        """A page's width in logical pixels."""
        ratio = self.devicePixelRatioF()
        return page_width(self._fitting(), self._zoom, len(self.pages), ratio)

    def _fitting(self) -> int:
        room = self.viewport().size()
        wide = room.width() - 2 * MARGIN - 2
        if self._whole:
            return max(120, min(wide, int((room.height() - MARGIN) / A4)))
        return max(120, min(wide, self._theme.px(WIDEST)))

    def _draw(self) -> None:
        if self._paper is None:
            return
        order = Order(self._paper, round(self._width() * self.devicePixelRatioF()))
        if order == self._order and not any(page.old for page in self.pages):
            return
        self._order = order
        self._background.start(lambda: self._images(order), self._show_images, self._fail)

    def _images(self, order: Order) -> tuple[Order, list[QImage]]:
        """On the worker's thread; nothing when another order came meanwhile."""
        from kompasskive.desktop.printing import page_as_image

        if order is not self._order:
            return order, []
        pages = range(len(order.paper.texts))
        return order, [page_as_image(order.paper.pdf, index, order.width) for index in pages]

    def _show_images(self, outcome: tuple[Order, list[QImage]]) -> None:
        order, images = outcome
        if order is not self._order or order.paper is not self._paper:
            return
        for page, image in zip(self.pages, images, strict=True):
            image.setDevicePixelRatio(self.devicePixelRatioF())
            page.show_image(image)
        self._column.activate()
        self._tell_page()

    def _fail(self, error: ExpectedError) -> None:
        self.failed.emit(error)

    def _index(self) -> int:
        """The page that fills most of the middle of the view."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        above = [index for index, page in enumerate(self.pages) if page.y() <= middle]
        return above[-1] if above else 0

    def _tell_page(self) -> None:
        if self.pages and self._paper is not None:
            self.page_changed.emit(self._index() + 1, len(self.pages))


class PaperPage(QWidget):
    """One page with a thin edge; `old` pages are dimmed until the new ones are drawn."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._image = QImage()
        self.old = False

    def show_image(self, image: QImage) -> None:
        """Show a drawn page at its own size."""
        self._image, self.old = image, False
        self.setFixedSize(image.deviceIndependentSize().toSize().grownBy(_EDGE))
        self.update()

    def set_old(self, old: bool) -> None:
        """Dim it while another is drawn."""
        self.old = old
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setPen(self._theme.color("line"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.setOpacity(0.5 if self.old else 1.0)
        painter.drawImage(1, 1, self._image)
