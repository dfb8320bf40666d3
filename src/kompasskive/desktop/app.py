"""The composition root: every part of the window is made and joined here, and nowhere else."""

import sys
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTimer, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMenu

from kompasskive.assets import icon_path
from kompasskive.desktop import warmup
from kompasskive.desktop.application import Application, open_from_system
from kompasskive.desktop.background import Background
from kompasskive.desktop.care import Care
from kompasskive.desktop.context import Context
from kompasskive.desktop.crash import CrashGuard
from kompasskive.desktop.document import Document
from kompasskive.desktop.files import Files
from kompasskive.desktop.idle import Idle
from kompasskive.desktop.locker import Locker
from kompasskive.desktop.look import Look, system_moves, theme_name
from kompasskive.desktop.menu import Commands, build_menu
from kompasskive.desktop.page_entries import page_entries
from kompasskive.desktop.pages.start import StartPage
from kompasskive.desktop.password_menu import PasswordCommands, add_password_menu
from kompasskive.desktop.passwords import Passwords
from kompasskive.desktop.position import Position
from kompasskive.desktop.questions import Questions
from kompasskive.desktop.save_state import SaveState
from kompasskive.desktop.settings import Settings, user_settings
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.focus_ring import FocusRing
from kompasskive.desktop.window import PROGRAM, Window

SAVING_SECONDS = 5.0


def run(path: Path | None) -> int:
    """Open the window, with a workbook if one is named, until it is closed; the exit code."""
    app = Application(sys.argv[:1])
    dress(app)
    window = build(app, user_settings(), local_now)
    app.on_file = partial(open_from_system, window)
    if path is not None:
        window.when_painted(lambda: window.files.open(path))
    guarded = guard(window, crash_folder())
    window.show()
    code = app.exec()
    guarded.leave()
    window.files.background.wait()
    return code


def guard(window: Window, folder: Path) -> CrashGuard:
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
    return datetime.now().astimezone()


def dress(app: QApplication) -> None:
    """Names, icon, Danish words for Qt's own buttons, and the style the sheet builds on."""
    app.setApplicationName(PROGRAM)
    app.setOrganizationName(PROGRAM)
    app.setWindowIcon(_icon())
    app.setStyle("Fusion")
    danish = QLocale(QLocale.Language.Danish, QLocale.Country.Denmark)
    QLocale.setDefault(danish)
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(danish, "qtbase", "_", folder):
        app.installTranslator(translator)


def build(
    app: QApplication,
    settings: Settings,
    now: Callable[[], datetime],
    questions: Questions | None = None,
) -> Window:
    """The window with everything in it, not yet shown; `questions` lets tests answer."""
    hints = app.styleHints()
    name = theme_name(settings.theme, hints.colorScheme())
    theme = Theme(name, settings.text_size, settings.motion and system_moves(hints))
    theme.apply()
    document = Document()
    save = SaveState(document)
    window = Window(theme, document, save)
    ask = questions or Questions(window)
    context = Context(theme, document, Position(document), ask, settings, now)
    files = Files(context, Background(), save, window.banner.say, window.leave_page)
    start = StartPage(context, files)
    look = Look(theme, settings, hints, window)
    care = Care(context, files)
    commands = _commands(context, window, files, care)
    passwords = _passwords(context, window, files, app)
    menu = build_menu(window, commands, document.stack, look, passwords)
    window.furnish(context, files, page_entries(context, start, care), menu)
    start.new.setFocus()
    FocusRing(theme, app, window)
    document.opened.connect(
        lambda: _listen(context, window), Qt.ConnectionType.SingleShotConnection
    )
    window.when_painted(lambda: _wake(files.background, start))
    return window


def _passwords(
    context: Context, window: Window, files: Files, app: QApplication
) -> Callable[[QMenu], object]:
    """What adds the entries about passwords to a menu; an encrypted file locks itself."""
    window.locker = Locker(context, files, window, Idle(app))
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
    background.start(lambda: warmup.load(warmup.STORAGE), bool, bool)
    QTimer.singleShot(0, start.wake)
    QTimer.singleShot(0, lambda: background.start(lambda: warmup.load(warmup.PAPER), bool, bool))


def _commands(context: Context, window: Window, files: Files, care: Care) -> Commands:
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
