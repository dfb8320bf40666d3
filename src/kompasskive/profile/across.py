"""One dimension across all fields, in one or two plain sentences that never grade."""

from collections.abc import Sequence
from typing import TypeAlias

from kompasskive import danish
from kompasskive.framework.model import BASELINE, Framework
from kompasskive.profile.model import Cell, CellState

NamedCell: TypeAlias = tuple[str, Cell]
_Placed: TypeAlias = tuple[str, int]

_NUMBERS = ("nul", "ét", "to", "tre", "fire", "fem", "seks", "syv", "otte")
_SPECIALIST = 5
_LEAP = 2
_OPEN_STATES = (
    (CellState.LET_STAND, "Begge syn står"),
    (CellState.NOT_RELEVANT, "Ikke relevant"),
    (CellState.NOT_DISCUSSED, "Ikke drøftet"),
)


def dimension_text(framework: Framework, cells: Sequence[NamedCell]) -> str:
    """Words for the cells of one dimension, each with its field's name, in field order.

    Such as "Mestrer eller mere i fem felter, og dybde i tre. Ressourceperson i IT & Digital."
    """
    if all(cell.state is CellState.NOT_DISCUSSED for _, cell in cells):
        return "Ikke drøftet endnu."
    placed = [(name, cell.level) for name, cell in cells if cell.level is not None]
    above = [p for p in placed if p[1] >= BASELINE]
    below = [p for p in placed if p[1] < BASELINE]
    if len(above) > 1:
        told = [_many_above(framework, above, len(cells)), _top(framework, cells, above)]
    else:
        told = [_few_above(framework, above, below, len(cells))]
    told += [_open(cells, state, word) for state, word in _OPEN_STATES]
    return " ".join(f"{sentence}." for sentence in told if sentence)


def _many_above(framework: Framework, above: list[_Placed], total: int) -> str:
    return f"{framework.placement_word(BASELINE)} eller mere i {_fields(len(above), total)}" + (
        _depth(above)
    )


def _depth(above: list[_Placed]) -> str:
    deep = [p for p in above if p[1] > BASELINE]
    if len(deep) == len(above):
        return f", {'begge' if len(deep) == 2 else 'alle'} med dybde"
    if len(deep) > 1:
        return f", og dybde i {_NUMBERS[len(deep)]}"
    named_next = any(level >= _SPECIALIST for _, level in deep)
    return f", og dybde i {deep[0][0]}" if deep and not named_next else ""


def _top(framework: Framework, cells: Sequence[NamedCell], above: list[_Placed]) -> str:
    level = max(level for _, level in above)
    if level < _SPECIALIST:
        return ""
    names = [name for name, reached in above if reached == level]
    before = next(cell.previous for name, cell in cells if name == names[0])
    word = framework.placement_word(level)
    if len(names) == 1 and before is not None and level - before >= _LEAP:
        return f"Er gået fra {framework.placement_word(before)} til {word} i {names[0]}"
    return f"{word} i {danish.join(names)}"


def _few_above(framework: Framework, above: list[_Placed], below: list[_Placed], total: int) -> str:
    words = dict.fromkeys(framework.placement_word(level) for _, level in sorted(below, key=_rank))
    lower = _either([_small(word) for word in words])
    if not above:
        return _capital(f"{lower} i {_where(below, total)}") if below else ""
    name, level = above[0]
    first = f"{framework.placement_word(level)} i {name}"
    if not below:
        return first
    all_others = len(below) == total - 1
    return f"{first}, {lower} i {_others(below, all_others)}"


def _open(cells: Sequence[NamedCell], state: CellState, word: str) -> str:
    names = [name for name, cell in cells if cell.state is state]
    if not names:
        return ""
    where = danish.join(names) if len(names) < 3 else _fields(len(names), len(cells))
    return f"{word} i {where}"


def _where(placed: list[_Placed], total: int) -> str:
    return placed[0][0] if len(placed) == 1 else _fields(len(placed), total)


def _others(below: list[_Placed], all_others: bool) -> str:
    if len(below) == 1:
        return below[0][0]
    return "de andre" if all_others else f"{_NUMBERS[len(below)]} andre"


def _fields(count: int, total: int) -> str:
    return f"alle {_NUMBERS[count]} felter" if count == total else f"{_NUMBERS[count]} felter"


def _either(words: list[str]) -> str:
    return " eller ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def _rank(placed: _Placed) -> int:
    return placed[1]


def _small(word: str) -> str:
    return word[:1].lower() + word[1:]


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
