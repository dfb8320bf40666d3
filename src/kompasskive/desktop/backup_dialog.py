"""Which backup to go back to: a list with the newest first."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QListWidget

from kompasskive import danish
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.form import Form

if TYPE_CHECKING:
    from kompasskive.storage.backups import Backup

NOW_KEPT = "Filen, som den er nu, bliver selv til en kopi, før den valgte hentes."
SET_ASIDE = (
    "Den fil, der ikke kan læses, slettes ikke; den bliver liggende med »beskadiget« i navnet."
)
INTRO = (
    "Kopierne ligger kun på denne maskine. {fate} Den, der er slettet for altid, kommer ikke"
    " tilbage."
)


class BackupDialog(Form):
    """Shows backups; accepted when one was chosen. `fate` says what becomes of their file."""

    def __init__(self, theme: Theme, backups: Sequence["Backup"], fate: str = NOW_KEPT) -> None:
        super().__init__(theme, "Sikkerhedskopier", "Hent kopien", INTRO.format(fate=fate))
        self._backups = backups
        self.list = QListWidget()
        self.list.setMinimumHeight(theme.px(220))
        self.list.addItems([backup_words(backup) for backup in backups])
        self.list.setCurrentRow(0)
        self.add("Kopier, nyeste først", self.list)

    @property
    def chosen(self) -> "Backup":
        """The backup to restore; only valid once the dialog was accepted."""
        return self._backups[self.list.currentRow()]

    def fault(self) -> str:
        return "" if self.list.currentRow() >= 0 else "Vælg en kopi på listen."


def backup_words(backup: "Backup") -> str:
    """ "23. november 2026 kl. 14.05  ·  udgave 12", in local time."""
    at = backup.made_at.astimezone()
    return f"{danish.long_date(at)} {danish.clock(at)}  ·  udgave {backup.revision}"
