"""The two things asked when a file is made; both may be left empty."""

from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.form import Form
from kompasskive.dialogue.model import NAME_MAX

INTRO = "Begge dele kan stå tomme. De bruges på udskrifter og i nye samtaler."


class NewFileDialog(Form):
    """Asks for the leader's name and the organisation."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Ny fil", "Opret fil", INTRO)
        self._leader = self.line("Lederens navn", "", NAME_MAX)
        self._organisation = self.line("Organisation", "", NAME_MAX, "Fx Jobcenter Nordby")

    @property
    def leader(self) -> str:
        """What was written, perhaps nothing."""
        return self._leader.text()

    @property
    def organisation(self) -> str:
        """What was written, perhaps nothing."""
        return self._organisation.text()
