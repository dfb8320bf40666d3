"""What the shell knows about a page before it is built."""

from collections.abc import Callable
from typing import NamedTuple

from kompasskive.desktop.pages.page import Page


class PageEntry(NamedTuple):
    """A page's place in the rail; `build` imports and makes it the first time it is shown.

    `number` is its Alt key and never changes, whichever pages exist.
    """

    name: str
    title: str
    icon_name: str
    number: int
    build: Callable[[], Page]
    needs_file: bool = True
