"""What goes into the frozen program on Linux and macOS, and what stays out."""

from pathlib import PurePosixPath
from typing import Final

HIDDEN: Final = ("_cffi_backend", "sqlalchemy.dialects.sqlite", "sqlcipher3", "tzdata")
EXCLUDED: Final = (
    "PySide6.QtDBus",
    "PySide6.QtDesigner",
    "PySide6.QtNetwork",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "IPython",
    "PIL.ImageTk",
    "PIL._avif",
    "PIL._webp",
    "_ssl",
    "cffi",
    "ensurepip",
    "icalendar.tests",
    "lib2to3",
    "lxml.html",
    "lxml.isoschematron",
    "lxml.objectify",
    "matplotlib",
    "numpy.f2py",
    "pycparser",
    "pyqtgraph.examples",
    "pyqtgraph.opengl",
    "readline",
    "scipy",
    "setuptools",
    "ssl",
    "tkinter",
)
HOOKS_OUT: Final = (
    "pyi_rth_inspect",
    "pyi_rth_multiprocessing",
    "pyi_rth_pyqtgraph_multiprocess",
)
TRANSLATIONS: Final = ("qtbase_da.qm", "qt_da.qm", "qtbase_en.qm", "qt_en.qm")
PLUGINS: Final = {
    "platforms": ("libqxcb", "libqwayland", "libqoffscreen", "libqcocoa"),
    "imageformats": ("libqsvg", "libqico", "libqjpeg"),
    "iconengines": ("libqsvgicon",),
    "platformthemes": ("libqxdgdesktopportal",),
    "platforminputcontexts": ("libibus", "libcompose"),
    "printsupport": ("libcups",),
    "styles": ("libqmac",),
    "wayland-decoration-client": ("lib",),
    "wayland-graphics-integration-client": ("lib",),
    "wayland-shell-integration": ("lib",),
    "xcbglintegrations": ("libqxcb-glx", "libqxcb-egl"),
}
UNWANTED_QT: Final = (
    "Qml",
    "Quick",
    "Network",
    "VirtualKeyboard",
    "Pdf",
    "WebEngine",
    "Designer",
    "Multimedia",
    "EglF",
    "EGLF",
)
PYTHONS_OWN: Final = (
    "libpython",
    "libcrypto",
    "libz.",
    "libffi",
    "libbz2",
    "liblzma",
    "libexpat",
    "libuuid",
    "libmpdec",
    "libsqlite3",
)


def is_wanted(name: str, source: str) -> bool:
    """Whether a collected file is shipped; `name` is its place in the package, `source` on disk."""
    path = PurePosixPath(name.replace("\\", "/"))
    if "plugins" in path.parts:
        return _is_wanted_plugin(path)
    if path.parent.suffix == ".dist-info":
        return path.name == "METADATA"
    if "translations" in path.parts:
        return path.name in TRANSLATIONS
    if path.name.startswith(("libQt6", "Qt")) and any(part in name for part in UNWANTED_QT):
        return False
    return not _is_system_library(path, source)


def _is_wanted_plugin(path: PurePosixPath) -> bool:
    kind = path.parts[path.parts.index("plugins") + 1]
    return path.name.startswith(PLUGINS.get(kind, ()))


def _is_system_library(path: PurePosixPath, source: str) -> bool:
    """Libraries the distribution keeps secure itself: the package depends on them instead."""
    from_system = source.startswith(("/lib/", "/usr/lib/")) and path.name.startswith("lib")
    return from_system and not path.name.startswith(PYTHONS_OWN) and "lib-dynload" not in source
