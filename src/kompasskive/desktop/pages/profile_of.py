"""The open talk's profile, beside the talk before it."""

from kompasskive.desktop.pages.open_talk import OpenTalk
from kompasskive.dialogue.model import Dialogue
from kompasskive.framework.model import Framework
from kompasskive.profile.comparison import Comparison, compare, previous_dialogue
from kompasskive.profile.model import Profile
from kompasskive.profile.profile import make_profile


def profile_of(talk: OpenTalk, dialogue: Dialogue | None = None) -> Profile:
    """What the open talk says, or what `dialogue` says in its place."""
    before, framework = _before(talk)
    return make_profile(talk.framework, dialogue or talk.dialogue, talk.name, before, framework)


def comparison_of(talk: OpenTalk) -> Comparison | None:
    """What changed since the talk before; None when there is none."""
    before, framework = _before(talk)
    return compare(talk.framework, talk.dialogue, before, framework) if before else None


def _before(talk: OpenTalk) -> tuple[Dialogue | None, Framework | None]:
    workbook = talk.context.document.value
    before = previous_dialogue(workbook, talk.dialogue)
    return before, workbook.framework_of(before) if before else None
