"""Tables as an Excel workbook: text stays text, numbers are numbers, and a chart of the dial."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from kompasskive.reports.organisation_tables import Sheet, Value

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
        head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        for sheet in sheets:
            _add(book, sheet, head)
        _chart(book, sheets[0])
    return target.getvalue()


def _add(book: Any, sheet: Sheet, head: Any) -> None:
    page = book.add_worksheet(sheet.name)
    for column, word in enumerate(sheet.head):
        page.write_string(0, column, word, head)
        page.set_column(column, column, _width(sheet, column))
    for line, row in enumerate(sheet.rows, start=1):
        for column, value in enumerate(row):
            _write(page, line, column, value)
    page.freeze_panes(1, 0)
    if sheet.rows:
        page.autofilter(0, 0, len(sheet.rows), len(sheet.head) - 1)


def _write(page: Any, line: int, column: int, value: Value) -> None:
    if isinstance(value, str):
        page.write_string(line, column, value)
    elif value is not None:
        page.write_number(line, column, value)


def _width(sheet: Sheet, column: int) -> int:
    longest = max((len(str(row[column] or "")) for row in sheet.rows), default=0)
    words = max(map(len, sheet.head[column].split()), default=0)
    return min(max(longest, words) + _MARGIN, _WIDEST)


def _chart(book: Any, sheet: Sheet) -> None:
    """Breadth and depth, each as the least it is; two greys that a copy keeps apart."""
    page = book.get_worksheet_by_name(sheet.name)
    chart = book.add_chart({"type": "bar"})
    last = len(sheet.rows)
    for word, fill in (("Bredde", "#7F8C99"), ("Dybde", "#1B4A86")):
        column = sheet.head.index(f"{word}, mindst")
        chart.add_series(
            {
                "name": word,
                "categories": [sheet.name, 1, 1, last, 2],
                "values": [sheet.name, 1, column, last, column],
                "fill": {"color": fill},
            }
        )
    chart.set_title({"name": _TITLE, "name_font": {"size": 12}})
    chart.set_x_axis({"name": "Personer (mindst)", "num_format": "0"})
    chart.set_y_axis({"reverse": True})
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": 760, "height": 620})
    page.insert_chart(1, len(sheet.head) + 1, chart, {"description": _TITLE})
