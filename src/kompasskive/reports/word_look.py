"""What a Word file looks like: A4, the print-out's margins, quiet styles, and names nobody."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Length, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table

from kompasskive.dial.palette import THEMES
from kompasskive.reports.styles import BOTTOM, LEFT, PAGE_HEIGHT, PAGE_WIDTH, RIGHT, TOP

BODY: Final = "Normal"
TITLE: Final = "Title"
HEADING: Final = "Heading 1"
BULLET: Final = "List Bullet"
CELL: Final = "No Spacing"
TABLE: Final = "Table Grid"
FONT: Final = "Calibri"
LANGUAGE: Final = "da-DK"
_SIZES: Final = {BODY: 11.0, BULLET: 11.0, CELL: 10.0, TITLE: 18.0, HEADING: 13.0}
_BEFORE: Final = {HEADING: 14.0, CELL: 2.0}
_AFTER: Final = {CELL: 2.0}
_USUAL_AFTER: Final = 5.0
_FOREIGN: Final = (RELATIONSHIP_TYPE.THUMBNAIL, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
"""What of the library's own empty file says where that was made."""
_EPOCH: Final = datetime(2000, 1, 1)  # noqa: DTZ001


def blank(title: str) -> Document:
    """An empty document; `title` goes into the metadata and names nobody."""
    document = docx.Document()
    _set_page(document)
    for name, size in _SIZES.items():
        style: Any = document.styles[name]
        _set_style(style, size, bold=name in (TITLE, HEADING))
        style.paragraph_format.space_before = Pt(_BEFORE.get(name, 0.0))
        style.paragraph_format.space_after = Pt(_AFTER.get(name, _USUAL_AFTER))
    _speak_danish(document)
    _describe(document, title)
    relations = document.part.package.rels
    for key in [key for key, each in relations.items() if each.reltype in _FOREIGN]:
        del relations[key]
    return document


def share_out(table: Table, shares: Sequence[float]) -> None:
    """Columns of these shares of the page's width, under thin rules."""
    table.autofit = False
    room = PAGE_WIDTH - LEFT - RIGHT
    for column, share in zip(table.columns, shares, strict=True):
        column.width = _whole(room * share / sum(shares))
        for cell in column.cells:
            cell.width = column.width


def _set_page(document: Document) -> None:
    (page,) = document.sections
    page.page_width, page.page_height = _whole(PAGE_WIDTH), _whole(PAGE_HEIGHT)
    page.left_margin, page.right_margin = _whole(LEFT), _whole(RIGHT)
    page.top_margin, page.bottom_margin = _whole(TOP), _whole(BOTTOM)


def _whole(points: float) -> Length:
    """A length in whole twentieths of a point, as Word keeps them."""
    return Pt(round(points * 20) / 20)


def _set_style(style: ParagraphStyle, size: float, bold: bool) -> None:
    style.font.name, style.font.size, style.font.bold = FONT, Pt(size), bold
    style.font.color.rgb = RGBColor.from_string(THEMES["light"]["ink"].removeprefix("#"))
    style.paragraph_format.line_spacing = 1.1
    properties: Any = style.element
    for ornament in (*properties.iter(qn("w:pBdr")), *properties.iter(qn("w:contextualSpacing"))):
        ornament.getparent().remove(ornament)
    for fonts in properties.iter(qn("w:rFonts")):
        for name in [name for name in fonts.attrib if name.endswith("Theme")]:
            del fonts.attrib[name]


def _speak_danish(document: Document) -> None:
    styles: Any = document.styles.element
    for language in styles.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)


def _describe(document: Document, title: str) -> None:
    said = document.core_properties
    said.title, said.author, said.last_modified_by = title, "Kompasskive", "Kompasskive"
    said.comments, said.language, said.revision = "", LANGUAGE, 1
    said.created = said.modified = _EPOCH
