"""What can be wrong with something that is handed over, in one Danish sentence each."""

from kompasskive.errors import ExpectedError


class HandoverError(ExpectedError):
    """What was handed over cannot be read or trusted; nothing was taken from it."""


def refused(reason: str) -> HandoverError:
    """A refusal that names what was wrong."""
    return HandoverError(f"Bidraget blev ikke læst: {reason}. Intet er ændret.")
