"""The two programs users and IT start, cross-compiled with their icon, version and manifest."""

import shutil
from pathlib import Path
from typing import Final

from installers.release import BUILD, run, version

HERE: Final = Path(__file__).parent
TOOLS: Final = "x86_64-w64-mingw32"
WINDOW: Final = "Kompasskive.exe"
CONSOLE: Final = "Kompasskive-konsol.exe"


def build_launchers(target: Path, icons: Path) -> None:
    """Put both programs in `target`."""
    work = BUILD / "windows" / "launchers"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    for icon in ("app.ico", "file.ico"):
        shutil.copy(icons / icon, work)
    manifest = (HERE / "app.manifest").read_text("utf-8").replace("@VERSION@", version())
    (work / "app.manifest").write_text(manifest, "utf-8")
    _compile(work, target / WINDOW, "Kompasskive", "-mwindows")
    _compile(work, target / CONSOLE, "Kompasskive, kommandolinje", "-mconsole", "-DCONSOLE")


def version_header(file_name: str, description: str) -> str:
    """What app.rc includes."""
    numbers = version().replace(".", ",")
    return (
        f"#define VERSION_NUMBERS {numbers},0\n"
        f'#define VERSION_TEXT "{version()}"\n'
        f'#define FILE_NAME "{file_name}"\n'
        f'#define DESCRIPTION "{description}"\n'
    )


def _compile(work: Path, program: Path, description: str, *flags: str) -> None:
    (work / "version.h").write_text(version_header(program.name, description), "utf-8")
    run(f"{TOOLS}-windres", "-c", "65001", HERE / "app.rc", "-I", work, "-o", "app.o", at=work)
    strict = ("-Wall", "-Wextra", "-Wno-cast-function-type", "-Werror")
    small = ("-Os", "-s", "-municode", "-static-libgcc")
    fixed = ("-Wl,--no-insert-timestamp", "-Wl,--dynamicbase", "-Wl,--nxcompat")
    source = HERE / "launcher.c"
    run(f"{TOOLS}-gcc", *strict, *small, *flags, source, "app.o", "-o", program, *fixed, at=work)
