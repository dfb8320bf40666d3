"""What Profil, Udviklingsplan and Rapport share: header, lock and an invitation when empty."""

from abc import abstractmethod
from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from kompasskive.desktop.context import Context
from kompasskive.desktop.pages.amend_dialog import ask_to_amend
from kompasskive.desktop.pages.invitation import Invitation
from kompasskive.desktop.pages.open_talk import OpenTalk
from kompasskive.desktop.pages.page import Page
from kompasskive.desktop.widgets.buttons import Button, IconLabel
from kompasskive.desktop.widgets.focus_order import follow_layout
from kompasskive.desktop.widgets.header import Header, strip
from kompasskive.desktop.widgets.layouts import column, row, stacked
from kompasskive.desktop.widgets.text import label, set_text
from kompasskive.desktop.wording import AMEND, state_line, talk_line
from kompasskive.dialogue.model import Dialogue


class ResultPage(Page):
    """Subclasses build their body once, when the first talk is shown, and render it.

    Building, filling, dressing each piece and rendering it take a turn of the event loop each.
    `prepares` says that the invitation leads to Forberedelse instead of the talk itself.
    """

    invitation: tuple[str, ...] = ()
    prepares = False

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.talk = OpenTalk(context)
        self.header = Header(context.theme)
        self.lock = LockStrip(self.talk)
        self._views = QStackedWidget()
        self._body: QWidget | None = None
        self._making = False
        self._typed: list[QKeyEvent] = []
        self.setProperty("ring", "none")
        self._empty: Invitation | None = None
        layout = column(self.header, self.lock, gap=0)
        layout.addWidget(self._views, 1)
        self.setLayout(layout)

    @property
    def empty(self) -> Invitation:
        """What is shown while there is no talk."""
        if self._empty is None:
            self._empty = Invitation(self.talk, self.invitation, self.prepares)
            self._add(self._empty)
        return self._empty

    @property
    def built(self) -> bool:
        """Whether the body has been made and put into the window."""
        return self._body is not None and self._views.indexOf(self._body) >= 0

    @abstractmethod
    def build(self) -> QWidget:
        """Make the body for a talk."""

    def pieces(self, view: QWidget) -> tuple[QWidget, ...]:  # noqa: ARG002
        """What of the body or the invitation is dressed by itself, not with the whole page."""
        return ()

    def fill(self) -> None:
        """Make what the open talk needs in the body before it is put into the window."""

    @abstractmethod
    def render_talk(self) -> None:
        """Show the open talk in the body."""

    def context_line(self) -> str:
        """The header's second line."""
        return talk_line(self.title, self.context.position.dialogue)

    @property
    def is_made(self) -> bool:
        return self.built or self.context.position.dialogue is None

    def refresh(self) -> None:
        if self.is_made:
            self.render_page()
        elif not self._making:
            self._making = True
            self.header.set_title(self.talk.name or self.title, self.context_line())
            self.context.turns(self, self._make())

    def render_page(self) -> None:
        dialogue = self.context.position.dialogue
        self.header.set_title(self.talk.name or self.title, self.context_line())
        self._show_state(dialogue)
        self.lock.render_lock()
        if dialogue is None:
            self._invite()
            return
        self._views.setCurrentWidget(self._put_in())
        self.render_talk()

    def _make(self) -> Iterator[None]:
        """Build, fill and put in, unless the talk is closed or rendered at once meanwhile.

        It is laid out before it is painted, a turn each.
        """
        for step in self._steps():
            yield
            if self.built or not self.talk.exists:
                break
            step()
        yield
        self._making = False
        self.setUpdatesEnabled(False)
        try:
            self._render_if_shown()
            self.made.emit()
            yield
        finally:
            self.setUpdatesEnabled(True)
        while self._typed:
            target = QApplication.focusWidget()
            event = self._typed.pop(0)
            if target is not None and self.isAncestorOf(target):
                QApplication.sendEvent(target, event)
            yield

    def _steps(self) -> Iterator[Callable[[], object]]:
        yield self._built
        yield self.fill
        yield lambda: self._built().setParent(self._views)
        pieces = self.pieces(self._built())
        yield from (partial(self.context.theme.lead, each) for each in pieces)
        yield from (each.ensurePolished for each in pieces or (self._built(),))
        yield self._put_in

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is typed before the page is there is kept for what has the keyboard then."""
        if self._making:
            self._typed.append(event.clone())
        else:
            super().keyPressEvent(event)

    def _built(self) -> QWidget:
        if self._body is None:
            self._body = self.build()
        return self._body

    def _put_in(self) -> QWidget:
        body = self._built()
        if not self.built:
            self._add(body)
            follow_layout(self)
        return body

    def _add(self, view: QWidget) -> None:
        stacked(self._views, view, lambda: [*map(self.context.theme.lead, self.pieces(view))])

    def _show_state(self, dialogue: Dialogue | None) -> None:
        draft = dialogue.is_draft if dialogue else None
        self.header.set_state(draft, state_line(dialogue) if dialogue else "")

    def _invite(self) -> None:
        self._views.setCurrentWidget(self.empty)
        self.empty.render_invitation()


class LockStrip(QWidget):
    """Why nothing can be changed here and what to do; hidden while it can."""

    def __init__(self, talk: OpenTalk) -> None:
        super().__init__()
        self._talk = talk
        self.words = label("", wrap=True)
        self.amend_button = Button(talk.theme, AMEND, "small", on_click=self._amend)
        icon = IconLabel(talk.theme, "lock", 20, "accent")
        self.setLayout(
            row(strip("info", icon, self.words, self.amend_button), margins=(0, 0, 16, 12))
        )
        self.hide()

    def render_lock(self) -> None:
        """Show or hide, as the talk is."""
        reason = self._talk.locked if self._talk.exists else ""
        set_text(self.words, reason)
        self.amend_button.setVisible(not self._talk.context.document.read_only_reason)
        self.setVisible(bool(reason))

    def _amend(self) -> None:
        ask_to_amend(self._talk)
