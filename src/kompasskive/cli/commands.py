"""What each command takes: the parsers, and the function that runs it."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from kompasskive.cli import actions
from kompasskive.cli.danish_argparse import DanishParser

if TYPE_CHECKING:
    import argparse

    Subparsers = argparse._SubParsersAction[DanishParser]  # noqa: SLF001

NAMES: Final = (
    "example",
    "people",
    "report",
    "dial",
    "export",
    "check",
    "framework",
    "walkthrough",
)


def add_to(subparsers: "Subparsers") -> None:
    """Add every command to the program's parser."""
    _example(_add(subparsers, "example", "lav en eksempelfil med opdigtede medarbejdere"))
    _people(_add(subparsers, "people", "vis, hvem filen handler om"))
    _report(_add(subparsers, "report", "skriv en kompetenceprofil som PDF"))
    _dial(_add(subparsers, "dial", "tegn kompasskiven som SVG, PNG eller PDF"))
    _export(_add(subparsers, "export", "skriv alt om en eller flere medarbejdere som JSON"))
    check = _add(subparsers, "check", "undersøg, om filen er hel")
    check.add_argument("file", type=Path, metavar="FIL")
    check.set_defaults(run=actions.check)
    _framework(_add(subparsers, "framework", "kontrollér eller vis en ramme"))
    walk = _add(subparsers, "walkthrough", "spil en hel samtale i vinduet og gem resultatet")
    walk.add_argument("folder", type=Path, metavar="MAPPE")
    walk.set_defaults(run=actions.walkthrough)


def _add(subparsers: "Subparsers", name: str, summary: str) -> DanishParser:
    return subparsers.add_parser(
        name, help=summary, description=f"{summary[0].upper()}{summary[1:]}."
    )


def _person(parser: DanishParser) -> None:
    parser.add_argument("file", type=Path, metavar="FIL")
    parser.add_argument(
        "--person",
        required=True,
        metavar="NAVN|ID",
        help="medarbejderens præcise navn eller id",
    )
    parser.add_argument(
        "--approved",
        action="store_true",
        help="den seneste godkendte i stedet for den seneste",
    )


def _out(parser: DanishParser, shown: str) -> None:
    parser.add_argument(
        "-o", "--output", required=True, type=Path, metavar=shown, help="hvor det skrives"
    )


def _example(parser: DanishParser) -> None:
    parser.add_argument("file", type=Path, metavar="FIL")
    parser.add_argument("--people", type=int, default=1, metavar="N", help="antal medarbejdere (1)")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="samme tal, samme fil (1)")
    parser.set_defaults(run=actions.example)


def _people(parser: DanishParser) -> None:
    parser.add_argument("file", type=Path, metavar="FIL")
    parser.add_argument("--json", action="store_true", help="som JSON")
    parser.set_defaults(run=actions.people)


def _report(parser: DanishParser) -> None:
    _person(parser)
    _out(parser, "PROFIL.pdf")
    parser.add_argument("--grey", action="store_true", help="gråtoner med mønstre")
    parser.set_defaults(run=actions.report)


def _dial(parser: DanishParser) -> None:
    _person(parser)
    _out(parser, "SKIVE.svg|png|pdf")
    parser.add_argument("--size", type=int, default=900, metavar="PX", help="bredde i pixel (900)")
    parser.add_argument(
        "--theme", choices=("light", "dark", "contrast", "grey"), default="light", help="udseende"
    )
    parser.add_argument(
        "--view",
        choices=("dial", "dimensions", "since"),
        default="dial",
        help="hele skiven, en skive pr. dimension eller sidst og nu (dial)",
    )
    parser.set_defaults(run=actions.dial)


def _export(parser: DanishParser) -> None:
    parser.add_argument("file", type=Path, metavar="FIL")
    parser.add_argument(
        "--person", action="append", metavar="NAVN|ID", help="kun denne medarbejder; kan gentages"
    )
    _out(parser, "DATA.json")
    parser.set_defaults(run=actions.export)


def _framework(parser: DanishParser) -> None:
    parts = parser.add_subparsers(title="kommandoer", metavar="KOMMANDO", required=True)
    check = _add(parts, "check", "kontrollér en ramme og vis alle fejl med linje")
    check.add_argument("file", type=Path, metavar="RAMME.toml")
    check.set_defaults(run=actions.framework_check)
    show = _add(parts, "show", "vis programmets egen ramme")
    show.add_argument("--json", action="store_true", help="som JSON")
    show.set_defaults(run=actions.framework_show)
