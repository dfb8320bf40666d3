""" "Ret dato og leder …": when the talk is held and by whom."""

from datetime import date

from kompasskive import danish
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.form import Form
from kompasskive.dialogue.model import NAME_MAX, Dialogue

_DATE_MAX = 40


class Details(Form):
    """A small dialog; a date that is none keeps it open."""

    def __init__(self, theme: Theme, dialogue: Dialogue) -> None:
        super().__init__(theme, "Ret dato og leder", "Gem")
        day = danish.short_date(dialogue.held_on)
        self.day = self.line("Samtalens dato", day, _DATE_MAX, "Fx 23.11.2026")
        self.leader = self.line("Leder", dialogue.leader, NAME_MAX)

    @property
    def held_on(self) -> date | None:
        """The date that is written; None when it is not a date."""
        return danish.parse_date(self.day.text())

    def fault(self) -> str:
        if self.held_on is None:
            return f"»{self.day.text()}« er ikke en dato. Skriv dag, måned og år, fx 23.11.2026."
        return ""
