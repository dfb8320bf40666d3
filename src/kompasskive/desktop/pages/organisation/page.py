"""Organisation: Teamoverblik, Organisationsprofil and Til uddannelsesudbydere."""

from collections.abc import Iterator
from typing import Final, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from kompasskive.desktop.background import Background
from kompasskive.desktop.context import Context
from kompasskive.desktop.pages.invitation import EmptyState
from kompasskive.desktop.pages.organisation.contributions import Contributions
from kompasskive.desktop.pages.organisation.menu import MORE, organisation_menu
from kompasskive.desktop.pages.organisation.outputs import BESIDE, PDF, Outputs
from kompasskive.desktop.pages.organisation.profile_part import ProfilePart
from kompasskive.desktop.pages.organisation.protection import ProtectionStrip
from kompasskive.desktop.pages.organisation.providers_part import ProvidersPart
from kompasskive.desktop.pages.organisation.shared import SharedOrganisation
from kompasskive.desktop.pages.organisation.team_part import TeamPart
from kompasskive.desktop.pages.page import Page
from kompasskive.desktop.pages.report_messages import Messages
from kompasskive.desktop.widgets.buttons import IconButton
from kompasskive.desktop.widgets.focus_order import follow_layout
from kompasskive.desktop.widgets.header import Header
from kompasskive.desktop.widgets.layouts import column, row, stacked
from kompasskive.desktop.widgets.short_menu import open_below
from kompasskive.desktop.widgets.split import ONE_COLUMN_SCALE
from kompasskive.desktop.widgets.switch import Switch
from kompasskive.desktop.widgets.working import Working
from kompasskive.profile.freezing import thresholds_of

VIEWS: Final = ("Teamoverblik", "Organisationsprofil", "Til uddannelsesudbydere")
TEAM, PROFILE, PROVIDERS = range(3)
Part: TypeAlias = TeamPart | ProfilePart | ProvidersPart
TITLE_ROOM: Final = 460
INVITATION: Final = (
    "Fra den enkeltes skive til det, I kan sammen",
    "Når I har godkendt de første samtaler, ser I her, hvem der har hvad, og hvor dybden hviler.",
    "Det, I deler med andre, er uden navne.",
    "Er I HR, samler I bidrag fra lederne i menuen øverst til højre.",
)


class OrganisationPage(Page):
    """The views are made, in turns, when they are first turned to; Teamoverblik is the leader's."""

    name = "organisation"
    title = "Organisation"
    icon_name = "organisation"
    number = 8
    keys = "Ctrl+Tab Næste visning   ·   F5 Vis for os begge   ·   F6 Næste rude   ·   F1 Hjælp"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.background = Background()
        self._parts: dict[int, Part] = {}
        self._empty: EmptyState | None = None
        self.shared: SharedOrganisation | None = None
        self._build()
        given = (context, self.background, self.messages, self.working)
        self.outputs, self.contributions = Outputs(*given), Contributions(*given)
        for keys, act in (
            ("Ctrl+Tab", lambda: self.switch.step(1)),
            ("Ctrl+Shift+Tab", lambda: self.switch.step(-1)),
            ("F5", self.show_both),
            ("Ctrl+P", self._print),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        context.theme.settled.connect(self._arrange)

    @property
    def empty(self) -> EmptyState:
        """What is shown while nobody is in the file."""
        if self._empty is None:
            self._empty = EmptyState(
                self.context.theme, INVITATION, lambda: self.context.position.go("people")
            )
            self._add(self._empty)
        return self._empty

    @property
    def part(self) -> Part:
        """The view that is chosen."""
        return self._part(self.switch.index)

    @property
    def profile(self) -> ProfilePart:
        """Organisationsprofil, whichever view is chosen."""
        part = self._part(PROFILE)
        if not isinstance(part, ProfilePart):
            raise TypeError(type(part))
        return part

    def _part(self, index: int) -> Part:
        part = self._made_part(index)
        if not self._is_in(index):
            self._add(part)
        return part

    def _add(self, view: QWidget) -> None:
        stacked(self._views, view, lambda: self.context.theme.lead(view))

    def _made_part(self, index: int) -> Part:
        if index not in self._parts:
            self._parts[index] = self._made(index)
        return self._parts[index]

    def _is_in(self, index: int) -> bool:
        return index in self._parts and self._views.indexOf(self._parts[index]) >= 0

    def _make(self, index: int) -> Iterator[None]:
        """Make a view and put it in; that of the providers needs the profile."""
        for needed in dict.fromkeys((PROFILE if index == PROVIDERS else index, index)):
            yield
            self._made_part(needed)
            yield
            self._part(needed)
        yield
        self._render_if_shown()

    def _made(self, index: int) -> Part:
        context, background, working = self.context, self.background, self.working
        if index == PROVIDERS:
            providers = ProvidersPart(context, background, working, self.profile, self.outputs)
            providers.profile_wanted.connect(lambda: self.switch.choose(PROFILE))
            return providers
        if index == TEAM:
            return TeamPart(context, background, self.messages, working)
        part = ProfilePart(context, background, self.messages, working)
        part.included.removed.connect(self.contributions.remove)
        part.shown.connect(lambda _figures: follow_layout(self))
        return part

    def show_both(self) -> None:
        """Show the profile large over the window, for both; Teamoverblik is not part of it."""
        if self.shared is not None or not self.switch.isVisible():
            return
        self.switch.choose(PROFILE)
        figures = self.profile.figures
        if figures is None:
            self.profile.shown.connect(
                lambda _figures: self.show_both(), Qt.ConnectionType.SingleShotConnection
            )
            return
        self.shared = SharedOrganisation(self.context.theme, self.window(), figures)
        self.shared.closed.connect(self._shared_closed)
        self.shared.open()

    def menu(self) -> QMenu:
        """What can be done with the view that is chosen."""
        named = self.switch.index == TEAM
        return organisation_menu(
            self.header,
            None if named else self.profile.figures,
            self.profile.period,
            self.outputs,
            self.contributions,
            self.show_both,
            self.profile.edits.ask_threshold,
        )

    def dress(self) -> None:
        for part in (self.header, self._switch_strip, self.strip, self.messages, self.working):
            self.context.theme.lead(part)

    def render_page(self) -> None:
        workbook = self.context.document.value
        people = [p for p in workbook.people if not p.archived]
        somebody = bool(people or workbook.contributions)
        count = "1 medarbejder" if len(people) == 1 else f"{len(people)} medarbejdere"
        parts = (workbook.organisation, count if people else "")
        self.header.set_title(self.title, "  ·  ".join(part for part in parts if part))
        self.switch.setVisible(somebody)
        self.strip.setVisible(somebody)
        self.strip.show_rule(thresholds_of(workbook).cell, named=self.switch.index == TEAM)
        if somebody and self._is_in(self.switch.index):
            self._views.setCurrentWidget(self.part)
            self.part.render_part()
        elif somebody:
            self.context.turns(self, self._make(self.switch.index))
        else:
            self._views.setCurrentWidget(self.empty)
            self.empty.show_step("Gå til Medarbejdere")
        follow_layout(self)

    def panes(self) -> tuple[QWidget, ...]:
        return (self.header, self.strip, self._views)

    def finish(self) -> None:
        self.background.wait()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        theme = self.context.theme
        self.header = Header(theme, self.title, "page_title")
        self.switch = Switch(theme, VIEWS, "Visning")
        self.switch.chosen.connect(lambda _index: self.render_page())
        self.more = IconButton(theme, "more", MORE, lambda: open_below(self.menu(), self.more))
        self.header.add_tool(self.more)
        self.messages = Messages(theme)
        self.working = Working(theme)
        self.strip = ProtectionStrip(theme, self.context.questions)
        self._switch_row = row(None, margins=(12, 0, 16, 12))
        self._switch_strip = QWidget()
        self._switch_strip.setLayout(self._switch_row)
        self._views = QStackedWidget()
        layout = column(
            self.header, self._switch_strip, self.strip, self.messages, self.working, gap=0
        )
        layout.addWidget(self._views, 1)
        self.setLayout(layout)
        self._arrange()

    def _print(self) -> None:
        part = self.part
        if isinstance(part, ProvidersPart):
            part.print_out()
        elif isinstance(part, ProfilePart) and part.figures is not None:
            form = BESIDE if part.figures.beside is not None else PDF
            self.outputs.print_out(part.figures, form)

    def _shared_closed(self) -> None:
        self.shared = None

    def _arrange(self) -> None:
        theme = self.context.theme
        room = self.width() - theme.px(TITLE_ROOM)
        under = theme.scale >= ONE_COLUMN_SCALE or self.switch.tabs.sizeHint().width() > room
        if under:
            self._switch_row.insertWidget(0, self.switch)
        else:
            self.header.insert_tool(0, self.switch)
        self._switch_strip.setVisible(under)
        self.switch.fit(self.width() - 28 if under else room)
