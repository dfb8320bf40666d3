"""Reads a framework file, or refuses it with every fault and its line."""

from pathlib import Path

from kompasskive.errors import FrameworkError
from kompasskive.framework.building import build
from kompasskive.framework.faults import Faults, refusal
from kompasskive.framework.model import Framework
from kompasskive.framework.syntax import parse
from kompasskive.framework.table import Table

BYTES_MAX = 1_000_000
_TOO_DEEP = "linje 1: filen er ikke gyldig TOML: lister ligger for dybt inde i hinanden"


def read_framework(text: str, name: str) -> Framework:
    """The framework in TOML text; `name` is the file's name in error sentences.

    Raises FrameworkError with all faults as Danish one-liners, in line order.
    """
    try:
        return _read(text, name)
    except RecursionError:
        raise refusal(name, (_TOO_DEEP,)) from None


def load_framework(path: Path) -> Framework:
    """The framework in a UTF-8 file; raises FrameworkError when missing, unreadable or faulty."""
    data = _content(path)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise refusal(path.name, (f"linje {line}: filen er ikke gemt som UTF-8",)) from None
    return read_framework(text, path.name)


def _read(text: str, name: str) -> Framework:
    try:
        values = parse(text)
    except ValueError as error:
        raise refusal(name, (str(error),)) from None
    faults = Faults()
    framework = build(Table(values, (), faults))
    faults.raise_any(name, text)
    return framework


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(BYTES_MAX + 1)
    except FileNotFoundError:
        raise FrameworkError(f"Rammen »{path}« findes ikke. Kontrollér navn og mappe.") from None
    except (OSError, ValueError):
        raise FrameworkError(
            f"Rammen »{path}« kan ikke læses. Kontrollér, at det er en fil, du har adgang til."
        ) from None
    if len(data) > BYTES_MAX:
        raise FrameworkError(f"»{path}« er over 1 MB og er derfor næppe en ramme.")
    return data
