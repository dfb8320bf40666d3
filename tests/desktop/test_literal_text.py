"""No widget guesses at markup: hostile names stand literally on every page and in every tip."""

import ast
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLabel, QWidget
from tests.desktop.desk import Desk

import kompasskive.desktop
from kompasskive.dialogue.model import Workbook

HOSTILE = '<img src="file:///etc/passwd"><b>&amp;"æ"</b>'
SOURCES = sorted(Path(next(iter(kompasskive.desktop.__path__))).rglob("*.py"))
GUESSING = {"setHtml", "setMarkdown", "RichText", "AutoText", "MarkdownText", "QTextBrowser"}
DIALOGS = {"information", "warning", "critical", "question", "about"}
PAGES = ("start", "people", "talk", "profile", "plan", "report")


def hostile(workbook: Workbook) -> Workbook:
    """Every name and remark is markup."""
    return replace(
        workbook,
        organisation=HOSTILE,
        leader=HOSTILE,
        people=tuple(replace(p, name=HOSTILE) for p in workbook.people),
        teams=tuple(replace(t, name=HOSTILE) for t in workbook.teams),
        dialogues=tuple(replace(d, leader=HOSTILE, remark=HOSTILE) for d in workbook.dialogues),
    )


def test_every_page_shows_names_literally(desk: Desk) -> None:
    desk.show()
    document = desk.window.context.document
    document.show(hostile(desk.show_example(3)), None)
    desk.window.context.position.open_person(document.value.people[0].id)
    for page in PAGES:
        desk.window.context.position.go(page)
        desk.settle()
        for widget in desk.window.findChildren(QWidget):
            assert_literal(widget)


def assert_literal(widget: QWidget) -> None:
    """A label is plain text; a tooltip is plain or escaped."""
    if isinstance(widget, QLabel) and widget.text():
        assert widget.textFormat() is Qt.TextFormat.PlainText, widget.text()
    assert HOSTILE not in widget.toolTip()
    if (tip := widget.toolTip()).startswith("<qt>"):
        assert "<" not in tip.removeprefix("<qt>").removesuffix("</qt>")
    else:
        assert not Qt.mightBeRichText(tip), tip


def names(tree: ast.AST) -> Iterator[str]:
    """Every name and attribute a module uses."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.Name):
            yield node.id


def test_nothing_in_the_window_can_read_markup() -> None:
    assert len(SOURCES) > 100
    for source in SOURCES:
        code = source.read_text(encoding="utf-8")
        used = set(names(ast.parse(code)))
        assert not used & GUESSING, source
        assert not ("QMessageBox" in used and used & DIALOGS), source
