"""Small dialogs in which something takes a moment: the work is done off the window's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kompasskive.desktop.widgets.banner import announce
from kompasskive.desktop.widgets.form import Form
from kompasskive.desktop.widgets.text import set_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QPushButton, QWidget

    from kompasskive.desktop.background import Background
    from kompasskive.desktop.theme import Theme
    from kompasskive.errors import ExpectedError

A_MOMENT: Final = "Et øjeblik …"


class BusyForm(Form):
    """While something is done the dialog cannot be left, and its buttons cannot be pressed."""

    def __init__(
        self, theme: Theme, background: Background, title: str, yes: str, intro: str = ""
    ) -> None:
        super().__init__(theme, title, yes, intro)
        self._background = background
        self.working = False
        self._pressed: QWidget | None = None

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """What cannot be pressed meanwhile."""
        return (self.yes, self.no)

    def do(self, job: Callable[[], object], done: Callable[[Any], object]) -> None:
        """Do `job` on another thread, then `done` with its result; an ExpectedError is shown."""

        def finish(result: object) -> None:
            self._work(False)
            done(result)

        self.say("")
        self._work(True)
        self._background.start(job, finish, self._failed)

    def refused(self) -> None:
        """Called on the window's thread after a job failed."""

    def reject(self) -> None:
        if not self.working:
            super().reject()

    def say(self, fault: str) -> None:
        """Show what is wrong; "" takes it away."""
        set_text(self._fault, fault)
        self._fault.setVisible(bool(fault))
        self._fit()

    def _work(self, working: bool) -> None:
        self.working = working
        if working:
            self._pressed = self.focusWidget()
        for button in self.buttons:
            button.setEnabled(not working)
        if not working and self._pressed is not None:
            self._pressed.setFocus()
        self.note(A_MOMENT if working else "")

    def _failed(self, error: ExpectedError) -> None:
        self._work(False)
        self.say(str(error))
        announce(self, str(error))
        self.refused()


class WorkingForm(BusyForm):
    """Subclasses override `job`; the dialog closes when it has run, and stays when it fails."""

    def job(self) -> object:
        """What is done on another thread; an ExpectedError is shown and keeps the dialog open."""
        raise NotImplementedError

    def prepare(self) -> None:
        """Called on the window's thread just before the job."""

    def _try(self) -> None:
        if self.working:
            return
        fault = self.fault()
        self.say(fault)
        if fault:
            announce(self, fault)
            return
        self.prepare()
        self.do(self.job, lambda _: self.accept())
