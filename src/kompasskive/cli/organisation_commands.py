"""What the commands about the organisation take."""

from pathlib import Path
from typing import TYPE_CHECKING

from kompasskive.cli import contributions, organisation
from kompasskive.cli.danish_argparse import DanishParser
from kompasskive.cli.parsing import add, opened, out

if TYPE_CHECKING:
    from kompasskive.cli.parsing import Subparsers


def add_to(subparsers: "Subparsers") -> None:
    """Add them to the program's parser."""
    _organisation(add(subparsers, "organisation", "skriv organisationens profil uden navne"))
    _compare(add(subparsers, "compare", "læg en medarbejder ved siden af organisationen"))
    _contribution(add(subparsers, "contribution", "saml tal fra flere lederes filer"))


def _series(parser: DanishParser, required: bool) -> None:
    parser.add_argument(
        "--period", required=required, metavar="PERIODE", help="2026, 2026H1 eller 2026K3"
    )
    parser.add_argument("--screening", action="store_true", help="screeningernes egen serie")
    parser.add_argument(
        "--anew",
        action="store_true",
        help="frys periodens tal igen, hvis det kan gøres uden at røbe",
    )
    parser.add_argument("--grey", action="store_true", help="gråtoner med mønstre")


def _organisation(parser: DanishParser) -> None:
    opened(parser)
    parser.add_argument(
        "more", nargs="*", type=Path, metavar="FIL", help="flere filer, der tælles med"
    )
    _series(parser, required=True)
    out(parser, "ORG.pdf|xlsx|csv|json|svg|png")
    parser.add_argument(
        "--kind",
        choices=("profile", "providers"),
        default="profile",
        help="organisationens profil eller arket til uddannelsesudbydere (profile)",
    )
    parser.add_argument("--size", type=int, default=900, metavar="PX", help="bredde i pixel (900)")
    parser.set_defaults(run=organisation.organisation)


def _compare(parser: DanishParser) -> None:
    opened(parser)
    parser.add_argument("--person", required=True, metavar="NAVN|ID", help="medarbejderen")
    parser.add_argument(
        "--team", metavar="NAVN|ID", help="sammenlign med et teams fælles skive i stedet"
    )
    _series(parser, required=False)
    out(parser, "SIDE.pdf")
    parser.set_defaults(run=organisation.compare, more=[])


def _contribution(parser: DanishParser) -> None:
    parts = parser.add_subparsers(title="kommandoer", metavar="KOMMANDO", required=True)
    show = add(parts, "key", "vis den nøgle, som bidrag til filen forsegles med")
    opened(show)
    show.set_defaults(run=contributions.key)
    make = add(parts, "make", "forsegl filens tal for en periode til en organisations nøgle")
    opened(make)
    make.add_argument(
        "--period", required=True, metavar="PERIODE", help="2026, 2026H1 eller 2026K3"
    )
    make.add_argument("--key", required=True, metavar="NØGLE|FIL", help="organisationens nøgle")
    out(make, "BIDRAG.kompasbidrag")
    make.set_defaults(run=contributions.make)
    take = add(parts, "add", "tag bidrag ind i organisationens fil")
    opened(take)
    take.add_argument("contributions", nargs="+", type=Path, metavar="BIDRAG")
    take.set_defaults(run=contributions.add)
