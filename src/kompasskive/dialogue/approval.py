"""When a talk is settled: approved by both, or opened again as a draft."""

from dataclasses import replace
from datetime import datetime

from kompasskive.dialogue import text as texts
from kompasskive.dialogue.model import Approval, Dialogue, DialogueState


def editable(dialogue: Dialogue) -> Dialogue:
    """The talk itself; ValueError when it is approved."""
    if dialogue.state is DialogueState.APPROVED:
        raise ValueError(f"talk {dialogue.id} is approved")
    return dialogue


def approve(dialogue: Dialogue, at: datetime, differing_view: str = "") -> Dialogue:
    """Approves the talk, by both or with the differing view that is recorded."""
    approval = Approval(at, texts.note(differing_view))
    return replace(editable(dialogue), state=DialogueState.APPROVED, approval=approval)


def reopen(dialogue: Dialogue) -> Dialogue:
    """Takes an approval back, so that the talk is a draft again; ValueError when it was one."""
    if dialogue.state is not DialogueState.APPROVED:
        raise ValueError(f"talk {dialogue.id} is not approved")
    return replace(dialogue, state=DialogueState.IN_PROGRESS, approval=None)
