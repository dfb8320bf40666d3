"""No widget guesses at markup: hostile names stand literally on every page and in every tip."""

import ast
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPlainTextEdit, QWidget
from tests.desktop.desk import NOW, PAGES, Desk
from tests.desktop.forms import without_password

import kompasskive.desktop
from kompasskive.desktop.beside import UNSHOWN
from kompasskive.desktop.new_file import NewFileDialog
from kompasskive.desktop.own_file import OwnFileDialog
from kompasskive.desktop.pages.organisation.priority_dialog import PriorityDialog
from kompasskive.desktop.pages.people_dialogs import NamesDialog, PersonDialog
from kompasskive.desktop.widgets.cpr_guard import put_text
from kompasskive.desktop.widgets.form import Form
from kompasskive.desktop.widgets.new_password import NewPassword
from kompasskive.desktop.widgets.removed import WHAT
from kompasskive.desktop.widgets.text_edit import TextEdit
from kompasskive.dialogue.example import example_workbook
from kompasskive.dialogue.model import Workbook
from kompasskive.dialogue.organisation import Lever, Priority
from kompasskive.errors import FileError
from kompasskive.framework.catalogue import bundled
from kompasskive.storage.workbook import create

HOSTILE = '<img src="file:///etc/passwd"><b>&amp;"æ"</b>'
FOLDER = Path(next(iter(kompasskive.desktop.__path__)))
SOURCES = sorted(FOLDER.rglob("*.py"))
GUESSING = {"setHtml", "setMarkdown", "RichText", "AutoText", "MarkdownText", "QTextBrowser"}
DIALOGS = {"information", "warning", "critical", "question", "about"}
BIDI = "\u202eneddæv\u202c"
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


def test_a_name_that_turns_the_writing_round_is_shown_as_it_lies(desk: Desk) -> None:
    path = desk.folder / "fil.kompas"
    value = example_workbook(bundled(), 2, 1, NOW.date())
    people = tuple(replace(p, name=f"{BIDI} {p.name}") for p in value.people)
    create(path, replace(value, people=people, leader=BIDI)).close()
    desk.show()
    desk.window.files.open(path)
    desk.settle()
    assert desk.window.banner.what.text() == UNSHOWN
    position = desk.window.context.position
    for name in PAGES:
        position.open_person(value.people[0].id)
        position.go(name)
        desk.settle()
        assert not set("\u202e\u202c") & set(words_in(desk.window))
    assert "\ufffdneddæv\ufffd" in words_in(desk.window)


def words_in(root: QWidget) -> str:
    """All that is read, shown in a tip, or said of the widgets and actions in a window."""
    widgets = [root, *root.findChildren(QWidget)]
    said = [w.property(name) for w in widgets for name in ("text", "plainText", "windowTitle")]
    said += [w.toolTip() + w.accessibleName() + w.accessibleDescription() for w in widgets]
    said += [a.text() + a.toolTip() for a in root.findChildren(QAction)]
    return " ".join(str(each) for each in said if each)


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
        plain = "PlainText" in code or "literal(" in code
        assert plain or place in LABELS_ONLY_A_PICTURE
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


def told(desk: Desk, dialog: Form, *written: tuple[QLineEdit | QPlainTextEdit, str]) -> bool:
    """Whether the window tells once a dialog with these texts is accepted."""
    desk.window.banner.dismiss()
    dialog.setParent(desk.window, dialog.windowFlags())
    for field, text in written:
        put_text(field, text)
    dialog.show()
    QTest.keyClick(dialog.yes, Qt.Key.Key_Space)
    assert dialog.result() == QDialog.DialogCode.Accepted
    desk.settle()
    notice = desk.window.banner.notice
    assert notice is None or notice.what == WHAT
    return notice is not None


def test_what_is_taken_out_of_names_in_dialogs_is_told_of(desk: Desk) -> None:
    desk.show()
    value, theme = desk.show_example(2), desk.window.context.theme
    framework, plain = bundled(), "Åse <b>&amp;</b>"
    for text in (plain, BIDI):
        lost = text == BIDI
        person = PersonDialog(theme, value, None)
        assert told(desk, person, (person._name, text)) is lost
        person = PersonDialog(theme, value, None)
        team = person._team.lineEdit()
        assert team is not None
        assert told(desk, person, (person._name, plain), (team, text)) is lost
        person = PersonDialog(theme, value, None)
        assert told(desk, person, (person._name, plain), (person._functions, text)) is lost
        names = NamesDialog(theme)
        assert told(desk, names, (names._names, f"{plain}\n{text}")) is lost
        priority = PriorityDialog(theme, framework, Priority("p", "2026", "x", Lever.LEARNING))
        assert told(desk, priority, (priority.owner, text), (priority.what, text)) is lost
        assert "\u202e" not in priority.priority.owner + priority.priority.what


def test_a_secret_is_kept_as_it_was_typed_and_nothing_is_told(desk: Desk) -> None:
    desk.show()
    desk.show_example(1)
    theme = desk.window.context.theme
    own = OwnFileDialog(theme)
    chosen = next(v for v in vars(own).values() if isinstance(v, NewPassword))
    secret, again = chosen.secret.line, chosen.repeat
    for line in (secret, again):
        line.show_letters(True)
    word = "tolv tegn og lidt \u202e mere"
    assert not told(desk, own, (own._name, "Åse"), (secret, word), (again, word))
    assert own.password == word


def test_what_was_taken_out_is_still_told_when_the_new_file_is_open(desk: Desk) -> None:
    desk.show()

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, NewFileDialog)
        without_password(dialog)
        assert told(desk, dialog, (dialog._leader, BIDI))

    desk.answers.paths.append(desk.folder / "ny")
    desk.answers.forms.append(fill)
    desk.window.files.ask_new()
    desk.settle()
    document = desk.window.context.document
    assert document.path == desk.folder / "ny.kompas"
    assert document.value.leader == "neddæv"
    assert desk.window.banner.what.text() == WHAT
    assert desk.window.banner.isVisible()


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
