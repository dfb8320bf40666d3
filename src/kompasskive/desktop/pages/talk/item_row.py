"""One item: its text, four marks, what was said last time, and a note inside the row."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QMenu, QWidget

from kompasskive.desktop.pages.talk.actions import Actions, find_note
from kompasskive.desktop.pages.talk.item_layout import BELOW, GAP, Lines, Parts, fitting, place
from kompasskive.desktop.pages.talk.item_meta import KEYS, KEYS_ALONE, ItemMeta
from kompasskive.desktop.pages.talk.keyed_edit import NoteKey
from kompasskive.desktop.pages.talk.note_editor import NoteEditor
from kompasskive.desktop.pages.talk.reason_line import ReasonLine
from kompasskive.desktop.pages.talk.state import State, started_words
from kompasskive.desktop.widgets.buttons import IconButton
from kompasskive.desktop.widgets.focus_order import follow_layout
from kompasskive.desktop.widgets.layouts import column
from kompasskive.desktop.widgets.list_item import ListItem
from kompasskive.desktop.widgets.marks import Marks
from kompasskive.desktop.widgets.short_menu import Entry, open_below, short_menu
from kompasskive.desktop.widgets.text import flowing, set_text
from kompasskive.dialogue.model import NoteScope
from kompasskive.framework.model import Mark
from kompasskive.profile.model import Bead

_DIGITS = {"1": Mark.NEW, "2": Mark.UNDER_WAY, "3": Mark.CONFIDENT, "4": Mark.SHARES}
_MARGINS = (12, 8, 8, 8)
_WORDS = 17


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an item stands: number `index` of `count`, whether it is basic or the pair's own."""

    index: int
    count: int
    basic: bool = False
    own: bool = False


def spoken(bead: Bead, place: Standing) -> str:
    """ "Punkt 2 af 5, Anvender love og regler …, På vej"."""
    wish = ", Vil gerne udvikle" if bead.wish else ""
    return f"Punkt {place.index} af {place.count}, {bead.text}, {bead.word}{wish}"


class ItemRow(ListItem):
    """One tab stop; the keys 1-4, 0, I and N work only while the row itself has the focus.

    `stepped` asks for the row above (-1) or below (1); `renaming` and `parking` ask the page for a
    line to write in. What most items never need, a reason and a note, is made when it is needed.
    """

    stepped = Signal(int)
    renaming = Signal(object)
    parking = Signal(str)

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self._actions = actions
        self._bead: Bead | None = None
        self._standing = Standing(1, 1)
        self._locked = self._active = False
        self._opened_for = ""
        self._lines: Lines | None = None
        self._shown: tuple[object, ...] = ()
        self._state: State | None = None
        self._reason: ReasonLine | None = None
        self._note: NoteEditor | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring_radius", 8)
        self.setMinimumWidth(1)
        self._build()
        self._connect()

    @property
    def bead(self) -> Bead:
        """The item on show; ValueError before there is one."""
        if self._bead is None:
            raise ValueError("no item is shown")
        return self._bead

    @property
    def reason(self) -> ReasonLine:
        """Why the item is not relevant."""
        if self._reason is None:
            self._reason = ReasonLine(self._actions)
            self._reason.hide()
            self._below.insertWidget(1, self._reason)
            follow_layout(self)
        return self._reason

    @property
    def note(self) -> NoteEditor:
        """The note in the row."""
        if self._note is None:
            self._note = NoteEditor(self._actions, "Note til punktet")
            self._note.hide()
            self._below.addWidget(self._note)
            follow_layout(self)
        return self._note

    def show_item(self, state: State, bead: Bead, place: Standing) -> None:
        """Show an item of the open talk; nothing is touched when all of it is as it was."""
        shown = self._read(state, bead, place)
        if shown == self._shown:
            return
        self._shown, self._state = shown, state
        self._bead, self._standing, self._locked = bead, place, state.locked
        set_text(self.text, bead.text)
        name = spoken(bead, place)
        if name != self.accessibleName():
            self.setAccessibleName(name)
        self.marks.set_words({m.mark: m.word for m in state.framework.marks})
        self.marks.set_meanings(state.wordings(self._actions.viewpoint))
        self.marks.show_mark(bead.mark)
        self.marks.setEnabled(not state.locked)
        self.meta.show_bead(bead)
        self._show_started(state, bead)
        self._show_reason(state, bead)
        self._show_note(state, bead)
        self._arrange()

    def set_active(self, on: bool) -> None:
        """Tell the keys while the row has the focus."""
        if on != self._active:
            self._active = on
            self._arrange()

    def owns_focus(self, widget: QWidget | None) -> bool:
        """Whether the focus is on the row or one of its buttons, not in a text."""
        return widget is self or widget is self.more or widget in self.marks.buttons

    def commit(self) -> None:
        """Hand over what is being typed."""
        if self._reason is not None:
            self._reason.edit.commit()
        if self._note is not None:
            self._note.edit.commit()

    def open_note(self) -> None:
        """Open the note and put the cursor there; notes are the two's together."""
        if not self._actions.shared:
            return
        self._opened_for = self.bead.item_id
        if self._state is not None:
            self._show_note(self._state, self.bead)
        self.note.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def menu(self) -> QMenu:
        """What else can be done with the item."""
        return short_menu(self, "Flere valg for punktet", self._entries())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() == Qt.Key.Key_Escape:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not (plain and self.owns_focus(QApplication.focusWidget()) and self._key(event)):
            event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu().popup(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()

    def _build(self) -> None:
        theme = self._actions.talk.theme
        self.text = flowing("")
        self.marks = Marks(theme, dict.fromkeys(Mark, ""))
        self.meta = ItemMeta(theme)
        set_text(self.meta.keys, KEYS if self._actions.shared else KEYS_ALONE)
        self.more = IconButton(theme, "more", "Flere valg for punktet", self._open_menu)
        self.more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.started = flowing("", "caption_strong", "ink2")
        self.started.hide()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(*_MARGINS)
        self._grid.setVerticalSpacing(6)
        self._grid.setHorizontalSpacing(GAP)
        self._below = column(self.started, gap=6)
        self._grid.addLayout(self._below, BELOW, 0, 1, 3)

    def _connect(self) -> None:
        self.marks.chosen.connect(lambda mark: self._actions.mark(self.bead, mark))

    def _read(self, state: State, bead: Bead, place: Standing) -> tuple[object, ...]:
        """All that the row shows, in values that can be compared."""
        talk, item = state.dialogue, bead.item_id
        said = (talk.id, talk.answer(item), find_note(talk, NoteScope.ITEM, item))
        look = (state.locked, self._actions.talk.theme.scale, started_words(state, item))
        return (bead, place, state.framework, *said, *look)

    def _show_started(self, state: State, bead: Bead) -> None:
        told = started_words(state, bead.item_id)
        set_text(self.started, told)
        self.started.setVisible(bool(told))
        self.setAccessibleDescription(told)

    def _show_reason(self, state: State, bead: Bead) -> None:
        asked = bead.not_relevant and self._standing.basic
        if asked or self._reason is not None:
            self.reason.show_reason(state, bead.item_id)
            self.reason.setVisible(asked)

    def _show_note(self, state: State, bead: Bead) -> None:
        if self._opened_for != bead.item_id:
            self._opened_for = ""
        stored = find_note(state.dialogue, NoteScope.ITEM, bead.item_id)
        wanted = stored is not None or bool(self._opened_for)
        if wanted or self._note is not None:
            self.note.show_note(state, NoteKey(state.dialogue.id, NoteScope.ITEM, bead.item_id))
            self.note.setVisible(wanted)

    def _key(self, event: QKeyEvent) -> bool:
        if self._move(Qt.Key(event.key())):
            return True
        acts: dict[str, partial[None]] = {
            "0": partial(self._actions.mark, self.bead, None),
            "I": partial(self._turn_irrelevant),
            "N": partial(self.open_note),
            **{digit: partial(self._mark, mark) for digit, mark in _DIGITS.items()},
        }
        act = acts.get(event.text().upper())
        if act is not None and not self._locked:
            act()
        return act is not None

    def _mark(self, mark: Mark) -> None:
        if mark is not self.bead.mark:
            self._actions.mark(self.bead, mark)

    def _turn_irrelevant(self) -> None:
        """A basic item asks why."""
        self._actions.turn_irrelevant(self.bead)
        if self._reason is not None and self._reason.isVisible():
            self._reason.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _move(self, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step_inside(-1 if key == Qt.Key.Key_Left else 1)
        else:
            return False
        return True

    def _step_inside(self, step: int) -> None:
        """From the row to its buttons and back; the ends hold."""
        stops: tuple[QWidget, ...] = (self, *self.marks.buttons, self.more)
        now = QApplication.focusWidget()
        at = stops.index(now) if now in stops else 0
        stops[max(0, min(len(stops) - 1, at + step))].setFocus(Qt.FocusReason.TabFocusReason)

    def _entries(self) -> list[Entry | None]:
        bead, can, shared = self.bead, not self._locked, self._actions.shared
        said = bead.mark is not None or bead.not_relevant
        own: list[Entry | None] = [
            None,
            Entry("Ret teksten", lambda: self.renaming.emit(bead), enabled=can),
            Entry("Fjern punktet", lambda: self._actions.remove_extra(bead), enabled=can),
        ]
        return [
            Entry("Ikke relevant", self._turn_irrelevant, bead.not_relevant, can, "I"),
            Entry("Vil gerne udvikle", lambda: self._actions.turn_wish(bead), bead.wish, can),
            None,
            Entry("Note", self.open_note, enabled=can and shared, key="N"),
            Entry("Parkér …", lambda: self.parking.emit(bead.text), enabled=can and shared),
            *(own if self._standing.own else ()),
            None,
            Entry("Ryd", lambda: self._actions.mark(bead, None), enabled=can and said, key="0"),
        ]

    def _open_menu(self) -> None:
        open_below(self.menu(), self.more)

    def _arrange(self) -> None:
        left, _, right, _ = _MARGINS
        room = self.width() - left - right - self.more.width() - GAP
        marks, px = self.marks.line_width(), self._actions.talk.theme.px
        needed = self.meta.needed
        lines = fitting(room, marks, needed, px)
        self.meta.setMinimumHeight(px(_WORDS))
        taken = 0 if lines in (Lines.STACKED, Lines.SQUARE) else marks + GAP
        self.meta.tell_keys(self._active and not self._locked, room - taken - needed)
        if lines is not self._lines:
            self._lines = lines
            parts = Parts(self.text, self.marks, self.meta, self.more)
            place(self._grid, parts, lines)
