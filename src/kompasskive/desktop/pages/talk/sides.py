"""What the two sides of a talk are called on screen."""

from kompasskive.desktop.pages.open_talk import OpenTalk
from kompasskive.dialogue.model import Viewpoint
from kompasskive.dialogue.preparation import STARTING_POINTS


def side_name(talk: OpenTalk, viewpoint: Viewpoint) -> str:
    """ "Jens" or "Mette"; "Medarbejderen" or "Lederen" where there is no name."""
    if viewpoint is Viewpoint.EMPLOYEE:
        return talk.first_name or "Medarbejderen"
    leader = talk.dialogue.leader or talk.context.document.value.leader
    return next(iter(leader.split()), "Lederen")


def side_names(talk: OpenTalk) -> dict[Viewpoint, str]:
    """What each side is called."""
    return {viewpoint: side_name(talk, viewpoint) for viewpoint in STARTING_POINTS}


def side_word(viewpoint: Viewpoint) -> str:
    """ "medarbejder" or "leder"."""
    return "medarbejder" if viewpoint is Viewpoint.EMPLOYEE else "leder"


def genitive(name: str) -> str:
    """ "Mettes", "Jens'"."""
    return f"{name}'" if name[-1:].lower() in ("s", "x", "z") else f"{name}s"
