"""Asks why an approved talk is changed; the reason and the time stand on the paper."""

from kompasskive.desktop.pages.open_talk import OpenTalk
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.form import Form
from kompasskive.dialogue.approval import amend

INTRO = (
    "Når I retter, gælder godkendelsen ikke længere, før I har godkendt igen. "
    "Begrundelsen og datoen følger med samtalen og står på papiret."
)
REASON = "Hvorfor skal der rettes?"
NO_REASON = "Skriv kort, hvorfor der skal rettes, så det kan læses senere."


class AmendDialog(Form):
    """Stays open until a reason is written."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Ret i den godkendte samtale", "Ret i samtalen", INTRO)
        self.written = self.lines(REASON)
        self.written.setMinimumHeight(theme.px(64))

    @property
    def reason(self) -> str:
        """Why the talk is changed."""
        return self.written.toPlainText().strip()

    def fault(self) -> str:
        return "" if self.reason else NO_REASON


def ask_to_amend(talk: OpenTalk) -> None:
    """Open the approved talk for a change when a reason is given."""
    dialog = AmendDialog(talk.theme)
    if talk.context.questions.run(dialog):
        now = talk.context.now()
        amended = amend(talk.dialogue, talk.new_id(), now, dialog.reason)
        talk.edit("Godkendt samtale åbnet for rettelse", amended)
