"""What the smoke test looks at: files, registry, windows. A failed check ends the test."""

import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from installers.wine.prefix import Prefix

APP: Final = "Kompasskive"
PATIENCE_S: Final = 240.0
POLL_S: Final = 0.25
STILL: Final = 4
ALL_DRAWN: Final = 16
ROW_BYTES: Final = 3 * 1440
CURSOR_ROWS: Final = 30
UNINSTALL_KEY: Final = rf"Software\Microsoft\Windows\CurrentVersion\Uninstall\{APP}"
FILE_KEY: Final = r"Software\Classes\.kompas"
TYPE_KEY: Final = rf"Software\Classes\{APP}.Fil.1"


def require(holds: object, sentence: str) -> None:
    """End the test with a sentence unless something holds."""
    if not holds:
        raise SystemExit(f"FAILED: {sentence}")


def require_code(result: tuple[int, str], wanted: int, what: str) -> str:
    """What a program said, when its exit code is the wanted one."""
    code, said = result
    require(code == wanted, f"{what}: exit code {code}, not {wanted}\n{said}")
    return said


def place_of(prefix: Prefix, all_users: bool = False) -> Path:
    """Where the program is installed unless told otherwise."""
    if all_users:
        return prefix.drive / "Program Files" / APP
    return prefix.home / "AppData" / "Local" / "Programs" / APP


def settings_of(prefix: Prefix) -> Path:
    """The user's settings."""
    return prefix.home / "AppData" / "Local" / APP / "indstillinger.ini"


def backup_of(prefix: Prefix) -> Path:
    """A file that stands for the user's backups."""
    return settings_of(prefix).parent / "Sikkerhedskopier" / "en" / "kopi.kompas"


def windows_path(prefix: Prefix, path: Path) -> str:
    """A path as Windows programs write it."""
    if path.is_relative_to(prefix.drive):
        return "C:\\" + str(path.relative_to(prefix.drive)).replace("/", "\\")
    return "Z:" + str(path.resolve()).replace("/", "\\")


def require_installed(prefix: Prefix, all_users: bool = False) -> None:
    """Files, uninstall entry and file type are there."""
    place, hive = place_of(prefix, all_users), "HKLM" if all_users else "HKCU"
    for name in (f"{APP}.exe", f"{APP}-konsol.exe", "uninstall.exe", "licenser/TREDJEPART.txt"):
        require((place / name).is_file(), f"{name} is not installed")
    entry = prefix.registry(rf"{hive}\{UNINSTALL_KEY}")
    require("DisplayVersion" in entry and "QuietUninstallString" in entry, "no uninstall entry")
    require(f"{APP}.Fil.1" in prefix.registry(rf"{hive}\{FILE_KEY}"), "no file type")
    registered_program(prefix, hive)


def registered_program(prefix: Prefix, hive: str) -> str:
    """The program that the registry opens a file with."""
    shown = prefix.registry(rf"{hive}\{TYPE_KEY}\shell\open\command")
    found = re.search(r'REG_SZ\s+"([^"]+)" "%1"', shown)
    require(found, f"a file does not open with the program: {shown}")
    return found[1] if found else ""


def require_gone(prefix: Prefix, all_users: bool = False) -> None:
    """Neither files nor registry entries of the program are left."""
    place, hive = place_of(prefix, all_users), "HKLM" if all_users else "HKCU"
    wait_until(lambda: not place.exists(), f"something is left in {place}")
    for key in (UNINSTALL_KEY, FILE_KEY, TYPE_KEY):
        require(not prefix.registry(rf"{hive}\{key}"), f"{hive}\\{key} is left")
    shortcuts = list((prefix.drive / "users").rglob(f"{APP}.lnk"))
    require(not shortcuts, f"left: {shortcuts}")


def titles(prefix: Prefix) -> list[str]:
    """The titles of the program's and its installer's windows."""
    shown = prefix.screen_tool("xdotool", "search", "--name", APP, "getwindowname", "%@")
    return [line for line in shown.splitlines() if APP in line]


def wait_for_title(prefix: Prefix, part: str) -> str:
    """The title of the program's window, when it holds `part`."""
    found: list[str] = []

    def is_there() -> bool:
        found[:] = [title for title in titles(prefix) if part in title]
        return bool(found)

    wait_until(is_there, f"no window whose title holds »{part}«")
    return found[0]


def picture(prefix: Prefix, target: Path, still: int = STILL) -> bytes:
    """Take a picture of the whole screen once it was the same `still` times; its pixels."""
    target.parent.mkdir(parents=True, exist_ok=True)
    raw = target.with_suffix(".ppm")
    seen: list[bytes] = []

    def stands_still() -> bool:
        prefix.screen_tool("import", "-window", "root", str(raw))
        seen.append(raw.read_bytes())
        last = seen[-still:]
        return len(last) == still and not any(differ(last[0], other) for other in last)

    wait_until(stands_still, "the screen never stands still")
    prefix.screen_tool("convert", str(raw), str(target))
    raw.unlink()
    return seen[-1]


def differ(one: bytes, other: bytes) -> bool:
    """Whether two pictures of the screen differ by more than a blinking cursor."""
    rows = range(0, max(len(one), len(other)), ROW_BYTES)
    return sum(one[at : at + ROW_BYTES] != other[at : at + ROW_BYTES] for at in rows) > CURSOR_ROWS


def wait_until(holds: Callable[[], bool], sentence: str) -> None:
    """End the test with a sentence when something does not come to hold in time."""
    until = time.monotonic() + PATIENCE_S
    while not holds():
        require(time.monotonic() < until, sentence)
        time.sleep(POLL_S)
