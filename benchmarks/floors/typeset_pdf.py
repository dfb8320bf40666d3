"""The same report set by two other typesetters: WeasyPrint from HTML, Typst from its own markup."""

from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from kompasskive.reports import html
from kompasskive.reports.model import Point, ProfileReport
from kompasskive.reports.outline import Section, Table, outline

_PAGE = """#set document(title: "Kompetenceprofil")
#set page("a4", margin: (left: 25mm, right: 18mm, top: 15mm, bottom: 17mm), numbering: "1 / 1")
#set text(font: "Source Sans 3", size: 9.6pt, lang: "da")
"""


def by_weasyprint(report: ProfileReport) -> bytes:
    """Tagged PDF/A-2b from our own HTML."""
    page: Any = import_module("weasyprint").HTML(string=html.render(report))
    return bytes(page.write_pdf(pdf_variant="pdf/a-2b", pdf_tags=True))


def by_typst(report: ProfileReport, svg: str, fonts: Path) -> bytes:
    """Tagged PDF/A-2b from markup made on the spot, with the dial as an SVG."""
    typst = import_module("typst")
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "dial.svg").write_text(svg, encoding="utf-8")
        parts = [_PAGE, f"= #{_text(report.title)}", f"#{_text(report.meta)}"]
        parts += [part for section in outline(report) for part in _section(section)]
        parts += [f"#{_text(text)}" for text in (*report.closing, report.copies, report.audience)]
        (folder / "report.typ").write_text("\n\n".join(parts), encoding="utf-8")
        made = typst.compile(
            folder / "report.typ", format="pdf", font_paths=[fonts], pdf_standards=["a-2b"]
        )
        return bytes(made)


def _section(section: Section) -> list[str]:
    parts = [f"== #{_text(section.title)}"]
    if section.figure:
        parts.append(f'#image("dial.svg", width: 100%, alt: {_text(section.figure.description)})')
    if section.table:
        parts.append(_table(section.table))
    return [*parts, *(_point(point) for point in section.points)]


def _point(point: Point) -> str:
    return f"#strong({_text(point.lead)}) #{_text(point.text)}"


def _table(table: Table) -> str:
    head = ", ".join(f"strong({_text(word)})" for word in table.head)
    cells = ", ".join(_text(cell) for row in table.rows for cell in row)
    return f"#table(columns: {len(table.head)}, table.header({head}), {cells})"


def _text(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
