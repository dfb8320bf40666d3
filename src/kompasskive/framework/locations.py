"""Where each key of a TOML text stands, because tomllib keeps no line numbers."""

import re
import tomllib
from bisect import bisect_right
from collections.abc import Mapping
from typing import TypeAlias

Path: TypeAlias = tuple[str | int, ...]
"""Keys and list positions from the root: ("felt", 1, "punkt", 0, "tekst")."""

_BLANK = re.compile(r"(?:\s|#[^\n]*)*")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_PLAIN = re.compile(r"[^,\]}#\n]+")
_STRING = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}'
    r"|'''.*?'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'",
    re.DOTALL,
)


def locate(text: str) -> dict[Path, int]:
    """The line, from 1, where each table, key and list element begins; `text` is valid TOML."""
    return _Scanner(text.replace("\r\n", "\n")).scan()


def line_of(path: Path, lines: Mapping[Path, int]) -> int:
    """The line of the nearest located ancestor of `path`, or 1."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


class _Scanner:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._breaks = [m.start() for m in re.finditer("\n", text)]
        self._lengths: dict[Path, int] = {}
        self._lines: dict[Path, int] = {}

    def scan(self) -> dict[Path, int]:
        table: Path = ()
        while self._skip_blank():
            if self._text.startswith("[[", self._at):
                table = self._array_header()
            elif self._text[self._at] == "[":
                table = self._header()
            else:
                self._pair(table)
        return self._lines

    def _array_header(self) -> Path:
        start, keys = self._at, self._header_keys(2)
        base = (*self._resolve(keys[:-1]), keys[-1])
        index = self._lengths.get(base, 0)
        self._lengths[base] = index + 1
        self._record((*base, index), start)
        return (*base, index)

    def _header(self) -> Path:
        start, keys = self._at, self._header_keys(1)
        path = self._resolve(keys)
        self._record(path, start)
        return path

    def _header_keys(self, brackets: int) -> tuple[str, ...]:
        self._at += brackets
        keys = self._keys()
        self._at += brackets
        return keys

    def _resolve(self, keys: tuple[str, ...]) -> Path:
        path: Path = ()
        for key in keys:
            path = (*path, key)
            if path in self._lengths:
                path = (*path, self._lengths[path] - 1)
        return path

    def _pair(self, table: Path) -> None:
        start, path = self._at, (*table, *self._keys())
        self._record(path, start)
        self._at += 1
        self._skip_blank()
        self._value(path)

    def _keys(self) -> tuple[str, ...]:
        keys = [self._key()]
        while self._text[self._at] == ".":
            self._at += 1
            keys.append(self._key())
        return tuple(keys)

    def _key(self) -> str:
        self._skip_blank()
        quoted = self._text[self._at] in "\"'"
        token = self._take(_STRING if quoted else _BARE_KEY)
        self._skip_blank()
        return str(tomllib.loads(f"key = {token}")["key"]) if quoted else token

    def _value(self, path: Path) -> None:
        first = self._text[self._at]
        if first == "[":
            self._array(path)
        elif first == "{":
            self._inline_table(path)
        else:
            self._take(_STRING if first in "\"'" else _PLAIN)

    def _array(self, path: Path) -> None:
        index = 0
        while self._next_inside("]"):
            element = (*path, index)
            self._record(element, self._at)
            self._value(element)
            index += 1

    def _inline_table(self, path: Path) -> None:
        while self._next_inside("}"):
            self._pair(path)

    def _next_inside(self, closing: str) -> bool:
        """Step past the bracket or comma here; False, and past `closing`, at the end."""
        self._skip_blank()
        if self._text[self._at] in "[{,":
            self._at += 1
        self._skip_blank()
        if self._text[self._at] != closing:
            return True
        self._at += 1
        return False

    def _take(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self._text, self._at)
        if match is None:
            raise ValueError(self._at)
        self._at = match.end()
        return match.group()

    def _skip_blank(self) -> bool:
        match = _BLANK.match(self._text, self._at)
        self._at = match.end() if match else self._at
        return self._at < len(self._text)

    def _record(self, path: Path, start: int) -> None:
        line = bisect_right(self._breaks, start) + 1
        for end in range(1, len(path) + 1):
            self._lines.setdefault(path[:end], line)
