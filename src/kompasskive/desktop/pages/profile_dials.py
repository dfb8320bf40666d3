"""Profil's dial: all of it, one per dimension or last time beside now, and placing on it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kompasskive.desktop.pages.open_talk import OpenTalk
from kompasskive.desktop.widgets.buttons import Tabs
from kompasskive.desktop.widgets.dial_pane import DialPane
from kompasskive.desktop.widgets.dial_row import DialRow
from kompasskive.desktop.widgets.flow import Flow
from kompasskive.desktop.widgets.layouts import column
from kompasskive.desktop.widgets.placing_switch import PlacingSwitch
from kompasskive.dial.multiples import Panel, dimension_panels, since_panels
from kompasskive.dial.options import DialOptions
from kompasskive.dial.sheet import Subject, View, caption
from kompasskive.framework.model import Dimension

CHOICES = ("Samlet", "Pr. dimension", "Sidst og nu")
_VIEWS = (View.DIAL, View.DIMENSIONS, View.SINCE)
_LABELS = 14.5
_SMALL_LABELS = 13.0


class ProfileDials(QWidget):
    """`field_chosen` carries a field's id; `placed` field id, dimension and level or None."""

    field_chosen = Signal(str)
    placed = Signal(str, object, object)

    def __init__(self, talk: OpenTalk) -> None:
        super().__init__()
        self._talk = talk
        theme = talk.theme
        self._subject: Subject | None = None
        self.dial = DialPane(theme)
        self.rows: dict[View, DialRow] = {}
        self.choice = Tabs(theme, CHOICES, name="Skiven vist")
        self.switch = PlacingSwitch(theme, self.dial)
        tools = Flow(gap=12)
        tools.addWidget(self.choice)
        tools.addWidget(self.switch)
        self._layout = column(tools, self.dial, gap=8)
        self._layout.setStretch(1, 1)
        self.setLayout(self._layout)
        self.choice.chosen.connect(lambda _index: self._render())
        self.dial.field_chosen.connect(self.field_chosen)
        self.dial.placed.connect(self.placed)

    @property
    def view(self) -> View:
        """What is on show."""
        return _VIEWS[self.choice.index]

    def show_subject(self, subject: Subject, locked: bool) -> None:
        """Show a profile; it cannot be placed on while the talk is locked."""
        self._subject = subject
        self.choice.set_enabled(_VIEWS.index(View.SINCE), subject.before is not None)
        self.switch.set_locked(locked)
        self._render()

    def _render(self) -> None:
        if self._subject is None:
            return
        view = self.view
        self.dial.setVisible(view is View.DIAL)
        self.switch.setVisible(view is View.DIAL)
        for shown, row in self.rows.items():
            row.setVisible(shown is view)
        if view is View.DIAL:
            self.dial.show_profile(self._subject.profile, self._options(_LABELS))
        else:
            self._row(view).show_panels(self._panels(view, self._subject))

    def _options(self, labels: float) -> DialOptions:
        words = self._subject.words if self._subject else None
        return DialOptions(label_size=labels * self._talk.theme.scale, legend=words)

    def _panels(self, view: View, subject: Subject) -> tuple[Panel, ...]:
        options = self._options(_SMALL_LABELS)
        plain = DialOptions(label_size=options.label_size, labels=False)
        if view is View.DIMENSIONS or subject.before is None:
            return dimension_panels(subject.profile, plain)
        then, now = caption("Sidst", subject.before), caption("Nu", subject.profile)
        return since_panels(subject.before, then, subject.profile, now, plain)

    def _row(self, view: View) -> DialRow:
        if view not in self.rows:
            count = len(Dimension) if view is View.DIMENSIONS else 2
            row = DialRow(self._talk.theme, count)
            row.field_chosen.connect(self.field_chosen)
            self._layout.addWidget(row, 1)
            self.rows[view] = row
        return self.rows[view]
