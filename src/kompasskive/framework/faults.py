"""Collects every fault of one framework file and says them in Danish, in line order."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kompasskive.errors import FrameworkError
from kompasskive.framework.locations import Path, line_of, locate


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault at `path`; `first` is where the same thing stood before, if it did."""

    path: Path
    sentence: str
    first: Path | None = None

    def line(self, lines: Mapping[Path, int]) -> int:
        """The line to look at, from 1."""
        return line_of(self.path, lines)

    def said(self, lines: Mapping[Path, int]) -> str:
        """The whole one-liner."""
        first = f" (først i linje {line_of(self.first, lines)})" if self.first else ""
        return f"linje {self.line(lines)}: {self.sentence}{first}"


class Faults:
    """The faults found so far, and the ids and names that are taken."""

    def __init__(self) -> None:
        self._found: list[Fault] = []
        self._claims: dict[tuple[str, str], list[Path]] = {}

    def add(self, path: Path, sentence: str, first: Path | None = None) -> None:
        """Note a fault; `sentence` has no line number."""
        self._found.append(Fault(path, sentence, first))

    def claim(self, space: str, value: str, path: Path) -> None:
        """Take `value` within `space`; taking it twice is a fault."""
        self._claims.setdefault((space, value), []).append(path)

    def exactly_once(
        self, kind: str, section: Path, expected: Iterable[str], found: Mapping[Path, str]
    ) -> None:
        """Note what of `expected` is missing from or repeated in `found` (path to word)."""
        first: dict[str, Path] = {}
        for path, word in found.items():
            if first.setdefault(word, path) != path:
                self.add(path, f"{kind} »{word}« står mere end én gang", first[word])
        for word in expected:
            if word not in first:
                self.add(section, f"{kind} »{word}« mangler")

    def raise_any(self, name: str, text: str) -> None:
        """Raise FrameworkError with every fault, in line order, when there is one."""
        if not self._found and all(len(paths) == 1 for paths in self._claims.values()):
            return
        lines = locate(text)
        faults = [*self._found, *self._repeated(lines)]
        ordered = sorted(faults, key=lambda fault: fault.line(lines))
        raise refusal(name, tuple(fault.said(lines) for fault in ordered))

    def _repeated(self, lines: Mapping[Path, int]) -> Iterator[Fault]:
        for (_, value), paths in self._claims.items():
            first, *others = sorted(paths, key=lambda path: line_of(path, lines))
            for path in others:
                yield Fault(path, f"»{value}« er brugt mere end én gang", first)


def refusal(name: str, faults: tuple[str, ...]) -> FrameworkError:
    """The error that refuses a framework file for its faults."""
    count = "én fejl" if len(faults) == 1 else f"{len(faults)} fejl"
    return FrameworkError(
        f"Rammen »{name}« har {count} og er ikke taget i brug. Ret filen, og prøv igen.", faults
    )
