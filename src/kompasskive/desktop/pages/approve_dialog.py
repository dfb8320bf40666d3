"""Asks whether both approve the profile, and for the view that differs if there is one."""

from collections.abc import Sequence

from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.form import Form

INTRO = (
    "Har I læst profilen igennem sammen, og gengiver den samtalen? "
    "Skal der rettes bagefter, skriver I hvorfor og godkender igen."
)
INTRO_TEAM = (
    "Har teamet læst profilen igennem sammen, og gengiver den samtalen? "
    "Skal der rettes bagefter, skriver I hvorfor og godkender igen."
)
DIFFERING = "Ser I forskelligt på noget? (kan stå tomt)"
REMARK = "Medarbejderens bemærkninger (kan stå tomt)"
REMARK_TEAM = "Teamets bemærkninger (kan stå tomt)"
REMARK_HINT = "Skrives på papiret. Står her intet, er der linjer at skrive på i hånden."
HINT = "Det skrives på papiret i stedet for sætningen om, at I er enige. Begge dele er gyldige."


class ApproveDialog(Form):
    """Accepted when both approve; what they recorded can be read from it afterwards.

    `told` sums up what they approve.
    """

    def __init__(
        self, theme: Theme, name: str, remark: str, told: Sequence[str] = (), team: bool = False
    ) -> None:
        who = f"Godkend samtalen med {name}" if name else "Godkend samtalen"
        intro = INTRO_TEAM if team else INTRO
        super().__init__(theme, who, "Vi godkender", "\n\n".join((intro, "\n".join(told))).strip())
        self.differing = self.lines(DIFFERING, HINT)
        self.remarks = self.lines(REMARK_TEAM if team else REMARK, REMARK_HINT)
        self.remarks.setPlainText(remark)
        for field in (self.differing, self.remarks):
            field.setMinimumHeight(theme.px(40))

    @property
    def differing_view(self) -> str:
        """What the two see differently; "" when they agree."""
        return self.differing.toPlainText().strip()

    @property
    def remark(self) -> str:
        """The employee's own remark, or ""."""
        return self.remarks.toPlainText().strip()
