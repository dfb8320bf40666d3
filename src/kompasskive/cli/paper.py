"""What can be printed: a report on a talk, and the sheet to prepare one with."""

from argparse import Namespace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kompasskive.cli.people import draft_note, find_asked
from kompasskive.dialogue.model import Dialogue, Workbook
from kompasskive.errors import OutputError

if TYPE_CHECKING:
    from kompasskive.reports.model import ProfileReport


def report(options: Namespace) -> None:
    """Write what `options.kind` asks for, in the form of the output's name."""
    from kompasskive.reports.forms import ENDINGS, write
    from kompasskive.reports.variants import one_page
    from kompasskive.storage.workbook import read

    _require_ending(options.output, ENDINGS)
    workbook = read(options.file)
    talk = find_asked(workbook, options)
    content = _content(workbook, talk, options)
    if options.one_page and options.kind != "notes":
        content = one_page(content)
    write(options.output, content, grey=options.grey)
    print(f"Skrev {options.output}{draft_note(talk)}")


def sheet(options: Namespace) -> None:
    """Write the sheet that is filled in by hand, for the bundled framework or another."""
    from kompasskive.framework.catalogue import bundled
    from kompasskive.framework.reading import load_framework
    from kompasskive.reports.output import write
    from kompasskive.reports.sheet import render

    _require_ending(options.output, (".pdf",))
    framework = load_framework(options.framework) if options.framework else bundled()
    write(options.output, render(framework))
    print(f"Skrev {options.output}")


def _content(workbook: Workbook, talk: Dialogue, options: Namespace) -> "ProfileReport":
    from kompasskive.profile.comparison import previous_dialogue
    from kompasskive.reports.notes import Included, compose
    from kompasskive.reports.variants import talk_notes

    now, name = datetime.now().astimezone(), options.output.name
    if options.kind == "notes":
        return talk_notes(workbook, talk, now, name)
    previous = previous_dialogue(workbook, talk)
    return compose(workbook, talk, previous, Included(), now, name)


def _require_ending(path: Path, endings: tuple[str, ...]) -> None:
    if path.suffix.lower() not in endings:
        raise OutputError(f"Filnavnet skal ende på {' eller '.join(endings)}. Intet er skrevet.")
