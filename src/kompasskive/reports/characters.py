"""Text of any sort made fit to be read: composed, and what would be obeyed is shown instead."""

import unicodedata
from collections.abc import Callable, Iterable

JOINERS = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufe0e\ufe0f")
"""Without a shape of their own; a browser or Word needs them to join or part what is beside."""
_MARK = "\ufeff"
_TAB = " " * 4


def legible(text: str) -> str:
    """NFC with "\\n" between lines; control and direction characters as "[U+202E]"."""
    return shown(text, lambda char: char in JOINERS or visible(char))


def shown(text: str, keep: Callable[[str], bool]) -> str:
    """NFC with "\\n" between lines and tabs as spaces; what is not kept is shown by its number."""
    lines = unicodedata.normalize("NFC", text).splitlines()
    return "\n".join("".join(_one(char, keep) for char in line) for line in lines)


def hidden(texts: Iterable[str], keep: Callable[[str], bool]) -> tuple[str, ...]:
    """The characters `shown` shows by their number, each once, in the order they come."""
    every = dict.fromkeys("".join(unicodedata.normalize("NFC", text) for text in texts))
    return tuple(c for c in every if c.splitlines() == [c] and _one(c, keep).startswith("[U+"))


def visible(char: str) -> bool:
    """Whether a character has a shape: no control, format, private or unassigned one has."""
    return unicodedata.category(char)[0] != "C"


def _one(char: str, keep: Callable[[str], bool]) -> str:
    if keep(char):
        return char
    if char == "\t":
        return _TAB
    silent = char in JOINERS or char == _MARK
    return "" if silent else f"[U+{ord(char):04X}]"
