"""Paints a person as a table row or as a card; all text is drawn literally."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kompasskive.desktop.icons import pixmap
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.person_row import PersonRow, Weight
from kompasskive.desktop.widgets.person_shape import (
    CARD_GAP,
    INSET,
    Form,
    Shape,
    height_of,
    shape_of,
)
from kompasskive.desktop.widgets.row_model import ROW_ROLE

DRAFT: Final = "KLADDE"
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_TONES: Final = {
    Weight.PLAIN: ("ink", 400),
    Weight.NONE: ("ink2", 400),
    Weight.NOW: ("ink", 600),
    Weight.ATTENTION: ("warm_ink", 600),
}
_LABELS: Final = ("Seneste samtale", "Næste opfølgning", "Plan")


class PersonDelegate(QStyledItemDelegate):
    """`form` is how people are shown; `hover` is where the mouse is, None when outside."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.form = Form.ROW
        self.hover: QPoint | None = None

    def shape(self, area: QRect, row: PersonRow) -> Shape:
        """Where the parts of a row lie in the view."""
        return shape_of(area, self._theme.px, self.form, self._action_width(row))

    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002
    ) -> QSize:
        return QSize(200, height_of(self.form, self._theme.px))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: PersonRow = index.data(ROW_ROLE)
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        shape = self.shape(area, row)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, area)
        self._who(painter, shape, row)
        self._known(painter, shape, row)
        near = self.hover is not None and area.contains(self.hover)
        current = bool(state & QStyle.StateFlag.State_HasFocus)
        if row.action and (near or current or self.cards or not row.has_talk):
            self._button(painter, shape.action, row.action)
        self._more(painter, shape.more)
        painter.restore()

    def _ground(self, painter: QPainter, area: QRect) -> None:
        painter.setPen(QPen(self._theme.color("hair"), 1))
        if self.cards:
            painter.setBrush(self._theme.color("sheet"))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -CARD_GAP), 10, 10)
        else:
            bottom = area.bottom()
            painter.drawLine(area.left() + INSET, bottom, area.right() - INSET, bottom)

    def _who(self, painter: QPainter, shape: Shape, row: PersonRow) -> None:
        self._text(painter, shape.name, row.name, 14, ("ink", 600))
        small = 13 if self.cards else 12
        self._text(painter, shape.functions, self._under_name(shape, row), small, ("ink2", 400))
        in_column = self.form is Form.ROW
        size = 14 if in_column else small
        self._text(painter, shape.team, row.team, size, ("ink2", 400), wrap=in_column)

    @property
    def cards(self) -> bool:
        """Whether people are shown as cards."""
        return self.form is Form.CARD

    def _known(self, painter: QPainter, shape: Shape, row: PersonRow) -> None:
        boxes = (shape.talk, shape.follow_up, shape.plan)
        if self.cards:
            for box, name in zip(boxes, _LABELS, strict=True):
                beside = QRect(shape.name.left(), box.top(), box.left() - shape.name.left(), 0)
                beside.setHeight(box.height())
                self._text(painter, beside, name, 13, ("ink2", 400))
        self._talk(painter, shape.talk, row)
        self._text(
            painter, shape.follow_up, row.follow_up, 14, _TONES[row.follow_up_weight], wrap=True
        )
        self._plan(painter, shape.plan, row)

    def _talk(self, painter: QPainter, box: QRect, row: PersonRow) -> None:
        tone = ("ink", 400) if row.has_talk else ("ink2", 400)
        px = self._theme.px
        if row.screening and self._fits_beside(box, row) and not self.cards:
            half = box.height() // 2
            below = QRect(box.left(), box.top() + half, box.width(), px(20))
            self._text(painter, below, row.screening, 12, ("ink2", 400))
            box = QRect(box.left(), box.top() + half - px(22), box.width(), px(22))
        if not row.draft:
            self._text(painter, box, row.talk, 14, tone, wrap=True)
            return
        word = self._theme.metrics(14).horizontalAdvance(row.talk)
        chip = self._theme.metrics(12, 600).horizontalAdvance(DRAFT) + 16
        if self._fits_beside(box, row):
            self._text(painter, box, row.talk, 14, tone)
            middle = box.center().y()
            self._chip(painter, QPoint(box.left() + word + px(10), middle - px(10)), chip)
        else:
            upper = QRect(box.left(), box.center().y() - px(23), box.width(), px(22))
            self._text(painter, upper, row.talk, 14, tone)
            self._chip(painter, QPoint(box.left(), box.center().y() + px(2)), chip)

    def _under_name(self, shape: Shape, row: PersonRow) -> str:
        """The job functions, and a screening that has no room beside the latest talk."""
        there = not self.cards and self._fits_beside(shape.talk, row)
        parts = (row.functions, "" if there else row.screening)
        return "  ·  ".join(part for part in parts if part)

    def _fits_beside(self, box: QRect, row: PersonRow) -> bool:
        """Whether the latest talk stands on one line of its column, with its tag."""
        word = self._theme.metrics(14).horizontalAdvance(row.talk)
        chip = self._theme.metrics(12, 600).horizontalAdvance(DRAFT) + 16
        return word + (self._theme.px(10) + chip if row.draft else 0) <= box.width()

    def _chip(self, painter: QPainter, corner: QPoint, width: int) -> None:
        box = QRect(corner, QSize(width, self._theme.px(20)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("hover"))
        painter.drawRoundedRect(box, 4, 4)
        self._text(painter, box.adjusted(8, 0, 0, 0), DRAFT, 12, ("ink2", 600))

    def _plan(self, painter: QPainter, box: QRect, row: PersonRow) -> None:
        if row.plan_weight is Weight.ATTENTION:
            size = self._theme.px(18)
            color = self._theme.tokens["warm_ink"]
            top = box.center().y() - size / 2
            painter.drawPixmap(QPointF(box.left(), top), pixmap("clock", size, color))
            box = box.adjusted(size + self._theme.px(6), 0, 0, 0)
        self._text(painter, box, row.plan, 14, _TONES[row.plan_weight], wrap=True)

    def _button(self, painter: QPainter, box: QRect, text: str) -> None:
        over = self.hover is not None and box.contains(self.hover)
        painter.setPen(QPen(self._theme.color("line"), 1))
        painter.setBrush(self._theme.color("hover" if over else "sheet"))
        painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), 6, 6)
        painter.setFont(self._theme.font(13))
        painter.setPen(self._theme.color("ink"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _more(self, painter: QPainter, box: QRect) -> None:
        if self.hover is not None and box.contains(self.hover):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("hover"))
            painter.drawRoundedRect(box, 6, 6)
        size = self._theme.px(20)
        corner = QPointF(box.center().x() - size / 2 + 1, box.center().y() - size / 2 + 1)
        painter.drawPixmap(corner, pixmap("more", size, self._theme.tokens["ink2"]))

    def _text(
        self,
        painter: QPainter,
        box: QRect,
        text: str,
        size: float,
        tone: tuple[str, int],
        wrap: bool = False,
    ) -> None:
        token, weight = tone
        font = self._theme.font(size, weight)
        painter.setFont(font)
        painter.setPen(self._theme.color(token))
        metrics = QFontMetrics(font)
        if wrap and metrics.horizontalAdvance(text) > box.width() and " " in text:
            painter.drawText(box, _LEFT | Qt.TextFlag.TextWordWrap, text)
        else:
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, _LEFT | Qt.TextFlag.TextSingleLine, shown)

    def _action_width(self, row: PersonRow) -> int:
        width = self._theme.metrics(13).horizontalAdvance(row.action)
        return width + 2 * self._theme.px(12)
