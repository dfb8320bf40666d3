"""What the organisation wants in each field beside what it has; no goal, no verdict."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kompasskive.dialogue.organisation import Goal
from kompasskive.framework.model import CompetenceField, Framework, Level
from kompasskive.profile.organisation import (
    NOT_PLACED_WORD,
    TOO_FEW,
    Count,
    OrganisationProfile,
    Shown,
)


class Verdict(StrEnum):
    """GAP is below what is wanted, SURPLUS above; NONE is neither, or cannot be told."""

    NONE = "none"
    GAP = "gap"
    SURPLUS = "surplus"


VERDICT_WORDS = {
    Verdict.NONE: "",
    Verdict.GAP: "Kompetencehul",
    Verdict.SURPLUS: "Overrepræsentation",
}
_LAST = 10_000


def goal_lines(
    framework: Framework, profile: OrganisationProfile, goals: Iterable[Goal]
) -> tuple["GoalLine", ...]:
    """A line per field, in the framework's order.

    A field without a goal has its numbers and no verdict. What a field has is its strongest
    dimension; where dimensions are not placed it is "Bredde og dybde".
    """
    by_field = {goal.field_id: goal for goal in goals}
    return tuple(_line(framework, profile, f, by_field.get(f.id)) for f in framework.fields)


def by_importance(lines: Iterable["GoalLine"]) -> tuple["GoalLine", ...]:
    """The lines with a verdict: gaps before surpluses, by local priority, then as they stand."""
    order = {Verdict.GAP: 0, Verdict.SURPLUS: 1}
    told = [line for line in lines if line.verdict is not Verdict.NONE]
    return tuple(sorted(told, key=lambda x: (order[x.verdict], x.priority or _LAST, x.number)))


def _line(
    framework: Framework, profile: OrganisationProfile, field: CompetenceField, goal: Goal | None
) -> "GoalLine":
    breadth, depth = has_breadth(profile, field.id), has_depth(profile, field.id)
    return GoalLine(
        field_id=field.id,
        number=framework.number(field.id),
        field=field.name,
        priority=goal.priority if goal else None,
        breadth=_wanted(
            breadth,
            _breadth_wanted(goal, breadth),
            _unknown(profile, field.id, Level.BASIC),
        ),
        depth=_wanted(
            depth,
            goal.depth if goal else None,
            _unknown(profile, field.id, Level.SPECIALISED),
        ),
    )


def _breadth_wanted(goal: Goal | None, has: Count | None) -> int | None:
    if goal is None:
        return None
    if goal.breadth is None:
        return has.of if has else None
    return goal.breadth


def has_breadth(profile: OrganisationProfile, field_id: str) -> Count | None:
    """People at 3 or more in the field's strongest dimension, or with the basic items settled."""
    cells = [c.breadth for c in profile.cells if c.field_id == field_id and c.breadth]
    return _strongest(cells) or profile.level(field_id, Level.BASIC).settled


def has_depth(profile: OrganisationProfile, field_id: str) -> Count | None:
    """People at 4 or more in the field's strongest dimension, or with a specialised item."""
    cells = [c.depth for c in profile.cells if c.field_id == field_id and c.depth]
    return _strongest(cells) or profile.level(field_id, Level.SPECIALISED).settled


def _strongest(counts: Iterable[Count]) -> Count | None:
    return max(counts, key=lambda c: (c.low, c.high), default=None)


def _unknown(profile: OrganisationProfile, field_id: str, level: Level) -> str:
    """Why a field has no number: too few people, or nobody placed and nothing discussed."""
    shown = {c.shown for c in profile.cells if c.field_id == field_id}
    empty = shown | {profile.level(field_id, level).shown} == {Shown.NOT_PLACED}
    return NOT_PLACED_WORD if empty else TOO_FEW


def _wanted(has: Count | None, wanted: int | None, unknown: str) -> "Wanted":
    return Wanted(has, wanted, _verdict(has, wanted), unknown)


def _verdict(has: Count | None, wanted: int | None) -> Verdict:
    if has is None or wanted is None:
        return Verdict.NONE
    if has.high < wanted:
        return Verdict.GAP
    return Verdict.SURPLUS if has.low > wanted else Verdict.NONE


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a field has of something, what is wanted, and what follows; None is `unknown`."""

    has: Count | None
    wanted: int | None
    verdict: Verdict
    unknown: str = TOO_FEW

    @property
    def words(self) -> str:
        """ "7 af ønskede 14", "10, ønsket 5", "7" without a goal, "for få" or "ikke placeret"."""
        if self.has is None:
            return self.unknown if self.wanted is None else f"{self.unknown}, ønsket {self.wanted}"
        if self.wanted is None:
            return self.has.words
        if self.verdict is Verdict.SURPLUS:
            return f"{self.has.words}, ønsket {self.wanted}"
        return f"{self.has.words} af ønskede {self.wanted}"


@dataclass(frozen=True, slots=True)
class GoalLine:
    """One field: its local priority (1 first), and its breadth and depth beside what is wanted."""

    field_id: str
    number: int
    field: str
    priority: int | None
    breadth: Wanted
    depth: Wanted

    @property
    def verdict(self) -> Verdict:
        """A gap in either makes the field a gap; a surplus in either a surplus."""
        verdicts = (self.breadth.verdict, self.depth.verdict)
        return next((v for v in (Verdict.GAP, Verdict.SURPLUS) if v in verdicts), Verdict.NONE)

    @property
    def word(self) -> str:
        """ "Kompetencehul", "Overrepræsentation" or ""."""
        return VERDICT_WORDS[self.verdict]

    @property
    def words(self) -> tuple[str, ...]:
        """What decides the verdict: ("Bredde: 7 af ønskede 14",), or both where there is none."""
        both = (("Bredde", self.breadth), ("Dybde", self.depth))
        told = [x for x in both if self.verdict is Verdict.NONE or x[1].verdict is self.verdict]
        return tuple(f"{name}: {wanted.words}" for name, wanted in told)

    @property
    def told(self) -> str:
        """ "Bredde: 7 af ønskede 14. Dybde: 10, ønsket 5."."""
        return " ".join(f"{words}." for words in self.words)
