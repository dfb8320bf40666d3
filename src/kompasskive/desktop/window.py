"""The window: rail, banner, the page in view and the status line, at any width and text size.

What the first picture does not show is made when it is first asked for.
"""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, Final

from PySide6 import QtCore
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from kompasskive.desktop.panes import enter, step_pane
from kompasskive.desktop.rail import Rail, menu_button
from kompasskive.desktop.save_state import SaveState, Saving
from kompasskive.desktop.widgets.layouts import column, row, stacked
from kompasskive.desktop.widgets.status_bar import StatusBar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QMenu

    from kompasskive.desktop.context import Context
    from kompasskive.desktop.document import Document
    from kompasskive.desktop.files import Files
    from kompasskive.desktop.locker import Locker
    from kompasskive.desktop.notice import Notice
    from kompasskive.desktop.pages.entry import PageEntry
    from kompasskive.desktop.pages.page import Page
    from kompasskive.desktop.theme import Theme
    from kompasskive.desktop.widgets.banner import Banner
    from kompasskive.desktop.widgets.buttons import IconButton
    from kompasskive.desktop.widgets.cover import Cover
    from kompasskive.desktop.widgets.header import Header
    from kompasskive.desktop.widgets.pause import Pause

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
        self.status = StatusBar(theme, document, save)
        self.setAnimated(False)
        self.setMinimumSize(640, 480)
        self.resize(1440, 900)

    def furnish(
        self,
        context: Context,
        make_files: Callable[[], Files],
        entries: Sequence[PageEntry],
        make_menu: Callable[[], QMenu],
    ) -> None:
        """Put in the rail, the menu and the pages; called once, before the window is shown."""
        self.context, self._make_files, self._make_menu = context, make_files, make_menu
        self._entries = {entry.name: entry for entry in entries}
        self.menu_button = menu_button(context.theme, "Menu")
        self.rail = Rail(context.theme, entries, context.position.go, self.menu_button)
        self._above = column(gap=0)
        body = column(self._above, gap=0)
        body.addWidget(self.stack, 1)
        body.addWidget(self.status)
        across = row(self.rail, gap=0)
        across.addLayout(body, 1)
        central = QWidget()
        central.setLayout(across)
        self.setCentralWidget(central)
        for part in (self.rail, self.status):
            context.theme.lead(part)
        self._connect()
        self._show_page("start")
        self.when_painted(self._finish)

    @cached_property
    def files(self) -> Files:
        """What is done with files."""
        return self._make_files()

    @cached_property
    def menu(self) -> QMenu:
        """The ☰ menu, whose shortcuts work from the first paint on."""
        menu = self._make_menu()
        self.context.theme.lead(menu)
        self.menu_button.setMenu(menu)
        return menu

    @cached_property
    def banner(self) -> Banner:
        """The notice above the page."""
        from kompasskive.desktop.widgets.banner import Banner

        banner = Banner(self.context.theme)
        self.show_above(banner)
        for before, after in (
            (self.menu_button, banner.action),
            (banner.action, banner.close_button),
        ):
            self.setTabOrder(before, after)
        return banner

    @cached_property
    def cover(self) -> Cover:
        """What F9 hides the screen with."""
        from kompasskive.desktop.widgets.cover import Cover

        return Cover(self.context.theme, self)

    @cached_property
    def pause(self) -> Pause:
        """What keeps keys and clicks away while the open file is worked on."""
        from kompasskive.desktop.widgets.pause import Pause

        return Pause(self.context.theme, self)

    @cached_property
    def pages_button(self) -> IconButton:
        """The way to the pages where there is no rail."""
        from kompasskive.desktop.pages_menu import pages_menu

        button = menu_button(self.context.theme, "Sider og menu")
        entries, document = tuple(self._entries.values()), self.context.document
        is_open = lambda: document.is_open  # noqa: E731
        menu = pages_menu(self, entries, self.menu, self._go, is_open)
        self.context.theme.lead(menu)
        button.setMenu(menu)
        return button

    @cached_property
    def _bar(self) -> Header:
        """Stands in, where there is no rail, for the header of a page that has none."""
        from kompasskive.desktop.widgets.header import Header

        bar = Header(self.context.theme)
        self._above.insertWidget(0, bar)
        self.context.theme.lead(bar)
        return bar

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

    def show_above(self, widget: QWidget) -> None:
        """Put something above the page."""
        self._above.addWidget(widget)
        self.context.theme.lead(widget)

    def say(self, notice: Notice) -> None:
        """Show a notice above the page."""
        self.banner.say(notice)

    def leave_page(self) -> None:
        """Have the page in view hand over what is being typed."""
        if self.context.position.page in self._pages:
            self.page.leave()

    def finish(self) -> None:
        """Wait for what still runs beside the window; called when the program ends.

        Python closes the libraries that it uses.
        """
        self.files.background.wait()
        for page in self._pages.values():
            page.finish()

    def closeEvent(self, event: QCloseEvent) -> None:
        from kompasskive.desktop.letting_go import let_go, may_let_go

        if "pause" in vars(self) and self.pause.isVisible():
            self.pause.taken_off.connect(self.close)
            event.ignore()
            return
        self.leave_page()
        if may_let_go(self.save, self.context):
            let_go(self.context)
            self.context.document.close()
            event.accept()
        else:
            event.ignore()

    def customEvent(self, event: QEvent) -> None:
        from kompasskive.desktop.notice import Notice
        from kompasskive.desktop.widgets.held import HELD_EVENT, holds
        from kompasskive.desktop.widgets.removed import MORE, REMOVED_EVENT, WHAT

        if event.type() == HELD_EVENT:
            self.save.hold(holds(self))
        elif event.type() == REMOVED_EVENT:
            self.say(Notice(WHAT, MORE, stays=True))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

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
        self.context.theme.settled.connect(self._arrange)
        self._opened()

    def _finish(self) -> None:
        """After the first paint: the order and the keys nobody could have used before it."""
        from kompasskive.desktop.widgets.focus_order import follow_layout

        self.files.in_use.paused.connect(self._pause)
        self.menu_button.setMenu(self.menu)
        follow_layout(self.rail)
        for entry in self._entries.values():
            self._key(f"Alt+{entry.number}", partial(self._go, entry))
        self._key("F6", lambda: step_pane(self._panes(), 1))
        self._key("Shift+F6", lambda: step_pane(self._panes(), -1))
        self._key("F9", self._hide_screen)
        renew = lambda _screen: self.context.theme.renew()  # noqa: E731
        self.windowHandle().screenChanged.connect(renew)

    def _pause(self, paused: bool) -> None:
        if paused:
            self.pause.put_on()
        else:
            self.pause.take_off()

    def _hide_screen(self) -> None:
        self.cover.put_on()

    def _is_hidden(self) -> bool:
        return "cover" in vars(self) and self.cover.isVisible()

    def _key(self, keys: str, act: Callable[[], object]) -> None:
        from PySide6.QtGui import QKeySequence, QShortcut

        QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _go(self, entry: PageEntry) -> None:
        if self.context.document.is_open or not entry.needs_file:
            self.context.position.go(entry.name)

    def _panes(self) -> tuple[QWidget, ...]:
        banner = (self.banner,) if "banner" in vars(self) else ()
        return (*self.page.panes(), *banner, self.rail)

    def _show_page(self, name: str) -> None:
        if name not in self._pages:
            self._pages[name] = self._entries[name].build()
            stacked(self.stack, self._pages[name], self._pages[name].dress)
        page = self._pages[name]
        elsewhere = self.rail.isAncestorOf(self.focusWidget() or self) or self._is_hidden()
        self.stack.setCurrentWidget(page)
        self.rail.show_page(name)
        self.status.show_page(name, page.keys)
        self._arrange()
        if self.isVisible() and not elsewhere:
            self._enter(page)

    def _enter(self, page: Page) -> None:
        """Give the keyboard to a page: to the page itself until what it shows has been made."""
        if page.is_made:
            enter(page.panes())
            return
        page.setFocus()
        once = QtCore.Qt.ConnectionType.SingleShotConnection
        page.made.connect(lambda: self._enter_made(page), once)

    def _enter_made(self, page: Page) -> None:
        if page is self.page and self.focusWidget() in (None, page):
            enter(page.panes())

    def _opened(self) -> None:
        document = self.context.document
        if "banner" in vars(self):
            self.banner.turn()
        self.rail.set_open(document.is_open)
        file = document.name or ("Eksempel" if document.is_open else "")
        self.setWindowTitle(f"{file} – {PROGRAM}" if file else PROGRAM)

    def _show_trouble(self) -> None:
        retry = self.context.document.retry
        if self.save.state is Saving.FAILED:
            from kompasskive.desktop.notice import Notice

            more = f"{self.save.reason} Det, I har skrevet, står stadig her på skærmen."
            self.banner.say(Notice("Den seneste ændring er ikke gemt.", more, "Prøv igen", retry))
        elif self.save.state is Saving.SAVED and "banner" in vars(self):
            notice = self.banner.notice
            if notice is not None and notice.act == retry:
                self.banner.dismiss()

    def _arrange(self) -> None:
        large = self.context.theme.scale >= RAIL_UP_TO_SCALE
        narrow = large or self.width() < RAIL_FROM
        self.rail.setVisible(not narrow)
        room = self.rail.has_room_for_words(self.height())
        self.rail.set_words(room and self.width() >= RAIL_WORDS_FROM)
        if narrow or "pages_button" in vars(self):
            self._place_pages_button(narrow)

    def _place_pages_button(self, narrow: bool) -> None:
        from kompasskive.desktop.widgets.header import Header

        page = self._pages.get(self.context.position.page)
        if page is None:
            return
        own = page.findChild(Header)
        if own is None or "_bar" in vars(self):
            self._bar.setVisible(narrow and own is None)
            self._bar.set_title(page.title, "")
        (own or self._bar).set_lead(self.pages_button)
        self.pages_button.setVisible(narrow)
