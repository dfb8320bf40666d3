"""How far a talk has come, in words and counts of items; never a total, never a percentage."""

from collections.abc import Iterable
from dataclasses import dataclass

from kompasskive.dialogue.model import Dialogue, Viewpoint
from kompasskive.framework.model import (
    CompetenceField,
    Dimension,
    Framework,
    Item,
    Level,
    Mark,
)
from kompasskive.kept import Kept

SETTLED = (Mark.CONFIDENT, Mark.SHARES)
_SPECIALIST = 5
_TOUCHED = Kept[str](16)
_LEVEL_WORDS = {Level.BASIC: "grundlæggende", Level.SPECIALISED: "specialiserede"}


def tally(
    dialogue: Dialogue, items: Iterable[Item], viewpoint: Viewpoint = Viewpoint.AGREED
) -> "Tally":
    """Counts items: "Ikke relevant" is discussed but leaves the denominator `relevant`."""
    settled = relevant = undiscussed = total = 0
    for item in items:
        answer = dialogue.answer(item.id, viewpoint)
        total += 1
        settled += answer.mark in SETTLED
        relevant += not answer.not_relevant
        undiscussed += not answer.discussed
    return Tally(settled, relevant, undiscussed, total)


def is_touched(dialogue: Dialogue, field: CompetenceField) -> bool:
    """Whether the two have said anything about the field: an item, a placement or both."""
    return any(dialogue.answer(i.id).discussed for i in _in_use(field)) or any(
        dialogue.placement(field.id, d) is not None for d in Dimension
    )


def fields_touched(framework: Framework, dialogue: Dialogue) -> str:
    """ "4 af 6 felter berørt"."""
    return _TOUCHED.of((framework, dialogue), lambda: _fields_touched(framework, dialogue))


def _fields_touched(framework: Framework, dialogue: Dialogue) -> str:
    touched = sum(is_touched(dialogue, field) for field in framework.fields)
    return f"{touched} af {len(framework.fields)} felter berørt"


def summary(framework: Framework, dialogue: Dialogue) -> tuple[str, ...]:
    """What the two are about to approve, in counts of words of their own; never a result.

    "4 af 6 felter berørt", "2 styrkepositioner, 1 udviklingspotentiale, 3 aftaler" ...
    """
    waiting = sum(not topic.closed for topic in dialogue.parked)
    to_file = sum(note.to_file for note in dialogue.notes)
    plan = (
        _counted(len(dialogue.strengths), "styrkeposition", "styrkepositioner"),
        _counted(len(dialogue.potentials), "udviklingspotentiale", "udviklingspotentialer"),
        _counted(len(dialogue.agreements), "aftale", "aftaler"),
    )
    told = (
        fields_touched(framework, dialogue),
        ", ".join(part for part in plan if part) or "Ingen plan endnu",
        _counted(waiting, "parkeret emne venter", "parkerede emner venter"),
        _counted(to_file, "note til personalesagen", "noter til personalesagen"),
    )
    return tuple(part for part in told if part)


def _counted(count: int, one: str, several: str) -> str:
    return f"{count} {one if count == 1 else several}" if count else ""


def field_progress(dialogue: Dialogue, field: CompetenceField) -> str:
    """ "Alle punkter drøftet", "I gang – 2 af 10 punkter" or "Ikke drøftet endnu"."""
    counts = tally(dialogue, _in_use(field))
    if not is_touched(dialogue, field):
        return "Ikke drøftet endnu"
    if counts.discussed == 0:
        return "Placeret – ingen punkter endnu"
    if counts.undiscussed == 0:
        return "Alle punkter drøftet"
    return f"I gang – {counts.discussed} af {counts.total} punkter"


def level_progress(
    dialogue: Dialogue, field: CompetenceField, level: Level, first_name: str = ""
) -> str:
    """ "2 af 5 drøftet"; for a specialised level not begun, an invitation instead of a zero."""
    counts = tally(dialogue, field.at(level))
    if level is Level.SPECIALISED and counts.discussed == 0:
        return f"Tal om dem, der er noget for {first_name or 'jer'}"
    return f"{counts.discussed} af {counts.total} drøftet"


def support(dialogue: Dialogue, field: CompetenceField) -> str:
    """What the items say beside the ladders, such as "1 af 5 grundlæggende er fast praksis".

    The specialised level is mentioned only where something is fast praksis.
    """
    told = (
        support_of(tally(dialogue, field.at(level)), level)
        for level in (Level.BASIC, Level.SPECIALISED)
    )
    return " · ".join(sentence for sentence in told if sentence)


def support_of(counts: "Tally", level: Level) -> str:
    """What the items of one level say; "" for a specialised level with nothing settled."""
    words = _LEVEL_WORDS[level]
    settled = f"{counts.settled} af {counts.relevant} {words} er fast praksis"
    if level is Level.SPECIALISED:
        return settled if counts.settled else ""
    if counts.relevant == 0:
        return f"Ingen {words} er relevante"
    if counts.undiscussed == counts.relevant:
        return f"Ingen {words} er drøftet endnu"
    return f"{settled}, {counts.undiscussed} ikke drøftet" if counts.undiscussed else settled


def asks_for_example(dialogue: Dialogue, field: CompetenceField, dimension: Dimension) -> bool:
    """Whether to ask "Hvilket eksempel viser det?": 5-6 with nothing specialised settled yet."""
    placement = dialogue.placement(field.id, dimension)
    level = placement.level if placement else None
    depth = tally(dialogue, field.at(Level.SPECIALISED))
    return level is not None and level >= _SPECIALIST and depth.settled == 0


def _in_use(field: CompetenceField) -> tuple[Item, ...]:
    return (*field.at(Level.BASIC), *field.at(Level.SPECIALISED))


@dataclass(frozen=True, slots=True)
class Tally:
    """Items: settled (Sikker, Deler) of relevant; undiscussed ones are relevant; total is all."""

    settled: int
    relevant: int
    undiscussed: int
    total: int

    @property
    def discussed(self) -> int:
        """Items with a mark or said not to be relevant."""
        return self.total - self.undiscussed
