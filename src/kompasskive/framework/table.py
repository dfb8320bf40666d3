"""Typed access to one table of a framework file; whatever is wrong becomes a fault."""

import re
import unicodedata
from collections.abc import Mapping
from difflib import get_close_matches
from typing import TypeVar

from kompasskive.danish import join
from kompasskive.framework.faults import Faults
from kompasskive.framework.locations import Path

T = TypeVar("T")
_SPACES = re.compile(r"[ \t\n]+")
_IDENTIFIER = re.compile(r"[a-zæøå0-9]+(?:[-_][a-zæøå0-9]+)*")


def mended(text: str) -> str:
    """Text on one line: line breaks and runs of spaces become one space."""
    return _SPACES.sub(" ", text).strip(" ")


class Table:
    """One table; every method that reads a key also makes that key known."""

    def __init__(self, values: Mapping[str, object], path: Path, faults: Faults) -> None:
        self._values = values
        self.path = path
        self.faults = faults
        self._known: list[str] = []

    def at(self, key: str) -> Path:
        """The path of a key in this table."""
        return (*self.path, key)

    def has(self, key: str) -> bool:
        """Whether the table has the key at all."""
        return key in self._values

    def text(self, key: str) -> str:
        """A text that must be there and not be empty; "" when faulty."""
        return self._checked_text(self._value(key, ""), key, self.at(key))

    def texts(self, key: str, count: int | None = None) -> tuple[str, ...]:
        """A list of at least one text, or of exactly `count`."""
        values = self._value(key, [])
        if not isinstance(values, list):
            self.faults.add(self.at(key), f"»{key}« skal være en liste af tekster")
            return ()
        if key in self._values and len(values) != (count or len(values) or 1):
            wanted = "mindst én tekst" if count is None else f"{count} tekster"
            self.faults.add(self.at(key), f"»{key}« skal have {wanted}, ikke {len(values)}")
        return tuple(
            self._checked_text(value, key, (*self.at(key), i)) for i, value in enumerate(values)
        )

    def identifier(self, space: str) -> str:
        """The `id`, which must be well formed and unique within `space`."""
        value = self.unique("id", space)
        if value and not _IDENTIFIER.fullmatch(value):
            self.faults.add(
                self.at("id"),
                f"id »{value}« må kun have små bogstaver og tal med - eller _ imellem",
            )
        return value

    def unique(self, key: str, space: str) -> str:
        """A text that no other table of `space` has."""
        value = self.text(key)
        if value:
            self.faults.claim(space, value, self.at(key))
        return value

    def choice(self, key: str, choices: Mapping[str, T], default: T | None = None) -> T | None:
        """What one of the words in `choices` stands for; None when faulty.

        With a `default` the key may be left out.
        """
        if default is not None and key not in self._values:
            self._known.append(key)
            return default
        word = self.text(key)
        if word and word not in choices:
            wanted = join(f"»{choice}«" for choice in choices)
            self.faults.add(self.at(key), f"ukendt {key} »{word}« – mulighederne er {wanted}")
        return choices.get(word)

    def number(self, key: str) -> int | None:
        """A whole number; None when faulty."""
        value = self._value(key, None)
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        if value is not None:
            self.faults.add(self.at(key), f"»{key}« skal være et helt tal")
        return None

    def flag(self, key: str) -> bool:
        """True or false; false when left out."""
        self._known.append(key)
        value = self._values.get(key, False)
        if not isinstance(value, bool):
            self.faults.add(self.at(key), f"»{key}« skal være true eller false")
        return value is True

    def table(self, key: str) -> "Table":
        """A table that must be there; an empty one when faulty."""
        header = f"[{self._header(key)}]"
        self._known.append(key)
        value = self._values.get(key)
        if isinstance(value, dict):
            return Table(value, self.at(key), self.faults)
        self._refuse_section(key, header, missing=value is None)
        return Table({}, self.at(key), Faults())

    def tables(self, key: str, optional: bool = False) -> "list[Table]":
        """A list of at least one table; empty when faulty, or left out and `optional`."""
        self._known.append(key)
        values = self._values.get(key, [])
        if not isinstance(values, list) or not all(isinstance(value, dict) for value in values):
            self._refuse_section(key, f"[[{self._header(key)}]]", missing=False)
            return []
        if not values and not optional:
            self._refuse_section(key, f"[[{self._header(key)}]]", missing=True)
        return [Table(value, (*self.at(key), i), self.faults) for i, value in enumerate(values)]

    def close(self, *allowed: str) -> None:
        """Note every key that nobody read and that is not `allowed` besides."""
        known = (*self._known, *allowed)
        for key in self._values:
            if key not in known:
                near = get_close_matches(key, known, 1)
                hint = f" – mener du »{near[0]}«?" if near else ""
                self.faults.add(self.at(key), f"ukendt nøgle »{mended(key)}«{hint}")

    def _header(self, key: str) -> str:
        return ".".join(part for part in self.at(key) if isinstance(part, str))

    def _refuse_section(self, key: str, header: str, missing: bool) -> None:
        if missing:
            self.faults.add(self.path, f"afsnittet {header} mangler")
        else:
            self.faults.add(self.at(key), f"»{key}« skal stå som afsnit: {header}")

    def _value(self, key: str, default: object) -> object:
        self._known.append(key)
        if key not in self._values:
            self.faults.add(self.path, f"»{key}« mangler")
        return self._values.get(key, default)

    def _checked_text(self, value: object, key: str, path: Path) -> str:
        if not isinstance(value, str):
            self.faults.add(path, f"»{key}« skal være tekst i anførselstegn")
            return ""
        text = mended(value)
        if not text and key in self._values:
            self.faults.add(path, f"»{key}« er tom")
        if any(unicodedata.category(char) == "Cc" for char in text):
            self.faults.add(path, f"»{key}« har et usynligt styretegn")
        return text
