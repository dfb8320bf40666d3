"""How an agreement goes over time: its status, and the days the two told it was another."""

from dataclasses import replace
from datetime import date
from typing import Final

from kompasskive import danish
from kompasskive.dialogue import text as texts
from kompasskive.dialogue.model import Agreement, AgreementStatus, AgreementStep

STATUS_WORDS: Final = {
    AgreementStatus.OPEN: "Aftalt",
    AgreementStatus.IN_PROGRESS: "I gang",
    AgreementStatus.DONE: "Gennemført",
    AgreementStatus.DROPPED: "Frafaldet",
}
AGAIN: Final = "Åbnet igen"


def told(agreement: Agreement, status: AgreementStatus, reason: str, day: date) -> Agreement:
    """The agreement with the status the two tell on a day; one already told gives no new step.

    What is told later on the same day stands instead. The reason is kept only for an agreement
    that was dropped, and may be told later than that.
    """
    why = texts.note(reason) if status is AgreementStatus.DROPPED else ""
    if status is agreement.status:
        steps = _reasoned(agreement.steps, status, why)
    else:
        steps = _stepped(agreement.steps, AgreementStep(day, status, why))
    return replace(agreement, status=status, status_reason=why, steps=steps)


def story(agreement: Agreement) -> tuple[str, ...]:
    """ "I gang 3.2.2027", "Frafaldet 4.5.2027: Opgaven flyttede"; nothing of one just agreed on.

    A status told by an older version has no day.
    """
    if agreement.steps:
        return tuple(_said(s.status, s.told_on, s.reason) for s in agreement.steps)
    if agreement.status is AgreementStatus.OPEN:
        return ()
    return (_said(agreement.status, None, agreement.status_reason),)


def _stepped(steps: tuple[AgreementStep, ...], step: AgreementStep) -> tuple[AgreementStep, ...]:
    corrected = bool(steps) and steps[-1].told_on == step.told_on
    kept = steps[:-1] if corrected else steps
    before = kept[-1].status if kept else AgreementStatus.OPEN
    return kept if corrected and step.status is before else (*kept, step)


def _reasoned(
    steps: tuple[AgreementStep, ...], status: AgreementStatus, why: str
) -> tuple[AgreementStep, ...]:
    if not steps or steps[-1].status is not status:
        return steps
    return (*steps[:-1], replace(steps[-1], reason=why))


def _said(status: AgreementStatus, day: date | None, reason: str) -> str:
    word = AGAIN if status is AgreementStatus.OPEN else STATUS_WORDS[status]
    when = f"{word} {danish.short_date(day)}" if day else word
    return f"{when}: {reason}" if reason.strip() else when
