"""The life of a talk: Forberedes, I gang, Til gennemlæsning, Godkendt, Ændret.

Every move returns a new talk; one that its state does not allow is a ValueError.
"""

from dataclasses import replace
from datetime import datetime
from typing import Final

from kompasskive.dialogue import rows
from kompasskive.dialogue import text as texts
from kompasskive.dialogue.model import Amendment, Approval, Dialogue, DialogueState, Viewpoint

_READ: Final = (DialogueState.IN_REVIEW, DialogueState.AMENDED)


def editable(dialogue: Dialogue) -> Dialogue:
    """The talk itself; ValueError when it is approved."""
    if dialogue.state is DialogueState.APPROVED:
        raise ValueError(f"talk {dialogue.id} is approved")
    return dialogue


def editable_by(dialogue: Dialogue, viewpoint: Viewpoint) -> Dialogue:
    """The talk itself; ValueError when it is approved or that starting point cannot be changed.

    A starting point stands as it was once it is sealed or the cards are turned.
    """
    turned = dialogue.revealed and viewpoint is not Viewpoint.AGREED
    if turned or viewpoint in dialogue.sealed:
        raise ValueError(f"the {viewpoint}'s starting point in talk {dialogue.id} is sealed")
    return editable(dialogue)


def begin(dialogue: Dialogue) -> Dialogue:
    """From Forberedes to I gang."""
    _require(dialogue, DialogueState.PREPARING)
    return replace(dialogue, state=DialogueState.IN_PROGRESS)


def begun(dialogue: Dialogue) -> Dialogue:
    """The talk I gang if it was being prepared, else as it is."""
    return begin(dialogue) if dialogue.state is DialogueState.PREPARING else dialogue


def read_through(dialogue: Dialogue) -> Dialogue:
    """From I gang to Til gennemlæsning."""
    _require(dialogue, DialogueState.IN_PROGRESS)
    return replace(dialogue, state=DialogueState.IN_REVIEW)


def talk_on(dialogue: Dialogue) -> Dialogue:
    """From Til gennemlæsning back to I gang."""
    _require(dialogue, DialogueState.IN_REVIEW)
    return replace(dialogue, state=DialogueState.IN_PROGRESS)


def approve(dialogue: Dialogue, at: datetime, differing_view: str = "") -> Dialogue:
    """Approves a talk that was read through or amended, by both or with the differing view."""
    _require(dialogue, *_READ)
    approval = Approval(at, texts.note(differing_view))
    return replace(dialogue, state=DialogueState.APPROVED, approval=approval)


def amend(dialogue: Dialogue, amendment_id: str, at: datetime, reason: str) -> Dialogue:
    """Opens an approved talk for a change, which voids the approval until it is renewed.

    ValueError when there is no reason.
    """
    _require(dialogue, DialogueState.APPROVED)
    why = texts.note(reason).strip()
    if not why:
        raise ValueError("an amendment has a reason")
    return replace(
        dialogue,
        state=DialogueState.AMENDED,
        approval=None,
        amendments=rows.added(dialogue.amendments, Amendment(amendment_id, at, why)),
    )


def _require(dialogue: Dialogue, *states: DialogueState) -> None:
    if dialogue.state not in states:
        raise ValueError(f"talk {dialogue.id} is {dialogue.state}")
