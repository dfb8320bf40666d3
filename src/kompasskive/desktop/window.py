"""The window: rail, banner, the page in view and the status line, at any width and text size."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QMainWindow, QMenu, QStackedWidget, QWidget

from kompasskive.desktop.context import Context
from kompasskive.desktop.document import Document
from kompasskive.desktop.files import Files
from kompasskive.desktop.letting_go import may_let_go
from kompasskive.desktop.pages.entry import PageEntry
from kompasskive.desktop.pages.page import Page
from kompasskive.desktop.panes import enter, step_pane
from kompasskive.desktop.rail import Rail, menu_button
from kompasskive.desktop.save_state import SaveState, Saving
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.banner import Banner, Notice
from kompasskive.desktop.widgets.cover import Cover
from kompasskive.desktop.widgets.focus_order import follow_layout
from kompasskive.desktop.widgets.header import Header
from kompasskive.desktop.widgets.held import HELD_EVENT, holds
from kompasskive.desktop.widgets.layouts import column, frame, row
from kompasskive.desktop.widgets.removed import MORE, REMOVED_EVENT, WHAT
from kompasskive.desktop.widgets.status_bar import StatusBar

if TYPE_CHECKING:
    from kompasskive.desktop.locker import Locker

PROGRAM: Final = "Kompasskive"
RAIL_WORDS_FROM: Final = 1100
RAIL_FROM: Final = 900
RAIL_UP_TO_SCALE: Final = 1.5


class Window(QMainWindow):
    """Shows one page at a time; `painted` is emitted after the first paint."""

    painted = Signal()

    def __init__(self, theme: Theme, document: Document, save: SaveState) -> None:
        super().__init__()
        self.save = save
        self.locker: Locker
        self._entries: dict[str, PageEntry] = {}
        self._pages: dict[str, Page] = {}
        self._has_painted = False
        self.stack = QStackedWidget()
        self.banner = Banner(theme)
        self.status = StatusBar(theme, document, save)
        self.setMinimumSize(640, 480)
        self.resize(1440, 900)

    def furnish(
        self, context: Context, files: Files, entries: Sequence[PageEntry], menu: QMenu
    ) -> None:
        """Put in the rail, the menu and the pages; called once, before the window is shown."""
        self.context, self.files = context, files
        theme, position = context.theme, context.position
        self._entries = {entry.name: entry for entry in entries}
        self.menu = menu
        self.menu_button = menu_button(theme, "Menu")
        self.menu_button.setMenu(menu)
        self.rail = Rail(theme, entries, position.go, self.menu_button)
        self.pages_button = menu_button(theme, "Sider og menu")
        self.pages_button.setMenu(self._pages_menu(entries, menu))
        self._bar = Header(theme)
        body = column(self._bar, self.banner, gap=0)
        body.addWidget(self.stack, 1)
        body.addWidget(self.status)
        across = row(self.rail, gap=0)
        across.addLayout(body, 1)
        whole = frame("win", across)
        self.setCentralWidget(whole)
        follow_layout(whole)
        self.cover = Cover(theme, self)
        self._add_keys(entries)
        self._connect()
        self._show_page("start")

    @property
    def page(self) -> Page:
        """The page in view."""
        return self._pages[self.context.position.page]

    def when_painted(self, act: Callable[[], object]) -> None:
        """Do something as soon as the window has been painted once: now, if it has."""
        if self._has_painted:
            act()
        else:
            self.painted.connect(lambda: QTimer.singleShot(0, act))

    def leave_page(self) -> None:
        """Have the page in view hand over what is being typed."""
        if self.context.position.page in self._pages:
            self.page.leave()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.leave_page()
        if may_let_go(self.save, self.context):
            self.context.document.close()
            event.accept()
        else:
            event.ignore()

    def customEvent(self, event: QEvent) -> None:
        if event.type() == HELD_EVENT:
            self.save.hold(holds(self))
        elif event.type() == REMOVED_EVENT:
            self.banner.say(Notice(WHAT, MORE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        self.cover.setGeometry(self.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._has_painted:
            self._has_painted = True
            self.painted.emit()

    def _connect(self) -> None:
        document, position = self.context.document, self.context.position
        position.page_changed.connect(self._show_page)
        document.opened.connect(self._opened)
        self.save.changed.connect(self._show_trouble)
        self.context.theme.changed.connect(self._arrange)
        self._opened()

    def _add_keys(self, entries: Sequence[PageEntry]) -> None:
        for entry in entries:
            self._key(f"Alt+{entry.number}", partial(self._go, entry))
        self._key("F6", lambda: step_pane(self._panes(), 1))
        self._key("Shift+F6", lambda: step_pane(self._panes(), -1))
        self._key("F9", self.cover.put_on)

    def _key(self, keys: str, act: Callable[[], object]) -> None:
        QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _go(self, entry: PageEntry) -> None:
        if self.context.document.is_open or not entry.needs_file:
            self.context.position.go(entry.name)

    def _pages_menu(self, entries: Sequence[PageEntry], menu: QMenu) -> QMenu:
        both = QMenu(self)
        both.setAccessibleName("Sider og menu")
        for entry in entries:
            action = both.addAction(f"{entry.title}\tAlt+{entry.number}")
            action.triggered.connect(lambda _checked, entry=entry: self._go(entry))
            action.setData(entry.name)
        both.addSeparator()
        both.addActions(menu.actions())
        both.aboutToShow.connect(lambda: self._enable_pages(both))
        return both

    def _enable_pages(self, menu: QMenu) -> None:
        for action in menu.actions():
            entry = self._entries.get(str(action.data()))
            if entry is not None:
                action.setEnabled(self.context.document.is_open or not entry.needs_file)

    def _panes(self) -> tuple[QWidget, ...]:
        return (*self.page.panes(), self.banner, self.rail)

    def _show_page(self, name: str) -> None:
        if name not in self._pages:
            self._pages[name] = self._entries[name].build()
            self.stack.addWidget(self._pages[name])
        page = self._pages[name]
        elsewhere = self.rail.isAncestorOf(self.focusWidget() or self)
        self.stack.setCurrentWidget(page)
        self.rail.show_page(name)
        self.status.show_page(name, page.keys)
        self._arrange()
        if self.isVisible() and not elsewhere:
            enter(page.panes())

    def _opened(self) -> None:
        document = self.context.document
        self.banner.dismiss()
        self.rail.set_open(document.is_open)
        file = document.name or ("Eksempel" if document.is_open else "")
        self.setWindowTitle(f"{file} – {PROGRAM}" if file else PROGRAM)

    def _show_trouble(self) -> None:
        failed = self.save.state is Saving.FAILED
        if failed:
            more = f"{self.save.reason} Det, I har skrevet, står stadig her på skærmen."
            retry = self.context.document.retry
            self.banner.say(Notice("Den seneste ændring er ikke gemt.", more, "Prøv igen", retry))
        elif self.save.state is Saving.SAVED and self._tells_of_saving():
            self.banner.dismiss()

    def _tells_of_saving(self) -> bool:
        notice = self.banner.notice
        return notice is not None and notice.act == self.context.document.retry

    def _arrange(self) -> None:
        large = self.context.theme.scale >= RAIL_UP_TO_SCALE
        narrow = large or self.width() < RAIL_FROM
        self.rail.setVisible(not narrow)
        room = self.rail.has_room_for_words(self.height())
        self.rail.set_words(room and self.width() >= RAIL_WORDS_FROM)
        self._place_pages_button(narrow)

    def _place_pages_button(self, narrow: bool) -> None:
        page = self._pages.get(self.context.position.page)
        if page is None:
            return
        own = page.findChild(Header)
        self._bar.setVisible(narrow and own is None)
        self._bar.set_title(page.title, "")
        (own or self._bar).set_lead(self.pages_button)
        self.pages_button.setVisible(narrow)
