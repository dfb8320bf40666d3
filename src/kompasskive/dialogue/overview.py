"""Where each person stands between talks: latest talk, next follow-up, the plan's age."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from kompasskive import danish
from kompasskive.dialogue.model import (
    Agreement,
    AgreementStatus,
    Dialogue,
    DialogueKind,
    DialogueState,
    Employee,
    Team,
    Workbook,
)
from kompasskive.telling import Tell, passing, quietly

STATE_WORDS: Final = {
    DialogueState.PREPARING: "Forberedes",
    DialogueState.IN_PROGRESS: "I gang",
    DialogueState.IN_REVIEW: "Til gennemlæsning",
    DialogueState.APPROVED: "Godkendt",
    DialogueState.AMENDED: "Ændret",
}
KIND_WORDS: Final = {
    DialogueKind.DIALOGUE: "samtale",
    DialogueKind.SCREENING: "screening",
    DialogueKind.SELF_REFLECTION: "egen refleksion",
    DialogueKind.TEAM: "teamsamtale",
}
OLD_PLAN: Final = "Ældre end 12\u00a0måneder"
_NOT_DONE: Final = (AgreementStatus.OPEN, AgreementStatus.IN_PROGRESS)
_LAST_DAY: Final = date.max


def occasion(talk: Dialogue) -> str:
    """ "samtale 23. november 2026"."""
    return f"{KIND_WORDS[talk.kind]} {danish.long_date(talk.held_on)}"


def standing(workbook: Workbook, person: Employee) -> "Standing":
    """Where one person stands."""
    return _standing(Names.of(workbook), person, workbook.dialogues_of(person.id))


def standings(
    workbook: Workbook, archived: bool = False, tell: Tell = quietly
) -> tuple["Standing", ...]:
    """Everyone in use (or everyone archived), by next follow-up, then by name in Danish order."""
    everyone = [p for p in workbook.people if p.archived == archived]
    rows = passing(standings_of(workbook, everyone), len(everyone), tell)
    return tuple(sorted(rows, key=_order))


def standings_of(workbook: Workbook, people: Iterable[Employee]) -> Iterator["Standing"]:
    """Where each of them stands, in their order; the file's talks are gone through once."""
    names, talks = Names.of(workbook), workbook.dialogues_by_person()
    return (_standing(names, person, talks.get(person.id, ())) for person in people)


def _standing(names: "Names", person: Employee, own: Sequence[Dialogue]) -> "Standing":
    """`own` are the person's talks and screenings, oldest first."""
    talks = [talk for talk in own if talk.kind is not DialogueKind.SCREENING]
    screenings = [talk for talk in own if talk.kind is DialogueKind.SCREENING]
    planned = [talk for talk in talks if has_plan(talk)]
    agreements = planned[-1].agreements if planned else ()
    functions = (names.functions.get(i) for i in person.job_function_ids)
    return Standing(
        person=person,
        team=names.teams.get(person.team_id or "", ""),
        job_functions=tuple(name for name in functions if name is not None),
        latest=talks[-1] if talks else None,
        plan=planned[-1] if planned else None,
        follow_up_on=next_follow_up(agreements),
        screening=screenings[-1] if screenings else None,
    )


def _team_standing(team: Team, talks: Sequence[Dialogue], members: int) -> "Standing":
    planned = [talk for talk in talks if has_plan(talk)]
    agreements = planned[-1].agreements if planned else ()
    return Standing(
        person=Employee(id=team.id, name=team.name),
        team=_members(members),
        job_functions=(),
        latest=talks[-1] if talks else None,
        plan=planned[-1] if planned else None,
        follow_up_on=next_follow_up(agreements),
    )


def team_standings(workbook: Workbook) -> tuple["Standing", ...]:
    """Every team in use, by next follow-up, then by name in Danish order.

    It stands where its talks as a whole do; in a list it takes a person's place.
    """
    members = Counter(p.team_id for p in workbook.people if not p.archived)
    rows = [
        _team_standing(team, workbook.team_talks(team.id), members[team.id])
        for team in workbook.teams
        if not team.archived
    ]
    return tuple(sorted(rows, key=_order))


def _members(count: int) -> str:
    words = "1 medarbejder" if count == 1 else f"{count} medarbejdere"
    return words if count else ""


def talks_of(workbook: Workbook, person_id: str) -> tuple[Dialogue, ...]:
    """A person's talks, oldest first, without the screenings, which are a series of their own."""
    every = workbook.dialogues_of(person_id)
    return tuple(talk for talk in every if talk.kind is not DialogueKind.SCREENING)


def screenings_of(workbook: Workbook, person_id: str) -> tuple[Dialogue, ...]:
    """A person's screenings, oldest first."""
    every = workbook.dialogues_of(person_id)
    return tuple(talk for talk in every if talk.kind is DialogueKind.SCREENING)


def has_plan(talk: Dialogue) -> bool:
    """Whether the talk ended in anything to work with."""
    return bool(talk.agreements or talk.strengths or talk.potentials or talk.directions)


def next_follow_up(agreements: tuple[Agreement, ...]) -> date | None:
    """The earliest day an agreement that is not done is followed up or due; None without one."""
    open_ones = [a for a in agreements if a.status in _NOT_DONE]
    days = [day for a in open_ones for day in (a.follow_up_on, a.due_on) if day is not None]
    return min(days, default=None)


def a_year_before(today: date) -> date:
    """The same day last year; the 28th for a leap day."""
    day = 28 if (today.month, today.day) == (2, 29) else today.day
    return date(today.year - 1, today.month, day)


def matches(row: "Standing", wanted: str) -> bool:
    """Whether every word of `wanted` is in the name, team or job functions, whatever the case."""
    told = " ".join((row.person.name, row.team, *row.job_functions)).casefold()
    return all(word in told for word in wanted.casefold().split())


def _order(row: "Standing") -> tuple[object, ...]:
    return row.follow_up_on or _LAST_DAY, danish.sort_key(row.person.name), row.person.id


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a workbook's teams and job functions, by id."""

    teams: Mapping[str, str]
    functions: Mapping[str, str]

    @classmethod
    def of(cls, workbook: Workbook) -> "Names":
        """Those of a workbook."""
        functions = {f.id: f.name for f in workbook.job_functions}
        return cls({t.id: t.name for t in workbook.teams}, functions)


@dataclass(frozen=True, slots=True)
class Standing:
    """One person between talks. `plan` is the latest talk that ended in a plan.

    `follow_up_on` is the earliest open day of that plan's agreements and may have passed.
    The latest `screening` is told by itself and never stands in for a talk.
    """

    person: Employee
    team: str
    job_functions: tuple[str, ...]
    latest: Dialogue | None
    plan: Dialogue | None
    follow_up_on: date | None
    screening: Dialogue | None = None

    @property
    def state_word(self) -> str:
        """How the latest talk stands: "I gang", "Godkendt" or "Ingen samtale endnu"."""
        return STATE_WORDS[self.latest.state] if self.latest else "Ingen samtale endnu"

    @property
    def screening_words(self) -> str:
        """ "Screening 3.12.2026", "Screening 3.12.2026 (kladde)", or "" without one."""
        if self.screening is None:
            return ""
        draft = " (kladde)" if self.screening.is_draft else ""
        return f"Screening {danish.short_date(self.screening.held_on)}{draft}"

    def plan_is_old(self, today: date) -> bool:
        """Whether the plan is more than twelve months old."""
        return self.plan is not None and self.plan.held_on < a_year_before(today)

    def plan_words(self, today: date) -> str:
        """ "Fra 12.3.2026", "Ny plan undervejs", "Ældre end 12 måneder" or "Ingen plan endnu"."""
        if self.plan is None:
            return "Ingen plan endnu"
        if self.plan_is_old(today):
            return OLD_PLAN
        if self.plan.state in (DialogueState.PREPARING, DialogueState.IN_PROGRESS):
            return "Ny plan undervejs"
        return f"Fra {danish.short_date(self.plan.held_on)}"

    def follow_up_words(self, today: date) -> str:
        """ "I dag", "3.12.2026", "Var 3.10.2026" when the day has passed, or "Ikke aftalt"."""
        day = self.follow_up_on
        if day is None:
            return "Ikke aftalt"
        if day == today:
            return "I dag"
        return f"Var {danish.short_date(day)}" if day < today else danish.short_date(day)
