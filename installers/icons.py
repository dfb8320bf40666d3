"""The program's and the file's icons in every size and form, drawn from the SVG files.

Runs in an environment with the locked PySide6 and Pillow: `python -m installers.icons FOLDER`.
"""

import os
import sys
from io import BytesIO
from pathlib import Path
from typing import Final

from installers.release import ROOT
from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS: Final = ROOT / "resources" / "ikoner"
APP: Final = ICONS / "app_ikon.svg"
APP_SMALL: Final = ICONS / "app_ikon_16.svg"
FILE: Final = ROOT / "installers" / "art" / "kompas_fil.svg"
SIZES: Final = (16, 20, 22, 24, 32, 40, 48, 64, 96, 128, 256, 512)
ICO_SIZES: Final = (16, 20, 24, 32, 40, 48, 64, 96, 128, 256)
SMALL_UP_TO: Final = 24
SIDEBAR: Final = (328, 628)
SIDEBAR_MARGIN: Final = 54
SIDEBAR_COLOUR: Final = "#E8ECF1"


def picture_of_app(size: int) -> Path:
    """The drawing that suits a size in pixels: small ones have fewer parts."""
    return APP_SMALL if size <= SMALL_UP_TO else APP


def draw(svg: Path, size: int) -> bytes:
    """A square PNG, `size` pixels wide, with a clear background."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(svg)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(store.data())


def write_ico(path: Path, drawings: dict[int, bytes]) -> None:
    """A Windows icon holding every size as a bitmap, which all its readers understand."""
    images = [_open(drawings[size]) for size in sorted(drawings, reverse=True)]
    sizes = [image.size for image in images]
    images[0].save(path, sizes=sizes, append_images=images[1:], bitmap_format="bmp")


def write_icns(path: Path, large: bytes) -> None:
    """A macOS icon; Pillow scales the smaller sizes."""
    _open(large).save(path)


def write_sidebar(path: Path) -> None:
    """The picture beside the installer's first and last page, twice its shown size."""
    image = QImage(*SIDEBAR, QImage.Format.Format_RGB32)
    image.fill(QColor(SIDEBAR_COLOUR))
    painter = QPainter(image)
    width = SIDEBAR[0] - 2 * SIDEBAR_MARGIN
    place = QRectF(SIDEBAR_MARGIN, (SIDEBAR[1] - width) / 2, width, width)
    QSvgRenderer(str(APP)).render(painter, place)
    painter.end()
    QImageWriter(str(path), QByteArray(b"bmp")).write(image)


def write_all(folder: Path) -> None:
    """`app/` and `file/` with a PNG per size, .ico and .icns of both, and the sidebar."""
    for name in ("app", "file"):
        (folder / name).mkdir(parents=True, exist_ok=True)
        drawings = {n: draw(FILE if name == "file" else picture_of_app(n), n) for n in SIZES}
        for size, drawing in drawings.items():
            (folder / name / f"{size}.png").write_bytes(drawing)
        write_ico(folder / f"{name}.ico", {size: drawings[size] for size in ICO_SIZES})
        write_icns(folder / f"{name}.icns", draw(FILE if name == "file" else APP, 1024))
    write_sidebar(folder / "sidebar.bmp")


def _open(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png))


def main() -> int:
    """Draw into the folder named on the command line."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication([])
    write_all(Path(sys.argv[1]))
    app.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
