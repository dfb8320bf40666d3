"""What the talk itself suggests for the plan, each with its reason: the pair's to take or leave.

Suggestions come from marks, placements and wishes the two agreed on, and from where they differed
once the cards are turned. The specialised level is never a gap: it counts only where it is shared
or wished for.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from kompasskive import danish
from kompasskive.dialogue.model import About, Dialogue, PlacementState, Viewpoint
from kompasskive.dialogue.plan import StatementKind, has_room, statements
from kompasskive.dialogue.screening import as_told
from kompasskive.framework.model import (
    BASELINE,
    PLACEMENT_LEVELS,
    CompetenceField,
    Dimension,
    Framework,
    Item,
    LearningForm,
    Level,
    Mark,
)

_SPECIALIST = 5
_MANY_ITEMS = 3
_MOST_OF_A_KIND = 3
_MOST_FORMS = 3


def suggest(framework: Framework, dialogue: Dialogue, first_name: str) -> tuple["Suggestion", ...]:
    """At most three suggestions of each kind, strengths first; nothing the plan already has.

    `first_name` may be empty for a team.
    """
    talk = _Talk(framework, as_told(dialogue), first_name)
    found = [
        *_field_strengths(talk),
        *_dimension_strengths(talk),
        *_field_potentials(talk),
        *_dimension_potentials(talk),
        *_differences(talk),
        *_agreements(talk),
    ]
    kinds = ([s for s in found if s.kind is kind] for kind in SuggestionKind)
    return tuple(s for of_kind in kinds for s in of_kind[:_MOST_OF_A_KIND])


def unheard_wishes(framework: Framework, dialogue: Dialogue) -> tuple[str, ...]:
    """Names of the fields with a "Vil gerne udvikle" that nothing in the plan is about."""
    heard = {s.about.field_id for s in (*dialogue.potentials, *dialogue.directions)}
    heard |= {agreement.field_id for agreement in dialogue.agreements}
    talk = _Talk(framework, as_told(dialogue), "")
    return tuple(f.name for f in framework.fields if talk.wished(f) and f.id not in heard)


def learning_forms_for(
    framework: Framework, dimensions: Iterable[Dimension]
) -> tuple[LearningForm, ...]:
    """Every learning form: those of the chosen dimensions first, then the general, then others."""
    chosen = set(dimensions)

    def rank(form: LearningForm) -> int:
        if form.dimension is None:
            return 1
        return 0 if form.dimension in chosen else 2

    return tuple(sorted(framework.learning_forms, key=rank))


def _field_strengths(talk: "_Talk") -> Iterator["Suggestion"]:
    for field in talk.most_first(talk.shared):
        about = About(field.id)
        reason = talk.why_shared(field) or talk.why_deep(field)
        if reason and talk.lacks(StatementKind.STRENGTH, about):
            text = "Har viden og erfaring, som andre kan trække på."
            yield Suggestion(SuggestionKind.STRENGTH, about, text, reason)


def _dimension_strengths(talk: "_Talk") -> Iterator["Suggestion"]:
    word = talk.framework.placement_word(BASELINE)
    for dimension in Dimension:
        about = About(None, dimension)
        count = len(talk.levels(dimension, PLACEMENT_LEVELS[BASELINE:]))
        if talk.is_most(count) and talk.lacks(StatementKind.STRENGTH, about):
            name = talk.framework.dimension(dimension).name
            reason = f"{name}: {word} eller mere i {count} felter"
            text = "Står sikkert på tværs af flere felter."
            yield Suggestion(SuggestionKind.STRENGTH, about, text, reason)


def _field_potentials(talk: "_Talk") -> Iterator["Suggestion"]:
    for field in talk.most_first(talk.wished):
        about = About(field.id)
        if not talk.lacks(StatementKind.POTENTIAL, about):
            continue
        if wished := talk.why_wished(field):
            text = "Vil gerne udvikle sin praksis her, fx sammen med en kollega."
            yield Suggestion(SuggestionKind.POTENTIAL, about, text, wished)
        elif growing := talk.why_growing(field):
            text = "Kan med fordel få sparring på de punkter, der er nye eller på vej."
            yield Suggestion(SuggestionKind.POTENTIAL, about, text, growing)


def _dimension_potentials(talk: "_Talk") -> Iterator["Suggestion"]:
    for dimension in Dimension:
        about = About(None, dimension)
        levels = talk.levels(dimension, PLACEMENT_LEVELS[:BASELINE])
        if talk.is_most(len(levels)) and talk.lacks(StatementKind.POTENTIAL, about):
            words = " eller ".join(talk.framework.placement_word(n) for n in sorted(set(levels)))
            name = talk.framework.dimension(dimension).name
            reason = f"{name}: {words} i {len(levels)} felter"
            text = f"Kan med fordel udvikle sig gennem fx {talk.ways(dimension)}."
            yield Suggestion(SuggestionKind.POTENTIAL, about, text, reason)


def _differences(talk: "_Talk") -> Iterator["Suggestion"]:
    """Cells the two placed differently and have not agreed on since; never averaged."""
    for field in talk.framework.fields:
        for dimension in Dimension:
            about = About(field.id, dimension)
            reason = talk.why_differing(field, dimension)
            if reason and talk.lacks(StatementKind.POTENTIAL, about):
                text = "Ser på en konkret sag sammen, så det bliver tydeligt, hvad hver især ser."
                yield Suggestion(SuggestionKind.POTENTIAL, about, text, reason)


def _agreements(talk: "_Talk") -> Iterator["Suggestion"]:
    agreed = {agreement.field_id for agreement in talk.dialogue.agreements}
    who = talk.first_name or "I"
    for field in talk.framework.fields:
        about = About(field.id)
        if field.id in agreed:
            continue
        if talk.shared(field) and not talk.lacks(StatementKind.STRENGTH, about):
            text = f"{who} viser kollegerne sin måde at arbejde på under {field.name}."
            yield Suggestion(SuggestionKind.AGREEMENT, about, text, talk.why_shared(field))
        elif talk.wished(field) and not talk.lacks(StatementKind.POTENTIAL, about):
            text = f"{who} og en kollega tager to cases sammen under {field.name}."
            yield Suggestion(SuggestionKind.AGREEMENT, about, text, talk.why_wished(field))


def _in_use(field: CompetenceField) -> Iterator[Item]:
    return (item for item in field.items if not item.retired)


def _items(count: int) -> str:
    return "1 punkt" if count == 1 else f"{count} punkter"


class SuggestionKind(StrEnum):
    """What a suggestion becomes when the pair takes it."""

    STRENGTH = "strength"
    POTENTIAL = "potential"
    AGREEMENT = "agreement"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A text to take, rewrite or leave; `reason` is shown after "Fordi:".

    Within a talk `kind` and `about` tell suggestions apart.
    """

    kind: SuggestionKind
    about: About
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class _Talk:
    framework: Framework
    dialogue: Dialogue
    first_name: str

    def most_first(self, count: Callable[[CompetenceField], int]) -> list[CompetenceField]:
        return sorted(self.framework.fields, key=count, reverse=True)

    def lacks(self, kind: StatementKind, about: About) -> bool:
        known = any(s.about == about for s in statements(self.dialogue, kind))
        return has_room(self.dialogue, kind) and not known

    def levels(self, dimension: Dimension, wanted: range) -> list[int]:
        placements = (self.dialogue.placement(f.id, dimension) for f in self.framework.fields)
        return [p.level for p in placements if p and p.level is not None and p.level in wanted]

    def is_most(self, count: int) -> bool:
        return count * 2 > len(self.framework.fields)

    def shared(self, field: CompetenceField) -> int:
        return sum(self.dialogue.answer(i.id).mark is Mark.SHARES for i in _in_use(field))

    def wished(self, field: CompetenceField) -> int:
        return sum(self.dialogue.answer(i.id).wish for i in _in_use(field))

    def why_shared(self, field: CompetenceField) -> str:
        count, whom = self.shared(field), self.first_name or "jer"
        return f"Andre kan trække på {whom} på {_items(count)} under {field.name}" if count else ""

    def why_deep(self, field: CompetenceField) -> str:
        for dimension in Dimension:
            placement = self.dialogue.placement(field.id, dimension)
            if placement and placement.level is not None and placement.level >= _SPECIALIST:
                word = self.framework.placement_word(placement.level)
                return f"{field.name} · {self.framework.dimension(dimension).name}: {word}"
        return ""

    def why_differing(self, field: CompetenceField, dimension: Dimension) -> str:
        if not self.dialogue.revealed:
            return ""
        agreed = self.dialogue.placement(field.id, dimension)
        if agreed is not None and agreed.state is not PlacementState.LET_STAND:
            return ""
        levels = [
            placed.level
            for viewpoint in (Viewpoint.EMPLOYEE, Viewpoint.LEADER)
            if (placed := self.dialogue.placement(field.id, dimension, viewpoint))
            and placed.level is not None
        ]
        if len(set(levels)) < 2:
            return ""
        words = danish.join(f"»{self.framework.placement_word(level)}«" for level in levels)
        name = self.framework.dimension(dimension).name
        return f"I ser forskelligt på {field.name} · {name}: {words}"

    def why_wished(self, field: CompetenceField) -> str:
        count = self.wished(field)
        told = f"»Vil gerne udvikle« er sat ved {_items(count)} under {field.name}"
        return told if count else ""

    def why_growing(self, field: CompetenceField) -> str:
        growing = (Mark.NEW, Mark.UNDER_WAY)
        count = sum(self.dialogue.answer(i.id).mark in growing for i in field.at(Level.BASIC))
        words = " eller ".join(f"»{self.framework.mark_word(mark)}«" for mark in growing)
        told = f"{count} grundlæggende punkter under {field.name} er {words}"
        return told if count >= _MANY_ITEMS else ""

    def ways(self, dimension: Dimension) -> str:
        forms = learning_forms_for(self.framework, [dimension])[:_MOST_FORMS]
        return danish.join(form.name.lower() for form in forms)
