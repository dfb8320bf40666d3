"""A report as one accessible HTML file that needs nothing beside it."""

from collections.abc import Iterator
from html import escape

from kompasskive.dial.palette import THEMES
from kompasskive.dial.picture import Picture
from kompasskive.dial.svg import to_svg
from kompasskive.reports.characters import legible
from kompasskive.reports.model import Point, ProfileReport
from kompasskive.reports.outline import DRAFT, DRAFT_MEANING, Section, Table, outline

_STYLE = """
:root { color-scheme: light; }
body { font: 1rem/1.5 "Segoe UI", "Open Sans", sans-serif; color: #1B2733;
  background: #FFFFFF; max-width: 50rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.8rem; line-height: 1.2; margin: 0; }
h2 { font-size: 1.2rem; border-bottom: 1px solid #1B2733; margin: 2rem 0 .75rem; }
p, td, th, li, h1 { white-space: pre-wrap; overflow-wrap: break-word; unicode-bidi: plaintext; }
p, li, h1 { overflow-wrap: anywhere; }
p { margin: .4rem 0; }
.quiet { color: #4A5763; }
.draft { width: fit-content; background: #1B2733; color: #FFFFFF; padding: .1rem .7rem;
  border-radius: 4px; font-weight: 700; }
.who { background: #EBEFF3; padding: .6rem .9rem; border-radius: 4px; margin-top: 2rem; }
.wide { overflow-x: auto; }
svg { width: 100%; height: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem .35rem 0;
  border-bottom: 1px solid #7C8896; }
thead th { border-bottom-color: #1B2733; }
@media print { body { margin: 0; max-width: none; } tr, svg { break-inside: avoid; } }
"""


def render(report: ProfileReport, grey: bool = False) -> str:
    """The whole report; `grey` draws the dial in greys and patterns."""
    draft = f'<p class="draft">{DRAFT} – {DRAFT_MEANING.lower()}</p>' if report.draft else ""
    lines = [
        "<!DOCTYPE html>",
        '<html lang="da"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_said(report.document_title)}</title><style>{_STYLE}</style></head><body><main>",
        draft,
        _paragraph(report.kicker, "quiet"),
        f"<h1>{_said(report.title)}</h1>",
        _paragraph(report.meta, "quiet"),
        *(_section(section, grey) for section in outline(report, grey)),
        *_ending(report),
        "</main></body></html>",
    ]
    return "\n".join(line for line in lines if line) + "\n"


def _ending(report: ProfileReport) -> Iterator[str]:
    yield from (_paragraph(text) for text in report.closing)
    yield from (_paragraph(f"{label}: ____________________") for label in report.signatures)
    yield _paragraph(report.copies, "quiet") if report.copies else ""
    yield _paragraph(report.audience, "who")
    yield _paragraph(f"{report.confidentiality} · {report.printed}", "quiet")


def _section(section: Section, grey: bool) -> str:
    parts = [f"<section><h2>{_said(section.title)}</h2>"]
    if section.figure:
        parts.append(_figure(section.figure, grey))
    if section.table:
        parts.append(_table(section.title, section.table))
    parts.append(_points(section))
    return "\n".join([*parts, "</section>"])


def _figure(picture: Picture, grey: bool) -> str:
    svg = to_svg(picture, THEMES["grey" if grey else "light"])
    return f"<figure>{svg.partition('?>')[2].strip()}</figure>"


def _points(section: Section) -> str:
    if section.bullets:
        items = "".join(f"<li>{_point(point)}</li>" for point in section.points)
        return f"<ul>{items}</ul>"
    return "".join(f"<p>{_point(point)}</p>" for point in section.points)


def _point(point: Point) -> str:
    lead = f"<strong>{_said(point.lead)}</strong>" if point.lead else ""
    return " ".join(part for part in (lead, _said(point.text)) if part)


def _table(title: str, table: Table) -> str:
    head = "".join(f'<th scope="col">{_said(word)}</th>' for word in table.head)
    rows = "\n".join(f"<tr>{_row(row, table.row_head)}</tr>" for row in table.rows)
    # Wide tables scroll by themselves on a narrow screen, also by keyboard.
    opening = f'<div class="wide" role="region" aria-label="{_said(title)}" tabindex="0"><table>'
    return f"{opening}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"


def _row(row: tuple[str, ...], row_head: int) -> str:
    return "".join(
        f'<th scope="row">{_said(cell)}</th>' if index == row_head else f"<td>{_said(cell)}</td>"
        for index, cell in enumerate(row)
    )


def _paragraph(text: str, kind: str = "") -> str:
    return f'<p class="{kind}">{_said(text)}</p>' if kind else f"<p>{_said(text)}</p>"


def _said(text: str) -> str:
    return escape(legible(text))
