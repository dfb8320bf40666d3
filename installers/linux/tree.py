"""The files of an installed Linux program, laid out below a prefix such as /usr."""

import gzip
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from installers.frozen.freeze import draw_icons, freeze, frozen_environment, site_packages
from installers.licences import lay_out_licences
from installers.release import ROOT, source_epoch, stamp, version
from installers.sbom import add_to_licences

HERE: Final = Path(__file__).parent
APP_ID: Final = "dk.kompasskive.Kompasskive"
APP_DRAWING: Final = ROOT / "resources" / "ikoner" / "app_ikon.svg"
FILE_DRAWING: Final = ROOT / "installers" / "art" / "kompas_fil.svg"
MIME_ICON: Final = "application-vnd.kompasskive"


def lay_out(prefix: Path) -> None:
    """Freeze the program and put it below `prefix`, which is emptied first."""
    shutil.rmtree(prefix, ignore_errors=True)
    _program(prefix, freeze())
    _desktop(prefix / "share")
    _icons(prefix / "share" / "icons" / "hicolor", draw_icons(frozen_environment()))
    documents = prefix / "share" / "doc" / "kompasskive"
    lay_out_licences(documents, "linux", site_packages())
    add_to_licences(documents, "linux")
    changelog = (ROOT / "CHANGELOG.md").read_bytes()
    (documents / "changelog.gz").write_bytes(gzip.compress(changelog, 9, mtime=source_epoch()))
    stamp(prefix)


def filled(template: Path, **values: str) -> str:
    """A text with its @NAMES@ replaced."""
    text = template.read_text("utf-8")
    for name, value in {"VERSION": version(), **values}.items():
        text = text.replace(f"@{name}@", value)
    return text


def _program(prefix: Path, frozen: Path) -> None:
    shutil.copytree(frozen, prefix / "lib" / "kompasskive", symlinks=True)
    (prefix / "bin").mkdir()
    (prefix / "bin" / "kompasskive").symlink_to("../lib/kompasskive/kompasskive")


def _desktop(share: Path) -> None:
    for folder in ("applications", "metainfo", "mime/packages"):
        (share / folder).mkdir(parents=True)
    shutil.copy(HERE / f"{APP_ID}.desktop", share / "applications")
    shutil.copy(HERE / "kompasskive.xml", share / "mime" / "packages")
    day = datetime.fromtimestamp(source_epoch(), UTC).date().isoformat()
    name = f"{APP_ID}.metainfo.xml"
    (share / "metainfo" / name).write_text(filled(HERE / name, DATE=day), "utf-8")


def _icons(theme: Path, drawn: Path) -> None:
    for png in (*drawn.glob("app/*.png"), *drawn.glob("file/*.png")):
        is_app = png.parent.name == "app"
        folder = theme / f"{png.stem}x{png.stem}" / ("apps" if is_app else "mimetypes")
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(png, folder / ("kompasskive.png" if is_app else f"{MIME_ICON}.png"))
    _drawing(APP_DRAWING, theme / "scalable" / "apps" / "kompasskive.svg")
    _drawing(FILE_DRAWING, theme / "scalable" / "mimetypes" / f"{MIME_ICON}.svg")


def _drawing(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(source, target)
