"""Try the built Windows packages under Wine: `python3 -m installers.wine.smoke [options]`.

THIS IS WINE, NOT WINDOWS: installers/UDGIVELSE.md lists what a person tries on Windows 11.
--earlier EXE   an installer built from an earlier commit, to upgrade from
--pictures DIR  where pictures of the screen are put
"""

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from installers.release import BUILD, DIST, ROOT, version
from installers.windows.stage import WHOLE_PYTHON
from installers.wine.by_hand import install_by_hand, remove_by_hand
from installers.wine.checks import (
    ALL_DRAWN,
    APP,
    backup_of,
    picture,
    place_of,
    registered_program,
    require,
    require_code,
    require_gone,
    require_installed,
    settings_of,
    wait_for_title,
    windows_path,
)
from installers.wine.prefix import Prefix, fresh_prefix

RUNNING, FOREIGN = 20, 21
WINDOWS_OLD_LIMIT: Final = 260
ALL_OF_IT: Final = ("/ALLUSERS", "/SLETINDSTILLINGER", "/SLETSIKKERHEDSKOPIER")
FOLDER: Final = "Ærø sager"
FILE: Final = "Åse Øst.kompas"
SETTINGS: Final = "[look]\ntheme=dark\n"


def install(prefix: Prefix, package: Path, *options: str) -> None:
    """Install silently."""
    require_code(prefix.run(str(package), "/S", *options), 0, f"installing {package.name}")
    require_installed(prefix, "/ALLUSERS" in options)


def console(prefix: Prefix, *words: str, typed: str = "", all_users: bool = False) -> str:
    """What the installed command line says."""
    program = str(place_of(prefix, all_users) / f"{APP}-konsol.exe")
    return require_code(prefix.run(program, *words, typed=typed), 0, f"{APP}-konsol {words[0]}")


def make_file(prefix: Prefix) -> None:
    """A file from the version that is upgraded later, in a Danish folder."""
    (prefix.drive / FOLDER).mkdir()
    console(prefix, "example", f"C:\\{FOLDER}\\{FILE}", "--people", "3")


def command_line(prefix: Prefix) -> None:
    """Danish file and folder names, a PDF and a picture."""
    folder = prefix.drive / FOLDER
    file, paper, dial = (f"C:\\{FOLDER}\\{name}" for name in (FILE, "Årsprofil.pdf", "Skive.png"))
    require(version() in console(prefix, "--version"), "the version")
    require("hel" in console(prefix, "check", file), "the file is not sound")
    console(prefix, "report", file, "--person", "Jens Jensen", "-o", paper)
    console(prefix, "report", file, "--person", "Jens Jensen", "-o", f"C:\\{FOLDER}\\Å.docx")
    console(prefix, "dial", file, "--person", "Jens Jensen", "-o", dial)
    require((folder / "Å.docx").read_bytes().startswith(b"PK"), "no Word file")
    require((folder / "Årsprofil.pdf").read_bytes().startswith(b"%PDF-"), "no PDF")
    code, said = prefix.run(str(place_of(prefix) / f"{APP}-konsol.exe"), "check", "C:\\nej.kompas")
    require(code == 1 and said.strip(), "the command line's message about a missing file")


def long_path(prefix: Prefix) -> None:
    """A file and a paper further down than Windows' old limit of 260 characters."""
    deep = (f"Mappe {number} med et langt dansk navn, æøå" for number in range(9))
    folder = prefix.drive.joinpath(FOLDER, *deep)
    folder.mkdir(parents=True)
    file, paper = (windows_path(prefix, folder / name) for name in (FILE, "Profil.pdf"))
    require(len(file) > WINDOWS_OLD_LIMIT, "the path is not long")
    console(prefix, "example", file, "--people", "1")
    require("hel" in console(prefix, "check", file), "the file far down is not sound")
    console(prefix, "report", file, "--person", "Jens Jensen", "-o", paper)
    require((folder / "Profil.pdf").is_file(), "no PDF far down")


def password(prefix: Prefix) -> None:
    """A file gets a password, opens with it and not without."""
    file, word = f"C:\\{FOLDER}\\Låst.kompas", "rødgrød med fløde på\n"
    console(prefix, "example", file, "--people", "1")
    console(prefix, "password", file, "--password-stdin", typed=word)
    require(b"SQLite format" not in (prefix.drive / FOLDER / "Låst.kompas").read_bytes(), "plain")
    console(prefix, "check", file, "--password-stdin", typed=word)
    program = str(place_of(prefix) / f"{APP}-konsol.exe")
    require_code(prefix.run(program, "check", file), 1, "a locked file without its password")


def libraries(prefix: Prefix) -> None:
    """Every library does what the program asks of it, from where it was installed."""
    python, script = WHOLE_PYTHON / "python.exe", ROOT / "installers" / "libraries.py"
    installed = windows_path(prefix, place_of(prefix) / "lib")
    words = ("-X", "utf8", windows_path(prefix, script), installed)
    print(require_code(prefix.run(str(python), *words), 0, "the libraries").strip())


def walkthrough(prefix: Prefix) -> None:
    """A whole talk through the real window."""
    folder = prefix.drive / "Gennemgang æøå"
    folder.mkdir()
    print(console(prefix, "walkthrough", windows_path(prefix, folder)).strip())
    require(list(folder.glob("*.pdf")), "the talk left no PDF")
    require(list(folder.glob("*.kompas")), "the talk left no file")


def open_as_registered(prefix: Prefix, pictures: Path) -> None:
    """Open a file with the command the user's registry names; Wine's own shell reads only HKLM."""
    program = registered_program(prefix, "HKCU")
    prefix.start(program, f"C:\\{FOLDER}\\{FILE}")
    print(f"   {wait_for_title(prefix, FILE.removesuffix('.kompas'))}")
    picture(prefix, pictures / "windows-under-wine.png", ALL_DRAWN)


def open_by_association(prefix: Prefix) -> None:
    """Open a file as a double click does."""
    double_click = f"import os; os.startfile(r'C:\\{FOLDER}\\{FILE}')"
    prefix.start(str(WHOLE_PYTHON / "python.exe"), "-X", "utf8", "-c", double_click)
    print(f"   {wait_for_title(prefix, FILE.removesuffix('.kompas'))}")
    prefix.stop()


def refuse_while_running(prefix: Prefix, package: Path) -> None:
    """Neither an upgrade nor a removal touches a program that runs."""
    require_code(prefix.run(str(package), "/S"), RUNNING, "upgrading while the program runs")
    uninstall = str(place_of(prefix) / "uninstall.exe")
    home = windows_path(prefix, place_of(prefix))
    require_code(prefix.run(uninstall, "/S", f"_?={home}"), RUNNING, "removal while it runs")
    require_installed(prefix)
    prefix.stop()


def upgrade(prefix: Prefix, package: Path, earlier: Path | None) -> None:
    """Files of the old version go, the user's settings and files stay."""
    leftover = place_of(prefix) / "lib" / "left_over.py"
    leftover.touch()
    settings = settings_of(prefix)
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(SETTINGS, "utf-8")
    install(prefix, package)
    require(not leftover.exists(), "a file of the old version stayed")
    require(settings.read_text("utf-8") == SETTINGS, "the settings were changed")
    require((prefix.drive / FOLDER / FILE).is_file(), "the user's file is gone")
    print(f"   upgraded over {earlier.name if earlier else 'the same version'}")


def uninstall(prefix: Prefix, *options: str) -> None:
    """Remove silently; the user's files always stay, settings and backups unless asked."""
    all_users = "/ALLUSERS" in options
    backup_of(prefix).parent.mkdir(parents=True, exist_ok=True)
    backup_of(prefix).touch()
    program = place_of(prefix, all_users) / "uninstall.exe"
    require_code(prefix.run(str(program), "/S", *options), 0, "uninstalling")
    require_gone(prefix, all_users)
    for option, left in (("INDSTILLINGER", settings_of), ("SIKKERHEDSKOPIER", backup_of)):
        asked = f"/SLET{option}" in options
        require(left(prefix).exists() != asked, f"{left(prefix).name} after removal")
    require(settings_of(prefix).parent.exists() != bool(options), "the folder of settings")
    require((prefix.drive / FOLDER / FILE).is_file(), "the user's file is gone")


def foreign_folder(prefix: Prefix, package: Path) -> None:
    """A folder with something else in it is left alone."""
    folder = prefix.drive / "Andet"
    (folder / "lib").mkdir(parents=True)
    (folder / "lib" / "vigtigt.txt").touch()
    require_code(prefix.run(str(package), "/S", "/D=C:\\Andet"), FOREIGN, "a foreign folder")
    require((folder / "lib" / "vigtigt.txt").is_file(), "a foreign file is gone")


def msi(prefix: Prefix, package: Path) -> None:
    """The MSI installs, runs and goes again."""
    name = windows_path(prefix, package)
    require_code(prefix.run("msiexec", "/i", name, "/qn", "/norestart"), 0, "the MSI")
    require(version() in console(prefix, "--version", all_users=True), "the MSI's program")
    registered = registered_program(prefix, "HKLM")
    require(registered == f"C:\\Program Files\\{APP}\\{APP}.exe", f"MSI: opens with {registered}")
    require_code(prefix.run("msiexec", "/x", name, "/qn", "/norestart"), 0, "the MSI's removal")
    require(not (place_of(prefix, True) / f"{APP}.exe").exists(), "the MSI left the program")


def steps(prefix: Prefix, earlier: Path | None, pictures: Path) -> dict[str, Callable[[], None]]:
    """Every step by what it is called, in order."""
    exe, package = (DIST / f"Kompasskive-{version()}-win64.{kind}" for kind in ("exe", "msi"))
    return {
        "silent install, per user": lambda: install(prefix, earlier or exe),
        "a file in a Danish folder": lambda: make_file(prefix),
        "upgrade": lambda: upgrade(prefix, exe, earlier),
        "command line, PDF": lambda: command_line(prefix),
        "a long path": lambda: long_path(prefix),
        "a password": lambda: password(prefix),
        "every library": lambda: libraries(prefix),
        "opens a file as registered": lambda: open_as_registered(prefix, pictures),
        "refuses while it runs": lambda: refuse_while_running(prefix, exe),
        "the talk through the real window": lambda: walkthrough(prefix),
        "uninstall": lambda: uninstall(prefix),
        "leaves a foreign folder alone": lambda: foreign_folder(prefix, exe),
        "install by hand": lambda: install_by_hand(prefix, exe, pictures),
        "remove by hand": lambda: remove_by_hand(prefix, pictures),
        "install for all users": lambda: install(prefix, exe, "/ALLUSERS"),
        "open by association": lambda: open_by_association(prefix),
        "uninstall with settings and backups": lambda: uninstall(prefix, *ALL_OF_IT),
        "MSI": lambda: msi(prefix, package),
    }


def main(arguments: list[str]) -> int:
    """Run every step."""
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--earlier", type=Path)
    parser.add_argument("--pictures", type=Path, default=BUILD / "pictures")
    options = parser.parse_args(arguments)
    print("This is Wine, not Windows.", flush=True)
    with fresh_prefix(BUILD / "wine" / "prefix") as prefix:
        for name, step in steps(prefix, options.earlier, options.pictures).items():
            start = time.monotonic()
            step()
            print(f"== {name}: passed, {time.monotonic() - start:.0f} s", flush=True)
    print("The Windows packages passed under Wine, which is not Windows.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
