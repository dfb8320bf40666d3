"""What is asked when a file is made: two things that may be left empty, and its password."""

from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.form import Form
from kompasskive.desktop.widgets.new_password import NewPassword
from kompasskive.dialogue.model import NAME_MAX

INTRO = "Navn og organisation kan stå tomme. De bruges på udskrifter og i nye samtaler."


class NewFileDialog(Form):
    """Asks for the leader's name, the organisation, and a password or that there is none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Ny fil", "Opret fil", INTRO)
        self._leader = self.line("Lederens navn", "", NAME_MAX)
        self._organisation = self.line("Organisation", "", NAME_MAX, "Fx Jobcenter Nordby")
        self.new_password = NewPassword(self, optional=True)

    @property
    def leader(self) -> str:
        """What was written, perhaps nothing."""
        return self._leader.text()

    @property
    def organisation(self) -> str:
        """What was written, perhaps nothing."""
        return self._organisation.text()

    @property
    def password(self) -> str:
        """What was chosen; "" for a file without one."""
        return self.new_password.chosen

    def fault(self) -> str:
        return self.new_password.fault()
