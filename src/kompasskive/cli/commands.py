"""What each command takes: the parsers, and the function that runs it."""

from pathlib import Path
from typing import TYPE_CHECKING

from kompasskive.cli import actions, care, organisation_commands, paper, passwords
from kompasskive.cli.danish_argparse import DanishParser
from kompasskive.cli.parsing import add, opened, out

if TYPE_CHECKING:
    from kompasskive.cli.parsing import Subparsers


def add_to(subparsers: "Subparsers") -> None:
    """Add every command to the program's parser."""
    _example(add(subparsers, "example", "lav en eksempelfil med opdigtede medarbejdere"))
    _people(add(subparsers, "people", "vis, hvem filen handler om"))
    _report(add(subparsers, "report", "skriv en profil eller noterne fra en samtale"))
    _sheet(add(subparsers, "sheet", "skriv et forberedelsesark til at udfylde i hånden"))
    _dial(add(subparsers, "dial", "tegn kompasskiven som SVG, PNG eller PDF"))
    _export(add(subparsers, "export", "skriv alt om en eller flere medarbejdere som JSON"))
    check = add(subparsers, "check", "undersøg, om filen er hel")
    opened(check)
    check.set_defaults(run=actions.check)
    _backups(add(subparsers, "backups", "vis eller hent filens sikkerhedskopier"))
    _password(add(subparsers, "password", "sæt, skift eller fjern filens adgangskode"))
    _delete(add(subparsers, "delete", "slet medarbejdere eller samtaler for altid, også i kopier"))
    _framework(add(subparsers, "framework", "kontrollér eller vis en ramme"))
    organisation_commands.add_to(subparsers)
    walk = add(subparsers, "walkthrough", "spil en hel samtale i vinduet og gem resultatet")
    walk.add_argument("folder", type=Path, metavar="MAPPE")
    walk.set_defaults(run=actions.walkthrough)


def _person(parser: DanishParser, required: bool = True) -> None:
    opened(parser)
    parser.add_argument(
        "--person",
        required=required,
        metavar="NAVN|ID",
        help="medarbejderens præcise navn eller id",
    )
    parser.add_argument(
        "--approved",
        action="store_true",
        help="den seneste godkendte i stedet for den seneste",
    )


def _example(parser: DanishParser) -> None:
    parser.add_argument("file", type=Path, metavar="FIL")
    parser.add_argument("--people", type=int, default=1, metavar="N", help="antal medarbejdere (1)")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="samme tal, samme fil (1)")
    parser.set_defaults(run=actions.example)


def _people(parser: DanishParser) -> None:
    opened(parser)
    parser.add_argument("--json", action="store_true", help="som JSON")
    parser.set_defaults(run=actions.people)


def _report(parser: DanishParser) -> None:
    _person(parser, required=False)
    parser.add_argument("--team", metavar="NAVN|ID", help="teamet, når det er et teams profil")
    out(parser, "PROFIL.pdf|html|txt|docx")
    parser.add_argument("--grey", action="store_true", help="gråtoner med mønstre")
    parser.add_argument("--one-page", action="store_true", help="skive, plan og underskrifter")
    parser.add_argument(
        "--kind",
        choices=("profile", "notes", "screening", "reflection", "team"),
        default="profile",
        help="profil, samtalenoter, screening, egen refleksion eller teamets profil (profile)",
    )
    parser.set_defaults(run=paper.report)


def _sheet(parser: DanishParser) -> None:
    out(parser, "ARK.pdf")
    parser.add_argument(
        "--framework", type=Path, metavar="RAMME.toml", help="en anden ramme end programmets egen"
    )
    parser.set_defaults(run=paper.sheet)


def _dial(parser: DanishParser) -> None:
    _person(parser, required=False)
    parser.add_argument("--team", metavar="NAVN|ID", help="teamet, når det er et teams skive")
    parser.add_argument(
        "--kind",
        choices=("talk", "screening", "team"),
        default="talk",
        help="samtalens, screeningens eller teamets skive (talk)",
    )
    out(parser, "SKIVE.svg|png|pdf")
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
    opened(parser)
    parser.add_argument(
        "--person", action="append", metavar="NAVN|ID", help="kun denne medarbejder; kan gentages"
    )
    out(parser, "DATA.json")
    parser.set_defaults(run=actions.export)


def _backups(parser: DanishParser) -> None:
    opened(parser)
    parser.add_argument(
        "--restore", type=int, metavar="N", help="sæt kopi nummer N i filens sted (1 er nyest)"
    )
    parser.set_defaults(run=care.backups)


def _password(parser: DanishParser) -> None:
    opened(parser)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--remove", action="store_true", help="fjern adgangskoden")
    what.add_argument("--code", action="store_true", help="vis gendannelseskoden")
    parser.set_defaults(run=passwords.password)


def _delete(parser: DanishParser) -> None:
    opened(parser)
    parser.add_argument(
        "--person",
        action="append",
        metavar="NAVN|ID",
        help="medarbejderens præcise navn eller id; kan gentages",
    )
    parser.add_argument(
        "--talk",
        action="append",
        metavar="DAG|ID",
        help="kun den samtale: dagen som ÅÅÅÅ-MM-DD sammen med --person, eller id; kan gentages",
    )
    parser.add_argument("--yes", action="store_true", help="slet uden at spørge")
    parser.set_defaults(run=care.delete)


def _framework(parser: DanishParser) -> None:
    parts = parser.add_subparsers(title="kommandoer", metavar="KOMMANDO", required=True)
    check = add(parts, "check", "kontrollér en ramme og vis alle fejl med linje")
    check.add_argument("file", type=Path, metavar="RAMME.toml")
    check.set_defaults(run=actions.framework_check)
    show = add(parts, "show", "vis programmets egen ramme")
    show.add_argument("--json", action="store_true", help="som JSON")
    show.set_defaults(run=actions.framework_show)
