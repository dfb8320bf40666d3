"""Contributions on the command line: the organisation's key, making one, taking some in."""

from argparse import Namespace
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from kompasskive.cli.organisation import framework_in, saved
from kompasskive.dialogue.model import DialogueKind, Workbook
from kompasskive.errors import FileError


def key(options: Namespace) -> None:
    """Show the public key that contributions to this file are sealed to; made the first time."""
    from dataclasses import replace

    from kompasskive.handover.sealing import new_key
    from kompasskive.storage.aggregates import organisation_part

    workbook = organisation_part(options.file)
    if not workbook.organisation_keys:
        made = new_key(_now())
        workbook = saved(options.file, lambda now: replace(now, organisation_keys=(made,)))
    print(workbook.organisation_keys[-1].public)


def make(options: Namespace) -> None:
    """Seal a period's full counts, without names, to an organisation's key."""
    from kompasskive.handover.payload import contribution
    from kompasskive.profile.periods import begun_period
    from kompasskive.reports.output import write
    from kompasskive.storage.aggregates import counted, organisation_part

    period, sealed = begun_period(options.period, _now().date()), []
    framework = framework_in(organisation_part(options.file))
    agreed, screening = (
        counted(options.file, framework, kind, period.last)
        for kind in (DialogueKind.DIALOGUE, DialogueKind.SCREENING)
    )
    if not agreed.histograms.people and not screening.histograms.people:
        raise FileError("Der er ingen godkendte samtaler at bidrage med. Intet er skrevet.")

    def remembered(workbook: Workbook) -> Workbook:
        after, content = contribution(
            workbook, framework, period, agreed, screening, _public(options.key), str(uuid4())
        )
        sealed.append(content)
        return after

    saved(options.file, remembered)
    write(options.output, sealed[-1])
    print(f"Skrev {options.output} ({agreed.histograms.people} samtaler, uden navne)")


def add(options: Namespace) -> None:
    """Take contributions into the organisation's file; a re-sent one replaces."""
    from kompasskive.handover.failures import refused
    from kompasskive.handover.merge import OUTCOME_WORDS, merge
    from kompasskive.handover.payload import received
    from kompasskive.handover.sealing import LARGEST

    told: list[str] = []

    def taken_in(workbook: Workbook) -> Workbook:
        for path in options.contributions:
            try:
                if path.stat().st_size > 2 * LARGEST:
                    raise refused("det er større end 1 MB")
                content = path.read_bytes()
            except OSError as error:
                raise refused(f"»{path.name}« kan ikke åbnes") from error
            found = received(content, workbook, _now(), path.stem)
            workbook, outcome = merge(workbook, found)
            told.append(f"{path.name}: {OUTCOME_WORDS[outcome]} ({found.people} samtaler)")
        return workbook

    saved(options.file, taken_in)
    print("\n".join(told))


def _public(given: str) -> str:
    path = Path(given)
    if given.startswith("age1"):
        return given
    try:
        return path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise FileError(
            f"»{path.name}« er hverken en nøgle (age1…) eller en fil med en. Intet er skrevet."
        ) from error


def _now() -> datetime:
    return datetime.now().astimezone()
