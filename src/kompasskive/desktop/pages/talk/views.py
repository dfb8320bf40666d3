"""What the page can show: the fields, the talk as a whole, the turned cards, or the long list."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from kompasskive.desktop.pages.open_talk import OpenTalk
from kompasskive.desktop.pages.talk.body import Body
from kompasskive.desktop.pages.talk.long_list import LongList
from kompasskive.desktop.pages.talk.meeting_view import MeetingView
from kompasskive.desktop.pages.talk.state import State
from kompasskive.desktop.pages.talk.whole import WholeTalk
from kompasskive.desktop.panes import enter
from kompasskive.desktop.widgets.focus_order import follow_layout
from kompasskive.desktop.widgets.layouts import stacked
from kompasskive.dialogue.model import DialogueKind, Viewpoint
from kompasskive.framework.model import Dimension


class TalkViews(QStackedWidget):
    """A screening is at home in the list, every other talk in its fields.

    `placing` carries a field's id and a dimension; `done` says that a screening is filled.
    """

    placing = Signal(str, object)
    turned = Signal()
    done = Signal()

    def __init__(self, talk: OpenTalk, body: Body, whole: WholeTalk) -> None:
        super().__init__()
        self._talk, self.body, self.whole = talk, body, whole
        self.meeting: MeetingView | None = None
        self.list: LongList | None = None
        self.addWidget(body)
        self.addWidget(whole)

    @property
    def screens(self) -> bool:
        """Whether the open talk is a screening."""
        return self._talk.exists and self._talk.dialogue.kind is DialogueKind.SCREENING

    @property
    def listed(self) -> bool:
        """Whether the long list is in view, or where going home leads."""
        return self.screens or (self.list is not None and self.currentWidget() is self.list)

    @property
    def meets(self) -> bool:
        """Whether the turned cards are in view."""
        return self.meeting is not None and self.currentWidget() is self.meeting

    def go_home(self) -> None:
        """To the fields, or the list of a screening; a field that was chosen comes into view."""
        if self.screens:
            self._open_list().show_talk()
            self._turn(self._open_list())
            self._open_list().open_field(self._talk.context.position.field.id)
        else:
            self._turn(self.body)

    def show_meeting(self) -> None:
        """Where the two agree, and where they differ."""
        if self.meeting is None:
            self.meeting = MeetingView(self._talk)
            self.meeting.placing.connect(self.placing)
            self.meeting.done.connect(self.go_home)
            self._add(self.meeting)
        self.setCurrentWidget(self.meeting)
        self.turned.emit()

    def show_list(self, viewpoint: Viewpoint) -> None:
        """Key in a filled sheet."""
        listed = self._open_list()
        listed.want(viewpoint)
        listed.show_talk()
        self.setCurrentWidget(listed)
        self.turned.emit()
        listed.start()

    def show_whole(self) -> None:
        """The talk as a whole."""
        self.setCurrentWidget(self.whole)

    def render_views(self, state: State) -> None:
        """Show one moment of the talk in what is in view beside the fields."""
        self.whole.show_talk(state)
        if self.screens and self.currentWidget() in (self.body, self.meeting):
            self.setCurrentWidget(self._open_list())
        if self.meeting is not None and self.meets:
            self.meeting.show_talk(state)
        if self.list is not None and self.currentWidget() is self.list:
            self.list.show_talk()

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 goes between."""
        current = self.currentWidget() or self.body
        if current is self.body:
            return self.body.panes()
        return self.list.panes() if self.list is not None and current is self.list else (current,)

    def commit(self) -> None:
        """Hand over what is being typed."""
        self.whole.commit()

    def _open_list(self) -> LongList:
        if self.list is None:
            self.list = LongList(self._talk)
            self.list.done.connect(self._list_done)
            self._add(self.list)
            follow_layout(self)
        return self.list

    def _add(self, view: QWidget) -> None:
        stacked(self, view, lambda: self._talk.theme.lead(view))

    def _list_done(self) -> None:
        if self.screens:
            self.done.emit()
        else:
            self.go_home()

    def _turn(self, view: QWidget) -> None:
        if self.currentWidget() is not view:
            self.setCurrentWidget(view)
            self.turned.emit()
            enter(self.panes())


def dimension_ladder(body: Body, dimension: Dimension) -> QWidget:
    """The ladder of a dimension in the field in view."""
    return next(each for each in body.parts.placement.ladders if each.dimension is dimension)
