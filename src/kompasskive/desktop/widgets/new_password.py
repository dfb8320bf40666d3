"""The fields where a new password is chosen, written twice; advice only where it is worth it."""

from typing import Final

from PySide6.QtWidgets import QCheckBox

from kompasskive.desktop.widgets.form import Form
from kompasskive.desktop.widgets.secret_field import CAPITALS, SecretField, SecretLine
from kompasskive.storage.password_rules import SHORTEST, advice, too_short

NAME: Final = "Adgangskode"
REPEAT: Final = "Gentag adgangskoden"
HINT: Final = (
    f"Mindst {SHORTEST} tegn. Fire ord, som intet har med hinanden at gøre, er let at huske og"
    " svær at gætte."
)
WITHOUT: Final = "Uden adgangskode"
WITHOUT_MEANS: Final = "Alle, der kan nå filen, kan læse den."
CHOOSE: Final = f"Vælg en adgangskode på mindst {SHORTEST} tegn, eller sæt hak ved »{WITHOUT}«."
DIFFERENT: Final = "De to adgangskoder er ikke ens. Skriv dem igen."


class NewPassword:
    """Adds its fields to a form; with `optional` one may choose, by a tick, to have none."""

    def __init__(self, form: Form, optional: bool, name: str = NAME) -> None:
        self._form = form
        self.secret = SecretField(form.theme, name)
        self.repeat = SecretLine()
        self.secret.follow(self.repeat)
        form.add(name, self.secret, HINT)
        form.add(REPEAT, self.repeat)
        self.without: QCheckBox | None = None
        if optional:
            self.without = QCheckBox(WITHOUT)
            self.without.setAccessibleName(WITHOUT)
            self.without.setAccessibleDescription(WITHOUT_MEANS)
            self.without.toggled.connect(self._without)
            form.add_plain(self.without)
        for line in (self.secret.line, self.repeat):
            line.capitals.connect(self._say)
        self.secret.line.textChanged.connect(lambda _: self._say(False))

    @property
    def chosen(self) -> str:
        """The password; "" for none."""
        return "" if self._is_without else self.secret.line.text()

    def fault(self) -> str:
        """Why it cannot be used yet; "" when it can."""
        if self._is_without:
            return ""
        typed = self.secret.line.text()
        if not typed:
            return CHOOSE if self.without is not None else HINT
        return too_short(typed) or ("" if self.repeat.text() == typed else DIFFERENT)

    def clear(self) -> None:
        """Keep nothing of what was typed."""
        self.secret.line.clear()
        self.repeat.clear()

    @property
    def _is_without(self) -> bool:
        return self.without is not None and self.without.isChecked()

    def _without(self, on: bool) -> None:
        for field in (self.secret, self.repeat):
            field.setEnabled(not on)
        self._form.note(WITHOUT_MEANS if on else "")

    def _say(self, capitals: bool) -> None:
        self._form.note(CAPITALS if capitals else advice(self.secret.line.text()))
