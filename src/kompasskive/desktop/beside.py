"""What lies beside a file and has to be told when it is opened: another's lock, conflict copies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kompasskive.desktop.notice import Notice

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from kompasskive.storage.conflicts import ConflictCopy
    from kompasskive.storage.workbook import OpenWorkbook

UNSHOWN: Final = "Nogle tekster i filen havde usynlige tegn."
UNSHOWN_MORE: Final = (
    "De er sat ind uden om programmet, og nogle af dem vender skriftens retning. De ses nu som �,"
    " og resten af teksterne er, som de var."
)
READ_ONLY: Final = "I kan læse og udskrive alt, men intet kan ændres."
MAY_TAKE_OVER: Final = (
    "Er vinduet dér lukket, fx fordi maskinen gik ned, kan I overtage filen. Indtil da kan I læse"
    " og udskrive alt."
)
TAKE_OVER: Final = "Overtag filen"
TAKE_OVER_QUESTION: Final = (
    "Overtag kun filen, hvis den ikke er åben på den anden maskine mere. Er den det, kan det, der"
    " skrives dér fra nu af, ikke gemmes i filen, kun i en kopi. Intet af det, der er gemt, går"
    " tabt."
)
ADVICE: Final = (
    "Et synkroniseringsprogram har lavet {it}, fordi filen blev ændret to steder på én gang. Se,"
    " om der står noget i {it}, som mangler her, og flyt {it} så væk fra mappen."
)


def read_only_notice(file: OpenWorkbook, take_over: Callable[[], object]) -> Notice | None:
    """Why the file is read only, and the way to take it over where that may be right."""
    if file.may_take_over:
        return Notice(file.read_only_reason, MAY_TAKE_OVER, f"{TAKE_OVER} …", take_over)
    return Notice(file.read_only_reason, READ_ONLY) if file.read_only_reason else None


def unshown_notice(file: OpenWorkbook) -> Notice | None:
    """That texts in the file held invisible characters, which are visible now."""
    return Notice(UNSHOWN, UNSHOWN_MORE) if file.was_unshown else None


def conflict_notice(
    file: OpenWorkbook, copies: Sequence[ConflictCopy], open_copy: Callable[[Path], object]
) -> Notice:
    """Which copies lie beside the file, how far each has come, and what to do."""
    from kompasskive import danish

    which = danish.join([copy.text for copy in copies])
    kind = "en konfliktkopi" if len(copies) == 1 else f"{len(copies)} konfliktkopier"
    what = f"Ved siden af filen (udgave {file.revision}) ligger {kind}: {which}."
    more = ADVICE.format(it="den" if len(copies) == 1 else "dem")
    return Notice(what, more, "Åbn kopien", lambda: open_copy(copies[0].path))
