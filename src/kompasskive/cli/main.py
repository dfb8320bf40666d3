"""Commands in English, words in Danish. Exit codes: 0 ok, 1 failed, 2 usage, 3 no display."""

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Final

from kompasskive import __version__
from kompasskive.cli.danish_argparse import DanishParser, speak_danish
from kompasskive.cli.names import NAMES
from kompasskive.errors import ExpectedError, FrameworkError

OK, FAILED, USAGE, NO_DISPLAY = range(4)
PROGRAM: Final = "kompasskive"
SUMMARY: Final = "Samtaler om faglighed. Uden kommando åbnes vinduet, eventuelt med FIL."
NO_WINDOW: Final = (
    "Vinduet kan ikke vises, fordi maskinen ikke har nogen skærm; "
    "brug kommandoerne i stedet (se »kompasskive --help«)."
)


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; never a traceback."""
    sys.excepthook = _unexpected
    speak_danish()
    named = arguments and (arguments[0] in NAMES or arguments[0].startswith("-"))
    options = (_command_parser() if named else _window_parser()).parse(list(arguments))
    try:
        if "password_stdin" in options:
            _unlock_first(options)
        return int(options.run(options) or OK)
    except FrameworkError as error:
        _say("\n".join((str(error), *error.faults)))
    except ExpectedError as error:
        _say(str(error))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        _say("Afbrudt. Det, der allerede var skrevet, er uændret.")
    return FAILED


def _unlock_first(options: argparse.Namespace) -> None:
    from kompasskive.cli.passwords import unlock_first

    unlock_first(options)


def open_window(options: argparse.Namespace) -> int:
    """Open the window on a file, or on the start page.

    Nothing made before the first paint is rubbish; from there on only the window's thread looks.
    """
    if not has_display():
        _say(NO_WINDOW)
        return NO_DISPLAY
    gc.disable()
    from kompasskive.desktop.app import run

    return run(options.file)


def has_display() -> bool:
    """Whether Qt can show a window here; Windows and macOS always have one."""
    if not sys.platform.startswith("linux"):
        return True
    chosen = os.environ.get("QT_QPA_PLATFORM", "").split(":")[0]
    if chosen in ("offscreen", "minimal", "vnc", "linuxfb", "eglfs"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _window_parser() -> DanishParser:
    parser = DanishParser(prog=PROGRAM, description=SUMMARY)
    parser.add_argument("file", nargs="?", type=Path, metavar="FIL", help="en .kompas-fil")
    parser.set_defaults(run=open_window)
    return parser


def _command_parser() -> DanishParser:
    from kompasskive.cli import commands

    parser = DanishParser(
        prog=PROGRAM, description=SUMMARY, usage=f"{PROGRAM} [FIL]\n       {PROGRAM} KOMMANDO …"
    )
    parser.add_argument(
        "--version", action="version", version=f"Kompasskive {__version__}", help="vis versionen"
    )
    parser.set_defaults(run=open_window, file=None)
    commands.add_to(parser.add_subparsers(prog=PROGRAM, title="kommandoer", metavar="KOMMANDO"))
    return parser


def _say(text: str) -> None:
    print(text, file=sys.stderr)


def _unexpected(kind: type[BaseException], _: BaseException, trace: TracebackType | None) -> None:
    """One sentence with the type and line only: a message could hold personal data."""
    place = ""
    while trace is not None:
        code = trace.tb_frame.f_code
        place = f"{Path(code.co_filename).name}, linje {trace.tb_lineno}"
        trace = trace.tb_next
    _say(
        "Der skete en fejl i programmet, og kommandoen blev ikke gennemført. "
        f"Filen er, som den var. Fejlen kan meldes som »{kind.__name__} i {place}«."
    )
