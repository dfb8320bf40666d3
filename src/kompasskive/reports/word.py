"""The plan as a Word file, to be taken into a personnel system: text, headings and one table.

Word's format is a zip of XML; what is written is the little of it that a plan needs.
"""

from collections.abc import Iterator, Sequence
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from kompasskive.reports.characters import legible
from kompasskive.reports.model import ProfileReport
from kompasskive.reports.outline import DRAFT, DRAFT_MEANING, Section, Table, plan
from kompasskive.reports.word_parts import FIXED_PARTS, document_part, properties_part

_DAY = (2000, 1, 1, 0, 0, 0)


def render(report: ProfileReport) -> bytes:
    """Title, strengths, potentials, agreements, course and management, and who may read it."""
    body = [
        *([_paragraph(f"{DRAFT} – {DRAFT_MEANING.lower()}", bold=True)] if report.draft else ()),
        _paragraph(report.title, "Title"),
        _paragraph(report.meta),
        *(part for section in plan(report) for part in _section(section)),
        _paragraph(""),
        _paragraph(report.audience),
        _paragraph(f"{report.confidentiality} · {report.printed}"),
    ]
    parts = {
        **FIXED_PARTS,
        "docProps/core.xml": properties_part(escape(legible(report.document_title))),
        "word/document.xml": document_part("".join(body)),
    }
    return _zipped(parts)


def _zipped(parts: dict[str, str]) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            entry = ZipInfo(name, _DAY)
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, text)
    return target.getvalue()


def _section(section: Section) -> Iterator[str]:
    yield _paragraph(section.title, "Heading1")
    yield from (_paragraph(point.text, lead=point.lead) for point in section.points)
    if section.table:
        yield _table(section.table)


def _table(table: Table) -> str:
    head = _row(table.head, "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>", bold=True)
    rows = "".join(_row(row, "<w:trPr><w:cantSplit/></w:trPr>") for row in table.rows)
    columns = '<w:gridCol w:w="1800"/>' * len(table.head)
    look = (
        '<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="5000" w:type="pct"/>'
        '<w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr>'
    )
    return f"<w:tbl>{look}<w:tblGrid>{columns}</w:tblGrid>{head}{rows}</w:tbl>"


def _row(cells: Sequence[str], properties: str, bold: bool = False) -> str:
    made = "".join(f"<w:tc>{_paragraph(cell, bold=bold)}</w:tc>" for cell in cells)
    return f"<w:tr>{properties}{made}</w:tr>"


def _paragraph(text: str, style: str = "", lead: str = "", bold: bool = False) -> str:
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    runs = _run(f"{lead} " if text else lead, bold=True) if lead else ""
    return f"<w:p>{named}{runs}{_run(text, bold)}</w:p>"


def _run(text: str, bold: bool) -> str:
    lines = escape(legible(text)).split("\n")
    shown = "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' for line in lines)
    return f"<w:r>{'<w:rPr><w:b/></w:rPr>' if bold else ''}{shown}</w:r>"
