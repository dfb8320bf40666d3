""" "Ret dato, leder og tid …": when the talk is held, by whom and for how long."""

from datetime import date

from kompasskive import danish
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.form import Form
from kompasskive.dialogue.model import NAME_MAX, Dialogue

_DATE_MAX = 40
_MINUTES_MAX = 3
_HINT = "Tiden vises diskret og kan skjules. Intet stopper, når den er gået."


class Details(Form):
    """A small dialog; a date that is none keeps it open."""

    def __init__(self, theme: Theme, dialogue: Dialogue) -> None:
        super().__init__(theme, "Ret dato, leder og tid", "Gem")
        day = danish.short_date(dialogue.held_on)
        self.day = self.line("Samtalens dato", day, _DATE_MAX, "Fx 23.11.2026")
        self.leader = self.line("Leder", dialogue.leader, NAME_MAX)
        minutes = str(dialogue.minutes or "")
        self.time = self.line("Minutter (kan stå tomt)", minutes, _MINUTES_MAX, _HINT)

    @property
    def held_on(self) -> date | None:
        """The date that is written; None when it is not a date."""
        return danish.parse_date(self.day.text())

    @property
    def minutes(self) -> int | None:
        """How many minutes are planned; None when none are written."""
        written = self.time.text().strip()
        return int(written) if written.isdecimal() and int(written) else None

    def fault(self) -> str:
        if self.held_on is None:
            return f"»{self.day.text()}« er ikke en dato. Skriv dag, måned og år, fx 23.11.2026."
        if self.time.text().strip() and self.minutes is None:
            return f"»{self.time.text()}« er ikke et antal minutter. Skriv fx 90."
        return ""
