"""Sentences that more than one page says about a talk."""

from datetime import datetime

from kompasskive import danish
from kompasskive.dialogue.model import (
    About,
    Agreement,
    AgreementStatus,
    Dialogue,
    DialogueKind,
    DialogueState,
    Statement,
)
from kompasskive.dialogue.overview import STATE_WORDS, occasion
from kompasskive.framework.model import Dimension, Framework
from kompasskive.reports.said import about_words

AMEND = "Ret i den godkendte samtale …"
DRAFT = "KLADDE"
SCREENING = "SCREENING"
DONE = {
    DialogueKind.SELF_REFLECTION: "Refleksionen er gjort færdig",
    DialogueKind.SCREENING: "Screeningen er gjort færdig",
}
WHY_DROPPED = "Hvorfor er den frafaldet?"
NO_FIELD = "Intet bestemt felt"
NO_DIMENSION = "Ingen bestemt dimension"


def talk_line(page: str, dialogue: Dialogue | None) -> str:
    """ "Profil  ·  samtale 23. november 2026  ·  Leder: Mette Holm", the header's second line."""
    if dialogue is None:
        return f"{page}  ·  ingen samtale endnu"
    leader = f"  ·  Leder: {dialogue.leader}" if dialogue.leader else ""
    return f"{page}  ·  {occasion(dialogue)}{leader}"


def capital(text: str) -> str:
    """ "Samtale 23. november 2026" of "samtale 23. november 2026"."""
    return text[:1].upper() + text[1:]


def locked_reason(dialogue: Dialogue | None, read_only_reason: str) -> str:
    """Why the talk cannot be changed and what to do; "" when it can."""
    if read_only_reason:
        return read_only_reason
    return _approved(dialogue) if dialogue is not None and not dialogue.is_draft else ""


def state_line(dialogue: Dialogue) -> str:
    """What the header's tag says: "KLADDE", "KLADDE · Til gennemlæsning", "Godkendt".

    A screening says that it is one, and is finished, never approved as agreed.
    """
    word = STATE_WORDS[dialogue.state]
    if dialogue.kind is DialogueKind.SCREENING:
        return f"{SCREENING} · {DRAFT}" if dialogue.is_draft else f"{SCREENING} · Færdig"
    if not dialogue.is_draft:
        return word
    return DRAFT if dialogue.state is DialogueState.IN_PROGRESS else f"{DRAFT} · {word}"


def _approved(dialogue: Dialogue) -> str:
    approval = dialogue.approval
    at = approval.approved_at.astimezone() if approval else None
    when = f" {danish.long_date(at.date())} {danish.clock(at)}" if at else ""
    done = DONE.get(dialogue.kind, "Samtalen er godkendt")
    return f"{done}{when}. Vælg »{AMEND}«, hvis noget skal ændres."


def life_lines(dialogue: Dialogue) -> tuple[str, ...]:
    """When the talk was changed and why, when it was approved, and the view that differs."""
    told = [f"Ændret {_when(a.made_at)}: {a.reason}" for a in dialogue.amendments]
    approval = dialogue.approval
    if approval is not None:
        done = "Gjort færdig" if dialogue.kind in DONE else "Godkendt"
        told.append(f"{done} {_when(approval.approved_at)}")
        if approval.differing_view:
            told.append(f"Her ser I forskelligt: {approval.differing_view}")
    return tuple(told)


def _when(at: datetime) -> str:
    local = at.astimezone()
    return f"{danish.short_date(local.date())} {danish.clock(local)}"


def about_name(framework: Framework, about: About, split: bool = False) -> str:
    """ "IT & Digital", "Relationelle kompetencer", "Lov & Myndighed, refleksiv", or "".

    With `split` a dimension beside a field is left for `direction_text`.
    """
    return about_words(framework, About(about.field_id) if split and about.field_id else about)


def competences(framework: Framework, dimension: Dimension) -> str:
    """A dimension in the plural: "Praktiske kompetencer"."""
    return about_words(framework, About(None, dimension))


def gentle_check(agreement: Agreement) -> str:
    """What an agreement still lacks, as a question; "" when it lacks nothing."""
    if agreement.status is AgreementStatus.DROPPED:
        return "" if agreement.status_reason.strip() else WHY_DROPPED
    if agreement.status is AgreementStatus.DONE:
        return ""
    nobody, no_day = not agreement.who.strip(), agreement.due_on is None
    if nobody and no_day:
        return "Hvem gør det, og hvornår?"
    if nobody:
        return "Hvem gør det?"
    return "Hvornår er det gjort?" if no_day else ""


def direction_text(framework: Framework, direction: Statement) -> str:
    """ "Refleksiv: skønnet i sager på tværs", what stands under the direction's field."""
    about = direction.about
    if not about.field_id or about.dimension is None:
        return direction.text
    name = framework.dimension(about.dimension).name
    return f"{name}: {direction.text}" if direction.text else name
