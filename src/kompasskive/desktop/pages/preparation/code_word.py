"""Sealing a starting point, perhaps with a code word, and opening it again with that word."""

from typing import Final

from PySide6.QtWidgets import QLineEdit

from kompasskive.desktop.pages.open_talk import OpenTalk
from kompasskive.desktop.pages.talk.sides import genitive, side_name
from kompasskive.desktop.widgets.form import Form
from kompasskive.dialogue.model import NAME_MAX, Viewpoint
from kompasskive.dialogue.preparation import code_word_of, reopen, seal

SEAL_TITLE: Final = "Forsegl udgangspunktet"
SEAL_TEXT: Final = (
    "{whose} udgangspunkt kan ikke ses eller ændres, før I vender kortene sammen. "
    "Det kan ikke fortrydes."
)
WORD: Final = "Dit eget kodeord (kan stå tomt)"
WORD_HINT: Final = (
    "Med kodeordet kan du åbne dit udgangspunkt igen, før kortene vendes. "
    "Det skrives op, at det er sket. Glemmes kodeordet, kan det ikke findes igen."
)
AGAIN: Final = "Kodeordet igen"
SHORTEST: Final = 4
TOO_SHORT: Final = (
    "Kodeordet skal have mindst 4 tegn. Lad begge felter stå tomme for at undvære det."
)
NOT_ALIKE: Final = "De to kodeord er ikke ens. Skriv det samme i begge felter."
REOPEN_TITLE: Final = "Åbn udgangspunktet igen"
REOPEN_TEXT: Final = (
    "Kun {name} kender kodeordet. Tidspunktet skrives op, så I begge kan se, at det er åbnet igen."
)
WRONG: Final = "Kodeordet passer ikke. Udgangspunktet er stadig forseglet. Prøv igen."


def hide(line: QLineEdit) -> QLineEdit:
    """Show dots for what is written."""
    line.setEchoMode(QLineEdit.EchoMode.Password)
    return line


class SealDialog(Form):
    """Asks whether to seal, and for a code word to open it with."""

    def __init__(self, talk: OpenTalk, viewpoint: Viewpoint) -> None:
        whose = genitive(side_name(talk, viewpoint))
        super().__init__(talk.theme, SEAL_TITLE, "Forsegl", SEAL_TEXT.format(whose=whose))
        self.first = hide(self.line(WORD, "", NAME_MAX, WORD_HINT))
        self.again = hide(self.line(AGAIN, "", NAME_MAX))

    @property
    def word(self) -> str:
        """The code word, or ""."""
        return self.first.text().strip()

    def fault(self) -> str:
        if self.word != self.again.text().strip():
            return NOT_ALIKE
        return TOO_SHORT if 0 < len(self.word) < SHORTEST else ""


class ReopenDialog(Form):
    """Closes only with the right code word."""

    def __init__(self, talk: OpenTalk, viewpoint: Viewpoint) -> None:
        intro = REOPEN_TEXT.format(name=side_name(talk, viewpoint))
        super().__init__(talk.theme, REOPEN_TITLE, "Åbn igen", intro)
        self._kept = code_word_of(talk.dialogue, viewpoint)
        self.word = hide(self.line("Kodeord", "", NAME_MAX))

    def fault(self) -> str:
        from kompasskive.storage.code_words import fits

        return "" if fits(self.word.text(), self._kept) else WRONG


def ask_to_seal(talk: OpenTalk, viewpoint: Viewpoint) -> None:
    """Seal that side's starting point, with a code word if one was written."""
    from kompasskive.storage.code_words import hashed

    dialog = SealDialog(talk, viewpoint)
    if talk.context.questions.run(dialog):
        kept = hashed(dialog.word) if dialog.word else ""
        talk.settle(seal(talk.dialogue, viewpoint, kept))


def ask_to_reopen(talk: OpenTalk, viewpoint: Viewpoint) -> bool:
    """Open it again when the code word is right; whether it was opened."""
    opened = talk.context.questions.run(ReopenDialog(talk, viewpoint))
    if opened:
        talk.settle(reopen(talk.dialogue, viewpoint, talk.new_id(), talk.context.now()))
    return opened
