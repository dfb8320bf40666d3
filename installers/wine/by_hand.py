"""The installer and its removal as a person sees them: page by page with Enter, with pictures."""

from pathlib import Path
from typing import Final

from installers.wine.checks import (
    ALL_DRAWN,
    APP,
    ROW_BYTES,
    backup_of,
    differ,
    picture,
    place_of,
    require,
    require_gone,
    require_installed,
    settings_of,
    titles,
    wait_for_title,
    wait_until,
    windows_path,
)
from installers.wine.prefix import Prefix

SIDE: Final = slice(3 * 460, 3 * 600)
REMOVAL: Final = "Afinstallation"


def install_by_hand(prefix: Prefix, package: Path, pictures: Path) -> None:
    """Welcome, folder, progress, finish; the program is then started by the last page."""
    prefix.start(str(package))
    wait_for_title(prefix, "Installation")
    welcome = picture(prefix, pictures / "installer-1-velkommen.png")
    _press_enter(prefix)
    picture(prefix, pictures / "installer-2-mappe.png")
    _press_enter(prefix)
    finish = pictures / "installer-3-faerdig.png"
    wait_until(
        lambda: _is_written(prefix) and _side(picture(prefix, finish)) == _side(welcome),
        "the last page never came",
    )
    require_installed(prefix)
    _press_enter(prefix)
    wait_until(lambda: APP in titles(prefix), "the last page did not start the program")
    picture(prefix, pictures / "windows-foerste-start.png", ALL_DRAWN)
    prefix.stop()


def remove_by_hand(prefix: Prefix, pictures: Path) -> None:
    """Confirm, say no (the default) to both questions, and see that what is the user's stays."""
    for file in (settings_of(prefix), backup_of(prefix)):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    prefix.start(windows_path(prefix, place_of(prefix) / "uninstall.exe"))
    wait_for_title(prefix, REMOVAL)
    picture(prefix, pictures / "fjernelse-1-bekraeft.png")
    _press_enter(prefix)
    wait_until(lambda: _windows(prefix) == 2, "no question about the settings")
    settings = picture(prefix, pictures / "fjernelse-2-indstillinger.png")
    _press_enter(prefix)
    _next_picture(prefix, pictures / "fjernelse-3-sikkerhedskopier.png", settings)
    _press_enter(prefix)
    wait_until(lambda: _windows(prefix) == 1, "the removal does not end")
    picture(prefix, pictures / "fjernelse-4-faerdig.png")
    _press_enter(prefix)
    require_gone(prefix)
    for file in (settings_of(prefix), backup_of(prefix)):
        require(file.exists(), f"{file.name} is gone, though nobody asked for it")
    prefix.stop()


def _press_enter(prefix: Prefix) -> None:
    prefix.screen_tool("xdotool", "key", "Return")


def _windows(prefix: Prefix) -> int:
    """How many windows the removal shows: its own, and perhaps a question."""
    return sum(REMOVAL in title for title in titles(prefix))


def _next_picture(prefix: Prefix, target: Path, before: bytes) -> None:
    """A picture of the next thing shown: other pixels than `before`."""
    wait_until(lambda: differ(picture(prefix, target), before), f"nothing new for {target.name}")


def _side(pixels: bytes) -> tuple[bytes, ...]:
    """The picture beside the first and the last page."""
    return tuple(pixels[row * ROW_BYTES :][SIDE] for row in range(330, 590))


def _is_written(prefix: Prefix) -> bool:
    """Whether the installer has come to its last act, the entry for removal."""
    return (place_of(prefix) / "uninstall.exe").is_file()
