"""Egen refleksion: an employee's own file, made from nothing but a name."""

from datetime import date

from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.form import Form
from kompasskive.desktop.widgets.new_password import NewPassword
from kompasskive.dialogue import roster
from kompasskive.dialogue.model import NAME_MAX, DialogueKind, Employee, Workbook
from kompasskive.framework.catalogue import bundled

INTRO = (
    "Filen er din egen og ligger, hvor du har valgt. Ingen andre ser den, "
    "medmindre du selv deler den."
)
NAME = "Dit navn"
NO_NAME = "Skriv dit navn. Det står på din profil, når du udskriver den."


class OwnFileDialog(Form):
    """Stays open until there is a name, and a password or that there is none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Egen refleksion", "Begynd", INTRO)
        self._name = self.line(NAME, "", NAME_MAX)
        self.new_password = NewPassword(self, optional=True)

    @property
    def name(self) -> str:
        """What was written."""
        return self._name.text().strip()

    def fault(self) -> str:
        return self.new_password.fault() if self.name else NO_NAME

    @property
    def password(self) -> str:
        """What was chosen; "" for a file without one."""
        return self.new_password.chosen


def own_workbook(ids: tuple[str, str, str], name: str, today: date) -> Workbook:
    """A workbook with one person and their reflection; `ids` of workbook, person and talk."""
    workbook_id, person_id, talk_id = ids
    workbook = roster.add_person(
        roster.new_workbook(workbook_id, "", ""), Employee(person_id, name)
    )
    kind = DialogueKind.SELF_REFLECTION
    return roster.new_dialogue(workbook, person_id, talk_id, bundled(), today, "", kind)
