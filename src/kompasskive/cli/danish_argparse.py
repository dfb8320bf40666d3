"""argparse in Danish: it looks its own words up through gettext, and these are ours."""

import argparse
from collections.abc import Sequence
from typing import Final, NoReturn

WORDS: Final = {
    "usage: ": "brug: ",
    "options": "valg",
    "positional arguments": "argumenter",
    "show this help message and exit": "vis denne hjælp og slut",
    "show program's version number and exit": "vis versionen og slut",
    "the following arguments are required: %s": "der mangler: %s",
    "unrecognized arguments: %s": "ukendt: %s",
    "expected one argument": "skal have netop én værdi",
    "expected at least one argument": "skal have mindst én værdi",
    "invalid choice: %(value)r (choose from %(choices)s)": (
        "»%(value)s« kan ikke vælges (vælg mellem %(choices)s)"
    ),
    "invalid %(type)s value: %(value)r": "»%(value)s« er ikke et helt tal",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "ambiguous option: %(option)s could match %(matches)s": (
        "%(option)s kan betyde flere ting: %(matches)s"
    ),
    "ignored explicit argument %r": "værdien %r hører ikke til her",
    "not allowed with argument %s": "kan ikke bruges sammen med %s",
}


def speak_danish() -> None:
    """Give argparse its Danish words for the rest of the process."""
    for name in ("_", "gettext"):
        if hasattr(argparse, name):
            setattr(argparse, name, lambda text: WORDS.get(text, text))


class DanishParser(argparse.ArgumentParser):
    """A parser whose errors are one Danish sentence and exit code 2."""

    def error(self, message: str) -> NoReturn:
        """Say what was wrong and where help is."""
        self.exit(2, f"Kommandoen blev ikke forstået: {message}. Prøv »{self.prog} --help«.\n")

    def parse(self, arguments: Sequence[str]) -> argparse.Namespace:
        """Parse without guessing at shortened options."""
        return self.parse_args(arguments)
