"""Teamoverblik: the leader's own, named view of who has what; it never leaves the file.

There are no thresholds here, so it is hidden in "Vis for os begge" and not printed by default.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from kompasskive import danish
from kompasskive.dialogue.model import (
    Agreement,
    AgreementStatus,
    Dialogue,
    DialogueKind,
    Employee,
    ItemAnswer,
    ItemKey,
    PlacementKey,
    Viewpoint,
    Workbook,
)
from kompasskive.dialogue.overview import OLD_PLAN, Standing, standings_of
from kompasskive.dialogue.progress import SETTLED, tally
from kompasskive.framework.model import BASELINE, CompetenceField, Dimension, Framework, Level, Mark
from kompasskive.profile.counting import counted_talks, is_in_use
from kompasskive.profile.team_model import (
    NOT_DISCUSSED,
    FieldOverview,
    FunctionRow,
    PersonCell,
    PersonRow,
    TeamOverview,
)
from kompasskive.telling import Tell, passing, quietly

_OPEN = (AgreementStatus.OPEN, AgreementStatus.IN_PROGRESS)
_RESOURCE = 6
NO_TALK = "Ingen godkendt samtale"
NO_FUNCTION = "Uden jobfunktion"


def team_overview(
    workbook: Workbook,
    framework: Framework,
    today: date,
    team_id: str | None = None,
    tell: Tell = quietly,
) -> TeamOverview:
    """Everyone in use, or one team, by what their latest approved talk says.

    What was held with another framework is read by the fields' ids.
    """
    talks = {t.employee_id: t for t in counted_talks(workbook, DialogueKind.DIALOGUE, today)}
    people, parts = _people(workbook, today, team_id), tuple(map(_parts, framework.fields))
    rows = tuple(
        _row(where, parts, talks.get(where.person.id), today)
        for where in passing(standings_of(workbook, people), len(people), tell)
    )
    return TeamOverview(
        rows=rows,
        fields=tuple(_field(framework, i, rows) for i in range(len(framework.fields))),
        functions=tuple(_functions(framework, rows)),
        open_agreements=_earliest_first(rows),
        due=tuple(row for row in rows if row.due),
        sharing=tuple(row for row in rows if row.can_be_named),
    )


def _people(workbook: Workbook, today: date, team_id: str | None) -> list[Employee]:
    chosen = (p for p in workbook.people if is_in_use(p, today))
    own = [p for p in chosen if team_id is None or p.team_id == team_id]
    return sorted(own, key=lambda p: danish.sort_key(p.name))


def _row(
    where: Standing, parts: Sequence["_Parts"], talk: Dialogue | None, today: date
) -> PersonRow:
    return PersonRow(
        person=where.person,
        team=where.team,
        job_functions=where.job_functions,
        talk=talk,
        cells=tuple(_cell(part, talk) for part in parts) if talk else (_SILENT,) * len(parts),
        agreements=_open_agreements(talk),
        due=_due(where, talk, today),
    )


def _earliest_first(rows: Iterable[PersonRow]) -> tuple[tuple[Employee, Agreement], ...]:
    told = [(row.person, agreement) for row in rows for agreement in row.agreements]
    return tuple(sorted(told, key=lambda x: x[1].due_on or x[1].follow_up_on or date.max))


def _due(where: Standing, talk: Dialogue | None, today: date) -> str:
    if talk is None:
        return where.state_word if where.latest else NO_TALK
    if where.plan_is_old(today):
        return f"Plan: {OLD_PLAN[:1].lower()}{OLD_PLAN[1:]}"
    day = where.follow_up_on
    return f"Opfølgning {danish.short_date(day)}" if day is not None and day <= today else ""


def _open_agreements(talk: Dialogue | None) -> tuple[Agreement, ...]:
    return tuple(a for a in talk.agreements if a.status in _OPEN) if talk else ()


def _cell(part: "_Parts", talk: Dialogue) -> PersonCell:
    there = filter(None, map(talk.placements.get, part.cells))
    placed = [p.level for p in there if p.level is not None]
    basic = [a for a in map(talk.items.get, part.basic) if a is not None and a.discussed]
    special = [a for a in map(talk.items.get, part.special) if a is not None and a.discussed]
    marks = [a.mark for a in (*basic, *special)]
    return _same_cell(
        bool(placed or marks),
        min(placed) >= BASELINE if placed else _all_settled(part, basic),
        max(placed) > BASELINE if placed else any(a.mark in SETTLED for a in special),
        Mark.SHARES in marks or _RESOURCE in placed,
    )


def _all_settled(part: "_Parts", discussed: Sequence[ItemAnswer]) -> bool:
    """Whether something basic is relevant, and all of it is Sikker or Deler."""
    settled = sum(a.mark in SETTLED for a in discussed)
    relevant = len(part.basic) - sum(a.not_relevant for a in discussed)
    return bool(discussed) and relevant > 0 and settled == relevant


def cell_words(framework: Framework, field: CompetenceField, talk: Dialogue | None) -> str:
    """What a talk says of a field: the placements, or the items where nothing is placed."""
    if talk is None:
        return NOT_DISCUSSED
    levels = [_level(talk, field, dimension) for dimension in Dimension]
    if all(level is None for level in levels):
        return _item_words(talk, field)
    told = (
        (framework.dimension(d).name, "–" if level is None else framework.placement_word(level))
        for d, level in zip(Dimension, levels, strict=True)
    )
    return " · ".join(f"{name}: {word}" for name, word in told)


def _level(talk: Dialogue, field: CompetenceField, dimension: Dimension) -> int | None:
    placement = talk.placement(field.id, dimension)
    return placement.level if placement else None


def _item_words(talk: Dialogue, field: CompetenceField) -> str:
    basic = tally(talk, field.at(Level.BASIC))
    special = tally(talk, field.at(Level.SPECIALISED))
    if not basic.discussed and not special.discussed:
        return NOT_DISCUSSED
    told = [f"{basic.settled} af {basic.relevant} grundlæggende"] if basic.discussed else []
    told += [f"{special.settled} specialiserede"] if special.settled else []
    return " · ".join(told) or "Ingen fast praksis endnu"


def _field(framework: Framework, index: int, rows: tuple[PersonRow, ...]) -> FieldOverview:
    field = framework.fields[index]
    own = [(row.person, row.cells[index]) for row in rows]
    return FieldOverview(
        field_id=field.id,
        number=index + 1,
        field=field.name,
        broad=tuple(person for person, cell in own if cell.broad),
        deep=tuple(person for person, cell in own if cell.deep),
        may_be_asked=tuple(p for p, cell in own if cell.shares and p.may_be_named),
        discussed=sum(row.talk is not None for row in rows),
    )


def _functions(framework: Framework, rows: tuple[PersonRow, ...]) -> Iterator[FunctionRow]:
    names = {name for row in rows for name in row.job_functions or (NO_FUNCTION,)}
    for name in sorted(names, key=danish.sort_key):
        own = [row for row in rows if name in (row.job_functions or (NO_FUNCTION,))]
        places = range(len(framework.fields))
        broad = tuple(sum(row.cells[i].broad for row in own) for i in places)
        deep = tuple(sum(row.cells[i].deep for row in own) for i in places)
        yield FunctionRow(name, len(own), broad, deep)


def _parts(field: CompetenceField) -> "_Parts":
    basic, special = (
        tuple((Viewpoint.AGREED, item.id) for item in field.at(level)) for level in Level
    )
    cells = tuple((Viewpoint.AGREED, field.id, dimension) for dimension in Dimension)
    return _Parts(basic, special, cells)


@dataclass(frozen=True, slots=True)
class _Parts:
    """Where a talk keeps what it says of one field."""

    basic: tuple[ItemKey, ...]
    special: tuple[ItemKey, ...]
    cells: tuple[PlacementKey, ...]


_same_cell = cache(PersonCell)
_SILENT = _same_cell(False, False, False, False)
