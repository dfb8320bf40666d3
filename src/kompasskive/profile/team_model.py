"""Teamoverblik as immutable values: people by field, fields by people, job functions."""

from dataclasses import dataclass
from datetime import date

from kompasskive.dialogue.model import Agreement, Employee

_MANY = 3


@dataclass(frozen=True, slots=True)
class PersonCell:
    """One person in one field.

    `words` are the placements, or the items where nothing is placed. `broad`: Mestrer or more in
    every placed dimension (or every relevant basic item settled). `deep`: 4 or more in one (or a
    specialised item settled). `shares`: Ressourceperson, or an item at Deler.
    """

    field_id: str
    words: str
    broad: bool
    deep: bool
    shares: bool

    @property
    def short(self) -> str:
        """ "Dybde", "Bredde", "Undervejs" or "Ikke drøftet"."""
        if self.words == "Ikke drøftet":
            return self.words
        if self.deep:
            return "Bredde og dybde" if self.broad else "Dybde"
        return "Bredde" if self.broad else "Undervejs"


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person; `cells` in field order. `held_on` is the approved talk's day.

    `due` says why a talk is due, or is "".
    """

    person: Employee
    team: str
    job_functions: tuple[str, ...]
    held_on: date | None
    cells: tuple[PersonCell, ...]
    agreements: tuple[Agreement, ...]
    due: str


@dataclass(frozen=True, slots=True)
class FieldOverview:
    """One field across people.

    `may_be_asked` share what they can and have ticked "Jeg vil gerne nævnes". `discussed` are
    people with an approved talk.
    """

    field_id: str
    number: int
    field: str
    broad: tuple[Employee, ...]
    deep: tuple[Employee, ...]
    may_be_asked: tuple[Employee, ...]
    discussed: int

    @property
    def sentence(self) -> str:
        """What to notice: depth on none or one, overlap of many, or ""."""
        if not self.discussed:
            return ""
        if not self.deep:
            return "Ingen har dybde her."
        if len(self.deep) == 1:
            return f"Dybden hviler på {self.deep[0].name}."
        if len(self.deep) >= _MANY and 2 * len(self.deep) > self.discussed:
            return f"{len(self.deep)} af {self.discussed} har dybde her – et overlap at bruge."
        return ""


@dataclass(frozen=True, slots=True)
class FunctionRow:
    """One job function: how many people, and per field those with breadth and with depth."""

    name: str
    people: int
    broad: tuple[int, ...]
    deep: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TeamOverview:
    """Rows by name in Danish order; fields in the framework's order; functions by name."""

    rows: tuple[PersonRow, ...]
    fields: tuple[FieldOverview, ...]
    functions: tuple[FunctionRow, ...]

    @property
    def gaps(self) -> tuple[FieldOverview, ...]:
        """Fields whose depth rests on one or none."""
        return tuple(f for f in self.fields if f.discussed and len(f.deep) < 2)

    @property
    def open_agreements(self) -> tuple[tuple[Employee, Agreement], ...]:
        """Every open agreement with whose it is, the earliest first."""
        told = [(row.person, agreement) for row in self.rows for agreement in row.agreements]
        return tuple(sorted(told, key=lambda x: x[1].due_on or x[1].follow_up_on or date.max))

    @property
    def due(self) -> tuple[PersonRow, ...]:
        """People whose talk or follow-up is due."""
        return tuple(row for row in self.rows if row.due)
