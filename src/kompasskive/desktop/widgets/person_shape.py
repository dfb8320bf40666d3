"""Where the parts of a person's row or card lie, for painting and for the mouse alike."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Final

from PySide6.QtCore import QRect

CARD_HEIGHT: Final = 166
CARD_GAP: Final = 8
INSET: Final = 16
MORE: Final = 32
ACTIONS: Final = 184
LABELS: Final = 140
HEADINGS: Final = ("Navn og jobfunktion", "Team", "Seneste samtale", "Næste opfølgning", "Plan")
TIGHT_BELOW: Final = 976
_SHARES: Final = (0.24, 0.14, 0.22, 0.16, 0.24)
_TIGHT_SHARES: Final = (0.29, 0.0, 0.27, 0.23, 0.21)
Px = Callable[[float], int]


class Form(Enum):
    """How a person is shown; in a tight row the team stands under the name."""

    ROW = "row"
    TIGHT = "tight"
    CARD = "card"


def form_of(width: int, px: Px, cards: bool) -> Form:
    """The form for a list that wide."""
    if cards:
        return Form.CARD
    return Form.TIGHT if width < px(TIGHT_BELOW) else Form.ROW


def height_of(form: Form, px: Px) -> int:
    """The height of one person in the list."""
    heights = {Form.ROW: 61, Form.TIGHT: 80, Form.CARD: CARD_HEIGHT}
    return px(heights[form]) + (CARD_GAP if form is Form.CARD else 0)


@dataclass(frozen=True)
class Shape:
    """The boxes of one row. `talk`, `follow_up` and `plan` hold the values, not their labels."""

    name: QRect
    functions: QRect
    team: QRect
    talk: QRect
    follow_up: QRect
    plan: QRect
    action: QRect
    more: QRect


def column_boxes(area: QRect, px: Px, form: Form) -> tuple[QRect, ...]:
    """The five columns of a row or of its headings; in a tight row the team's is empty."""
    width = area.width() - 2 * INSET - px(ACTIONS)
    left, boxes = area.left() + INSET, []
    for share in _TIGHT_SHARES if form is Form.TIGHT else _SHARES:
        own = max(0, round(width * share) - px(12))
        boxes.append(QRect(left, area.top(), own, area.height()))
        left += round(width * share)
    return tuple(boxes)


def shape_of(area: QRect, px: Px, form: Form, action_width: int) -> Shape:
    """Where the parts lie; `action_width` is the button's in pixels."""
    return (_card if form is Form.CARD else _row)(area, px, form, action_width)


def _row(area: QRect, px: Px, form: Form, action_width: int) -> Shape:
    name, team, talk, follow_up, plan = column_boxes(area, px, form)
    tight = form is Form.TIGHT
    lines = [area.top() + px(top) for top in (10, 32, 50)]
    more = _more(area, px, area.center().y())
    return Shape(
        name=QRect(name.left(), lines[0], name.width(), px(22)),
        functions=QRect(name.left(), lines[1], name.width(), px(20)),
        team=QRect(name.left(), lines[2], name.width(), px(20)) if tight else team,
        talk=talk,
        follow_up=follow_up,
        plan=plan,
        action=_action(more, px, action_width),
        more=more,
    )


def _card(area: QRect, px: Px, form: Form, action_width: int) -> Shape:  # noqa: ARG001
    card = area.adjusted(0, 0, 0, -CARD_GAP)
    left, width = card.left() + INSET, card.width() - 2 * INSET
    wide = width - px(MORE) - px(8)
    lines = [card.top() + px(top) for top in (12, 34, 54, 82, 106, 130)]
    value = QRect(left + px(LABELS), 0, width - px(LABELS), px(22))
    more = _more(card, px, card.top() + px(26))
    action = _action(more, px, action_width)
    action.moveRight(card.right() - INSET)
    action.moveBottom(card.bottom() - px(12))
    return Shape(
        name=QRect(left, lines[0], wide, px(22)),
        functions=QRect(left, lines[1], wide, px(20)),
        team=QRect(left, lines[2], wide, px(20)),
        talk=value.translated(0, lines[3]),
        follow_up=value.translated(0, lines[4]),
        plan=value.translated(0, lines[5]),
        action=action,
        more=more,
    )


def _more(area: QRect, px: Px, middle: int) -> QRect:
    side = max(MORE, px(MORE))
    return QRect(area.right() - INSET - side + 8, middle - side // 2, side, side)


def _action(more: QRect, px: Px, width: int) -> QRect:
    height = max(MORE, px(MORE))
    return QRect(more.left() - px(8) - width, more.center().y() - height // 2, width, height)
