"""Where the parts of a person's row or card lie, for painting and for the mouse alike."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect

ROW_HEIGHT: Final = 61
CARD_HEIGHT: Final = 152
CARD_GAP: Final = 8
INSET: Final = 16
MORE: Final = 32
ACTIONS: Final = 184
LABELS: Final = 140
HEADINGS: Final = ("Navn og jobfunktion", "Team", "Seneste samtale", "Næste opfølgning", "Plan")
TIGHT_BELOW: Final = 760
_SHARES: Final = (0.24, 0.14, 0.22, 0.16, 0.24)
_TIGHT_SHARES: Final = (0.31, 0.0, 0.27, 0.2, 0.22)
Px = Callable[[float], int]


@dataclass(frozen=True)
class Shape:
    """The boxes of one row; an empty `team` is told beside the functions. `talk`, `follow_up` and `plan` hold the values, not their labels."""

    name: QRect
    functions: QRect
    team: QRect
    talk: QRect
    follow_up: QRect
    plan: QRect
    action: QRect
    more: QRect


def column_boxes(area: QRect, px: Px) -> tuple[QRect, ...]:
    """The five columns of a row or of its headings; the team has none where room is tight."""
    width = area.width() - 2 * INSET - px(ACTIONS)
    left, boxes = area.left() + INSET, []
    for share in _TIGHT_SHARES if width < px(TIGHT_BELOW) else _SHARES:
        own = max(0, round(width * share) - px(12))
        boxes.append(QRect(left, area.top(), own, area.height()))
        left += round(width * share)
    return tuple(boxes)


def row_shape(area: QRect, px: Px, action_width: int) -> Shape:
    """A row of the table; `action_width` is the button's in pixels."""
    name, team, talk, follow_up, plan = column_boxes(area, px)
    half = area.height() // 2
    more = _more(area, px, area.center().y())
    return Shape(
        name=QRect(name.left(), name.top(), name.width(), half + px(2)).adjusted(0, px(10), 0, 0),
        functions=QRect(name.left(), name.top() + half, name.width(), half - px(6)),
        team=team,
        talk=talk,
        follow_up=follow_up,
        plan=plan,
        action=_action(more, px, action_width),
        more=more,
    )


def card_shape(area: QRect, px: Px, action_width: int) -> Shape:
    """A card: who, then what is known, one line each, then what can be done."""
    card = area.adjusted(0, 0, 0, -CARD_GAP)
    left, width = card.left() + INSET, card.width() - 2 * INSET
    wide = width - px(MORE) - px(8)
    lines = [card.top() + px(top) for top in (12, 34, 64, 90, 116)]
    value = QRect(left + px(LABELS), 0, width - px(LABELS), px(22))
    more = _more(card, px, card.top() + px(26))
    action = _action(more, px, action_width)
    action.moveRight(card.right() - INSET)
    action.moveBottom(card.bottom() - px(12))
    return Shape(
        name=QRect(left, lines[0], wide, px(22)),
        functions=QRect(left, lines[1], wide, px(20)),
        team=QRect(),
        talk=value.translated(0, lines[2]),
        follow_up=value.translated(0, lines[3]),
        plan=value.translated(0, lines[4]),
        action=action,
        more=more,
    )


def _more(area: QRect, px: Px, middle: int) -> QRect:
    side = max(MORE, px(MORE))
    return QRect(area.right() - INSET - side + 8, middle - side // 2, side, side)


def _action(more: QRect, px: Px, width: int) -> QRect:
    height = max(MORE, px(MORE))
    return QRect(more.left() - px(8) - width, more.center().y() - height // 2, width, height)
