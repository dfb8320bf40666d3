"""The NSIS installer."""

from pathlib import Path, PureWindowsPath
from typing import Final

from installers.release import BUILD, DIST, files_below, run, size_of, version

HERE: Final = Path(__file__).parent


def build_exe(stage: Path, icons: Path, fast: bool) -> Path:
    """Pack the staged folder into dist/Kompasskive-<version>-win64.exe."""
    listing = BUILD / "windows" / "files.nsh"
    listing.write_text(file_commands(stage), "utf-8")
    output = DIST / f"Kompasskive-{version()}-win64.exe"
    defined: dict[str, object] = {"VERSION": version(), "OUTPUT": output, "FILES": listing}
    defined |= {"ICON": icons / "app.ico", "SIDEBAR": icons / "sidebar.bmp"}
    defined |= {"KILOBYTES": size_of(stage) // 1024}
    words = [f"-D{name}={value}" for name, value in defined.items()]
    words += ["-DFAST"] if fast else []
    run("makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *words, HERE / "kompasskive.nsi")
    return output


def file_commands(stage: Path) -> str:
    """NSIS commands that install every file of a folder, always in the same order."""
    lines, current = [], None
    for path in files_below(stage):
        place = PureWindowsPath("$INSTDIR", *path.relative_to(stage).parent.parts)
        if place != current:
            lines.append(f'SetOutPath "{place}"')
            current = place
        lines.append(f'File "{path}"')
    return "\n".join((*lines, ""))
