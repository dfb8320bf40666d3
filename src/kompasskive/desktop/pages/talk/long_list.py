"""Every item and placement as one list: a screening, or a filled sheet that is keyed in."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kompasskive.desktop.pages.open_talk import OpenTalk
from kompasskive.desktop.pages.talk.actions import Actions
from kompasskive.desktop.pages.talk.code_line import CodeLine
from kompasskive.desktop.pages.talk.state import read_state
from kompasskive.desktop.pages.talk.targets import target, targets
from kompasskive.desktop.widgets.buttons import Button
from kompasskive.desktop.widgets.choice import Choice
from kompasskive.desktop.widgets.layouts import column, frame, row
from kompasskive.desktop.widgets.line_list import LineList
from kompasskive.desktop.widgets.line_row import LineRow, line_rows
from kompasskive.desktop.widgets.text import flowing, label, set_text
from kompasskive.dialogue.keying import Entry
from kompasskive.dialogue.lines import Line, Said, lines
from kompasskive.dialogue.model import DialogueKind, Viewpoint
from kompasskive.dialogue.screening import fill_as

KEYS: Final = "1–4 markér · V vil gerne udvikle · 0–6 placér · I ikke relevant · mellemrum videre"
SCREENED: Final = "En screening er en række for sig. Den blandes aldrig med jeres samtaler."
PAPER: Final = "Koderne står på arket. Det gælder »{framework}«."
_WIDEST: Final = 340
_ROOMY: Final = 900
_TALL: Final = 420


class LongList(QWidget):
    """`done` leads on from a screening, or back from keying in.

    With `only` a sheet goes into that one starting point and nothing else is shown.
    """

    done = Signal()

    def __init__(self, talk: OpenTalk, only: Viewpoint | None = None) -> None:
        super().__init__()
        self._talk, self._only = talk, only
        self._wanted: dict[str, Viewpoint] = {}
        self._framework_key = ""
        self._lines: tuple[Line, ...] = ()
        theme = talk.theme
        self.title = flowing("", "section")
        self.words = flowing("", "small", "ink2")
        self.where_name = label("", "small_strong")
        self.where = Choice("", ())
        self.where_name.setBuddy(self.where)
        self.progress = label("", "small", "ink2")
        self.done_button = Button(theme, "", "", on_click=self.done.emit)
        self.code = CodeLine(theme)
        self.list = LineList(theme)
        self._build()
        self.where.picked.connect(self._turn)
        self.code.entered.connect(self._key_in)
        self.list.put.connect(self._put)
        self.list.came.connect(self._came)
        theme.changed.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @property
    def viewpoint(self) -> Viewpoint:
        """Whose answers are shown and written."""
        wanted = self._only or self._wanted.get(self._talk.dialogue.id)
        return target(self._talk, wanted)

    def want(self, viewpoint: Viewpoint) -> None:
        """Write for this viewpoint where that can be done."""
        self._wanted[self._talk.dialogue.id] = viewpoint

    def show_talk(self) -> None:
        """Show the open talk as the chosen viewpoint has it."""
        viewpoint, framework = self.viewpoint, self._talk.framework
        if framework.key != self._framework_key:
            self._framework_key, self._lines = framework.key, lines(framework)
        screens = self._talk.dialogue.kind is DialogueKind.SCREENING
        state = read_state(self._talk, Viewpoint.AGREED if screens else viewpoint)
        locked = state.locked
        rows = line_rows(framework, self._lines, state.profile)
        self.list.show_lines(rows, {m.mark: m.word for m in framework.marks}, locked)
        self.code.show_lines(self._lines, locked)
        self._show_where(viewpoint, screens, locked)
        set_text(self.progress, progress_words(rows))
        set_text(self.title, "Screening" if screens else "Tast et udfyldt ark ind")
        told = (
            SCREENED if screens else PAPER.format(framework=f"{framework.name} {framework.version}")
        )
        set_text(self.words, told)
        self.done_button.set_label("Se resultatet" if screens else "Færdig med arket")

    def render_view(self) -> None:
        """Show the open talk, where the list stands in for one side's own view."""
        self.show_talk()

    def follow_focus(self) -> None:
        """The list tells by itself which line has the focus."""

    def commit(self) -> None:
        """Nothing waits: a line is written when it is said."""

    def open_field(self, field_id: str) -> None:
        """Turn to the first line of a field."""
        line = next((each for each in self._lines if each.field.id == field_id), None)
        if line is not None:
            self.list.go_to(line.code)

    def start(self) -> None:
        """The keyboard where the work is: the code for a sheet, the list for a screening."""
        screens = self._talk.dialogue.kind is DialogueKind.SCREENING
        (self.list if screens else self.code.edit).setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 goes between."""
        return self.code, self.list

    def _build(self) -> None:
        head = row(gap=12)
        head.addWidget(self.title, 1)
        head.addWidget(self.progress)
        head.addWidget(self.done_button)
        where = QWidget()
        where.setLayout(column(self.where_name, self.where, gap=4))
        top = column(head, self.words, 8, gap=2, margins=(24, 16, 24, 4))
        across = row(gap=24)
        across.addWidget(where, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self.code, 1)
        top.addLayout(across)
        self.keys = label(KEYS, "caption", "ink2")
        inside = column(top, gap=0)
        inside.addWidget(self.list, 1)
        inside.addLayout(row(self.keys, None, margins=(24, 6, 24, 8)))
        self.sheet = frame("sheet", inside)
        self.setLayout(row(self.sheet, margins=(0, 0, 16, 0)))

    def _show_where(self, viewpoint: Viewpoint, screens: bool, locked: bool) -> None:
        name = "Udfyldes" if screens else "Sættes ind i"
        set_text(self.where_name, name)
        self.where.setAccessibleName(name)
        offered = targets(self._talk)
        self.where.set_options(o for o in offered if self._only in (None, o[0]))
        self.where.show_value(viewpoint)
        self.where.setEnabled(not locked and self.where.count() > 1)

    def _turn(self, viewpoint: object) -> None:
        if not isinstance(viewpoint, Viewpoint):
            return
        self.want(viewpoint)
        dialogue = self._talk.dialogue
        if dialogue.kind is DialogueKind.SCREENING and viewpoint is not self.viewpoint:
            how = "alene" if viewpoint is Viewpoint.EMPLOYEE else "sammen"
            self._talk.edit(f"Screeningen udfyldes {how}", fill_as(dialogue, viewpoint))
        self.show_talk()

    def _put(self, line: Line, said: Said) -> None:
        Actions(self._talk, self.viewpoint).put(line, said)

    def _key_in(self, entry: Entry) -> None:
        """What was keyed in is shown in the list, and the next line waits for its mark."""
        self._put(entry.line, entry.said)
        self.list.go_to(entry.line.code, centred=True)
        self.list.step(1)

    def _came(self, row: LineRow | None) -> None:
        self.code.stand_at(row.line if row else None)

    def _fit(self) -> None:
        """Where room is short the list gets it: what only explains is left out."""
        theme = self._talk.theme
        compact = self.width() < theme.px(_ROOMY) or self.height() < theme.px(_TALL)
        self.where.setFixedWidth(min(theme.px(_WIDEST), max(160, self.width() * 2 // 5)))
        for part in (self.words, self.where_name, self.keys):
            part.setVisible(not compact)
        self.code.set_compact(compact)


def progress_words(rows: tuple[LineRow, ...]) -> str:
    """ "37 af 61 punkter, 12 af 18 placeringer"."""
    items = [row.said for row in rows if row.cell is None]
    cells = [row.said for row in rows if row.cell is not None]
    return f"{sum(items)} af {len(items)} punkter, {sum(cells)} af {len(cells)} placeringer"
