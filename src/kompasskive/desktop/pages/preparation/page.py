"""Forberedelse, before the talk; nothing here is needed for a good talk."""

from typing import Final

from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from kompasskive.desktop.context import Context
from kompasskive.desktop.pages.preparation.code_word import ask_to_reopen, ask_to_seal
from kompasskive.desktop.pages.preparation.depth import Depth
from kompasskive.desktop.pages.preparation.frame_of_talk import FrameOfTalk
from kompasskive.desktop.pages.preparation.starting_points import StartingPoints
from kompasskive.desktop.pages.preparation.starting_view import StartingView
from kompasskive.desktop.pages.result_page import ResultPage
from kompasskive.desktop.pages.talk.long_list import LongList
from kompasskive.desktop.widgets.buttons import Button
from kompasskive.desktop.widgets.focus_order import follow_layout
from kompasskive.desktop.widgets.layouts import column, frame, hair
from kompasskive.desktop.widgets.split import Split
from kompasskive.desktop.widgets.text import flowing
from kompasskive.dialogue.approval import begun
from kompasskive.dialogue.model import DialogueKind, DialogueState, Viewpoint

SIDE_WIDTH: Final = 396


class PreparationPage(ResultPage):
    """The overview, or one side's own starting point while it is being set."""

    name = "preparation"
    title = "Forberedelse"
    icon_name = "prepare"
    number = 3
    prepares = True
    invitation = (
        "Tid til at tænke, før I taler",
        "Aftal dag, tid og hvor I går i dybden. Alle felter hører med.",
        "Hver især kan I sætte jeres eget udgangspunkt. Det er frivilligt.",
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        theme = context.theme
        self.begin_button = Button(theme, "Begynd samtalen", "primary", on_click=self._begin)
        self.next_button = Button(theme, "Forbered næste samtale", on_click=self.talk.prepare)
        for tool in (self.begin_button, self.next_button):
            self.header.add_tool(tool)
            tool.hide()
        self.view: StartingView | LongList | None = None
        context.position.person_changed.connect(self.close_view)

    def build(self) -> QWidget:
        theme = self.context.theme
        self.frame_of_talk = FrameOfTalk(self.talk)
        self.deep = Depth(self.talk)
        self.points = StartingPoints(self.talk)
        inside = column(
            flowing("Hvem og hvornår", "section"),
            8,
            self.frame_of_talk,
            20,
            hair(),
            20,
            self.deep,
            None,
        )
        inside.setContentsMargins(32, 24, 32, 24)
        self.sheet = frame("sheet", inside)
        self.split = Split(theme, self.sheet, self.points, SIDE_WIDTH)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.split)
        self.points.opening.connect(self.open_view)
        self.points.sealing.connect(self._seal)
        self.points.reopening.connect(self._reopen)
        self.points.keying.connect(self.key_in)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)
        return self.stack

    def render_page(self) -> None:
        dialogue = self.context.position.dialogue
        writable = dialogue is not None and not self.context.document.read_only_reason
        draft = dialogue is not None and dialogue.is_draft
        self.begin_button.setVisible(writable and draft)
        self.next_button.setVisible(writable and not draft)
        if dialogue is not None:
            first = dialogue.state is DialogueState.PREPARING
            screens = dialogue.kind is DialogueKind.SCREENING
            to = "Til screeningen" if screens else "Til samtalen"
            self.begin_button.set_label("Begynd samtalen" if first else to)
        super().render_page()

    def render_talk(self) -> None:
        if self.view is None:
            self.stack.setCurrentWidget(self.split)
            self.frame_of_talk.render_frame()
            self.deep.render_depth()
            self.deep.setVisible(self.talk.dialogue.kind is not DialogueKind.SCREENING)
            self.points.setVisible(self.talk.dialogue.kind is DialogueKind.DIALOGUE)
            self.points.render_points()
        else:
            self.view.render_view()
            self.stack.setCurrentWidget(self.view)

    def open_view(self, viewpoint: Viewpoint) -> None:
        """Let one side set its starting point."""
        self._show_alone(StartingView(self.talk, viewpoint))

    def key_in(self, viewpoint: Viewpoint) -> None:
        """Key a filled sheet into one side's starting point."""
        self.close_view()
        listed = LongList(self.talk, viewpoint)
        self._show_alone(listed)
        listed.start()

    def _show_alone(self, view: StartingView | LongList) -> None:
        self.view = view
        view.done.connect(self.close_view)
        self.stack.addWidget(view)
        self.render_page()
        follow_layout(self)

    def close_view(self) -> None:
        """Back to the overview."""
        view, self.view = self.view, None
        if view is not None:
            view.commit()
            self.stack.removeWidget(view)
            view.deleteLater()
            self._render_if_shown()

    def panes(self) -> tuple[QWidget, ...]:
        if not self.built or not self.talk.exists:
            return (self,)
        panes = (self.sheet, self.points) if self.points.isVisible() else (self.sheet,)
        return (self.view,) if self.view else panes

    def leave(self) -> None:
        """What one side sets alone is put away with the page."""
        if self.built:
            self.frame_of_talk.leave()
        self.close_view()

    def _begin(self) -> None:
        talk = self.talk.dialogue
        self.talk.edit("Samtalen begyndt", begun(talk))
        if talk.depth_field_ids:
            self.context.position.open_field(talk.depth_field_ids[0])
        self.context.position.go("talk")

    def _seal(self, viewpoint: Viewpoint) -> None:
        ask_to_seal(self.talk, viewpoint)

    def _reopen(self, viewpoint: Viewpoint) -> None:
        if ask_to_reopen(self.talk, viewpoint):
            self.open_view(viewpoint)

    def _follow_focus(self) -> None:
        if self.view is not None and self.isVisible():
            self.view.follow_focus()
