""" "Giv os et spørgsmål": which prompt comes next, one at a time."""

from collections import Counter
from collections.abc import Sequence

from kompasskive.framework.model import Framework, Prompt, PromptKind

_CYCLE = tuple(PromptKind)


def next_prompt(
    framework: Framework, field_id: str | None, asked: Sequence[str], pick: int
) -> Prompt:
    """A prompt about the field (or the talk as a whole), never the one asked last.

    Prompts asked least often come first, and their kinds take turns. `asked` holds the ids asked
    so far, oldest first; `pick` is any whole number and chooses among equals.
    ValueError when the framework has no prompt to ask.
    """
    pool = _pool(framework, field_id)
    if not pool:
        raise ValueError("no prompt to ask")
    last = asked[-1] if asked else None
    others = [p for p in pool if p.id != last] or pool
    times = Counter(asked)
    fewest = min(times[p.id] for p in others)
    fresh = [p for p in others if times[p.id] == fewest]
    turn = _turn(pool, last)
    first = min(fresh, key=lambda p: turn.index(p.kind))
    equals = [p for p in fresh if p.kind is first.kind]
    return equals[pick % len(equals)]


def _pool(framework: Framework, field_id: str | None) -> list[Prompt]:
    own = framework.field(field_id).prompts if field_id is not None else ()
    return [*own, *framework.prompts]


def _turn(pool: list[Prompt], last: str | None) -> tuple[PromptKind, ...]:
    kind = next((p.kind for p in pool if p.id == last), _CYCLE[-1])
    after = _CYCLE.index(kind) + 1
    return _CYCLE[after:] + _CYCLE[:after]
