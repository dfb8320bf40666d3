"""What is said above the page when something went wrong or wants an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable


class Notice(NamedTuple):
    """`what` happened, and in `more` whether the data is safe and what to do.

    `act` is what the button named `action` does; "" when there is nothing to press. `stays` when
    it is still worth knowing once another file is open.
    """

    what: str
    more: str
    action: str = ""
    act: Callable[[], object] | None = None
    stays: bool = False
