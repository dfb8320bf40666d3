"""Start: the ways in, the files used lately, and a look at what it can become. No names here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kompasskive.desktop.early import pass_focus
from kompasskive.desktop.icons import pixmap
from kompasskive.desktop.pages.page import Page
from kompasskive.desktop.widgets.action_card import ActionCard
from kompasskive.desktop.widgets.body import Body
from kompasskive.desktop.widgets.buttons import Button
from kompasskive.desktop.widgets.example_card import ExampleCard
from kompasskive.desktop.widgets.flow import Lines
from kompasskive.desktop.widgets.layouts import column, row
from kompasskive.desktop.widgets.recent_list import RecentList, when_words
from kompasskive.desktop.widgets.text import label

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QPixmap, QResizeEvent

    from kompasskive.desktop.context import Context
    from kompasskive.desktop.files import Files
    from kompasskive.desktop.recent import RecentFile
    from kompasskive.desktop.theme import Theme

LEFT_WIDTH: Final = 560
TWO_COLUMNS_FROM: Final = 980
TOGETHER: Final = "Leder og medarbejder sammen ved én skærm."
ALONE: Final = "Alene, i din egen fil – du bestemmer, hvad du deler."
TEAM: Final = "Et team placerer én skive sammen, uden persondata."
SCREENING: Final = "Alle punkter og placeringer på én liste, én tast for hver."
MOTTO: Final = "Et fælles sprog for faglighed – og tid til at tale om den."


class StartPage(Page):
    """`wake` is called after the first paint and brings what takes longer to load."""

    name = "start"
    title = "Start"
    icon_name = "start"
    number = 1
    needs_file = False

    def __init__(self, context: Context, files: Callable[[], Files]) -> None:
        super().__init__(context)
        self._files = files
        self._latest: RecentFile | None = None
        self._build()
        context.theme.settled.connect(self._arrange)

    def wake(self) -> None:
        """Look for the files and draw the example's dial."""
        self.look_up_files()
        self.example.wake(self._files().background, self.context.now().date())

    def look_up_files(self) -> None:
        """See which of the recent files are there; the disk may be slow."""
        from kompasskive.desktop.recent import look_up

        paths = self.context.settings.recent
        self._files().background.start(lambda: look_up(paths), self._show_files, bool)

    def render_page(self) -> None:
        talk = self.context.position.dialogue
        self.go_on.setVisible(talk is not None or self._latest is not None)
        if talk is not None:
            self.go_on.set_more("Samtalen, I er i gang med.")
        elif self._latest is not None:
            when = when_words(self._latest, self.context.now().date())
            self.go_on.set_more(f"{self._latest.path.name}  ·  gemt {when}")

    def panes(self) -> tuple[QWidget, ...]:
        return (self._left, self.example)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        theme = self.context.theme
        self._logo = QLabel()
        self._left = QWidget()
        self._left.setLayout(self._left_column(theme))
        self.example = ExampleCard(theme, lambda: self._files().show_example())
        body, area = Body(), QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        pass_focus(area)
        area.setWidget(body)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, body)
        self._columns.addWidget(self._left)
        self._columns.addWidget(self.example, 1)
        self.setLayout(column(area))
        self._arrange()

    def _left_column(self, theme: Theme) -> QVBoxLayout:
        files = self._files
        self.new = ActionCard(theme, "talk", "Ny samtale", self._new_talk, primary=True)
        self.new.set_more(TOGETHER)
        self.go_on = ActionCard(theme, "clock", "Fortsæt samtalen", self._go_on)
        self.go_on.hide()
        self.own = ActionCard(theme, "person", "Egen refleksion", lambda: files().ask_own())
        self.own.set_more(ALONE)
        self.other = Button(
            theme, "Åbn en anden fil …", "link", "folder", lambda: files().ask_open()
        )
        self.recent = RecentList(theme, lambda path: files().open(path), self._forget)
        self.sheet = Button(theme, "Udskriv forberedelsesark …", "link", "print", self._print_sheet)
        self.sheet_file = Button(theme, "Gem arket som PDF …", "link", "save", self._save_sheet)
        self.sheet_file.setAccessibleDescription("Forberedelsesark")
        self._recent_title = label("Seneste filer", "strong")
        title = row(self._logo, label("Kompasskive", "display"), None, gap=16)
        motto = label(MOTTO, "lead", "ink2", wrap=True)
        recent_line = row(self._recent_title, None, self.other)
        self.team = Button(theme, "Teamsamtale …", "link", "people", self._team_talk)
        self.team.setAccessibleDescription(TEAM)
        self.screening = Button(theme, "Screening …", "link", "table", self._screening)
        self.screening.setAccessibleDescription(SCREENING)
        cards = column(self.new, self.go_on, self.own, gap=8)
        more = Lines(gap=20)
        for way in (self.team, self.screening, self.sheet, self.sheet_file):
            more.addWidget(way)
        ways = column(cards, more, gap=12)
        return column(title, 12, motto, 36, ways, 36, recent_line, 8, self.recent, None, gap=0)

    def _new_talk(self) -> None:
        self._files().new_talk(self._latest.path if self._latest else None)

    def _team_talk(self) -> None:
        from kompasskive.desktop.pages.team_talks import TeamTalks

        self._come_in(lambda: TeamTalks(self.context).ask())

    def _screening(self) -> None:
        from kompasskive.desktop.pages.people_edits import PeopleEdits

        self._come_in(lambda: PeopleEdits(self.context).begin_screening())

    def _come_in(self, then: Callable[[], object]) -> None:
        """The file's own page stands behind what is asked, and stays when it is not answered."""

        def ask() -> None:
            self.context.position.go("people")
            then()

        self._files().come_in(self._latest.path if self._latest else None, ask)

    def _print_sheet(self) -> None:
        from kompasskive.desktop.preparation_sheet import print_sheet

        print_sheet(self._files())

    def _save_sheet(self) -> None:
        from kompasskive.desktop.preparation_sheet import save_sheet

        save_sheet(self._files())

    def _go_on(self) -> None:
        if self.context.position.dialogue is not None:
            self.context.position.go("talk")
        elif self._latest is not None:
            self._files().go_on(self._latest.path)

    def _forget(self, path: Path) -> None:
        self.context.settings.forget(path)
        self.look_up_files()

    def _show_files(self, files: tuple[RecentFile, ...]) -> None:
        self._latest = next((f for f in files if f.changed_at is not None), None)
        self.recent.show_files(files, self.context.now().date())
        self._recent_title.setVisible(bool(files))
        self.render_page()

    def _arrange(self) -> None:
        px = self.context.theme.px
        two = self.width() >= px(TWO_COLUMNS_FROM)
        wide = self.width() >= px(1200)
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.LeftToRight if two else direction.TopToBottom)
        self._columns.setSpacing(px(72 if wide else 32))
        side = 56 if wide else 24
        self._columns.setContentsMargins(side, 64 if wide else 24, side + 8, 16)
        self._left.setMinimumWidth(px(LEFT_WIDTH if wide else 480) if two else 0)
        self._left.setMaximumWidth(px(LEFT_WIDTH) if two else px(2 * LEFT_WIDTH))
        self._logo.setPixmap(self._logo_image(px(56)))

    def _logo_image(self, size: int) -> QPixmap:
        return pixmap("app_ikon", size, "#000000", self.devicePixelRatioF())
