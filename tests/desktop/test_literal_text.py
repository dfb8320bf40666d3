"""No widget guesses at markup: hostile names stand literally on every page and in every tip."""

import ast
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLabel, QWidget
from tests.desktop.desk import NOW, Desk

import kompasskive.desktop
from kompasskive.desktop.widgets.removed import WHAT
from kompasskive.desktop.widgets.text_edit import TextEdit
from kompasskive.dialogue.example import example_workbook
from kompasskive.dialogue.model import Workbook
from kompasskive.errors import FileError
from kompasskive.framework.catalogue import bundled
from kompasskive.storage.workbook import create

HOSTILE = '<img src="file:///etc/passwd"><b>&amp;"æ"</b>'
FOLDER = Path(next(iter(kompasskive.desktop.__path__)))
SOURCES = sorted(FOLDER.rglob("*.py"))
GUESSING = {"setHtml", "setMarkdown", "RichText", "AutoText", "MarkdownText", "QTextBrowser"}
DIALOGS = {"information", "warning", "critical", "question", "about"}
BIDI = "\u202eneddæv\u202c"
PAGES = (
    "start",
    "people",
    "preparation",
    "talk",
    "profile",
    "plan",
    "history",
    "organisation",
    "report",
)
LABELS_ONLY_A_PICTURE = {"pages/start.py", "about.py", "widgets/buttons.py"}


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


def test_a_files_name_is_shown_literally_and_in_order(desk: Desk) -> None:
    path = desk.folder / f"{HOSTILE.replace('/', '_')}{BIDI}.kompas"
    create(path, example_workbook(bundled(), 1, 1, NOW.date())).close()
    desk.show()
    desk.window.files.open(path)
    desk.settle()
    window = desk.window
    for shown in (window.windowTitle(), window.status.file.text()):
        assert "<img src=" in shown
        assert "neddæv" in shown
        assert not set("\u202e\u202c") & set(shown)
    for page in ("start", "people"):
        window.context.position.go(page)
        desk.settle()
        for widget in window.findChildren(QWidget):
            assert_literal(widget)
    with pytest.raises(FileError) as refused:
        create(path, example_workbook(bundled(), 1, 1, NOW.date()))
    assert "\u202e" not in str(refused.value)


def calls(tree: ast.AST, name: str) -> Iterator[ast.Call]:
    """Every call of a function or method of that name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            function = node.func
            called = function.attr if isinstance(function, ast.Attribute) else ""
            called = function.id if isinstance(function, ast.Name) else called
            if called == name:
                yield node


def is_ours(text: ast.expr) -> bool:
    """Whether a text is made of literals and constants only."""
    if isinstance(text, ast.JoinedStr):
        return all(is_ours(part) for part in text.values)
    if isinstance(text, ast.FormattedValue):
        return is_ours(text.value)
    return isinstance(text, ast.Constant) or (isinstance(text, ast.Name) and text.id.isupper())


def bases(tree: ast.AST) -> set[str]:
    """What the classes of a module are made from."""
    classes = (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef))
    return {base.id for one in classes for base in one.bases if isinstance(base, ast.Name)}


@pytest.mark.parametrize("source", SOURCES, ids=lambda s: s.relative_to(FOLDER).as_posix())
def test_no_widget_guesses(source: Path) -> None:
    """Tips of others' words go through `set_tip`, labels say PlainText, plots escape."""
    code, place = source.read_text(encoding="utf-8"), source.relative_to(FOLDER).as_posix()
    tree = ast.parse(code)
    tips = [call for call in calls(tree, "setToolTip") if not is_ours(call.args[0])]
    axes = [call for name in ("setLabel", "setTitle") for call in calls(tree, name)]
    assert not (tips or axes) or "escape(" in code
    if "QLabel" in bases(tree) or list(calls(tree, "QLabel")):
        assert "PlainText" in code or place in LABELS_ONLY_A_PICTURE
    keywords = (k.arg for n in ast.walk(tree) if isinstance(n, ast.Call) for k in n.keywords)
    assert "html" not in keywords


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


def test_invisible_characters_are_taken_out_and_told_of(desk: Desk) -> None:
    desk.show()
    value = desk.show_example(1)
    desk.window.context.position.open_person(value.people[0].id)
    desk.window.context.position.go("talk")
    desk.settle()
    field = next(e for e in desk.window.page.findChildren(TextEdit) if e.isVisible())
    field.setPlainText("helt almindelig tekst 👩‍👧")
    field.commit()
    desk.settle()
    assert desk.window.banner.notice is None
    field.insertPlainText(BIDI)
    field.commit()
    desk.settle()
    assert desk.window.banner.what.text() == WHAT
    written = repr(desk.window.context.document.value)
    assert "neddæv" in written
    assert "\\u202e" not in written
