"""Om Kompasskive, and the licences of everything inside, as they lie with the program."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel
from tests.desktop.desk import Desk
from tests.desktop.test_shell import menu_action

from kompasskive import __version__, assets
from kompasskive.desktop.about import LICENCES, RIGHTS, AboutDialog, LicencesDialog
from kompasskive.desktop.licence_texts import OVERVIEW_TITLE, licence_texts

AWKWARD = 'A & B <b>"æøå"</b>'


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """Licences as an installer lays them out."""
    for name in ("GPL-3.0.txt", "KILDEKODE.txt", "TREDJEPART.txt", "stykliste.cdx.json"):
        (tmp_path / name).write_text(name, "utf-8")
    for part in ("zlib", "Argon"):
        (tmp_path / part / "licenses").mkdir(parents=True)
        (tmp_path / part / "licenses" / "LICENSE").write_text(AWKWARD, "utf-8")
    (tmp_path / "zlib" / "NOTICE").write_text("mere", "utf-8")
    return tmp_path


def test_the_overview_comes_first_and_parts_by_name(installed: Path) -> None:
    titles = [text.title for text in licence_texts(installed)]
    own = [OVERVIEW_TITLE, "Kildekode til Qt", "GPL-3.0", "Stykliste (SBOM)"]
    assert titles == [*own, "Argon", "zlib"]


def test_a_part_shows_all_its_texts(installed: Path) -> None:
    zlib = licence_texts(installed)[-1]
    assert zlib.read() == f"mere\n\n\n{AWKWARD}"


def test_a_text_that_is_gone_is_a_sentence(installed: Path) -> None:
    texts = licence_texts(installed)
    (installed / "GPL-3.0.txt").unlink()
    assert "kan ikke læses" in texts[2].read()


def test_the_program_itself_carries_the_lgpl_and_the_source_offer() -> None:
    titles = {text.title for text in licence_texts(assets.ROOT / "licenser")}
    assert titles == {"Kildekode til Qt", "LGPL-3.0", "GPL-3.0"}


@pytest.mark.parametrize(
    ("package", "licences"),
    [
        ("lib", "licenser"),
        ("Frameworks", "Resources/licenser"),
        ("lib/kompasskive/_internal", "share/doc/kompasskive/licenser"),
    ],
)
def test_licences_are_found_where_each_installer_puts_them(
    package: str, licences: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(assets, "_INSTALLED", tmp_path / package / "kompasskive" / "resources")
    assert assets.licence_folder() == assets.ROOT / "licenser"
    (tmp_path / licences).mkdir(parents=True)
    assert assets.licence_folder() == tmp_path / licences


def test_about_tells_the_version_and_leads_to_the_licences(desk: Desk) -> None:
    desk.show()
    seen: list[str] = []

    def look(about: QDialog) -> None:
        assert isinstance(about, AboutDialog)
        words = [label.text() for label in about.findChildren(QLabel)]
        assert {f"Version {__version__}", RIGHTS} <= set(words)
        desk.answers.forms = [lambda licences: seen.append(licences.windowTitle())]
        about.show()
        QTest.mouseClick(about.licences, Qt.MouseButton.LeftButton)

    desk.answers.forms = [look]
    menu_action(desk.window.menu, "Om Kompasskive").trigger()
    assert seen == [LICENCES]


def test_licences_are_read_by_keyboard_and_shown_literally(desk: Desk, installed: Path) -> None:
    desk.show()
    dialog = LicencesDialog(desk.window.context.theme, desk.window, licence_texts(installed))
    dialog.show()
    desk.bot.waitExposed(dialog)
    assert dialog.text.toPlainText() == "TREDJEPART.txt"
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_End)
    QTest.keyClick(dialog.list, Qt.Key.Key_Up)
    assert dialog.text.toPlainText() == AWKWARD
    assert dialog.text.accessibleName() == "Argon"
    dialog.close()


@pytest.mark.parametrize("text", [1.0, 2.0])
def test_about_fits_the_smallest_screen_with_all_its_words(desk: Desk, text: float) -> None:
    desk.show(1280, 720)
    desk.window.context.theme.use("light", text)
    about = AboutDialog(desk.window.context.theme, desk.window)
    about.show()
    desk.bot.waitExposed(about)
    for label in about.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width())
    assert about.height() <= 720
    about.close()
