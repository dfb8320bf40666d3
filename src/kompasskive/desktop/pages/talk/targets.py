"""Where what is put on the long list goes: a starting point, what is agreed, or a screening."""

from kompasskive.desktop.pages.open_talk import OpenTalk
from kompasskive.desktop.pages.talk.sides import genitive, side_name
from kompasskive.dialogue.model import DialogueKind, Viewpoint
from kompasskive.dialogue.preparation import STARTING_POINTS
from kompasskive.dialogue.screening import filled_by

ALONE = "Alene – {whose} eget syn"
TOGETHER = "Sammen – det, I er enige om"


def targets(talk: OpenTalk) -> list[tuple[Viewpoint, str]]:
    """The viewpoints that can be written now, in words; a sealed or turned one cannot."""
    dialogue = talk.dialogue
    if dialogue.kind is DialogueKind.SCREENING:
        whose = genitive(side_name(talk, Viewpoint.EMPLOYEE))
        return [
            (Viewpoint.EMPLOYEE, ALONE.format(whose=whose)),
            (Viewpoint.AGREED, TOGETHER),
        ]
    if dialogue.kind is DialogueKind.TEAM:
        return [(Viewpoint.AGREED, "Teamets fælles skive")]
    if dialogue.kind is DialogueKind.SELF_REFLECTION:
        return [(Viewpoint.AGREED, "Min refleksion")]
    sides = () if dialogue.revealed else STARTING_POINTS
    starts = [
        (viewpoint, f"{_capital(genitive(side_name(talk, viewpoint)))} udgangspunkt")
        for viewpoint in sides
        if viewpoint not in dialogue.sealed
    ]
    return [(Viewpoint.AGREED, "Det, I er enige om"), *starts]


def target(talk: OpenTalk, wanted: Viewpoint | None) -> Viewpoint:
    """The viewpoint to write: the one wanted where it can be, else the talk's own.

    An empty screening in a file without a leader is filled alone.
    """
    dialogue = talk.dialogue
    if dialogue.kind is DialogueKind.SCREENING:
        led = dialogue.leader or talk.context.document.value.leader
        return filled_by(dialogue, wanted or (Viewpoint.AGREED if led else Viewpoint.EMPLOYEE))
    offered = [viewpoint for viewpoint, _ in targets(talk)]
    return wanted if wanted in offered else Viewpoint.AGREED


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
