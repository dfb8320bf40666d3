"""Tables as an Excel workbook: text stays text, numbers are numbers, and a chart of the dial."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from textwrap import wrap
from typing import Any

from kompasskive.reports.organisation_tables import Sheet, Value

_LEAST, _BOTH = "{}, mindst", {"Bredde": "#7F8C99", "Dybde": "#1B4A86"}
_LINE, _A4 = 15.5, 9
_TITLE = "Bredde og dybde i felter og dimensioner"
_WIDEST = 60
_MARGIN = 2


def render(sheets: Sequence[Sheet], title: str) -> bytes:
    """The workbook as a file's content; the first table has breadth and depth charted beside it."""
    import xlsxwriter

    target = BytesIO()
    settings = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(target, settings) as book:
        book.set_properties({"title": title, "author": "Kompasskive"})
        formats = Formats.of(book)
        for number, sheet in enumerate(sheets):
            _page(book, sheet, formats, title)
            if number == 0:
                _picture(book, sheet, formats, title)
    return target.getvalue()


@dataclass(frozen=True, slots=True)
class Formats:
    """How heads, words, numbers and days look."""

    head: Any
    words: Any
    number: Any
    day: Any

    @classmethod
    def of(cls, book: Any) -> "Formats":
        """Those of a workbook."""
        return cls(
            book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
            book.add_format({"text_wrap": True, "valign": "top"}),
            book.add_format({"align": "right", "indent": 1, "valign": "top"}),
            book.add_format({"num_format": "d.m.yyyy", "align": "left", "valign": "top"}),
        )


def _page(book: Any, sheet: Sheet, formats: Formats, title: str) -> Any:
    """A table on a page of its own that prints one page wide, its head on each."""
    page = book.add_worksheet(sheet.name)
    widths = [_width(sheet, column) for column in range(len(sheet.head))]
    for column, word in enumerate(sheet.head):
        page.write_string(0, column, word, formats.head)
        page.set_column(column, column, widths[column])
    page.set_row(0, _lines(sheet.head, widths) * _LINE)
    for line, row in enumerate(sheet.rows, start=1):
        page.set_row(line, _lines(row, widths) * _LINE)
        for column, value in enumerate(row):
            _write(page, line, column, value, formats)
    page.freeze_panes(1, 0)
    if sheet.rows:
        page.autofilter(0, 0, len(sheet.rows), len(sheet.head) - 1)
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.set_header(f"&L{title.replace('&', '&&')}&R&A")
    page.set_footer("&RSide &P af &N")
    return page


def _write(page: Any, line: int, column: int, value: Value, formats: Formats) -> None:
    if isinstance(value, str):
        page.write_string(line, column, value, formats.words)
    elif isinstance(value, date):
        page.write_datetime(line, column, value, formats.day)
    elif value is not None:
        page.write_number(line, column, value, formats.number)


def _width(sheet: Sheet, column: int) -> int:
    longest = max((len(_shown(row[column])) for row in sheet.rows), default=0)
    words = max(map(len, sheet.head[column].split()), default=0)
    return min(max(longest, words) + _MARGIN, _WIDEST)


def _lines(row: Sequence[Value], widths: Sequence[int]) -> int:
    """How many lines the words take at these widths; not every program finds out by itself."""
    pairs = zip(map(_shown, row), widths, strict=True)
    return max(len(wrap(text, width - _MARGIN)) or 1 for text, width in pairs)


def _shown(value: Value) -> str:
    return "31.12.2026" if isinstance(value, date) else str("" if value is None else value)


def _picture(book: Any, sheet: Sheet, formats: Formats, title: str) -> None:
    """Breadth and depth, each as the least it is, charted beside their numbers.

    Two greys that a copy keeps apart.
    """
    places = [sheet.head.index(word) for word in ("Felt", "Dimension", *map(_LEAST.format, _BOTH))]
    rows = tuple(
        (f"{row[places[0]]}, {str(row[places[1]]).lower()}", *(row[at] for at in places[2:]))
        for row in sheet.rows
    )
    page = _page(book, Sheet("Figur", (_TITLE, *map(_LEAST.format, _BOTH)), rows), formats, title)
    chart = book.add_chart({"type": "bar"})
    last = len(rows)
    for column, (word, fill) in enumerate(_BOTH.items(), start=1):
        chart.add_series(
            {
                "name": word,
                "categories": ["Figur", 1, 0, last, 0],
                "values": ["Figur", 1, column, last, column],
                "fill": {"color": fill},
            }
        )
    chart.set_title({"name": _TITLE, "name_font": {"size": 12}})
    chart.set_x_axis({"name": "Personer (mindst)", "num_format": "0"})
    chart.set_y_axis({"reverse": True})
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": 860, "height": 34 * last + 140})
    page.insert_chart(0, 4, chart, {"description": _TITLE})
