"""Medarbejdere: who is in the file, sorted by who is next, and the way into their talks."""

from collections.abc import Callable, Container, Iterator, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QMenu, QSizePolicy, QStackedWidget, QWidget

from kompasskive import danish
from kompasskive.desktop.background import Background
from kompasskive.desktop.context import Context
from kompasskive.desktop.latest import Latest
from kompasskive.desktop.pages.calendar_file import SAVE, save_days
from kompasskive.desktop.pages.page import Page
from kompasskive.desktop.pages.people_edits import PeopleEdits
from kompasskive.desktop.pages.people_empty import EmptyPeople
from kompasskive.desktop.pages.people_sheet import Listed, PeopleSheet, Wish, listed
from kompasskive.desktop.pages.team_talks import TEAM_TALK, TeamTalks
from kompasskive.desktop.widgets.buttons import Button, IconButton, IconLabel
from kompasskive.desktop.widgets.header import Header, strip
from kompasskive.desktop.widgets.layouts import column
from kompasskive.desktop.widgets.person_row import GO_ON, LOOK_AT, NEW_TEAM_TALK
from kompasskive.desktop.widgets.text import label, set_text
from kompasskive.desktop.widgets.working import Working
from kompasskive.dialogue.access import request_of
from kompasskive.dialogue.model import DialogueKind
from kompasskive.dialogue.overview import screenings_of, talks_of
from kompasskive.errors import ExpectedError

MANY = 1000
WORKING = "Listen gøres klar …"
ASK_ACCESS = "Har bedt om indsigt"
ACCESS_GIVEN = "Indsigt er givet (bedt om {day})"
TOOLS_FROM = 820
NEW_SCREENING = "Ny screening …"
GO_ON_SCREENING = "Fortsæt screeningen"
LOOK_AT_SCREENING = "Åbn screeningen"


class PeoplePage(Page):
    """The list, or an invitation while nobody is in it, which is made when it is needed."""

    name = "people"
    title = "Medarbejdere"
    icon_name = "people"
    number = 2
    keys = "Enter Åbn   ·   Ctrl+F Søg   ·   F1 Hjælp"

    def __init__(self, context: Context, delete: Callable[[str], None]) -> None:
        super().__init__(context)
        self._delete = delete
        self.edits = PeopleEdits(context)
        self.teams = TeamTalks(context)
        self.background, self.working = Background(), Working(context.theme)
        self.job = Latest(self.background)
        self.job.ready.connect(self._show)
        self.job.failed.connect(self._fail)
        self._wanted = ""
        self._empty: EmptyPeople | None = None
        self.setProperty("ring", "none")
        self._build()
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.activated.connect(self._find)
        context.theme.settled.connect(self._arrange)

    @property
    def empty(self) -> EmptyPeople:
        """What is shown while nobody is in the file."""
        if self._empty is None:
            self._empty = EmptyPeople(self.context.theme, self._add, self._paste, self.teams.ask)
            self._stack.addWidget(self._empty)
        return self._empty

    @property
    def is_made(self) -> bool:
        return self._empty is not None or not self._is_empty

    def refresh(self) -> None:
        if self.is_made:
            self.render_page()
        else:
            self._show_header(empty=True)
            self._stack.hide()
            self.context.turns(self, self._make())

    def _make(self) -> Iterator[None]:
        for step in (lambda: self.empty, self._render_if_shown):
            yield
            step()
        self.made.emit()

    def render_page(self) -> None:
        value, today = self.context.document.value, self.context.now().date()
        reason = self.context.document.read_only_reason
        archived, sheet = self._archived.isChecked(), self.sheet
        empty = self._is_empty
        self._show_header(empty)
        self._stack.setCurrentWidget(self.empty if empty else sheet)
        self._stack.show()
        self._lock(reason)
        writable = not reason and not archived
        wish = Wish(value, archived, writable, today, sheet.tabs.index, sheet.search.text())
        if len(value.people) < MANY:
            self._show(listed(wish))
        elif not self.job.is_wanted(wish):
            tell = self.working.begin(WORKING)
            self.job.start(wish, lambda: listed(wish, tell))

    def finish(self) -> None:
        self.background.wait()

    def _fail(self, error: ExpectedError) -> None:
        self.working.end()
        self.sheet.say(str(error))

    def _show(self, shown: Listed) -> None:
        self.working.end()
        self.sheet.show_list(shown, self._wanted)
        self._wanted = ""

    def panes(self) -> tuple[QWidget, ...]:
        if not self._is_empty:
            return (self.sheet.list, self.header)
        return (self,) if self._empty is None else (self._empty.words, self.header)

    @property
    def _is_empty(self) -> bool:
        value = self.context.document.value
        return not value.people and not value.teams

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        theme = self.context.theme
        self.header = Header(theme, self.title, "page_title")
        self.paste_button = Button(theme, "Indsæt flere navne", on_click=self._paste)
        self.add_button = Button(theme, "Tilføj medarbejder", "primary", "plus", self._add)
        self.more_button = IconButton(theme, "more", "Flere muligheder")
        self.more_button.setMenu(self._page_menu())
        for tool in (self.paste_button, self.add_button, self.more_button):
            self.header.add_tool(tool)
        self._lock_words = label("", wrap=True)
        self._lock_strip = strip("info", IconLabel(theme, "lock"), self._lock_words)
        self.sheet = PeopleSheet(theme)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.sheet)
        self._stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        body = column(self._lock_strip, gap=8, margins=(0, 0, 16, 0))
        body.addWidget(self._stack, 1)
        page = column(self.header, self.working, gap=0)
        page.addLayout(body, 1)
        self.setLayout(page)
        self.sheet.view_changed.connect(self.render_page)
        self.sheet.list.opened.connect(self._open)
        self.sheet.list.more.connect(self._ask_more)

    def _page_menu(self) -> QMenu:
        menu = QMenu(self)
        self._paste_action = menu.addAction("Indsæt flere navne")
        self._paste_action.triggered.connect(lambda _checked: self._paste())
        self._team_action = menu.addAction(TEAM_TALK)
        self._team_action.triggered.connect(lambda _checked: self.teams.ask())
        menu.addAction(SAVE).triggered.connect(lambda _checked: self._save_days())
        self._archived = menu.addAction("Vis arkiverede")
        self._archived.setCheckable(True)
        self._archived.toggled.connect(lambda _on: self.render_page())
        return menu

    def _show_header(self, empty: bool) -> None:
        self.add_button.setVisible(not empty)
        self._arrange()
        people = [p for p in self.context.document.value.people if not p.archived]
        words = "1 medarbejder" if len(people) == 1 else f"{len(people)} medarbejdere"
        used = {p.team_id for p in people}
        teams = [t.name for t in self.context.document.value.teams if t.id in used]
        told = danish.join(teams) if 0 < len(teams) <= 3 else ""
        context = "Arkiverede" if self._archived.isChecked() else words
        context = "" if empty else "  ·  ".join(part for part in (context, told) if part)
        self.header.set_title(self.title, context)

    def _lock(self, reason: str) -> None:
        set_text(self._lock_words, reason)
        self._lock_strip.setVisible(bool(reason))
        ways_in = () if self._empty is None else self._empty.ways_in
        for button in (self.add_button, self.paste_button, *ways_in):
            button.setEnabled(not reason)
        self._paste_action.setEnabled(not reason)
        self._team_action.setEnabled(not reason)

    def _ask_more(self, person_id: str, place: QPoint) -> None:
        teams = {team.id for team in self.context.document.value.teams}
        menu = self.team_menu(person_id) if person_id in teams else self.person_menu(person_id)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def person_menu(self, person_id: str) -> QMenu:
        """What can be done with one person."""
        person = self.edits.workbook.person(person_id)
        menu = QMenu(self)
        workbook = self.edits.workbook
        latest, screenings = talks_of(workbook, person_id), screenings_of(workbook, person_id)
        acts: list[tuple[str, Callable[[], object]]] = []
        if latest:
            name = GO_ON if latest[-1].is_draft else LOOK_AT
            acts.append((name, lambda: self.edits.open_talk(person_id)))
        if screenings:
            name = GO_ON_SCREENING if screenings[-1].is_draft else LOOK_AT_SCREENING
            acts.append((name, lambda: self.edits.open_screening(person_id)))
        looks = {name for name, _ in acts}
        acts += [
            ("Ret oplysninger", lambda: self.edits.change(person_id)),
            ("Flyt til et andet team …", lambda: self.edits.move(person_id)),
            ("Ny samtale", lambda: self.edits.begin_talk(person_id)),
            (NEW_SCREENING, lambda: self.edits.begin_talk(person_id, DialogueKind.SCREENING)),
            (
                "Hent frem igen" if person.archived else "Arkivér",
                lambda: self.edits.archive(person_id, not person.archived),
            ),
            self._access(person_id),
            ("Slet …", lambda: self._delete(person_id)),
        ]
        return self._filled(menu, acts, looks)

    def _access(self, person_id: str) -> tuple[str, Callable[[], object]]:
        request = request_of(self.edits.workbook, person_id)
        if request is None:
            return ASK_ACCESS, lambda: self.edits.ask_access(person_id)
        given = ACCESS_GIVEN.format(day=danish.long_date(request.asked_on))
        return given, lambda: self.edits.answer_access(person_id)

    def team_menu(self, team_id: str) -> QMenu:
        """What can be done with one team."""
        latest = self.edits.workbook.team_talks(team_id)
        acts: list[tuple[str, Callable[[], object]]] = []
        if latest:
            name = GO_ON if latest[-1].is_draft else LOOK_AT
            acts.append((name, lambda: self.teams.open(team_id)))
        looks = {name for name, _ in acts}
        acts.append((NEW_TEAM_TALK, lambda: self.teams.begin(team_id)))
        return self._filled(QMenu(self), acts, looks)

    def _filled(
        self, menu: QMenu, acts: Sequence[tuple[str, Callable[[], object]]], looks: Container[str]
    ) -> QMenu:
        """Only what merely looks can be done in a file that is read only."""
        for text, act in acts:
            action = menu.addAction(text)
            action.setEnabled(text in looks or not self.context.document.read_only_reason)
            action.triggered.connect(lambda _checked, act=act: act())
        return menu

    def _open(self, row_id: str) -> None:
        if any(team.id == row_id for team in self.context.document.value.teams):
            self.teams.open(row_id)
        else:
            self.edits.open_talk(row_id)

    def _add(self) -> None:
        self._come_to(self.edits.add())

    def _paste(self) -> None:
        self._come_to(self.edits.paste())

    def _come_to(self, person_id: str) -> None:
        if person_id:
            self._wanted = person_id
            self.sheet.search.clear()
            self.sheet.tabs.choose(0)
            self.render_page()
            self.sheet.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save_days(self) -> None:
        from kompasskive.reports.calendar import all_days

        save_days(self.context, all_days(self.context.document.value))

    def _find(self) -> None:
        self.sheet.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.sheet.search.selectAll()

    def _arrange(self) -> None:
        room = self.width() >= self.context.theme.px(TOOLS_FROM)
        empty = self._is_empty
        self.paste_button.setVisible(room and not empty)
        self._paste_action.setVisible(not room)
