"""Which files of the locked Windows packages are shipped."""

from pathlib import PurePosixPath
from typing import Final

QT_MODULES: Final = (
    "QtCore",
    "QtGui",
    "QtOpenGL",
    "QtOpenGLWidgets",
    "QtPrintSupport",
    "QtSvg",
    "QtTest",
    "QtWidgets",
)
QT_LIBRARIES: Final = (
    "Qt6Core.dll",
    "Qt6Gui.dll",
    "Qt6Widgets.dll",
    "Qt6Svg.dll",
    "Qt6OpenGL.dll",
    "Qt6OpenGLWidgets.dll",
    "Qt6PrintSupport.dll",
    "Qt6Test.dll",
    "pyside6.abi3.dll",
    "msvcp140.dll",
    "msvcp140_1.dll",
    "msvcp140_2.dll",
    "vcruntime140.dll",
    "vcruntime140_1.dll",
    "concrt140.dll",
)
PLUGINS: Final = {
    "platforms": ("qwindows.dll", "qoffscreen.dll"),
    "imageformats": ("qsvg.dll", "qico.dll", "qjpeg.dll"),
    "iconengines": ("qsvgicon.dll",),
    "styles": ("qmodernwindowsstyle.dll",),
}
TRANSLATIONS: Final = ("qt_da.qm", "qtbase_da.qm", "qt_en.qm", "qtbase_en.qm")
ENDINGS_OUT: Final = (
    ".c",
    ".exe",
    ".h",
    ".lib",
    ".pdb",
    ".pxd",
    ".pxi",
    ".pyi",
    ".pyx",
    ".typed",
)
FAR_AWAY: Final = (
    "Africa",
    "Antarctica",
    "Arctic",
    "Asia",
    "Australia",
    "Brazil",
    "Canada",
    "Chile",
    "Indian",
    "Mexico",
    "Pacific",
    "US",
)
FOLDERS_OUT: Final = (
    *(f"tzdata/zoneinfo/{area}" for area in FAR_AWAY),
    "cffi",
    "pycparser",
    "lxml/html",
    "lxml/includes",
    "lxml/isoschematron",
    "numpy/f2py",
    "numpy/distutils",
    "numpy/testing/tests",
    "pyqtgraph/examples",
    "pyqtgraph/opengl",
    "sqlalchemy/testing",
    "bin",
    "Scripts",
    "share",
)
FILES_OUT: Final = (
    "PIL/_avif",
    "PIL/_imagingtk",
    "PIL/_webp",
    "lxml/objectify",
)


def is_wanted(name: str) -> bool:
    """Whether a file is shipped, by its path below lib/ with forward slashes."""
    path = PurePosixPath(name)
    if path.suffix in ENDINGS_OUT or "tests" in path.parts[1:-1]:
        return False
    if any(name.startswith(f"{folder}/") for folder in FOLDERS_OUT):
        return False
    if path.parts[0] == "PySide6":
        return _is_wanted_qt(path)
    if path.parts[0].endswith(".dist-info"):
        return path.name == "METADATA"
    return not name.startswith(FILES_OUT)


def _is_wanted_qt(path: PurePosixPath) -> bool:
    inside = path.parts[1:]
    if inside[0] == "plugins":
        return path.name in PLUGINS.get(inside[1], ())
    if inside[0] == "translations":
        return path.name in TRANSLATIONS
    if len(inside) > 1:
        return inside[0] == "support"
    if path.suffix == ".pyd":
        return path.stem in QT_MODULES
    return path.suffix == ".py" or path.name in QT_LIBRARIES
