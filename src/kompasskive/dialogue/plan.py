"""What comes out of a talk: strengths, potentials, directions and agreements.

Every function returns a new talk. An approved talk cannot be edited: ValueError.
Only how its agreements went can be told afterwards.
"""

from dataclasses import replace
from datetime import date
from enum import StrEnum

from kompasskive.dialogue import keeping, rows
from kompasskive.dialogue import text as texts
from kompasskive.dialogue.approval import editable
from kompasskive.dialogue.model import (
    DIRECTIONS_MAX,
    STATEMENTS_MAX,
    About,
    Agreement,
    AgreementStatus,
    Dialogue,
    Statement,
)
from kompasskive.framework.model import Dimension


class StatementKind(StrEnum):
    """The three lists of statements a talk ends in."""

    STRENGTH = "strength"
    POTENTIAL = "potential"
    DIRECTION = "direction"


_MOST = {
    StatementKind.STRENGTH: STATEMENTS_MAX,
    StatementKind.POTENTIAL: STATEMENTS_MAX,
    StatementKind.DIRECTION: DIRECTIONS_MAX,
}


def statements(dialogue: Dialogue, kind: StatementKind) -> tuple[Statement, ...]:
    """The statements of one kind, in the pair's order."""
    match kind:
        case StatementKind.STRENGTH:
            return dialogue.strengths
        case StatementKind.POTENTIAL:
            return dialogue.potentials
        case StatementKind.DIRECTION:
            return dialogue.directions


def has_room(dialogue: Dialogue, kind: StatementKind) -> bool:
    """Whether one more statement of that kind fits."""
    return len(statements(dialogue, kind)) < _MOST[kind]


def add_statement(
    dialogue: Dialogue, kind: StatementKind, statement_id: str, about: About, text: str
) -> Dialogue:
    """Adds a statement last; ValueError when there is no room or the id is taken."""
    if not has_room(dialogue, kind):
        raise ValueError(f"no room for another {kind}")
    statement = Statement(statement_id, about, texts.note(text))
    return _with_statements(dialogue, kind, rows.added(statements(dialogue, kind), statement))


def rewrite_statement(
    dialogue: Dialogue, kind: StatementKind, statement_id: str, about: About, text: str
) -> Dialogue:
    """Says a statement anew; KeyError when there is no such statement."""
    statement = Statement(statement_id, about, texts.note(text))
    return _with_statements(dialogue, kind, rows.changed(statements(dialogue, kind), statement))


def move_statement(
    dialogue: Dialogue, kind: StatementKind, statement_id: str, index: int
) -> Dialogue:
    """Moves a statement to `index`, counted from 0; KeyError when there is no such statement."""
    moved = rows.moved(statements(dialogue, kind), statement_id, index)
    return _with_statements(dialogue, kind, moved)


def remove_statement(dialogue: Dialogue, kind: StatementKind, statement_id: str) -> Dialogue:
    """Removes a statement."""
    return _with_statements(dialogue, kind, rows.without(statements(dialogue, kind), statement_id))


def add_agreement(dialogue: Dialogue, agreement: Agreement) -> Dialogue:
    """Adds an agreement last; ValueError when its id is taken."""
    agreements = rows.added(dialogue.agreements, _cleaned(agreement))
    return replace(editable(dialogue), agreements=agreements)


def change_agreement(dialogue: Dialogue, agreement: Agreement) -> Dialogue:
    """Changes the agreement of that id; KeyError when there is none."""
    agreements = rows.changed(dialogue.agreements, _cleaned(agreement))
    return replace(editable(dialogue), agreements=agreements)


def follow_up(
    dialogue: Dialogue, agreement_id: str, status: AgreementStatus, reason: str, day: date
) -> Dialogue:
    """Says on a day how an agreement goes, also in an approved talk: what was agreed stays.

    The reason is kept only for an agreement that was dropped. KeyError when there is none.
    """
    told = keeping.told(rows.find(dialogue.agreements, agreement_id), status, reason, day)
    return replace(dialogue, agreements=rows.changed(dialogue.agreements, told))


def remove_agreement(dialogue: Dialogue, agreement_id: str) -> Dialogue:
    """Removes an agreement."""
    return replace(editable(dialogue), agreements=rows.without(dialogue.agreements, agreement_id))


def set_management(dialogue: Dialogue, text: str) -> Dialogue:
    """Writes "Hvad skal ledelsen gøre?"."""
    return replace(editable(dialogue), management=texts.note(text))


def _cleaned(agreement: Agreement) -> Agreement:
    forms = (texts.line(form).strip() for form in agreement.learning_forms)
    return replace(
        agreement,
        what=texts.note(agreement.what),
        dimensions=tuple(d for d in Dimension if d in agreement.dimensions),
        learning_forms=tuple(dict.fromkeys(form for form in forms if form)),
        management=texts.note(agreement.management),
        who=texts.line(agreement.who),
        follow_up=texts.line(agreement.follow_up),
        status_reason=texts.note(agreement.status_reason),
    )


def _with_statements(
    dialogue: Dialogue, kind: StatementKind, lines: tuple[Statement, ...]
) -> Dialogue:
    match kind:
        case StatementKind.STRENGTH:
            return replace(editable(dialogue), strengths=lines)
        case StatementKind.POTENTIAL:
            return replace(editable(dialogue), potentials=lines)
        case StatementKind.DIRECTION:
            return replace(editable(dialogue), directions=lines)
