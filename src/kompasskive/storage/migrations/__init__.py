"""One step per schema: what brings a file of the schema before it there, in a transaction."""

from collections.abc import Callable
from typing import Final

from sqlalchemy import Connection

from kompasskive.storage.migrations import to_2

STEPS: Final[dict[int, Callable[[Connection], None]]] = {2: to_2.step}
