"""What is asked about contributions: whose key one is sealed to, and showing our own."""

from typing import Final

from PySide6.QtGui import QGuiApplication

from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.buttons import Button
from kompasskive.desktop.widgets.form import Form

KEY_LENGTH: Final = 200
INTRO: Final = (
    "Bidraget har tallene for {period} fra denne fil: hele fordelinger, men ingen navne, noter "
    "eller datoer. Kun den, der har organisationens nøgle, kan læse det. Sender I det igen, "
    "erstatter det nye det gamle."
)
KEY_HINT: Final = "HR finder den på siden Organisation under »Organisationens nøgle«."
NO_KEY: Final = "Indsæt organisationens nøgle. Den begynder med »age1«."
OWN_INTRO: Final = (
    "Giv nøglen til lederne. Med den kan de lave bidrag, som kun denne fil kan læse. "
    "Den hemmelige del bliver i filen."
)


class ContributionDialog(Form):
    """Accepted with the public key of the organisation."""

    def __init__(self, theme: Theme, period: str) -> None:
        super().__init__(
            theme, "Lav et bidrag til HR", "Gem bidraget …", INTRO.format(period=period)
        )
        self.key = self.line("Organisationens nøgle", "", KEY_LENGTH, KEY_HINT)

    @property
    def public(self) -> str:
        """The key as it was pasted."""
        return self.key.text().strip()

    def fault(self) -> str:
        return "" if self.public.startswith("age1") else NO_KEY


class KeyDialog(Form):
    """Shows the organisation's public key, to be copied."""

    def __init__(self, theme: Theme, public: str) -> None:
        super().__init__(theme, "Organisationens nøgle", "Luk", OWN_INTRO)
        self.key = self.line("Nøgle", public, KEY_LENGTH)
        self.key.setReadOnly(True)
        self.copy = Button(theme, "Kopiér nøglen", "small", on_click=self._copy)
        self.add("Til lederne", self.copy)
        self.copy.setAccessibleName("Kopiér nøglen")
        self.no.hide()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.key.text())
        self.note("Nøglen er kopieret.")
