"""Counts from several files as one: what a contribution holds, and how contributions add up."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256

import msgspec

from kompasskive.dialogue.organisation import Contribution
from kompasskive.errors import FileError
from kompasskive.framework.model import Framework, Item, Level
from kompasskive.profile.histograms import Histograms, merge
from kompasskive.telling import WHOLE, Tell, passing, quietly, share

_PRINT_LENGTH = 12


@dataclass(frozen=True, slots=True)
class Counted:
    """One series: the full counts, and a token per talk (`members`) in any order."""

    histograms: Histograms
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Content:
    """What one file adds: both series, and what its items said (`prints` by item id)."""

    agreed: Counted
    screening: Counted
    prints: Mapping[str, str]


def prints(framework: Framework) -> dict[str, str]:
    """A digest of each item in use: only items with the same text and level are added up."""
    return {
        i.id: _print(i) for field in framework.fields for level in Level for i in field.at(level)
    }


def to_json(content: Content) -> str:
    """The content as JSON."""
    return msgspec.json.encode(content).decode()


def from_json(content: str) -> Content:
    """The content of a kept contribution; FileError when the text is none."""
    try:
        return msgspec.json.decode(content, type=Content)
    except (msgspec.MsgspecError, UnicodeError) as error:
        raise FileError("Et bidrag i filen kan ikke læses. Filen er, som den var.") from error


def together(
    framework: Framework, own: Iterable[Counted], contents: Iterable[Content], *, screening: bool
) -> Counted:
    """One series of several files; items and fields another framework has changed are left out."""
    mine, members = prints(framework), dict[str, None]()

    def parts() -> Iterator[Histograms]:
        for part in own:
            members.update(dict.fromkeys(part.members))
            yield part.histograms
        for content in contents:
            of_series = content.screening if screening else content.agreed
            members.update(dict.fromkeys(of_series.members))
            yield _same(framework, mine, content, of_series)

    return Counted(merge(framework, parts()), tuple(members))


def shares(contributions: Iterable[Contribution], period: str, tell: Tell) -> tuple[Tell, Tell]:
    """What tells of counting a file's own talks, and of the contributions it has of the period."""
    own = WHOLE // 2 if any(c.period == period for c in contributions) else WHOLE
    return share(tell, 0, own), share(tell, own, WHOLE)


def of_period(
    contributions: Iterable[Contribution], period: str, tell: Tell = quietly
) -> Iterator[Content]:
    """The contributions of one period, by its key, one at a time."""
    own = [c.content for c in contributions if c.period == period]
    return map(from_json, passing(own, len(own), tell))


def _same(
    framework: Framework, mine: Mapping[str, str], content: Content, of_series: Counted
) -> Histograms:
    theirs = content.prints
    if theirs == mine:
        return of_series.histograms
    changed = {
        field.id
        for field in framework.fields
        for level in Level
        for item in field.at(level)
        if theirs.get(item.id) != mine[item.id]
    }
    histograms = of_series.histograms
    return replace(
        histograms,
        items=tuple(i for i in histograms.items if theirs.get(i.item_id) == mine.get(i.item_id)),
        fields=tuple(f for f in histograms.fields if f.field_id not in changed),
    )


def _print(item: Item) -> str:
    return sha256(f"{item.level}\0{item.text}".encode()).hexdigest()[:_PRINT_LENGTH]
