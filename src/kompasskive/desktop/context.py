"""What every page is given by the composition root."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kompasskive.desktop.turns import in_turns

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from kompasskive.desktop.document import Document
    from kompasskive.desktop.position import Position
    from kompasskive.desktop.questions import Questions
    from kompasskive.desktop.settings import Settings
    from kompasskive.desktop.theme import Theme
    from kompasskive.desktop.turns import Turns


def new_id() -> str:
    """An id that no other file or machine has."""
    from uuid import uuid4

    return uuid4().hex


class Context(NamedTuple):
    """The parts a page may use; `now`, `new_id` and `turns` are functions so tests can set them."""

    theme: Theme
    document: Document
    position: Position
    questions: Questions
    settings: Settings
    now: Callable[[], datetime]
    new_id: Callable[[], str] = new_id
    turns: Turns = in_turns


def with_own_theme(context: Context) -> Context:
    """The same for a page of its own, whose look can follow when the page is shown."""
    return context._replace(theme=context.theme.part())
