"""Samtale, the heart of the program: fields, one field's items and ladders, and the dial."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from kompasskive.desktop.context import Context
from kompasskive.desktop.pages.result_page import ResultPage
from kompasskive.desktop.pages.talk.arrangement import arrange
from kompasskive.desktop.pages.talk.body import Body
from kompasskive.desktop.pages.talk.cards_strip import CardsStrip
from kompasskive.desktop.pages.talk.clock import HIDE, SHOW, TalkClock
from kompasskive.desktop.pages.talk.details import Details
from kompasskive.desktop.pages.talk.drawer import PARTS, DrawerButtons
from kompasskive.desktop.pages.talk.fields_pane import Ways
from kompasskive.desktop.pages.talk.meeting_view import MeetingView
from kompasskive.desktop.pages.talk.parts import Parts
from kompasskive.desktop.pages.talk.shared_view import SharedView
from kompasskive.desktop.pages.talk.state import read_state
from kompasskive.desktop.pages.talk.views import TalkViews, dimension_ladder
from kompasskive.desktop.pages.talk.whole import CASE, NOTES, WHO_SEES, WholeTalk
from kompasskive.desktop.widgets.buttons import Button, IconButton
from kompasskive.desktop.widgets.focus_order import follow_layout
from kompasskive.desktop.widgets.layouts import column
from kompasskive.desktop.widgets.over_window import TITLE as SHOW_BOTH
from kompasskive.desktop.widgets.short_menu import Entry, open_below, short_menu
from kompasskive.desktop.widgets.text import set_tip
from kompasskive.desktop.wording import capital
from kompasskive.dialogue.model import DialogueKind, Viewpoint
from kompasskive.dialogue.overview import occasion
from kompasskive.framework.model import Dimension

FIELDS_MAX: Final = 8
SHOW_OTHERS: Final = {
    DialogueKind.TEAM: "Vis for alle",
    DialogueKind.SELF_REFLECTION: "Vis stort",
}
KEY_IN: Final = "Tast et udfyldt ark ind …"
_QUESTION, _NOTES = 1, 2
_TOOLS_FROM: Final = 1100


class TalkPage(ResultPage):
    """Every mark drops a bead and every placement grows a petal while the two talk."""

    name = "talk"
    title = "Samtale"
    icon_name = "talk"
    number = 4
    keys = "Ctrl+1–6 Felt   ·   Ctrl+J Parkér   ·   F6 Næste rude   ·   F1 Hjælp"
    invitation = (
        "Skiven tegner sig, mens I taler",
        "Hvert punkt, I sætter, er en perle på skiven, og hver placering er et blad, der vokser.",
        "I behøver ikke nå det hele. Det, I ikke når, åbner den næste samtale.",
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.parts: Parts | None = None
        self.body: Body | None = None
        self.shared: SharedView | None = None
        self.drawer = DrawerButtons(PARTS)
        self.more = IconButton(context.theme, "more", "Flere valg for samtalen", self._open_menu)
        self.both = Button(context.theme, SHOW_BOTH, "", "screen", self.show_both)
        set_tip(self.both, f"{SHOW_BOTH} (F5)")
        self.clock = TalkClock(self.talk)
        for tool in (self.clock, self.both, self.drawer, self.more):
            self.header.add_tool(tool)
            tool.hide()
        context.theme.settled.connect(self._arrange)

    def context_line(self) -> str:
        dialogue = self.context.position.dialogue
        if dialogue is None:
            return super().context_line()
        leader = f"  ·  Leder: {dialogue.leader}" if dialogue.leader else ""
        return f"{capital(occasion(dialogue))}{leader}"

    def build(self) -> QWidget:
        ways = Ways(self.open_case, self.open_notes, self._show_parked)
        self.parts = Parts(self.talk, ways)
        self.body = Body(self.context.theme, self.parts, self.drawer)
        self.parts.items.parking.connect(self._park)
        self.parts.prompt.asked.connect(self._show_shared)
        self._add_keys()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)
        self.whole = WholeTalk(self.parts.actions, self.show_fields)
        self.views = TalkViews(self.talk, self.body, self.whole)
        self.views.placing.connect(self._place_together)
        self.views.turned.connect(self._turned)
        self.views.done.connect(lambda: self.context.position.go("profile"))
        self.cards = CardsStrip(self.talk, self.show_meeting)
        self.context.position.person_changed.connect(self.show_fields)
        self.context.position.field_changed.connect(self.show_fields)
        whole_page = QWidget()
        layout = column(self.clock.question, self.cards, gap=0)
        layout.addWidget(self.views, 1)
        whole_page.setLayout(layout)
        return whole_page

    def dress(self) -> None:
        for part in (self.header, self.lock):
            self.context.theme.lead(part)

    def pieces(self, view: QWidget) -> tuple[QWidget, ...]:
        if self.body is None or not view.isAncestorOf(self.body):
            return (view,)
        return (self.clock.question, self.cards, self.whole, *self.body.pieces)

    def fill(self) -> None:
        if self.parts is not None:
            self.parts.items.show_field(read_state(self.talk))

    def show_both(self) -> None:
        """Show the talk large on the wall, without notes and names."""
        if self.parts is None or not self.talk.exists or self.shared is not None:
            return
        if self.views.screens:
            return
        self.leave()
        self.shared = SharedView(self.parts.actions, self.window())
        self.shared.closed.connect(self._shared_closed)
        self._show_shared()
        self.shared.open()

    def _shared_closed(self) -> None:
        self.shared = None

    def _show_shared(self) -> None:
        if self.shared is not None and self.parts is not None:
            self.shared.show_state(read_state(self.talk), self.parts.prompt.text.text())

    def show_meeting(self) -> None:
        """Where the two agree, and where they differ."""
        self.views.show_meeting()

    def key_in(self) -> None:
        """Key in a filled sheet."""
        self.views.show_list(Viewpoint.AGREED)

    @property
    def meeting(self) -> MeetingView | None:
        """The turned cards, once they were shown."""
        return self.views.meeting if self.body is not None else None

    def _turned(self) -> None:
        self.render_page()
        follow_layout(self)

    def _place_together(self, field_id: str, dimension: Dimension) -> None:
        """To the ladder they shall place on, with the keyboard there."""
        if self.body is None or self.parts is None:
            return
        self.context.position.open_field(field_id)
        self.show_fields()
        self.body.show_placement()
        dimension_ladder(self.body, dimension).setFocus(Qt.FocusReason.OtherFocusReason)

    def open_case(self) -> None:
        """Write about a case where judgement counted."""
        self.views.show_whole()
        self.whole.open_case()

    def open_notes(self) -> None:
        """Write notes to the talk as a whole."""
        self.views.show_whole()
        self.whole.open_notes()

    def show_fields(self) -> None:
        """Back from the talk as a whole to its fields, or to the list of a screening."""
        if self.body is not None and self.talk.exists:
            self.views.go_home()

    def render_talk(self) -> None:
        if self.parts is None:
            return
        rows = len(self.parts.items.rows)
        state = read_state(self.talk)
        if not self.views.screens:
            self.parts.show(state)
        self.views.render_views(state)
        self.cards.render_strip(self.views.meets)
        self._show_shared()
        if self.body is None or not self.body.arranged:
            self._arrange()
        else:
            self._show_tools()
        if len(self.parts.items.rows) != rows:
            follow_layout(self)

    def render_page(self) -> None:
        super().render_page()
        self._name_talk()
        self.more.setVisible(self.talk.exists)
        if not self.talk.exists:
            self._show_tools()
            self.drawer.hide()

    def panes(self) -> tuple[QWidget, ...]:
        if not self.built or not self.talk.exists:
            return (self,)
        return self.views.panes()

    def leave(self) -> None:
        if self.parts is not None:
            self.parts.commit()
            self.views.commit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def menu(self) -> QMenu:
        """What else can be done with the talk."""
        locked = bool(self.talk.locked)
        read_only = bool(self.context.document.read_only_reason)
        turned = self.talk.dialogue.revealed
        entries = (
            Entry("Ret dato, leder og tid …", self.edit_details, enabled=not locked),
            Entry("Begynd en ny samtale", self.talk.begin, enabled=not read_only),
            *((Entry("Se, hvor I er enige", self.show_meeting),) if turned else ()),
            *(() if self.views.screens else self._field_entries(locked)),
            Entry(CASE, self.open_case),
            Entry(NOTES, self.open_notes),
            Entry(WHO_SEES, self.whole.tell_who),
            Entry(HIDE if self.clock.wanted else SHOW, self.clock.turn),
        )
        return short_menu(self.header, "Flere valg for samtalen", entries)

    def _field_entries(self, locked: bool) -> tuple[Entry, ...]:
        return (
            Entry(KEY_IN, self.key_in, enabled=not locked),
            Entry(self._show_words, self.show_both, key="F5"),
        )

    def edit_details(self) -> None:
        """Ask when the talk is held and by whom."""
        dialog = Details(self.context.theme, self.talk.dialogue)
        if self.context.questions.run(dialog) and dialog.held_on and self.parts:
            self.parts.actions.set_details(dialog.held_on, dialog.leader.text(), dialog.minutes)

    @property
    def _show_words(self) -> str:
        kind = self.talk.dialogue.kind if self.talk.exists else DialogueKind.DIALOGUE
        return SHOW_OTHERS.get(kind, SHOW_BOTH)

    def _show_tools(self) -> None:
        """Tools move into the menu where they would crowd the header."""
        room = self.body is not None and not self.body.in_one_column
        room = room and self.window().width() >= _TOOLS_FROM
        fields = self.body is not None and not self.views.listed
        self.clock.render_clock(room and fields)
        self.both.set_label(self._show_words)
        set_tip(self.both, f"{self._show_words} (F5)")
        self.both.setVisible(self.talk.exists and room and fields)
        self.drawer.setVisible(fields and self.body is not None and self.body.wants_drawer)

    def _open_menu(self) -> None:
        open_below(self.menu(), self.more)

    def _arrange(self) -> None:
        if self.body is None or not self.built:
            return
        window, scale = self.window(), self.context.theme.scale
        if self.body.arrange(arrange(window.width(), window.height(), scale)):
            follow_layout(self)
        self._show_tools()

    def _name_talk(self) -> None:
        """In one column the header keeps to one line; the dialog tells the date and the leader."""
        name = self.talk.name
        if name and self.body is not None and self.body.in_one_column:
            self.header.set_title(name, "")

    def _add_keys(self) -> None:
        position = self.context.position
        for number in range(1, FIELDS_MAX + 1):
            self._key(f"Ctrl+{number}", partial(self._open_field, number - 1))
        self._key("Alt+Left", partial(position.step_field, -1))
        self._key("Alt+Right", partial(position.step_field, 1))
        self._key("Ctrl+G", self._ask)
        self._key("F5", self.show_both)
        self._key("Ctrl+J", partial(self._park, ""))

    def _key(self, keys: str, act: Callable[[], object]) -> None:
        QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _open_field(self, index: int) -> None:
        self.show_fields()
        fields = self.talk.framework.fields
        if index < len(fields):
            self.context.position.open_field(fields[index].id)

    def _ask(self) -> None:
        if self.body and self.parts:
            self.show_fields()
            self.body.open_part(_QUESTION)
            self.parts.prompt.ask()

    def _show_parked(self) -> None:
        if self.body and self.parts:
            self.body.open_part(_NOTES)
            self.parts.notes.parking.button.setFocus()

    def _park(self, text: str) -> None:
        if self.body and self.parts:
            self.show_fields()
            self.body.open_part(_NOTES)
            self.parts.notes.parking.open(text)

    def _follow_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self.parts is None or self.body is None or not self.isVisible():
            return
        self.parts.follow_focus()
        by_mouse = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        if now is not None and not by_mouse:
            self.body.reveal(now)
