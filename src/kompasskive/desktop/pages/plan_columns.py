"""The columns of the agreements, shared by the table's head and every row."""

from collections.abc import Sequence

from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

HEADS = ("", "Hvad gør vi?", "Læringsform", "Hvem?", "Senest", "Opfølgning", "Status")
_SHARES = (3, 15, 9, 7, 6, 8, 6)
_GAP = 16


class Columns(QWidget):
    """Cells beside each other in the table's proportions, or under each other in a card."""

    def __init__(self, cells: Sequence[QWidget]) -> None:
        super().__init__()
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(_GAP)
        for cell, share in zip(cells, _SHARES, strict=True):
            policy = cell.sizePolicy()
            policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
            cell.setSizePolicy(policy)
            cell.setMinimumWidth(1)
            self._layout.addWidget(cell, share)

    def set_cards(self, cards: bool) -> None:
        """Turn the direction."""
        direction = QBoxLayout.Direction
        self._layout.setDirection(direction.TopToBottom if cards else direction.LeftToRight)
        self._layout.setSpacing(6 if cards else _GAP)
        for index, share in enumerate(_SHARES):
            self._layout.setStretch(index, 0 if cards else share)
