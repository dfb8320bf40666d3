"""A report as plain text, for a screen reader, an e-mail or a system that takes nothing else."""

from collections.abc import Iterator

from kompasskive.reports.characters import legible
from kompasskive.reports.model import Point, ProfileReport
from kompasskive.reports.outline import DRAFT, DRAFT_MEANING, Section, Table, outline


def render(report: ProfileReport) -> str:
    """The whole report, a heading per section; tables as a line per cell."""
    return "\n".join([*_head(report), *_sections(report), *_ending(report)]) + "\n"


def _head(report: ProfileReport) -> Iterator[str]:
    if report.draft:
        yield f"{DRAFT} – {DRAFT_MEANING.lower()}"
    yield legible(report.kicker)
    yield from _underlined(report.title, "=")
    yield legible(report.meta)


def _sections(report: ProfileReport) -> Iterator[str]:
    for section in outline(report):
        yield ""
        yield from _underlined(section.title, "-")
        yield from _content(section)


def _content(section: Section) -> Iterator[str]:
    if section.figure:
        yield legible(section.figure.description)
    if section.table:
        yield from _table(section.table)
    bullet = "- " if section.bullets else ""
    yield from (f"{bullet}{_point(point)}" for point in section.points)


def _table(table: Table) -> Iterator[str]:
    for row in table.rows:
        yield f"- {_flat(row[table.row_head])}"
        for index, (word, cell) in enumerate(zip(table.head, row, strict=True)):
            if cell and index > table.row_head:
                yield f"  {_asked(word)} {_flat(cell)}"


def _asked(word: str) -> str:
    """A column's head before what stands in it; some ask or open by themselves."""
    return word if word.endswith("?") or ":" in word else f"{word}:"


def _flat(text: str) -> str:
    return ", ".join(legible(text).splitlines())


def _ending(report: ProfileReport) -> Iterator[str]:
    yield ""
    yield from map(legible, report.closing)
    yield from (f"{legible(label)}: ____________________" for label in report.signatures)
    yield from (legible(text) for text in (report.copies, report.audience) if text)
    yield f"{legible(report.confidentiality)} · {report.printed}"


def _underlined(text: str, stroke: str) -> tuple[str, str]:
    title = legible(text)
    return title, stroke * len(title)


def _point(point: Point) -> str:
    return " ".join(legible(part) for part in (point.lead, point.text) if part)
