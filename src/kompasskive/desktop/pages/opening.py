"""Where a talk that was just begun opens: at "Siden sidst" when there was one before it."""

from kompasskive.dialogue.model import Dialogue, Workbook
from kompasskive.profile.comparison import previous_dialogue


def opening_page(workbook: Workbook, dialogue: Dialogue) -> str:
    """The name of the page to show first."""
    return "history" if previous_dialogue(workbook, dialogue) else "talk"
