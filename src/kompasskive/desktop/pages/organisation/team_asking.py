"""Who may be asked about what: those who share, and have said yes to being named."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from kompasskive.desktop.pages.organisation.team_fields import names
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.focus_order import follow_around
from kompasskive.desktop.widgets.keyed import KeyedColumn
from kompasskive.desktop.widgets.layouts import column
from kompasskive.desktop.widgets.text import flowing, label, set_text
from kompasskive.profile.team_model import TeamOverview

TICKS_MOST: Final = 60
OWN_CHOICE: Final = "Medarbejderens eget valg. Sæt kun fluebenet, når I har talt om det."
NOBODY: Final = (
    "Ingen er nævnt endnu. Det kommer, når en, der deler, har sagt ja til at blive nævnt."
)


class Asking(QWidget):
    """`named` carries a person's id and whether they may be named."""

    named = Signal(str, bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.who = flowing("", "body")
        self.ticks: KeyedColumn[Tick] = KeyedColumn(self._make, gap=2)
        heading = label("Jeg vil gerne nævnes", "strong")
        note = flowing(OWN_CHOICE, "caption", "ink2")
        self.rest = flowing("", "caption", "ink2")
        self._own = QWidget()
        self._own.setLayout(column(heading, note, self.ticks, self.rest, gap=4))
        self.setLayout(column(self.who, self._own, None, gap=12))

    def show_people(self, overview: TeamOverview, writable: bool) -> None:
        """Whom to ask in each field, and a tick for everyone who shares something."""
        lines = [
            f"{one.number} {one.field}: {names(one.may_be_asked)}"
            for one in overview.fields
            if one.may_be_asked
        ]
        set_text(self.who, "\n".join(lines) or NOBODY)
        shown = {one.person.id: one for one in overview.sharing[:TICKS_MOST]}
        if self.ticks.show_keys(shown):
            follow_around(self)
        for key, one in shown.items():
            self.ticks.row(key).show_person(one.person.name, one.person.may_be_named, writable)
        self._own.setVisible(bool(shown))
        rest = len(overview.sharing) - len(shown)
        set_text(self.rest, f"{rest} til har fluebenet under Medarbejdere, Ret oplysninger.")
        self.rest.setVisible(rest > 0)

    def _make(self, key: str) -> "Tick":
        tick = Tick()
        tick.clicked.connect(lambda on: self.named.emit(key, on))
        return tick


class Tick(QCheckBox):
    """One person's own tick."""

    def show_person(self, name: str, on: bool, writable: bool) -> None:
        """Show the name literally."""
        self.setText(name.replace("&", "&&"))
        self.setAccessibleName(f"{name} vil gerne nævnes")
        self.setChecked(on)
        self.setEnabled(writable)
