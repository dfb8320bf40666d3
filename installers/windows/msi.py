"""The MSI package, for those who deploy with Group Policy or Configuration Manager."""

import hashlib
import re
import uuid
from pathlib import Path
from typing import Final
from xml.sax.saxutils import quoteattr

from installers.release import BUILD, DIST, files_below, run, sha256, source_epoch, version

CODE: Final = re.compile(rb"\{[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}\}")
TIME: Final = re.compile(rb"\x40\0\0\0.{6}[\xd0-\xdf]\x01", re.DOTALL)
NEAR: Final = 256
SECONDS_1601_TO_1970: Final = 11_644_473_600
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
    output.write_bytes(with_fixed_summary(output.read_bytes(), values["PACKAGE"], source_epoch()))
    return output


def with_fixed_summary(package: bytes, package_id: str, epoch: int) -> bytes:
    """The package with our own code and times in its summary, where wixl puts new ones each time.

    ValueError when the summary does not look as wixl writes it.
    """
    codes = [found for found in CODE.finditer(package) if _has_times(package, found.start())]
    if len(codes) != 1:
        raise ValueError(f"{len(codes)} summaries in the package, not one")
    code = codes[0]
    near = slice(code.start() - NEAR, code.end() + NEAR)
    time = b"\x40\0\0\0" + ((epoch + SECONDS_1601_TO_1970) * 10**7).to_bytes(8, "little")
    summary = package[near].replace(code[0], f"{{{package_id}}}".encode("ascii"))
    return package[: near.start] + TIME.sub(lambda _: time, summary) + package[near.stop :]


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


def _has_times(package: bytes, place: int) -> bool:
    return len(TIME.findall(package, max(0, place - NEAR), place + NEAR)) == 2


def _source(path: Path) -> str:
    """wixl takes paths below the folder it runs in only."""
    return path.relative_to(BUILD).as_posix()
