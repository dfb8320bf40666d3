""" "Giv os et spørgsmål": which prompt comes next, one at a time."""

from collections import Counter
from collections.abc import Sequence

from kompasskive.framework.model import Expression, Framework, Prompt, PromptKind

QUOTED = "hvornår lykkedes det sidst, og hvad gjorde du?"
_CYCLE = tuple(PromptKind)


def next_prompt(
    framework: Framework, field_id: str | None, asked: Sequence[str], pick: int
) -> Prompt:
    """A prompt about the field (or the talk as a whole), never the one asked last.

    Prompts asked least often come first, and their kinds take turns. `asked` holds the ids asked
    so far, oldest first; `pick` is any whole number and chooses among equals.
    ValueError when the framework has no prompt to ask.
    """
    pool = prompts_of(framework, field_id)
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


def prompts_of(framework: Framework, field_id: str | None) -> list[Prompt]:
    """All there is to ask about a field, or about the talk as a whole.

    In a field some come from the 3x3 table of expressions, a sentence of it word for word.
    """
    if field_id is None:
        return [*framework.prompts]
    quoted = (_quoted(expression) for expression in framework.expressions)
    return [*framework.field(field_id).prompts, *quoted, *framework.prompts]


def _quoted(expression: Expression) -> Prompt:
    sentence = expression.text.split(". ", 1)[0].removesuffix(".")
    return Prompt(
        id=f"{PromptKind.EXPRESSION}-{expression.dimension}-{expression.arena}",
        text=f"»{sentence}« – {QUOTED}",
        kind=PromptKind.EXPRESSION,
        dimension=expression.dimension,
    )


def _turn(pool: list[Prompt], last: str | None) -> tuple[PromptKind, ...]:
    kind = next((p.kind for p in pool if p.id == last), _CYCLE[-1])
    after = _CYCLE.index(kind) + 1
    return _CYCLE[after:] + _CYCLE[:after]
