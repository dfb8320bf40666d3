"""A contribution on its way: one file's full counts of a period, without a name or a date."""

import re
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from kompasskive.dialogue.model import Workbook
from kompasskive.dialogue.organisation import Contribution, SentContribution
from kompasskive.framework.model import Framework
from kompasskive.handover import sealing, strict
from kompasskive.handover.failures import refused
from kompasskive.profile.contributions import Content, Counted, prints, to_json
from kompasskive.profile.histograms import Histograms
from kompasskive.profile.periods import Period, PeriodError, parse_period

SUFFIX = ".kompasbidrag"
_LEVELS, _MARKS = 7, 4
_TOKEN = re.compile("[0-9a-f]{16}/[0-9a-f]{16}")
_PEOPLE_MAX = 100_000


@dataclass(frozen=True, slots=True)
class Payload:
    """The JSON inside the seal. `id` is random for each file and period; it names nobody."""

    format: Literal["kompasskive-bidrag"]
    version: Literal[1]
    id: Annotated[str, Meta(min_length=16, max_length=64, pattern="^[0-9a-f-]+$")]
    period: Annotated[str, Meta(max_length=8)]
    sequence: Annotated[int, Meta(ge=1)]
    framework: Annotated[str, Meta(max_length=200)]
    content: Content


def contribution(
    workbook: Workbook,
    framework: Framework,
    period: Period,
    agreed: Counted,
    screening: Counted,
    public: str,
    new_id: str,
) -> tuple[Workbook, bytes]:
    """The workbook that remembers the sending, and the sealed bytes to send.

    `new_id` is used the first time a period is sent; after that the same id goes again, so what
    was sent before is replaced. HandoverError when the key cannot be read.
    """
    before = next((s for s in workbook.sent_contributions if s.period == period.key), None)
    sent = (
        replace(before, sequence=before.sequence + 1)
        if before
        else SentContribution(new_id, period.key, 1)
    )
    payload = Payload(
        format="kompasskive-bidrag",
        version=1,
        id=sent.id,
        period=period.key,
        sequence=sent.sequence,
        framework=framework.key,
        content=Content(agreed, screening, prints(framework)),
    )
    others = tuple(s for s in workbook.sent_contributions if s is not before)
    remembered = replace(workbook, sent_contributions=(*others, sent))
    return remembered, sealing.sealed(msgspec.json.encode(payload), public)


def received(content: bytes, workbook: Workbook, now: datetime, label: str = "") -> Contribution:
    """What was sealed to the workbook's key, checked; HandoverError names what is wrong."""
    payload = strict.read(sealing.opened(content, workbook.organisation_keys), Payload)
    try:
        period = parse_period(payload.period)
    except PeriodError as error:
        raise refused("perioden er ukendt") from error
    for series in (payload.content.agreed, payload.content.screening):
        _require_sound(series)
    return Contribution(
        id=payload.id,
        period=period.key,
        sequence=payload.sequence,
        received_at=now,
        people=payload.content.agreed.histograms.people,
        content=to_json(payload.content),
        label=label,
    )


def _require_sound(series: Counted) -> None:
    histograms = series.histograms
    whole = (
        0 <= histograms.people <= _PEOPLE_MAX
        and len(set(series.members)) == histograms.people
        and all(map(_TOKEN.fullmatch, series.members))
        and all(len(c.levels) == _LEVELS for c in histograms.cells)
        and all(len(i.marks) == _MARKS for i in histograms.items)
    )
    if not whole or not all(0 <= n <= histograms.people for n in _sums(histograms)):
        raise refused("tallene passer ikke sammen")


def _sums(histograms: Histograms) -> list[int]:
    numbers = [n for c in histograms.cells for n in (*c.levels, c.let_stand, c.not_relevant)]
    numbers += [c.people + c.let_stand + c.not_relevant for c in histograms.cells]
    numbers += [n for i in histograms.items for n in (*i.marks, i.not_relevant)]
    numbers += [i.people + i.not_relevant for i in histograms.items]
    numbers += [n for f in histograms.fields for n in (f.people, f.settled, f.people - f.settled)]
    numbers += [n.people for n in histograms.needs]
    return numbers + [n for g in histograms.groups for n in (g.people, g.deep, g.people - g.deep)]
