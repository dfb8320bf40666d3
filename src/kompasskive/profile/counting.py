"""From talks to histograms: the latest approved talk of each person, counted once."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from kompasskive.dialogue.model import (
    Agreement,
    AgreementStatus,
    Dialogue,
    DialogueKind,
    DialogueState,
    Employee,
    PlacementState,
    Workbook,
)
from kompasskive.dialogue.progress import tally
from kompasskive.framework.model import (
    BASELINE,
    CompetenceField,
    Dimension,
    Framework,
    Item,
    Level,
    Mark,
)
from kompasskive.profile.comparison import unchanged_items
from kompasskive.profile.histograms import (
    OTHER_FORM,
    CellKey,
    FieldKey,
    GroupKey,
    Histograms,
    NeedKey,
    NeedKind,
    build,
)
from kompasskive.telling import Tell, passing, quietly

OPEN_AGREEMENTS = (AgreementStatus.OPEN, AgreementStatus.IN_PROGRESS)
_MARKS = tuple(Mark)


def is_in_use(person: Employee, last: date) -> bool:
    """Whether a person still belongs to the organisation on the period's last day."""
    return not person.archived and (person.left_on is None or person.left_on > last)


def counted_talks(workbook: Workbook, kind: DialogueKind, last: date) -> tuple[Dialogue, ...]:
    """The latest approved talk of that kind, held by `last`, of each person in use."""
    people = {p.id for p in workbook.people if is_in_use(p, last)}
    latest: dict[str, Dialogue] = {}
    for talk in workbook.dialogues:
        person = talk.employee_id
        approved = talk.state is DialogueState.APPROVED and talk.kind is kind
        if person in people and approved and talk.held_on <= last:
            before = latest.get(person)
            if before is None or before.held_on <= talk.held_on:
                latest[person] = talk
    return tuple(latest.values())


def count(
    workbook: Workbook,
    framework: Framework,
    kind: DialogueKind,
    last: date,
    tell: Tell = quietly,
) -> Histograms:
    """The histograms of one series in the words of `framework`.

    Of talks held with another framework only unchanged items and fields of the same id count.
    """
    people = {p.id: p for p in workbook.people}
    names = {f.id: f.name for f in workbook.job_functions}
    counted = _Counted(framework)
    talks = counted_talks(workbook, kind, last)
    for talk in passing(talks, len(talks), tell):
        person = people[talk.employee_id or ""]
        functions = {names[i] for i in person.job_function_ids if i in names}
        counted.add(workbook.framework_of(talk), talk, functions)
    return counted.histograms()


def comparable(framework: Framework, other: Framework) -> frozenset[str]:
    """The items in use in `framework` that `other` has with the same text and level."""
    same = unchanged_items(framework, other)
    in_use = (i.id for f in framework.fields for level in Level for i in f.at(level))
    return frozenset(i for i in in_use if i in same)


class _Counted:
    def __init__(self, framework: Framework) -> None:
        self._framework = framework
        self._same: dict[str, frozenset[str]] = {}
        self._people = 0
        self._cells: dict[CellKey, Counter[int | PlacementState]] = {}
        self._items: dict[str, Counter[Mark | None]] = {}
        self._fields: dict[FieldKey, Counter[bool]] = {}
        self._needs: Counter[NeedKey] = Counter()
        self._groups: dict[GroupKey, Counter[bool]] = {}

    def add(self, held_with: Framework, talk: Dialogue, functions: Iterable[str]) -> None:
        if held_with.key not in self._same:
            self._same[held_with.key] = comparable(self._framework, held_with)
        same = self._same[held_with.key]
        self._people += 1
        for field in self._framework.fields:
            self._add_placements(field, talk, functions)
            for level in Level:
                self._add_items(field, level, talk, [i for i in field.at(level) if i.id in same])
        self._needs.update(set(_needs(self._framework, talk, same)))

    def _add_placements(
        self, field: CompetenceField, talk: Dialogue, functions: Iterable[str]
    ) -> None:
        levels: list[int] = []
        for dimension in Dimension:
            placement = talk.placement(field.id, dimension)
            if placement is not None:
                said = placement.state if placement.level is None else placement.level
                self._cells.setdefault((field.id, dimension), Counter())[said] += 1
                levels += [placement.level] if placement.level is not None else []
        if levels:
            for name in functions:
                deep = max(levels) > BASELINE
                self._groups.setdefault((name, field.id), Counter())[deep] += 1

    def _add_items(
        self, field: CompetenceField, level: Level, talk: Dialogue, items: list[Item]
    ) -> None:
        counts = tally(talk, items)
        for item in items:
            answer = talk.answer(item.id)
            if answer.discussed:
                self._items.setdefault(item.id, Counter())[answer.mark] += 1
        if counts.discussed:
            enough = counts.relevant if level is Level.BASIC else 1
            settled = counts.relevant > 0 and counts.settled >= enough
            self._fields.setdefault((field.id, level), Counter())[settled] += 1

    def histograms(self) -> Histograms:
        return build(
            self._framework,
            self._people,
            {
                key: (
                    tuple(c[level] for level in range(7)),
                    c[PlacementState.LET_STAND],
                    c[PlacementState.NOT_RELEVANT],
                )
                for key, c in self._cells.items()
            },
            {key: (tuple(c[m] for m in _MARKS), c[None]) for key, c in self._items.items()},
            {key: (c.total(), c[True]) for key, c in self._fields.items()},
            dict(self._needs),
            {key: (c.total(), c[True]) for key, c in self._groups.items()},
        )


def _needs(framework: Framework, talk: Dialogue, same: frozenset[str]) -> Iterator[NeedKey]:
    fields = {None, *(f.id for f in framework.fields)}
    known = {form.name for form in framework.learning_forms}
    for potential in talk.potentials:
        if potential.about.field_id in fields:
            yield NeedKind.POTENTIAL, potential.about.field_id, potential.about.dimension, ""
    for agreement in talk.agreements:
        if agreement.status in OPEN_AGREEMENTS and agreement.field_id in fields:
            yield from _agreed(agreement, known)
    for field in framework.fields:
        items = (i for level in Level for i in field.at(level) if i.id in same)
        if any(talk.answer(i.id).wish for i in items):
            yield NeedKind.WISH, field.id, None, ""


def _agreed(agreement: Agreement, known: set[str]) -> Iterator[NeedKey]:
    forms = {f if f in known else OTHER_FORM for f in agreement.learning_forms} or {""}
    for dimension in agreement.dimensions or (None,):
        for form in forms:
            yield NeedKind.AGREEMENT, agreement.field_id, dimension, form


@dataclass(frozen=True, slots=True)
class Series:
    """Both series of a period: agreed talks and screenings, never mixed."""

    agreed: Histograms
    screening: Histograms


def both_series(workbook: Workbook, framework: Framework, last: date) -> Series:
    """The agreed talks' and the screenings' histograms up to a day."""
    return Series(
        count(workbook, framework, DialogueKind.DIALOGUE, last),
        count(workbook, framework, DialogueKind.SCREENING, last),
    )
