"""The plan as a Word file, to be taken into a personnel system: text, headings and one table."""

from collections.abc import Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document
from docx.oxml import OxmlElement
from docx.table import _Row
from docx.text.paragraph import Paragraph

from kompasskive.reports.characters import legible
from kompasskive.reports.model import Point, ProfileReport
from kompasskive.reports.outline import DRAFT, DRAFT_MEANING, Section, Table, plan
from kompasskive.reports.word_look import (
    BODY,
    BULLET,
    CELL,
    HEADING,
    TABLE,
    TITLE,
    blank,
    share_out,
)

_SHARES = (0.31, 0.19, 0.16, 0.13, 0.21)
_DAY = (2000, 1, 1, 0, 0, 0)


def render(report: ProfileReport) -> bytes:
    """Title, strengths, potentials, agreements, course and management, and who may read it."""
    document = blank(legible(report.document_title))
    if report.draft:
        _said(document.add_paragraph(style=BODY), f"{DRAFT} – {DRAFT_MEANING.lower()}", bold=True)
    _said(document.add_paragraph(style=TITLE), report.title)
    _said(document.add_paragraph(style=BODY), report.meta)
    for section in plan(report):
        _section(document, section)
    document.add_paragraph(style=BODY)
    for text in (report.audience, f"{report.confidentiality} · {report.printed}"):
        _said(document.add_paragraph(style=BODY), text)
    return _packed(document)


def _section(document: Document, section: Section) -> None:
    _said(document.add_paragraph(style=HEADING), section.title)
    for point in section.points:
        _point(document.add_paragraph(style=BULLET if section.bullets else BODY), point)
    if section.table:
        _table(document, section.table)


def _point(paragraph: Paragraph, point: Point) -> None:
    if point.lead:
        _said(paragraph, f"{point.lead} " if point.text else point.lead, bold=True)
    _said(paragraph, point.text)


def _table(document: Document, table: Table) -> None:
    made = document.add_table(0, len(table.head), style=TABLE)
    _row(made.add_row(), table.head, head=True)
    for row in table.rows:
        _row(made.add_row(), row)
    share_out(made, _SHARES)


def _row(row: _Row, cells: Sequence[str], head: bool = False) -> None:
    """A row that stays whole; the head is repeated on every page the table takes."""
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001
    properties.append(OxmlElement("w:cantSplit"))
    if head:
        properties.append(OxmlElement("w:tblHeader"))
    for cell, text in zip(row.cells, cells, strict=True):
        paragraph = cell.paragraphs[0]
        paragraph.style = CELL
        _said(paragraph, text, bold=head)


def _said(paragraph: Paragraph, text: str, bold: bool = False) -> None:
    paragraph.add_run(legible(text)).bold = bold or None


def _packed(document: Document) -> bytes:
    """The file with one day on all of its parts, so that the same plan is the same bytes."""
    made, target = BytesIO(), BytesIO()
    document.save(made)
    with ZipFile(made) as parts, ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name in parts.namelist():
            entry = ZipInfo(name, _DAY)
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, parts.read(name))
    return target.getvalue()
