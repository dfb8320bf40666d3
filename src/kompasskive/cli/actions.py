"""What the commands do. Heavy modules are imported by the command that needs them."""

import json
import sys
from argparse import Namespace
from datetime import datetime
from pathlib import Path
from typing import Final

from kompasskive.cli.people import draft_note, find_asked, find_person, people_rows, team_lines
from kompasskive.dialogue.model import Dialogue, Workbook
from kompasskive.errors import FileError, OutputError

PEOPLE_MAX: Final = 20_000


def example(options: Namespace) -> None:
    """Write an example workbook; an existing file is left alone."""
    from kompasskive.dialogue.example import example_workbook
    from kompasskive.framework.catalogue import bundled
    from kompasskive.storage.workbook import create

    if not 1 <= options.people <= PEOPLE_MAX:
        raise OutputError(f"--people skal være mellem 1 og {PEOPLE_MAX}. Intet er skrevet.")
    if options.file.exists():
        name = options.file.name
        raise FileError(f"»{name}« findes allerede og er ikke ændret. Vælg et andet navn.")
    today = _now().date()
    create(options.file, example_workbook(bundled(), options.people, options.seed, today)).close()
    print(f"Skrev {options.file}")


def people(options: Namespace) -> None:
    """List everyone in the file, and the teams that talk as a whole."""
    workbook = _read(options.file)
    rows = people_rows(workbook)
    if options.json:
        print(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for row in rows:
        draft = "  KLADDE" if row["draft"] else ""
        state = f"  {row['latest_state_word']}" if row["latest_state_word"] else ""
        screening = f"  screening {row['latest_screening']}" if row["latest_screening"] else ""
        team = row["team"] or "uden team"
        print(f"{row['id']}  {row['name']}  ({team}){draft}{state}{screening}")
    for line in team_lines(workbook):
        print(line)


def dial(options: Namespace) -> None:
    """Draw the compass dial to a file, by its ending."""
    from kompasskive.cli.dial_files import write_dial
    from kompasskive.dial.sheet import SIZES, View, subject_of

    _require_ending(options.output, (".svg", ".png", ".pdf"))
    if options.size not in SIZES:
        bounds = f"{SIZES.start} og {SIZES.stop - 1}"
        raise OutputError(f"--size skal være mellem {bounds}. Intet er skrevet.")
    workbook = _read(options.file)
    talk = find_asked(workbook, options)
    subject, view = subject_of(workbook, talk), View(options.view)
    write_dial(options.output, subject, view, options.size, options.theme)
    _tell_written(options.output, talk)


def export(options: Namespace) -> None:
    """Write everything about people, but what is sealed, as JSON."""
    from kompasskive.reports.output import write
    from kompasskive.storage.export import export as export_json

    workbook = _read(options.file)
    chosen = None
    if options.person:
        chosen = tuple(find_person(workbook, name).id for name in options.person)
    write(options.output, export_json(workbook, chosen, _now()))
    print(f"Skrev {options.output}")


def check(options: Namespace) -> int:
    """Say whether a file is sound; 1 and what is wrong when it is not."""
    from kompasskive.storage.conflicts import conflict_copies
    from kompasskive.storage.workbook import check as faults_in

    faults = faults_in(options.file)
    for fault in faults:
        print(fault, file=sys.stderr)
    if not faults:
        print(f"{options.file.name} er hel. Alt indhold stemmer.")
        for copy in conflict_copies(options.file, _read(options.file).id):
            print(f"Ved siden af den ligger en konfliktkopi: {copy.text}.")
    return 1 if faults else 0


def framework_check(options: Namespace) -> None:
    """Validate a framework file; every fault is reported by the caller."""
    from kompasskive.framework.reading import load_framework

    framework = load_framework(options.file)
    items = sum(len(f.items) for f in framework.fields)
    print(f"{framework.name} {framework.version}: {len(framework.fields)} felter, {items} punkter.")


def framework_show(options: Namespace) -> None:
    """Show the bundled framework."""
    from kompasskive.framework.catalogue import bundled
    from kompasskive.framework.model import Level
    from kompasskive.framework.serial import to_plain

    framework = bundled()
    if options.json:
        print(json.dumps(to_plain(framework), ensure_ascii=False, indent=2))
        return
    print(f"{framework.name} {framework.version}\n{framework.source.title}")
    for field in framework.fields:
        print(f"\n{framework.number(field.id)}. {field.name}\n   {field.definition}")
        for level, word in ((Level.BASIC, "Grundlæggende"), (Level.SPECIALISED, "Specialiseret")):
            print(f"   {word}:")
            print("\n".join(f"   - {item.text}" for item in field.at(level)))


def walkthrough(options: Namespace) -> None:
    """Play a whole talk through the window and leave the results in a folder."""
    from kompasskive.cli.dial_files import write_dial
    from kompasskive.desktop.walkthrough import play
    from kompasskive.dial.sheet import View, subject_of

    options.folder.mkdir(parents=True, exist_ok=True)
    workbook = _read(play(options.folder))
    subject = subject_of(workbook, workbook.dialogues[-1])
    for name in ("Kompasskive.svg", "Kompasskive.png"):
        write_dial(options.folder / name, subject, View.DIAL, 900, "light")
    for path in sorted(options.folder.iterdir()):
        print(f"Skrev {path}")


def _read(path: Path) -> Workbook:
    from kompasskive.storage.workbook import read

    return read(path)


def _now() -> datetime:
    return datetime.now().astimezone()


def _require_ending(path: Path, endings: tuple[str, ...]) -> None:
    if path.suffix.lower() not in endings:
        raise OutputError(f"Filnavnet skal ende på {' eller '.join(endings)}. Intet er skrevet.")


def _tell_written(path: Path, talk: Dialogue) -> None:
    print(f"Skrev {path}{draft_note(talk)}")
