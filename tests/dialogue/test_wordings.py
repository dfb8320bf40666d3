"""Marks in long words: as the employee, the leader or the two together would say them."""

import pytest

from kompasskive.dialogue.model import DialogueKind, Viewpoint
from kompasskive.dialogue.wordings import long_wordings
from kompasskive.framework.catalogue import bundled
from kompasskive.framework.model import Mark

TALK, OWN = DialogueKind.DIALOGUE, DialogueKind.SELF_REFLECTION


@pytest.mark.parametrize(
    ("viewpoint", "kind", "name", "beginning"),
    [
        (Viewpoint.EMPLOYEE, TALK, "Jens", "Jeg har det som en fast del"),
        (Viewpoint.LEADER, TALK, "Jens", "Jens har det som en fast del"),
        (Viewpoint.LEADER, TALK, "", "Medarbejderen har det som"),
        (Viewpoint.LEADER, TALK, "{name}", "{name} har det som"),
        (Viewpoint.AGREED, TALK, "Jens", "Vi er enige om, at"),
        (Viewpoint.AGREED, OWN, "Jens", "Jeg har det som en fast del"),
    ],
)
def test_a_mark_in_the_words_of_whoever_marks(
    viewpoint: Viewpoint, kind: DialogueKind, name: str, beginning: str
) -> None:
    said = long_wordings(bundled(), viewpoint, kind, name)
    assert list(said) == list(Mark)
    assert said[Mark.CONFIDENT].startswith(beginning)
