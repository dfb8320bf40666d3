"""One person in the list, as the eye and the screen reader get it: words only."""

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from kompasskive.dialogue.overview import Standing

NEW_TALK = "Ny samtale"
NEW_TEAM_TALK = "Ny teamsamtale"
GO_ON = "Fortsæt samtalen"
LOOK_AT = "Åbn samtalen"


class Weight(Enum):
    """How a cell is told: plainly, as nothing yet, as now, or as something to look at."""

    PLAIN = "plain"
    NONE = "none"
    NOW = "now"
    ATTENTION = "attention"


@dataclass(frozen=True, slots=True)
class PersonRow:
    """`action` is what Enter does; "" when nothing can be done."""

    id: str
    name: str
    functions: str
    team: str
    talk: str
    draft: bool
    follow_up: str
    follow_up_weight: Weight
    plan: str
    plan_weight: Weight
    action: str
    screening: str = ""

    @property
    def described(self) -> str:
        """What Enter does."""
        return f"Enter: {self.action}" if self.action else ""

    @property
    def has_talk(self) -> bool:
        """Whether there is a talk to open."""
        return self.action in (GO_ON, LOOK_AT)

    @property
    def spoken(self) -> str:
        """The row in one sentence."""
        told = (
            self.name,
            self.functions,
            self.team,
            f"seneste samtale: {self.talk}",
            "kladde" if self.draft else "",
            self.screening,
            f"næste opfølgning: {self.follow_up}",
            f"plan: {self.plan}",
        )
        return ", ".join(part for part in told if part)


def team_row(standing: Standing, today: date, writable: bool) -> PersonRow:
    """The row for a team and the talks it holds as a whole."""
    row = person_row(standing, today, writable)
    action = NEW_TEAM_TALK if row.action == NEW_TALK else row.action
    return replace(row, functions="Teamsamtale", action=action)


def person_row(standing: Standing, today: date, writable: bool) -> PersonRow:
    """The row for one person on a day; without `writable` no new talk is offered."""
    person, latest = standing.person, standing.latest
    return PersonRow(
        id=person.id,
        name=person.name,
        functions=", ".join(standing.job_functions),
        team=standing.team,
        talk=standing.state_word,
        draft=latest is not None and latest.is_draft,
        follow_up=standing.follow_up_words(today),
        follow_up_weight=_follow_up_weight(standing, today),
        plan=standing.plan_words(today),
        plan_weight=_plan_weight(standing, today),
        action=_action(standing, writable),
        screening=standing.screening_words,
    )


def _follow_up_weight(standing: Standing, today: date) -> Weight:
    day = standing.follow_up_on
    if day is None:
        return Weight.NONE
    if day == today:
        return Weight.NOW
    return Weight.ATTENTION if day < today else Weight.PLAIN


def _plan_weight(standing: Standing, today: date) -> Weight:
    if standing.plan is None:
        return Weight.NONE
    return Weight.ATTENTION if standing.plan_is_old(today) else Weight.PLAIN


def _action(standing: Standing, writable: bool) -> str:
    if standing.latest is None:
        return NEW_TALK if writable else ""
    return GO_ON if standing.latest.is_draft else LOOK_AT
