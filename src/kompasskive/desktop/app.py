"""The composition root: every part of the window is made and joined here, and nowhere else."""

from __future__ import annotations

import sys
from functools import cache, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from kompasskive.assets import icon_path
from kompasskive.desktop.context import Context, with_own_theme
from kompasskive.desktop.crash import CrashGuard
from kompasskive.desktop.document import Document
from kompasskive.desktop.look import Look, first_theme_name
from kompasskive.desktop.page_entries import page_entries
from kompasskive.desktop.pages.start import StartPage
from kompasskive.desktop.position import Position
from kompasskive.desktop.questions import Questions
from kompasskive.desktop.save_state import SaveState
from kompasskive.desktop.settings import Settings, user_settings
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.turns import in_turns
from kompasskive.desktop.window import PROGRAM, Window

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from PySide6.QtWidgets import QMenu

    from kompasskive.desktop.background import Background
    from kompasskive.desktop.care import Care
    from kompasskive.desktop.files import Files
    from kompasskive.desktop.menu import Commands
    from kompasskive.desktop.turns import Turns

SAVING_SECONDS = 5.0
STYLE = "Fusion"


def run(path: Path | None) -> int:
    """Open the window, with a workbook if one is named, until it is closed; the exit code."""
    app = _application([*sys.argv[:1], "-style", STYLE])
    name_program(app)
    window = build(app, user_settings(), local_now)
    if sys.platform == "darwin":
        from kompasskive.desktop.application import hear_the_system

        hear_the_system(app, window)
    if path is not None:
        window.when_painted(lambda: window.files.open(path))
    window.when_painted(lambda: speak_danish(app))
    window.when_painted(lambda: app.setWindowIcon(_icon()))
    window.when_painted(lambda: look_for_rubbish(window))
    guarded = guard(window, crash_folder)
    window.show()
    code = app.exec()
    guarded.leave()
    window.finish()
    return code


def look_for_rubbish(window: Window) -> None:
    """From now on, in turns of the window's own thread; once the first picture is there."""
    from kompasskive.desktop.rubbish import look_in_turns

    look_in_turns(window)


def _application(arguments: list[str]) -> QApplication:
    """macOS alone names files by events; to look at them elsewhere would slow every event."""
    if sys.platform != "darwin":
        return QApplication(arguments)
    from kompasskive.desktop.application import Application

    return Application(arguments)


def guard(window: Window, folder: Callable[[], Path]) -> CrashGuard:
    """Faults nobody caught are told once, after what is on screen was handed to disk."""
    context = window.context

    def save() -> str:
        window.leave_page()
        file = context.document.file
        context.document.retry()
        if file is None or file.read_only_reason:
            return "er ikke ændret på disken"
        return "er gemt" if file.wait(SAVING_SECONDS) == 0 else "står stadig på skærmen"

    crash = CrashGuard(folder, context.now, save, context.questions.tell)
    crash.stand()
    return crash


def crash_folder() -> Path:
    """Where crash reports lie, in this user's local data."""
    from platformdirs import user_log_path

    return user_log_path("Kompasskive", appauthor=False)


def local_now() -> datetime:
    """The wall clock with its offset."""
    from datetime import datetime

    return datetime.now().astimezone()


def dress(app: QApplication) -> None:
    """All an application needs that was not made by `run`."""
    app.setStyle(STYLE)
    app.setWindowIcon(_icon())
    name_program(app)
    speak_danish(app)


def name_program(app: QApplication) -> None:
    """What the system calls it, and how dates and numbers are written."""
    app.setApplicationName(PROGRAM)
    app.setOrganizationName(PROGRAM)
    QLocale.setDefault(QLocale(QLocale.Language.Danish, QLocale.Country.Denmark))


def speak_danish(app: QApplication) -> None:
    """Danish words for Qt's own buttons; the first picture has none."""
    from PySide6.QtCore import QLibraryInfo, QTranslator

    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(QLocale(), "qtbase", "_", folder):
        app.installTranslator(translator)


def build(
    app: QApplication,
    settings: Settings,
    now: Callable[[], datetime],
    questions: Questions | None = None,
    turns: Turns = in_turns,
) -> Window:
    """The window with everything in it, not yet shown; tests answer and make pages at once."""
    theme = Theme(first_theme_name(settings.theme), settings.text_size, settings.motion, turns)
    theme.apply()
    document = Document()
    save = SaveState(document)
    window = Window(theme, document, save)
    ask = questions or Questions(window, theme)
    context = Context(theme, document, Position(document), ask, settings, now, turns=turns)

    @cache
    def files() -> Files:
        from kompasskive.desktop.background import Background
        from kompasskive.desktop.file_in_use import FileInUse
        from kompasskive.desktop.files import Files

        return Files(FileInUse(context, Background(), save, window.say, window.leave_page))

    @cache
    def care() -> Care:
        from kompasskive.desktop.care import Care

        return Care(context, files().in_use)

    start = StartPage(with_own_theme(context), files)

    def menu() -> QMenu:
        from kompasskive.desktop.menu import build_menu

        look = Look(theme, settings, app.styleHints(), window)
        look.follow()
        commands = _commands(context, window, files(), care())
        passwords = _passwords(context, window, files(), app)
        return build_menu(window, commands, document.stack, look, passwords)

    window.furnish(context, files, page_entries(context, start, care), menu)
    start.new.setFocus()
    window.when_painted(lambda: _follow(app, window))
    window.when_painted(lambda: _wake(files().background, start))
    return window


def _passwords(
    context: Context, window: Window, files: Files, app: QApplication
) -> Callable[[QMenu], object]:
    """What adds the entries about passwords to a menu; an encrypted file locks itself."""
    from kompasskive.desktop.idle import Idle
    from kompasskive.desktop.locker import Locker
    from kompasskive.desktop.password_menu import PasswordCommands, add_password_menu
    from kompasskive.desktop.passwords import Passwords

    window.locker = Locker(context, files.in_use, window, Idle(app, window))
    passwords = Passwords(context, files)
    commands = PasswordCommands(
        new=passwords.ask_new,
        remove=passwords.ask_remove,
        code=passwords.show_code,
        lock=window.locker.lock,
        lock_after=window.locker.set_minutes,
    )
    minutes = context.settings.lock_after
    return lambda menu: add_password_menu(window, menu, commands, context.document, minutes)


def _follow(app: QApplication, window: Window) -> None:
    """What shows and tells where the user is; nobody looked for it before the first paint."""
    from PySide6.QtCore import Qt

    from kompasskive.desktop.loading_line import show_loading
    from kompasskive.desktop.widgets.focus_ring import FocusRing

    show_loading(window, window.files.in_use)
    context, once = window.context, Qt.ConnectionType.SingleShotConnection
    FocusRing(context.theme, app, window)
    if context.document.is_open:
        _listen(context, window)
    else:
        context.document.opened.connect(lambda: _listen(context, window), once)


def _listen(context: Context, window: Window) -> None:
    """From the first workbook on, changes are told to screen readers."""
    from kompasskive.desktop.announcer import Announcer, announce

    Announcer(partial(announce, window), context.document, context.position)


def _icon() -> QIcon:
    icon = QIcon(str(icon_path("app_ikon_16")))
    icon.addFile(str(icon_path("app_ikon")))
    return icon


def _wake(background: Background, start: StartPage) -> None:
    """What waited for the first paint, in the order it is likely to be needed."""
    from kompasskive.desktop import warmup

    background.start(lambda: warmup.load(warmup.STORAGE), bool, bool)
    QTimer.singleShot(0, start.wake)
    later = (*warmup.PAGES, *warmup.PAPER)
    QTimer.singleShot(0, lambda: warmup.load_by_and_by(background, later))


def _commands(context: Context, window: Window, files: Files, care: Care) -> Commands:
    from kompasskive.desktop.menu import Commands

    def show_help() -> None:
        from kompasskive.desktop.help import HelpDialog, where_it_lies

        place = where_it_lies(context.document.is_open, context.document.path)
        context.questions.run(HelpDialog(context.theme, window, place))

    def show_about() -> None:
        from kompasskive.desktop.about import AboutDialog, LicencesDialog
        from kompasskive.desktop.licence_texts import licence_texts

        theme, run = context.theme, context.questions.run
        dialog = AboutDialog(theme, window)
        show_licences = lambda: run(LicencesDialog(theme, dialog, licence_texts()))  # noqa: E731
        dialog.licences.clicked.connect(show_licences)
        run(dialog)

    return Commands(
        new_file=files.ask_new,
        open_file=files.ask_open,
        save_copy=care.save_copy,
        backups=care.ask_restore,
        help=show_help,
        about=show_about,
        quit=window.close,
    )
