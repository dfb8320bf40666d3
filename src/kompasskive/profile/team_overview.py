"""Teamoverblik: the leader's own, named view of who has what; it never leaves the file.

There are no thresholds here, so it is hidden in "Vis for os begge" and not printed by default.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from kompasskive import danish
from kompasskive.dialogue.model import (
    Agreement,
    AgreementStatus,
    Dialogue,
    DialogueKind,
    Employee,
    Workbook,
)
from kompasskive.dialogue.overview import OLD_PLAN, Standing, standing
from kompasskive.dialogue.progress import tally
from kompasskive.framework.model import BASELINE, CompetenceField, Dimension, Framework, Level, Mark
from kompasskive.profile.counting import counted_talks, is_in_use
from kompasskive.profile.team_model import (
    FieldOverview,
    FunctionRow,
    PersonCell,
    PersonRow,
    TeamOverview,
)

_OPEN = (AgreementStatus.OPEN, AgreementStatus.IN_PROGRESS)
NO_TALK = "Ingen godkendt samtale"
NO_FUNCTION = "Uden jobfunktion"


def team_overview(
    workbook: Workbook, framework: Framework, today: date, team_id: str | None = None
) -> TeamOverview:
    """Everyone in use, or one team, by what their latest approved talk says.

    What was held with another framework is read by the fields' ids.
    """
    talks = {t.employee_id: t for t in counted_talks(workbook, DialogueKind.DIALOGUE, today)}
    people = _people(workbook, today, team_id)
    own: dict[str | None, list[Dialogue]] = defaultdict(list)
    for talk in workbook.dialogues:
        own[talk.employee_id].append(talk)
    rows = tuple(
        _row(replace(workbook, dialogues=tuple(own[p.id])), framework, p, talks.get(p.id), today)
        for p in people
    )
    return TeamOverview(
        rows=rows,
        fields=tuple(_field(framework, f, rows) for f in framework.fields),
        functions=tuple(_functions(framework, rows)),
    )


def _people(workbook: Workbook, today: date, team_id: str | None) -> list[Employee]:
    chosen = (p for p in workbook.people if is_in_use(p, today))
    own = [p for p in chosen if team_id is None or p.team_id == team_id]
    return sorted(own, key=lambda p: danish.sort_key(p.name))


def _row(
    workbook: Workbook,
    framework: Framework,
    person: Employee,
    talk: Dialogue | None,
    today: date,
) -> PersonRow:
    """One person; `workbook` has only their talks."""
    where = standing(workbook, person)
    return PersonRow(
        person=person,
        team=where.team,
        job_functions=where.job_functions,
        held_on=talk.held_on if talk else None,
        cells=tuple(_cell(framework, f, talk) for f in framework.fields),
        agreements=_open_agreements(talk),
        due=_due(where, talk, today),
    )


def _due(where: Standing, talk: Dialogue | None, today: date) -> str:
    if talk is None:
        return where.state_word if where.latest else NO_TALK
    if where.plan_is_old(today):
        return f"Plan: {OLD_PLAN[:1].lower()}{OLD_PLAN[1:]}"
    day = where.follow_up_on
    return f"Opfølgning {danish.short_date(day)}" if day is not None and day <= today else ""


def _open_agreements(talk: Dialogue | None) -> tuple[Agreement, ...]:
    return tuple(a for a in talk.agreements if a.status in _OPEN) if talk else ()


def _cell(framework: Framework, field: CompetenceField, talk: Dialogue | None) -> PersonCell:
    if talk is None:
        return PersonCell(field.id, "Ikke drøftet", broad=False, deep=False, shares=False)
    levels = [_level(talk, field, dimension) for dimension in Dimension]
    placed = [level for level in levels if level is not None]
    counts = {level: tally(talk, field.at(level)) for level in Level}
    basic, special = counts[Level.BASIC], counts[Level.SPECIALISED]
    all_basic = basic.discussed > 0 and basic.relevant > 0 and basic.settled == basic.relevant
    items = (i for level in Level for i in field.at(level))
    return PersonCell(
        field_id=field.id,
        words=_words(framework, levels, talk, field),
        broad=min(placed) >= BASELINE if placed else all_basic,
        deep=max(placed) > BASELINE if placed else special.settled > 0,
        shares=any(talk.answer(i.id).mark is Mark.SHARES for i in items)
        or any(level == 6 for level in placed),
    )


def _level(talk: Dialogue, field: CompetenceField, dimension: Dimension) -> int | None:
    placement = talk.placement(field.id, dimension)
    return placement.level if placement else None


def _words(
    framework: Framework, levels: list[int | None], talk: Dialogue, field: CompetenceField
) -> str:
    if all(level is None for level in levels):
        return _item_words(talk, field)
    told = (
        (framework.dimension(d).name, "–" if level is None else framework.placement_word(level))
        for d, level in zip(Dimension, levels, strict=True)
    )
    return " · ".join(f"{name}: {word}" for name, word in told)


def _item_words(talk: Dialogue, field: CompetenceField) -> str:
    basic = tally(talk, field.at(Level.BASIC))
    special = tally(talk, field.at(Level.SPECIALISED))
    if not basic.discussed and not special.discussed:
        return "Ikke drøftet"
    told = [f"{basic.settled} af {basic.relevant} grundlæggende"] if basic.discussed else []
    told += [f"{special.settled} specialiserede"] if special.settled else []
    return " · ".join(told) or "Ingen fast praksis endnu"


def _field(
    framework: Framework, field: CompetenceField, rows: tuple[PersonRow, ...]
) -> FieldOverview:
    own = [(row, cell) for row in rows for cell in row.cells if cell.field_id == field.id]
    return FieldOverview(
        field_id=field.id,
        number=framework.number(field.id),
        field=field.name,
        broad=_named(own, "broad"),
        deep=_named(own, "deep"),
        may_be_asked=tuple(
            row.person for row, cell in own if cell.shares and row.person.may_be_named
        ),
        discussed=sum(row.held_on is not None for row, _ in own),
    )


def _named(own: Iterable[tuple[PersonRow, PersonCell]], what: str) -> tuple[Employee, ...]:
    return tuple(row.person for row, cell in own if getattr(cell, what))


def _functions(framework: Framework, rows: tuple[PersonRow, ...]) -> Iterator[FunctionRow]:
    names = {name for row in rows for name in row.job_functions or (NO_FUNCTION,)}
    for name in sorted(names, key=danish.sort_key):
        own = [row for row in rows if name in (row.job_functions or (NO_FUNCTION,))]
        deep = Counter(c.field_id for row in own for c in row.cells if c.deep)
        broad = Counter(c.field_id for row in own for c in row.cells if c.broad)
        ids = [f.id for f in framework.fields]
        yield FunctionRow(name, len(own), tuple(broad[i] for i in ids), tuple(deep[i] for i in ids))
