"""What is asked on Medarbejdere: a person's details, a list of names, a new talk."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtWidgets import QCheckBox, QComboBox

from kompasskive import danish
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.choice import Choice
from kompasskive.desktop.widgets.form import Form
from kompasskive.dialogue import text as texts
from kompasskive.dialogue.model import NAME_MAX, Employee, Workbook

NO_NAME: Final = "Skriv et navn."
NO_DATE: Final = "»{text}« er ikke en dato. Skriv dag, måned og år, fx 31.3.2027."
SAME_NAME: Final = (
    "Der er allerede en med det navn. Det er i orden – I kan kende dem fra hinanden "
    "på team og jobfunktion."
)
NAMED: Final = "Vil gerne nævnes som en, andre kan spørge"
NAMED_HINT: Final = "Medarbejderens eget valg. Navnet vises kun i lederens eget Teamoverblik."
TALK_WORDS: Final = {
    False: ("Ny samtale", "Begynd samtalen", "Samtale med {name}"),
    True: (
        "Ny screening",
        "Begynd screeningen",
        (
            "Screening for {name}: alle punkter og placeringer på én liste, én tast for hver. "
            "Den er en række for sig og blandes aldrig med jeres samtaler."
        ),
    ),
}
LEFT_HINT: Final = "Sidste dag, når den er kendt. Arkivér, når medarbejderen er stoppet."
LEFT_FIRST: Final = "Slutdatoen ligger før startdatoen. Ret en af dem."
FUNCTIONS: Final = "Adskil flere med komma. Jobfunktionen skjuler aldrig et felt."


def split_names(text: str, separator: str) -> tuple[str, ...]:
    """The names in a text, cleaned, without the empty ones."""
    return tuple(name for part in text.split(separator) if (name := texts.name(part)))


def date_fault(text: str) -> str:
    """What is wrong with a date that may be left empty."""
    wrong = bool(text.strip()) and danish.parse_date(text) is None
    return NO_DATE.format(text=text.strip()) if wrong else ""


def team_choice(workbook: Workbook, team_id: str | None) -> QComboBox:
    """The teams in use, at one of them, and room to write a new one."""
    choice = QComboBox()
    choice.setEditable(True)
    choice.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    teams = [t for t in workbook.teams if not t.archived or t.id == team_id]
    choice.addItems(["", *sorted((t.name for t in teams), key=danish.sort_key)])
    choice.setCurrentText(next((t.name for t in teams if t.id == team_id), ""))
    line = choice.lineEdit()
    if line is not None:
        line.setMaxLength(NAME_MAX)
    return choice


class PersonDialog(Form):
    """A person's details; `person` is None for a new one."""

    def __init__(self, theme: Theme, workbook: Workbook, person: Employee | None) -> None:
        new = person is None
        title = "Tilføj medarbejder" if new else "Ret oplysninger"
        super().__init__(theme, title, "Tilføj" if new else "Gem")
        self._person = person or Employee(id="", name="")
        others = [p.name for p in workbook.people if p.id != self._person.id]
        self._taken = {texts.name(name).casefold() for name in others}
        self._name = self.line("Navn", self._person.name, NAME_MAX)
        self._team = self._team_choice(workbook)
        names = {f.id: f.name for f in workbook.job_functions}
        functions = ", ".join(names[i] for i in self._person.job_function_ids if i in names)
        self._functions = self.line("Jobfunktioner", functions, 4 * NAME_MAX, FUNCTIONS)
        group = self._person.target_group
        self._group = self.line("Målgruppe", group, NAME_MAX, "Fx sygedagpenge eller unge")
        started = self._person.started_on
        written = danish.short_date(started) if started else ""
        self._started = self.line("Startdato", written, 40, "Fx 1.8.2024")
        left = self._person.left_on
        self._left = self.line("Slutdato", danish.short_date(left) if left else "", 40, LEFT_HINT)
        self._named = QCheckBox(NAMED)
        self._named.setChecked(self._person.may_be_named)
        self.add("Sparring", self._named, NAMED_HINT)
        self._named.setAccessibleName(NAMED)
        self._name.textChanged.connect(self._tell_of_same_name)

    @property
    def name(self) -> str:
        """The name as it will be stored."""
        return texts.name(self._name.text())

    @property
    def team(self) -> str:
        """A team's name, new or known; "" for none."""
        return texts.name(self._team.currentText())

    @property
    def job_functions(self) -> tuple[str, ...]:
        """Their names, in order."""
        return split_names(self._functions.text(), ",")

    @property
    def target_group(self) -> str:
        """Whom the person works with."""
        return self._group.text().strip()

    @property
    def started_on(self) -> date | None:
        """The first day, if it was given."""
        return danish.parse_date(self._started.text())

    @property
    def left_on(self) -> date | None:
        """The last day, if it was given."""
        return danish.parse_date(self._left.text())

    @property
    def may_be_named(self) -> bool:
        """Whether the person may be named as one that others can ask."""
        return self._named.isChecked()

    def fault(self) -> str:
        if not self.name:
            return NO_NAME
        fault = date_fault(self._started.text()) or date_fault(self._left.text())
        first, last = self.started_on, self.left_on
        turned = first is not None and last is not None and last < first
        return fault or (LEFT_FIRST if turned else "")

    def _team_choice(self, workbook: Workbook) -> QComboBox:
        choice = team_choice(workbook, self._person.team_id)
        self.add("Team", choice, "Vælg et team, eller skriv et nyt.")
        return choice

    def _tell_of_same_name(self) -> None:
        self.note(SAME_NAME if self.name.casefold() in self._taken else "")


class MoveDialog(Form):
    """Which team a person moves to; empty for none."""

    def __init__(self, theme: Theme, workbook: Workbook, person: Employee) -> None:
        super().__init__(theme, "Flyt til et andet team", "Flyt", f"{person.name} flyttes.")
        self.team_box = team_choice(workbook, person.team_id)
        self.add("Team", self.team_box, "Vælg et team, skriv et nyt, eller lad det stå tomt.")

    @property
    def team(self) -> str:
        """A team's name, new or known; "" for none."""
        return texts.name(self.team_box.currentText())


class NamesDialog(Form):
    """Several names at once, one on each line."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Indsæt flere navne", "Tilføj alle")
        self._names = self.lines("Navne", "Ét navn på hver linje, fx kopieret fra et regneark.")
        self._names.textChanged.connect(self._count)

    @property
    def names(self) -> tuple[str, ...]:
        """The names from the top."""
        return split_names(self._names.toPlainText(), "\n")

    def fault(self) -> str:
        return "" if self.names else "Skriv eller indsæt mindst ét navn."

    def _count(self) -> None:
        count = len(self.names)
        self.note(f"{count} {'navn' if count == 1 else 'navne'}" if count else "")


class TalkDialog(Form):
    """When a new talk or screening is held and who leads it; and with whom of several."""

    def __init__(
        self, theme: Theme, who: Sequence[Employee], today: date, leader: str, screens: bool = False
    ) -> None:
        title, yes, intro = TALK_WORDS[screens]
        name = who[0].name if len(who) == 1 else "den, I vælger"
        super().__init__(theme, title, yes, intro.format(name=name))
        self._who = Choice("Medarbejder", ((each.id, each.name) for each in who))
        if len(who) > 1:
            self.add("Medarbejder", self._who)
        self._day = self.line("Dato", danish.short_date(today), 40)
        self._leader = self.line("Leder", leader, NAME_MAX)

    @property
    def person_id(self) -> str:
        """The one it is with."""
        return str(self._who.value)

    @property
    def held_on(self) -> date:
        """The day; only valid once the dialog was accepted."""
        day = danish.parse_date(self._day.text())
        if day is None:
            raise ValueError(self._day.text())
        return day

    @property
    def leader(self) -> str:
        """The leader's name, perhaps empty."""
        return texts.name(self._leader.text())

    def fault(self) -> str:
        return date_fault(self._day.text()) if self._day.text().strip() else "Skriv en dato."
