"""How many people a number needs before it may leave the leader's file."""

from dataclasses import dataclass

from kompasskive.errors import ExpectedError

CELL_MIN = 3


class PrivacyError(ExpectedError):
    """What was asked for would tell too much about one person; the sentence says why."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """How many people a number needs: `cell` 5 (never below 3), `comparison` 6.

    Below `merge_below` marks and levels are merged.
    """

    cell: int = 5
    comparison: int = 6
    merge_below: int = 10

    def __post_init__(self) -> None:
        if self.cell < CELL_MIN:
            raise PrivacyError(
                f"Grænsen kan ikke være lavere end {CELL_MIN} personer. Intet er ændret."
            )


DEFAULT = Thresholds()


DEFAULT = Thresholds()
