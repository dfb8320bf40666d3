"""A new password for the open file, and taking it away; the file is rewritten while they show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kompasskive.desktop.widgets.new_password import NAME, NewPassword
from kompasskive.desktop.widgets.working_form import WorkingForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from kompasskive.desktop.background import Background
    from kompasskive.desktop.theme import Theme

SET: Final = "Sæt adgangskode"
CHANGE: Final = "Skift adgangskode"
NEW: Final = "Ny adgangskode"
REMOVE: Final = "Fjern adgangskoden"
SET_MEANS: Final = (
    "Filen og dens sikkerhedskopier krypteres. Uden adgangskoden eller gendannelseskoden kan ingen"
    " åbne dem. Det kan ikke fortrydes med »Fortryd«, men adgangskoden kan skiftes og fjernes."
)
CHANGE_MEANS: Final = (
    "Den gamle adgangskode og den gamle gendannelseskode gælder ikke længere, heller ikke for"
    " sikkerhedskopierne. Det kan ikke fortrydes med »Fortryd«."
)
REMOVE_MEANS: Final = (
    "Filen og dens sikkerhedskopier bliver ukrypterede. Alle, der kan nå dem, kan læse dem. Det kan"
    " ikke fortrydes med »Fortryd«, men der kan sættes en adgangskode igen."
)


class NewPasswordDialog(WorkingForm):
    """`use` is called with the password on another thread."""

    def __init__(
        self, theme: Theme, background: Background, use: Callable[[str], object], change: bool
    ) -> None:
        title, intro = (CHANGE, CHANGE_MEANS) if change else (SET, SET_MEANS)
        super().__init__(theme, background, title, title, intro)
        self._use = use
        self._chosen = ""
        self.new_password = NewPassword(self, optional=False, name=NEW if change else NAME)

    def fault(self) -> str:
        return self.new_password.fault()

    def prepare(self) -> None:
        self._chosen = self.new_password.chosen

    def job(self) -> object:
        return self._use(self._chosen)

    def done(self, result: int) -> None:
        """Keep nothing of what was typed."""
        super().done(result)
        self._chosen = ""
        self.new_password.clear()


class RemoveDialog(WorkingForm):
    """`remove` is called on another thread."""

    def __init__(self, theme: Theme, background: Background, remove: Callable[[], object]) -> None:
        super().__init__(theme, background, REMOVE, REMOVE, REMOVE_MEANS)
        self._remove = remove

    def job(self) -> object:
        return self._remove()
