"""The ☰ menu: file, undo with the label of the step, look, text size, motion, about and quit."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, TypeVar

from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QUndoStack
from PySide6.QtWidgets import QMenu, QWidget

from kompasskive.desktop.look import Look
from kompasskive.desktop.settings import text_sizes

NOTHING: Final = "Fortryd (intet, siden filen blev åbnet)"

T = TypeVar("T")
THEMES: Final = {
    "system": "Følg systemet",
    "light": "Lyst",
    "dark": "Mørkt",
    "contrast": "Høj kontrast",
}


@dataclass(frozen=True)
class Commands:
    """What the menu's plain entries do."""

    new_file: Callable[[], object]
    open_file: Callable[[], object]
    save_copy: Callable[[], object]
    backups: Callable[[], object]
    help: Callable[[], object]
    about: Callable[[], object]
    quit: Callable[[], object]


def literal(text: str) -> str:
    """Menu text that shows `text` as it is, ampersands and all."""
    return text.replace("&", "&&")


def build_menu(
    window: QWidget,
    commands: Commands,
    stack: QUndoStack,
    look: Look,
    add_to_file: Callable[[QMenu], object],
) -> QMenu:
    """The menu; its shortcuts work in the whole window. `add_to_file` adds to "Fil"."""
    menu = QMenu(window)
    menu.setAccessibleName("Menu")
    file_menu = menu.addMenu("Fil")
    _entry(window, file_menu, "Ny fil …", commands.new_file)
    _entry(window, file_menu, "Åbn …", commands.open_file, QKeySequence.StandardKey.Open)
    file_menu.addSeparator()
    _entry(window, file_menu, "Gem kopi …", commands.save_copy)
    _entry(window, file_menu, "Sikkerhedskopier …", commands.backups)
    add_to_file(file_menu)
    menu.addSeparator()
    _add_undo(window, menu, stack)
    menu.addSeparator()
    _add_look(menu, look)
    menu.addSeparator()
    _entry(window, menu, "Hjælp", commands.help, "F1")
    _entry(window, menu, "Om Kompasskive", commands.about)
    _entry(window, menu, "Afslut", commands.quit, QKeySequence.StandardKey.Quit)
    return menu


def _entry(
    window: QWidget,
    menu: QMenu,
    text: str,
    act: Callable[[], object],
    keys: QKeySequence.StandardKey | str | None = None,
) -> QAction:
    action = menu.addAction(text)
    if keys is not None:
        action.setShortcut(QKeySequence(keys))
        window.addAction(action)
    action.triggered.connect(lambda _checked: act())
    return action


def _add_undo(window: QWidget, menu: QMenu, stack: QUndoStack) -> None:
    undo = _entry(window, menu, NOTHING, stack.undo, "Ctrl+Z")
    redo = _entry(window, menu, "Annullér fortryd", stack.redo, "Ctrl+Y")
    stack.undoTextChanged.connect(
        lambda text: undo.setText(_step("Fortryd", text) if text else NOTHING)
    )
    stack.redoTextChanged.connect(lambda text: redo.setText(_step("Annullér fortryd", text)))
    stack.canUndoChanged.connect(undo.setEnabled)
    stack.canRedoChanged.connect(redo.setEnabled)
    undo.setEnabled(stack.canUndo())
    redo.setEnabled(stack.canRedo())


def _step(word: str, label: str) -> str:
    return literal(f"{word}: {label}") if label else word


def _add_look(menu: QMenu, look: Look) -> None:
    settings = look.settings
    themes = menu.addMenu("Udseende")
    _choices(themes, THEMES, settings.theme, look.set_theme)
    sizes = menu.addMenu("Tekststørrelse")
    words = {size: f"{size * 100:.0f} %" for size in text_sizes()}
    _choices(sizes, words, settings.text_size, look.set_text_size)
    motion = menu.addAction("Bevægelse")
    motion.setCheckable(True)
    motion.setChecked(settings.motion)
    motion.toggled.connect(look.set_motion)


def _choices(menu: QMenu, words: Mapping[T, str], chosen: T, choose: Callable[[T], object]) -> None:
    group = QActionGroup(menu)
    for value, word in words.items():
        action = menu.addAction(word)
        action.setCheckable(True)
        action.setChecked(value == chosen)
        action.triggered.connect(lambda _checked, value=value: choose(value))
        group.addAction(action)
