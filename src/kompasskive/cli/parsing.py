"""What most commands take: a file that is opened, and where the output goes."""

from pathlib import Path
from typing import TYPE_CHECKING

from kompasskive.cli.danish_argparse import DanishParser

if TYPE_CHECKING:
    import argparse

    Subparsers = argparse._SubParsersAction[DanishParser]  # noqa: SLF001


def add(subparsers: "Subparsers", name: str, summary: str) -> DanishParser:
    """One command with its summary."""
    return subparsers.add_parser(
        name, help=summary, description=f"{summary[0].upper()}{summary[1:]}."
    )


def opened(parser: DanishParser) -> None:
    """A file that is opened, and the way to give its password."""
    parser.add_argument("file", type=Path, metavar="FIL")
    parser.add_argument(
        "--password-stdin",
        action="store_true",
        help="læs adgangskoden (eller gendannelseskoden) som en linje fra standard input",
    )


def out(parser: DanishParser, shown: str) -> None:
    parser.add_argument(
        "-o", "--output", required=True, type=Path, metavar=shown, help="hvor det skrives"
    )
