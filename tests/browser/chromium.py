"""A real browser without a window: a file in, the pixels it shows out."""

import shutil
import subprocess
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage

Pixels = npt.NDArray[np.int16]
NAMES = ("chromium", "chromium-browser", "google-chrome")


def browser() -> str:
    """The browser's command; FileNotFoundError tells how to get one."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        raise FileNotFoundError("no Chromium: run python3 -m installers.ci.browser")
    return found


def shown(file: Path, width: int, height: int, scale: int) -> Pixels:
    """What the browser shows of a file in a `width` x `height` page, `scale` pixels per unit."""
    image = file.with_suffix(".shown.png")
    subprocess.run(
        [
            browser(),
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-lcd-text",
            "--hide-scrollbars",
            "--force-color-profile=srgb",
            f"--user-data-dir={file.parent / 'profile'}",
            f"--force-device-scale-factor={scale}",
            f"--window-size={width},{height}",
            f"--screenshot={image}",
            file.as_uri(),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return pixels(QImage(str(image)))


def pixels(image: QImage) -> Pixels:
    """An image as rows of red, green and blue."""
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return rows[:, : image.width() * 3].reshape(image.height(), -1, 3).astype(np.int16)
