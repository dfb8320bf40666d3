"""A small dialog whose answer takes a moment: the work is done off the window's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kompasskive.desktop.widgets.banner import announce
from kompasskive.desktop.widgets.form import Form
from kompasskive.desktop.widgets.text import set_text

if TYPE_CHECKING:
    from kompasskive.desktop.background import Background
    from kompasskive.desktop.theme import Theme
    from kompasskive.errors import ExpectedError

A_MOMENT: Final = "Et øjeblik …"


class WorkingForm(Form):
    """Subclasses override `job`; the dialog closes when it has run, and stays when it fails.

    While it runs the dialog cannot be left, and its fields cannot be written in.
    """

    def __init__(
        self, theme: Theme, background: Background, title: str, yes: str, intro: str = ""
    ) -> None:
        super().__init__(theme, title, yes, intro)
        self._background = background
        self.working = False

    def job(self) -> object:
        """What is done on another thread; an ExpectedError is shown and keeps the dialog open."""
        raise NotImplementedError

    def prepare(self) -> None:
        """Called on the window's thread just before the job."""

    def refused(self) -> None:
        """Called on the window's thread after the job failed."""

    def reject(self) -> None:
        if not self.working:
            super().reject()

    def say(self, fault: str) -> None:
        """Show what is wrong; "" takes it away."""
        set_text(self._fault, fault)
        self._fault.setVisible(bool(fault))
        self._fit()

    def _try(self) -> None:
        if self.working:
            return
        fault = self.fault()
        self.say(fault)
        if fault:
            announce(self, fault)
            return
        self.prepare()
        self._work(True)
        self._background.start(self.job, self._done, self._failed)

    def _work(self, working: bool) -> None:
        self.working = working
        for button in (self.yes, self.no):
            button.setEnabled(not working)
        self.note(A_MOMENT if working else "")

    def _done(self, _: object) -> None:
        self._work(False)
        self.accept()

    def _failed(self, error: ExpectedError) -> None:
        self._work(False)
        self.say(str(error))
        announce(self, str(error))
        self.refused()
