"""The long wording of a mark, as the one who marks would say it."""

from kompasskive.dialogue.model import DialogueKind, Viewpoint
from kompasskive.framework.model import Framework, Mark, MarkText

NAME = "{name}"
SOMEONE = "Medarbejderen"


def long_wordings(
    framework: Framework, viewpoint: Viewpoint, kind: DialogueKind, name: str
) -> dict[Mark, str]:
    """ "Jeg har det som …", "Jens har det som …" or "Vi er enige om, at …" for every mark.

    A reflection is one's own, whatever viewpoint it is kept under.
    """
    own = DialogueKind.SELF_REFLECTION
    said_by = Viewpoint.EMPLOYEE if kind is own else viewpoint
    return {text.mark: _sentence(text, said_by, name) for text in framework.marks}


def _sentence(text: MarkText, viewpoint: Viewpoint, name: str) -> str:
    if viewpoint is Viewpoint.EMPLOYEE:
        return text.employee
    if viewpoint is Viewpoint.LEADER:
        return text.leader.replace(NAME, name or SOMEONE)
    return text.agreed
