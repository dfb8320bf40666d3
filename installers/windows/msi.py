"""The MSI package, for those who deploy with Group Policy or Configuration Manager."""

import hashlib
import uuid
from pathlib import Path
from typing import Final
from xml.sax.saxutils import quoteattr

from installers.release import BUILD, DIST, files_below, run, sha256, version

HERE: Final = Path(__file__).parent
FAMILY: Final = uuid.UUID("6d1b7e1c-3c55-4d0b-9f5f-7c5c0b4c9a11")


def build_msi(stage: Path, icons: Path) -> Path:
    """Pack the staged folder into dist/Kompasskive-<version>-win64.msi."""
    output = DIST / f"Kompasskive-{version()}-win64.msi"
    source = BUILD / "windows" / "kompasskive.wxs"
    frame = (HERE / "kompasskive.wxs").read_text("utf-8")
    values = {
        "VERSION": version(),
        "PRODUCT": fixed_id(f"product {version()}"),
        "PACKAGE": fixed_id(f"package {version()} {_digest(stage)}"),
        "ICON": _source(icons / "app.ico"),
        "FOLDERS": folder_elements(stage),
        "REFERENCES": reference_elements(stage),
    }
    for name, value in values.items():
        frame = frame.replace(f"@{name}@", value)
    source.write_text(frame, "utf-8")
    run("wixl", "--arch", "x64", "-o", output, source, at=BUILD)
    return output


def fixed_id(name: str) -> str:
    """The same identifier for the same name, every time."""
    return str(uuid.uuid5(FAMILY, name)).upper()


def folder_elements(folder: Path, below: str = "") -> str:
    """WiX elements for a folder's files and subfolders, each file its own component."""
    entries = sorted(folder.iterdir(), key=lambda path: path.name)
    return "\n".join(_element(path, f"{below}{path.name}") for path in entries)


def reference_elements(stage: Path) -> str:
    """WiX references to every file's component."""
    names = (path.relative_to(stage).as_posix() for path in files_below(stage))
    return "\n".join(f'<ComponentRef Id="c{_short(name)}"/>' for name in names)


def _element(path: Path, name: str) -> str:
    key, shown = _short(name), quoteattr(path.name)
    if path.is_dir():
        inner = folder_elements(path, f"{name}/")
        return f'<Directory Id="d{key}" Name={shown}>\n{inner}\n</Directory>'
    file = f'<File Id="f{key}" Name={shown} Source={quoteattr(_source(path))} KeyPath="yes"/>'
    return f'<Component Id="c{key}" Guid="{fixed_id(name)}" Win64="yes">{file}</Component>'


def _short(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:20]


def _digest(stage: Path) -> str:
    rows = (f"{path.relative_to(stage)} {sha256(path)}" for path in files_below(stage))
    return hashlib.sha256("\n".join(rows).encode()).hexdigest()


def _source(path: Path) -> str:
    """wixl takes paths below the folder it runs in only."""
    return path.relative_to(BUILD).as_posix()
