"""Over the profile: alone or with one person, beside what, which period, and freezing it."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.buttons import Button
from kompasskive.desktop.widgets.choice import Choice
from kompasskive.desktop.widgets.flow import Flow
from kompasskive.desktop.widgets.layouts import column, row
from kompasskive.desktop.widgets.switch import Switch
from kompasskive.desktop.widgets.text import label

ALONE = "Kun organisationen"
TOGETHER = "Sammen med {name}"
SOMEBODY = "en medarbejder"
FREEZE = "Frys øjebliksbillede"
ORGANISATION = ("", "Mod organisationen")
TEAM = "Mod {name}"
SERIES = ((False, "Samtaler"), (True, "Screeninger"))


class ProfileTools(QWidget):
    """`changed` says that something else was chosen, `freezing` that the numbers are to stay."""

    changed = Signal()
    freezing = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.mode = Switch(theme, (ALONE, TOGETHER.format(name=SOMEBODY)), "Hvad der vises")
        self.person = Choice("Medarbejder", ())
        self.against = Choice("Lægges ved siden af", (ORGANISATION,))
        self.period = Choice("Periode", ())
        self.series = Choice("Tal fra", SERIES)
        self.freeze_button = Button(theme, FREEZE, "", "lock", self.freezing.emit)
        self.state = label("", "small", "ink2")
        freezing = QWidget()
        freezing.setLayout(row(self.freeze_button, self.state, gap=12))
        line = Flow(gap=12)
        for part in (self.mode, self.person, self.against, self.period, self.series, freezing):
            line.addWidget(part)
        self.setLayout(column(line, gap=0, margins=(0, 0, 16, 12)))
        self.person.hide()
        self.against.hide()
        self.mode.chosen.connect(lambda _index: self._turned())
        for choice in (self.person, self.against, self.period, self.series):
            choice.picked.connect(lambda _value: self.changed.emit())
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def beside(self) -> bool:
        """Whether a person is to be laid beside the organisation."""
        return self.mode.index == 1

    @property
    def person_id(self) -> str:
        """Who; "" in the view without anybody."""
        value = self.person.value
        return value if self.beside and isinstance(value, str) else ""

    @property
    def team_id(self) -> str:
        """The team in the organisation's place, or ""."""
        return str(self.against.value or "") if self.person_id else ""

    @property
    def period_key(self) -> str:
        """The chosen period's key, or ""."""
        return str(self.period.value or "")

    @property
    def screening(self) -> bool:
        """Whether the numbers are those of screenings."""
        return self.series.value is True

    def offer(
        self,
        people: Iterable[tuple[str, str]],
        teams: Iterable[tuple[str, str]],
        periods: Iterable[tuple[str, str]],
    ) -> None:
        """Offer these people, teams with a dial of their own, and periods, by id and name."""
        self.person.set_options(people)
        own = ((team_id, TEAM.format(name=name)) for team_id, name in teams)
        self.against.set_options((ORGANISATION, *own))
        self.period.set_options(periods)
        self._show_choices()

    def show_person(self, person_id: str, first_name: str) -> None:
        """Who is meant by "Sammen med …"."""
        self.person.show_value(person_id)
        self.mode.set_names((ALONE, TOGETHER.format(name=first_name or SOMEBODY)))
        self.mode.fit(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.mode.fit(self.width())

    def _turned(self) -> None:
        self._show_choices()
        self.changed.emit()

    def _show_choices(self) -> None:
        self.person.setVisible(self.beside)
        self.against.setVisible(self.beside and self.against.count() > 1)

    def _fit(self) -> None:
        for choice, width in (
            (self.person, 190),
            (self.against, 250),
            (self.period, 150),
            (self.series, 130),
        ):
            choice.setMinimumWidth(self._theme.px(width))
