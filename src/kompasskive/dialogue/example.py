"""An example workbook to look at and to try things out in: invented people, real shapes."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from uuid import NAMESPACE_URL, UUID, uuid5

from kompasskive.dialogue.example_cast import BORGER, VIRKSOMHED, Role, role
from kompasskive.dialogue.example_jens import jens_now, jens_then
from kompasskive.dialogue.model import (
    About,
    Agreement,
    Approval,
    Dialogue,
    DialogueState,
    Employee,
    JobFunction,
    Statement,
    Team,
    Workbook,
)
from kompasskive.dialogue.shorthand import Line, read_items, read_placements
from kompasskive.framework.model import CompetenceField, Dimension, Framework, Level

ORGANISATION = "Jobcenter Eksempelby"
LEADER = "Mette Holm"
_SIGNS = (("0011122.", "00...."), ("11222222.", "0011.."), ("2222233", "112223."))
_STRENGTHS = (
    "Bruges af kollegerne, når en sag går i stå.",
    "Finder nye veje, når de kendte ikke rækker.",
    "Skaber ro og retning i svære samtaler.",
)
_POTENTIALS = (
    "Vil gerne følge en kollega i to sager.",
    "Kan med fordel få fast sparring det næste halve år.",
    "Vil gerne prøve nye metoder af sammen med en makker.",
)


def example_workbook(framework: Framework, people: int, seed: int, today: date) -> Workbook:
    """A workbook with that many people, Jens Jensen first; the same for the same arguments.

    `framework` has the bundled framework's ids. ValueError when `people` is below 1.
    """
    if people < 1:
        raise ValueError("an example has at least one person")
    example = _Example(framework, seed, today)
    cast = [role(index, partial(example.draw, f"role-{index}")) for index in range(people)]
    functions = dict.fromkeys(name for member in cast for name in member.job_functions)
    return Workbook(
        id=example.id("workbook"),
        organisation=ORGANISATION,
        leader=LEADER,
        teams=tuple(Team(example.id(name), name) for name in (VIRKSOMHED, BORGER)),
        job_functions=tuple(JobFunction(example.id(name), name) for name in functions),
        people=tuple(_employee(example, index, member) for index, member in enumerate(cast)),
        dialogues=tuple(
            talk for index, member in enumerate(cast) for talk in _talks(example, index, member)
        ),
        frameworks=(framework,),
    )


def _employee(example: "_Example", index: int, member: Role) -> Employee:
    return Employee(
        id=example.person_id(index),
        name=member.name,
        team_id=example.id(member.team),
        job_function_ids=tuple(example.id(name) for name in member.job_functions),
        started_on=example.today - timedelta(days=500 + example.draw(f"start-{index}", "", 3000)),
    )


def _talks(example: "_Example", index: int, member: Role) -> tuple[Dialogue, ...]:
    if member.talked_days_ago is None:
        return ()
    talk = Dialogue(
        id=example.id(f"talk-{index}"),
        framework_key=example.framework.key,
        employee_id=example.person_id(index),
        held_on=example.today - timedelta(days=member.talked_days_ago),
        team_id=example.id(member.team),
        leader=LEADER,
    )
    if index == 0:
        jens = (example.framework, talk, example.id, example.today)
        return jens_then(*jens), jens_now(*jens)
    return (_talk(example, talk, member),)


def _talk(example: "_Example", talk: Dialogue, member: Role) -> Dialogue:
    fields = example.framework.fields
    told = fields if member.approved else fields[: len(fields) // 2]
    lines = {field.id: _line(partial(example.draw, talk.id), field) for field in told}
    whole = replace(
        talk,
        items=read_items(example.framework, lines),
        placements=read_placements(lines),
        strengths=(_statement(example, talk, "strength", _STRENGTHS),),
        potentials=(_statement(example, talk, "potential", _POTENTIALS),),
        agreements=(_agreement(example, talk, member),),
    )
    if not member.approved:
        return whole
    approval = Approval(datetime.combine(talk.held_on, time(14, 5), UTC))
    return replace(whole, state=DialogueState.APPROVED, approval=approval)


def _line(draw: Callable[[str, int], int], field: CompetenceField) -> Line:
    """Signs round one tendency per field, so that a profile has hills and valleys."""
    tendency = (0, 1, 1, 1, 2)[draw(field.id, 5)]
    basic, specialised = _SIGNS[tendency]
    levels = (min(6, 2 * tendency + draw(f"{field.id}-{d}", 3)) for d in Dimension)
    return Line(
        placements="".join(map(str, levels)),
        basic="".join(basic[draw(i.id, len(basic))] for i in field.at(Level.BASIC)),
        specialised="".join(
            specialised[draw(i.id, len(specialised))] for i in field.at(Level.SPECIALISED)
        ),
    )


def _statement(example: "_Example", talk: Dialogue, kind: str, texts: tuple[str, ...]) -> Statement:
    fields = example.framework.fields
    about = About(fields[example.draw(talk.id, f"{kind}-field", len(fields))].id)
    text = texts[example.draw(talk.id, kind, len(texts))]
    return Statement(example.id(f"{talk.id}-{kind}"), about, text)


def _agreement(example: "_Example", talk: Dialogue, member: Role) -> Agreement:
    forms = example.framework.learning_forms
    form = forms[example.draw(talk.id, "form", len(forms))]
    follow_up_on = example.today + timedelta(days=member.follow_up_in_days)
    return Agreement(
        id=example.id(f"{talk.id}-agreement"),
        what="Prøver det aftalte af i to forløb og fortæller teamet om det",
        field_id=example.framework.fields[
            example.draw(talk.id, "field", len(example.framework.fields))
        ].id,
        dimensions=(form.dimension,) if form.dimension else (),
        learning_forms=(form.name,),
        who=member.name.split()[0],
        due_on=follow_up_on + timedelta(days=30),
        follow_up="Kort status",
        follow_up_on=follow_up_on,
    )


@dataclass(frozen=True, slots=True)
class _Example:
    framework: Framework
    seed: int
    today: date

    def id(self, key: str) -> str:
        return str(self._hash(key))

    def person_id(self, index: int) -> str:
        return self.id(f"person-{index}")

    def draw(self, scope: str, key: str, below: int) -> int:
        return self._hash(f"{scope}/{key}").int % below

    def _hash(self, key: str) -> UUID:
        return uuid5(NAMESPACE_URL, f"kompasskive/{self.seed}/{key}")
