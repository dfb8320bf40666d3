"""The two commands: `python3 installers/dev.py run` and `python3 installers/dev.py test`.

Both set up everything first and need nothing but Python's standard library to start.
"""

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements" / "dev.txt"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
OUT = ROOT / "out"
OLDEST = (3, 11)

QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libcups.so.2": "libcups2",
}
X11_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def say(text: str) -> None:
    """Tell what is going on, at once."""
    print(f"[kompasskive] {text}", flush=True)


def has_display() -> bool:
    """Whether a window can be shown here."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY"))


def missing_packages(libraries: dict[str, str]) -> list[str]:
    """Debian packages whose shared library cannot be loaded."""
    missing = []
    for library, package in libraries.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(package)
    return missing


def install_system_libraries(with_x11: bool) -> None:
    """Qt's system libraries on Linux: installed as root, else the exact line is printed."""
    if not sys.platform.startswith("linux"):
        return
    packages = missing_packages({**QT_LIBRARIES, **(X11_LIBRARIES if with_x11 else {})})
    if not packages:
        return
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if not shutil.which("apt-get") or os.geteuid() != 0:
        sys.exit(f"[kompasskive] Qt mangler systembiblioteker. Kør:\n  sudo {' '.join(command)}")
    say(f"installerer systembiblioteker: {' '.join(packages)}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.check_call(["apt-get", "-qq", "update"], env=environment)
    subprocess.check_call(command, env=environment, stdout=subprocess.DEVNULL)


def make_venv() -> None:
    """A virtual environment with the locked packages; nothing happens when it is current."""
    wanted = hashlib.sha256(LOCK.read_bytes() + sys.version.encode()).hexdigest()
    stamp = VENV / "kompasskive.stamp"
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    say("henter de låste pakker til .venv (kun første gang)")
    try:
        subprocess.check_call([sys.executable, "-m", "venv", "--clear", str(VENV)])
    except subprocess.CalledProcessError:
        sys.exit("[kompasskive] venv mangler. På Debian og Ubuntu: apt-get install python3-venv")
    pip = [str(PYTHON), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    subprocess.check_call([*pip, "--require-hashes", "--only-binary=:all:", "-r", str(LOCK)])
    stamp.write_text(wanted)


def environment() -> dict[str, str]:
    """The checkout's own code first, UTF-8 everywhere."""
    return {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"}


def kompasskive(*arguments: str, **extra: str) -> int:
    """Run the program with the environment that was made."""
    command = [str(PYTHON), "-m", "kompasskive", *arguments]
    return subprocess.call(command, env={**environment(), **extra}, cwd=ROOT)


def run(arguments: list[str]) -> int:
    """Open the window with the example; with no display, play a talk in the window unseen."""
    if arguments:
        return kompasskive(*arguments)
    OUT.mkdir(exist_ok=True)
    if not has_display():
        say(f"ingen skærm: samtalen spilles i vinduet uden skærm. Resultatet lægges i {OUT}")
        return kompasskive("walkthrough", str(OUT), QT_QPA_PLATFORM="offscreen")
    example = OUT / "Eksempel.kompas"
    if not example.exists() and (code := kompasskive("example", str(example), "--people", "12")):
        return code
    return kompasskive(str(example))


def test(arguments: list[str]) -> int:
    """The portable tests, on every core; further arguments go to pytest."""
    command = [str(PYTHON), "-m", "pytest", "-q", "-n", "auto", "--dist", "loadfile"]
    command += ["--max-worker-restart", "0", *arguments]
    offscreen = {**environment(), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.call(command, env=offscreen, cwd=ROOT)


def main(arguments: list[str]) -> int:
    """Set up, then do what was asked."""
    commands = {"run": run, "test": test}
    if not arguments or arguments[0] not in commands:
        print(__doc__)
        return 2
    if sys.version_info < OLDEST:
        sys.exit("[kompasskive] Python 3.11 eller nyere er nødvendig.")
    install_system_libraries(with_x11=arguments[0] == "run" and has_display())
    make_venv()
    return commands[arguments[0]](arguments[1:])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
