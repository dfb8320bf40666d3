"""Teamoverblik as immutable values: people by field, fields by people, job functions."""

from dataclasses import dataclass

from kompasskive.dialogue.model import Agreement, Dialogue, Employee

NOT_DISCUSSED = "Ikke drøftet"
_MANY = 3


@dataclass(frozen=True, slots=True)
class PersonCell:
    """One person in one field.

    `broad`: Mestrer or more in every placed dimension (or every relevant basic item settled).
    `deep`: 4 or more in one (or a specialised item settled). `shares`: Ressourceperson, or an
    item at Deler.
    """

    discussed: bool
    broad: bool
    deep: bool
    shares: bool

    @property
    def short(self) -> str:
        """ "Dybde", "Bredde", "Undervejs" or "Ikke drøftet"."""
        if not self.discussed:
            return NOT_DISCUSSED
        if self.deep:
            return "Bredde og dybde" if self.broad else "Dybde"
        return "Bredde" if self.broad else "Undervejs"


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person; `cells` in field order. `talk` is the approved one that is read.

    `due` says why a talk is due, or is "".
    """

    person: Employee
    team: str
    job_functions: tuple[str, ...]
    talk: Dialogue | None
    cells: tuple[PersonCell, ...]
    agreements: tuple[Agreement, ...]
    due: str

    @property
    def can_be_named(self) -> bool:
        """Whether the tick "Jeg vil gerne nævnes" means anything here."""
        return self.person.may_be_named or any(cell.shares for cell in self.cells)


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
    """Rows by name in Danish order; fields in the framework's order; functions by name.

    `open_agreements` with whose they are, the earliest first; `due` are people whose talk or
    follow-up is; `sharing` those who share something or may be named.
    """

    rows: tuple[PersonRow, ...]
    fields: tuple[FieldOverview, ...]
    functions: tuple[FunctionRow, ...]
    open_agreements: tuple[tuple[Employee, Agreement], ...]
    due: tuple[PersonRow, ...]
    sharing: tuple[PersonRow, ...]

    @property
    def gaps(self) -> tuple[FieldOverview, ...]:
        """Fields whose depth rests on one or none."""
        return tuple(f for f in self.fields if f.discussed and len(f.deep) < 2)
